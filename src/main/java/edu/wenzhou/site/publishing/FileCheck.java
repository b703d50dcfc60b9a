package edu.wenzhou.site.publishing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whether the files that a body shows or links to are in the library, and may be used.
 */
@Component
class FileCheck implements TextCheck {

	private static final Pattern NAMED = Pattern.compile("\\s(src|href)=\"/media/([0-9a-f]{64})/");

	private final JdbcClient jdbc;

	FileCheck(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** One SQL statement, or none for a text without files. */
	@Override
	public List<Problem> check(String field, String text) {
		List<String> files = NAMED.matcher(text).results().map((name) -> name.group(2)).distinct().toList();
		if (files.isEmpty()) {
			return List.of();
		}
		Map<String, Boolean> usable = new HashMap<>();
		this.jdbc.sql(
				"select sha256, kind = 'ATTACHMENT' or decorative or alt_zh is not null from media_item where sha256 in (:files)")
			.param("files", files)
			.query((row) -> {
				usable.put(row.getString(1), row.getBoolean(2));
			});
		return files.stream()
			.map((file) -> !usable.containsKey(file) ? "staff.problem.file.gone"
					: usable.get(file) ? null : "staff.problem.file.undescribed")
			.filter(Objects::nonNull)
			.distinct()
			.map((problem) -> Problem.of(field, problem))
			.toList();
	}

}
