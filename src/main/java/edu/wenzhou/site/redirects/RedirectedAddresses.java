package edu.wenzhou.site.redirects;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import edu.wenzhou.site.web.Address;
import edu.wenzhou.site.web.FormerAddresses;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Leads visitors as people of the college said. Asked for each address at which nothing
 * is found and kept nowhere, so that a change holds on every node at once.
 */
@Component
@Order(0)
class RedirectedAddresses implements FormerAddresses {

	private final JdbcClient jdbc;

	RedirectedAddresses(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public Optional<Answer> at(Address asked) {
		Set<String> sources = Redirect.sources(asked);
		Map<String, String> found = this.jdbc.sql("select source, target from redirect where source in (:sources)")
			.param("sources", sources)
			.query((row, number) -> Map.entry(row.getString("source"), row.getString("target")))
			.list()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
		return sources.stream()
			.filter(found::containsKey)
			.findFirst()
			.map((source) -> new Answer(Redirect.target(source, found.get(source), asked)));
	}

}
