package edu.wenzhou.site.staff;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.ui.Model;

/**
 * The page that gives a form back, with a button that sends it once more or a sign-in
 * form that carries it. Whoever refuses a request leaves it there for the page of the
 * error.
 *
 * @param form null where files were sent: those are not held
 * @param user who has signed in; may be null
 * @param token that the form takes with it; may be null
 */
record HeldPage(Reason reason, HeldForm form, StaffUser user, String token) {

	private static final String ATTRIBUTE = HeldPage.class.getName();

	private static final String REASON = ATTRIBUTE + ".reason";

	/** Gives a refused form back, if it is one that can be. */
	static void leave(Reason reason, HttpServletRequest request) {
		request.setAttribute(REASON, reason);
		HeldForm form = HeldForm.of(request).orElse(null);
		if (form == null && !HeldForm.isUpload(request)) {
			return;
		}
		Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
		StaffUser user = (authentication != null && authentication.getPrincipal() instanceof StaffUser known) ? known
				: null;
		request.setAttribute(ATTRIBUTE, new HeldPage(reason, form, user, tokenFor(reason, form, request)));
	}

	static HeldPage of(HttpServletRequest request) {
		return (request.getAttribute(ATTRIBUTE) instanceof HeldPage page) ? page : null;
	}

	/**
	 * Whether a request was refused for the page that it came from, and not for a role.
	 */
	static boolean isFromOldPage(HttpServletRequest request) {
		return request.getAttribute(REASON) == Reason.TOKEN || request.getAttribute(REASON) == Reason.EXPIRED;
	}

	static String token(HttpServletRequest request) {
		return (request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) ? token.getToken() : null;
	}

	/**
	 * Without the database nobody knows a new one; the one that came may still be good
	 * then.
	 */
	private static String tokenFor(Reason reason, HeldForm form, HttpServletRequest request) {
		if (form == null) {
			return null;
		}
		return (reason == Reason.AWAY) ? request.getParameter("_csrf") : token(request);
	}

	/** Fills the page in and names its template. */
	String fill(Model model) {
		model.addAttribute("held", this.form);
		model.addAttribute("me", this.user);
		if (this.reason == Reason.EXPIRED) {
			model.addAttribute("upload", this.form == null);
			model.addAttribute("name", "");
			model.addAttribute("next", "");
			return "staff/sign-in";
		}
		model.addAttribute("reason", this.reason.name());
		model.addAttribute("token", this.token);
		return "staff/held";
	}

	/** Why the form was not taken; the texts of the page hang on it. */
	enum Reason {

		/** Nobody is signed in. */
		EXPIRED,

		/** They are now. */
		BACK,

		/** The page was made before somebody signed in anew. */
		TOKEN,

		/** This person may not. */
		DENIED,

		/** The database does not answer. */
		AWAY

	}

}
