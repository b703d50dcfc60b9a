package edu.wenzhou.site.search;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import edu.wenzhou.site.audit.Actor;
import edu.wenzhou.site.staff.StaffUser;
import edu.wenzhou.site.web.CollegeProperties;
import edu.wenzhou.site.web.Paging;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Pages that come first for a query, to look at and to keep. */
@Controller
@RequestMapping(BestBetController.PATH)
@PreAuthorize(SearchRoles.READERS)
class BestBetController {

	static final String PATH = "/staff/search/best-bets";

	static final int PAGE = 25;

	private static final Set<String> DONE = Set.of("added", "changed", "deleted");

	private final BestBets bets;

	private final CollegeProperties properties;

	BestBetController(BestBets bets, CollegeProperties properties) {
		this.bets = bets;
		this.properties = properties;
	}

	@ModelAttribute("keeper")
	boolean keeper(@AuthenticationPrincipal StaffUser user) {
		return SearchRoles.isKeeper(user);
	}

	@GetMapping
	String list(SearchListFilter filter, @RequestParam(defaultValue = "") String page,
			@RequestParam(defaultValue = "") String done, Model model) {
		long total = this.bets.count(filter.q());
		Paging paging = Paging.of(PATH, page, total, PAGE, filter.asked());
		model.addAttribute("filter", filter);
		model.addAttribute("total", total);
		model.addAttribute("paging", paging);
		model.addAttribute("bets", this.bets.list(filter.q(), paging.offset(), PAGE));
		model.addAttribute("done", DONE.contains(done) ? done : null);
		return "staff/search/best-bets";
	}

	/**
	 * An empty form.
	 * @param query that was looked for in vain, perhaps
	 */
	@GetMapping("/new")
	@PreAuthorize(SearchRoles.KEEPERS)
	String ask(@RequestParam(defaultValue = "") String query, Model model) {
		model.addAttribute("form", new BestBetForm(query, "", ""));
		return "staff/search/best-bet";
	}

	@PostMapping("/new")
	@PreAuthorize(SearchRoles.KEEPERS)
	String add(@ModelAttribute("form") BestBetForm form, BindingResult errors, HttpServletRequest request,
			HttpServletResponse response) {
		Optional<List<String>> pages = form.read(this.properties.baseUrl(), errors);
		if (pages.isPresent()) {
			try {
				this.bets.add(Actor.of(request), form.query(), pages.get());
				return done("added");
			}
			catch (SearchRefusal ex) {
				ex.addTo(errors);
			}
		}
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		return "staff/search/best-bet";
	}

	@GetMapping("/{id:[0-9]{1,18}}")
	@PreAuthorize(SearchRoles.KEEPERS)
	String show(@PathVariable long id, Model model) {
		BestBet bet = this.bets.get(id);
		model.addAttribute("bet", bet);
		model.addAttribute("form", BestBetForm.of(bet));
		return "staff/search/best-bet";
	}

	@PostMapping("/{id:[0-9]{1,18}}")
	@PreAuthorize(SearchRoles.KEEPERS)
	String change(@PathVariable long id, @ModelAttribute("form") BestBetForm form, BindingResult errors,
			HttpServletRequest request, HttpServletResponse response, Model model) {
		BestBet bet = this.bets.get(id);
		model.addAttribute("bet", bet);
		Optional<List<String>> pages = form.read(this.properties.baseUrl(), errors);
		if (pages.isPresent()) {
			try {
				if (this.bets.change(Actor.of(request), id, form.readVersion(), form.query(), pages.get())) {
					return done("changed");
				}
				BestBet now = this.bets.get(id);
				response.setStatus(HttpStatus.CONFLICT.value());
				model.addAttribute("now", now);
				model.addAttribute("form", form.over(now));
				return "staff/search/best-bet";
			}
			catch (SearchRefusal ex) {
				ex.addTo(errors);
			}
		}
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		return "staff/search/best-bet";
	}

	@GetMapping("/{id:[0-9]{1,18}}/delete")
	@PreAuthorize(SearchRoles.KEEPERS)
	String askToDelete(@PathVariable long id, Model model) {
		model.addAttribute("bet", this.bets.get(id));
		return "staff/search/best-bet-delete";
	}

	@PostMapping("/{id:[0-9]{1,18}}/delete")
	@PreAuthorize(SearchRoles.KEEPERS)
	String delete(@PathVariable long id, HttpServletRequest request) {
		this.bets.delete(Actor.of(request), id);
		return done("deleted");
	}

	private static String done(String what) {
		return "redirect:" + PATH + "?done=" + what;
	}

}
