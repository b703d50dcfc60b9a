package edu.wenzhou.site.staff;

import java.security.Principal;
import java.util.Optional;

import edu.wenzhou.site.audit.RecordedItems;
import org.springframework.stereotype.Component;

/** Whoever reads the record may open accounts too: both are for administrators. */
@Component
class RecordedAccounts implements RecordedItems {

	@Override
	public Optional<String> page(String type, String id, Principal reader) {
		return (type.equals("account") && id.matches("[0-9]{1,18}")) ? Optional.of("/staff/accounts/" + id)
				: Optional.empty();
	}

}
