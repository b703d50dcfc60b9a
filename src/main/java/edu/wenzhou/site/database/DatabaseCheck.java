package edu.wenzhou.site.database;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

import org.postgresql.util.PSQLException;

import org.springframework.core.NestedExceptionUtils;

/**
 * Whether the site can work with the PostgreSQL that the settings name. What the driver
 * says is passed on only where it cannot hold the URL, which may hold a password.
 */
final class DatabaseCheck {

	static final String SETTINGS = """
			Set these environment variables to a PostgreSQL database:
			    SPRING_DATASOURCE_URL=jdbc:postgresql://localhost:5432/college
			    SPRING_DATASOURCE_USERNAME=...
			    SPRING_DATASOURCE_PASSWORD=...""";

	/** The oldest release that the makers of PostgreSQL still support. */
	private static final int OLDEST_VERSION = 15;

	private static final String TIMEOUT_SECONDS = "5";

	private final String url;

	private DatabaseCheck(String url) {
		this.url = url;
	}

	static void run(String url, String username, String password) {
		DatabaseCheck check = new DatabaseCheck(url);
		check.url();
		Properties properties = new Properties();
		properties.setProperty("connectTimeout", TIMEOUT_SECONDS);
		properties.setProperty("socketTimeout", TIMEOUT_SECONDS);
		properties.setProperty("ApplicationName", "college-site");
		if (username != null) {
			properties.setProperty("user", username);
		}
		if (password != null) {
			properties.setProperty("password", password);
		}
		try (Connection connection = DriverManager.getConnection(url, properties)) {
			check.version(connection);
			check.encoding(connection);
		}
		catch (SQLException ex) {
			throw check.failure(ex);
		}
	}

	private void url() {
		if (!this.url.startsWith("jdbc:postgresql:")) {
			throw new StartupException(
					"SPRING_DATASOURCE_URL is not the URL of a PostgreSQL database: it must start with jdbc:postgresql:",
					SETTINGS);
		}
		if (this.url.split("\\?", 2)[0].contains("@")) {
			throw new StartupException(
					"SPRING_DATASOURCE_URL names a user in front of the host, which the PostgreSQL driver cannot read.",
					SETTINGS);
		}
		try {
			DriverManager.getDriver(this.url);
		}
		catch (SQLException ex) {
			throw new StartupException("SPRING_DATASOURCE_URL cannot be read as the URL of a PostgreSQL database.",
					SETTINGS);
		}
	}

	private void version(Connection connection) throws SQLException {
		if (connection.getMetaData().getDatabaseMajorVersion() < OLDEST_VERSION) {
			throw new StartupException(
					"%s is PostgreSQL %s. The site needs %d or newer.".formatted(place(),
							connection.getMetaData().getDatabaseProductVersion(), OLDEST_VERSION),
					"Upgrade the server, or set SPRING_DATASOURCE_URL to a newer one.");
		}
	}

	private void encoding(Connection connection) throws SQLException {
		try (Statement statement = connection.createStatement();
				ResultSet result = statement.executeQuery("show server_encoding")) {
			result.next();
			String encoding = result.getString(1);
			if (!"UTF8".equals(encoding)) {
				throw new StartupException("%s has the encoding %s. The site needs UTF8.".formatted(place(), encoding),
						"Create a database with UTF8 and set SPRING_DATASOURCE_URL to it:\n"
								+ "    CREATE DATABASE college ENCODING 'UTF8' TEMPLATE template0;");
			}
		}
	}

	private StartupException failure(SQLException ex) {
		String state = (ex.getSQLState() != null) ? ex.getSQLState() : "";
		return switch (state) {
			// The last one is the driver's own: the server wants a password and none is
			// set
			case "28P01", "28000", "08004" ->
				new StartupException("%s refused the connection: %s".formatted(place(), said(ex)),
						"Correct SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD.", ex);
			case "3D000" -> new StartupException("%s cannot be used: %s.".formatted(place(), said(ex)),
					"Create the database, or correct SPRING_DATASOURCE_URL:\n"
							+ "    CREATE DATABASE college ENCODING 'UTF8' TEMPLATE template0;",
					ex);
			default -> state.matches("(08|53|57P).*")
					? new UnreachableException("%s cannot be reached: %s".formatted(place(), obstacle(ex)),
							"Start PostgreSQL there, or correct SPRING_DATASOURCE_URL.", ex)
					: new StartupException("%s cannot be used: %s".formatted(place(), said(ex)),
							"See the log of that PostgreSQL, and check SPRING_DATASOURCE_URL, "
									+ "SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD.",
							ex);
		};
	}

	/** The URL without its parameters, for one of them may be a password. */
	private String place() {
		return "The database " + this.url.split("\\?", 2)[0];
	}

	private String said(SQLException ex) {
		if (ex instanceof PSQLException postgres && postgres.getServerErrorMessage() != null) {
			return postgres.getServerErrorMessage().getMessage();
		}
		return ex.getMessage();
	}

	private String obstacle(SQLException ex) {
		Throwable root = NestedExceptionUtils.getMostSpecificCause(ex);
		if (root instanceof UnknownHostException) {
			return "its host is not known.";
		}
		if (root instanceof SocketTimeoutException) {
			return "no answer in time.";
		}
		return (root instanceof IOException) ? root.getMessage() + "." : said(ex);
	}

}
