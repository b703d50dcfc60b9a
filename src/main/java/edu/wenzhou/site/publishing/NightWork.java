package edu.wenzhou.site.publishing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Work that is done once a night by one of the nodes, or when somebody wants it at once.
 * A night that passed while all nodes were away is made up for when one is back; what a
 * node took that was killed is taken again by another.
 */
@Component
public class NightWork {

	/** Whether what is public could still be published. */
	public static final String CHECK = "CHECK";

	/** Whether links to other sites open. */
	public static final String LINKS = "LINKS";

	/** When a night begins, from midnight where the college is. */
	static final Duration BEGIN = Duration.ofHours(3);

	private final JdbcClient jdbc;

	private final Clock clock;

	NightWork(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Takes what is due; nobody else gets it before it is done.
	 * @param lease longer than it ever takes: then it is somebody else's
	 */
	@Transactional
	public Optional<Turn> take(String name, Duration lease) {
		Instant now = this.clock.instant();
		return this.jdbc.sql("""
				update content_work set taken_at = :now where name = :name and (wanted_at is not null or night < :night)
				and (taken_at is null or taken_at < :lost) returning taken_at""")
			.param("now", ContentStore.at(now))
			.param("name", name)
			.param("night", night(now))
			.param("lost", ContentStore.at(now.minus(lease)))
			.query(OffsetDateTime.class)
			.optional()
			.map((taken) -> new Turn(name, taken, taken, night(now)));
	}

	/**
	 * Keeps the turn for as long again.
	 * @return nothing if it is somebody else's by now
	 */
	@Transactional
	public Optional<Turn> goOn(Turn turn) {
		return this.jdbc.sql("""
				update content_work set taken_at = greatest(:now, taken_at + interval '1 microsecond')
				where name = :name and taken_at = :taken returning taken_at""")
			.param("now", ContentStore.at(this.clock.instant()))
			.param("name", turn.name())
			.param("taken", turn.taken())
			.query(OffsetDateTime.class)
			.optional()
			.map((taken) -> new Turn(turn.name(), turn.began(), taken, turn.night()));
	}

	/** What somebody wanted while it was done is still to be done. */
	@Transactional
	public void done(Turn turn) {
		this.jdbc
			.sql("""
					update content_work set night = greatest(night, :night), taken_at = null, done_at = :now,
					  wanted_at = case when wanted_at > :began then wanted_at end where name = :name and taken_at = :taken""")
			.param("night", turn.night())
			.param("now", ContentStore.at(this.clock.instant()))
			.param("name", turn.name())
			.param("began", turn.began())
			.param("taken", turn.taken())
			.update();
	}

	/** Has it done as soon as a node looks, in the transaction of whoever wants it. */
	@Transactional
	public void want(String name) {
		this.jdbc.sql("update content_work set wanted_at = ? where name = ?")
			.params(ContentStore.at(this.clock.instant()), name)
			.update();
	}

	State state(String name, Duration lease) {
		return this.jdbc
			.sql("select done_at, wanted_at is not null or taken_at > ? as busy from content_work where name = ?")
			.params(ContentStore.at(this.clock.instant().minus(lease)), name)
			.query((row, number) -> new State(Revision.time(row, "done_at"), row.getBoolean("busy")))
			.single();
	}

	private static LocalDate night(Instant now) {
		return LocalDate.ofInstant(now.minus(BEGIN), TypedTables.ZONE);
	}

	/**
	 * A node's turn.
	 *
	 * @param began when it was taken
	 * @param taken when it was taken, or kept last
	 * @param night whose work it is
	 */
	public record Turn(String name, OffsetDateTime began, OffsetDateTime taken, LocalDate night) {

	}

	/**
	 * How far it is.
	 *
	 * @param done null while it never was
	 * @param busy whether it waits for a node or is being done
	 */
	record State(ZonedDateTime done, boolean busy) {

	}

}
