package edu.wenzhou.site.redirects;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import edu.wenzhou.site.audit.Actor;
import edu.wenzhou.site.audit.AuditTrail;
import edu.wenzhou.site.audit.AuditTrail.Item;
import edu.wenzhou.site.web.NotFoundException;
import edu.wenzhou.site.web.Paging;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people do with redirects. Each change is recorded with it, and what led to an
 * address that is led on now leads on with it, so that none leads to another.
 */
@Service
@PreAuthorize(Redirects.KEEPERS)
class Redirects {

	static final String KEEPERS = "principal.keeperOfAddresses";

	static final String PATH = "/staff/redirects";

	static final int PAGE = 20;

	/** Sources and where they are to lead, as a table. */
	private static final String CHANGES = """
			unnest(cast(:sources as text[]), cast(:targets as text[])) as c (source, target)""";

	private final JdbcClient jdbc;

	private final RedirectStates states;

	private final AuditTrail trail;

	private final Clock clock;

	Redirects(JdbcClient jdbc, RedirectStates states, AuditTrail trail, Clock clock) {
		this.jdbc = jdbc;
		this.states = states;
		this.trail = trail;
		this.clock = clock;
	}

	@Transactional(readOnly = true)
	Found find(RedirectFilter filter, String page) {
		List<Long> idle = filter.isIdle() ? this.states.idle(matching(filter, "", Map.of())) : List.of();
		String condition = filter.isIdle() ? " and id in (:idle)" : "";
		Map<String, Object> ids = filter.isIdle() ? Map.of("idle", idle.isEmpty() ? List.of(0L) : idle) : Map.of();
		long total = filter.isIdle() ? idle.size()
				: this.jdbc.sql("select count(*) from redirect where " + RedirectFilter.MATCHES)
					.param("q", filter.q())
					.query(Long.class)
					.single();
		Paging paging = Paging.of(PATH, page, total, PAGE, filter.asked());
		List<Redirect> redirects = matching(filter,
				condition + " order by changed_at desc, id desc limit " + PAGE + " offset " + paging.offset(), ids);
		return new Found(redirects, this.states.of(redirects), total, paging);
	}

	private List<Redirect> matching(RedirectFilter filter, String more, Map<String, Object> parameters) {
		return this.jdbc.sql("select * from redirect where " + RedirectFilter.MATCHES + more)
			.param("q", filter.q())
			.params(parameters)
			.query(Redirect::of)
			.list();
	}

	@Transactional(readOnly = true)
	Redirect get(long id) {
		return this.jdbc.sql("select * from redirect where id = ?")
			.param(id)
			.query(Redirect::of)
			.optional()
			.orElseThrow(NotFoundException::new);
	}

	@Transactional(readOnly = true)
	Optional<Redirect> from(String source) {
		return this.jdbc.sql("select * from redirect where source = ?").param(source).query(Redirect::of).optional();
	}

	/** Keeps a new one; false if there is one of that source by now. */
	@Transactional
	boolean add(Actor actor, String source, String target) {
		takeTurn();
		if (from(source).isPresent()) {
			return false;
		}
		insert(actor, source, target);
		return true;
	}

	/**
	 * Changes one, unless somebody else did so or took its source since.
	 * @param version that was looked at
	 */
	@Transactional
	Changed change(Actor actor, long id, long version, String source, String target) {
		takeTurn();
		Redirect before = get(id);
		if (before.version() != version) {
			return Changed.MEANWHILE;
		}
		if (from(source).filter((other) -> other.id() != id).isPresent()) {
			return Changed.TAKEN;
		}
		update(actor, before, source, target);
		return Changed.DONE;
	}

	@Transactional
	void delete(Actor actor, long id) {
		Redirect redirect = get(id);
		this.jdbc.sql("delete from redirect where id = ?").param(id).update();
		this.trail.done(actor, "redirect.delete", item(id, redirect.source()), Map.of("target", redirect.target()));
	}

