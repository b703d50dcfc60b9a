package edu.wenzhou.site.wording;

import edu.wenzhou.site.kept.KeptEntry;

/**
 * A word or a phrase that texts are looked through for.
 *
 * @param word as people wrote it
 * @param suggestion what to write instead; empty for none
 * @param note why; may be empty
 */
record WatchedWord(long id, long version, String word, Severity severity, String suggestion, String note,
		String changedBy, String changedAt) implements KeptEntry {

	@Override
	public String name() {
		return this.word;
	}

}
