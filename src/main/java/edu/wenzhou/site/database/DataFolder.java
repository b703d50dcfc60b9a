package edu.wenzhou.site.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.util.FileSystemUtils;

/**
 * The files of the embedded PostgreSQL: taken by one instance at a time, and put in order
 * before the server starts. Nothing that may hold data is ever deleted.
 */
final class DataFolder {

	/** The release of the binaries that {@code pom.xml} names. */
	private static final String VERSION = "18";

	private static final Logger logger = LoggerFactory.getLogger(DataFolder.class);

	private final Path folder;

	private FileChannel lock;

	DataFolder(Path folder) {
		this.folder = folder;
	}

	/** The cluster: complete if it is there at all, since it is made elsewhere. */
	Path cluster() {
		return this.folder.resolve("postgres");
	}

	/** Where a cluster is made. */
	Path newCluster() {
		return this.folder.resolve("postgres.new");
	}

	Path binaries() {
		return this.folder.resolve("postgres-bin");
	}

	Path log() {
		return this.folder.resolve("postgres.log");
	}

	/** Takes the folder for this process, until it ends or calls {@link #release()}. */
	void take() {
		try {
			// Not createDirectories alone: it refuses a link to a folder
			if (!Files.isDirectory(this.folder)) {
				Files.createDirectories(this.folder);
			}
			this.lock = FileChannel.open(this.folder.resolve("postgres.lock"), StandardOpenOption.CREATE,
					StandardOpenOption.WRITE);
			if (!locked()) {
				release();
				throw new StartupException(
						"The data folder %s is in use by another instance of the site.".formatted(this.folder),
						"Stop the other instance, or set COLLEGE_DATA_DIR to another folder for this one.");
			}
			checkOwner();
		}
		catch (IOException ex) {
			release();
			throw notUsable(ex);
		}
	}

	private boolean locked() throws IOException {
		try {
			return this.lock.tryLock() != null;
		}
		catch (OverlappingFileLockException ex) {
			return false;
		}
	}

	/**
	 * PostgreSQL refuses files of another user, after a long wait and in its own log
	 * only.
	 */
	private void checkOwner() throws IOException {
		Path probe = Files.createTempFile(this.folder, "postgres", ".probe");
		try {
			if (Files.exists(cluster()) && !Files.getOwner(cluster()).equals(Files.getOwner(probe))) {
				String owner = Files.getOwner(cluster()).getName();
				release();
				throw new StartupException("The database in %s belongs to the user %s.".formatted(cluster(), owner),
						"Start the site as that user, or set COLLEGE_DATA_DIR to another folder.");
			}
		}
		finally {
			Files.delete(probe);
		}
	}

	boolean taken() {
		return this.lock != null && this.lock.isOpen();
	}

	void release() {
		try {
			if (this.lock != null) {
				this.lock.close();
			}
		}
		catch (IOException ex) {
			// The lock ends with the process
			logger.debug("Could not release the lock", ex);
		}
	}

	/** Ends what an instance that was killed has left behind, on disk or running. */
	void tidy() throws IOException {
		stopServer();
		FileSystemUtils.deleteRecursively(newCluster());
		dropHalfUnpackedBinaries();
		if (Files.exists(cluster())) {
			checkCluster();
		}
	}

	/**
	 * Ends whatever server runs in this folder; a clean end leaves nothing to do here.
	 */
	void stopServer() throws IOException {
		for (Path cluster : List.of(cluster(), newCluster())) {
			if (Files.exists(cluster.resolve("postmaster.pid"))) {
				LeftOverServer.stop(cluster);
				LeftOverServer.awaitChildren(binaries());
			}
		}
	}

	private void dropHalfUnpackedBinaries() throws IOException {
		if (Files.isDirectory(binaries())) {
			for (Path unpacked : list(binaries())) {
				// Written last
				if (Files.notExists(unpacked.resolve(".exists"))) {
					FileSystemUtils.deleteRecursively(unpacked);
				}
			}
		}
	}

	private void checkCluster() throws IOException {
		if (Files.isDirectory(cluster()) && list(cluster()).isEmpty()) {
			Files.delete(cluster());
		}
		else if (Stream.of("PG_VERSION", "postgresql.conf", "global/pg_control")
			.allMatch((file) -> Files.exists(cluster().resolve(file)))) {
			checkVersion();
		}
		else {
			Path aside = this.folder.resolve(
					"postgres.incomplete-" + DateTimeFormatter.ofPattern("yyyyMMddHHmmss").format(LocalDateTime.now()));
			Files.move(cluster(), aside);
			logger.warn("{} is not a complete database; moved to {}, starting with an empty one", cluster(), aside);
		}
	}

	private void checkVersion() throws IOException {
		String version = Files.readString(cluster().resolve("PG_VERSION")).strip();
		if (!version.equals(VERSION)) {
			throw new StartupException(
					"The data in %s was made by PostgreSQL %s; this version of the site starts PostgreSQL %s."
						.formatted(cluster(), version, VERSION),
					"Move that folder away to start with an empty database, or set SPRING_DATASOURCE_URL to a "
							+ "PostgreSQL " + version + " that serves it.");
		}
	}

	private static List<Path> list(Path folder) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.toList();
		}
	}

	StartupException notUsable(IOException ex) {
		Path nearest = this.folder;
		while (nearest.getParent() != null && !Files.exists(nearest)) {
			nearest = nearest.getParent();
		}
		String reason;
		if (!Files.isDirectory(nearest)) {
			reason = nearest + " is not a folder";
		}
		else if (ex instanceof AccessDeniedException denied) {
			reason = "no permission to write " + denied.getFile();
		}
		else if (ex instanceof FileSystemException system) {
			reason = (system.getReason() != null) ? system.getReason() : "cannot write " + system.getFile();
		}
		else {
			reason = ex.getMessage();
		}
		return new StartupException("The data folder %s cannot be used: %s.".formatted(this.folder, reason),
				"Let the user that runs the site write there, or set COLLEGE_DATA_DIR to another folder.", ex);
	}

}
