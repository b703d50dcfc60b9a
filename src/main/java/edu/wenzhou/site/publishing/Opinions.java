package edu.wenzhou.site.publishing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import edu.wenzhou.site.audit.Actor;
import edu.wenzhou.site.audit.AuditTrail;
import edu.wenzhou.site.publishing.PreviewLinks.Shown;
import edu.wenzhou.site.staff.StaffUser;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people without an account say of a text. Whoever has the link may: it is all that
 * allows it, and all that it allows. Nothing here touches an item, a revision or a
 * review.
 */
@Service
class Opinions {

	/** On one link: more would be no opinion of those who were asked. */
	static final int MOST = 20;

	private static final int SHOWN = 50;

	/** Rows on the desk. */
	private static final int ASKED = 20;

	/** How long the desk shows what came, also after the link has ended. */
	private static final Duration NEWS = Duration.ofDays(14);

	private final PreviewLinks links;

	private final ContentTypes types;

	private final AuditTrail trail;

	private final JdbcClient jdbc;

	private final Clock clock;

	Opinions(PreviewLinks links, ContentTypes types, AuditTrail trail, JdbcClient jdbc, Clock clock) {
		this.links = links;
		this.types = types;
		this.trail = trail;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Keeps an opinion about the text that the link shows. Sent twice it is one.
	 * @param form without problems
	 */
	@Transactional
	public Outcome give(Actor actor, String token, OpinionForm form) {
		Optional<Shown> found = this.links.lock(token);
		if (found.isEmpty() || found.get().due() == null) {
			return Outcome.GONE;
		}
		Shown shown = found.get();
		List<OpinionForm> before = this.jdbc.sql("select name, kind, comment from opinion where link_id = ?")
			.param(shown.link())
			.query((row, number) -> new OpinionForm(row.getString(1), row.getString(2), row.getString(3)))
			.list();
		if (before.contains(form)) {
			return Outcome.KEPT;
		}
		if (before.size() >= MOST) {
			return Outcome.FULL;
		}
		this.jdbc
			.sql("insert into opinion (link_id, content_hash, kind, name, comment, given_at) values (?, ?, ?, ?, ?, ?)")
			.params(shown.link(), shown.revision().hash(), form.kind().name(), form.name(), form.comment(),
					ContentStore.at(this.clock.instant()))
			.update();
		this.trail.done(actor, "opinion.give", Editing.entry(shown.item()),
				Map.of("revision", shown.revision().seq(), "opinion", form.kind().name(), "signed", form.name()));
		return Outcome.KEPT;
	}

	/** What was said of an item, the newest first. */
	List<Opinion> of(long item) {
		return this.jdbc.sql("""
				select o.*, v.seq, l.created_name from opinion o join preview_link l on l.id = o.link_id
				join content_revision v on v.id = l.revision_id
				where l.item_id = ? order by o.given_at desc, o.id desc limit ?""")
			.params(item, SHOWN)
			.query(Opinion::of)
			.list();
	}

	/**
	 * What this person has asked others: what came, and what is still to come.
	 */
	List<Asked> askedBy(StaffUser user) {
		Instant now = this.clock.instant();
		LocalDate today = LocalDate.ofInstant(now, TypedTables.ZONE);
		return this.jdbc
			.sql("""
					select l.item_id, i.type, i.title, l.opinion_due_on, v.seq, v.content_hash <> n.content_hash as changed,
					  o.agreed, o.objected, o.last_at
					from preview_link l join content_item i on i.id = l.item_id
					join content_revision v on v.id = l.revision_id join content_revision n on n.id = i.latest_revision_id
					cross join lateral (select count(*) filter (where kind = 'AGREE') as agreed,
					  count(*) filter (where kind = 'OBJECT') as objected, max(given_at) as last_at from opinion where link_id = l.id) o
					where l.created_by = :me and l.opinion_due_on is not null and i.deleted_at is null
					and (l.revoked_at is null and l.expires_at > :now or o.last_at > :news)
					order by coalesce(o.last_at, l.created_at) desc, l.id desc limit :limit""")
			.param("me", user.id())
			.param("now", ContentStore.at(now))
			.param("news", ContentStore.at(now.minus(NEWS)))
			.param("limit", ASKED)
			.query((row, number) -> asked(row, today))
			.list()
			.stream()
			.filter((asked) -> Access.maySee(user, asked.type(), asked.item()))
			.toList();
	}

	private Asked asked(ResultSet row, LocalDate today) throws SQLException {
		LocalDate due = row.getObject("opinion_due_on", LocalDate.class);
		ZonedDateTime last = Revision.time(row, "last_at");
		return new Asked(row.getLong("item_id"), this.types.get(row.getString("type")), row.getString("title"),
				row.getInt("seq"), due, last == null && due.isBefore(today), row.getInt("agreed"),
				row.getInt("objected"), last, row.getBoolean("changed"));
	}

	/** What became of an opinion. */
	enum Outcome {

		KEPT, GONE, FULL

	}

	/**
	 * A link with which somebody asks for opinions.
	 *
	 * @param seq of the revision that it shows
	 * @param overdue whether the day has passed and nobody has said anything
	 * @param last when somebody did last; null for never
	 * @param changed whether the newest text is another one than the link shows
	 */
	record Asked(long item, ContentType type, String title, int seq, LocalDate due, boolean overdue, int agreed,
			int objected, ZonedDateTime last, boolean changed) {

	}

}
