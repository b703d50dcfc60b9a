package edu.wenzhou.site.search;

import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

	/**
	 * All that there is to show for a query.
	 * @param chosen whether what people have chosen stands above the rest
	 */
	Found find(Query query, boolean chosen, Language language) {
		Ranking ranking = this.search.rank(query, area(language));
		List<String> paths = chosen ? this.bets.paths(query.getTyped()) : List.of();
		List<Entry> entries = this.search.entries(List.of(), paths, area(language));
		return new Found(query, language, ranking,
				paths.stream()
					.flatMap((path) -> entries.stream().filter((entry) -> entry.path().equals(path)).limit(1))
					.toList());
	}

	/** The first ones of all kinds. */
	Results all(Found found) {
		if (found.isEmpty()) {
			this.log.foundNothing(found.query().getTyped(), found.language());
		}
		Map<String, List<Place>> shown = new LinkedHashMap<>();
		Ranking rest = found.rest();
		rest.numbers().keySet().forEach((kind) -> shown.put(kind, rest.of(kind).stream().limit(OF_A_KIND).toList()));
		List<Entry> entries = this.search.entries(shown.values().stream().flatMap(List::stream).toList(), List.of(),
				area(found.language()));
		List<Group> groups = new ArrayList<>();
		shown.forEach((kind, places) -> groups.add(group(found, kind, hits(places, entries, found))));
		return results(found, true, groups, List.of());
	}

	/**
	 * A stretch of one kind.
	 * @param first whether it is the first that is shown for the query, and so has what
	 * people have chosen above it
	 */
	Results some(Found found, String kind, int offset, int most, boolean first) {
		List<Place> shown = found.rest().of(kind).stream().skip(offset).limit(most).toList();
		List<Entry> entries = this.search.entries(shown, List.of(), area(found.language()));
		List<Group> groups = shown.isEmpty() ? List.of() : List.of(group(found, kind, hits(shown, entries, found)));
		List<Group> others = found.all()
			.numbers()
			.keySet()
			.stream()
			.filter((other) -> !other.equals(kind))
			.map((other) -> group(found, other, List.of()))
			.toList();
		return results(found, first, groups, others);
	}

	private Results results(Found found, boolean first, List<Group> groups, List<Group> others) {
		List<Hit> chosen = first ? found.chosen()
			.stream()
			.map((entry) -> hit(entry, found.query(), Match.AS_IT_STANDS, found.language()))
			.toList() : List.of();
		return new Results(found.all().match(), found.number(), found.all().isCut(), chosen, groups, others,
				nearest(found, groups));
	}

	private static Group group(Found found, String kind, List<Hit> hits) {
		return new Group(kind, found.rest().of(kind).size(), found.all().of(kind).size(), hits);
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

	/** What may have been meant, if it is not what is shown first. */
	private List<Hit> nearest(Found found, List<Group> groups) {
		Match match = found.all().match();
		if (found.query().isEmpty() || match == Match.AS_IT_STANDS || match == Match.IN_PIECES) {
			return List.of();
		}
		List<Name> names = Spelling.nearest(found.query(), this.search.names(area(found.language())),
				(match == Match.NOTHING) ? Spelling.SOMEWHAT : Spelling.MUCH);
		Stream<String> first = Stream.concat(found.chosen().stream().map(Entry::path),
				groups.stream().limit(1).flatMap((group) -> group.hits().stream()).limit(1).map(Hit::path));
		return first.anyMatch((path) -> !names.isEmpty() && path.equals(names.get(0).path())) ? List.of()
				: names.stream()
					.map((name) -> new Hit(name.path(), List.of(new Piece(name.title(), false)),
							lang(name.title(), found.language()), List.of(), null, null))
					.toList();
	}

	/** What was taken away in between is left out. */
	private static List<Hit> hits(List<Place> places, List<Entry> entries, Found found) {
		return places.stream()
			.flatMap((place) -> entries.stream().filter((entry) -> entry.id() == place.id()))
			.map((entry) -> hit(entry, found.query(), found.all().match(), found.language()))
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

	/**
	 * What a query finds.
	 *
	 * @param all the whole of it
	 * @param chosen what people have put above it, in their order; some of that may be
	 * among it
	 * @param rest all but what stands above it
	 */
	record Found(Query query, Language language, Ranking all, List<Entry> chosen, Ranking rest) {

		Found(Query query, Language language, Ranking all, List<Entry> chosen) {
			this(query, language, all, chosen, all.without(chosen.stream().map(Entry::id).collect(Collectors.toSet())));
		}

		/** Where there may be more than were counted, so many are as many as are said. */
		int number() {
			return this.all.isCut() ? Ranking.MOST : this.chosen.size() + this.rest.places().size();
		}

		boolean isEmpty() {
			return this.all.isEmpty() && this.chosen.isEmpty();
		}

	}

}
