package edu.wenzhou.site.publishing;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import edu.wenzhou.site.audit.Actor;
import edu.wenzhou.site.audit.AuditTrail;
import edu.wenzhou.site.staff.StaffUser;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The way from a draft to the public: handed in, agreed to by as many people as the type
 * asks for, none of whom wrote it. Each decision holds the hash of the text that was
 * looked at.
 */
@Service
class Reviews {

	private final ContentStore store;

	private final Checks checks;

	private final Publication publication;

	private final Answers answers;

	private final PublishingProperties properties;

	private final AuditTrail trail;

	private final JdbcClient jdbc;

	private final Clock clock;

	Reviews(ContentStore store, Checks checks, Publication publication, Answers answers,
			PublishingProperties properties, AuditTrail trail, JdbcClient jdbc, Clock clock) {
		this.store = store;
		this.checks = checks;
		this.publication = publication;
		this.answers = answers;
		this.properties = properties;
		this.trail = trail;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Hands the newest revision in and freezes it.
	 * @param hash of the text that the person saw
	 * @param dueOn by when it should be looked at; may be null
	 * @param publishAt when it is to be public; null for at once
	 * @param reasons for what was asked about the text, by the keys of the questions
	 */
	@Transactional
	public void submit(StaffUser user, Actor actor, long id, String hash, String note, LocalDate dueOn,
			Instant publishAt, Map<String, String> reasons) {
		ContentItem item = this.store.lock(id);
		Access.demand(Access.mayEdit(user, item));
		Revision latest = ready(item, hash);
		Verdict verdict = this.checks.verdict(item.type(), item.id(), latest.values());
		verdict.demand(reasons);
		Remarks.demandShort(note, "staff.refusal.note-long");
		demandPossible(item, latest, publishAt);
		long review = open(user, item, latest, note, dueOn, publishAt, false);
		this.trail.done(actor, "review.submit", Editing.entry(item), Map.of("revision", latest.seq()));
		answered(actor, item, review, verdict.questions(), reasons);
	}

	/**
	 * When it is to be public, as its editor wishes; null if that has passed or was not
	 * said.
	 */
	ZonedDateTime wish(Review review) {
		ZonedDateTime wish = review.publishAt();
		return (wish != null && wish.toInstant().isAfter(this.clock.instant())) ? wish : null;
	}

	/** Takes it back, to go on writing. */
	@Transactional
	public void recall(StaffUser user, Actor actor, long id) {
		ContentItem item = this.store.lock(id);
		Access.demand(Access.mayEdit(user, item));
		if (item.review() == null || item.review().emergency()) {
			throw new Refusal("staff.refusal.no-review");
		}
		this.store.closeReview(item.review().id(), Review.State.RECALLED, this.clock.instant());
		this.trail.done(actor, "review.recall", Editing.entry(item), Map.of());
	}

	/**
	 * Agrees. The last agreement makes it public, at once or at its time.
	 * @param hash of the text that the person saw
	 * @param publishAt when it is to be public, as the last one decides; null for at once
	 */
	@Transactional
	public void approve(StaffUser user, Actor actor, long id, String hash, String comment, Instant publishAt) {
		ContentItem item = this.store.lock(id);
		Review review = turn(user, item, hash);
		demandPossible(item, this.store.revision(id, review.revision()), publishAt);
		Instant now = this.clock.instant();
		decide(user, review, "APPROVE", comment, now);
		this.jdbc.sql("update review set step = step + 1 where id = ?").param(review.id()).update();
		Map<String, Object> details = new HashMap<>(Map.of("step", review.step() + 1, "of", review.steps().size()));
		this.trail.done(actor, "review.approve", Editing.entry(item), details);
		if (!review.isLast()) {
			return;
		}
		if (review.emergency()) {
			this.store.closeReview(review.id(), Review.State.PUBLISHED, now);
		}
		else if (publishAt != null && publishAt.isAfter(now)) {
			this.jdbc.sql("update review set state = 'APPROVED', publish_at = ? where id = ?")
				.params(ContentStore.at(publishAt), review.id())
				.update();
			this.trail.done(actor, "content.schedule", Editing.entry(item), Map.of("at", publishAt.toString()));
		}
		else {
			this.publication.publish(actor, item, this.store.revision(id, review.revision()));
			this.store.closeReview(review.id(), Review.State.PUBLISHED, now);
		}
	}

	/** Sends it back; the reason is for its author. */
	@Transactional
	public void sendBack(StaffUser user, Actor actor, long id, String hash, String reason) {
		ContentItem item = this.store.lock(id);
		Review review = turn(user, item, hash);
		Remarks.demandReason(reason);
		Instant now = this.clock.instant();
		decide(user, review, "RETURN", reason, now);
		this.store.closeReview(review.id(), Review.State.RETURNED, now);
		this.trail.done(actor, "review.return", Editing.entry(item), Map.of());
	}

	/** Says something without deciding; for everybody who may see the item. */
	@Transactional
	public void comment(StaffUser user, Actor actor, long id, String comment) {
		ContentItem item = this.store.lock(id);
		Access.demand(Access.maySee(user, item));
		if (item.review() == null) {
			throw new Refusal("staff.refusal.no-review");
		}
		Remarks.demandComment(comment);
		decide(user, item.review(), "COMMENT", comment, this.clock.instant());
		this.trail.done(actor, "review.comment", Editing.entry(item), Map.of());
	}

	/** Another time for what has been approved; null for at once. */
	@Transactional
	public void reschedule(StaffUser user, Actor actor, long id, Instant publishAt) {
		ContentItem item = this.store.lock(id);
		Access.demand(Access.mayPublish(user, item));
		if (!item.isScheduled()) {
			throw new Refusal("staff.refusal.not-scheduled");
		}
		demandPossible(item, this.store.revision(id, item.review().revision()), publishAt);
		Instant now = this.clock.instant();
		if (publishAt != null && publishAt.isAfter(now)) {
			this.jdbc.sql("update review set publish_at = ? where id = ?")
				.params(ContentStore.at(publishAt), item.review().id())
				.update();
			this.trail.done(actor, "content.schedule", Editing.entry(item), Map.of("at", publishAt.toString()));
		}
		else {
			this.publication.publish(actor, item, this.store.revision(id, item.review().revision()));
			this.store.closeReview(item.review().id(), Review.State.PUBLISHED, now);
		}
	}

	/**
	 * Publishes without anybody's agreement, where that is switched on. It stays marked
	 * until somebody else has approved it.
	 */
	@Transactional
	public void publishUnchecked(StaffUser user, Actor actor, long id, String hash, String reason) {
		ContentItem item = this.store.lock(id);
		Access.demand(this.properties.emergency() && Access.mayPublish(user, item));
		Remarks.demandReason(reason);
		if (item.isInReview() || item.isScheduled()) {
			this.store.closeReview(item.review().id(), Review.State.VOID, this.clock.instant());
			item = this.store.item(id);
		}
		if (item.isLive() && !item.newer() && item.review() == null) {
			throw new Refusal("staff.refusal.nothing-new");
		}
		Revision latest = ready(item, hash);
		Verdict verdict = this.checks.verdict(item.type(), item.id(), latest.values());
		Map<String, String> reasons = new HashMap<>();
		// Whoever publishes alone gives one reason for everything
		verdict.questions().forEach((question) -> reasons.put(question.key(), reason));
		verdict.demand(reasons);
		long review = open(user, item, latest, reason, null, null, true);
		answered(actor, item, review, verdict.questions(), reasons);
		this.publication.publish(actor, item, latest);
		this.trail.done(actor, "content.emergency", Editing.entry(item), Map.of("reason", reason));
	}

	/** Everything that was said about an item, the newest first. */
	List<Decision> decisions(long item) {
		return this.jdbc.sql("""
				select d.* from review_decision d join review r on r.id = d.review_id where r.item_id = ?
				order by d.decided_at desc, d.id desc limit 200""").param(item).query(Decision::of).list();
	}

	/**
	 * How the last review of each of these items ended, where it was sent back. While
	 * what is public is unchecked, one that was taken back since changes nothing.
	 */
	List<Return> returns(Collection<Long> items) {
		return items.isEmpty() ? List.of()
				: this.jdbc.sql("""
						select r.item_id, r.revision_id, d.comment, d.decided_name, d.decided_at, r.due_on
						from review r join review_decision d on d.review_id = r.id and d.kind = 'RETURN'
						join content_item i on i.id = r.item_id
						where r.item_id in (:items) and r.state = 'RETURNED'
						and r.id = (select max(l.id) from review l where l.item_id = r.item_id
						  and (l.state not in ('RECALLED', 'VOID') or not (%s)))""".formatted(ContentItem.UNCHECKED))
					.param("items", items)
					.query(Return::of)
					.list();
	}

	/** Why the newest revision of an item came back; null where it did not. */
	Return returned(ContentItem item) {
		return returns(List.of(item.id())).stream()
			.filter((one) -> one.revision() == item.latestRevision())
			.findAny()
			.orElse(null);
	}

	/**
	 * Why nothing of an item can be handed in now, whatever stands in it; null if it can.
	 */
	static String hindrance(ContentItem item) {
		return item.isDeleted() ? "staff.refusal.deleted"
				: item.isInReviewAfterwards() ? "staff.refusal.unchecked" : (item.review() != null)
						? "staff.refusal.in-review"
						: (item.isLive() && !item.newer() && !item.unchecked()) ? "staff.refusal.nothing-new" : null;
	}

	/** The newest revision, if it may be handed in now, whatever stands in it. */
	private Revision ready(ContentItem item, String hash) {
		Revision latest = this.store.latest(item);
		if (!item.isDeleted() && item.review() == null && !latest.hash().equals(hash)) {
			throw new Refusal("staff.refusal.changed");
		}
		String hindrance = hindrance(item);
		if (hindrance != null) {
			throw new Refusal(hindrance);
		}
		return latest;
	}

	/** Keeps the reasons and records each of them. */
	private void answered(Actor actor, ContentItem item, long review, List<Question> questions,
			Map<String, String> reasons) {
		this.answers.keep(review, questions, reasons);
		questions.forEach((question) -> this.trail.done(actor, "review.answer", Editing.entry(item),
				Map.of("found", question.subject(), "reason", reasons.get(question.key()).strip())));
	}

	/** A time that has passed is a slip, and would publish at once. */
	private void demandPossible(ContentItem item, Revision revision, Instant publishAt) {
		// Of the minute that runs it is now
		if (publishAt != null && publishAt.isBefore(this.clock.instant().truncatedTo(ChronoUnit.MINUTES))) {
			throw new Refusal("staff.refusal.past");
		}
		Instant end = item.type().expiry(revision.values());
		if (publishAt != null && end != null && !publishAt.isBefore(end)) {
			throw new Refusal("staff.refusal.after-end");
		}
	}

	private long open(StaffUser user, ContentItem item, Revision revision, String note, LocalDate dueOn,
			Instant publishAt, boolean emergency) {
		Instant now = this.clock.instant();
		this.store.freeze(revision.id(), now);
		List<String> steps = emergency ? List.of("APPROVER")
				: this.properties.stepsOf(item.type()).stream().map(Enum::name).toList();
		return this.jdbc
			.sql("""
					insert into review (item_id, revision_id, content_hash, state, emergency, steps, authors, requested_by,
					  requested_name, requested_at, due_on, note, publish_at)
					values (:item, :revision, :hash, 'OPEN', :emergency, :steps, :authors, :by, :name, :at, :due, :note, :publish)
					returning id""")
			.param("item", item.id())
			.param("revision", revision.id())
			.param("hash", revision.hash())
			.param("emergency", emergency)
			.param("steps", steps.toArray(String[]::new))
			.param("authors", this.store.authors(item, revision).toArray(Long[]::new))
			.param("by", user.id())
			.param("name", user.displayName())
			.param("at", ContentStore.at(now))
			.param("due", dueOn)
			.param("note", note.isBlank() ? null : note)
			.param("publish", ContentStore.at(publishAt))
			.query(Long.class)
			.single();
	}

	/** The open review, if it is this person's turn and they saw the text it is about. */
	private Review turn(StaffUser user, ContentItem item, String hash) {
		Access.demand(Access.maySee(user, item));
		Review review = item.review();
		if (review == null || review.state() != Review.State.OPEN) {
			throw new Refusal("staff.refusal.no-review");
		}
		if (review.isBy(user.id())) {
			throw new Refusal("staff.refusal.author");
		}
		if (review.hasAgreed(user.id())) {
			throw new Refusal("staff.refusal.again");
		}
		Access.demand(Access.mayDecide(user, item));
		if (!review.hash().equals(hash)) {
			throw new Refusal("staff.refusal.changed");
		}
		return review;
	}

	private void decide(StaffUser user, Review review, String kind, String comment, Instant now) {
		Remarks.demandShort(comment, "staff.refusal.comment-long");
		this.jdbc
			.sql("""
					insert into review_decision (review_id, step, kind, comment, content_hash, decided_by, decided_name, decided_at)
					values (?, ?, ?, ?, ?, ?, ?, ?)""")
			.params(review.id(), review.step(), kind, (comment == null || comment.isBlank()) ? null : comment,
					review.hash(), user.id(), user.displayName(), ContentStore.at(now))
			.update();
	}

}
