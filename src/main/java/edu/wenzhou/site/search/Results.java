package edu.wenzhou.site.search;

import java.time.LocalDate;
import java.util.List;

import edu.wenzhou.site.search.Excerpt.Piece;
import edu.wenzhou.site.search.Ranking.Match;

/**
 * What the page of a search shows.
 *
 * @param number how many there are of all kinds, each counted once
 * @param cut whether there may be more
 * @param best what people have chosen for this query
 * @param groups what was found, by kind
 * @param others the kinds that are not shown, where one is
 * @param nearest what may have been meant, where nothing was found
 */
record Results(Match match, int number, boolean cut, List<Hit> best, List<Group> groups, List<Group> others,
		List<Hit> nearest) {

	/**
	 * What was found of a kind.
	 *
	 * @param kind its name in messages and addresses
	 * @param number how many there are, but for those that stand above all others
	 * @param all how many there are with those
	 * @param hits those that are shown
	 */
	record Group(String kind, int number, int all, List<Hit> hits) {

	}

	/**
	 * Something that was found.
	 *
	 * @param titleLang the {@code lang} attribute that its title needs; null where that
	 * of the page is right
	 * @param excerpt empty where there is nothing to read
	 * @param date null for what has none
	 */
	record Hit(String path, List<Piece> title, String titleLang, List<Piece> excerpt, String excerptLang,
			LocalDate date) {

	}

}
