package edu.wenzhou.site.push;

import java.net.http.HttpRequest;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;

import edu.wenzhou.site.push.Engine.Outcome;
import edu.wenzhou.site.push.Engine.Verdict;
import edu.wenzhou.site.push.Outbox.Taken;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Sends what waits and is due. Every node looks; each address is sent by one of them. One
 * that is killed after an answer came and before it noted that lets the address be sent
 * once more: never less than once.
 */
@Component
class PushJob {

	/** What is kept of an answer, in characters. */
	private static final int KEPT = 300;

	private static final Logger logger = LoggerFactory.getLogger(PushJob.class);

	private final List<Engine> engines;

	private final Outbox outbox;

	private final Sender sender;

	private final Clock clock;

	PushJob(List<Engine> engines, Outbox outbox, Sender sender, Clock clock) {
		this.engines = engines;
		this.outbox = outbox;
		this.sender = sender;
		this.clock = clock;
	}

	@Scheduled(fixedDelayString = "${college.discovery.push.every:30s}",
			initialDelayString = "${college.discovery.push.every:30s}")
	void run() {
		for (Engine engine : this.engines) {
			try {
				while (engine.isOn() && send(engine)) {
					logger.debug("{} may take more", engine.name());
				}
			}
			catch (DataAccessException | TransactionException ex) {
				logger.warn("Could not push to {}: {}", engine.name(), ex.getMessage());
			}
			catch (InterruptedException ex) {
				// The site is being stopped; what was taken is released in a while
				Thread.currentThread().interrupt();
				return;
			}
		}
	}

	@Scheduled(fixedDelay = 24 * 60, initialDelay = 5, timeUnit = TimeUnit.MINUTES)
	void forget() {
		try {
			this.outbox.forget();
		}
		catch (DataAccessException | TransactionException ex) {
			logger.warn("Could not forget old pushes: {}", ex.getMessage());
		}
	}

	/** Whether there may be more to send at once. */
	private boolean send(Engine engine) throws InterruptedException {
		List<Taken> taken = this.outbox.take(engine.name(), engine.most());
		if (taken.isEmpty()) {
			return false;
		}
		List<String> urls = taken.stream().map(Taken::url).toList();
		HttpRequest request = engine.request(urls);
		Reply reply = this.sender.send(request);
		Verdict verdict = engine.read(reply, urls, this.clock.instant());
		settle(engine, taken, reply, verdict);
		logger.info("Told {} of {} addresses: {}", engine.name(), urls.size(),
				(reply.status() != null) ? reply.status() : reply.failure());
		return taken.size() == engine.most() && verdict.outcome() == Outcome.SENT && verdict.resumeAt() == null;
	}

	private void settle(Engine engine, List<Taken> taken, Reply reply, Verdict verdict) {
		String said = said(reply.body(), engine.secret());
		try {
			this.outbox.settle(engine.name(), taken, reply, said, verdict);
		}
		catch (DuplicateKeyException ex) {
			// A page was published in this very moment: now its newer note is there to
			// see
			this.outbox.settle(engine.name(), taken, reply, said, verdict);
		}
	}

	/** In one line, without what could come back of the secret. */
	private static String said(String body, String secret) {
		String text = body.replace(secret, "…").replaceAll("[\\p{C}\\s]+", " ").strip();
		return text.substring(0, text.offsetByCodePoints(0, Math.min(KEPT, text.codePointCount(0, text.length()))));
	}

}
