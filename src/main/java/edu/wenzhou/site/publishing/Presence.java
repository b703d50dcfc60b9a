package edu.wenzhou.site.publishing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import edu.wenzhou.site.staff.StaffUser;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who has an item open. A note for the others: it keeps nobody from anything. */
@Component
class Presence {

	/** Without a script nobody says that they are gone. */
	static final Duration LONGEST = Duration.ofMinutes(30);

	private final JdbcClient jdbc;

	private final Clock clock;

	Presence(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** This person has it open now. */
	@Transactional
	public void note(StaffUser user, long item) {
		Instant now = this.clock.instant();
		this.jdbc
			.sql("""
					insert into edit_presence as p (item_id, account_id, name, since, last_seen_at) values (?, ?, ?, ?, ?)
					on conflict (item_id, account_id) do update set name = excluded.name, last_seen_at = excluded.last_seen_at,
					  since = case when p.last_seen_at < ? then excluded.since else p.since end""")
			.params(item, user.id(), user.displayName(), ContentStore.at(now), ContentStore.at(now),
					ContentStore.at(now.minus(LONGEST)))
			.update();
	}

	/** This person has saved or left. */
	@Transactional
	public void forget(StaffUser user, long item) {
		this.jdbc.sql("delete from edit_presence where item_id = ? and account_id = ?")
			.params(item, user.id())
			.update();
	}

	/** The others who have it open. */
	List<Other> others(StaffUser user, long item) {
		return others(user, List.of(item)).getOrDefault(item, List.of());
	}

	/** The others who have some of these open, by item, in one statement. */
	Map<Long, List<Other>> others(StaffUser user, Collection<Long> items) {
		Map<Long, List<Other>> others = new HashMap<>();
		this.jdbc.sql("""
				select item_id, name, since from edit_presence
				where item_id in (:items) and account_id <> :me and last_seen_at > :seen order by since""")
			.param("items", items)
			.param("me", user.id())
			.param("seen", ContentStore.at(this.clock.instant().minus(LONGEST)))
			.query((row) -> {
				others.computeIfAbsent(row.getLong("item_id"), (id) -> new ArrayList<>())
					.add(new Other(row.getString("name"), Revision.time(row, "since")));
			});
		return others;
	}

	/** Somebody else. */
	record Other(String name, ZonedDateTime since) {

	}

}
