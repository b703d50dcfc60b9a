package edu.wenzhou.site.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Nobody asks so often that others have to wait. */
class ThrottleTests {

	private Instant now = Instant.parse("2031-06-30T16:00:00Z");

	private final Throttle throttle = new Throttle(60, new Clock() {

		@Override
		public Instant instant() {
			return ThrottleTests.this.now;
		}

		@Override
		public ZoneId getZone() {
			return ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(ZoneId zone) {
			return this;
		}

	});

	@Test
	void aMinutesWorthAtOnceThenOneByOne() {
		for (int i = 0; i < 60; i++) {
			assertThat(this.throttle.take("a")).isEmpty();
		}
		assertThat(this.throttle.take("a")).hasValue(Duration.ofSeconds(1));
		assertThat(this.throttle.take("b")).as("somebody else").isEmpty();
		this.now = this.now.plusMillis(999);
		assertThat(this.throttle.take("a")).isPresent();
		this.now = this.now.plusMillis(1);
		assertThat(this.throttle.take("a")).isEmpty();
		assertThat(this.throttle.take("a")).isPresent();
	}

	@Test
	void itDoesNotRememberMoreThanItCan() {
		for (int i = 0; i < 25_000; i++) {
			this.throttle.take("network " + i);
		}
		assertThat(this.throttle.size()).isEqualTo(10_000);
	}

	@Test
	void aClockThatGoesBackTakesNothingAway() {
		this.throttle.take("a");
		this.now = this.now.minusSeconds(3600);
		assertThat(this.throttle.take("a")).isEmpty();
	}

	@Test
	void addressesOfOneMachineCountTogether() {
		assertThat(ClientNetwork.of("2001:db8:1:2:3:4:5:6")).isEqualTo(ClientNetwork.of("2001:db8:1:2::9"));
		assertThat(ClientNetwork.of("2001:db8:1:3::9")).isNotEqualTo(ClientNetwork.of("2001:db8:1:2::9"));
		assertThat(ClientNetwork.of("192.0.2.1")).isEqualTo("192.0.2.1");
		assertThat(ClientNetwork.of("not an address")).isEqualTo("not an address");
	}

}
