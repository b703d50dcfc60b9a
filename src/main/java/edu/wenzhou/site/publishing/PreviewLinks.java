package edu.wenzhou.site.publishing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import edu.wenzhou.site.audit.Actor;
import edu.wenzhou.site.audit.AuditTrail;
import edu.wenzhou.site.staff.Secrets;
import edu.wenzhou.site.staff.StaffUser;
import edu.wenzhou.site.web.CollegeProperties;
import edu.wenzhou.site.web.NotFoundException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Links that show one revision to people without an account. The token is in the link
 * only; the database has its hash.
 */
@Service
class PreviewLinks {

	/** How long a link may work. */
	static final List<Integer> DAYS = List.of(1, 7, 30);

	private static final int TOKEN_BYTES = 32;

	private static final int SHOWN = 50;

	private final ContentStore store;

	private final AuditTrail trail;

	private final CollegeProperties properties;

	private final JdbcClient jdbc;

	private final Clock clock;

	PreviewLinks(ContentStore store, AuditTrail trail, CollegeProperties properties, JdbcClient jdbc, Clock clock) {
		this.store = store;
		this.trail = trail;
		this.properties = properties;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * A link to the newest revision, which stays as it is from now on: the link shows one
	 * text for ever.
	 * @param due by when whoever has the link is asked for an opinion; null where nobody
	 * is asked
	 * @return the address, which nobody can find out afterwards
	 */
	@Transactional
	public String make(StaffUser user, Actor actor, long id, int days, LocalDate due) {
		ContentItem item = this.store.lock(id);
		Access.demand(Access.mayEdit(user, item));
		if (item.isDeleted()) {
			throw new Refusal("staff.refusal.deleted");
		}
		if (!DAYS.contains(days)) {
			throw new Refusal("staff.refusal.days");
		}
		Revision latest = this.store.latest(item);
		Instant now = this.clock.instant();
		Instant until = now.plus(Duration.ofDays(days));
		if (due != null && (due.isBefore(day(now)) || due.isAfter(day(until)))) {
			throw new Refusal("staff.refusal.opinion-day");
		}
		this.store.freeze(latest.id(), now);
		String token = Secrets.token(TOKEN_BYTES);
		this.jdbc
			.sql("""
					insert into preview_link (item_id, revision_id, token_hash, created_by, created_name, created_at, expires_at, opinion_due_on)
					values (?, ?, ?, ?, ?, ?, ?, ?)""")
			.params(id, latest.id(), Secrets.sha256(token), user.id(), user.displayName(), ContentStore.at(now),
					ContentStore.at(until), due)
			.update();
		Map<String, Object> details = new HashMap<>(Map.of("revision", latest.seq(), "until", until.toString()));
		if (due != null) {
			details.put("due", due.toString());
		}
		this.trail.done(actor, "preview.share", Editing.entry(item), details);
		return this.properties.url("/preview/" + token);
	}

	/** Ends a link before its time. */
	@Transactional
	public void revoke(StaffUser user, Actor actor, long id, long link) {
		ContentItem item = this.store.lock(id);
		Access.demand(Access.mayEdit(user, item));
		Link found = list(id, "and l.id = ?", link).stream().findFirst().orElseThrow(NotFoundException::new);
		if (found.state() != State.VALID) {
			throw new Refusal("staff.refusal.link");
		}
		this.jdbc.sql("update preview_link set revoked_at = ? where id = ?")
			.params(ContentStore.at(this.clock.instant()), link)
			.update();
		this.trail.done(actor, "preview.revoke", Editing.entry(item),
				Map.of("revision", found.seq(), "until", found.until().toInstant().toString()));
	}

	/** The links of an item, the newest first. */
	List<Link> list(long item) {
		return list(item, "order by l.created_at desc, l.id desc limit ?", SHOWN);
	}

	/** What the link with this token shows, if it works. */
	Optional<Shown> find(String token) {
		return find(token, "");
	}

	/** The same; until the end of this transaction the link stays as it is. */
	Optional<Shown> lock(String token) {
		return find(token, " for update of l");
	}

	private Optional<Shown> find(String token, String lock) {
		return this.jdbc
			.sql("""
					select l.id, l.item_id, l.revision_id, l.opinion_due_on from preview_link l join content_item i on i.id = l.item_id
					where l.token_hash = ? and l.revoked_at is null and l.expires_at > ? and i.deleted_at is null"""
					+ lock)
			.params(Secrets.sha256(token), ContentStore.at(this.clock.instant()))
			.query((row, number) -> new Shown(row.getLong(1), this.store.item(row.getLong(2)),
					this.store.revision(row.getLong(2), row.getLong(3)), row.getObject(4, LocalDate.class)))
			.optional();
	}

	private List<Link> list(long item, String rest, long parameter) {
		Instant now = this.clock.instant();
		return this.jdbc.sql("""
				select l.id, v.seq, l.created_name, l.created_at, l.expires_at, l.revoked_at, l.opinion_due_on,
				  (select count(*) from opinion o where o.link_id = l.id) as opinions
				from preview_link l join content_revision v on v.id = l.revision_id where l.item_id = ?
				""" + rest)
			.params(item, parameter)
			.query((row, number) -> new Link(row.getLong("id"), row.getInt("seq"), row.getString("created_name"),
					Revision.time(row, "created_at"), Revision.time(row, "expires_at"),
					state(row.getObject("revoked_at", OffsetDateTime.class),
							row.getObject("expires_at", OffsetDateTime.class), now),
					row.getObject("opinion_due_on", LocalDate.class), row.getInt("opinions")))
			.list();
	}

	private static LocalDate day(Instant moment) {
		return LocalDate.ofInstant(moment, TypedTables.ZONE);
	}

	private static State state(OffsetDateTime revoked, OffsetDateTime expires, Instant now) {
		return (revoked != null) ? State.REVOKED : expires.toInstant().isAfter(now) ? State.VALID : State.EXPIRED;
	}

	/** What became of a link. */
	enum State {

		VALID, EXPIRED, REVOKED

	}

	/**
	 * A link as its list shows it.
	 *
	 * @param seq of the revision that it shows
	 * @param due by when it asks for opinions; null where it does not
	 * @param opinions how many came
	 */
	record Link(long id, int seq, String by, ZonedDateTime since, ZonedDateTime until, State state, LocalDate due,
			int opinions) {

		public boolean isValid() {
			return this.state == State.VALID;
		}

	}

	/**
	 * What a link shows.
	 *
	 * @param due by when it asks for opinions; null where it does not
	 */
	record Shown(long link, ContentItem item, Revision revision, LocalDate due) {

	}

}
