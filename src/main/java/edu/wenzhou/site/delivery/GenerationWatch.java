package edu.wenzhou.site.delivery;

import java.util.concurrent.atomic.AtomicLong;

import edu.wenzhou.site.publishing.SiteGeneration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * The number of the content as far as this node knows: at once for what was published
 * here, within a second for what was elsewhere.
 */
class GenerationWatch {

	private static final Logger logger = LoggerFactory.getLogger(GenerationWatch.class);

	private final SiteGeneration generation;

	private final Warmer warmer;

	private final AtomicLong number;

	GenerationWatch(SiteGeneration generation, AtomicLong number, Warmer warmer) {
		this.generation = generation;
		this.number = number;
		this.warmer = warmer;
	}

	@Scheduled(fixedDelayString = "${college.delivery.every:1s}")
	void look() {
		try {
			seen(this.generation.number());
		}
		catch (DataAccessException ex) {
			logger.debug("Could not look for another generation: {}", ex.getMessage());
		}
	}

	@TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
	void raised(SiteGeneration.Raised event) {
		seen(event.number());
	}

	private void seen(long number) {
		if (this.number.getAndAccumulate(number, Math::max) < number) {
			this.warmer.wake();
		}
	}

}
