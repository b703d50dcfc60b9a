package edu.wenzhou.site.publishing;

import edu.wenzhou.site.publishing.Drafts.Draft;

/**
 * Is told of every change of what the public sees, in the transaction that makes it: what
 * it writes is there exactly if the change is, and what it throws undoes the change.
 * Whatever has to reach the world outside is only written down here and done afterwards.
 */
public interface PublicationListener {

	/**
	 * The item is public, for the first time or with other content; also after a change
	 * of an item that it names, such as a figure.
	 * @param before where it stood before; null if it was not public, the same address if
	 * it did not move
	 */
	default void published(PublicItem item, String before) {
	}

	/** The item was public until now. */
	default void withdrawn(PublicItem last) {
	}

	/** The newest text of an item is this one, which may be anything. */
	default void drafted(Draft draft) {
	}

}
