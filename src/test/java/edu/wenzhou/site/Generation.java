package edu.wenzhou.site;

import org.springframework.jdbc.core.simple.JdbcClient;

/** For tests that put public content into its tables by themselves. */
public final class Generation {

	private Generation() {
	}

	/** The public sees something else, as whoever publishes says. */
	public static void raise(JdbcClient jdbc) {
		jdbc.sql("update site_generation set number = number + 1").update();
	}

}
