package edu.wenzhou.site.publishing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZonedDateTime;

/**
 * What somebody said in a review.
 *
 * @param step counted from 0
 * @param kind APPROVE, RETURN or COMMENT
 */
record Decision(long review, int step, String kind, String comment, long decidedBy, String decidedName,
		ZonedDateTime decidedAt) {

	static Decision of(ResultSet row, int number) throws SQLException {
		return new Decision(row.getLong("review_id"), row.getInt("step"), row.getString("kind"),
				row.getString("comment"), row.getLong("decided_by"), row.getString("decided_name"),
				Revision.time(row, "decided_at"));
	}

}
