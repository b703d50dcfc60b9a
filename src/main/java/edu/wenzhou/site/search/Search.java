package edu.wenzhou.site.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import edu.wenzhou.site.search.Ranking.Match;
import edu.wenzhou.site.search.Ranking.Place;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Looks through the index. No statement takes longer than {@link #SECONDS}, so that no
 * query keeps the others waiting.
 */
@Service
class Search {

	static final int SECONDS = 3;

	/** So many are weighed by all their words; the others by their names and leads. */
	private static final int WEIGHED = 200;

	/** So many names are compared for one that looks like the query. */
	private static final int NAMES = 3_000;

	/** How much of a text excerpts are cut from. */
	private static final int READ = 20_000;

	/** What is looked through; the condition of an {@link Area} goes into it. */
	static final String IN_AREA = "build = (select build from search_index) and %s";

	/** Of D, C, B and A. */
	private static final String WEIGHTS = "'{0.1, 0.3, 0.5, 1.0}'";

	/**
	 * What speaks for an entry besides its words: that it is called what was typed, or
	 * begins with it; that it is a page and not a part of one, or even one that is always
	 * there; that it is new, where it has a date.
	 */
	private static final String FACTOR = """
			case when :key = any (keys) then 12 when :key = any (spellings) then 8
			  when exists (select from unnest(keys) k where starts_with(k, :key)) then 2.5
			  when exists (select from unnest(spellings) s where starts_with(s, :key)) then 2 else 1 end
			* case when type = 'page' then 1.3 when strpos(path, '#') = 0 then 1 else 0.7 end
			* case when dated_at is null then 1 when dated_at > :today then 1
			  else 1 / (1 + extract(epoch from :today - dated_at) / 31557600) end""";

	/** The newest; what has no date is always among them. */
	private static final String NEWEST = "order by dated_at desc nulls first, id limit " + Ranking.MOST;

	private static final String FOUND = """
			with found as materialized (
			  select id, item_id, type, path, keys, spellings, dated_at, head, words from search_document
			  where %1$s and words @@ cast(:pieces as tsquery) %2$s
			), judged as materialized (
			  select *, %3$s as stands from found
			), rough as materialized (
			  select *, %4$s as factor, ts_rank_cd(%5$s, head, cast(:rank as tsquery), 1) as weight
			  from judged where stands or not exists (select from judged where stands)
			), best as (
			  select id, ts_rank_cd(%5$s, words, cast(:rank as tsquery), 1) as weight
			  from (select id, words from rough order by factor * (weight + 0.01) desc, id limit %6$d) b
			)
			select r.id, r.item_id, r.type, r.stands from rough r left join best b on b.id = r.id
			order by b.id is null, r.factor * coalesce(b.weight, r.weight) desc, r.dated_at desc nulls first, r.id""";

	private static final String SIMILAR = """
			with found as materialized (
			  select id, item_id, type, path, keys, spellings, dated_at, head, words from search_document
			  where %1$s and words @@ cast(:part as tsquery) %2$s
			), judged as (
			  select *, %3$s as factor, %4$s as sounds from found
			), rough as (
			  select * from judged order by sounds desc, ts_rank_cd(%5$s, head, cast(:any as tsquery)) * factor desc, id limit %6$d
			), weighed as (
			  select r.*, ts_rank_cd(%5$s, flat, cast(:any as tsquery), 1) as weight,
			    (select count(*) from unnest(cast(:list as text[])) piece where flat @@ cast(piece as tsquery)) as pieces
			  -- Unpacked once and not for each piece
			  from rough r cross join lateral (select words || cast('' as tsvector) as flat offset 0) unpacked
			)
			select id, item_id, type from weighed where sounds or pieces >= :least
			order by sounds desc, pieces * pieces * factor * (weight + 0.01) desc, dated_at desc nulls first, id""";

	private static final String NAMED = """
			with found as materialized (
			  select id, type, path, title, keys, spellings, dated_at from search_document
			  where %1$s and head @@ cast(:names as tsquery) %2$s
			)
			select title, path from found order by %3$s desc, length(title), id limit :limit""";

	private static final String ENTRY = "select id, item_id, type, path, title, left(plain_text, " + READ
			+ ") as text, dated_at from search_document where ";

	private final JdbcClient jdbc;

	private final Clock clock;

	Search(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** All that a query finds, by the strictest way that finds anything. */
	@Transactional(readOnly = true, timeout = SECONDS)
	public Ranking rank(Query query, Area area) {
		if (query.isEmpty() || query.isTooLong()) {
			return Ranking.NOTHING;
		}
		Ranking found = found(query, area);
		return found.isEmpty() ? similar(query, area) : found;
	}

	private Ranking found(Query query, Area area) {
		String pieces = query.inPieces();
		String exact = query.asItStands();
		boolean same = pieces.equals(exact);
		boolean[] stands = new boolean[1];
		List<Place> places = this.jdbc
			.sql(FOUND.formatted(IN_AREA.formatted(area.condition()), NEWEST,
					same ? "true" : "words @@ cast(:exact as tsquery)", FACTOR, WEIGHTS, WEIGHED))
			.params(parameters(query, area))
			.param("pieces", pieces)
			.param("exact", exact)
			.param("rank", exact)
			.query((row, number) -> {
				stands[0] = row.getBoolean("stands");
				return place(row, number);
			})
			.list();
		return new Ranking(stands[0] ? Match.AS_IT_STANDS : Match.IN_PIECES, places);
	}

	private Ranking similar(Query query, Area area) {
		List<String> pieces = query.getPieces();
		String sound = query.soundsLike();
		int least = (pieces.size() < 3) ? 1 : Math.max(2, (pieces.size() + 1) / 2);
		List<Place> places = this.jdbc
			.sql(SIMILAR.formatted(IN_AREA.formatted(area.condition()), NEWEST, FACTOR,
					sound.isEmpty() ? "false" : "head @@ cast(:sound as tsquery)", WEIGHTS, WEIGHED))
			.params(parameters(query, area))
			.param("part", query.inPart())
			.param("any", String.join(" | ", pieces))
			.param("sound", sound)
			.param("list", pieces.toArray(String[]::new))
			.param("least", least)
			.query(Search::place)
			.list();
		return places.isEmpty() ? Ranking.NOTHING : new Ranking(Match.IN_PART, places);
	}

	/**
	 * Entries by their numbers, and those of an area at some paths, in any order.
	 */
	@Transactional(readOnly = true, timeout = SECONDS)
	public List<Entry> entries(Collection<Place> places, Collection<String> paths, Area area) {
		return (places.isEmpty() && paths.isEmpty()) ? List.of()
				: this.jdbc
					.sql(ENTRY + "id = any (cast(:ids as bigint[])) or path = any (cast(:paths as text[])) and "
							+ IN_AREA.formatted(area.condition()))
					.params(area.parameters())
					.param("ids", places.stream().map(Place::id).toArray(Long[]::new))
					.param("paths", paths.toArray(String[]::new))
					.query(Search::entry)
					.list();
	}

	/** What is called as the query begins, the best first. */
	@Transactional(readOnly = true, timeout = SECONDS)
	public List<Name> named(Query query, Area area, int limit) {
		return (query.isEmpty() || query.isTooLong()) ? List.of() : this.jdbc
			.sql(NAMED.formatted(IN_AREA.formatted(area.condition()), NEWEST, FACTOR))
			.params(parameters(query, area))
			.param("names", query.inNames())
			.param("limit", limit)
			.query((row, number) -> new Name(row.getString("title"), row.getString("path"), List.of(), List.of()))
			.list();
	}

	/** The names of whatever has no date, to be compared with what was mistyped. */
	@Transactional(readOnly = true, timeout = SECONDS)
	public List<Name> names(Area area) {
		return this.jdbc
			.sql("select title, path, keys, spellings from search_document where " + IN_AREA.formatted(area.condition())
					+ " and dated_at is null order by id limit " + NAMES)
			.params(area.parameters())
			.query((row, number) -> new Name(row.getString("title"), row.getString("path"), texts(row, "keys"),
					texts(row, "spellings")))
			.list();
	}

	private Map<String, Object> parameters(Query query, Area area) {
		Map<String, Object> parameters = new HashMap<>(area.parameters());
		parameters.put("key", query.getKey());
		parameters.put("today", this.clock.instant().atOffset(ZoneOffset.UTC));
		return parameters;
	}

	private static Place place(ResultSet row, int number) throws SQLException {
		return new Place(row.getLong("id"), row.getObject("item_id", Long.class), row.getString("type"));
	}

	private static Entry entry(ResultSet row, int number) throws SQLException {
		return new Entry(row.getLong("id"), row.getObject("item_id", Long.class), row.getString("type"),
				row.getString("path"), row.getString("title"), row.getString("text"),
				row.getObject("dated_at", OffsetDateTime.class));
	}

	private static List<String> texts(ResultSet row, String column) throws SQLException {
		return Arrays.asList((String[]) row.getArray(column).getArray());
	}

	/**
	 * What there is to show of an entry.
	 *
	 * @param path empty for a draft
	 * @param dated null for what has no date
	 */
	record Entry(long id, Long item, String type, String path, String title, String text, OffsetDateTime dated) {

	}

	/**
	 * What something is called.
	 *
	 * @param keys all its names as they are compared
	 * @param spellings the same in pinyin
	 */
	record Name(String title, String path, List<String> keys, List<String> spellings) {

	}

}
