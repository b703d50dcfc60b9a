package edu.wenzhou.site.staff;

import java.util.Map;

import edu.wenzhou.site.audit.Actor;
import edu.wenzhou.site.audit.AuditTrail;
import edu.wenzhou.site.audit.AuditTrail.Item;
import edu.wenzhou.site.web.NotFoundException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What everybody sees and does with the own account. */
@Controller
class OwnAccountController {

	private final Credentials credentials;

	private final PasswordRules rules;

	private final StaffSessions sessions;

	private final AuditTrail trail;

	OwnAccountController(Credentials credentials, PasswordRules rules, StaffSessions sessions, AuditTrail trail) {
		this.credentials = credentials;
		this.rules = rules;
		this.sessions = sessions;
		this.trail = trail;
	}

	@GetMapping("/staff/account")
	String show(@AuthenticationPrincipal StaffUser user, @RequestParam(defaultValue = "") String done,
			HttpServletRequest request, Model model) {
		model.addAttribute("form", new PasswordForm(null, null, null));
		model.addAttribute("done", "password".equals(done) || "session".equals(done) ? done : null);
		return page(user, request, model);
	}

	@PostMapping("/staff/account/password")
	String changePassword(@AuthenticationPrincipal StaffUser user, @ModelAttribute("form") PasswordForm form,
			BindingResult errors, HttpServletRequest request, HttpServletResponse response, Model model) {
		form.check(errors, this.rules, user.userName(), user.email(), user.displayName());
		if (!errors.hasErrors()) {
			try {
				this.credentials.change(user, form.current(), form.password(), Actor.of(request), request);
				return "redirect:/staff/account?done=password";
			}
			catch (Refusal ex) {
				errors.rejectValue(ex.getField(), ex.getKey());
			}
		}
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		return page(user, request, model);
	}

	@PostMapping("/staff/account/sessions/{handle}/end")
	String endSession(@AuthenticationPrincipal StaffUser user, @PathVariable String handle,
			HttpServletRequest request) {
		if (!this.sessions.close(user.id(), handle)) {
			throw new NotFoundException();
		}
		this.trail.done(Actor.of(request), "session.end", Item.NONE, Map.of());
		return "redirect:/staff/account?done=session";
	}

	@PostMapping("/staff/account/sign-out-everywhere")
	String signOutEverywhere(@AuthenticationPrincipal StaffUser user, HttpServletRequest request,
			HttpServletResponse response) {
		this.sessions.close(request);
		int others = this.sessions.closeAll(user.id());
		this.trail.done(Actor.of(request), "session.end-all", Item.NONE, Map.of("sessions", others + 1));
		SignInController.forget(response);
		return "redirect:/staff/sign-in?done=out";
	}

	private String page(StaffUser user, HttpServletRequest request, Model model) {
		model.addAttribute("sessions", this.sessions.list(user.id(), request));
		return "staff/account";
	}

}
