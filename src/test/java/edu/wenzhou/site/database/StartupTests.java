package edu.wenzhou.site.database;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The real site with its embedded PostgreSQL: starts, ends, is killed, starts again. */
class StartupTests {

	@TempDir
	private Path folder;

	@AfterEach
	void nothingIsLeftRunning() throws IOException {
		SiteProcess.postgres(this.folder).ifPresent(ProcessHandle::destroy);
	}

	@Test
	void startsEndsAndSurvivesBeingKilled() throws Exception {
		try (SiteProcess site = start().awaitReady()) {
			assertThat(site.lastLine()).contains("温州职业技术学院 is ready at http://localhost:");
			assertThat(body(site.address())).contains("<h1>温州职业技术学院</h1>");
			assertThat(body(site.address() + "livez")).contains("UP");
			try (SiteProcess second = start()) {
				assertThat(second.awaitFailure()).contains(this.folder + " is in use by another instance");
			}
			assertThat(SiteProcess.postgres(this.folder)).isPresent();
			site.terminate();
			assertThat(site.awaitExit()).as("as a process ended by SIGTERM").isEqualTo(143);
			assertThat(SiteProcess.postgres(this.folder)).isEmpty();
			assertThat(site.output()).doesNotContain(" ERROR ", "\tat ");
		}
		ProcessHandle left;
		try (SiteProcess site = start().awaitReady()) {
			left = SiteProcess.postgres(this.folder).orElseThrow();
			site.kill();
			assertThat(SiteProcess.runs(left)).isTrue();
		}
		try (SiteProcess site = start().awaitReady()) {
			assertThat(SiteProcess.runs(left)).isFalse();
			assertThat(site.output()).doesNotContain(" ERROR ", "\tat ");
			SiteProcess.postgres(this.folder).orElseThrow().destroyForcibly();
			site.kill();
		}
		// At once, while children of the killed server may still be ending
		try (ServerSocket taken = new ServerSocket(0);
				SiteProcess site = start("SERVER_PORT", String.valueOf(taken.getLocalPort()))) {
			assertThat(site.awaitFailure()).contains("Port " + taken.getLocalPort() + " is used by another program.",
					"SERVER_PORT");
			assertThat(site.output()).contains("Starting PostgreSQL in");
			assertThat(SiteProcess.postgres(this.folder)).isEmpty();
		}
	}

	private SiteProcess start(String... more) throws IOException {
		Map<String, String> environment = new HashMap<>(Map.of("COLLEGE_DATA_DIR", this.folder.toString()));
		for (int i = 0; i < more.length; i += 2) {
			environment.put(more[i], more[i + 1]);
		}
		return SiteProcess.start(environment);
	}

	private String body(String address) throws Exception {
		HttpRequest request = HttpRequest.newBuilder(URI.create(address)).build();
		HttpResponse<String> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
		assertThat(answer.statusCode()).as(address).isEqualTo(200);
		return answer.body();
	}

}
