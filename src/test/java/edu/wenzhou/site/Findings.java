package edu.wenzhou.site;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What broke which rule, and where it was seen. */
final class Findings {

	private static final int PLACES_SHOWN = 4;

	private final Map<Rule, Map<String, List<String>>> found = new EnumMap<>(Rule.class);

	void add(Rule rule, String what, String where) {
		this.found.computeIfAbsent(rule, (key) -> new LinkedHashMap<>())
			.computeIfAbsent(what, (key) -> new ArrayList<>())
			.add(where);
	}

	void addAll(Rule rule, List<String> found, String where) {
		found.forEach((what) -> add(rule, what, where));
	}

	/** One paragraph a fault, each with the first places where it was seen. */
	List<String> of(Rule rule) {
		List<String> texts = new ArrayList<>();
		this.found.getOrDefault(rule, Map.of()).forEach((what, where) -> {
			int more = where.size() - PLACES_SHOWN;
			texts.add("%n%s%n    on %s%s".formatted(what,
					String.join("; ", where.subList(0, Math.min(PLACES_SHOWN, where.size()))),
					(more > 0) ? "; and " + more + " more" : ""));
		});
		return texts;
	}

	/** What a page is held to. */
	enum Rule {

		AXE, SIDEWAYS, CONSOLE, REQUESTS, BUDGET, TARGETS, SHIFTS, LOST_TEXT, ZOOM, SPACING

	}

}
