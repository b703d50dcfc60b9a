package edu.wenzhou.site.publishing;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

import edu.wenzhou.site.web.FormerAddresses;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Leads from an old address to where its item stands now, in one step however often it
 * moved.
 */
@Component
class FormerPaths implements FormerAddresses {

	private final JdbcClient jdbc;

	private final ContentStore store;

	FormerPaths(JdbcClient jdbc, ContentStore store) {
		this.jdbc = jdbc;
		this.store = store;
	}

	@Override
	public Optional<Answer> at(String path) {
		return at(path, new HashSet<>());
	}

	/** A withdrawn page may lead to one that moved. */
	private Optional<Answer> at(String path, Set<String> asked) {
		if (!asked.add(path)) {
			return Optional.of(new Answer(null));
		}
		return this.jdbc.sql("select item_id from former_path where path = ?")
			.param(path)
			.query(Long.class)
			.optional()
			.map(this.store::item)
			.map((item) -> this.store.live(item)
				.map((live) -> new Answer(item.type().path(live.values())))
				.orElseGet(() -> (item.withdrawnTo() == null) ? new Answer(null)
						: at(item.withdrawnTo(), asked).orElse(new Answer(item.withdrawnTo()))));
	}

}
