package edu.wenzhou.site.publishing;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import edu.wenzhou.site.audit.Actor;
import edu.wenzhou.site.audit.AuditTrail;
import edu.wenzhou.site.publishing.Revision.Base;
import edu.wenzhou.site.staff.Role;
import edu.wenzhou.site.staff.Scope;
import edu.wenzhou.site.staff.StaffUser;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.dao.DataAccessException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Every step, in every state, by everybody: what is not in the table below is refused and
 * changes nothing.
 */
class StateMachineTests extends PublishingTest {

	private static final Actor ACTOR = new Actor(null, "", "192.0.2.1", "");

	private static final StaffUser AUTHOR = user(1, Role.EDITOR, Role.APPROVER);

	private static final StaffUser EDITOR = user(2, Role.EDITOR);

	private static final StaffUser APPROVER = user(3, Role.APPROVER);

	private static final StaffUser REVIEWER = user(4, Role.REVIEWER_1);

	private static final StaffUser ADMINISTRATOR = user(5, Role.ADMINISTRATOR);

	private static final StaffUser SECOND = user(6, Role.REVIEWER_2);

	/** Publishes in emergencies. */
	private static final StaffUser ALONE = user(7, Role.APPROVER);

	private static final List<StaffUser> EVERYBODY = List.of(AUTHOR, EDITOR, APPROVER, REVIEWER, SECOND, ADMINISTRATOR);

	@Autowired
	private Answers answers;

	@Autowired
	private Editing editing;

	@Autowired
	private Reviews reviews;

	@Autowired
	private Publication publication;

	@Autowired
	private Checks checks;

	@Autowired
	private AuditTrail trail;

	@Autowired
	private TransactionTemplate transaction;

	@Test
	void everyStepIsPossibleWhereItShouldBeAndNowhereElse() {
		List<String> wrong = new ArrayList<>();
		int refused = 0;
		for (State state : State.values()) {
			for (Step step : Step.values()) {
				for (StaffUser user : EVERYBODY) {
					boolean allowed = step.states.contains(state) && step.people.contains(user);
					String found = this.transaction.execute((status) -> {
						status.setRollbackOnly();
						return attempt(state, step, user);
					});
					refused += found.equals("refused") ? 1 : 0;
					if (!found.equals(allowed ? "done" : "refused")) {
						wrong.add("%s in %s by %d: %s".formatted(step, state, user.id(), found));
					}
				}
			}
		}
		assertThat(wrong).isEmpty();
		assertThat(refused).isGreaterThan(300);
	}

	/** Whoever has only looked may not decide about what was written since. */
	@Test
	void decisionsAreAboutTheTextThatWasSeen() {
		this.transaction.executeWithoutResult((status) -> {
			status.setRollbackOnly();
			long id = make(State.IN_REVIEW);
			String seen = this.store.item(id).review().hash();
			save(EDITOR, id, "name_zh", "又改了");
			assertThat(this.store.item(id).review()).isNull();
			Revision latest = this.store.latest(this.store.item(id));
			this.reviews.submit(EDITOR, ACTOR, id, latest.hash(), "", null, null, Map.of());
			assertThat(refusal(() -> this.reviews.approve(APPROVER, ACTOR, id, seen, "", null)))
				.isEqualTo("staff.refusal.changed");
		});
	}

