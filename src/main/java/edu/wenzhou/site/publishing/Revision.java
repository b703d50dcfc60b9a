package edu.wenzhou.site.publishing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;

/**
 * A state of an item, as somebody left it.
 *
 * @param seq counted from 1 within the item
 * @param author null for what came from the source texts
 * @param tab the browser window that saves into it; empty without script
 * @param frozen whether it can no longer be changed
 */
record Revision(long id, long item, int seq, String hash, String title, Saving kind, Long base, Long author,
		String authorName, String tab, String note, ZonedDateTime createdAt, ZonedDateTime updatedAt, boolean frozen,
		Values values) {

	/** How a revision came to be. */
	enum Saving {

		/** Saved by itself while somebody was writing. */
		AUTO,
		/** Saved by a person. */
		SAVED,
		/** Taken over from the tables. */
		IMPORT,
		/** An older one made the newest. */
		RESTORE,
		/** Words or files were replaced in many items at once. */
		REPLACE

	}

	static final String COLUMNS = """
			v.id, v.item_id, v.seq, v.content_hash, v.title, v.kind, v.base_revision_id, v.author_id, v.author_name, v.tab,
			v.note, v.created_at, v.updated_at, v.frozen_at, v.payload""";

	static Revision of(ResultSet row, int number) throws SQLException {
		return new Revision(row.getLong("id"), row.getLong("item_id"), row.getInt("seq"), row.getString("content_hash"),
				row.getString("title"), Saving.valueOf(row.getString("kind")),
				row.getObject("base_revision_id", Long.class), row.getObject("author_id", Long.class),
				row.getString("author_name"), row.getString("tab"), row.getString("note"), time(row, "created_at"),
				time(row, "updated_at"), row.getObject("frozen_at") != null, Values.parse(row.getString("payload")));
	}

	static ZonedDateTime time(ResultSet row, String column) throws SQLException {
		OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
		return (time != null) ? time.atZoneSameInstant(TypedTables.ZONE) : null;
	}

	/** Whether it holds exactly the text that somebody had before them. */
	boolean is(Base seen) {
		return seen != null && this.id == seen.revision() && this.hash.equals(seen.hash());
	}

	/** A revision as it was when a form was opened: one saved into by itself changes. */
	record Base(long revision, String hash) {

	}

}
