package edu.wenzhou.site.delivery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/**
 * A PostgreSQL of a test's own, to be killed, stopped in its tracks and started again.
 */
public final class TestServer implements AutoCloseable {

	private final Path data;

	private EmbeddedPostgres postgres;

	public TestServer() throws IOException {
		this.data = Files.createTempDirectory(Files.createDirectories(Path.of("target").toAbsolutePath()),
				"fault-postgres");
		this.postgres = start(0);
	}

	public String url() {
		return this.postgres.getJdbcUrl("postgres", "postgres");
	}

	int port() {
		return this.postgres.getPort();
	}

	/** The power goes. */
	public void kill() throws IOException {
		List<ProcessHandle> all = processes();
		all.forEach(ProcessHandle::destroyForcibly);
		all.forEach((process) -> process.onExit().join());
		this.postgres.close();
	}

	/** Connections stay open and nobody answers any more. */
	void hang() throws IOException {
		signal("STOP");
	}

	void goOn() throws IOException {
		signal("CONT");
	}

	public void restart() throws IOException {
		this.postgres = start(this.postgres.getPort());
	}

	/** The first process and its children. */
	private List<ProcessHandle> processes() throws IOException {
		long first = Long.parseLong(Files.readAllLines(this.data.resolve("postmaster.pid")).get(0));
		ProcessHandle process = ProcessHandle.of(first).orElseThrow();
		return Stream.concat(Stream.of(process), process.descendants()).toList();
	}

	private void signal(String name) throws IOException {
		for (ProcessHandle process : processes()) {
			new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid())).start().onExit().join();
		}
	}

	private EmbeddedPostgres start(int port) throws IOException {
		EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
			.setOverrideWorkingDirectory(Path.of("target/postgres-bin").toAbsolutePath().toFile())
			.setDataDirectory(this.data)
			.setCleanDataDirectory(false)
			.setLocaleConfig("locale", "C")
			// Else it answers before it has written, and may forget when it is killed
			.setServerConfig("synchronous_commit", "on")
			.setServerConfig("unix_socket_directories", "");
		return (port > 0) ? builder.setPort(port).start() : builder.start();
	}

	@Override
	public void close() throws IOException {
		this.postgres.close();
	}

}
