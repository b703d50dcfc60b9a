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

	private final Findings findings;

	private final AuditTrail trail;

	private final Clock clock;

	Recheck(NightWork work, Publications publications, Checks checks, Findings findings, AuditTrail trail,
			Clock clock) {
		this.work = work;
		this.publications = publications;
		this.checks = checks;
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
				long number = all();
				this.work.done(turn.get());
				logger.info("Checked what is public again: {} items", number);
			}
		}
		catch (DataAccessException | TransactionException ex) {
			logger.warn("Could not check again what is public: {}", ex.getMessage());
		}
	}

	/** In portions, each of them short: nobody who publishes waits for it. */
	private long all() {
		long number = 0;
		List<Standing> some = this.publications.standing(0, CHUNK, this.clock.instant());
		while (!some.isEmpty()) {
			check(some);
			number += some.size();
			some = this.publications.standing(some.get(some.size() - 1).item().id(), CHUNK, this.clock.instant());
		}
		return number;
	}

	private void check(List<Standing> some) {
		Map<Long, Long> revisions = new LinkedHashMap<>();
		Map<Long, List<Problem>> problems = new LinkedHashMap<>();
		for (Standing one : some) {
			PublicItem item = one.item();
			revisions.put(item.id(), one.revision());
			problems.put(item.id(), new ArrayList<>(this.checks.check(item.type(), item.id(), item.values())));
		}
		this.findings.later(some.stream().map(Standing::item).toList())
			.forEach((item, found) -> problems.get(item).addAll(found));
		this.findings.note(revisions, problems);
	}

}
