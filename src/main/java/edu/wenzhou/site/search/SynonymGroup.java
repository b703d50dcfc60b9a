package edu.wenzhou.site.search;

import java.util.List;

import edu.wenzhou.site.kept.KeptEntry;

/**
 * Words that a search takes for the same.
 *
 * @param words as people wrote them, in their order
 * @param changedBy empty for what came with the site
 */
record SynonymGroup(long id, long version, List<String> words, String changedBy,
		String changedAt) implements KeptEntry {

	@Override
	public String name() {
		return String.join(" = ", this.words);
	}

}
