package edu.wenzhou.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import com.microsoft.playwright.impl.driver.Driver;

/**
 * The Chromium that the browser tests drive, and what it takes to have one.
 * <ol>
 * <li>One on the PATH or in {@code /usr/bin}: {@code chromium-headless-shell}, which is
 * quicker, {@code chromium}, {@code chromium-browser}, {@code google-chrome} or
 * {@code google-chrome-stable}. Nothing is downloaded.</li>
 * <li>Without one, root on a Debian: the tests install the packages
 * {@code chromium-headless-shell}, or {@code chromium} where there is none, and
 * {@code fonts-noto-cjk}. The fonts they install also where only those are missing,
 * because pages of empty boxes prove nothing.</li>
 * <li>Elsewhere Playwright downloads its own.</li>
 * <li>Where that fails too, so do the tests, with a message that says what to
 * install.</li>
 * </ol>
 * Node.js is not needed: Playwright's driver brings its own.
 */
final class Chromium {

	private static final List<String> NAMES = List.of("chromium-headless-shell", "chromium", "chromium-browser",
			"google-chrome", "google-chrome-stable");

	private Chromium() {
	}

	/** The browser to start; empty for the one that Playwright has downloaded. */
	static Optional<Path> find() {
		// Tests run in more than one process, and packages are installed by one at a time
		try (FileChannel lock = FileChannel.open(Files.createDirectories(Path.of("target")).resolve("chromium.lock"),
				StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
			lock.lock();
			return findOrInstall();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Optional<Path> findOrInstall() {
		boolean fonts = !onPath("fc-list").isPresent() || !run(10, List.of("fc-list", ":lang=zh")).output().isBlank();
		String attempts = "";
		if (onPath(NAMES).isEmpty() || !fonts) {
			attempts = installPackages();
		}
		Optional<Path> installed = onPath(NAMES);
		if (installed.isPresent()) {
			return installed;
		}
		Result download = run(300, Driver.ensureDriverInstalled(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"), true)
			.createProcessBuilder(), List.of("install", "chromium"));
		if (download.succeeded()) {
			return Optional.empty();
		}
		throw new IllegalStateException("""
				The browser tests need Chromium and found none. Install it so that one of %s is on the PATH, \
				on Debian with: apt-get install chromium fonts-noto-cjk
				%sPlaywright's own download failed:
				%s""".formatted(NAMES, attempts, download.output()));
	}

	/** Installs from Debian where that is allowed, and says what came of it. */
	private static String installPackages() {
		boolean may = Files.exists(Path.of("/etc/debian_version")) && onPath("apt-get").isPresent()
				&& "root".equals(System.getProperty("user.name"));
		if (!may) {
			return "";
		}
		Result update = run(180, List.of("apt-get", "-o", "DPkg::Lock::Timeout=120", "update"));
		Result shell = install("chromium-headless-shell");
		if (shell.succeeded()) {
			return "";
		}
		Result whole = install("chromium");
		return whole.succeeded() ? "" : "apt-get could not install it:\n" + update.output() + whole.output() + "\n";
	}

	private static Result install(String browser) {
		return run(600, List.of("apt-get", "-o", "DPkg::Lock::Timeout=120", "install", "-y", "--no-install-recommends",
				browser, "fonts-noto-cjk"));
	}

	private static Optional<Path> onPath(List<String> names) {
		return names.stream().flatMap((name) -> onPath(name).stream()).findFirst();
	}

	private static Optional<Path> onPath(String name) {
		String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
		return Stream.concat(Stream.of(path.split(java.io.File.pathSeparator)), Stream.of("/usr/bin"))
			.filter((folder) -> !folder.isBlank())
			.map((folder) -> Path.of(folder, name))
			.filter(Files::isExecutable)
			.findFirst();
	}

	private static Result run(int seconds, List<String> command) {
		return run(seconds, new ProcessBuilder(), command);
	}

	/** Runs a command, its words added to those the builder has, for so long at most. */
	private static Result run(int seconds, ProcessBuilder builder, List<String> words) {
		List<String> command = new ArrayList<>(builder.command());
		command.addAll(words);
		builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
		try {
			Path output = Files.createTempFile("chromium", ".log");
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

	private record Result(boolean succeeded, String output) {
	}

}
