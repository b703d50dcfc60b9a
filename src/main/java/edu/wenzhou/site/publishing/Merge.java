package edu.wenzhou.site.publishing;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Brings two texts that began with the same one together, field by field.
 *
 * @param values with what only one of the two changed, and mine where both did
 * @param open the fields that both changed, each to something else
 */
record Merge(Values values, Set<String> open) {

	/**
	 * Merges.
	 * @param begun the text that both began with; null if it is not known, and then every
	 * difference is to be decided
	 */
	static Merge of(Values begun, Values mine, Values theirs) {
		Values merged = mine;
		Set<String> open = new LinkedHashSet<>();
		for (String field : mine.differing(theirs)) {
			if (begun != null && mine.get(field).equals(begun.get(field))) {
				merged = merged.with(field, theirs.get(field));
			}
			else if (begun == null || !theirs.get(field).equals(begun.get(field))) {
				open.add(field);
			}
		}
		return new Merge(merged, open);
	}

}
