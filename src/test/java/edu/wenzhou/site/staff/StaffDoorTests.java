package edu.wenzhou.site.staff;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.util.Locale;

import edu.wenzhou.site.TestDatabase;
import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.Test;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.orm.jpa.JpaSystemException;
import org.springframework.web.servlet.i18n.FixedLocaleResolver;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the container makes of it when the database dies at a moment that no test can hit
 * from outside.
 */
class StaffDoorTests {

	@Test
	void aRedirectThatHasBeenGivenIsNotReplacedByAnError() throws Exception {
		HttpResponse<String> answer = answer((request, response) -> {
			((HttpServletResponse) response).sendRedirect("/staff/content/1");
			throw away();
		});
		assertThat(answer.statusCode()).isEqualTo(302);
		assertThat(answer.headers().firstValue("Location")).hasValue("/staff/content/1");
	}

	@Test
	void whatHasNoAnswerYetIsToldToComeBack() throws Exception {
		HttpResponse<String> answer = answer((request, response) -> {
			throw away();
		});
		assertThat(answer.statusCode()).isEqualTo(503);
		assertThat(answer.headers().firstValue("Retry-After")).hasValue("30");
	}

	@Test
	void otherTroubleAfterARedirectIsStillTold() throws Exception {
		assertThat(answer((request, response) -> {
			((HttpServletResponse) response).sendRedirect("/staff/content/1");
			throw new IllegalStateException("Ours");
		}).statusCode()).isEqualTo(500);
	}

	/** As Spring Session met it: the rollback failed on a connection given up. */
	private static JpaSystemException away() {
		return new JpaSystemException(
				new IllegalStateException("Unable to rollback", new SQLException("Connection is closed")));
	}

	private static HttpResponse<String> answer(FilterChain behind) throws IOException, InterruptedException {
		StaffDoorFilter door = new StaffDoorFilter(
				JdbcClient.create(new DriverManagerDataSource(TestDatabase.url(), TestDatabase.USERNAME, "")),
				new FixedLocaleResolver(Locale.CHINESE));
		TomcatServletWebServerFactory tomcat = new TomcatServletWebServerFactory(0);
		// Without any servlet no filter is asked
		tomcat.setRegisterDefaultServlet(true);
		WebServer server = tomcat.getWebServer((context) -> context
			.addFilter("door", (request, response, chain) -> door.doFilter(request, response, behind))
			.addMappingForUrlPatterns(null, false, "/*"));
		server.start();
		try {
			return HttpClient.newHttpClient()
				.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/staff".formatted(server.getPort())))
					.build(), BodyHandlers.ofString());
		}
		finally {
			server.stop();
		}
	}

}
