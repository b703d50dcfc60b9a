package edu.wenzhou.site.search;

import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

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

	/**
	 * The first ones of all kinds.
	 */
	Results all(Query query, Ranking ranking, Language language) {
		Map<String, Integer> numbers = ranking.numbers();
		Map<String, List<Place>> shown = numbers.keySet()
			.stream()
			.collect(Collectors.toMap((kind) -> kind, (kind) -> ranking.of(kind).stream().limit(OF_A_KIND).toList()));
		Map<Long, Hit> hits = hits(shown.values().stream().flatMap(List::stream).toList(), query, ranking, language);
		List<Group> groups = new ArrayList<>();
		numbers.forEach((kind, number) -> groups.add(new Group(kind, number, in(shown.get(kind), hits))));
		List<Hit> best = best(query, language);
		if (ranking.isEmpty() && best.isEmpty()) {
			this.log.foundNothing(query.getTyped(), language);
		}
		return new Results(ranking.match(), ranking.places().size(), ranking.isCut(), best, groups, List.of(),
				nearest(query, ranking, language));
	}

	/** A stretch of one kind. */
	Results some(Query query, Ranking ranking, String kind, int offset, int most, Language language) {
		List<Place> all = ranking.of(kind);
		List<Place> shown = all.stream().skip(offset).limit(most).toList();
		List<Group> others = new ArrayList<>();
		ranking.numbers().forEach((other, number) -> {
			if (!other.equals(kind)) {
				others.add(new Group(other, number, List.of()));
			}
		});
		Group group = new Group(kind, all.size(), in(shown, hits(shown, query, ranking, language)));
		return new Results(ranking.match(), ranking.places().size(), ranking.isCut(), List.of(),
				all.isEmpty() ? List.of() : List.of(group), others, nearest(query, ranking, language));
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

	private List<Hit> best(Query query, Language language) {
		List<String> paths = this.bets.paths(query.getTyped());
		Map<String, Entry> byPath = this.search.at(paths, area(language))
			.stream()
			.collect(Collectors.toMap(Entry::path, Function.identity(), (one, other) -> one));
		return paths.stream()
			.map(byPath::get)
			.filter(Objects::nonNull)
			.map((entry) -> hit(entry, query, Match.AS_IT_STANDS, language))
			.toList();
	}

	private List<Hit> nearest(Query query, Ranking ranking, Language language) {
		if (!ranking.isEmpty() || query.isEmpty()) {
			return List.of();
		}
		return Spelling.nearest(query, this.search.names(area(language)))
			.stream()
			.map((name) -> new Hit(name.path(), List.of(new Piece(name.title(), false)), lang(name.title(), language),
					List.of(), null, null))
			.toList();
	}

	private Map<Long, Hit> hits(List<Place> places, Query query, Ranking ranking, Language language) {
		return this.search.entries(places.stream().map(Place::id).toList())
			.stream()
			.collect(Collectors.toMap(Entry::id, (entry) -> hit(entry, query, ranking.match(), language)));
	}

	/** What was taken away in between is left out. */
	private static List<Hit> in(List<Place> places, Map<Long, Hit> hits) {
		return places.stream().map((place) -> hits.get(place.id())).filter(Objects::nonNull).toList();
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
