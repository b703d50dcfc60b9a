package edu.wenzhou.site.publishing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZonedDateTime;

/**
 * That a revision was sent back.
 *
 * @param dueOn by when it was wanted; may be null
 */
record Return(long item, long revision, String reason, String by, ZonedDateTime at, LocalDate dueOn) {

	static Return of(ResultSet row, int number) throws SQLException {
		return new Return(row.getLong("item_id"), row.getLong("revision_id"), row.getString("comment"),
				row.getString("decided_name"), Revision.time(row, "decided_at"),
				row.getObject("due_on", LocalDate.class));
	}

}
