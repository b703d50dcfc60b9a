package edu.wenzhou.site.staff;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

import edu.wenzhou.site.audit.Actor;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Who the session belongs to, with the roles of this very moment; a disabled account's
 * session is worth nothing.
 */
class SignedInFilter extends OncePerRequestFilter {

	private final StaffSessions sessions;

	private final StaffAccountRepository accounts;

	SignedInFilter(StaffSessions sessions, StaffAccountRepository accounts) {
		this.sessions = sessions;
		this.accounts = accounts;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		Optional<Long> id = this.sessions.account(request);
		Optional<StaffUser> user = Optional.empty();
		if (id.isPresent()) {
			user = this.accounts.findWithGrants(id.get()).filter((account) -> !account.isDisabled()).map(StaffUser::of);
			if (user.isPresent()) {
				SecurityContext context = SecurityContextHolder.createEmptyContext();
				context.setAuthentication(user.get().authentication());
				SecurityContextHolder.setContext(context);
				Actor.anonymous(request).as(user.get().id(), user.get().displayName()).holdsFor(request);
			}
			else {
				this.sessions.close(request);
			}
		}
		if (user.isEmpty() && isWithFiles(request)) {
			// Before anything asks for a field of the form: that would read and keep all
			// of
			// it
			HeldPage.leave(HeldPage.Reason.EXPIRED, request);
			response.sendError(HttpStatus.FORBIDDEN.value());
			return;
		}
		chain.doFilter(request, response);
	}

	private static boolean isWithFiles(HttpServletRequest request) {
		return request.getContentType() != null
				&& request.getContentType().toLowerCase(Locale.ROOT).startsWith("multipart/");
	}

}
