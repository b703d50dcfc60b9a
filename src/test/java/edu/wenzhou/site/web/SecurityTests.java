package edu.wenzhou.site.web;

import java.net.http.HttpResponse;

import edu.wenzhou.site.WebTest;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.userdetails.UserDetailsService;

import static org.assertj.core.api.Assertions.assertThat;

class SecurityTests extends WebTest {

	@ParameterizedTest
	@CsvSource({ "GET, /, 200", "HEAD, /, 200", "GET, /sources, 200", "GET, /nowhere, 404",
			"GET, /honours?level=x, 400", "POST, /honours, 405", "GET, /livez, 200", "GET, /schools//ai, 400",
			"GET, /schools/ai/, 301", "GET, /css/site.css, 200", "PROPFIND, /, 400", "GET, /en, 200", "HEAD, /en, 200",
			"GET, /en/sources, 200", "GET, /en/nowhere, 404", "GET, /en/honours?level=x, 400", "POST, /en/honours, 405",
			"GET, /en/livez, 404", "GET, /en/schools//ai, 400", "GET, /en/, 301", "PROPFIND, /en, 400" })
	void everyAnswerCarriesTheHeaders(String method, String path, int status) {
		HttpResponse<String> answer = send(method, path);
		assertThat(answer.statusCode()).isEqualTo(status);
		header(answer, "Content-Security-Policy",
				"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
						+ "connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; "
						+ "object-src 'none'; frame-ancestors 'none'; upgrade-insecure-requests");
		header(answer, "Strict-Transport-Security", "max-age=31536000; includeSubDomains");
		header(answer, "X-Content-Type-Options", "nosniff");
		header(answer, "X-Frame-Options", "DENY");
		header(answer, "Referrer-Policy", "same-origin");
		header(answer, "Cross-Origin-Opener-Policy", "same-origin");
		header(answer, "Cross-Origin-Resource-Policy", "same-origin");
		header(answer, "Cross-Origin-Embedder-Policy", "require-corp");
		header(answer, "Permissions-Policy", "camera=(), microphone=(), geolocation=(), browsing-topics=()");
		assertThat(answer.headers().map().keySet()).noneMatch("set-cookie"::equalsIgnoreCase)
			.noneMatch("server"::equalsIgnoreCase)
			.noneMatch("x-powered-by"::equalsIgnoreCase);
	}

	@Test
	void staticFilesAreKeptForEverUnderTheAddressOfTheirContent() {
		String path = Jsoup.parse(get("/").body()).selectFirst("link[rel=stylesheet]").attr("href");
		assertThat(path).matches("/css/site-[0-9a-f]{32}\\.css");
		header(get(path), "Cache-Control", "max-age=31536000, public");
		header(get("/"), "Cache-Control", "no-cache, no-transform");
	}

	@Test
	void theActuatorTellsHealthAndNothingElse() {
		for (String path : new String[] { "/livez", "/readyz", "/actuator/health", "/actuator/health/readiness" }) {
			HttpResponse<String> answer = get(path);
			assertThat(answer.statusCode()).as(path).isEqualTo(200);
			assertThat(answer.body()).as(path).doesNotContain("components", "details", "PostgreSQL");
		}
		for (String path : new String[] { "/actuator/info", "/actuator/beans", "/actuator/loggers",
				"/actuator/shutdown", "/actuator/heapdump" }) {
			assertThat(get(path).statusCode()).as(path).isEqualTo(404);
		}
	}

	@Test
	void thereIsNoAccount(@Autowired ObjectProvider<UserDetailsService> users) {
		assertThat(users.getIfAvailable()).isNull();
	}

	private static void header(HttpResponse<String> answer, String name, String value) {
		assertThat(answer.headers().allValues(name)).as(name).containsExactly(value);
	}

}
