package edu.wenzhou.site.staff;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

import edu.wenzhou.site.audit.Actor;
import edu.wenzhou.site.audit.AuditTrail;
import edu.wenzhou.site.staff.AccountLists.Result;
import edu.wenzhou.site.staff.Accounts.NewLink;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Accounts, for administrators. A link is shown on the next page, and once. */
@Controller
@RequestMapping("/staff/accounts")
class AccountsController {

	/** Names the note that holds a new link. */
	private static final String LINK = "account-link";

	private static final Set<String> DONE = Set.of("invited", "changed", "granted", "revoked", "disabled", "enabled",
			"link", "ended");

	/** Names the note that says what became of the mail with it. */
	private static final String MAIL = "account-mail";

	private final Accounts accounts;

	private final AccountLists lists;

	private final ScopedItems items;

	private final LinkMail mail;

	private final StaffSessions sessions;

	private final AuditTrail trail;

	AccountsController(Accounts accounts, AccountLists lists, ScopedItems items, LinkMail mail, StaffSessions sessions,
			AuditTrail trail) {
		this.accounts = accounts;
		this.lists = lists;
		this.items = items;
		this.mail = mail;
		this.sessions = sessions;
		this.trail = trail;
	}

	@ModelAttribute("roles")
	Role[] roles() {
		return Role.values();
	}

	@ModelAttribute("sections")
	Section[] sections() {
		return Section.values();
	}

	/** Whether links are mailed too. */
	@ModelAttribute("mailing")
	boolean mailing() {
		return this.mail.isConfigured();
	}

	@GetMapping
	String list(AccountFilter filter, @RequestParam(required = false) String page, Model model) {
		Result found = this.lists.find(filter, page);
		model.addAttribute("filter", filter);
		model.addAttribute("states", AccountFilter.State.values());
		model.addAttribute("found", found);
		model.addAttribute("titles", found.titles());
		return "staff/accounts/list";
	}

	@GetMapping("/new")
	String ask(Model model) {
		model.addAttribute("form", NamesForm.empty());
		model.addAttribute("grant", new GrantForm(Role.EDITOR.name(), null, null));
		return "staff/accounts/invite";
	}

	@PostMapping("/new")
	String invite(@Valid @ModelAttribute("form") NamesForm form, BindingResult errors,
			@ModelAttribute("grant") GrantForm grant, BindingResult grantErrors, HttpServletRequest request,
			HttpServletResponse response) {
		Optional<Scope> scope = grant.scope(grantErrors, this.items);
		if (scope.isPresent() && !errors.hasErrors()) {
			try {
				NewLink link = this.accounts.invite(Actor.of(request), form, scope.get());
				handOver(link, request);
				return done(link.owner().id(), "invited");
			}
			catch (Refusal ex) {
				errors.rejectValue(ex.getField(), ex.getKey());
			}
		}
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		return "staff/accounts/invite";
	}

	@GetMapping("/{id:[0-9]{1,18}}")
	String show(@PathVariable long id, @RequestParam(defaultValue = "") String done, HttpServletRequest request,
			Model model) {
		StaffAccount account = this.accounts.get(id);
		model.addAttribute("form", NamesForm.of(account));
		model.addAttribute("done", DONE.contains(done) ? done : null);
		this.sessions.takeNote(request, LINK).ifPresent((link) -> model.addAttribute("link", link));
		this.sessions.takeNote(request, MAIL).ifPresent((mail) -> model.addAttribute("mail", mail));
		return page(account, request, model);
	}

	@PostMapping("/{id:[0-9]{1,18}}")
	String rename(@PathVariable long id, @Valid @ModelAttribute("form") NamesForm form, BindingResult errors,
			HttpServletRequest request, HttpServletResponse response, Model model) {
		if (!errors.hasErrors()) {
			try {
				String version = String.valueOf(form.version());
				this.accounts.rename(Actor.of(request), id, form,
						version.matches("[0-9]{1,18}") ? Long.parseLong(version) : -1);
				return done(id, "changed");
			}
			catch (Refusal ex) {
				if (ex.getField() == null) {
					return refused(ex, id, request, response, model);
				}
				errors.rejectValue(ex.getField(), ex.getKey());
			}
		}
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		return page(this.accounts.get(id), request, model);
	}

