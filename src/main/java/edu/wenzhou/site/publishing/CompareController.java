package edu.wenzhou.site.publishing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import edu.wenzhou.site.staff.StaffUser;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Any two revisions of an item; without a choice, the public one and the newest.
 */
@Controller
class CompareController {

	/** To choose from. */
	private static final int HISTORY = 100;

	private final ContentStore store;

	private final Comparisons comparisons;

	CompareController(ContentStore store, Comparisons comparisons) {
		this.store = store;
		this.comparisons = comparisons;
	}

	@GetMapping("/staff/content/{id:[0-9]{1,18}}/compare")
	String compare(@PathVariable long id, @RequestParam(required = false) Long from,
			@RequestParam(required = false) Long to, @RequestParam(defaultValue = "") String view,
			@RequestParam(defaultValue = "") String all, @AuthenticationPrincipal StaffUser user,
			HttpServletRequest request, HttpServletResponse response, Model model) {
		ContentItem item = this.store.item(id);
		Access.demand(Access.maySee(user, item));
		Revision after = (to != null) ? this.store.revision(id, to) : this.store.latest(item);
		Revision before = (from != null) ? this.store.revision(id, from) : this.store.live(item).orElse(null);
		UriComponentsBuilder path = UriComponentsBuilder.fromPath("/staff/content/{id}/compare");
		if (before != null) {
			path.queryParam("from", before.id());
		}
		String link = path.queryParam("to", after.id()).buildAndExpand(id).toUriString();
		model.addAttribute("item", item);
		model.addAttribute("history", choices(item, before, after));
		model.addAttribute("comparison",
				this.comparisons.compare(item, before, after, Comparison.View.of(link, view, all), request, response));
		return "staff/content/compare";
	}

	/** The newest revisions, and the two that are being compared. */
	private List<Revision> choices(ContentItem item, Revision before, Revision after) {
		Map<Long, Revision> choices = new LinkedHashMap<>();
		this.store.history(item.id(), HISTORY).forEach((one) -> choices.put(one.id(), one));
		choices.putIfAbsent(after.id(), after);
		if (before != null) {
			choices.putIfAbsent(before.id(), before);
		}
		return List.copyOf(choices.values());
	}

}