	/** Where these sources lead now. */
	@Transactional(readOnly = true)
	Map<String, String> targets(Collection<String> sources) {
		Map<String, String> targets = new HashMap<>();
		if (!sources.isEmpty()) {
			this.jdbc.sql("select source, target from redirect where source in (:sources)")
				.param("sources", sources)
				.query((row, number) -> targets.put(row.getString("source"), row.getString("target")))
				.list();
		}
		return targets;
	}

	/**
	 * Does all that a list says, or nothing of it.
	 * @return whether all was still as the lines say; else nothing was done
	 */
	@Transactional
	boolean apply(Actor actor, List<ImportLine> lines) {
		takeTurn();
		Map<String, String> before = targets(lines.stream().map(ImportLine::source).toList());
		if (!lines.stream().allMatch((line) -> Objects.equals(line.before(), before.get(line.source())))) {
			return false;
		}
		Map<String, String> changes = new LinkedHashMap<>();
		lines.stream()
			.filter((line) -> line.state() != ImportLine.State.SAME)
			.forEach((line) -> changes.put(line.source(), line.target()));
		Map<String, Long> ids = new HashMap<>();
		this.jdbc
			.sql("insert into redirect (source, target, changed_at, changed_by) select source, target, :now, :by from "
					+ CHANGES
					+ """
							on conflict (source) do update set target = excluded.target, changed_at = excluded.changed_at,
							 changed_by = excluded.changed_by, version = redirect.version + 1 returning id, source""")
			.params(parameters(actor, changes))
			.query((row, number) -> ids.put(row.getString("source"), row.getLong("id")))
			.list();
		changes.forEach((source, target) -> {
			String former = before.get(source);
			this.trail.done(actor, (former != null) ? "redirect.change" : "redirect.add", item(ids.get(source), source),
					(former != null) ? Map.of("target", target, "target-before", former) : Map.of("target", target));
		});
		settle(actor, changes);
		return true;
	}

	private void insert(Actor actor, String source, String target) {
		long id = this.jdbc
			.sql("insert into redirect (source, target, changed_at, changed_by) values (?, ?, ?, ?) returning id")
			.params(source, target, now(), actor.name())
			.query(Long.class)
			.single();
		this.trail.done(actor, "redirect.add", item(id, source), Map.of("target", target));
		settle(actor, Map.of(source, target));
	}

	private void update(Actor actor, Redirect before, String source, String target) {
		this.jdbc
			.sql("""
					update redirect set source = ?, target = ?, changed_at = ?, changed_by = ?, version = version + 1 where id = ?""")
			.params(source, target, now(), actor.name(), before.id())
			.update();
		this.trail.done(actor, "redirect.change", item(before.id(), source),
				Map.of("target", target, "source-before", before.source(), "target-before", before.target()));
		settle(actor, Map.of(source, target));
	}

	/** Whatever led there leads on, and nobody misses the address any more. */
	private void settle(Actor actor, Map<String, String> changes) {
		this.jdbc.sql(
				"update redirect r set target = c.target, changed_at = :now, changed_by = :by, version = version + 1 from "
						+ CHANGES + " where r.target = c.source and r.source <> c.target")
			.params(parameters(actor, changes))
			.update();
		this.jdbc.sql("delete from missed_address m using " + CHANGES + " where m.path = c.source")
			.params(parameters(actor, changes))
			.update();
	}

	private Map<String, Object> parameters(Actor actor, Map<String, String> changes) {
		return Map.of("sources", changes.keySet().toArray(String[]::new), "targets",
				changes.values().toArray(String[]::new), "now", now(), "by", actor.name());
	}

	/** Whoever changes the list does so alone; visitors read on. */
	private void takeTurn() {
		this.jdbc.sql("lock table redirect in share row exclusive mode").update();
	}

	private OffsetDateTime now() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

	static Item item(Long id, String source) {
		return new Item("redirect", String.valueOf(id), source);
	}

	/** How a change went. */
	enum Changed {

		DONE, MEANWHILE, TAKEN

	}

	/**
	 * A part of the list.
	 *
	 * @param states of those that lead nobody anywhere, by number
	 */
	record Found(List<Redirect> redirects, Map<Long, RedirectStates.State> states, long total, Paging paging) {

	}

}
