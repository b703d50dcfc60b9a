package edu.wenzhou.site.publishing;

import java.util.Optional;

import edu.wenzhou.site.staff.StaffUser;

/**
 * Knows something beside content that waits for people, for the desk. Every bean of it is
 * asked, and takes one statement.
 */
public interface Chores {

	/**
	 * How much there is; nothing for a person who has nothing to do with it.
	 */
	Optional<Chore> open(StaffUser user);

	/**
	 * Something to do.
	 *
	 * @param name the end of the message {@code staff.desk.<name>}
	 * @param number of what waits; may be nought
	 * @param path of the page where it is done
	 */
	record Chore(String name, long number, String path) {

	}

}
