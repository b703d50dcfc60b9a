package edu.wenzhou.site.staff;

import java.time.Duration;

import edu.wenzhou.site.web.CollegeProperties;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;
import org.springframework.stereotype.Component;

/**
 * Proves that a form was ours. The token of a person who has signed in is in the session.
 * Before that there is no session, and must not be one for everybody who looks at the
 * sign-in page; so the token is in a cookie, which no other site can read or set.
 */
@Component
class FormTokens implements CsrfTokenRepository {

	private static final String PARAMETER = "_csrf";

	private static final String HEADER = "X-CSRF-TOKEN";

	private static final String SESSION_ATTRIBUTE = "form-token";

	private static final int TOKEN_BYTES = 32;

	private static final Duration COOKIE_AGE = Duration.ofHours(12);

	private final String cookieName;

	private final boolean secure;

	FormTokens(CollegeProperties properties) {
		this.cookieName = properties.https() ? "__Host-FORM" : "FORM";
		this.secure = properties.https();
	}

	@Override
	public CsrfToken generateToken(HttpServletRequest request) {
		return token(Secrets.token(TOKEN_BYTES));
	}

	@Override
	public void saveToken(CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
		HttpSession session = request.getSession(false);
		if (session != null) {
			session.setAttribute(SESSION_ATTRIBUTE, (token != null) ? token.getToken() : null);
			return;
		}
		ResponseCookie cookie = ResponseCookie.from(this.cookieName, (token != null) ? token.getToken() : "")
			.path("/")
			.secure(this.secure)
			.httpOnly(true)
			.sameSite("Strict")
			.maxAge((token != null) ? COOKIE_AGE : Duration.ZERO)
			.build();
		response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
	}

	@Override
	public CsrfToken loadToken(HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		if (session != null) {
			return (session.getAttribute(SESSION_ATTRIBUTE) instanceof String value) ? token(value) : null;
		}
		if (request.getCookies() != null) {
			for (Cookie cookie : request.getCookies()) {
				if (cookie.getName().equals(this.cookieName) && cookie.getValue().matches("[A-Za-z0-9_-]{43}")) {
					return token(cookie.getValue());
				}
			}
		}
		return null;
	}

	/** For a page that is shown at once to somebody who has just signed in. */
	void renew(HttpServletRequest request, HttpServletResponse response) {
		CsrfToken token = generateToken(request);
		saveToken(token, request, response);
		new XorCsrfTokenRequestAttributeHandler().handle(request, response, () -> token);
	}

	private static CsrfToken token(String value) {
		return new DefaultCsrfToken(HEADER, PARAMETER, value);
	}

}
