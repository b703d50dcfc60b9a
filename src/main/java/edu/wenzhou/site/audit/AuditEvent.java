package edu.wenzhou.site.audit;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;

/** One row of the record, as the page shows it. */
record AuditEvent(long id, ZonedDateTime at, String actorName, String address, String client, String action,
		String itemType, String itemId, String itemName, boolean done, String details) {

	/** Where the college is. */
	static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

	static AuditEvent of(ResultSet row, int number) throws SQLException {
		return new AuditEvent(row.getLong("id"), row.getObject("at", OffsetDateTime.class).atZoneSameInstant(ZONE),
				row.getString("actor_name"), row.getString("address"), row.getString("client"), row.getString("action"),
				row.getString("item_type"), row.getString("item_id"), row.getString("item_name"),
				"DONE".equals(row.getString("outcome")), row.getString("details"));
	}

}
