package edu.wenzhou.site.database;

/** The database does not answer, which may pass; nothing is known to be set wrongly. */
class UnreachableException extends StartupException {

	private static final long serialVersionUID = 1L;

	UnreachableException(String description, String action, Throwable cause) {
		super(description, action, cause);
	}

}
