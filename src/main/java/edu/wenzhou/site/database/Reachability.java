package edu.wenzhou.site.database;

import java.util.Optional;

import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/** Whether the database that the settings name answers, asked before the site starts. */
public final class Reachability {

	private Reachability() {
	}

	/**
	 * What is in the way. Nothing where the database answers, where it is the embedded
	 * one, and where waiting will not help.
	 */
	public static Optional<String> obstacle(Environment environment) {
		String url = environment.getProperty("spring.datasource.url");
		if (!StringUtils.hasText(url)) {
			return Optional.empty();
		}
		try {
			DatabaseCheck.run(url, environment.getProperty("spring.datasource.username"),
					environment.getProperty("spring.datasource.password"));
			return Optional.empty();
		}
		catch (UnreachableException ex) {
			return Optional.of(ex.getMessage());
		}
		catch (StartupException ex) {
			return Optional.empty();
		}
	}

}
