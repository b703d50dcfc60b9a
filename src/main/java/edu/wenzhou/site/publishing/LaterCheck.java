package edu.wenzhou.site.publishing;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Knows what may be wrong with what is public already, beside all that keeps a text from
 * being published, such as a page of others that is gone. Every bean of it is asked.
 */
public interface LaterCheck {

	/**
	 * What is wrong, by item; nothing for the others. One statement, however many items
	 * there are.
	 */
	Map<Long, List<Problem>> check(Collection<PublicItem> items);

}
