package edu.wenzhou.site.staff;

/** Why something is not done, as a message for the person who asked for it. */
class Refusal extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String field;

	private final String key;

	/** About the whole request. */
	Refusal(String key) {
		this(null, key);
	}

	/** About one field of a form. */
	Refusal(String field, String key) {
		super(key, null, false, false);
		this.field = field;
		this.key = key;
	}

	/** Null where it is about no field in particular. */
	String getField() {
		return this.field;
	}

	String getKey() {
		return this.key;
	}

}
