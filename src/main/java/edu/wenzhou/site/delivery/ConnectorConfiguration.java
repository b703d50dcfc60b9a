package edu.wenzhou.site.delivery;

import org.apache.tomcat.util.threads.VirtualThreadExecutor;
import org.springframework.boot.thread.Threading;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.util.unit.DataSize;

/** How pages leave Tomcat. */
@Configuration(proxyBeanMethods = false)
class ConnectorConfiguration {

	/**
	 * Of each connection, so it must go with the most that may be open
	 * ({@code server.tomcat.max-connections}). A packed page leaves at once; Tomcat's 8
	 * kB would take it to the network in several pieces, each of which costs as much as
	 * all that this application does for the request.
	 */
	private static final DataSize PIECE = DataSize.ofKilobytes(32);

	@Bean
	WebServerFactoryCustomizer<TomcatServletWebServerFactory> largePieces() {
		return (factory) -> factory.addConnectorCustomizers((connector) -> {
			connector.setProperty("socket.appWriteBufSize", String.valueOf(PIECE.toBytes()));
			// Else Java copies each piece once more
			connector.setProperty("socket.directBuffer", "true");
		});
	}

	@Bean
	WebServerFactoryCustomizer<TomcatServletWebServerFactory> headersAsBytes() {
		return (factory) -> factory.addContextValves(new HeadersValve());
	}

	/**
	 * By the JVM that runs the site. Spring Boot does the same, but in a jar whose parts
	 * were made by the build it goes by the JVM of the build.
	 */
	@Bean
	WebServerFactoryCustomizer<TomcatServletWebServerFactory> virtualThreads(Environment environment) {
		return (factory) -> {
			if (Threading.VIRTUAL.isActive(environment)) {
				factory.addProtocolHandlerCustomizers(
						(protocol) -> protocol.setExecutor(new VirtualThreadExecutor("tomcat-handler-")));
			}
		};
	}

}
