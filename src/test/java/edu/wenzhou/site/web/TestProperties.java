package edu.wenzhou.site.web;

import java.util.HashMap;
import java.util.Map;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Settings as the site reads them, for tests that need no site. */
public final class TestProperties {

	private TestProperties() {
	}

	/** With the defaults for all that is not named. */
	public static CollegeProperties of(Map<String, ?> settings) {
		Map<String, Object> all = new HashMap<>(Map.of("college.base-url", "https://college.example"));
		all.putAll(settings);
		return new Binder(new MapConfigurationPropertySource(all)).bind("college", CollegeProperties.class).get();
	}

}
