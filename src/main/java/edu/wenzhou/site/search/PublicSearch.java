package edu.wenzhou.site.search;

import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import edu.wenzhou.site.search.Excerpt.Piece;
import edu.wenzhou.site.search.Ranking.Match;
import edu.wenzhou.site.search.Ranking.Place;
import edu.wenzhou.site.search.Results.Group;
import edu.wenzhou.site.search.Results.Hit;
import edu.wenzhou.site.search.Search.Entry;
import edu.wenzhou.site.search.Search.Name;
import edu.wenzhou.site.web.Language;
import org.springframework.stereotype.Service;

/** What visitors find: nothing but what is public at the moment. */
@Service
class PublicSearch {

	/** Of each kind, where all kinds are shown. */
	static final int OF_A_KIND = 5;

	private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

	private static final int SUGGESTIONS = 8;

	private final Search search;

	private final Synonyms synonyms;

	private final BestBets bets;

	private final SearchLog log;

	private final Clock clock;

	PublicSearch(Search search, Synonyms synonyms, BestBets bets, SearchLog log, Clock clock) {
		this.search = search;
		this.synonyms = synonyms;
		this.bets = bets;
		this.log = log;
		this.clock = clock;
	}

	/** What was typed, with what means the same. */
	Query query(String typed) {
		return Query.of(typed, this.synonyms.all());
	}

	Ranking rank(Query query, Language language) {
		return this.search.rank(query, area(language));
	}

	/** The first ones of all kinds. */
	Results all(Query query, Ranking ranking, Language language) {
		Map<String, List<Place>> shown = new LinkedHashMap<>();
		Map<String, Integer> numbers = ranking.numbers();
		numbers.keySet().forEach((kind) -> shown.put(kind, ranking.of(kind).stream().limit(OF_A_KIND).toList()));
		List<String> best = this.bets.paths(query.getTyped());
		List<Entry> entries = this.search.entries(shown.values().stream().flatMap(List::stream).toList(), best,
				area(language));
		List<Group> groups = new ArrayList<>();
		shown.forEach((kind, places) -> groups
			.add(new Group(kind, numbers.get(kind), hits(places, entries, query, ranking.match(), language))));
		List<Hit> chosen = chosen(best, entries, query, language);
		if (ranking.isEmpty() && chosen.isEmpty()) {
			this.log.foundNothing(query.getTyped(), language);
		}
		return new Results(ranking.match(), ranking.places().size(), ranking.isCut(), chosen, groups, List.of(),
				nearest(query, ranking.match(), groups, language));
	}

	/**
	 * A stretch of one kind.
	 * @param first whether it is the first that is shown for the query, and so has what
	 * people have chosen above it
	 */
	Results some(Query query, Ranking ranking, String kind, int offset, int most, boolean first, Language language) {
		List<Place> all = ranking.of(kind);
		List<Place> shown = all.stream().skip(offset).limit(most).toList();
		List<String> best = first ? this.bets.paths(query.getTyped()) : List.of();
		List<Entry> entries = this.search.entries(shown, best, area(language));
		List<Group> groups = all.isEmpty() ? List.of()
				: List.of(new Group(kind, all.size(), hits(shown, entries, query, ranking.match(), language)));
		List<Group> others = new ArrayList<>();
		ranking.numbers().forEach((other, number) -> {
			if (!other.equals(kind)) {
				others.add(new Group(other, number, List.of()));
			}
		});
		return new Results(ranking.match(), ranking.places().size(), ranking.isCut(),
				chosen(best, entries, query, language), groups, others,
				nearest(query, ranking.match(), groups, language));
	}

	private static List<Hit> chosen(List<String> paths, List<Entry> entries, Query query, Language language) {
		return paths.stream()
			.flatMap((path) -> entries.stream().filter((entry) -> entry.path().equals(path)).limit(1))
			.map((entry) -> hit(entry, query, Match.AS_IT_STANDS, language))
			.toList();
	}

	/** What is called as somebody begins to type; each name once. */
	List<Name> suggestions(Query query, Language language) {
		Set<String> titles = new HashSet<>();
		return this.search.named(query, area(language), SUGGESTIONS * 2)
			.stream()
			.filter((name) -> titles.add(name.title()))
			.limit(SUGGESTIONS)
			.toList();
	}

	/** What may have been meant, if it is not the first that is shown. */
	private List<Hit> nearest(Query query, Match match, List<Group> groups, Language language) {
		if (query.isEmpty() || match == Match.AS_IT_STANDS || match == Match.IN_PIECES) {
			return List.of();
		}
		List<Name> names = Spelling.nearest(query, this.search.names(area(language)),
				(match == Match.NOTHING) ? Spelling.SOMEWHAT : Spelling.MUCH);
		boolean first = !names.isEmpty() && !groups.isEmpty()
				&& groups.get(0).hits().stream().limit(1).anyMatch((hit) -> hit.path().equals(names.get(0).path()));
		return first ? List.of()
				: names.stream()
					.map((name) -> new Hit(name.path(), List.of(new Piece(name.title(), false)),
							lang(name.title(), language), List.of(), null, null))
					.toList();
	}

	/** What was taken away in between is left out. */
	private static List<Hit> hits(List<Place> places, List<Entry> entries, Query query, Match match,
			Language language) {
		return places.stream()
			.flatMap((place) -> entries.stream().filter((entry) -> entry.id() == place.id()))
			.map((entry) -> hit(entry, query, match, language))
			.toList();
	}

	private static Hit hit(Entry entry, Query query, Match match, Language language) {
		return new Hit(entry.path(), Excerpt.whole(entry.title(), query, match), lang(entry.title(), language),
				Excerpt.around(entry.text(), query, match), lang(entry.text(), language),
				(entry.dated() != null) ? entry.dated().atZoneSameInstant(ZONE).toLocalDate() : null);
	}

	/** The {@code lang} attribute of a text on a page. */
	static String lang(String text, Language language) {
		return (language == Language.ENGLISH && text.codePoints().anyMatch(Folded::isHan)) ? Language.CHINESE.tag()
				: null;
	}

	private Area area(Language language) {
		return Area.published(language, this.clock.instant());
	}

}
