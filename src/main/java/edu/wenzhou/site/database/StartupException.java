package edu.wenzhou.site.database;

/** Placeholder until the real one arrives. */
public class StartupException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	public StartupException(String description, String action) {
		super(description + " " + action);
	}

}
