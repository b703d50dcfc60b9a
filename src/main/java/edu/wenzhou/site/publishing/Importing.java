package edu.wenzhou.site.publishing;

/** What the rows of a table that somebody uploads may become: drafts, in any case. */
public enum Importing {

	/** Nothing: items of that type are written one by one. */
	NONE,
	/** New items. */
	NEW,
	/** New items, and changes of those that have the same slug. */
	NEW_AND_CHANGED

}
