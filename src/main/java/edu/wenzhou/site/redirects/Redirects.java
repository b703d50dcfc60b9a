package edu.wenzhou.site.redirects;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import edu.wenzhou.site.audit.Actor;
import edu.wenzhou.site.audit.AuditTrail;
import edu.wenzhou.site.audit.AuditTrail.Item;
import edu.wenzhou.site.web.NotFoundException;
import edu.wenzhou.site.web.Paging;
import org.springframework.dao.support.DataAccessUtils;
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

	/**
	 * Does all that a list says, or nothing of it.
	 * @return whether all was still as the lines say; else nothing was done
	 */
	@Transactional
	boolean apply(Actor actor, List<ImportLine> lines) {
		takeTurn();
		for (ImportLine line : lines) {
			Redirect there = from(line.source()).orElse(null);
			if (!line.isAs(there)) {
				return false;
			}
		}
		for (ImportLine line : lines) {
			if (line.state() == ImportLine.State.ADD) {
				insert(actor, line.source(), line.target());
			}
			else if (line.state() == ImportLine.State.CHANGE) {
				update(actor, from(line.source()).orElseThrow(), line.source(), line.target());
			}
		}
		return true;
	}

	private void insert(Actor actor, String source, String target) {
		Long id = DataAccessUtils.nullableSingleResult(this.jdbc
			.sql("insert into redirect (source, target, changed_at, changed_by) values (?, ?, ?, ?) returning id")
			.params(source, target, now(), actor.name())
			.query(Long.class)
			.list());
		this.trail.done(actor, "redirect.add", item(id, source), Map.of("target", target));
		settle(actor, source, target);
	}

	private void update(Actor actor, Redirect before, String source, String target) {
		this.jdbc
			.sql("""
					update redirect set source = ?, target = ?, changed_at = ?, changed_by = ?, version = version + 1 where id = ?""")
			.params(source, target, now(), actor.name(), before.id())
			.update();
		this.trail.done(actor, "redirect.change", item(before.id(), source),
				Map.of("target", target, "source-before", before.source(), "target-before", before.target()));
		settle(actor, source, target);
	}

	/** Whatever led there leads on, and nobody misses the address any more. */
	private void settle(Actor actor, String source, String target) {
		this.jdbc.sql("""
				update redirect set target = ?, changed_at = ?, changed_by = ?, version = version + 1
				where target = ? and source <> ?""").params(target, now(), actor.name(), source, target).update();
		this.jdbc.sql("delete from missed_address where path = ?").param(source).update();
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
