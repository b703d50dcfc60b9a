package edu.wenzhou.site.push;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;

import edu.wenzhou.site.push.Engine.Outcome;
import edu.wenzhou.site.push.Engine.Verdict;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The addresses that search engines are to be told, in the database for all nodes. A node
 * takes some in one short transaction and says in another what came of it; in between, no
 * row is locked, so that publishing never waits for a server elsewhere. What a node took
 * that was killed is taken again by another.
 */
@Component
class Outbox {

	/** More than a request can take. */
	static final Duration LEASE = Duration.ofMinutes(3);

	/** What was told is forgotten after that. */
	static final Duration MEMORY = Duration.ofDays(90);

	/** The last try comes about two days after the first. */
	static final int ATTEMPTS = 8;

	private static final Duration FIRST_DELAY = Duration.ofMinutes(1);

	private static final Duration LONGEST_DELAY = Duration.ofHours(16);

	private static final int FACTOR = 4;

	private final JdbcClient jdbc;

	private final Clock clock;

	Outbox(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Notes addresses for an engine. One that waits already is told only once, no later
	 * than it would have been, and with all its tries ahead again.
	 */
	@Transactional
	public void note(String engine, Collection<String> urls, Duration wait) {
		Instant now = this.clock.instant();
		this.jdbc
			.sql("""
					insert into push_address (engine, url, noted_at, due_at) select :engine, url, :now, :due from unnest(cast(:urls as text[])) as u (url)
					on conflict (engine, url) where state = 'WAITING' do update set noted_at = excluded.noted_at,
					  due_at = least(push_address.due_at, excluded.due_at), attempts = 0""")
			.param("engine", engine)
			.param("now", at(now))
			.param("due", at(now.plus(wait)))
			.param("urls", urls.stream().distinct().sorted().toArray(String[]::new))
			.update();
	}

	/** Takes what is due; nobody else gets the same. */
	@Transactional
	public List<Taken> take(String engine, int most) {
		Instant now = this.clock.instant();
		release(engine, now);
		return this.jdbc.sql("""
				update push_address set state = 'SENDING', taken_at = :now, attempts = attempts + 1 where id in (
				  select id from push_address where engine = :engine and state = 'WAITING' and due_at <= :now
				    and not exists (select from push_engine e where e.name = :engine and e.resume_at > :now)
				  order by due_at, id limit :most for update skip locked)
				returning id, url, attempts""")
			.param("engine", engine)
			.param("now", at(now))
			.param("most", most)
			.query((row, number) -> new Taken(row.getLong("id"), row.getString("url"), row.getInt("attempts")))
			.list();
	}

	/** Gives back what a node took and never came back with. */
	private void release(String engine, Instant now) {
		this.jdbc
			.sql("""
					delete from push_address lost where engine = :engine and state = 'SENDING' and taken_at < :past and exists (
					  select from push_address other where other.engine = lost.engine and other.url = lost.url
					  and (other.state = 'WAITING' or other.state = 'SENDING' and other.taken_at < :past and other.id > lost.id))""")
			.param("engine", engine)
			.param("past", at(now.minus(LEASE)))
			.update();
		this.jdbc.sql("""
				update push_address set state = 'WAITING', taken_at = null where id in (select id from push_address
				  where engine = :engine and state = 'SENDING' and taken_at < :past for update skip locked)""")
			.param("engine", engine)
			.param("past", at(now.minus(LEASE)))
			.update();
	}

	/** Notes what an engine said to a request, and what that means for each address. */
	@Transactional
	public void settle(String engine, List<Taken> taken, Reply reply, String said, Verdict verdict) {
		Instant now = this.clock.instant();
		long request = this.jdbc.sql("""
				insert into push_request (engine, sent_at, addresses, status, failure, reply)
				values (:engine, :now, :addresses, :status, :failure, :reply) returning id""")
			.param("engine", engine)
			.param("now", at(now))
			.param("addresses", taken.size())
			.param("status", reply.status())
			.param("failure", (reply.failure() != null) ? reply.failure().name() : null)
			.param("reply", said)
			.query(Long.class)
			.single();
		for (Taken address : taken) {
			Outcome outcome = verdict.refused().contains(address.url()) ? Outcome.FAILED : verdict.outcome();
			if (outcome == Outcome.LATER && address.attempts() < ATTEMPTS) {
				again(address, request, now, verdict.resumeAt());
			}
			else {
				end(address, (outcome == Outcome.SENT) ? "SENT" : "FAILED", request);
			}
		}
		if (verdict.resumeAt() != null) {
			this.jdbc.sql("update push_engine set resume_at = ? where name = ?")
				.params(at(verdict.resumeAt()), engine)
				.update();
		}
	}

	private void end(Taken address, String state, long request) {
		this.jdbc
			.sql("""
					update push_address set state = ?, taken_at = null, request_id = ? where id = ? and state = 'SENDING' and attempts = ?""")
			.params(state, request, address.id(), address.attempts())
			.update();
	}

	/** Unless the page changed meanwhile: then the newer note stands for this one. */
	private void again(Taken address, long request, Instant now, Instant resumeAt) {
		Instant due = now.plus(delay(address.attempts()));
		int newer = this.jdbc.sql("""
				delete from push_address a where id = ? and state = 'SENDING' and exists (
				  select from push_address o where o.engine = a.engine and o.url = a.url and o.state = 'WAITING')""")
			.param(address.id())
			.update();
		if (newer == 0) {
			this.jdbc.sql("""
					update push_address set state = 'WAITING', taken_at = null, request_id = ?, due_at = ?
					where id = ? and state = 'SENDING' and attempts = ?""")
				.params(request, at((resumeAt != null && resumeAt.isAfter(due)) ? resumeAt : due), address.id(),
						address.attempts())
				.update();
		}
	}

	/** How long to wait after so many tries. */
	static Duration delay(int attempts) {
		Duration delay = FIRST_DELAY;
		for (int i = 1; i < attempts && delay.compareTo(LONGEST_DELAY) < 0; i++) {
			delay = delay.multipliedBy(FACTOR);
		}
		return (delay.compareTo(LONGEST_DELAY) < 0) ? delay : LONGEST_DELAY;
	}

	@Transactional
	public void forget() {
		OffsetDateTime past = at(this.clock.instant().minus(MEMORY));
		this.jdbc.sql("delete from push_address where state in ('SENT', 'FAILED', 'DROPPED') and noted_at < ?")
			.param(past)
			.update();
		this.jdbc.sql("delete from push_request where sent_at < ?").param(past).update();
	}

	static OffsetDateTime at(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

	/**
	 * An address that this node is to tell.
	 *
	 * @param attempts this one included
	 */
	record Taken(long id, String url, int attempts) {

	}

}
