package edu.wenzhou.site.kept;

import java.util.Map;

/**
 * Which entries a list shows, as typed.
 *
 * @param q part of their words; empty for all
 */
public record KeptFilter(String q) {

	private static final int LONGEST = 60;

	public KeptFilter {
		q = (q != null) ? q.replaceAll("\\p{C}", "").strip() : "";
		q = q.substring(0, q.offsetByCodePoints(0, Math.min(q.codePointCount(0, q.length()), LONGEST)));
	}

	/** What is asked for, by the names of the parameters; no more than that. */
	public Map<String, String> asked() {
		return this.q.isEmpty() ? Map.of() : Map.of("q", this.q);
	}

}
