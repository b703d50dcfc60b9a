package edu.wenzhou.site.web;

import java.util.List;

/**
 * A page that is always there, whatever items there are; features offer theirs as beans.
 * That makes it part of the list of all pages.
 *
 * @param path without language
 * @param title the message with its title
 * @param description the message with its description; null where that comes from the
 * database
 * @param types the content types whose items it shows: it changes when one of them does
 */
public record FixedPage(String path, String title, String description, List<String> types) {

	public static FixedPage at(String path, String title, String description, String... types) {
		return new FixedPage(path, title, description, List.of(types));
	}

}
