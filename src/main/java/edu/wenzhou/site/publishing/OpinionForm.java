package edu.wenzhou.site.publishing;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The form below a preview, as it was typed.
 *
 * @param opinion the name of an {@link Opinion.Kind}; anything else where none was chosen
 */
record OpinionForm(String name, String opinion, String comment) {

	static final int LONGEST_NAME = 40;

	static final int LONGEST_COMMENT = 2_000;

	static final OpinionForm EMPTY = new OpinionForm("", "", "");

	/**
	 * Without what no text needs: characters that are not seen, or that turn others
	 * round.
	 */
	static OpinionForm typed(String name, String opinion, String comment) {
		return new OpinionForm(name.replaceAll("\\s+", " ").replaceAll("\\p{C}", "").strip(), opinion,
				comment.replaceAll("\\r\\n?", "\n").replaceAll("[\\p{C}&&[^\\n\\t]]", "").strip());
	}

	/** What is wrong, by the field, as the end of a message. */
	Map<String, String> problems() {
		Map<String, String> problems = new LinkedHashMap<>();
		if (this.name.isEmpty() || length(this.name) > LONGEST_NAME) {
			problems.put("name", this.name.isEmpty() ? "name" : "name-long");
		}
		if (kind() == null) {
			problems.put("opinion", "choice");
		}
		if (length(this.comment) > LONGEST_COMMENT) {
			problems.put("comment", "comment-long");
		}
		else if (kind() == Opinion.Kind.OBJECT && this.comment.isEmpty()) {
			problems.put("comment", "comment");
		}
		return problems;
	}

	/** Null where none was chosen. */
	Opinion.Kind kind() {
		for (Opinion.Kind kind : Opinion.Kind.values()) {
			if (kind.name().equals(this.opinion)) {
				return kind;
			}
		}
		return null;
	}

	/** As the database counts. */
	private static int length(String text) {
		return text.codePointCount(0, text.length());
	}

}
