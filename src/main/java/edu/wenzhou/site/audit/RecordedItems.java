package edu.wenzhou.site.audit;

import java.security.Principal;
import java.util.Optional;

/**
 * Knows the pages of some of the items that events are about. Every bean of it is asked.
 */
public interface RecordedItems {

	/**
	 * The address of an item's page, if there is one that this reader may open.
	 * @param type as the event has it; as are all that features recorded
	 */
	Optional<String> page(String type, String id, Principal reader);

}
