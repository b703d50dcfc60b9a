package edu.wenzhou.site.publishing;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import edu.wenzhou.site.audit.Actor;
import edu.wenzhou.site.audit.AuditTrail;
import edu.wenzhou.site.publishing.NightWork.State;
import edu.wenzhou.site.publishing.NightWork.Turn;
import edu.wenzhou.site.publishing.Publications.Standing;
import edu.wenzhou.site.staff.StaffUser;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.annotation.Transactional;

/**
 * Looks once a night whether all that is public could still be published: what it rests
 * on may be gone since, and what is asked of texts may be more than it was. Reads what is
 * public and writes what it found, no more.
 */
@Component
class Recheck {

	private static final Duration LEASE = Duration.ofMinutes(30);

	/** Items that are in memory at a time. */
	private static final int CHUNK = 100;

	private static final Logger logger = LoggerFactory.getLogger(Recheck.class);

	private final NightWork work;

	private final Publications publications;

	private final Checks checks;

	private final Answers answers;

	private final Findings findings;

	private final AuditTrail trail;

	private final Clock clock;

	Recheck(NightWork work, Publications publications, Checks checks, Answers answers, Findings findings,
			AuditTrail trail, Clock clock) {
		this.work = work;
		this.publications = publications;
		this.checks = checks;
		this.answers = answers;
		this.findings = findings;
		this.trail = trail;
		this.clock = clock;
	}

	/** Somebody does not want to wait for the night. */
	@Transactional
	public void want(StaffUser user, Actor actor) {
		Access.demand(user.isWithContent());
		this.work.want(NightWork.CHECK);
		this.trail.done(actor, "content.check", AuditTrail.Item.NONE, Map.of());
	}

	State state() {
		return this.work.state(NightWork.CHECK, LEASE);
	}

	@Scheduled(fixedDelayString = "${college.watch.every:15s}", initialDelayString = "${college.watch.every:15s}")
	void run() {
		try {
			for (Optional<Turn> turn = this.work.take(NightWork.CHECK, LEASE); turn
				.isPresent(); turn = this.work.take(NightWork.CHECK, LEASE)) {
				all(turn.get());
			}
		}
		catch (DataAccessException | TransactionException ex) {
			logger.warn("Could not check again what is public: {}", ex.getMessage());
		}
	}

	/**
	 * In portions, each of them short: nobody who publishes waits for it. Ends early
	 * where it has become another node's work.
	 */
	private void all(Turn first) {
		long number = 0;
		Optional<Turn> turn = Optional.of(first);
		List<Standing> some = this.publications.standing(0, CHUNK, this.clock.instant());
		while (turn.isPresent() && !some.isEmpty()) {
			check(some);
			number += some.size();
			some = this.publications.standing(some.get(some.size() - 1).item().id(), CHUNK, this.clock.instant());
			turn = this.work.goOn(turn.get());
		}
		turn.ifPresent(this.work::done);
		logger.info("Checked what is public again: {} items", number);
	}

	private void check(List<Standing> some) {
		Map<Long, Long> revisions = new LinkedHashMap<>();
		Map<Long, List<Problem>> problems = new LinkedHashMap<>();
		for (Standing one : some) {
			PublicItem item = one.item();
			revisions.put(item.id(), one.revision());
			problems.put(item.id(), problems(one));
		}
		this.findings.later(some.stream().map(Standing::item).toList())
			.forEach((item, found) -> problems.get(item).addAll(found));
		this.findings.note(revisions, problems);
	}

	private List<Problem> problems(Standing one) {
		Verdict verdict = this.checks.verdict(one.item().type(), one.item().id(), one.item().values());
		List<Problem> problems = new ArrayList<>(verdict.problems());
		if (!verdict.questions().isEmpty()) {
			// Kept without what was found in full: it may be personal
			verdict.open(this.answers.of(one.revision()))
				.forEach((question) -> problems
					.add(Problem.of(question.problem().field(), "staff.problem.asked", question.subject())));
		}
		return problems;
	}

}
