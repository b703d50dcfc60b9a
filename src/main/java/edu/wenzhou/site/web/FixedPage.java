package edu.wenzhou.site.web;

import java.util.List;

/**
 * A page that is always there, whatever items there are; features offer theirs as beans.
 * That makes it part of the list of all pages.
 *
 * @param path without language
 * @param types the content types whose items it shows: it changes when one of them does
 */
public record FixedPage(String path, List<String> types) {

	public static FixedPage at(String path, String... types) {
		return new FixedPage(path, List.of(types));
	}

}
