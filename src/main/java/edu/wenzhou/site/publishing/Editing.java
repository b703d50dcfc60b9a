package edu.wenzhou.site.publishing;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import edu.wenzhou.site.audit.Actor;
import edu.wenzhou.site.audit.AuditTrail;
import edu.wenzhou.site.audit.AuditTrail.Item;
import edu.wenzhou.site.publishing.Revision.Base;
import edu.wenzhou.site.publishing.Revision.Saving;
import edu.wenzhou.site.staff.StaffUser;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps what people write. A save never replaces a text that its writer has not seen:
 * whoever saves says which one they began with, and the item is locked while that is
 * compared.
 */
@Service
class Editing {

	private final ContentStore store;

	private final AuditTrail trail;

	private final JdbcClient jdbc;

	private final Clock clock;

	Editing(ContentStore store, AuditTrail trail, JdbcClient jdbc, Clock clock) {
		this.store = store;
		this.trail = trail;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** A new and empty draft. */
	@Transactional
	public long create(StaffUser user, Actor actor, ContentType type) {
		return create(user, actor, type, Values.empty());
	}

	/**
	 * A new draft with what is known of it; it goes to the end where no place is given.
	 */
	@Transactional
	public long create(StaffUser user, Actor actor, ContentType type, Values known) {
		Access.demand(Access.mayCreate(user, type));
		Instant now = this.clock.instant();
		long id = this.store.insertItem(type, now);
		Values values = known;
		if (!values.has("position") && type.getFields().stream().anyMatch((field) -> field.name().equals("position"))) {
			values = values.with("position",
					this.jdbc.sql("select coalesce(max(position), 0) + 1 from " + type.table())
						.query(String.class)
						.single());
		}
		this.store.insertRevision(id, type, values, Saving.SAVED, null, user.id(), user.displayName(), "", null, now);
		this.trail.done(actor, "content.create", entry(this.store.item(id)), Map.of());
		return id;
	}

	/**
	 * Saves what somebody typed, if the newest text is still the one they began with.
	 * @param tab which browser window; a window saves into one revision until a person
	 * saves, so that saving by itself does not fill the history
	 * @param deliberate whether a person saved, and not the script by itself
	 */
	@Transactional
	public Outcome save(StaffUser user, Actor actor, long id, Values mine, Base base, String tab, boolean deliberate) {
		ContentItem item = this.store.lock(id);
		Access.demand(Access.mayEdit(user, item));
		refuseDeleted(item);
		Revision latest = this.store.latest(item);
		boolean own = latest.author() != null && latest.author() == user.id() && latest.tab().equals(tab);
		if (latest.values().equals(mine)) {
			if (deliberate && latest.kind() == Saving.AUTO && own && !latest.frozen()) {
				this.store.updateRevision(item, latest.id(), mine, Saving.SAVED, this.clock.instant());
				record(actor, item, latest.id());
			}
			return new Outcome(this.store.latest(this.store.item(id)), null, null);
		}
		if (!latest.is(base)) {
			return new Outcome(null, latest, ancestor(item, base));
		}
		if (!deliberate && item.review() != null) {
			return new Outcome(null, latest, latest);
		}
		Instant now = this.clock.instant();
		voidReview(actor, item, now);
		Saving kind = deliberate ? Saving.SAVED : Saving.AUTO;
		long saved;
		if (latest.kind() == Saving.AUTO && own && !latest.frozen()) {
			saved = latest.id();
			this.store.updateRevision(item, saved, mine, kind, now);
		}
		else {
			saved = this.store.insertRevision(id, item.type(), mine, kind, latest.id(), user.id(), user.displayName(),
					tab, null, now);
		}
		if (deliberate || saved != latest.id()) {
			record(actor, this.store.item(id), saved);
		}
		return new Outcome(this.store.revision(id, saved), null, null);
	}

	/** Makes an old revision the newest draft; the ones between stay in the history. */
	@Transactional
	public void restore(StaffUser user, Actor actor, long id, long revision) {
		ContentItem item = this.store.lock(id);
		Access.demand(Access.mayEdit(user, item));
		refuseDeleted(item);
		Revision old = this.store.revision(id, revision);
		Revision latest = this.store.latest(item);
		if (old.values().equals(latest.values())) {
			throw new Refusal("staff.refusal.same");
		}
		Instant now = this.clock.instant();
		voidReview(actor, item, now);
		this.store.insertRevision(id, item.type(), old.values(), Saving.RESTORE, latest.id(), user.id(),
				user.displayName(), "", String.valueOf(old.seq()), now);
		this.trail.done(actor, "content.restore", entry(this.store.item(id)), Map.of("revision", old.seq()));
	}

	/**
	 * Puts a replacement into a new draft. Several items get one at once, and nobody
	 * looks at each before it is saved; so it is only ever saved upon the text that was
	 * shown, and what others are just deciding on is left alone, where a save by hand
	 * would end their review.
	 * @param base the text that was shown
	 * @param chosen places of the replacement, with the texts that go with them
	 * @return the new revision
	 * @throws Left with the reason where it was not saved
	 */
	@Transactional
	public long replace(StaffUser user, Actor actor, long id, Base base, Replacement replacement,
			Map<String, String> chosen) {
		ContentItem item = this.store.lock(id);
		Access.demand(Access.mayEdit(user, item));
		Revision latest = this.store.latest(item);
		Values changed = replacement.in(item.type(), latest.values(), chosen);
		Left.Reason reason = item.isDeleted() ? Left.Reason.DELETED
				: !latest.is(base) ? Left.Reason.CHANGED
						: (item.isInReview() || item.isScheduled()) ? Left.Reason.REVIEW
								: changed.equals(latest.values()) ? Left.Reason.SAME
										: tooLong(item.type(), changed, latest.values()) ? Left.Reason.LONG : null;
		if (reason != null) {
			throw new Left(reason);
		}
		long saved = this.store.insertRevision(id, item.type(), changed, Saving.REPLACE, latest.id(), user.id(),
				user.displayName(), "", replacement.note(), this.clock.instant());
		Map<String, Object> details = new HashMap<>(replacement.details());
		details.put("revision", this.store.revision(id, saved).seq());
		this.trail.done(actor, "content.replace", entry(this.store.item(id)), details);
		return saved;
	}

	private static boolean tooLong(ContentType type, Values changed, Values before) {
		return type.getFields()
			.stream()
			.filter((field) -> changed.differing(before).contains(field.name()))
			.anyMatch((field) -> changed.get(field.name()).length() > field.kind().longest());
	}

	/**
	 * A text that both sides know: the one a person began with, or where that was saved
	 * over, the one before it.
	 */
	private Revision ancestor(ContentItem item, Base base) {
		if (base == null) {
			return null;
		}
		Revision begun = this.store.revision(item.id(), base.revision());
		if (begun.is(base)) {
			return begun;
		}
		return (begun.base() != null) ? this.store.revision(item.id(), begun.base()) : null;
	}

	/** What people agreed to is not what would be published any more. */
	private void voidReview(Actor actor, ContentItem item, Instant now) {
		if (item.review() != null && !item.review().emergency()) {
			this.store.closeReview(item.review().id(), Review.State.VOID, now);
			this.trail.done(actor, "review.void", entry(item), Map.of());
		}
	}

	private static void refuseDeleted(ContentItem item) {
		if (item.isDeleted()) {
			throw new Refusal("staff.refusal.deleted");
		}
	}

	private void record(Actor actor, ContentItem item, long revision) {
		Revision saved = this.store.revision(item.id(), revision);
		this.trail.done(actor, (saved.kind() == Saving.AUTO) ? "content.autosave" : "content.save",
				entry(this.store.item(item.id())), Map.of("revision", saved.seq()));
	}

	/** How the record of events names an item. */
	static Item entry(ContentItem item) {
		return new Item(item.type().getKey(), String.valueOf(item.id()), item.title());
	}

	/**
	 * What became of a save.
	 *
	 * @param saved null where somebody else's text would have been lost
	 * @param theirs then, the newest text
	 * @param begun then, a text that both began with; null if none is known any more
	 */
	record Outcome(Revision saved, Revision theirs, Revision begun) {

		boolean isConflict() {
			return this.saved == null;
		}

	}

}
