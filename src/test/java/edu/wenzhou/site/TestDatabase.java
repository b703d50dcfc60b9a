package edu.wenzhou.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/**
 * The PostgreSQL of all tests of a run: one server, started when first asked for, gone
 * with its data when the tests end.
 */
public final class TestDatabase {

	public static final String USERNAME = "postgres";

	public static final String PASSWORD = "";

	private static final AtomicInteger number = new AtomicInteger();

	private static EmbeddedPostgres server;

	private TestDatabase() {
	}

	/** The database that tests share. */
	public static synchronized String url() {
		if (server == null) {
			server = start();
			create("college", "encoding 'UTF8' template template0");
		}
		return url("college");
	}

	/** A new and empty database. */
	public static String freshUrl() {
		return freshUrl("encoding 'UTF8' template template0");
	}

	/** A new and empty database, made with these options of CREATE DATABASE. */
	public static synchronized String freshUrl(String options) {
		url();
		String name = "fresh" + number.incrementAndGet();
		create(name, options);
		return url(name);
	}

	private static String url(String database) {
		return "jdbc:postgresql://127.0.0.1:%d/%s?user=%s".formatted(server.getPort(), database, USERNAME);
	}

	private static EmbeddedPostgres start() {
		try {
			Path target = Files.createDirectories(Path.of("target").toAbsolutePath());
			return EmbeddedPostgres.builder()
				.setOverrideWorkingDirectory(target.resolve("postgres-bin").toFile())
				.setDataDirectory(Files.createTempDirectory(target, "test-postgres"))
				.setLocaleConfig("locale", "C")
				.setLocaleConfig("locale-provider", "builtin")
				.setLocaleConfig("builtin-locale", "C.UTF-8")
				.setServerConfig("unix_socket_directories", "")
				.start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void create(String name, String options) {
		try (Connection connection = server.getPostgresDatabase().getConnection();
				Statement statement = connection.createStatement()) {
			statement.execute("create database " + name + " " + options);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
