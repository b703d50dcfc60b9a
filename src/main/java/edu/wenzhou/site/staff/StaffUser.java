package edu.wenzhou.site.staff;

import java.util.List;

import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** The person behind a request, read from the database for each request anew. */
record StaffUser(long id, String userName, String email, String displayName, List<Scope> scopes) {

	static StaffUser of(StaffAccount account) {
		return new StaffUser(account.getId(), account.getUserName(), account.getEmail(), account.getDisplayName(),
				account.scopes());
	}

	public boolean isAdministrator() {
		return this.scopes.stream().anyMatch((scope) -> scope.role() == Role.ADMINISTRATOR);
	}

	/** Whether this person may act as that role on an item of a section. */
	boolean may(Role role, Section section, String item) {
		return this.scopes.stream().anyMatch((scope) -> scope.covers(role, section, item));
	}

	Authentication authentication() {
		return UsernamePasswordAuthenticationToken.authenticated(this, null,
				this.scopes.stream()
					.map((scope) -> new SimpleGrantedAuthority("ROLE_" + scope.role()))
					.distinct()
					.toList());
	}

}
