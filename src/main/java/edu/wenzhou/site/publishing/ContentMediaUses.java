package edu.wenzhou.site.publishing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

import edu.wenzhou.site.media.MediaUses;
import edu.wenzhou.site.staff.StaffUser;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A file is public while the public version of an item names it. */
@Component
class ContentMediaUses implements MediaUses {

	private final JdbcClient jdbc;

	private final ContentTypes types;

	private final SiteGeneration generation;

	private final Publications publications;

	private final List<PublicationListener> listeners;

	private final MessageSource messages;

	private final Clock clock;

	ContentMediaUses(JdbcClient jdbc, ContentTypes types, SiteGeneration generation, Publications publications,
			List<PublicationListener> listeners, MessageSource messages, Clock clock) {
		this.jdbc = jdbc;
		this.types = types;
		this.generation = generation;
		this.publications = publications;
		this.listeners = listeners;
		this.messages = messages;
		this.clock = clock;
	}

	@Override
	public List<Use> usesOf(String sha256, StaffUser reader) {
		return this.jdbc.sql("""
				select i.id, i.type, i.title, v.title as public_title, bool_or(m.live) as live
				from content_media m join content_item i on i.id = m.item_id
				left join content_revision v on v.id = i.published_revision_id
				where m.sha256 = ? and (m.live or i.deleted_at is null) group by i.id, v.id order by i.title, i.id""")
			.param(sha256)
			.query((row, number) -> use(row, reader))
			.list();
	}

	/** The title of a draft is for those who may read the draft. */
	private Use use(ResultSet row, StaffUser reader) throws SQLException {
		long id = row.getLong("id");
		ContentType type = this.types.get(row.getString("type"));
		if (!Access.maySee(reader, type, id)) {
			String title = row.getString("public_title");
			return new Use((title != null) ? title : message("staff.type." + type.getKey()), null,
					row.getBoolean("live"));
		}
		String title = row.getString("title");
		return new Use(title.isEmpty() ? message("staff.content.untitled") : title, "/staff/content/" + id,
				row.getBoolean("live"));
	}

	private String message(String key) {
		return this.messages.getMessage(key, null, Locale.SIMPLIFIED_CHINESE);
	}

	@Override
	public void described(String sha256) {
		// Before anything is looked up: whoever publishes at the same moment either sees
		// what is said now, or is seen here
		this.generation.hold();
		Instant now = this.clock.instant();
		List<PublicItem> users = this.publications.touchUsers(sha256, now);
		if (!users.isEmpty()) {
			this.generation.raise(now);
			users.forEach((user) -> this.listeners.forEach((listener) -> listener.published(user, user.path())));
		}
	}

	@Override
	public boolean isPublic(String sha256) {
		return this.jdbc.sql("select exists (select from content_media where sha256 = ? and live)")
			.param(sha256)
			.query(Boolean.class)
			.single();
	}

}
