package edu.wenzhou.site.database;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL that outlived its parent, which was killed. It is asked to end, never
 * forced: forcing is what a database must not be subjected to.
 */
final class LeftOverServer {

	private static final Logger logger = LoggerFactory.getLogger(LeftOverServer.class);

	private LeftOverServer() {
	}

	/** Ends the server that runs on this cluster, if one does. */
	static void stop(Path cluster) throws IOException {
		Path pidFile = cluster.resolve("postmaster.pid");
		if (Files.notExists(pidFile)) {
			return;
		}
		List<String> lines = new String(Files.readAllBytes(pidFile), Charset.defaultCharset()).lines().toList();
		ProcessHandle process = process(lines).orElse(null);
		if (process == null) {
			// PostgreSQL itself puts the file of a dead process in order
			return;
		}
		if (!isPostgres(process)) {
			// Another program has got the number, and PostgreSQL would take it for itself
			Files.delete(pidFile);
		}
		else if (serves(process, lines, cluster) && process.supportsNormalTermination()) {
			logger.info("Stopping PostgreSQL (process {}), which was left running", process.pid());
			process.destroy();
			if (!await(() -> isPostgres(process), 60)) {
				throw stillRunning(process.pid(), cluster);
			}
		}
		else {
			throw stillRunning(process.pid(), cluster);
		}
	}

	/**
	 * Gives the children of a server that was killed the moment they need to end; until
	 * then a new server refuses to start.
	 */
	static void awaitChildren(Path binaries) throws IOException {
		if (Files.isDirectory(binaries)) {
			String prefix = binaries.toRealPath().toString();
			await(() -> ProcessHandle.allProcesses()
				.anyMatch((process) -> process.info().command().filter((path) -> path.startsWith(prefix)).isPresent()),
					10);
		}
	}

	/** False for a process that has ended and was not yet collected by its parent. */
	private static boolean isPostgres(ProcessHandle process) {
		return process.isAlive() && process.info()
			.command()
			.filter((path) -> Path.of(path).getFileName().toString().startsWith("postgres"))
			.isPresent();
	}

	private static Optional<ProcessHandle> process(List<String> lines) {
		try {
			return ProcessHandle.of(Long.parseLong(lines.get(0).strip())).filter(ProcessHandle::isAlive);
		}
		catch (NumberFormatException | IndexOutOfBoundsException ex) {
			return Optional.empty();
		}
	}

	/**
	 * Whether it is the process that wrote the file, and not one that got its number
	 * since.
	 */
	private static boolean serves(ProcessHandle process, List<String> lines, Path cluster) throws IOException {
		try {
			Path served = Path.of(lines.get(1));
			return Files.exists(served) && Files.isSameFile(served, cluster)
					&& process.info()
						.arguments()
						.map((arguments) -> List.of(arguments).contains(lines.get(1)))
						.orElse(true);
		}
		catch (IndexOutOfBoundsException | InvalidPathException ex) {
			return false;
		}
	}

	private static boolean await(BooleanSupplier running, int seconds) {
		long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
		while (running.getAsBoolean()) {
			if (System.nanoTime() > end) {
				return false;
			}
			try {
				Thread.sleep(50);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				return false;
			}
		}
		return true;
	}

	private static StartupException stillRunning(long pid, Path cluster) {
		return new StartupException(
				"PostgreSQL (process %d) was left running on %s and does not end.".formatted(pid, cluster),
				"Close the programs that are connected to it (psql, for example), or run: kill -INT %d\n".formatted(pid)
						+ "If that process is another PostgreSQL, delete %s."
							.formatted(cluster.resolve("postmaster.pid")));
	}

}
