package edu.wenzhou.site.search;

import java.util.Set;

import edu.wenzhou.site.audit.Actor;
import edu.wenzhou.site.staff.StaffUser;
import edu.wenzhou.site.web.Paging;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What visitors looked for in vain, and what to do about it. */
@Controller
@RequestMapping(SearchMissController.PATH)
@PreAuthorize(SearchRoles.READERS)
class SearchMissController {

	static final String PATH = "/staff/search/misses";

	static final int PAGE = 25;

	private static final Set<String> DONE = Set.of("done", "reopened");

	private final SearchMisses misses;

	SearchMissController(SearchMisses misses) {
		this.misses = misses;
	}

	@ModelAttribute("keeper")
	boolean keeper(@AuthenticationPrincipal StaffUser user) {
		return SearchRoles.isKeeper(user);
	}

	@GetMapping
	String list(SearchListFilter filter, @RequestParam(defaultValue = "") String page,
			@RequestParam(defaultValue = "") String done, Model model) {
		long total = this.misses.count(filter.isOpen(), filter.q());
		Paging paging = Paging.of(PATH, page, total, PAGE, filter.asked());
		model.addAttribute("filter", filter);
		model.addAttribute("total", total);
		model.addAttribute("paging", paging);
		model.addAttribute("misses", this.misses.list(filter.isOpen(), filter.q(), paging.offset(), PAGE));
		model.addAttribute("done", DONE.contains(done) ? done : null);
		return "staff/search/misses";
	}

	@PostMapping("/{id:[0-9]{1,18}}/done")
	@PreAuthorize(SearchRoles.KEEPERS)
	String done(@PathVariable long id, HttpServletRequest request) {
		this.misses.mark(Actor.of(request), id, true);
		return "redirect:" + PATH + "?done=done";
	}

	@PostMapping("/{id:[0-9]{1,18}}/reopen")
	@PreAuthorize(SearchRoles.KEEPERS)
	String reopen(@PathVariable long id, HttpServletRequest request) {
		this.misses.mark(Actor.of(request), id, false);
		return "redirect:" + PATH + "?state=done&done=reopened";
	}

}
