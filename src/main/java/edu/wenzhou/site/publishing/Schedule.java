package edu.wenzhou.site.publishing;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

import edu.wenzhou.site.audit.Actor;
import edu.wenzhou.site.audit.AuditTrail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Does what has come due: publishes what was approved for a time, ends what has one. Each
 * node looks every few seconds; a row that another one works on is left to it, and what
 * is done is no longer due, so everything happens once. What came due while all nodes
 * were away is done when one is back.
 */
@Component
class Schedule {

	private static final Logger logger = LoggerFactory.getLogger(Schedule.class);

	/** Nobody in particular: people approved the text and its time before. */
	private static final Actor CLOCKWORK = new Actor(null, "", "", "");

	private final ContentStore store;

	private final Publication publication;

	private final AuditTrail trail;

	private final JdbcClient jdbc;

	private final Clock clock;

	private final TransactionTemplate transaction;

	Schedule(ContentStore store, Publication publication, AuditTrail trail, JdbcClient jdbc, Clock clock,
			TransactionTemplate transaction) {
		this.store = store;
		this.publication = publication;
		this.trail = trail;
		this.jdbc = jdbc;
		this.clock = clock;
		this.transaction = transaction;
	}

	@Scheduled(fixedDelayString = "${college.publishing.every:5s}",
			initialDelayString = "${college.publishing.every:5s}")
	void run() {
		try {
			while (publishOne() || expireOne()) {
				logger.debug("Did what was due");
			}
		}
		catch (DataAccessException | TransactionException ex) {
			logger.warn("Could not look for what is due: {}", ex.getMessage());
		}
		catch (Refusal ex) {
			logger.warn("Could not end what was due: {}", ex.getKey());
		}
	}

	/** Whether there was one. */
	private boolean publishOne() {
		AtomicLong tried = new AtomicLong();
		try {
			return Boolean.TRUE.equals(this.transaction.execute((status) -> {
				Optional<ContentItem> due = due();
				due.ifPresent((item) -> {
					tried.set(item.id());
					this.publication.publish(CLOCKWORK, item, this.store.revision(item.id(), item.review().revision()));
					this.store.closeReview(item.review().id(), Review.State.PUBLISHED, this.clock.instant());
				});
				return due.isPresent();
			}));
		}
		catch (Refusal ex) {
			// Something it points to went away meanwhile: people have to look again
			return Boolean.TRUE.equals(this.transaction.execute((status) -> {
				Optional<ContentItem> due = due().filter((item) -> item.id() == tried.get());
				due.ifPresent((item) -> {
					this.store.closeReview(item.review().id(), Review.State.VOID, this.clock.instant());
					this.trail.refused(CLOCKWORK, "content.publish", Editing.entry(item),
							Map.of("reason", ex.getKey()));
				});
				return due.isPresent();
			}));
		}
	}

	/** The first whose time has come and that no other node works on, locked. */
	private Optional<ContentItem> due() {
		return this.jdbc.sql("""
				select i.id from content_item i join review r on r.item_id = i.id
				where r.state = 'APPROVED' and r.publish_at <= ?
				order by r.publish_at, i.id limit 1 for update of i, r skip locked""")
			.param(ContentStore.at(this.clock.instant()))
			.query(Long.class)
			.optional()
			.map(this.store::item)
			.filter(ContentItem::isScheduled);
	}

	private boolean expireOne() {
		return Boolean.TRUE.equals(this.transaction.execute((status) -> {
			Optional<Long> due = this.jdbc.sql("""
					select id from content_item where expire_at <= ? and published_slug is not null
					order by expire_at limit 1 for update skip locked""")
				.param(ContentStore.at(this.clock.instant()))
				.query(Long.class)
				.optional();
			due.ifPresent((id) -> this.publication.expire(CLOCKWORK, this.store.item(id)));
			return due.isPresent();
		}));
	}

}
