package edu.wenzhou.site.search;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which rows a list of the search pages shows, as typed: what is not understood filters
 * nothing.
 *
 * @param q part of the words
 * @param state {@code done} for what is settled; only of what was looked for in vain
 */
record SearchListFilter(String q, String state) {

	static final String DONE = "done";

	private static final int LONGEST = 60;

	SearchListFilter {
		q = (q != null) ? q.replaceAll("\\p{C}", "").strip() : "";
		q = q.substring(0, q.offsetByCodePoints(0, Math.min(q.codePointCount(0, q.length()), LONGEST)));
		state = DONE.equals(state) ? state : "";
	}

	public boolean isOpen() {
		return this.state.isEmpty();
	}

	/** What is asked for, by the names of the parameters; no more than that. */
	Map<String, String> asked() {
		Map<String, String> asked = new LinkedHashMap<>();
		asked.put("q", this.q);
		asked.put("state", this.state);
		asked.values().removeIf(String::isEmpty);
		return asked;
	}

}
