package edu.wenzhou.site.publishing;

import java.util.Map;

import edu.wenzhou.site.publishing.ItemSearch.Found;
import edu.wenzhou.site.staff.StaffUser;
import edu.wenzhou.site.web.Paging;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Finds items by their words, among all that a person has a part in. */
@Controller
class FindController {

	private static final String PATH = "/staff/search";

	private static final int PAGE = 20;

	private final ContentLists lists;

	FindController(ContentLists lists) {
		this.lists = lists;
	}

	@GetMapping(PATH)
	String find(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String page,
			@AuthenticationPrincipal StaffUser user, Model model, HttpServletResponse response) {
		Access.demand(user.isWithContent());
		Found found = this.lists.search(user, q);
		model.addAttribute("found", found);
		if (found.longest() != null) {
			response.setStatus(HttpStatus.BAD_REQUEST.value());
		}
		else if (!found.query().isEmpty()) {
			Paging paging = Paging.of(PATH, page, found.places().size(), PAGE, Map.of("q", found.query()));
			model.addAttribute("paging", paging);
			model.addAttribute("rows", this.lists.found(user, found, paging.offset(), PAGE));
		}
		return "staff/search/find";
	}

}
