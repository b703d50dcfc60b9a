package edu.wenzhou.site.web;

/** A filter was asked for something that it does not offer. */
class UnknownChoiceException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient Filter<?> filter;

	private final String value;

	UnknownChoiceException(Filter<?> filter, String value) {
		super(null, null, false, false);
		this.filter = filter;
		this.value = value;
	}

	Filter<?> getFilter() {
		return this.filter;
	}

	String getValue() {
		return this.value;
	}

}
