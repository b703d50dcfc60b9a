package edu.wenzhou.site.search;

import java.util.LinkedHashMap;
import java.util.Map;

import edu.wenzhou.site.kept.KeptFilter;

/**
 * Which rows the list of what was looked for in vain shows, as typed: what is not
 * understood filters nothing.
 *
 * @param q part of the words
 * @param state {@code done} for what is settled
 */
record SearchListFilter(String q, String state) {

	static final String DONE = "done";

	SearchListFilter {
		q = new KeptFilter(q).q();
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
