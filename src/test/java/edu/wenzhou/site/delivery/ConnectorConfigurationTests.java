package edu.wenzhou.site.delivery;

import org.apache.coyote.ProtocolHandler;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.threads.VirtualThreadExecutor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

/** The JVM that runs the site decides, and not the one that built it. */
class ConnectorConfigurationTests {

	private static final int FIRST_WITH_VIRTUAL_THREADS = 21;

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void requestsRunOnVirtualThreadsWhereThereAreSome(boolean wanted) {
		TomcatServletWebServerFactory factory = new TomcatServletWebServerFactory();
		new ConnectorConfiguration()
			.virtualThreads(
					new MockEnvironment().withProperty("spring.threads.virtual.enabled", String.valueOf(wanted)))
			.customize(factory);
		ProtocolHandler protocol = new Http11NioProtocol();
		factory.getProtocolHandlerCustomizers().forEach((customizer) -> customize(customizer, protocol));
		assertThat(protocol.getExecutor() instanceof VirtualThreadExecutor)
			.isEqualTo(wanted && Runtime.version().feature() >= FIRST_WITH_VIRTUAL_THREADS);
	}

	@SuppressWarnings("unchecked")
	private static <T extends ProtocolHandler> void customize(
			org.springframework.boot.tomcat.TomcatProtocolHandlerCustomizer<T> customizer, ProtocolHandler protocol) {
		customizer.customize((T) protocol);
	}

}
