package edu.wenzhou.site.publishing;

import edu.wenzhou.site.publishing.Desk.View;
import edu.wenzhou.site.staff.AccountCounts;
import edu.wenzhou.site.staff.ScopedItems;
import edu.wenzhou.site.staff.StaffUser;
import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The first page behind the door. */
@Controller
class DeskController {

	private final Desk desk;

	private final ContentTypes types;

	private final AccountCounts accounts;

	private final ScopedItems items;

	private final Opinions opinions;

	private final MessageSource messages;

	DeskController(Desk desk, ContentTypes types, AccountCounts accounts, ScopedItems items, Opinions opinions,
			MessageSource messages) {
		this.desk = desk;
		this.types = types;
		this.accounts = accounts;
		this.items = items;
		this.opinions = opinions;
		this.messages = messages;
	}

	@GetMapping("/staff")
	String desk(@RequestParam(defaultValue = "") String done, @AuthenticationPrincipal StaffUser user, Model model) {
		View desk = this.desk.of(user);
		model.addAttribute("desk", desk);
		model.addAttribute("asked", this.opinions.askedBy(user));
		model.addAttribute("confirmed", done.equals("confirmed"));
		model.addAttribute("titles", this.items.ownTitles(user));
		model.addAttribute("times", new Times(desk.today(), this.messages));
		model.addAttribute("creating", this.types.all().stream().anyMatch((type) -> Access.mayCreate(user, type)));
		if (user.isAdministrator()) {
			model.addAttribute("accounts", this.accounts.now());
		}
		return "staff/desk";
	}

}
