package edu.wenzhou.site.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import edu.wenzhou.site.database.SiteProcess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** One of several nodes of the site, with a folder and a port of its own. */
final class Node implements AutoCloseable {

	private final Map<String, String> environment;

	private final Path folder;

	private final Starter starter;

	private final int port = Ports.free();

	private SiteProcess process;

	Node(Path folder, Map<String, String> environment, Starter starter) throws IOException {
		this.folder = folder;
		this.starter = starter;
		this.environment = new HashMap<>(environment);
		this.environment.put("SERVER_PORT", String.valueOf(this.port));
		this.environment.put("COLLEGE_DATA_DIR", folder.toString());
	}

	void start() throws IOException {
		this.process = this.starter.start(this.environment);
	}

	void awaitReady() {
		await().atMost(Duration.ofMinutes(5)).until(() -> this.process.output().contains(" is ready at http"));
	}

	/** Until its mirror has every page, the newest. */
	void awaitMirror() {
		await().atMost(Duration.ofMinutes(5)).until(() -> Files.exists(mirror().resolve("_/current")));
	}

	Path mirror() {
		return this.folder.resolve("mirror");
	}

	int port() {
		return this.port;
	}

	String address() {
		return "http://localhost:" + this.port;
	}

	/** From its next start on. */
	void set(String variable, String value) {
		this.environment.put(variable, value);
	}

	/** As a deployment does. */
	void restart() throws IOException, InterruptedException {
		stop();
		start();
		awaitReady();
	}

	private void stop() throws IOException, InterruptedException {
		this.process.terminate();
		// As any JVM after SIGTERM
		assertThat(this.process.awaitExit()).isEqualTo(143);
		this.process.close();
	}

	/** After it was killed. */
	void startAgain() throws IOException {
		this.process.close();
		start();
	}

	/** What it has said since its start. */
	String output() {
		return this.process.output();
	}

	void kill() throws InterruptedException {
		this.process.kill();
	}

	@Override
	public void close() throws IOException {
		if (this.process != null) {
			this.process.close();
		}
	}

	/** How its process is started. */
	interface Starter {

		SiteProcess start(Map<String, String> environment) throws IOException;

	}

}
