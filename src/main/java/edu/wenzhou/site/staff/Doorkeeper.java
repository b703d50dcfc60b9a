package edu.wenzhou.site.staff;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import edu.wenzhou.site.audit.Actor;
import edu.wenzhou.site.audit.AuditTrail;
import edu.wenzhou.site.audit.AuditTrail.Item;
import edu.wenzhou.site.staff.HeldPage.Reason;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What happens to a request that is not let in. People who only look are sent to the
 * sign-in page, people who send a form get it back, and scripts are told in their own
 * words.
 */
class Doorkeeper implements AuthenticationEntryPoint, AccessDeniedHandler {

	private final AuditTrail trail;

	Doorkeeper(AuditTrail trail) {
		this.trail = trail;
	}

	@Override
	public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException exception)
			throws IOException {
		if (isScript(request)) {
			tell(response, HttpStatus.UNAUTHORIZED, "signed-out");
			return;
		}
		HeldPage.leave(Reason.EXPIRED, request);
		if (HeldPage.of(request) != null) {
			response.sendError(HttpStatus.FORBIDDEN.value());
			return;
		}
		UriComponentsBuilder signIn = UriComponentsBuilder.fromPath("/staff/sign-in");
		// Afterwards the person is on the page that was asked for
		if (HttpMethod.GET.matches(request.getMethod()) && !"/staff".equals(request.getRequestURI())) {
			String query = (request.getQueryString() != null) ? "?" + request.getQueryString() : "";
			signIn.queryParam("next", "{next}");
			response.sendRedirect(signIn.encode().buildAndExpand(request.getRequestURI() + query).toUriString());
			return;
		}
		response.sendRedirect(signIn.toUriString());
	}

	@Override
	public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException exception)
			throws IOException {
		Actor actor = Actor.of(request);
		boolean signedIn = actor.id() != null;
		boolean token = exception instanceof CsrfException;
		// For people only: what strangers try would fill the record
		if (signedIn) {
			this.trail.refused(actor, "access.refuse", Item.NONE,
					Map.of("method", request.getMethod(), "path", request.getRequestURI()));
		}
		if (isScript(request)) {
			tell(response, signedIn ? HttpStatus.FORBIDDEN : HttpStatus.UNAUTHORIZED,
					signedIn ? (token ? "token" : "denied") : "signed-out");
			return;
		}
		HeldPage.leave(signedIn ? (token ? Reason.TOKEN : Reason.DENIED) : Reason.EXPIRED, request);
		response.sendError(HttpStatus.FORBIDDEN.value());
	}

	/** Browsers that show a page ask for HTML first. */
	private static boolean isScript(HttpServletRequest request) {
		String accept = request.getHeader(HttpHeaders.ACCEPT);
		return accept != null && accept.contains(MediaType.APPLICATION_JSON_VALUE)
				&& !accept.contains(MediaType.TEXT_HTML_VALUE);
	}

	private static void tell(HttpServletResponse response, HttpStatus status, String error) throws IOException {
		response.setStatus(status.value());
		response.setContentType(MediaType.APPLICATION_JSON_VALUE);
		response.setCharacterEncoding(StandardCharsets.UTF_8.name());
		response.getWriter().write("{\"error\":\"" + error + "\"}");
	}

}
