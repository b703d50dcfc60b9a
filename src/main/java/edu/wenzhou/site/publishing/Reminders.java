package edu.wenzhou.site.publishing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import edu.wenzhou.site.audit.Actor;
import edu.wenzhou.site.audit.AuditTrail;
import edu.wenzhou.site.staff.StaffUser;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * When people look again whether what is public is still right: so many months after it
 * was published or somebody said that it is. Saying so changes nothing that the public
 * sees, nor any date of it.
 */
@Component
class Reminders implements Attention {

	/** From which an item's span is chosen; 0 for never. */
	static final List<Integer> SPANS = List.of(0, 1, 3, 6, 12, 24, 36);

	/** When it was last said to be right, and after how many months it is asked again. */
	private static final String CARE = """
			greatest(i.last_published_at, c.confirmed_at) as since, coalesce(c.months, d.months) as months
			from content_item i left join content_care c on c.item_id = i.id
			join unnest(cast(:types as text[]), cast(:spans as integer[])) as d (type, months) on d.type = i.type""";

	private final ContentStore store;

	private final ContentTypes types;

	private final PublishingProperties properties;

	private final AuditTrail trail;

	private final JdbcClient jdbc;

	private final Clock clock;

	Reminders(ContentStore store, ContentTypes types, PublishingProperties properties, AuditTrail trail,
			JdbcClient jdbc, Clock clock) {
		this.store = store;
		this.types = types;
		this.properties = properties;
		this.trail = trail;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** What is due, or will be soon. */
	@Override
	public List<Entry> entries(LocalDate today) {
		List<Entry> entries = new ArrayList<>();
		this.jdbc.sql("""
				select * from (select i.type, i.published_slug, live.title, %s
				  join content_revision live on live.id = i.published_revision_id) as looked
				where months > 0 and since < cast(:soon as timestamptz) - make_interval(months => months)
				order by since + make_interval(months => months), type, published_slug""".formatted(CARE))
			.params(defaults())
			// A day more than enough, since days begin elsewhere in the database
			.param("soon", ContentStore.at(today.plusDays(SOON + 3L).atStartOfDay(TypedTables.ZONE).toInstant()))
			.query((row) -> {
				LocalDate due = due(row);
				if (due.isBefore(today.plusDays(SOON + 1L))) {
					entries
						.add(new Entry(row.getString("type"), row.getString("published_slug"), row.getString("title"),
								List.of(due.isBefore(today) ? Reason.OVERDUE : Reason.DUE), List.of(), null, due));
				}
			});
		return entries;
	}

	/** How an item is looked after. */
	Care care(ContentItem item) {
		return this.jdbc
			.sql("select c.confirmed_at, c.confirmed_by, c.months as own, d.months as usual, " + CARE
					+ " where i.id = :item")
			.params(defaults())
			.param("item", item.id())
			.query((row, number) -> new Care(row.getObject("own", Integer.class), row.getInt("usual"),
					(item.isLive() && row.getInt("months") > 0 && row.getObject("since") != null) ? due(row) : null,
					Revision.time(row, "confirmed_at"), row.getString("confirmed_by")))
			.single();
	}

	/** It was looked at and is right as it is. */
	@Transactional
	public void confirm(StaffUser user, Actor actor, long id) {
		ContentItem item = this.store.item(id);
		Access.demand(Access.mayEdit(user, item));
		if (!item.isLive()) {
			throw new Refusal("staff.refusal.not-public");
		}
		Instant now = this.clock.instant();
		this.jdbc
			.sql("""
					insert into content_care (item_id, confirmed_at, confirmed_by) values (:item, :now, :name)
					on conflict (item_id) do update set confirmed_at = excluded.confirmed_at, confirmed_by = excluded.confirmed_by""")
			.param("item", id)
			.param("now", ContentStore.at(now))
			.param("name", user.displayName())
			.update();
		this.trail.done(actor, "content.confirm", Editing.entry(item), Map.of());
	}

	/**
	 * Sets after how many months an item is looked at again.
	 * @param typed one of the spans; empty for what its type has
	 */
	@Transactional
	public void every(StaffUser user, Actor actor, long id, String typed) {
		ContentItem item = this.store.item(id);
		Access.demand(Access.mayEdit(user, item));
		Integer months = SPANS.stream().filter((span) -> span.toString().equals(typed)).findFirst().orElse(null);
		if (months == null && !typed.isEmpty()) {
			throw new Refusal("staff.refusal.months");
		}
		this.jdbc.sql("""
				insert into content_care (item_id, months) values (:item, :months)
				on conflict (item_id) do update set months = excluded.months""")
			.param("item", id)
			.param("months", months)
			.update();
		this.trail.done(actor, "content.look-again", Editing.entry(item),
				(months != null) ? Map.of("months", months) : Map.of());
	}

	private Map<String, Object> defaults() {
		return Map.of("types", this.types.all().stream().map(ContentType::getKey).toArray(String[]::new), "spans",
				this.types.all().stream().map(this.properties::monthsOf).toArray(Integer[]::new));
	}

	private static LocalDate due(ResultSet row) throws SQLException {
		return Revision.time(row, "since").toLocalDate().plusMonths(row.getInt("months"));
	}

	/**
	 * How an item is looked after.
	 *
	 * @param own its own number of months; null where it has that of its type
	 * @param usual that of its type
	 * @param due when it is looked at again; null for never
	 * @param confirmedAt null where nobody ever said that it is right
	 */
	record Care(Integer own, int usual, LocalDate due, ZonedDateTime confirmedAt, String confirmedBy) {

	}

}
