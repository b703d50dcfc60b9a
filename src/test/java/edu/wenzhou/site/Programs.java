package edu.wenzhou.site;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Programs of the machine that tests use. Root on a Debian gets those that are missing.
 */
public final class Programs {

	private Programs() {
	}

	/** The one that is installed, else from that package if it can be had. */
	public static Optional<Path> find(String name, String debianPackage) {
		return oneAtATime(() -> {
			if (onPath(name).isEmpty()) {
				install(debianPackage);
			}
			return onPath(name);
		});
	}

	/**
	 * Tests run in more than one process, and packages are installed by one at a time.
	 */
	static <T> T oneAtATime(Supplier<T> work) {
		try (FileChannel lock = FileChannel.open(Files.createDirectories(Path.of("target")).resolve("packages.lock"),
				StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
			lock.lock();
			return work.get();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Installs from Debian where that is allowed, and says what came of it. */
	static String install(String... packages) {
		boolean may = Files.exists(Path.of("/etc/debian_version")) && onPath("apt-get").isPresent()
				&& "root".equals(System.getProperty("user.name"));
		if (!may) {
			return "";
		}
		Result update = run(180, List.of("apt-get", "-o", "DPkg::Lock::Timeout=120", "update"));
		List<String> command = new ArrayList<>(
				List.of("apt-get", "-o", "DPkg::Lock::Timeout=120", "install", "-y", "--no-install-recommends"));
		command.addAll(List.of(packages));
		Result install = run(600, command);
		return install.succeeded() ? "" : "apt-get could not install it:\n" + update.output() + install.output() + "\n";
	}

	/** On the PATH, or where system programs are though users' paths leave them out. */
	static Optional<Path> onPath(String name) {
		String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
		return Stream.concat(Stream.of(path.split(File.pathSeparator)), Stream.of("/usr/bin", "/usr/sbin"))
			.filter((folder) -> !folder.isBlank())
			.map((folder) -> Path.of(folder, name))
			.filter(Files::isExecutable)
			.findFirst();
	}

	/** Runs a command, for so long at most. */
	public static Result run(int seconds, List<String> command) {
		return run(seconds, new ProcessBuilder(), command);
	}

	/** The same, its words added to those the builder has. */
	static Result run(int seconds, ProcessBuilder builder, List<String> words) {
		List<String> command = new ArrayList<>(builder.command());
		command.addAll(words);
		builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
		try {
			Path output = Files.createTempFile("program", ".log");
			Process process = builder.command(command)
				.redirectErrorStream(true)
				.redirectOutput(output.toFile())
				.start();
			boolean ended = process.waitFor(seconds, TimeUnit.SECONDS);
			process.descendants().forEach(ProcessHandle::destroy);
			process.destroy();
			String text = Files.readString(output);
			Files.delete(output);
			return new Result(ended && process.exitValue() == 0,
					ended ? text : text + "\nnot done after " + seconds + " seconds\n");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * How a command ended.
	 *
	 * @param succeeded whether it did what it should
	 * @param output what it printed
	 */
	public record Result(boolean succeeded, String output) {
	}

}
