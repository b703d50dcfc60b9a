import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/**
 * A PostgreSQL for the measurements of the packaged application, which holds none: in the
 * folder given, with settings that lose nothing, until this process is asked to end. Its
 * address is then in the file {@code url}. A second start takes the data of the first.
 */
class BenchmarkDatabase {

	public static void main(String[] arguments) throws Exception {
		Path folder = Files.createDirectories(Path.of(arguments[0]).toAbsolutePath());
		EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
			.setOverrideWorkingDirectory(Files.createDirectories(folder.resolve("postgres-bin")).toFile())
			.setDataDirectory(folder.resolve("postgres"))
			.setCleanDataDirectory(false)
			.setPGStartupWait(Duration.ofSeconds(60))
			.setLocaleConfig("locale", "C")
			.setLocaleConfig("locale-provider", "builtin")
			.setLocaleConfig("builtin-locale", "C.UTF-8")
			.setServerConfig("fsync", "on")
			.setServerConfig("synchronous_commit", "on")
			.setServerConfig("max_connections", "60")
			.setServerConfig("listen_addresses", "127.0.0.1")
			.setServerConfig("unix_socket_directories", "")
			.setServerConfig("timezone", "UTC");
		if (arguments.length > 1) {
			builder.setPort(Integer.parseInt(arguments[1]));
		}
		EmbeddedPostgres server = builder.start();
		try (Connection connection = server.getPostgresDatabase().getConnection();
				Statement statement = connection.createStatement()) {
			if (!statement.executeQuery("select from pg_database where datname = 'college'").next()) {
				statement.execute("create database college encoding 'UTF8' template template0");
			}
		}
		Path part = folder.resolve("url.part");
		Files.writeString(part,
				"jdbc:postgresql://127.0.0.1:%d/college?user=postgres".formatted(server.getPort()));
		Files.move(part, folder.resolve("url"), StandardCopyOption.ATOMIC_MOVE);
		Thread.currentThread().join();
	}

}
