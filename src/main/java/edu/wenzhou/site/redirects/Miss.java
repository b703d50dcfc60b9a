package edu.wenzhou.site.redirects;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;

/**
 * An address at which visitors found nothing.
 *
 * @param path spelled as a redirect's source
 * @param number how often
 * @param referrer the last page of ours with a link there; null without one
 */
record Miss(long id, String path, long number, LocalDate firstOn, LocalDate lastOn, String referrer, boolean ignored) {

	static Miss of(ResultSet row, int number) throws SQLException {
		return new Miss(row.getLong("id"), row.getString("path"), row.getLong("number"),
				row.getObject("first_on", LocalDate.class), row.getObject("last_on", LocalDate.class),
				row.getString("referrer"), row.getObject("ignored_at") != null);
	}

}
