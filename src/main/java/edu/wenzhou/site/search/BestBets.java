package edu.wenzhou.site.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import edu.wenzhou.site.audit.Actor;
import edu.wenzhou.site.audit.AuditTrail;
import edu.wenzhou.site.audit.AuditTrail.Item;
import edu.wenzhou.site.kept.KeptList;
import edu.wenzhou.site.kept.KeptRefusal;
import edu.wenzhou.site.publishing.PublicItem;
import edu.wenzhou.site.publishing.PublicationListener;
import edu.wenzhou.site.publishing.PerGeneration;
import edu.wenzhou.site.publishing.SiteGeneration;
import edu.wenzhou.site.search.BestBet.Target;
import edu.wenzhou.site.web.NotFoundException;
import edu.wenzhou.site.web.PublicPages;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Pages that come first for some queries, as people of the college choose them. */
@Service
class BestBets implements PublicationListener, KeptList<BestBet> {

	/** All of them are in memory. */
	static final int MOST = 1_000;

	private static final String BETS = "from search_best_bet b where (:q = '' or strpos(b.query, :q) > 0)";

	private static final String BET = """
			select b.id, b.version, b.label, b.changed_by, b.changed_at,
			  array(select p.path from search_best_bet_page p where p.best_bet_id = b.id order by p.position) as paths\s""";

	private final JdbcClient jdbc;

	private final SiteGeneration generation;

	private final PublicPages pages;

	private final Synonyms synonyms;

	private final SearchMisses misses;

	private final AuditTrail trail;

	private final Clock clock;

	private final PerGeneration<Map<String, List<String>>> all;

	BestBets(JdbcClient jdbc, SiteGeneration generation, PublicPages pages, Synonyms synonyms, SearchMisses misses,
			AuditTrail trail, Clock clock) {
		this.jdbc = jdbc;
		this.generation = generation;
		this.pages = pages;
		this.synonyms = synonyms;
		this.misses = misses;
		this.trail = trail;
		this.clock = clock;
		this.all = new PerGeneration<>(generation);
	}

	/**
	 * The paths of the public pages that come first for a query, or for another one that
	 * means the same.
	 */
	List<String> paths(String query) {
		Folded folded = Folded.of(query);
		Map<String, List<String>> bets = this.all.get(this::read);
		if (bets.isEmpty()) {
			return List.of();
		}
		List<String> paths = Stream
			.concat(Stream.of(folded.text()), this.synonyms.all().getOrDefault(folded.text(), List.of()).stream())
			.map((text) -> bets.get(key(text)))
			.filter(Objects::nonNull)
			.findFirst()
			.orElse(List.of());
		Set<String> shown = this.pages.among(paths);
		return paths.stream().filter(shown::contains).toList();
	}

	private Map<String, List<String>> read() {
		Map<String, List<String>> bets = new HashMap<>();
		this.jdbc.sql("""
				select b.label, p.path from search_best_bet b join search_best_bet_page p on p.best_bet_id = b.id
				order by b.id, p.position""").query((row) -> {
			bets.computeIfAbsent(key(row.getString("label")), (query) -> new ArrayList<>()).add(row.getString("path"));
		});
		return Map.copyOf(bets);
	}

	@Override
	@PreAuthorize(SearchRoles.READERS)
	public long count(String q) {
		return this.jdbc.sql("select count(*) " + BETS).param("q", key(q)).query(Long.class).single();
	}

	@Override
	@PreAuthorize(SearchRoles.READERS)
	public List<BestBet> list(String q, int offset, int limit) {
		List<Row> rows = this.jdbc
			.sql(BET + BETS + " order by b.changed_at desc, b.id desc limit :limit offset :offset")
			.param("q", key(q))
			.param("limit", limit)
			.param("offset", offset)
			.query(Row::of)
			.list();
		Set<String> shown = this.pages.among(rows.stream().flatMap((row) -> row.paths().stream()).distinct().toList());
		return rows.stream().map((row) -> row.bet(shown)).toList();
	}

	@Override
	@PreAuthorize(SearchRoles.KEEPERS)
	public BestBet get(long id) {
		Row row = this.jdbc.sql(BET + "from search_best_bet b where b.id = :id")
			.param("id", id)
			.query(Row::of)
			.optional()
			.orElseThrow(NotFoundException::new);
		return row.bet(this.pages.among(row.paths()));
	}