	/** What a type asks for is set by its name, for all others by the default. */
	@Test
	void theStepsOfATypeAreThoseThatAreSet() {
		PublishingProperties set = new Binder(
				new MapConfigurationPropertySource(Map.of("college.publishing.steps.school",
						"REVIEWER_1,REVIEWER_2,APPROVER", "college.publishing.steps.default", "REVIEWER_1")))
			.bindOrCreate("college.publishing", PublishingProperties.class);
		assertThat(set.stepsOf(this.types.get("campus"))).containsExactly(Role.REVIEWER_1);
		Reviews strict = new Reviews(this.store, this.checks, this.publication, this.answers, set, this.trail,
				this.jdbc, Clock.systemUTC());
		this.transaction.executeWithoutResult((status) -> {
			status.setRollbackOnly();
			long id = make(State.DRAFT);
			strict.submit(AUTHOR, ACTOR, id, this.store.latest(this.store.item(id)).hash(), "", null, null, Map.of());
			String hash = this.store.item(id).review().hash();
			assertThat(denied(() -> this.reviews.approve(APPROVER, ACTOR, id, hash, "", null))).isTrue();
			this.reviews.approve(REVIEWER, ACTOR, id, hash, "", null);
			this.reviews.approve(SECOND, ACTOR, id, hash, "", null);
			assertThat(this.store.item(id).isLive()).isFalse();
			this.reviews.approve(APPROVER, ACTOR, id, hash, "", null);
			assertThat(this.store.item(id).isLive()).isTrue();
		});
		for (String wrong : List.of("", "EDITOR", "APPROVER,APPROVER", "ADMINISTRATOR")) {
			assertThatExceptionOfType(BindException.class).as(wrong)
				.isThrownBy(() -> new Binder(
						new MapConfigurationPropertySource(Map.of("college.publishing.steps.school", wrong)))
					.bindOrCreate("college.publishing", PublishingProperties.class));
		}
	}

	/** Three people, each once, in their order. */
	@Test
	void asManyPeopleHaveToAgreeAsTheTypeAsksFor() {
		this.transaction.executeWithoutResult((status) -> {
			status.setRollbackOnly();
			long id = make(State.IN_REVIEW);
			this.jdbc.sql("update review set steps = '{REVIEWER_1,REVIEWER_2,APPROVER}' where item_id = ?")
				.param(id)
				.update();
			String hash = this.store.item(id).review().hash();
			StaffUser all = user(9, Role.REVIEWER_1, Role.REVIEWER_2, Role.APPROVER);
			assertThat(denied(() -> this.reviews.approve(APPROVER, ACTOR, id, hash, "", null))).isTrue();
			this.reviews.approve(all, ACTOR, id, hash, "", null);
			assertThat(refusal(() -> this.reviews.approve(all, ACTOR, id, hash, "", null)))
				.isEqualTo("staff.refusal.again");
			this.reviews.approve(user(10, Role.REVIEWER_2), ACTOR, id, hash, "", null);
			assertThat(this.store.item(id).isLive()).isFalse();
			this.reviews.approve(APPROVER, ACTOR, id, hash, "", null);
			assertThat(this.store.item(id).isLive()).isTrue();
		});
	}

	/** Also one who wrote an earlier part of the text that somebody else handed in. */
	@Test
	void nobodyApprovesATextThatTheyHelpedToWrite() {
		this.transaction.executeWithoutResult((status) -> {
			status.setRollbackOnly();
			long id = make(State.DRAFT);
			save(EDITOR, id, "telephone", "0577-0000");
			this.reviews.submit(EDITOR, ACTOR, id, this.store.latest(this.store.item(id)).hash(), "", null, null,
					Map.of());
			String hash = this.store.item(id).review().hash();
			assertThat(refusal(() -> this.reviews.approve(AUTHOR, ACTOR, id, hash, "", null)))
				.isEqualTo("staff.refusal.author");
			long review = this.store.item(id).review().id();
			assertThatExceptionOfType(DataAccessException.class)
				.isThrownBy(() -> this.jdbc
					.sql("""
							insert into review_decision (review_id, step, kind, content_hash, decided_by, decided_name, decided_at)
							values (?, 0, 'APPROVE', ?, -1, '', now())""")
					.params(review, hash)
					.update())
				.withStackTraceContaining("nobody approves what they wrote");
		});
	}

	private String attempt(State state, Step step, StaffUser user) {
		long id = make(state);
		String before = snapshot(id);
		try {
			take(step, user, id);
			return snapshot(id).equals(before) ? "nothing" : "done";
		}
		catch (AccessDeniedException | Refusal | Left ex) {
			return snapshot(id).equals(before) ? "refused" : "refused, and changed";
		}
	}

