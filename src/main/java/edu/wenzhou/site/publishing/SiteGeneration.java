package edu.wenzhou.site.publishing;

import java.time.Instant;
import java.time.ZoneOffset;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * The number by which everything that keeps pages, or what they are made of, knows that
 * the public sees something else.
 */
@Component
public class SiteGeneration {

	private static final String OF_REQUEST = SiteGeneration.class.getName();

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
	 * What it was when the request first asked, so that a page of many parts asks once;
	 * outside of a request what it is. A request that raises it asks again.
	 */
	long ofRequest() {
		RequestAttributes request = RequestContextHolder.getRequestAttributes();
		if (request == null) {
			return number();
		}
		Object known = request.getAttribute(OF_REQUEST, RequestAttributes.SCOPE_REQUEST);
		if (known instanceof Long number) {
			return number;
		}
		long number = number();
		request.setAttribute(OF_REQUEST, number, RequestAttributes.SCOPE_REQUEST);
		return number;
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
		RequestAttributes request = RequestContextHolder.getRequestAttributes();
		if (request != null) {
			request.removeAttribute(OF_REQUEST, RequestAttributes.SCOPE_REQUEST);
		}
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
