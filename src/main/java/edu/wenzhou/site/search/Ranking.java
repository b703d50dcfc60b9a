package edu.wenzhou.site.search;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a query finds, the best first.
 *
 * @param match how well all of it fits
 * @param places what was found
 */
record Ranking(Match match, List<Place> places) {

	/** So many of the newest are found; of what has no date all. */
	static final int MOST = 2_000;

	static final Ranking NOTHING = new Ranking(Match.NOTHING, List.of());

	boolean isEmpty() {
		return this.places.isEmpty();
	}

	/** Whether there may be more than were counted. */
	boolean isCut() {
		return this.places.size() >= MOST;
	}

	/** How many there are of each type, that of the best first. */
	Map<String, Integer> numbers() {
		Map<String, Integer> numbers = new LinkedHashMap<>();
		this.places.forEach((place) -> numbers.merge(place.type(), 1, Integer::sum));
		return numbers;
	}

	/** Those of a type. */
	List<Place> of(String type) {
		return this.places.stream().filter((place) -> place.type().equals(type)).toList();
	}

	/** The others, in the same order. */
	Ranking without(Set<Long> ids) {
		return ids.isEmpty() ? this
				: new Ranking(this.match, this.places.stream().filter((place) -> !ids.contains(place.id())).toList());
	}

	/** How well what was found fits the query. */
	enum Match {

		/** Every part of the query as it was typed, or what means the same. */
		AS_IT_STANDS,

		/** Every piece of it, in other places. */
		IN_PIECES,

		/** Some of it, or what sounds the same. */
		IN_PART,

		NOTHING

	}

	/**
	 * An entry of the index.
	 *
	 * @param item null for a page that is always there
	 */
	record Place(long id, Long item, String type) {

	}

}
