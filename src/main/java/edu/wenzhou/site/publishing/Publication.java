package edu.wenzhou.site.publishing;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import edu.wenzhou.site.audit.Actor;
import edu.wenzhou.site.audit.AuditTrail;
import edu.wenzhou.site.staff.StaffUser;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The only way into and out of the tables that the public sees. Everything that one step
 * changes is one transaction: the public row, the item, the old address, the record, the
 * site's generation.
 */
@Service
class Publication {

	/** The reason of an end that came by itself. */
	static final String EXPIRED = "expired";

	private final ContentStore store;

	private final Publications publications;

	private final List<PublicationListener> listeners;

	private final TypedTables tables;

	private final Checks checks;

	private final Answers answers;

	private final AuditTrail trail;

	private final SiteGeneration generation;

	private final JdbcClient jdbc;

	private final Clock clock;

	Publication(ContentStore store, Publications publications, List<PublicationListener> listeners, TypedTables tables,
			Checks checks, Answers answers, AuditTrail trail, SiteGeneration generation, JdbcClient jdbc, Clock clock) {
		this.store = store;
		this.publications = publications;
		this.listeners = listeners;
		this.tables = tables;
		this.checks = checks;
		this.answers = answers;
		this.trail = trail;
		this.generation = generation;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** Makes a revision public. The caller has seen to it that it may be, and locked. */
	@Transactional
	public void publish(Actor actor, ContentItem item, Revision revision) {
		ContentType type = item.type();
		// Before they are looked for: nobody may take one away between that and the end
		this.store.hold(revision.values());
		this.checks.verdict(type, item.id(), revision.values()).demand(this.answers.of(revision.id()));
		Instant now = this.clock.instant();
		String before = this.store.live(item).map((live) -> type.path(live.values())).orElse(null);
		write(type, item.publishedSlug(), revision.values());
		String path = type.path(revision.values());
		this.store.freeze(revision.id(), now);
		Instant expires = type.expiry(revision.values());
		this.jdbc
			.sql("""
					update content_item set published_slug = ?, published_revision_id = ?, expire_at = ?, last_published_at = ?,
					  first_published_at = coalesce(first_published_at, ?), withdrawn_at = null, withdrawn_reason = null,
					  withdrawn_to = null, version = version + 1 where id = ?""")
			.params(type.slug(revision.values()), revision.id(), ContentStore.at(expires), ContentStore.at(now),
					ContentStore.at(now), item.id())
			.update();
		this.store.uses(item.id(), true, revision.values());
		this.jdbc.sql("delete from former_path where path = ?").param(path).update();
		Map<String, Object> details = new HashMap<>(Map.of("revision", revision.seq(), "path", path));
		if (before != null && !before.equals(path)) {
			remember(before, item.id(), now);
			details.put("before", before);
		}
		this.generation.raise(now);
		this.publications.publish(item.id(), type, revision.values(), expires, now);
		PublicItem published = new PublicItem(item.id(), type, path, revision.values(), now, expires);
		this.listeners.forEach((listener) -> listener.published(published, before));
		touch(item, type.slug(revision.values()), now);
		this.trail.done(actor, "content.publish", Editing.entry(item), details);
	}

	/**
	 * Takes what is public away.
	 * @param to where its visitors are sent; null for a page that says it is gone
	 */
	@Transactional
	public void withdraw(StaffUser user, Actor actor, long id, String reason, String to) {
		ContentItem item = this.store.lock(id);
		Access.demand(Access.mayPublish(user, item));
		if (!item.isLive() || item.type().isSingle()) {
			throw new Refusal("staff.refusal.not-public");
		}
		Remarks.demandReason(reason);
		if (to != null && !to.matches("/([^/\\\\\\s][^\\\\\\s]*)?")) {
			throw new Refusal("staff.refusal.address");
		}
		takeAway(actor, item, reason, to, "content.withdraw");
	}

	/** Ends what has reached its time. */
	@Transactional
	public void expire(Actor actor, ContentItem item) {
		takeAway(actor, item, EXPIRED, null, "content.expire");
	}

	private void takeAway(Actor actor, ContentItem item, String reason, String to, String action) {
		Instant now = this.clock.instant();
		Values values = this.store.live(item).orElseThrow().values();
		String path = item.type().path(values);
		try {
			this.tables.remove(item.type(), item.publishedSlug());
		}
		catch (DataIntegrityViolationException ex) {
			throw new Refusal("staff.refusal.in-use");
		}
		this.jdbc.sql("""
				update content_item set published_slug = null, published_revision_id = null, withdrawn_at = ?,
				  withdrawn_reason = ?, withdrawn_to = ?, version = version + 1 where id = ?""")
			.params(ContentStore.at(now), reason, to, item.id())
			.update();
		this.store.uses(item.id(), true, Values.empty());
		if (item.review() != null) {
			this.store.closeReview(item.review().id(),
					item.review().emergency() ? Review.State.RETURNED : Review.State.VOID, now);
		}
		remember(path, item.id(), now);
		this.generation.raise(now);
		this.publications.withdraw(item.id(), now);
		PublicItem last = new PublicItem(item.id(), item.type(), path, values, now, null);
		this.listeners.forEach((listener) -> listener.withdrawn(last));
		touch(item, item.publishedSlug(), now);
		this.trail.done(actor, action, Editing.entry(item), Map.of("reason", reason, "path", path));
	}

	/** Puts away what is not public; it can be brought back. */
	@Transactional
	public void trash(StaffUser user, Actor actor, long id) {
		ContentItem item = this.store.lock(id);
		Access.demand(Access.mayEdit(user, item));
		if (item.isLive() || item.review() != null || item.isDeleted()) {
			throw new Refusal("staff.refusal.trash");
		}
		this.jdbc.sql("update content_item set deleted_at = ?, version = version + 1 where id = ?")
			.params(ContentStore.at(this.clock.instant()), id)
			.update();
		this.trail.done(actor, "content.trash", Editing.entry(item), Map.of());
	}

	@Transactional
	public void bringBack(StaffUser user, Actor actor, long id) {
		ContentItem item = this.store.lock(id);
		Access.demand(Access.mayEdit(user, item));
		if (!item.isDeleted()) {
			throw new Refusal("staff.refusal.not-trashed");
		}
		this.jdbc.sql("update content_item set deleted_at = null, version = version + 1 where id = ?")
			.param(id)
			.update();
		this.trail.done(actor, "content.bring-back", Editing.entry(item), Map.of());
	}

	/** What names the item shows something else from now on. */
	private void touch(ContentItem item, String slug, Instant now) {
		Set<String> slugs = new HashSet<>(Set.of(slug));
		if (item.publishedSlug() != null) {
			slugs.add(item.publishedSlug());
		}
		this.publications.touch(item.id(), item.type(), slugs, now)
			.forEach((touched) -> this.listeners.forEach((listener) -> listener.published(touched, touched.path())));
	}

	/** What the rules of the form did not see, the tables refuse. */
	private void write(ContentType type, String slug, Values values) {
		try {
			this.tables.write(type, slug, values);
		}
		catch (DataIntegrityViolationException ex) {
			throw new Refusal("staff.refusal.tables");
		}
	}

	/** Only pages have visitors who come back; a part of a page has not. */
	private void remember(String path, long item, Instant now) {
		if (path.indexOf('#') < 0) {
			this.jdbc.sql("""
					insert into former_path (path, item_id, since) values (?, ?, ?)
					on conflict (path) do update set item_id = excluded.item_id, since = excluded.since""")
				.params(path, item, ContentStore.at(now))
				.update();
		}
	}

}
