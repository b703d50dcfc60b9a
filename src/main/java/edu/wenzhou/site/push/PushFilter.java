package edu.wenzhou.site.push;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which addresses a list shows, as typed: what is not understood filters nothing.
 *
 * @param q part of the address
 * @param engine as the table names it
 * @param state as the table names it
 */
record PushFilter(String q, String engine, String state) {

	static final List<String> STATES = List.of("WAITING", "SENDING", "SENT", "FAILED", "DROPPED");

	/** In SQL, over the three parameters. */
	static final String MATCHES = """
			position(lower(:q) in lower(url)) > 0 and (:engine = '' or a.engine = :engine) and (:state = '' or state = :state)""";

	PushFilter {
		q = text(q);
		engine = text(engine);
		state = (state != null && STATES.contains(state)) ? state : "";
	}

	/** What is asked for, by the names of the parameters; no more than that. */
	public Map<String, String> asked() {
		Map<String, String> asked = new LinkedHashMap<>(parameters());
		asked.values().removeIf(String::isEmpty);
		return asked;
	}

	Map<String, String> parameters() {
		Map<String, String> parameters = new LinkedHashMap<>();
		parameters.put("q", this.q);
		parameters.put("engine", this.engine);
		parameters.put("state", this.state);
		return parameters;
	}

	private static String text(String typed) {
		// Among them the one character that PostgreSQL does not know
		return (typed != null) ? typed.replaceAll("\\p{C}", "").strip() : "";
	}

}
