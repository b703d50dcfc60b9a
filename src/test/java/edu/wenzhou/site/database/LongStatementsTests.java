package edu.wenzhou.site.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;

import javax.sql.DataSource;

import edu.wenzhou.site.WebTest;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What takes long is not broken off, and no visitor is made to wait for it. */
class LongStatementsTests extends WebTest {

	@Autowired
	private Flyway flyway;

	@Autowired
	private DataSource pool;

	@Autowired
	private Environment environment;

	@Autowired
	private JdbcClient jdbc;

	@AfterEach
	void noTrace() {
		this.jdbc.sql("drop schema if exists long_statements cascade").update();
	}

	@Test
	void aMigrationTakesLongerThanAVisitorWouldWait() {
		assertThatExceptionOfType(FlywayException.class).isThrownBy(() -> migration().load().migrate())
			.havingRootCause()
			.withMessageContaining("Read timed out");
		assertThat(migration().callbacks(this.flyway.getConfiguration().getCallbacks())
			.load()
			.migrate().migrationsExecuted).isEqualTo(1);
	}

	/** One that takes longer than its connection lets a statement take. */
	private FluentConfiguration migration() {
		Properties properties = new Properties();
		properties.setProperty("user", this.environment.getProperty("spring.datasource.username", ""));
		properties.setProperty("password", this.environment.getProperty("spring.datasource.password", ""));
		properties.setProperty("socketTimeout", "1");
		return Flyway.configure()
			.dataSource(new DriverManagerDataSource(this.environment.getProperty("spring.datasource.url"), properties))
			.schemas("long_statements")
			.locations("classpath:slow-migration");
	}

	@Test
	void thePoolSetsItsOwnLimitBack() throws SQLException {
		int usual;
		try (Connection connection = this.pool.getConnection()) {
			usual = connection.getNetworkTimeout();
			LongStatements.allow(connection);
			assertThat(connection.getNetworkTimeout()).isGreaterThan(usual);
		}
		assertThat(usual).isEqualTo(10_000);
		try (Connection connection = this.pool.getConnection()) {
			assertThat(connection.getNetworkTimeout()).isEqualTo(usual);
		}
	}

}
