package edu.wenzhou.site.publishing;

import java.util.Set;

/**
 * Finds the items that a text names, so that a change of theirs counts as a change of
 * whatever shows the text. Features offer theirs as beans; they are asked while the
 * database is being migrated, so they may need nothing of it.
 */
public interface Mentions {

	/** The type of what it finds. */
	String type();

	/** The slugs that a text names, whether there are such items or not. */
	Set<String> in(String text);

}
