package edu.wenzhou.site.notice;

import java.time.Clock;
import java.time.Instant;
import java.util.function.Supplier;

/** The moment that {@link Notice} compares expiry dates with; Hibernate asks for it. */
class Now implements Supplier<Instant> {

	private final Clock clock;

	Now(Clock clock) {
		this.clock = clock;
	}

	@Override
	public Instant get() {
		return this.clock.instant();
	}

}
