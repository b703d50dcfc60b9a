package edu.wenzhou.site.staff;

import java.util.List;

import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/**
 * The person behind a request, read from the database for each request anew. Handlers ask
 * for it with {@code @AuthenticationPrincipal}.
 */
public record StaffUser(long id, String userName, String email, String displayName, List<Scope> scopes) {

	static StaffUser of(StaffAccount account) {
		return new StaffUser(account.getId(), account.getUserName(), account.getEmail(), account.getDisplayName(),
				account.scopes());
	}

	public boolean isAdministrator() {
		return this.scopes.stream().anyMatch((scope) -> scope.role() == Role.ADMINISTRATOR);
	}

	/** Whether this person may act as that role on an item of a section. */
	public boolean may(Role role, Section section, Long item) {
		return this.scopes.stream().anyMatch((scope) -> scope.covers(role, section, item));
	}

	/** Whether this person has one of the roles for anything at all. */
	public boolean hasAny(Role... roles) {
		List<Role> wanted = List.of(roles);
		return this.scopes.stream().anyMatch((scope) -> wanted.contains(scope.role()));
	}

	/** Whether this person has to do with content, and not with accounts alone. */
	public boolean isWithContent() {
		return hasAny(Role.EDITOR, Role.REVIEWER_1, Role.REVIEWER_2, Role.APPROVER);
	}

	Authentication authentication() {
		return UsernamePasswordAuthenticationToken.authenticated(this, null,
				this.scopes.stream()
					.map((scope) -> new SimpleGrantedAuthority("ROLE_" + scope.role()))
					.distinct()
					.toList());
	}

}
