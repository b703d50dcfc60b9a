package edu.wenzhou.site.search;

import java.security.Principal;
import java.util.Optional;

import edu.wenzhou.site.audit.RecordedItems;
import edu.wenzhou.site.staff.StaffUser;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** The record leads to the list: the entry itself may be gone. */
@Component
class RecordedSearchEntries implements RecordedItems {

	@Override
	public Optional<String> page(String type, String id, Principal reader) {
		boolean open = reader instanceof Authentication authentication
				&& authentication.getPrincipal() instanceof StaffUser user && user.isWithContent();
		return !open ? Optional.empty() : switch (type) {
			case "synonym" -> Optional.of(SynonymController.PATH);
			case "best-bet" -> Optional.of(BestBetController.PATH);
			case "miss" -> Optional.of(SearchMissController.PATH);
			default -> Optional.empty();
		};
	}

}
