package edu.wenzhou.site.kept;

import java.util.List;

import edu.wenzhou.site.audit.Actor;
import edu.wenzhou.site.web.NotFoundException;

/**
 * A list that people keep.
 *
 * @param <E> its entries
 */
public interface KeptList<E extends KeptEntry> {

	/**
	 * How many entries have this in their words.
	 * @param q empty for all
	 */
	long count(String q);

	/** The same entries, the newest change first. */
	List<E> list(String q, int offset, int limit);

	/**
	 * An entry.
	 * @throws NotFoundException if there is none
	 */
	E get(long id);

	void delete(Actor actor, long id);

}
