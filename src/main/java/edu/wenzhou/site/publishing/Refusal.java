package edu.wenzhou.site.publishing;

import java.util.List;
import java.util.Map;

/** Why a step can't be taken now, as a message for the person who asked for it. */
class Refusal extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/** What of a form has to be changed, by the message that says so. */
	private static final Map<String, String> FIELDS = Map.of("staff.refusal.reason", "reason", "staff.refusal.comment",
			"comment", "staff.refusal.address", "to", "staff.refusal.day", "due", "staff.refusal.time", "at",
			"staff.refusal.days", "days", "staff.refusal.after-end", "at", "staff.refusal.opinion-day", "due");

	private final String key;

	private final transient List<Problem> problems;

	Refusal(String key) {
		this(key, List.of());
	}

	/** Something of the form has to be changed first. */
	Refusal(String key, List<Problem> problems) {
		super(key, null, false, false);
		this.key = key;
		this.problems = problems;
	}

	String getKey() {
		return this.key;
	}

	List<Problem> getProblems() {
		return this.problems;
	}

	/**
	 * The id of the field that it is about; null for none.
	 * @param address to which the form was sent
	 */
	String control(String address) {
		String field = FIELDS.get(this.key);
		String form = address.substring(address.lastIndexOf('/') + 1);
		return (field == null) ? null : switch (form) {
			case "review" -> field.equals("reason") ? "comment" : field;
			case "submit" -> field;
			default -> form + "_" + field;
		};
	}

}
