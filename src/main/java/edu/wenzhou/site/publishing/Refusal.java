package edu.wenzhou.site.publishing;

import java.util.List;
import java.util.Map;

import static java.util.Map.entry;

/** Why a step can't be taken now, as a message for the person who asked for it. */
class Refusal extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/** What of a form has to be changed, by the message that says so. */
	private static final Map<String, String> FIELDS = Map.ofEntries(entry("staff.refusal.reason", "reason"),
			entry("staff.refusal.reason-long", "reason"), entry("staff.refusal.comment", "comment"),
			entry("staff.refusal.comment-long", "comment"), entry("staff.refusal.note-long", "note"),
			entry("staff.refusal.address", "to"), entry("staff.refusal.day", "due"), entry("staff.refusal.time", "at"),
			entry("staff.refusal.past", "at"), entry("staff.refusal.days", "days"),
			entry("staff.refusal.after-end", "at"), entry("staff.refusal.opinion-day", "due"));

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
