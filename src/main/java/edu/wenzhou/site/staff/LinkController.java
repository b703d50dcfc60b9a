package edu.wenzhou.site.staff;

import edu.wenzhou.site.audit.Actor;
import edu.wenzhou.site.staff.OneTimeLinks.Kind;
import edu.wenzhou.site.staff.OneTimeLinks.Link;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * One-time links. Looking at one does not use it up, since mail programs look at links by
 * themselves; sending the form does.
 */
@Controller
class LinkController {

	private final OneTimeLinks links;

	private final Credentials credentials;

	private final PasswordRules rules;

	private final StaffAccountRepository accounts;

	LinkController(OneTimeLinks links, Credentials credentials, PasswordRules rules, StaffAccountRepository accounts) {
		this.links = links;
		this.credentials = credentials;
		this.rules = rules;
		this.accounts = accounts;
	}

	@GetMapping("/staff/link/{token}")
	String show(@PathVariable String token, Model model, HttpServletResponse response) {
		Link link = find(token);
		model.addAttribute("names", NamesForm.empty());
		model.addAttribute("form", new PasswordForm(null, null, null));
		return page(link, token, model, response);
	}

	@PostMapping("/staff/link/{token}")
	String use(@PathVariable String token, @Valid @ModelAttribute("names") NamesForm names, BindingResult nameErrors,
			@ModelAttribute("form") PasswordForm form, BindingResult errors, HttpServletRequest request, Model model,
			HttpServletResponse response) {
		Link link = find(token);
		if (link == null) {
			return page(null, token, model, response);
		}
		boolean setUp = link.kind() == Kind.SET_UP;
		if (setUp) {
			form.check(errors, this.rules, names.userName(), names.email(), names.displayName());
		}
		else {
			StaffUser owner = owner(link);
			form.check(errors, this.rules, owner.userName(), owner.email(), owner.displayName());
			// The account has its names already
			model.asMap().remove(BindingResult.MODEL_KEY_PREFIX + "names");
		}
		if (!errors.hasErrors() && !(setUp && nameErrors.hasErrors())) {
			try {
				if (setUp) {
					this.credentials.setUp(token, names, form.password(), Actor.anonymous(request));
				}
				else {
					this.credentials.choose(token, link, form.password(), Actor.anonymous(request));
				}
				return "redirect:/staff/sign-in?done=password";
			}
			catch (Refusal ex) {
				return page(null, token, model, response);
			}
		}
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		return page(link, token, model, response);
	}

	private String page(Link link, String token, Model model, HttpServletResponse response) {
		if (link == null) {
			response.setStatus(HttpStatus.GONE.value());
			return "staff/link-gone";
		}
		model.addAttribute("token", token);
		if (link.kind() == Kind.SET_UP) {
			return "staff/set-up";
		}
		model.addAttribute("owner", owner(link));
		return "staff/choose-password";
	}

	private StaffUser owner(Link link) {
		return StaffUser.of(this.accounts.findWithGrants(link.account()).orElseThrow());
	}

	/** Null for one that works no longer, or never did. */
	private Link find(String token) {
		return this.links.find(token).orElse(null);
	}

}
