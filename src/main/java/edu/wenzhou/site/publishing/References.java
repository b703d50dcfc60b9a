package edu.wenzhou.site.publishing;

import java.util.List;

import edu.wenzhou.site.publishing.Field.Target;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** What the records are called that an item points to. */
@Service
public class References {

	private final JdbcClient jdbc;

	References(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The names of all records that a field names, for pictures what is said of them;
	 * nothing for what is gone and for fields that point to nothing.
	 * @param lang {@code zh} or {@code en}; a name that is not translated is left out
	 */
	public List<String> names(Field field, Values values, String lang) {
		Target target = field.target();
		List<String> keys = values.lines(field.name());
		if (target == null || keys.isEmpty()) {
			return List.of();
		}
		return this.jdbc
			.sql("select %s from %s where %s in (:keys) and %1$s is not null order by id".formatted(target.said(lang),
					target.table(), TypedTables.keyText(target)))
			.param("keys", keys)
			.query(String.class)
			.list()
			.stream()
			.flatMap(String::lines)
			.toList();
	}

}
