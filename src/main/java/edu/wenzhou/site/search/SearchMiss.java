package edu.wenzhou.site.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;

import edu.wenzhou.site.web.Language;

/**
 * Something that visitors looked for in vain.
 *
 * @param number how often
 * @param doneBy who said that nobody need look at it any more; null while it is open
 */
record SearchMiss(long id, String query, Language language, long number, LocalDate first, LocalDate last, String doneBy,
		String doneAt) {

	static SearchMiss of(ResultSet row, int index) throws SQLException {
		return new SearchMiss(row.getLong("id"), row.getString("query"), Language.valueOf(row.getString("language")),
				row.getLong("number"), row.getObject("first_on", LocalDate.class),
				row.getObject("last_on", LocalDate.class), row.getString("done_by"),
				SearchTimes.minute(row, "done_at"));
	}

	public boolean isOpen() {
		return this.doneBy == null;
	}

	public boolean isEnglish() {
		return this.language == Language.ENGLISH;
	}

}
