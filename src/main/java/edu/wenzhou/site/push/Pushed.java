package edu.wenzhou.site.push;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * An address that an engine is told, with the last answer.
 *
 * @param state as the table names it
 * @param dueAt when it is told, if it waits
 * @param answer null while there is none
 */
record Pushed(long id, String engine, String url, String state, int attempts, ZonedDateTime notedAt,
		ZonedDateTime dueAt, Answer answer) {

	private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

	static Pushed of(ResultSet row, int number) throws SQLException {
		row.getLong("request_id");
		boolean none = row.wasNull();
		return new Pushed(row.getLong("id"), row.getString("engine"), row.getString("url"), row.getString("state"),
				row.getInt("attempts"), time(row, "noted_at"), time(row, "due_at"),
				none ? null : Answer.of(row, number));
	}

	/** Whether a person can have it told at once. */
	public boolean isRetriable() {
		return !this.state.equals("SENT") && !this.state.equals("SENDING");
	}

	public boolean isWaiting() {
		return this.state.equals("WAITING");
	}

	static ZonedDateTime time(ResultSet row, String column) throws SQLException {
		OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
		return (time != null) ? time.atZoneSameInstant(ZONE) : null;
	}

	/**
	 * What an engine said.
	 *
	 * @param status null where it said nothing
	 * @param failure why it said nothing; null where it did
	 */
	record Answer(String engine, ZonedDateTime sentAt, int addresses, Integer status, String failure, String reply) {

		static Answer of(ResultSet row, int number) throws SQLException {
			return new Answer(row.getString("engine"), time(row, "sent_at"), row.getInt("addresses"),
					row.getObject("status", Integer.class), row.getString("failure"), row.getString("reply"));
		}

	}

}
