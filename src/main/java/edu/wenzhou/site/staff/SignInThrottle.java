package edu.wenzhou.site.staff;

import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;

import edu.wenzhou.site.web.ClientNetwork;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the next try to sign in wait longer the more went wrong, on every node alike.
 * Nobody is ever locked out: waits have an end, tries made while waiting do not prolong
 * them, and guesses from one address hardly slow a person at another one.
 * <p>
 * Every try counts as failed before the password is looked at, so that a hundred at once
 * are not all let through; a right one takes its count back.
 */
@Component
class SignInThrottle {

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	private final Clock clock;

	SignInThrottle(JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
		this.jdbc = jdbc;
		this.transaction = new TransactionTemplate(transactions);
		this.clock = clock;
	}

	/** Takes a try; or says how long to wait for one. */
	Optional<Duration> take(String name, String address) {
		Instant now = this.clock.instant();
		return this.transaction.execute((status) -> {
			// Always in this order, so that two tries never wait for each other
			for (Kind kind : Kind.values()) {
				if (!count(kind, kind.key(name, address), now)) {
					status.setRollbackOnly();
					return Optional.of(remaining(kind, kind.key(name, address), now));
				}
			}
			return Optional.empty();
		});
	}

	/** The password was right. */
	void succeeded(String name, String address) {
		Instant now = this.clock.instant();
		this.transaction.executeWithoutResult((status) -> {
			clear(name, address);
			this.jdbc.sql("""
					update sign_in_failure set failures = greatest(failures - 1, 0), wait_until = :now
					where kind = 'ADDRESS' and key = :key""")
				.param("now", utc(now))
				.param("key", Kind.ADDRESS.key(name, address))
				.update();
			this.jdbc.sql("delete from sign_in_failure where last_at < :old")
				.param("old", utc(now.minus(Kind.ACCOUNT.forgotten)))
				.update();
		});
	}

	private void clear(String name, String address) {
		for (Kind kind : new Kind[] { Kind.ACCOUNT, Kind.ACCOUNT_AT_ADDRESS }) {
			this.jdbc.sql("delete from sign_in_failure where kind = :kind and key = :key")
				.param("kind", kind.name())
				.param("key", kind.key(name, address))
				.update();
		}
	}

	private boolean count(Kind kind, byte[] key, Instant now) {
		return this.jdbc.sql("""
				insert into sign_in_failure as f (kind, key, failures, last_at, wait_until)
				values (:kind, :key, 1, :now, :now)
				on conflict (kind, key) do update set
				  failures = case when f.last_at < :old then 1 else f.failures + 1 end,
				  last_at = :now,
				  wait_until = :now + make_interval(secs => case
				    when f.last_at < :old or f.failures + 1 < :free then 0
				    else least(:longest, power(2, least(f.failures + 1 - :free, 20))) end)
				where f.wait_until <= :now""")
			.param("kind", kind.name())
			.param("key", key)
			.param("now", utc(now))
			.param("old", utc(now.minus(kind.forgotten)))
			.param("free", kind.free)
			.param("longest", kind.longest.toSeconds())
			.update() == 1;
	}

	private Duration remaining(Kind kind, byte[] key, Instant now) {
		Instant until = this.jdbc.sql("select wait_until from sign_in_failure where kind = :kind and key = :key")
			.param("kind", kind.name())
			.param("key", key)
			.query(OffsetDateTime.class)
			.optional()
			.map(OffsetDateTime::toInstant)
			.orElse(now);
		return until.isAfter(now) ? Duration.between(now, until) : Duration.ofSeconds(1);
	}

	private static OffsetDateTime utc(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

	/** What is counted. The figures stand in {@code docs/security.md}. */
	enum Kind {

		/** A name from one address: the guesser at work. */
		ACCOUNT_AT_ADDRESS(5, Duration.ofMinutes(15), Duration.ofDays(1)) {
			@Override
			byte[] key(String name, String address) {
				return Secrets.sha256(normal(name) + "\n" + ClientNetwork.of(address));
			}
		},

		/** A name from anywhere: a short wait, since its owner waits too. */
		ACCOUNT(20, Duration.ofMinutes(1), Duration.ofDays(1)) {
			@Override
			byte[] key(String name, String address) {
				return Secrets.sha256(normal(name));
			}
		},

		/** Any names from one address, where many colleagues may sit. */
		ADDRESS(30, Duration.ofMinutes(15), Duration.ofHours(1)) {
			@Override
			byte[] key(String name, String address) {
				return Secrets.sha256(ClientNetwork.of(address));
			}
		};

		/** The failure after which waiting begins, with a second. */
		final int free;

		final Duration longest;

		/** How long after the last failure all is forgotten. */
		final Duration forgotten;

		Kind(int free, Duration longest, Duration forgotten) {
			this.free = free;
			this.longest = longest;
			this.forgotten = forgotten;
		}

		abstract byte[] key(String name, String address);

		private static String normal(String name) {
			return Normalizer.normalize(name.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
		}

	}

}
