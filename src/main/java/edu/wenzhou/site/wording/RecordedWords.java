package edu.wenzhou.site.wording;

import java.security.Principal;
import java.util.Optional;

import edu.wenzhou.site.audit.RecordedItems;
import org.springframework.stereotype.Component;

/** The record leads to the list: the entry itself may be gone. */
@Component
class RecordedWords implements RecordedItems {

	@Override
	public Optional<String> page(String type, String id, Principal reader) {
		// Administrators read the record, and they may look at the list
		return type.equals("word") ? Optional.of(WatchedWordController.PATH) : Optional.empty();
	}

}
