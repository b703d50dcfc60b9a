package edu.wenzhou.site.publishing;

import edu.wenzhou.site.audit.Actor;
import edu.wenzhou.site.staff.Role;
import edu.wenzhou.site.staff.StaffUser;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** All that a person has to do with, in one list for all types. */
@Controller
class ContentController {

	private final ContentTypes types;

	private final ContentLists lists;

	private final Recheck recheck;

	ContentController(ContentTypes types, ContentLists lists, Recheck recheck) {
		this.types = types;
		this.lists = lists;
		this.recheck = recheck;
	}

	@GetMapping("/staff/content")
	String list(ContentFilter filter, @AuthenticationPrincipal StaffUser user, Model model) {
		Access.demand(user.isWithContent());
		model.addAttribute("filter", filter);
		model.addAttribute("types", this.types.all().stream().filter((type) -> Access.mayLook(user, type)).toList());
		model.addAttribute("creatable",
				this.types.all().stream().filter((type) -> Access.mayCreate(user, type)).toList());
		model.addAttribute("importable", this.types.importable(user));
		model.addAttribute("editor", user.hasAny(Role.EDITOR));
		model.addAttribute("states", ContentFilter.State.values());
		model.addAttribute("sorts", ContentFilter.Sort.values());
		model.addAttribute("result", this.lists.find(user, filter));
		if (filter.wantedState() == ContentFilter.State.FAULTY) {
			model.addAttribute("check", this.recheck.state());
		}
		return "staff/content/list";
	}

	/** Looks at all that is public once more, as soon as a node comes to it. */
	@PostMapping("/staff/content/check")
	String check(@AuthenticationPrincipal StaffUser user, HttpServletRequest request) {
		this.recheck.want(user, Actor.of(request));
		return "redirect:/staff/content?state=FAULTY";
	}

}