	/**
	 * Adds an entry.
	 * @throws KeptRefusal if the query has one already, or a path is no public page
	 */
	@Transactional
	@PreAuthorize(SearchRoles.KEEPERS)
	public void add(Actor actor, String query, List<String> paths) {
		takeTurn();
		check(-1, query, paths);
		if (this.jdbc.sql("select count(*) from search_best_bet").query(Long.class).single() >= MOST) {
			throw new KeptRefusal("query", "staff.search.bet.full", MOST);
		}
		long id = this.jdbc.sql("""
				insert into search_best_bet (query, label, changed_at, changed_by)
				values (:query, :label, :now, :name) returning id""")
			.param("query", key(query))
			.param("label", query)
			.param("now", now())
			.param("name", actor.name())
			.query(Long.class)
			.single();
		write(id, paths);
		changed(actor, "best-bet.add", id, query, paths);
	}

	/**
	 * Changes an entry.
	 * @return false where somebody else was quicker: then nothing is changed
	 * @throws KeptRefusal if the query has one already, or a path is no public page
	 */
	@Transactional
	@PreAuthorize(SearchRoles.KEEPERS)
	public boolean change(Actor actor, long id, long version, String query, List<String> paths) {
		takeTurn();
		BestBet before = get(id);
		if (before.version() != version) {
			return false;
		}
		check(id, query, paths);
		this.jdbc.sql("""
				update search_best_bet set query = :query, label = :label, version = version + 1, changed_at = :now,
				  changed_by = :name where id = :id""")
			.param("query", key(query))
			.param("label", query)
			.param("now", now())
			.param("name", actor.name())
			.param("id", id)
			.update();
		this.jdbc.sql("delete from search_best_bet_page where best_bet_id = ?").param(id).update();
		write(id, paths);
		changed(actor, "best-bet.change", id, query, paths);
		return true;
	}

	@Override
	@Transactional
	@PreAuthorize(SearchRoles.KEEPERS)
	public void delete(Actor actor, long id) {
		takeTurn();
		BestBet bet = get(id);
		this.jdbc.sql("delete from search_best_bet where id = ?").param(id).update();
		this.trail.done(actor, "best-bet.delete", item(id, bet.query()), Map.of());
	}

	/** An entry follows a page that moves. */
	@Override
	public void published(PublicItem item, String before) {
		if (before != null && !before.equals(item.path()) && item.hasPage()) {
			this.jdbc.sql("""
					update search_best_bet_page p set path = :path where path = :before and not exists (
					  select 1 from search_best_bet_page o where o.best_bet_id = p.best_bet_id and o.path = :path)""")
				.param("path", item.path())
				.param("before", before)
				.update();
		}
	}

	/**
	 * One at a time. Whoever publishes raises this number first, too, and may then move
	 * paths here: so nobody waits in a circle.
	 */
	private void takeTurn() {
		this.generation.raise(this.clock.instant());
	}

	private void check(long id, String query, List<String> paths) {
		if (this.jdbc.sql("select count(*) from search_best_bet where query = ? and id <> ?")
			.params(key(query), id)
			.query(Long.class)
			.single() > 0) {
			throw new KeptRefusal("query", "staff.search.bet.query.taken", query);
		}
		Set<String> wrong = new HashSet<>(paths);
		wrong.removeAll(this.pages.among(paths));
		if (!wrong.isEmpty()) {
			throw new KeptRefusal("pages", "staff.search.bet.pages.unknown",
					String.join("、", paths.stream().filter(wrong::contains).toList()));
		}
	}

	private void write(long id, List<String> paths) {
		for (int position = 0; position < paths.size(); position++) {
			this.jdbc.sql("insert into search_best_bet_page (best_bet_id, position, path) values (?, ?, ?)")
				.params(id, position + 1, paths.get(position))
				.update();
		}
	}

	private void changed(Actor actor, String action, long id, String query, List<String> paths) {
		this.misses.answered(List.of(query));
		this.trail.done(actor, action, item(id, query), Map.of("pages", String.join(" ", paths)));
	}

	/** Queries that differ in spaces alone are one. */
	private static String key(String query) {
		return Folded.of(query).key();
	}

	private OffsetDateTime now() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

	private static Item item(long id, String query) {
		return new Item("best-bet", String.valueOf(id), query);
	}

	private record Row(long id, long version, String query, List<String> paths, String changedBy, String changedAt) {

		static Row of(ResultSet row, int number) throws SQLException {
			return new Row(row.getLong("id"), row.getLong("version"), row.getString("label"),
					List.of((String[]) row.getArray("paths").getArray()), row.getString("changed_by"),
					SearchTimes.minute(row, "changed_at"));
		}

		BestBet bet(Set<String> shown) {
			return new BestBet(this.id, this.version, this.query,
					this.paths.stream().map((path) -> new Target(path, shown.contains(path))).toList(), this.changedBy,
					this.changedAt);
		}

	}

}
