package edu.wenzhou.site.database;

/**
 * The site cannot start, and we know why: printed as these two texts and nothing else.
 * Neither may hold a password.
 */
public class StartupException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String action;

	/**
	 * @param description what is wrong, in one or two sentences
	 * @param action what whoever starts the site should do about it
	 */
	public StartupException(String description, String action) {
		this(description, action, null);
	}

	public StartupException(String description, String action, Throwable cause) {
		super(description, cause);
		this.action = action;
	}

	public String action() {
		return this.action;
	}

}
