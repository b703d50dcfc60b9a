package edu.wenzhou.site.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import edu.wenzhou.site.publishing.ItemSearch;
import edu.wenzhou.site.search.Ranking.Match;
import edu.wenzhou.site.search.Search.Entry;
import org.springframework.stereotype.Component;

/**
 * What people of the back office find, by the same index and in the same way as visitors
 * do.
 */
@Component
class DeskSearch implements ItemSearch {

	private final Search search;

	private final Synonyms synonyms;

	DeskSearch(Search search, Synonyms synonyms) {
		this.search = search;
		this.synonyms = synonyms;
	}

	@Override
	public Optional<String> condition(String query, Map<String, Object> parameters) {
		Query words = query(query);
		if (words.isEmpty()) {
			return Optional.empty();
		}
		parameters.put("words", words.asItStands());
		return Optional.of("i.id in (select item_id from search_document where %s and words @@ cast(:words as tsquery))"
			.formatted(Search.IN_AREA.formatted(Area.desk().condition())));
	}

	@Override
	public Found find(String query, String among, Map<String, ?> parameters) {
		Query words = query(query);
		Ranking ranking = this.search.rank(words,
				Area.desk().and("item_id in (select i.id from content_item i where " + among + ")", parameters));
		Map<Long, List<Long>> byItem = new LinkedHashMap<>();
		ranking.places()
			.forEach((place) -> byItem.computeIfAbsent(place.item(), (item) -> new ArrayList<>()).add(place.id()));
		return new Found(words.getTyped(), words.isTooLong() ? new Longest(Query.LONGEST, Query.MOST_LETTERS) : null,
				ranking.match().name(),
				byItem.entrySet().stream().map((item) -> new Place(item.getKey(), item.getValue())).toList(),
				ranking.isCut());
	}

	@Override
	public Map<Long, Hit> hits(Found found, List<Place> places) {
		Query words = query(found.query());
		Match match = Match.valueOf(found.fit());
		Map<Long, Hit> hits = new HashMap<>();
		this.search.entries(places.stream().flatMap(DeskSearch::entries).toList(), List.of(), Area.desk())
			.stream()
			// What was written last is shown rather than what is public
			.sorted(Comparator.comparing(DeskSearch::isDraft).reversed().thenComparing(Entry::id))
			.forEach((entry) -> hits.computeIfAbsent(entry.item(), (item) -> hit(entry, words, match)));
		return hits;
	}

	private static Stream<Ranking.Place> entries(Place place) {
		return place.entries().stream().map((entry) -> new Ranking.Place(entry, place.item(), ""));
	}

	/** What is public has an address. */
	private static boolean isDraft(Entry entry) {
		return entry.path().isEmpty();
	}

	private static Hit hit(Entry entry, Query query, Match match) {
		return new Hit(isDraft(entry), pieces(Excerpt.whole(entry.title(), query, match)),
				pieces(Excerpt.around(entry.text(), query, match)));
	}

	private static List<Piece> pieces(List<Excerpt.Piece> pieces) {
		return pieces.stream().map((piece) -> new Piece(piece.text(), piece.marked())).toList();
	}

	private Query query(String typed) {
		return Query.of(typed, this.synonyms.all());
	}

}
