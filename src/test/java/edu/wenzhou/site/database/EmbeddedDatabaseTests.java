package edu.wenzhou.site.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/** What the embedded PostgreSQL keeps, and what it makes of the folder it finds. */
class EmbeddedDatabaseTests {

	@TempDir
	private Path folder;

	private EmbeddedDatabase database;

	@BeforeAll
	static void silenceLibrary() {
		// As application.yaml does; it complains about the servers that are killed here
		((Logger) LoggerFactory.getLogger("io.zonky.test")).setLevel(Level.OFF);
	}

	@AfterEach
	void stop() {
		if (this.database != null) {
			this.database.close();
		}
	}

	@Test
	void keepsDataBetweenRuns() throws Exception {
		start();
		write();
		this.database.close();
		assertThat(this.folder.resolve("postgres/postmaster.pid")).doesNotExist();
		start();
		assertThat(read()).isEqualTo("温州");
	}

	@Test
	void losesNothingAndTakesAnyText() throws Exception {
		start();
		assertThat(query("show fsync")).isEqualTo("on");
		assertThat(query("show synchronous_commit")).isEqualTo("on");
		assertThat(query("show full_page_writes")).isEqualTo("on");
		assertThat(query("show server_encoding")).isEqualTo("UTF8");
		assertThat(query("select datlocale from pg_database where datname = current_database()")).isEqualTo("C.UTF-8");
		assertThat(query("show listen_addresses")).isEqualTo("127.0.0.1");
		assertThat(query("show server_version")).startsWith("18.");
	}

	@Test
	void startsAfterItsServerWasKilled() throws Exception {
		start();
		write();
		ProcessHandle server = server();
		List<ProcessHandle> children = server.descendants().toList();
		server.destroyForcibly();
		awaitEnd(server);
		children.forEach(this::awaitEnd);
		this.database.close();
		assertThat(this.folder.resolve("postgres/postmaster.pid")).exists();
		start();
		assertThat(read()).isEqualTo("温州");
	}

	@Test
	void stopsServerThatWasLeftRunning() throws Exception {
		start();
		write();
		this.database.close();
		EmbeddedPostgres.builder()
			.setDataDirectory(this.folder.resolve("postgres"))
			.setCleanDataDirectory(false)
			.setRegisterShutdownHook(false)
			.setServerConfig("unix_socket_directories", "")
			.start();
		// The library's own lock, which would have ended with a killed process
		Files.delete(this.folder.resolve("postgres/epg-lock"));
		ProcessHandle left = server();
		start();
		assertThat(left.pid()).isNotEqualTo(server().pid());
		awaitEnd(left);
		assertThat(read()).isEqualTo("温州");
	}

	@Test
	void startsWhenAnotherProgramHasGotTheProcessNumber() throws Exception {
		start();
		write();
		this.database.close();
		Files.writeString(this.folder.resolve("postgres/postmaster.pid"),
				ProcessHandle.current().pid() + "\n" + this.folder.resolve("postgres") + "\n");
		start();
		assertThat(read()).isEqualTo("温州");
	}

	@Test
	void putsHalfMadeFolderAsideAndStartsAfresh() throws Exception {
		Files.createDirectories(this.folder.resolve("postgres/base"));
		Files.writeString(this.folder.resolve("postgres/PG_VERSION"), "18\n");
		Files.createDirectories(this.folder.resolve("postgres.new/base"));
		start();
		write();
		assertThat(this.folder.resolve("postgres.new")).doesNotExist();
		try (Stream<Path> files = Files.list(this.folder)) {
			assertThat(files).filteredOn((file) -> file.getFileName().toString().startsWith("postgres.incomplete-"))
				.singleElement()
				.satisfies((aside) -> assertThat(aside.resolve("PG_VERSION")).exists());
		}
	}

	@Test
	void replacesEmptyFolder() throws Exception {
		Files.createDirectories(this.folder.resolve("postgres"));
		start();
		write();
		try (Stream<Path> files = Files.list(this.folder)) {
			assertThat(files).noneMatch((file) -> file.getFileName().toString().contains("incomplete"));
		}
	}

	@Test
	void refusesFolderInUseAndLeavesItsServerAlone() throws Exception {
		start();
		write();
		EmbeddedDatabase second = new EmbeddedDatabase(this.folder);
		assertThatExceptionOfType(StartupException.class).isThrownBy(second::start)
			.withMessageContaining("in use by another instance");
		second.close();
		assertThat(read()).isEqualTo("温州");
	}

	@Test
	void refusesFolderThatIsNone() throws Exception {
		Path file = Files.createFile(this.folder.resolve("file"));
		for (Path folder : List.of(file, file.resolve("below"))) {
			assertThatExceptionOfType(StartupException.class).isThrownBy(new EmbeddedDatabase(folder)::start)
				.withMessageContaining(folder + " cannot be used: " + file + " is not a folder");
		}
	}

	@Test
	void refusesDataOfAnotherVersionAndKeepsIt() throws Exception {
		start();
		this.database.close();
		Files.writeString(this.folder.resolve("postgres/PG_VERSION"), "17\n");
		for (int attempt = 1; attempt <= 2; attempt++) {
			assertThatExceptionOfType(StartupException.class).isThrownBy(this::start)
				.withMessageContaining("made by PostgreSQL 17")
				.withMessageContaining("starts PostgreSQL 18");
		}
		assertThat(this.folder.resolve("postgres/global/pg_control")).exists();
	}

	private void start() {
		this.database = new EmbeddedDatabase(this.folder);
		this.database.start();
	}

	private void write() throws SQLException {
		try (Connection connection = connect(); Statement statement = connection.createStatement()) {
			statement.execute("create table note as select '温州' as text");
		}
	}

	private String read() throws SQLException {
		return query("select text from note");
	}

	private String query(String sql) throws SQLException {
		try (Connection connection = connect();
				Statement statement = connection.createStatement();
				ResultSet result = statement.executeQuery(sql)) {
			result.next();
			return result.getString(1);
		}
	}

	private Connection connect() throws SQLException {
		return DriverManager.getConnection(this.database.url(), EmbeddedDatabase.USERNAME, "");
	}

	private ProcessHandle server() throws IOException {
		return SiteProcess.postgres(this.folder).orElseThrow();
	}

	private void awaitEnd(ProcessHandle process) {
		await().atMost(Duration.ofSeconds(20)).until(() -> !SiteProcess.runs(process));
	}

}
