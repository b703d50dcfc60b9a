package edu.wenzhou.site.publishing;

import java.time.Instant;
import java.time.ZoneOffset;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The number by which everything that keeps pages, or what they are made of, knows that
 * the public sees something else.
 */
@Component
public class SiteGeneration {

	private final JdbcClient jdbc;

	private final ApplicationEventPublisher events;

	SiteGeneration(JdbcClient jdbc, ApplicationEventPublisher events) {
		this.jdbc = jdbc;
		this.events = events;
	}

	/** One short statement. */
	public long number() {
		return this.jdbc.sql("select number from site_generation").query(Long.class).single();
	}

	/**
	 * Takes the turn of those who raise it, until the end of the transaction, for whoever
	 * finds out only then whether there is a change.
	 */
	void hold() {
		this.jdbc.sql("select number from site_generation for update").query(Long.class).single();
	}

	/**
	 * Raises it, in the transaction of the change. Whoever does so has the next one wait
	 * until that ends.
	 */
	public void raise(Instant now) {
		this.events.publishEvent(new Raised(
				this.jdbc.sql("update site_generation set number = number + 1, changed_at = ? returning number")
					.param(now.atOffset(ZoneOffset.UTC))
					.query(Long.class)
					.single()));
	}

	/**
	 * It was raised, in a transaction that may not have ended.
	 *
	 * @param number what it is now
	 */
	public record Raised(long number) {

	}

}
