package edu.wenzhou.site.publishing;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

import edu.wenzhou.site.media.MediaUses;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A file is public while the public version of an item names it. */
@Component
class ContentMediaUses implements MediaUses {

	private final JdbcClient jdbc;

	private final SiteGeneration generation;

	private final Publications publications;

	private final List<PublicationListener> listeners;

	private final MessageSource messages;

	private final Clock clock;

	ContentMediaUses(JdbcClient jdbc, SiteGeneration generation, Publications publications,
			List<PublicationListener> listeners, MessageSource messages, Clock clock) {
		this.jdbc = jdbc;
		this.generation = generation;
		this.publications = publications;
		this.listeners = listeners;
		this.messages = messages;
		this.clock = clock;
	}

	@Override
	public List<Use> usesOf(String sha256) {
		String untitled = this.messages.getMessage("staff.content.untitled", null, Locale.SIMPLIFIED_CHINESE);
		return this.jdbc
			.sql("""
					select i.id, i.title, bool_or(m.live) as live from content_media m join content_item i on i.id = m.item_id
					where m.sha256 = ? and (m.live or i.deleted_at is null) group by i.id order by i.title, i.id""")
			.param(sha256)
			.query((row, number) -> new Use(row.getString("title").isEmpty() ? untitled : row.getString("title"),
					"/staff/content/" + row.getLong("id"), row.getBoolean("live")))
			.list();
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
