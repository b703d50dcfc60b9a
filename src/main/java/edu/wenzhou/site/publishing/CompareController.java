package edu.wenzhou.site.publishing;

import edu.wenzhou.site.staff.StaffUser;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Any two revisions of an item side by side; without a choice, the public one and the
 * newest.
 */
@Controller
class CompareController {

	private final ContentStore store;

	private final Comparisons comparisons;

	CompareController(ContentStore store, Comparisons comparisons) {
		this.store = store;
		this.comparisons = comparisons;
	}

	@GetMapping("/staff/content/{id:[0-9]{1,18}}/compare")
	String compare(@PathVariable long id, @RequestParam(required = false) Long from,
			@RequestParam(required = false) Long to, @AuthenticationPrincipal StaffUser user, Model model) {
		ContentItem item = this.store.item(id);
		Access.demand(Access.maySee(user, item));
		Revision before = (from != null) ? this.store.revision(id, from) : this.store.live(item).orElse(null);
		Revision after = (to != null) ? this.store.revision(id, to) : this.store.latest(item);
		model.addAttribute("item", item);
		model.addAttribute("before", before);
		model.addAttribute("after", after);
		model.addAttribute("changes", this.comparisons.fields(item.type(),
				(before != null) ? before.values() : Values.empty(), after.values()));
		return "staff/content/compare";
	}

}
