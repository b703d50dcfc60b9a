package edu.wenzhou.site.deploy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The manifests, read by the published model, which knows every field there is. */
class KubernetesTests {

	private static final Path FILE = Path.of("docs/deploy/kubernetes/college-site.yaml");

	private static final Map<String, Class<? extends HasMetadata>> KINDS = Map.of("apps/v1 Deployment",
			Deployment.class, "v1 Service", Service.class, "networking.k8s.io/v1 Ingress", Ingress.class,
			"policy/v1 PodDisruptionBudget", PodDisruptionBudget.class);

	private static final ObjectMapper STRICT = new ObjectMapper()
		.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.setAnnotationIntrospector(new NothingElse());

	private static Map<Class<?>, HasMetadata> read() throws IOException {
		Map<Class<?>, HasMetadata> objects = new LinkedHashMap<>();
		for (Map<String, Object> document : Yaml.documents(FILE)) {
			String kind = document.get("apiVersion") + " " + document.get("kind");
			assertThat(KINDS).containsKey(kind);
			objects.put(KINDS.get(kind), STRICT.convertValue(document, KINDS.get(kind)));
		}
		return objects;
	}

	@Test
	void theModelRefusesWhatItDoesNotKnow() throws IOException {
		Map<String, Object> deployment = Yaml.documents(FILE).get(0);
		Yaml.map(Yaml.at(deployment, "spec", "template", "spec")).put("securityContexts", Map.of());
		assertThatThrownBy(() -> STRICT.convertValue(deployment, Deployment.class))
			.hasMessageContaining("securityContexts");
	}

	@Test
	void partsFitTogether() throws IOException {
		Map<Class<?>, HasMetadata> objects = read();
		assertThat(objects).hasSize(KINDS.size());
		Deployment deployment = (Deployment) objects.get(Deployment.class);
		Service service = (Service) objects.get(Service.class);
		PodDisruptionBudget budget = (PodDisruptionBudget) objects.get(PodDisruptionBudget.class);
		Ingress ingress = (Ingress) objects.get(Ingress.class);
		Map<String, String> labels = deployment.getSpec().getTemplate().getMetadata().getLabels();
		assertThat(labels).containsAllEntriesOf(deployment.getSpec().getSelector().getMatchLabels())
			.containsAllEntriesOf(service.getSpec().getSelector())
			.containsAllEntriesOf(budget.getSpec().getSelector().getMatchLabels());
		assertThat(deployment.getSpec().getReplicas()).isGreaterThan(budget.getSpec().getMinAvailable().getIntVal());
		Container site = container(deployment);
		assertThat(site.getPorts()).singleElement()
			.matches((port) -> port.getName().equals(service.getSpec().getPorts().get(0).getTargetPort().getStrVal()));
		var backend = ingress.getSpec().getRules().get(0).getHttp().getPaths().get(0).getBackend().getService();
		assertThat(backend.getName()).isEqualTo(service.getMetadata().getName());
		assertThat(backend.getPort().getName()).isEqualTo(service.getSpec().getPorts().get(0).getName());
		assertThat(ingress.getSpec().getTls().get(0).getHosts())
			.containsExactly(ingress.getSpec().getRules().get(0).getHost());
	}

	@Test
	void nodesEndGracefullyAndMayDoNothingElse() throws IOException {
		Deployment deployment = (Deployment) read().get(Deployment.class);
		PodSpec pod = deployment.getSpec().getTemplate().getSpec();
		Container site = container(deployment);
		for (Probe probe : List.of(site.getStartupProbe(), site.getLivenessProbe())) {
			assertThat(probe.getHttpGet().getPath()).isEqualTo("/livez");
		}
		assertThat(site.getReadinessProbe().getHttpGet().getPath()).isEqualTo("/readyz");
		// Spring Boot gives requests under way thirty seconds
		assertThat(pod.getTerminationGracePeriodSeconds())
			.isGreaterThan(site.getLifecycle().getPreStop().getSleep().getSeconds() + 30);
		assertThat(deployment.getSpec().getStrategy().getRollingUpdate().getMaxUnavailable().getIntVal()).isZero();
		assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
		assertThat(pod.getAutomountServiceAccountToken()).isFalse();
		assertThat(site.getSecurityContext().getReadOnlyRootFilesystem()).isTrue();
		assertThat(site.getSecurityContext().getAllowPrivilegeEscalation()).isFalse();
		assertThat(site.getSecurityContext().getCapabilities().getDrop()).containsExactly("ALL");
		assertThat(site.getResources().getLimits()).containsKey("memory");
		assertThat(site.getVolumeMounts()).allMatch((mount) -> pod.getVolumes()
			.stream()
			.anyMatch((volume) -> volume.getName().equals(mount.getName()) && volume.getEmptyDir() != null));
		Map<String, EnvVar> variables = new LinkedHashMap<>();
		site.getEnv().forEach((variable) -> variables.put(variable.getName(), variable));
		assertThat(variables.values()
			.stream()
			.filter((variable) -> variable.getValue() == null)
			.map((variable) -> variable.getValueFrom().getSecretKeyRef())
			.filter(Objects::nonNull)).hasSize(3);
		assertThat(variables.get("SPRING_DATASOURCE_PASSWORD").getValue()).isNull();
		assertThat(site.getVolumeMounts())
			.anyMatch((mount) -> mount.getMountPath().equals(variables.get("COLLEGE_DATA_DIR").getValue()));
	}

	private static Container container(Deployment deployment) {
		List<Container> containers = deployment.getSpec().getTemplate().getSpec().getContainers();
		assertThat(containers).hasSize(1);
		return containers.get(0);
	}

	/** The model would keep fields that it does not know; here they are faults. */
	private static final class NothingElse extends JacksonAnnotationIntrospector {

		private static final long serialVersionUID = 1L;

		@Override
		public Boolean hasAnySetter(Annotated annotated) {
			return Boolean.FALSE;
		}

	}

}
