package edu.wenzhou.site.database;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.NestedExceptionUtils;

/**
 * A PostgreSQL that needs no installation and keeps its data between runs. It is meant
 * for trying the site and working on it, yet loses nothing: the library's settings for
 * throw-away test data are put back to the safe ones.
 */
final class EmbeddedDatabase {

	static final String USERNAME = "postgres";

	private static final String NAME = "college";

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private static final Logger logger = LoggerFactory.getLogger(EmbeddedDatabase.class);

	private final DataFolder folder;

	private EmbeddedPostgres server;

	private boolean closed;

	EmbeddedDatabase(Path dataDir) {
		this.folder = new DataFolder(dataDir);
	}

	/** Locked against {@link #close()}, so that an interrupted start leaves no server. */
	synchronized void start() {
		if (this.closed) {
			throw new IllegalStateException("Already closed");
		}
		this.folder.take();
		try {
			this.folder.tidy();
			if (Files.notExists(this.folder.cluster())) {
				createCluster();
			}
			logger.info("Starting PostgreSQL in {}", this.folder.cluster());
			this.server = launch(this.folder.cluster());
			createDatabase();
		}
		catch (IOException | SQLException | RuntimeException | ExceptionInInitializerError ex) {
			close();
			throw (ex instanceof StartupException known) ? known : failure(ex);
		}
	}

	String url() {
		return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(this.server.getPort(), NAME);
	}

	/** Ends the server; harmless when done again. */
	synchronized void close() {
		if (this.closed) {
			return;
		}
		this.closed = true;
		try {
			if (this.server != null) {
				this.server.close();
			}
			if (this.folder.taken()) {
				// For a start that failed half-way, or a checkpoint longer than the
				// library waits
				this.folder.stopServer();
			}
		}
		catch (IOException | StartupException ex) {
			logger.warn("PostgreSQL in {} could not be stopped: {}", this.folder.cluster(), ex.getMessage());
		}
		finally {
			this.folder.release();
		}
	}

	/**
	 * Made under another name, so that a cluster half made is never taken for a whole
	 * one.
	 */
	private void createCluster() throws IOException {
		logger.info("First start: making a PostgreSQL database in {}", this.folder.cluster());
		launch(this.folder.newCluster()).close();
		LeftOverServer.stop(this.folder.newCluster());
		Files.move(this.folder.newCluster(), this.folder.cluster());
	}

	private EmbeddedPostgres launch(Path cluster) throws IOException {
		Redirect log = Redirect.appendTo(this.folder.log().toFile());
		Files.createDirectories(this.folder.binaries());
		EmbeddedPostgres launched = EmbeddedPostgres.builder()
			.setOverrideWorkingDirectory(this.folder.binaries().toFile())
			.setDataDirectory(cluster)
			.setCleanDataDirectory(false)
			.setRegisterShutdownHook(false)
			.setPGStartupWait(PATIENCE)
			.setOutputRedirector(log)
			.setErrorRedirector(log)
			// The same on every system, whatever locales it has
			.setLocaleConfig("locale", "C")
			.setLocaleConfig("locale-provider", "builtin")
			.setLocaleConfig("builtin-locale", "C.UTF-8")
			.setServerConfig("fsync", "on")
			.setServerConfig("synchronous_commit", "on")
			.setServerConfig("max_connections", "50")
			.setServerConfig("listen_addresses", "127.0.0.1")
			.setServerConfig("unix_socket_directories", "")
			.setServerConfig("timezone", "UTC")
			.start();
		// The library lets everyone write here
		this.folder.binaries().toFile().setWritable(false, false);
		this.folder.binaries().toFile().setWritable(true, true);
		return launched;
	}

	private void createDatabase() throws SQLException {
		try (Connection connection = this.server.getPostgresDatabase().getConnection();
				Statement statement = connection.createStatement()) {
			boolean exists;
			try (ResultSet found = statement.executeQuery("select from pg_database where datname = '" + NAME + "'")) {
				exists = found.next();
			}
			if (!exists) {
				statement.execute("create database " + NAME + " encoding 'UTF8' template template0");
			}
		}
	}

	private StartupException failure(Throwable ex) {
		if (ex instanceof IOException file && !(file.getCause() instanceof SQLException)) {
			return this.folder.notUsable(file);
		}
		return new StartupException(
				"PostgreSQL could not be started in %s: %s%s".formatted(this.folder.cluster(),
						NestedExceptionUtils.getMostSpecificCause(ex).getMessage(), lastLogLine()),
				"See %s. Or set SPRING_DATASOURCE_URL to a PostgreSQL of your own.".formatted(this.folder.log()), ex);
	}

	private String lastLogLine() {
		try {
			return new String(Files.readAllBytes(this.folder.log()), StandardCharsets.UTF_8).lines()
				.filter((line) -> !line.isBlank())
				.reduce((first, second) -> second)
				.map((line) -> "\nIts last line was: " + line)
				.orElse("");
		}
		catch (IOException ex) {
			return "";
		}
	}

}
