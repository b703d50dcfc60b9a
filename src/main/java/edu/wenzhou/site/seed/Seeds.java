package edu.wenzhou.site.seed;

import java.util.List;
import java.util.Map;

/**
 * Everything that {@code seeds/} holds, checked.
 *
 * @param documents the source texts in their order
 * @param passages where each quote of a record stands
 */
record Seeds(List<SourceText> documents, List<SeedRecord.Omission> omissions, List<SeedRecord.Fact> facts,
		List<SeedRecord.Profile> profile, List<SeedRecord.Section> sections, List<SeedRecord.Event> events,
		List<SeedRecord.Predecessor> predecessors, List<SeedRecord.Campus> campuses, List<SeedRecord.School> schools,
		List<SeedRecord.Honour> honours, List<SeedRecord.Partnership> partnerships, Map<String, Passage> passages) {

	/**
	 * A passage of a source text, in code points.
	 *
	 * @param document its place in {@link #documents}
	 */
	record Passage(int document, int start, int end) {

	}

}
