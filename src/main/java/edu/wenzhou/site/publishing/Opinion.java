package edu.wenzhou.site.publishing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZonedDateTime;

/**
 * What somebody without an account said of a text that a link showed them. It decides
 * nothing.
 *
 * @param seq of the revision that was shown
 * @param hash of its text
 * @param name as they call themselves
 * @param comment empty where they only agreed
 * @param asker who made the link
 */
record Opinion(long id, int seq, String hash, Kind kind, String name, String comment, ZonedDateTime givenAt,
		String asker) {

	/** Of everybody who speaks. */
	enum Kind {

		AGREE, OBJECT

	}

	static Opinion of(ResultSet row, int number) throws SQLException {
		return new Opinion(row.getLong("id"), row.getInt("seq"), row.getString("content_hash"),
				Kind.valueOf(row.getString("kind")), row.getString("name"), row.getString("comment"),
				Revision.time(row, "given_at"), row.getString("created_name"));
	}

}
