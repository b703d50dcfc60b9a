package edu.wenzhou.site.staff;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;

/** How many accounts there are, for administrators. */
@Component
@PreAuthorize("hasRole('ADMINISTRATOR')")
public class AccountCounts {

	private final JdbcClient jdbc;

	AccountCounts(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** One statement. */
	public Counts now() {
		return this.jdbc.sql("""
				select count(*) as "all", count(*) filter (where password_hash is null and not disabled) as invited,
				  count(*) filter (where disabled) as disabled from staff_account""").query(Counts.class).single();
	}

	/**
	 * Accounts by what became of them.
	 *
	 * @param invited who have not chosen a password yet
	 */
	public record Counts(long all, long invited, long disabled) {

	}

}