	private void take(Step step, StaffUser user, long id) {
		ContentItem item = this.store.item(id);
		String latest = this.store.latest(item).hash();
		String reviewed = (item.review() != null) ? item.review().hash() : latest;
		switch (step) {
			case SAVE -> save(user, id, "lead_zh", "另一句导语");
			case SUBMIT -> this.reviews.submit(user, ACTOR, id, latest, "", null, null, Map.of());
			case RECALL -> this.reviews.recall(user, ACTOR, id);
			case APPROVE -> this.reviews.approve(user, ACTOR, id, reviewed, "", null);
			case RETURN -> this.reviews.sendBack(user, ACTOR, id, reviewed, "原因");
			case COMMENT -> this.reviews.comment(user, ACTOR, id, "意见");
			case RESCHEDULE -> this.reviews.reschedule(user, ACTOR, id, null);
			case EMERGENCY -> this.reviews.publishUnchecked(user, ACTOR, id, latest, "原因");
			case WITHDRAW -> this.publication.withdraw(user, ACTOR, id, "原因", null);
			case TRASH -> this.publication.trash(user, ACTOR, id);
			case BRING_BACK -> this.publication.bringBack(user, ACTOR, id);
			case RESTORE -> this.editing.restore(user, ACTOR, id,
					this.store.history(id, 100).get(this.store.history(id, 100).size() - 1).id());
			case REPLACE -> this.editing.replace(user, ACTOR, id, new Base(item.latestRevision(), latest),
					new WordReplacement("测试", "替换"), Map.of("name_zh.0", ""));
			default -> throw new IllegalStateException();
		}
	}

	private long make(State state) {
		long id = this.editing.create(AUTHOR, ACTOR, this.types.get("school"));
		if (state == State.EMPTY) {
			return id;
		}
		save(AUTHOR, id, "name_zh", "测试学院", "slug", "test-school");
		if (state == State.DRAFT) {
			return id;
		}
		if (state == State.TRASHED) {
			this.publication.trash(AUTHOR, ACTOR, id);
			return id;
		}
		if (state == State.UNCHECKED || state == State.UNAPPROVED) {
			this.reviews.publishUnchecked(ALONE, ACTOR, id, this.store.latest(this.store.item(id)).hash(), "原因");
			if (state == State.UNAPPROVED) {
				this.reviews.sendBack(APPROVER, ACTOR, id, this.store.item(id).review().hash(), "原因");
			}
			return id;
		}
		this.reviews.submit(AUTHOR, ACTOR, id, this.store.latest(this.store.item(id)).hash(), "", null, null, Map.of());
		if (state == State.IN_REVIEW) {
			return id;
		}
		Instant later = (state == State.SCHEDULED) ? Instant.now().plus(1, ChronoUnit.DAYS) : null;
		this.reviews.approve(APPROVER, ACTOR, id, this.store.item(id).review().hash(), "", later);
		if (state == State.WITHDRAWN) {
			this.publication.withdraw(APPROVER, ACTOR, id, "原因", null);
		}
		if (state == State.LIVE_NEWER || state == State.LIVE_IN_REVIEW) {
			save(AUTHOR, id, "telephone", "0577-0000");
		}
		if (state == State.LIVE_IN_REVIEW) {
			this.reviews.submit(AUTHOR, ACTOR, id, this.store.latest(this.store.item(id)).hash(), "", null, null,
					Map.of());
		}
		return id;
	}

	private void save(StaffUser user, long id, String... fields) {
		Revision latest = this.store.latest(this.store.item(id));
		Values values = latest.values();
		for (int i = 0; i < fields.length; i += 2) {
			values = values.with(fields[i], fields[i + 1]);
		}
		this.editing.save(user, ACTOR, id, values, new Base(latest.id(), latest.hash()), "", true);
	}

