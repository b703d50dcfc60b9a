package edu.wenzhou.site.publishing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;

import edu.wenzhou.site.staff.Role;

/**
 * One revision's way through the people who have to agree.
 *
 * @param hash of the text that decisions are about
 * @param steps the roles that have to agree, in their order
 * @param step how many of them have
 * @param authors everybody who wrote something of it since it was last public
 * @param publishAt when it is to be public; null for at once
 * @param agreed who has agreed to it so far
 */
record Review(long id, long item, long revision, String hash, State state, boolean emergency, List<Role> steps,
		int step, List<Long> authors, long requestedBy, String requestedName, ZonedDateTime requestedAt,
		LocalDate dueOn, String note, ZonedDateTime publishAt, List<Long> agreed) {

	/** Where a review is. */
	enum State {

		/** Waits for somebody. */
		OPEN,
		/** Waits for its time. */
		APPROVED,
		/** Ended by becoming public. */
		PUBLISHED,
		/** Sent back with a reason. */
		RETURNED,
		/** Taken back by an editor. */
		RECALLED,
		/** Ended because the text was changed. */
		VOID

	}

	/** For a row that also has other tables' columns. */
	static final String COLUMNS = """
			r.id as review_id, r.item_id as review_item, r.revision_id, r.content_hash as review_hash, r.state, r.emergency,
			r.steps, r.step, r.authors, r.requested_by, r.requested_name, r.requested_at, r.due_on, r.note as review_note,
			r.publish_at, array(select d.decided_by from review_decision d where d.review_id = r.id and d.kind = 'APPROVE') as agreed""";

	static Review of(ResultSet row) throws SQLException {
		return new Review(row.getLong("review_id"), row.getLong("review_item"), row.getLong("revision_id"),
				row.getString("review_hash"), State.valueOf(row.getString("state")), row.getBoolean("emergency"),
				Arrays.stream((String[]) row.getArray("steps").getArray()).map(Role::valueOf).toList(),
				row.getInt("step"), List.of((Long[]) row.getArray("authors").getArray()), row.getLong("requested_by"),
				row.getString("requested_name"), Revision.time(row, "requested_at"),
				row.getObject("due_on", LocalDate.class), row.getString("review_note"),
				Revision.time(row, "publish_at"), List.of((Long[]) row.getArray("agreed").getArray()));
	}

	/** Whose turn it is; null once all have agreed. */
	public Role next() {
		return (this.step < this.steps.size()) ? this.steps.get(this.step) : null;
	}

	/** Whether the next agreement is the last one. */
	public boolean isLast() {
		return this.step == this.steps.size() - 1;
	}

	/** Nobody approves what they wrote or handed in. */
	boolean isBy(long account) {
		return this.requestedBy == account || this.authors.contains(account);
	}

	/** Each step is another person's. */
	boolean hasAgreed(long account) {
		return this.agreed.contains(account);
	}

}
