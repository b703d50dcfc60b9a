package edu.wenzhou.site.staff;

import java.util.Map;

import edu.wenzhou.site.audit.Actor;
import edu.wenzhou.site.audit.AuditTrail;
import edu.wenzhou.site.audit.AuditTrail.Item;
import edu.wenzhou.site.staff.Credentials.SignIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** In and out. */
@Controller
class SignInController {

	/** Pages of the back office; never another site. */
	private static final String OWN_PAGE = "/staff(/[A-Za-z0-9._~%-]+)*(\\?[A-Za-z0-9._~%&=+-]*)?";

	private final Credentials credentials;

	private final StaffSessions sessions;

	private final StaffAccountRepository accounts;

	private final FormTokens tokens;

	private final AuditTrail trail;

	SignInController(Credentials credentials, StaffSessions sessions, StaffAccountRepository accounts,
			FormTokens tokens, AuditTrail trail) {
		this.credentials = credentials;
		this.sessions = sessions;
		this.accounts = accounts;
		this.tokens = tokens;
		this.trail = trail;
	}

	@GetMapping("/staff/sign-in")
	String ask(@AuthenticationPrincipal StaffUser user, @RequestParam(defaultValue = "") String next,
			@RequestParam(defaultValue = "") String done, Model model) {
		if (user != null) {
			return "redirect:/staff";
		}
		model.addAttribute("name", "");
		model.addAttribute("next", own(next));
		model.addAttribute("done", "password".equals(done) || "out".equals(done) ? done : null);
		return "staff/sign-in";
	}

	@PostMapping("/staff/sign-in")
	String signIn(@RequestParam(defaultValue = "") String name, @RequestParam(defaultValue = "") String password,
			@RequestParam(defaultValue = "") String next, HttpServletRequest request, HttpServletResponse response,
			Model model) {
		model.addAttribute("name", name);
		model.addAttribute("next", own(next));
		HeldForm held = HeldForm.of(request).orElse(null);
		model.addAttribute("held", held);
		String plain = name.replaceAll("\\p{C}", "").strip();
		if (plain.isEmpty() || password.isEmpty()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			model.addAttribute("missing", plain.isEmpty() ? "name" : "password");
			return "staff/sign-in";
		}
		Actor actor = Actor.anonymous(request);
		SignIn result = check(plain, password, actor, model);
		if (result == null) {
			response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
			return "staff/sign-in";
		}
		if (result.delay() != null) {
			long seconds = result.delay().toSeconds() + 1;
			response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
			response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
			model.addAttribute("wait", seconds);
			return "staff/sign-in";
		}
		if (result.account() == null) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			model.addAttribute("wrong", true);
			return "staff/sign-in";
		}
		this.sessions.open(request, result.account(), actor);
		if (held != null) {
			this.tokens.renew(request, response);
			StaffUser user = StaffUser.of(this.accounts.findWithGrants(result.account()).orElseThrow());
			return new HeldPage(HeldPage.Reason.BACK, held, user, HeldPage.token(request)).fill(model);
		}
		return "redirect:" + (own(next).isEmpty() ? "/staff" : own(next));
	}

	/** Null when too many are being checked already. */
	private SignIn check(String name, String password, Actor actor, Model model) {
		try {
			return this.credentials.check(name, password, actor);
		}
		catch (Refusal ex) {
			model.addAttribute("busy", ex.getKey());
			return null;
		}
	}

	@PostMapping("/staff/sign-out")
	String signOut(HttpServletRequest request, HttpServletResponse response) {
		this.sessions.close(request);
		this.trail.done(Actor.of(request), "session.sign-out", Item.NONE, Map.of());
		forget(response);
		return "redirect:/staff/sign-in?done=out";
	}

	/**
	 * Nothing stays in the browser. Not "cookies": that would reach other sites of the
	 * college.
	 */
	static void forget(HttpServletResponse response) {
		response.setHeader("Clear-Site-Data", "\"cache\", \"storage\"");
	}

	private static String own(String next) {
		return (next.matches(OWN_PAGE) && !next.contains("..") && !next.startsWith("/staff/sign-")) ? next : "";
	}

}
