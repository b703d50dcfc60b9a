package edu.wenzhou.site.publishing;

import java.security.Principal;
import java.util.Optional;

import edu.wenzhou.site.audit.RecordedItems;
import edu.wenzhou.site.staff.StaffUser;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** An administrator without a part in a type can't open its items. */
@Component
class RecordedContent implements RecordedItems {

	private final ContentTypes types;

	RecordedContent(ContentTypes types) {
		this.types = types;
	}

	@Override
	public Optional<String> page(String type, String id, Principal reader) {
		boolean open = id.matches("[0-9]{1,18}") && reader instanceof Authentication authentication
				&& authentication.getPrincipal() instanceof StaffUser user
				&& this.types.all()
					.stream()
					.anyMatch((known) -> known.getKey().equals(type) && Access.mayLook(user, known));
		return open ? Optional.of("/staff/content/" + id) : Optional.empty();
	}

}
