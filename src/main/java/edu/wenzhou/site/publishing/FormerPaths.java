package edu.wenzhou.site.publishing;

import java.util.Optional;

import edu.wenzhou.site.web.Address;
import edu.wenzhou.site.web.FormerAddresses;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Leads from an old address to where its item stands now, in one step however often it
 * moved. Last, since people may have said something else of an address.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class FormerPaths implements FormerAddresses {

	private final JdbcClient jdbc;

	private final ContentStore store;

	FormerPaths(JdbcClient jdbc, ContentStore store) {
		this.jdbc = jdbc;
		this.store = store;
	}

	@Override
	public Optional<Answer> at(Address asked) {
		return this.jdbc.sql("select item_id from former_path where path = ?")
			.param(asked.path())
			.query(Long.class)
			.optional()
			.map(this.store::item)
			.map((item) -> this.store.live(item)
				.map((live) -> item.type().path(live.values()))
				.or(() -> Optional.ofNullable(item.withdrawnTo()))
				.map((path) -> new Answer(asked.language().address(path)))
				.orElse(Answer.GONE));
	}

}
