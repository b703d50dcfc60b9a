package edu.wenzhou.site.staff;

import java.util.List;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page behind the door. */
@Controller
class DeskController {

	private final Accounts accounts;

	DeskController(Accounts accounts) {
		this.accounts = accounts;
	}

	@GetMapping("/staff")
	String desk(@AuthenticationPrincipal StaffUser user, Model model) {
		if (user.isAdministrator()) {
			List<StaffAccount> all = this.accounts.all();
			model.addAttribute("accounts", all.size());
			model.addAttribute("invited", all.stream().filter((one) -> one.isInvited() && !one.isDisabled()).count());
			model.addAttribute("disabled", all.stream().filter(StaffAccount::isDisabled).count());
		}
		return "staff/desk";
	}

}
