package edu.wenzhou.site.database;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import edu.wenzhou.site.CollegeSiteApplication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The site as a user starts it: a process of its own, without the tests' classes. */
public final class SiteProcess implements AutoCloseable {

	private final Process process;

	private final Path output;

	private SiteProcess(Process process, Path output) {
		this.process = process;
		this.output = output;
	}

	public static SiteProcess start(Map<String, String> environment) throws IOException {
		return start(environment, (entry) -> true);
	}

	public static SiteProcess start(Map<String, String> environment, Predicate<String> classPath, String... added)
			throws IOException {
		List<String> entries = new ArrayList<>(List.of(added));
		Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
			.filter((entry) -> !entry.contains("test-classes"))
			.filter(classPath)
			.forEach(entries::add);
		return java(environment, "-cp", String.join(File.pathSeparator, entries),
				CollegeSiteApplication.class.getName());
	}

	/**
	 * The jar that is deployed.
	 * @param aot whether with the parts that the build has made, as the image does
	 */
	public static SiteProcess startJar(boolean aot, Map<String, String> environment) throws IOException {
		return java(environment, "-Dspring.aot.enabled=" + aot, "-jar", jar().toString());
	}

	/** Made by the build before the integration tests. */
	public static Path jar() throws IOException {
		try (Stream<Path> files = Files.list(Path.of("target"))) {
			return files.filter((file) -> file.getFileName().toString().matches("college-site-.*\\.jar"))
				.findFirst()
				.orElseThrow();
		}
	}

	private static SiteProcess java(Map<String, String> environment, String... arguments) throws IOException {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1"));
		command.addAll(List.of(arguments));
		ProcessBuilder builder = new ProcessBuilder(command);
		builder.environment().keySet().removeIf((name) -> name.matches("(SPRING|COLLEGE|SERVER|LOGGING)_.*"));
		builder.environment().put("SERVER_PORT", "0");
		builder.environment().putAll(environment);
		Path output = Files.createTempFile(Files.createDirectories(Path.of("target")), "site", ".out");
		builder.redirectErrorStream(true).redirectOutput(output.toFile());
		return new SiteProcess(builder.start(), output);
	}

	/** Its PostgreSQL, if one runs on that data folder. */
	static Optional<ProcessHandle> postgres(Path dataDir) throws IOException {
		Path file = dataDir.resolve("postgres/postmaster.pid");
		if (Files.notExists(file)) {
			return Optional.empty();
		}
		return ProcessHandle.of(Long.parseLong(Files.readAllLines(file).get(0))).filter(SiteProcess::runs);
	}

	/** False for a process that has ended and was not yet collected by its parent. */
	static boolean runs(ProcessHandle process) {
		return process.isAlive() && process.info().command().isPresent();
	}

	public SiteProcess awaitReady() {
		await().atMost(Duration.ofSeconds(90))
			.until(() -> output().contains(" is ready at http://localhost:") || !this.process.isAlive());
		assertThat(output()).contains(" is ready at http://localhost:");
		return this;
	}

	public String address() {
		return output().replaceAll("(?s).* is ready at (http://\\S+).*", "$1");
	}

	String lastLine() {
		List<String> lines = output().lines().toList();
		return lines.get(lines.size() - 1);
	}

	public int awaitExit() throws InterruptedException {
		assertThat(this.process.waitFor(90, TimeUnit.SECONDS)).as(output()).isTrue();
		return this.process.exitValue();
	}

	/** Expects the end that a user can understand, and returns what was printed. */
	public String awaitFailure() throws InterruptedException {
		int exit = awaitExit();
		String output = output();
		assertThat(exit).as(output).isNotZero();
		assertThat(output).contains("APPLICATION FAILED TO START", "Description:", "Action:")
			.doesNotContain("\tat ", "Caused by:", "Exception", "cancelling refresh attempt");
		assertThat(output.lines().filter((line) -> line.contains(" ERROR "))).as(output).hasSize(1);
		return output.substring(output.indexOf("Description:")).lines().collect(Collectors.joining("\n"));
	}

	public String output() {
		try {
			return Files.readString(this.output);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public void terminate() {
		this.process.destroy();
	}

	public void kill() throws InterruptedException {
		this.process.destroyForcibly().waitFor();
	}

	@Override
	public void close() throws IOException {
		this.process.destroy();
		try {
			if (!this.process.waitFor(30, TimeUnit.SECONDS)) {
				this.process.destroyForcibly();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		Files.delete(this.output);
	}

}
