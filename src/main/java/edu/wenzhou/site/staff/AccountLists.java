package edu.wenzhou.site.staff;

import java.util.List;
import java.util.Map;

import edu.wenzhou.site.web.Paging;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Accounts as administrators look for them. */
@Component
@PreAuthorize("hasRole('ADMINISTRATOR')")
class AccountLists {

	static final int PAGE = 25;

	private final JdbcClient jdbc;

	private final StaffAccountRepository accounts;

	private final ScopedItems items;

	AccountLists(JdbcClient jdbc, StaffAccountRepository accounts, ScopedItems items) {
		this.jdbc = jdbc;
		this.accounts = accounts;
		this.items = items;
	}

	/**
	 * A page of them by name: four statements, however many there are.
	 * @param page as it was asked for; see {@link Paging#of}
	 */
	@Transactional(readOnly = true)
	public Result find(AccountFilter filter, String page) {
		long total = this.jdbc.sql("select count(*) from staff_account a " + filter.condition())
			.params(filter.asked())
			.query(Long.class)
			.single();
		Paging paging = Paging.of("/staff/accounts", page, total, PAGE, filter.asked());
		// First which ones: with their roles there are more rows than accounts
		List<Long> ids = this.jdbc
			.sql("select a.id from staff_account a " + filter.condition()
					+ " order by a.display_name, a.id limit :limit offset :offset")
			.params(filter.asked())
			.param("limit", PAGE)
			.param("offset", paging.offset())
			.query(Long.class)
			.list();
		List<StaffAccount> accounts = this.accounts.findAllWithGrants(ids);
		return new Result(accounts, total, paging,
				this.items.titles(accounts.stream().flatMap((account) -> account.scopes().stream()).toList()));
	}

	/**
	 * A page of accounts.
	 *
	 * @param total how many there are on all pages
	 * @param titles of the items that roles are limited to
	 */
	record Result(List<StaffAccount> accounts, long total, Paging paging, Map<Long, String> titles) {

	}

}
