package edu.wenzhou.site.staff;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Guessing gets slow; its victim hardly does. */
class SignInThrottleTests extends StaffTest {

	private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

	private Instant now;

	private SignInThrottle throttle;

	@BeforeEach
	void atTheStart() {
		this.now = START;
		this.throttle = new SignInThrottle(this.jdbc, this.transactions, new Clock() {
			@Override
			public Instant instant() {
				return SignInThrottleTests.this.now;
			}

			@Override
			public ZoneOffset getZone() {
				return ZoneOffset.UTC;
			}

			@Override
			public Clock withZone(java.time.ZoneId zone) {
				return this;
			}
		});
	}

	@Test
	void theDelayDoublesUpToAQuarterOfAnHour() {
		for (int i = 0; i < 4; i++) {
			assertThat(take("victim", "192.0.2.7")).isEmpty();
		}
		List<Long> waits = new ArrayList<>();
		for (int i = 0; i < 13; i++) {
			assertThat(take("victim", "192.0.2.7")).isEmpty();
			Duration wait = take("victim", "192.0.2.7").orElseThrow();
			waits.add(wait.toSeconds());
			this.now = this.now.plus(wait);
		}
		assertThat(waits).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 64L, 128L, 256L, 512L, 900L, 900L, 900L);
	}

	@Test
	void aThousandGuessesAnHourAreAFewAndTheOwnerGetsIn() {
		int looked = 0;
		for (int i = 0; i < 1000; i++) {
			this.now = START.plusMillis(i * 3600L);
			if (take("victim", "192.0.2.7").isEmpty()) {
				looked++;
			}
		}
		assertThat(looked).isBetween(5, 30);
		assertThat(take("victim", "198.51.100.1")).as("the owner, elsewhere").isEmpty();
	}

	@Test
	void guessesFromManyAddressesKeepTheOwnerWaitingAMinuteAtMost() {
		int looked = 0;
		for (int i = 0; i < 1000; i++) {
			this.now = START.plusMillis(i * 3600L);
			if (take("victim", "10.%d.%d.1".formatted(i / 250, i % 250)).isEmpty()) {
				looked++;
			}
		}
		assertThat(looked).isBetween(20, 90);
		assertThat(take("victim", "198.51.100.1").orElse(Duration.ZERO)).isLessThanOrEqualTo(Duration.ofMinutes(1));
	}

	@Test
	void oneAddressDoesNotTryEverybody() {
		int looked = 0;
		for (int i = 0; i < 1000; i++) {
			this.now = START.plusMillis(i * 3600L);
			if (take("victim" + i, "192.0.2.7").isEmpty()) {
				looked++;
			}
		}
		assertThat(looked).isBetween(30, 60);
		assertThat(take("victim1", "198.51.100.1")).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "2001:db8:1:2::1, 2001:db8:1:2:ffff::9, true", "2001:db8:1:2::1, 2001:db8:1:3::1, false",
			"192.0.2.1, 192.0.2.2, false" })
	void aWholeIpv6NetworkIsOneAddress(String first, String second, boolean same) {
		for (int i = 0; i < 5; i++) {
			take("victim", first);
		}
		assertThat(take("victim", second).isPresent()).isEqualTo(same);
	}

	@Test
	void triesMadeWhileWaitingDoNotProlongIt() {
		for (int i = 0; i < 8; i++) {
			take("victim", "192.0.2.7");
			this.now = this.now.plusSeconds(4);
		}
		Duration wait = take("victim", "192.0.2.7").orElse(Duration.ZERO);
		for (int i = 0; i < 50; i++) {
			take("victim", "192.0.2.7");
		}
		this.now = this.now.plus(wait);
		assertThat(take("victim", "192.0.2.7")).isEmpty();
	}

	@Test
	void aRightPasswordAndADayForgetEverything() {
		for (int i = 0; i < 5; i++) {
			take("victim", "192.0.2.7");
		}
		assertThat(take("victim", "192.0.2.7")).isPresent();
		this.now = this.now.plusSeconds(2);
		assertThat(take("victim", "192.0.2.7")).isEmpty();
		this.throttle.succeeded("victim", "192.0.2.7");
		assertThat(take("victim", "192.0.2.7")).isEmpty();
		for (int i = 0; i < 5; i++) {
			take("victim", "192.0.2.7");
		}
		this.now = this.now.plus(Duration.ofDays(1)).plusSeconds(1);
		assertThat(take("victim", "192.0.2.7")).isEmpty();
		assertThat(take("victim", "192.0.2.7")).isEmpty();
	}

	@Test
	void aHundredTriesAtOnceAreNotAllLetThrough() throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(8);
		try {
			List<Callable<Optional<Duration>>> tries = new ArrayList<>();
			for (int i = 0; i < 100; i++) {
				tries.add(() -> take("victim", "192.0.2.7"));
			}
			int looked = 0;
			for (Future<Optional<Duration>> answer : threads.invokeAll(tries)) {
				looked += answer.get().isEmpty() ? 1 : 0;
			}
			assertThat(looked).isEqualTo(5);
		}
		finally {
			threads.shutdown();
		}
	}

	@Test
	void thePersonIsToldHowLongToWait() {
		Person person = editor();
		Visitor visitor = new Visitor("203.0.113.9");
		for (int i = 0; i < 5; i++) {
			assertThat(visitor.signIn(person.name(), "wrong password").statusCode()).isEqualTo(422);
		}
		assertThat(this.jdbc.sql("""
				update sign_in_failure set wait_until = wait_until + interval '1 minute'
				where kind = 'ACCOUNT_AT_ADDRESS' and wait_until = last_at + interval '1 second'""").update())
			.as("a wait of a second, drawn out so that a slow machine does not sit it out")
			.isEqualTo(1);
		HttpResponse<String> answer = visitor.signIn(person.name(), person.password());
		assertThat(answer.statusCode()).isEqualTo(429);
		assertThat(answer.headers().firstValue("Retry-After").map(Integer::valueOf).orElseThrow()).isBetween(40, 62);
		assertThat(Jsoup.parse(answer.body()).selectFirst(".errsum").text()).containsPattern("请在 [456][0-9] 秒以后再试");
		assertThat(new Visitor("203.0.113.10").signIn(person.name(), person.password()).statusCode()).isEqualTo(302);
	}

	@Test
	void whatWasTypedAsANameIsNotKept() {
		String typed = "my-secret-typed-as-a-name";
		new Visitor().signIn(typed, "wrong password");
		assertThat(this.jdbc.sql("""
				select count(*) from audit_event e where e::text like '%' || :typed || '%'""")
			.param("typed", typed)
			.query(Long.class)
			.single()).isZero();
		assertThat(this.jdbc.sql("select count(*) from sign_in_failure").query(Long.class).single()).isEqualTo(3);
	}

	private Optional<Duration> take(String name, String address) {
		return this.throttle.take(name, address);
	}

}
