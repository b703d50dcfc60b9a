package edu.wenzhou.site.staff;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The items that a role can be limited to. What holds content offers it as a bean. */
public interface ScopedItems {

	/**
	 * The items of a section that are known by that slug at this moment: the public one,
	 * or where none is, those that are still drafts.
	 */
	List<Long> find(Section section, String slug);

	/**
	 * What the public knows the items by that these roles are limited to, without those
	 * that it does not know; at most one statement.
	 */
	Map<Long, String> titles(Collection<Scope> scopes);

	/**
	 * What the items are called by now that a person's own roles are limited to, also
	 * where that is not public yet; at most one statement.
	 */
	Map<Long, String> ownTitles(StaffUser user);

}
