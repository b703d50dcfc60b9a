package edu.wenzhou.site.search;

import java.util.List;

import edu.wenzhou.site.kept.KeptEntry;

/**
 * A query and the pages that come first for it.
 *
 * @param query as people wrote it
 * @param changedBy who changed it last
 */
record BestBet(long id, long version, String query, List<Target> pages, String changedBy,
		String changedAt) implements KeptEntry {

	@Override
	public String name() {
		return this.query;
	}

	/** Whether one of its pages is no longer public. */
	public boolean isBroken() {
		return this.pages.stream().anyMatch((page) -> !page.shown());
	}

	/**
	 * One of its pages.
	 *
	 * @param path without language
	 * @param shown whether it is public now; what is not is left out of results
	 */
	record Target(String path, boolean shown) {

	}

}
