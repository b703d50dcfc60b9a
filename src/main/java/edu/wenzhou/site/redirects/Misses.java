package edu.wenzhou.site.redirects;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import edu.wenzhou.site.audit.Actor;
import edu.wenzhou.site.audit.AuditTrail;
import edu.wenzhou.site.audit.AuditTrail.Item;
import edu.wenzhou.site.web.NotFoundException;
import edu.wenzhou.site.web.Paging;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The addresses at which visitors found nothing, and what people do about them. */
@Service
class Misses {

	static final String PATH = Redirects.PATH + "/missing";

	/** More are not kept: those asked for least often go first. */
	static final int MOST = 5000;

	static final int PAGE = 20;

	private static final int DAYS = 365;

	/** Nodes that write at the same time would wait for each other in a circle. */
	private static final long TURN = 0x404;

	private static final String MATCHES = """
			position(lower(:q) in path) > 0 and (ignored_at is not null) = :ignored""";

	private final JdbcClient jdbc;

	private final AuditTrail trail;

	private final Clock clock;

	Misses(JdbcClient jdbc, AuditTrail trail, Clock clock) {
		this.jdbc = jdbc;
		this.trail = trail;
		this.clock = clock;
	}

	/**
	 * Adds to the counts.
	 * @param most of the addresses that nobody missed before are added, the first ones
	 * @return how many were
	 */
	@Transactional
	public int count(Map<String, MissCounter.Count> counts, int most) {
		this.jdbc.sql("select pg_advisory_xact_lock(?)").param(TURN).query((row, number) -> true).single();
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), Redirect.ZONE);
		String[] paths = counts.keySet().toArray(String[]::new);
		Set<String> fresh = new HashSet<>(counts.keySet());
		fresh.removeAll(this.jdbc
			.sql("""
					update missed_address m set number = m.number + c.number, last_on = greatest(m.last_on, :today),
					  referrer = coalesce(c.referrer, m.referrer) from
					  unnest(cast(:paths as text[]), cast(:numbers as bigint[]), cast(:referrers as text[])) as c (path, number, referrer)
					where m.path = c.path returning m.path""")
			.param("today", today)
			.param("paths", paths)
			.param("numbers", counts.values().stream().map(MissCounter.Count::number).toArray(Long[]::new))
			.param("referrers", counts.values().stream().map(MissCounter.Count::referrer).toArray(String[]::new))
			.query(String.class)
			.list());
		List<String> added = counts.keySet().stream().filter(fresh::contains).limit(Math.max(0, most)).toList();
		added.forEach((path) -> this.jdbc
			.sql("""
					insert into missed_address (path, number, first_on, last_on, referrer) values (:path, :number, :today, :today, :referrer)""")
			.param("path", path)
			.param("number", counts.get(path).number())
			.param("today", today)
			.param("referrer", counts.get(path).referrer())
			.update());
		this.jdbc
			.sql("""
					delete from missed_address where last_on < :past
					or id in (select id from missed_address order by (ignored_at is not null) desc, number desc, last_on desc, id desc offset :most)""")
			.param("past", today.minusDays(DAYS))
			.param("most", MOST)
			.update();
		return added.size();
	}

	/** A page stands there now, in both languages. */
	@Transactional
	public void forget(String path) {
		this.jdbc.sql("delete from missed_address where path in (?, ?)").params(path, "/en" + path).update();
	}

	@Transactional(readOnly = true)
	public Found find(String q, boolean ignored, String page, Map<String, String> asked) {
		long total = this.jdbc.sql("select count(*) from missed_address where " + MATCHES)
			.param("q", q)
			.param("ignored", ignored)
			.query(Long.class)
			.single();
		Paging paging = Paging.of(PATH, page, total, PAGE, asked);
		return new Found(this.jdbc
			.sql("select * from missed_address where " + MATCHES
					+ " order by number desc, last_on desc, id desc limit :limit offset :offset")
			.param("q", q)
			.param("ignored", ignored)
			.param("limit", PAGE)
			.param("offset", paging.offset())
			.query(Miss::of)
			.list(), total, paging);
	}

	@Transactional(readOnly = true)
	public Miss get(long id) {
		return this.jdbc.sql("select * from missed_address where id = ?")
			.param(id)
			.query(Miss::of)
			.optional()
			.orElseThrow(NotFoundException::new);
	}

	/** Puts an address out of sight, or back. */
	@Transactional
	public void ignore(Actor actor, long id, boolean ignored) {
		Miss miss = get(id);
		OffsetDateTime now = this.clock.instant().atOffset(ZoneOffset.UTC);
		this.jdbc.sql("update missed_address set ignored_at = :at, ignored_by = :by where id = :id")
			.param("at", ignored ? now : null)
			.param("by", ignored ? actor.name() : null)
			.param("id", id)
			.update();
		this.trail.done(actor, ignored ? "missing.ignore" : "missing.bring-back",
				new Item("missing", String.valueOf(id), miss.path()), Map.of());
	}

	/** A part of the list. */
	record Found(List<Miss> misses, long total, Paging paging) {

	}

}
