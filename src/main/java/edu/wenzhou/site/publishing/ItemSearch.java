package edu.wenzhou.site.publishing;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds items by their words: in what people wrote last, and in what is public where that
 * is another text. What of it a person may see is not its business: whoever asks says of
 * which items, by a condition in SQL on {@code content_item i}.
 */
public interface ItemSearch {

	/**
	 * The condition that an item has every part of a query as it stands.
	 * @param parameters to which those of the condition are added
	 * @return nothing where there is nothing in the query that could be found
	 */
	Optional<String> condition(String query, Map<String, Object> parameters);

	/**
	 * All items that a query finds, the best first, by the strictest way that finds
	 * anything.
	 * @param among which items are looked through
	 */
	Found find(String query, String among, Map<String, ?> parameters);

	/** What there is to show of some that were found, by item. */
	Map<Long, Hit> hits(Found found, List<Place> places);

	/**
	 * What was found.
	 *
	 * @param query as it is shown to whoever typed it
	 * @param longest null unless the query is longer, and so not looked for
	 * @param fit the name of how well it fits: {@code AS_IT_STANDS}, {@code IN_PIECES},
	 * {@code IN_PART} or {@code NOTHING}
	 * @param cut whether there may be more
	 */
	record Found(String query, Longest longest, String fit, List<Place> places, boolean cut) {

	}

	/**
	 * How long a query may be.
	 *
	 * @param characters in Chinese ones; a word counts as two
	 * @param letters in signs of any kind
	 */
	record Longest(int characters, int letters) {

	}

	/** An item, and which of its entries in the index were found. */
	record Place(long item, List<Long> entries) {

	}

	/**
	 * What was found of an item.
	 *
	 * @param draft whether in what people wrote last, and not only in what is public
	 * @param excerpt empty where there is nothing to read
	 */
	record Hit(boolean draft, List<Piece> title, List<Piece> excerpt) {

	}

	/**
	 * A piece of a text.
	 *
	 * @param marked whether it was looked for
	 */
	record Piece(String text, boolean marked) {

	}

}
