package edu.wenzhou.site.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The Compose file: every key is one that the specification has there, every name leads
 * to something. Its published schema is in no Maven repository.
 */
class ComposeTests {

	private static final Path FILE = Path.of("docs/deploy/compose.yaml");

	private static final Set<String> TOP = Set.of("name", "services", "networks", "volumes", "secrets");

	private static final Map<String, Class<?>> SERVICE = Map.ofEntries(Map.entry("image", String.class),
			Map.entry("restart", String.class), Map.entry("depends_on", Object.class),
			Map.entry("environment", Map.class), Map.entry("secrets", List.class), Map.entry("volumes", List.class),
			Map.entry("read_only", Boolean.class), Map.entry("tmpfs", List.class), Map.entry("cap_drop", List.class),
			Map.entry("security_opt", List.class), Map.entry("mem_limit", String.class),
			Map.entry("shm_size", String.class), Map.entry("stop_grace_period", String.class),
			Map.entry("healthcheck", Map.class), Map.entry("networks", Object.class), Map.entry("ports", List.class));

	@Test
	void everyKeyIsOneOfTheSpecificationAndEveryNameLeadsSomewhere() throws IOException {
		Map<String, Object> file = Yaml.documents(FILE).get(0);
		assertThat(file.keySet().stream().filter((key) -> !key.startsWith("x-"))).allMatch(TOP::contains);
		Map<String, Object> services = Yaml.map(file.get("services"));
		services.forEach((name, value) -> {
			Map<String, Object> service = Yaml.map(value);
			service.forEach((key, setting) -> assertThat(setting).as(name + ": " + key)
				.isInstanceOf(SERVICE.getOrDefault(key, Void.class)));
			assertThat(service).as(name).containsKeys("image", "restart");
			assertThat(services.keySet()).as(name).containsAll(names(service.get("depends_on")));
			assertThat(keys(file, "networks")).as(name).containsAll(names(service.get("networks")));
			for (Object secret : (List<?>) service.getOrDefault("secrets", List.of())) {
				assertThat(keys(file, "secrets")).as(name)
					.contains((secret instanceof Map<?, ?> map) ? (String) map.get("source") : (String) secret);
			}
			for (Object volume : (List<?>) service.getOrDefault("volumes", List.of())) {
				String[] parts = ((String) volume).split(":");
				assertThat(parts).as(name).hasSizeBetween(2, 3);
				assertThat(parts[1]).as(name).startsWith("/");
				assertThat(parts[0].startsWith("./") || keys(file, "volumes").contains(parts[0])).as(parts[0]).isTrue();
			}
			Map<String, Object> check = Yaml.map(service.getOrDefault("healthcheck", Map.of()));
			assertThat(Set.of("test", "interval", "timeout", "retries")).as(name).containsAll(check.keySet());
		});
	}

	@Test
	void twoNodesShareADatabaseAndHaveAMirrorEach() throws IOException {
		Map<String, Object> file = Yaml.documents(FILE).get(0);
		List<Map<String, Object>> nodes = List.of(Yaml.map(Yaml.at(file, "services", "node-1")),
				Yaml.map(Yaml.at(file, "services", "node-2")));
		assertThat(nodes).extracting((node) -> node.get("volumes")).doesNotHaveDuplicates();
		for (Map<String, Object> node : nodes) {
			Map<String, Object> environment = Yaml.map(node.get("environment"));
			assertThat(environment).containsEntry("SPRING_DATASOURCE_URL", "jdbc:postgresql://database:5432/college");
			assertThat(environment.keySet()).noneMatch((name) -> name.contains("PASSWORD"));
			assertThat(node).containsEntry("read_only", true);
			assertThat(((List<?>) node.get("volumes")).get(0).toString())
				.endsWith(":" + environment.get("COLLEGE_DATA_DIR"));
			assertThat(environment.get("SERVER_TOMCAT_REMOTEIP_INTERNALPROXIES"))
				.isEqualTo(Yaml.at(file, "services", "web", "networks", "site", "ipv4_address") + "/32");
		}
		// As a volume that is made takes over whose folder it is in the image
		assertThat(Files.readString(Path.of("Dockerfile"))).contains("/var/lib/college-site", "chown 10001");
	}

	private static Set<String> keys(Map<String, Object> file, String part) {
		return Yaml.map(file.get(part)).keySet();
	}

	private static Set<String> names(Object listed) {
		if (listed == null) {
			return Set.of();
		}
		if (listed instanceof Map<?, ?>) {
			return Yaml.map(listed).keySet();
		}
		return Set.copyOf(((List<?>) listed).stream().map(String.class::cast).toList());
	}

}
