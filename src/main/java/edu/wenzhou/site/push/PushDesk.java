package edu.wenzhou.site.push;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import edu.wenzhou.site.audit.Actor;
import edu.wenzhou.site.audit.AuditTrail;
import edu.wenzhou.site.audit.AuditTrail.Item;
import edu.wenzhou.site.push.Pushed.Answer;
import edu.wenzhou.site.web.NotFoundException;
import edu.wenzhou.site.web.Paging;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people see of the pushes, and what they can do about one. */
@Service
@PreAuthorize(PushDesk.KEEPERS)
class PushDesk {

	static final String KEEPERS = "principal.keeperOfAddresses";

	static final String PATH = "/staff/push";

	static final int PAGE = 20;

	private static final String ADDRESS = """
			select a.*, r.sent_at, r.addresses, r.status, r.failure, r.reply from push_address a
			left join push_request r on r.id = a.request_id where\s""";

	private final JdbcClient jdbc;

	private final List<Engine> engines;

	private final AuditTrail trail;

	private final Clock clock;

	PushDesk(JdbcClient jdbc, List<Engine> engines, AuditTrail trail, Clock clock) {
		this.jdbc = jdbc;
		this.engines = engines;
		this.trail = trail;
		this.clock = clock;
	}

	/** Each engine, whether it is told or not. */
	@Transactional(readOnly = true)
	List<State> states() {
		OffsetDateTime now = Outbox.at(this.clock.instant());
		Map<String, State> known = this.jdbc
			.sql("""
					select e.name, case when e.resume_at > :now then e.resume_at end as resume_at,
					  count(a.id) filter (where a.state in ('WAITING', 'SENDING')) as waiting, count(a.id) filter (where a.state = 'FAILED') as failed
					from push_engine e left join push_address a on a.engine = e.name group by e.name""")
			.param("now", now)
			.query((row, number) -> new State(row.getString("name"), false, Pushed.time(row, "resume_at"),
					row.getLong("waiting"), row.getLong("failed")))
			.list()
			.stream()
			.collect(Collectors.toMap(State::engine, (state) -> state));
		return this.engines.stream().map((engine) -> known.get(engine.name()).on(engine.isOn())).toList();
	}

	@Transactional(readOnly = true)
	Found<Pushed> addresses(PushFilter filter, String page) {
		long total = this.jdbc.sql("select count(*) from push_address a where " + PushFilter.MATCHES)
			.params(filter.parameters())
			.query(Long.class)
			.single();
		Paging paging = Paging.of(PATH, page, total, PAGE, filter.asked());
		return new Found<>(this.jdbc
			.sql(ADDRESS + PushFilter.MATCHES + " order by a.noted_at desc, a.id desc limit :limit offset :offset")
			.params(filter.parameters())
			.param("limit", PAGE)
			.param("offset", paging.offset())
			.query(Pushed::of)
			.list(), total, paging);
	}

	@Transactional(readOnly = true)
	Found<Answer> answers(String page) {
		long total = this.jdbc.sql("select count(*) from push_request").query(Long.class).single();
		Paging paging = Paging.of(PATH + "/answers", page, total, PAGE, Map.of());
		return new Found<>(this.jdbc.sql("select * from push_request order by sent_at desc, id desc limit ? offset ?")
			.params(PAGE, paging.offset())
			.query(Answer::of)
			.list(), total, paging);
	}

	/** Has an address told at once, with all tries ahead. */
	@Transactional
	void retry(Actor actor, long id) {
		Pushed address = get(id);
		int changed = this.jdbc
			.sql("""
					update push_address set due_at = :now, attempts = 0 where engine = :engine and url = :url and state = 'WAITING'""")
			.param("now", Outbox.at(this.clock.instant()))
			.param("engine", address.engine())
			.param("url", address.url())
			.update();
		if (changed == 0) {
			changed = this.jdbc.sql("""
					update push_address set state = 'WAITING', due_at = ?, attempts = 0
					where id = ? and state in ('FAILED', 'DROPPED')""")
				.params(Outbox.at(this.clock.instant()), id)
				.update();
		}
		record(actor, "push.retry", address, changed);
	}

	/** Lets an address be that waits. */
	@Transactional
	void giveUp(Actor actor, long id) {
		Pushed address = get(id);
		record(actor, "push.give-up", address,
				this.jdbc.sql("update push_address set state = 'DROPPED' where id = ? and state = 'WAITING'")
					.param(id)
					.update());
	}

	private void record(Actor actor, String action, Pushed address, int changed) {
		if (changed > 0) {
			this.trail.done(actor, action, new Item("push", String.valueOf(address.id()), address.url()),
					Map.of("engine", address.engine()));
		}
	}

	private Pushed get(long id) {
		return this.jdbc.sql(ADDRESS + "a.id = ?")
			.param(id)
			.query(Pushed::of)
			.optional()
			.orElseThrow(NotFoundException::new);
	}

	/** A part of a list. */
	record Found<T>(List<T> items, long total, Paging paging) {

	}

	/**
	 * How an engine is doing.
	 *
	 * @param on whether it is told at all
	 * @param resumeAt before that it wants to hear nothing; null where that is over
	 */
	record State(String engine, boolean on, ZonedDateTime resumeAt, long waiting, long failed) {

		State on(boolean isOn) {
			return new State(this.engine, isOn, this.resumeAt, this.waiting, this.failed);
		}

	}

}
