package edu.wenzhou.site.web;

import java.util.List;

/**
 * A list that does not stand on one page: which of its parts and choices are pages of
 * their own to search engines. Features offer theirs as beans.
 */
public interface ListAddresses {

	/** Of the whole list, without language. */
	String path();

	/**
	 * Paths with a query, without language, that name themselves as canonical; without
	 * the list's own path.
	 */
	List<String> addresses();

}
