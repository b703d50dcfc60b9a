package edu.wenzhou.site.publishing;

import java.util.List;

/**
 * Looks through all that readers will read of an item for what people should think about
 * first. Every bean is asked, once for each item, so that it may keep nothing in memory.
 */
public interface Lookout {

	/** All that it finds, text by text, in their order. */
	List<Finding> look(List<ReadText> texts);

}
