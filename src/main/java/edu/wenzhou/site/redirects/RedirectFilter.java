package edu.wenzhou.site.redirects;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which redirects a list shows, as typed: what is not understood filters nothing.
 *
 * @param q part of either address
 * @param state {@code idle} for those that lead nobody anywhere
 */
record RedirectFilter(String q, String state) {

	/** In SQL, over the parameter {@code q}. */
	static final String MATCHES = "position(lower(:q) in lower(source || ' ' || target)) > 0";

	static final String IDLE = "idle";

	RedirectFilter {
		// Among them the one character that PostgreSQL does not know
		q = (q != null) ? q.replaceAll("\\p{C}", "").strip() : "";
		state = IDLE.equals(state) ? IDLE : "";
	}

	public boolean isIdle() {
		return this.state.equals(IDLE);
	}

	/** What is asked for, by the names of the parameters; no more than that. */
	public Map<String, String> asked() {
		Map<String, String> asked = new LinkedHashMap<>();
		asked.put("q", this.q);
		asked.put("state", this.state);
		asked.values().removeIf(String::isEmpty);
		return asked;
	}

}