	/** Everything about an item but its number. */
	private String snapshot(long id) {
		return this.jdbc
			.sql("""
					select concat_ws(' ', i, (select string_agg(cast(r as text), ' ' order by id) from review r where item_id = i.id),
					(select string_agg(cast(v as text), ' ' order by id) from content_revision v where item_id = i.id),
					(select string_agg(cast(d as text), ' ') from review_decision d join review r on r.id = d.review_id
					where r.item_id = i.id), (select string_agg(cast(s as text), ' ') from school s where s.slug = 'test-school'))
					from content_item i where id = ?""")
			.param(id)
			.query(String.class)
			.single();
	}

	private static String refusal(Runnable step) {
		try {
			step.run();
			return "done";
		}
		catch (Refusal ex) {
			return ex.getKey();
		}
	}

	private static boolean denied(Runnable step) {
		try {
			step.run();
			return false;
		}
		catch (AccessDeniedException ex) {
			return true;
		}
	}

	/** Numbers that no account of the tests has. */
	private static StaffUser user(long id, Role... roles) {
		return new StaffUser(-id, "user" + id, "user@college.example", "测试" + id,
				List.of(roles).stream().map((role) -> new Scope(role, null, null)).toList());
	}

	private enum State {

		EMPTY, DRAFT, IN_REVIEW, SCHEDULED, LIVE, LIVE_NEWER, LIVE_IN_REVIEW, UNCHECKED, UNAPPROVED, WITHDRAWN, TRASHED

	}

	private enum Step {

		SAVE(EnumSet.complementOf(EnumSet.of(State.TRASHED)), AUTHOR, EDITOR),
		SUBMIT(EnumSet.of(State.DRAFT, State.LIVE_NEWER, State.UNAPPROVED, State.WITHDRAWN), AUTHOR, EDITOR),
		RECALL(EnumSet.of(State.IN_REVIEW, State.SCHEDULED, State.LIVE_IN_REVIEW), AUTHOR, EDITOR),
		APPROVE(EnumSet.of(State.IN_REVIEW, State.LIVE_IN_REVIEW, State.UNCHECKED), APPROVER),
		RETURN(EnumSet.of(State.IN_REVIEW, State.LIVE_IN_REVIEW, State.UNCHECKED), APPROVER),
		COMMENT(EnumSet.of(State.IN_REVIEW, State.SCHEDULED, State.LIVE_IN_REVIEW,
				State.UNCHECKED), AUTHOR, EDITOR, APPROVER, REVIEWER, SECOND),
		RESCHEDULE(EnumSet.of(State.SCHEDULED), AUTHOR, APPROVER),
		EMERGENCY(EnumSet.of(State.DRAFT, State.IN_REVIEW, State.SCHEDULED, State.LIVE_NEWER, State.LIVE_IN_REVIEW,
				State.WITHDRAWN), AUTHOR, APPROVER),
		WITHDRAW(EnumSet.of(State.LIVE, State.LIVE_NEWER, State.LIVE_IN_REVIEW, State.UNCHECKED, State.UNAPPROVED),
				AUTHOR, APPROVER),
		TRASH(EnumSet.of(State.EMPTY, State.DRAFT, State.WITHDRAWN), AUTHOR, EDITOR),
		BRING_BACK(EnumSet.of(State.TRASHED), AUTHOR, EDITOR),
		RESTORE(EnumSet.complementOf(EnumSet.of(State.EMPTY, State.TRASHED)), AUTHOR, EDITOR),
		REPLACE(EnumSet.of(State.DRAFT, State.LIVE, State.LIVE_NEWER, State.UNCHECKED, State.UNAPPROVED,
				State.WITHDRAWN), AUTHOR, EDITOR);

		private final Set<State> states;

		private final Set<StaffUser> people;

		Step(Set<State> states, StaffUser... people) {
			this.states = states;
			this.people = Set.of(people);
		}

	}

}
