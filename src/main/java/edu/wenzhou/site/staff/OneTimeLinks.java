package edu.wenzhou.site.staff;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

import edu.wenzhou.site.web.CollegeProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Links that let somebody choose a password, once. The token is in the link only; the
 * database has its hash.
 */
@Component
class OneTimeLinks {

	private static final int TOKEN_BYTES = 32;

	private final JdbcClient jdbc;

	private final CollegeProperties properties;

	private final Clock clock;

	OneTimeLinks(JdbcClient jdbc, CollegeProperties properties, Clock clock) {
		this.jdbc = jdbc;
		this.properties = properties;
		this.clock = clock;
	}

	/**
	 * Whether the site has no account yet, and may be set up. By SQL, since every start
	 * asks, and the first use of a repository takes long.
	 */
	boolean isSetUpOpen() {
		return this.jdbc.sql("select not exists (select from staff_account)").query(Boolean.class).single();
	}

	/** A new link for an account. Older ones of the same account stop working. */
	Made make(Kind kind, long account) {
		withdraw(account);
		String token = Secrets.token(TOKEN_BYTES);
		return new Made(kind, address(token), insert(kind, token, account));
	}

	/** A link to set up the first account, with a random token or a given one. */
	String makeSetUp(String token) {
		String chosen = (token != null) ? token : Secrets.token(TOKEN_BYTES);
		this.jdbc.sql("delete from one_time_link where kind = 'SET_UP' and (token_hash = :hash or expires_at < :now)")
			.param("hash", Secrets.sha256(chosen))
			.param("now", now())
			.update();
		insert(Kind.SET_UP, chosen, null);
		return address(chosen);
	}

	/** Ends all links of an account. */
	void withdraw(long account) {
		this.jdbc.sql("update one_time_link set used_at = :now where account_id = :account and used_at is null")
			.param("now", now())
			.param("account", account)
			.update();
	}

	/** The link with this token, if it still works. */
	Optional<Link> find(String token) {
		return this.jdbc.sql("""
				select kind, account_id from one_time_link
				where token_hash = :hash and used_at is null and expires_at > :now
				  and (kind <> 'SET_UP' or not exists (select from staff_account))""")
			.param("hash", Secrets.sha256(token))
			.param("now", now())
			.query((row, number) -> new Link(Kind.valueOf(row.getString(1)), row.getObject(2, Long.class)))
			.optional();
	}

	/** Whether it worked until now; of two who use it at once, one gets true. */
	boolean use(String token) {
		return this.jdbc.sql("""
				update one_time_link set used_at = :now
				where token_hash = :hash and used_at is null and expires_at > :now""")
			.param("hash", Secrets.sha256(token))
			.param("now", now())
			.update() == 1;
	}

	private Instant insert(Kind kind, String token, Long account) {
		Instant now = this.clock.instant();
		Instant expires = now.plus(kind.valid);
		this.jdbc.sql("""
				insert into one_time_link (kind, token_hash, account_id, created_at, expires_at)
				values (:kind, :hash, :account, :now, :expires)""")
			.param("kind", kind.name())
			.param("hash", Secrets.sha256(token))
			.param("account", account)
			.param("now", now.atOffset(ZoneOffset.UTC))
			.param("expires", expires.atOffset(ZoneOffset.UTC))
			.update();
		return expires;
	}

	private String address(String token) {
		return this.properties.url("/staff/link/" + token);
	}

	private OffsetDateTime now() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

	/** What a link is for, and how long it works. */
	enum Kind {

		/** Makes the first administrator. */
		SET_UP(Duration.ofMinutes(30)),
		/** Completes an account that an administrator has made. */
		INVITATION(Duration.ofDays(3)),
		/** A new password for one who has lost it. */
		RESET(Duration.ofHours(24));

		final Duration valid;

		Kind(Duration valid) {
			this.valid = valid;
		}

	}

	/**
	 * A link as its owner gets it. Whoever has the address can use it: it goes into no
	 * log.
	 */
	record Made(Kind kind, String address, Instant expires) {

		@Override
		public String toString() {
			return "Made[kind=" + this.kind + ", expires=" + this.expires + "]";
		}

	}

	/** A link that still works; the account is null for a set-up. */
	record Link(Kind kind, Long account) {

	}

}
