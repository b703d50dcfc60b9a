package edu.wenzhou.site.delivery;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import edu.wenzhou.site.database.SiteProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A node that was killed while its database was away, and starts again. */
class WaitingRoomTests {

	private final HttpClient client = HttpClient.newHttpClient();

	@TempDir
	private Path folder;

	@Test
	void aNodeStartsWithoutItsDatabaseAndGoesOnWhenItIsBack() throws Exception {
		int port = freePort();
		String address = "http://localhost:" + port;
		try (TestServer server = new TestServer()) {
			Map<String, String> environment = Map.of("SPRING_DATASOURCE_URL", server.url(), "SERVER_PORT",
					String.valueOf(port), "COLLEGE_DATA_DIR", this.folder.toString(), "COLLEGE_DELIVERY_ENABLED",
					"true");
			try (SiteProcess site = start(environment).awaitReady()) {
				await().atMost(Duration.ofSeconds(90)).until(() -> site.output().contains("pages and files are ready"));
				server.kill();
				site.kill();
			}
			List<String> paths = List.of("/", "/en", "/schools/ai", "/honours?level=national", "/robots.txt",
					"/en/about/history", "/feed.xml", "/schools/ai.md");
			try (SiteProcess site = start(environment)) {
				await().atMost(Duration.ofSeconds(60)).until(() -> site.output().contains("until it answers"));
				try (SteadyVisitors visitors = new SteadyVisitors(address, paths)) {
					assertThat(get(address + "/").body()).contains("<h1>温州职业技术学院</h1>");
					assertThat(get(address + "/").headers().firstValue("Content-Security-Policy")).isPresent();
					assertThat(get(address + "/livez").statusCode()).isEqualTo(200);
					HttpResponse<String> staff = this.client
						.send(HttpRequest.newBuilder(URI.create(address + "/staff/content/1/edit"))
							.POST(BodyPublishers.ofString("a=b"))
							.build(), BodyHandlers.ofString());
					assertThat(staff.statusCode()).isEqualTo(503);
					assertThat(staff.headers().firstValue("Retry-After")).isPresent();
					assertThat(staff.body()).contains("返回");
					assertThat(get(address + "/search?q=a").statusCode()).isEqualTo(503);
					visitors.await(100);
					server.restart();
					site.awaitReady();
					await().atMost(Duration.ofSeconds(30))
						.until(() -> get(address + "/staff/sign-in").statusCode() == 200);
					visitors.await(100);
					assertThat(visitors.failures()).isEmpty();
				}
				assertThat(get(address + "/search?q=a").statusCode()).isEqualTo(200);
				site.terminate();
			}
		}
		assertThat(Files.exists(this.folder.resolve("mirror/index.html"))).isTrue();
	}

	SiteProcess start(Map<String, String> environment) throws IOException {
		return SiteProcess.start(environment);
	}

	private HttpResponse<String> get(String address) throws IOException, InterruptedException {
		return this.client.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
	}

}