	@PostMapping("/{id:[0-9]{1,18}}/roles")
	String grant(@PathVariable long id, @ModelAttribute("grant") GrantForm grant, BindingResult errors,
			HttpServletRequest request, HttpServletResponse response, Model model) {
		Optional<Scope> scope = grant.scope(errors, this.items);
		if (scope.isPresent()) {
			try {
				this.accounts.grant(Actor.of(request), id, scope.get());
				return ownPage(id, request) ? "redirect:/staff/sign-in" : done(id, "granted");
			}
			catch (Refusal ex) {
				errors.rejectValue(ex.getField(), ex.getKey());
			}
		}
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		return page(this.accounts.get(id), request, model);
	}

	@PostMapping("/{id:[0-9]{1,18}}/roles/{grantId:[0-9]{1,18}}/remove")
	String revoke(@PathVariable long id, @PathVariable long grantId, HttpServletRequest request,
			HttpServletResponse response, Model model) {
		return attempt(id, "revoked", "role.revoke", request, response, model,
				(actor) -> this.accounts.revoke(actor, id, grantId));
	}

	@PostMapping("/{id:[0-9]{1,18}}/disable")
	String disable(@PathVariable long id, HttpServletRequest request, HttpServletResponse response, Model model) {
		return attempt(id, "disabled", "account.disable", request, response, model,
				(actor) -> this.accounts.disable(actor, id));
	}

	@PostMapping("/{id:[0-9]{1,18}}/enable")
	String enable(@PathVariable long id, HttpServletRequest request, HttpServletResponse response, Model model) {
		return attempt(id, "enabled", "account.enable", request, response, model,
				(actor) -> this.accounts.enable(actor, id));
	}

	@PostMapping("/{id:[0-9]{1,18}}/link")
	String link(@PathVariable long id, HttpServletRequest request, HttpServletResponse response, Model model) {
		return attempt(id, "link", "link.make", request, response, model,
				(actor) -> handOver(this.accounts.makeLink(actor, id), request));
	}

	/**
	 * Leaves the link for the next page, then mails it. The link is in the database by
	 * now, and no transaction is open.
	 */
	private void handOver(NewLink link, HttpServletRequest request) {
		this.sessions.leaveNote(request, LINK, link.made().address());
		if (this.mail.isConfigured()) {
			this.sessions.leaveNote(request, MAIL, this.mail.send(Actor.of(request), link) ? "sent" : "failed");
		}
	}

	@PostMapping("/{id:[0-9]{1,18}}/sessions/end")
	String endSessions(@PathVariable long id, HttpServletRequest request, HttpServletResponse response, Model model) {
		return attempt(id, "ended", "session.end-all", request, response, model,
				(actor) -> this.accounts.endSessions(actor, id));
	}

	private String attempt(long id, String done, String action, HttpServletRequest request,
			HttpServletResponse response, Model model, java.util.function.Consumer<Actor> change) {
		Actor actor = Actor.of(request);
		try {
			change.accept(actor);
		}
		catch (Refusal ex) {
			this.trail.refused(actor, action, Accounts.item(this.accounts.get(id)), Map.of("reason", ex.getKey()));
			return refused(ex, id, request, response, model);
		}
		return ownPage(id, request) && !"link".equals(done) && !"enabled".equals(done) ? "redirect:/staff/sign-in"
				: done(id, done);
	}

	/** Whoever changes the own roles or sessions has to sign in again. */
	private static boolean ownPage(long id, HttpServletRequest request) {
		return Long.valueOf(id).equals(Actor.of(request).id());
	}

	private String refused(Refusal refusal, long id, HttpServletRequest request, HttpServletResponse response,
			Model model) {
		response.setStatus(HttpStatus.CONFLICT.value());
		model.addAttribute("refusal", refusal.getKey());
		return page(this.accounts.get(id), request, model);
	}

	private String page(StaffAccount account, HttpServletRequest request, Model model) {
		model.addAttribute("account", account);
		model.addAttribute("titles", this.items.titles(account.scopes()));
		if (!model.containsAttribute("form")) {
			model.addAttribute("form", NamesForm.of(account));
		}
		if (!model.containsAttribute("grant")) {
			model.addAttribute("grant", new GrantForm(Role.EDITOR.name(), null, null));
		}
		model.addAttribute("own", ownPage(account.getId(), request));
		model.addAttribute("sessions", this.sessions.list(account.getId(), request).size());
		return "staff/accounts/show";
	}

	private static String done(long id, String done) {
		return "redirect:/staff/accounts/%d?done=%s".formatted(id, done);
	}

}
