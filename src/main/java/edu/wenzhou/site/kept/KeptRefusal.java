package edu.wenzhou.site.kept;

import org.springframework.validation.Errors;

/** Why something is not saved, as a message about one field of its form. */
public class KeptRefusal extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String field;

	private final transient Object[] arguments;

	public KeptRefusal(String field, String key, Object... arguments) {
		super(key, null, false, false);
		this.field = field;
		this.arguments = arguments;
	}

	void addTo(Errors errors) {
		errors.rejectValue(this.field, getMessage(), this.arguments, null);
	}

}
