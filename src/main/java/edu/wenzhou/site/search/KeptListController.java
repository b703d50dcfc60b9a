package edu.wenzhou.site.search;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import edu.wenzhou.site.audit.Actor;
import edu.wenzhou.site.staff.StaffUser;
import edu.wenzhou.site.web.Paging;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.validation.Errors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * A list that people keep for searches, to look at and to keep. What is in an entry is
 * lines: words or addresses.
 *
 * @param <E> its entries
 * @param <F> the form of one
 */
@PreAuthorize(SearchRoles.READERS)
abstract class KeptListController<E extends KeptEntry, F extends KeptForm<E, F>> {

	static final String PATHS = "/staff/search/";

	private static final int PAGE = 25;

	private static final Set<String> DONE = Set.of("added", "changed", "deleted");

	private static final String FORM = "staff/search/entry";

	private final String name;

	private final KeptList<E> entries;

	/**
	 * For a list.
	 * @param name in its address, in messages and in fragments
	 */
	KeptListController(String name, KeptList<E> entries) {
		this.name = name;
		this.entries = entries;
	}

	/** A new form, with what visitors looked for in vain, perhaps. */
	abstract F form(String query);

	abstract F form(E entry);

	/** The lines of a form; or nothing, and the errors say why. */
	abstract Optional<List<String>> read(F form, Errors errors);

	abstract void add(Actor actor, F form, List<String> lines);

	/** Returns false where somebody else was quicker. */
	abstract boolean change(Actor actor, long id, F form, List<String> lines);

	@ModelAttribute
	void common(@AuthenticationPrincipal StaffUser user, Model model) {
		model.addAttribute("kept", this.name);
		model.addAttribute("keeper", SearchRoles.isKeeper(user));
	}

	@GetMapping
	String list(SearchListFilter filter, @RequestParam(defaultValue = "") String page,
			@RequestParam(defaultValue = "") String done, Model model) {
		long total = this.entries.count(filter.q());
		Paging paging = Paging.of(PATHS + this.name, page, total, PAGE, filter.asked());
		model.addAttribute("filter", filter);
		model.addAttribute("total", total);
		model.addAttribute("paging", paging);
		model.addAttribute("entries", this.entries.list(filter.q(), paging.offset(), PAGE));
		model.addAttribute("done", DONE.contains(done) ? done : null);
		return "staff/search/entries";
	}

	/** An empty form. */
	@GetMapping("/new")
	@PreAuthorize(SearchRoles.KEEPERS)
	String ask(@RequestParam(defaultValue = "") String query, Model model) {
		model.addAttribute("form", form(query));
		return FORM;
	}

	@PostMapping("/new")
	@PreAuthorize(SearchRoles.KEEPERS)
	String add(@ModelAttribute("form") F form, BindingResult errors, HttpServletRequest request,
			HttpServletResponse response) {
		Optional<List<String>> lines = read(form, errors);
		if (lines.isPresent()) {
			try {
				add(Actor.of(request), form, lines.get());
				return done("added");
			}
			catch (SearchRefusal ex) {
				ex.addTo(errors);
			}
		}
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		return FORM;
	}

	@GetMapping("/{id:[0-9]{1,18}}")
	@PreAuthorize(SearchRoles.KEEPERS)
	String show(@PathVariable long id, Model model) {
		E entry = this.entries.get(id);
		model.addAttribute("entry", entry);
		model.addAttribute("form", form(entry));
		return FORM;
	}

	@PostMapping("/{id:[0-9]{1,18}}")
	@PreAuthorize(SearchRoles.KEEPERS)
	String change(@PathVariable long id, @ModelAttribute("form") F form, BindingResult errors,
			HttpServletRequest request, HttpServletResponse response, Model model) {
		model.addAttribute("entry", this.entries.get(id));
		Optional<List<String>> lines = read(form, errors);
		if (lines.isPresent()) {
			try {
				if (change(Actor.of(request), id, form, lines.get())) {
					return done("changed");
				}
				E now = this.entries.get(id);
				response.setStatus(HttpStatus.CONFLICT.value());
				model.addAttribute("now", now);
				model.addAttribute("form", form.over(now));
				return FORM;
			}
			catch (SearchRefusal ex) {
				ex.addTo(errors);
			}
		}
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		return FORM;
	}

	@GetMapping("/{id:[0-9]{1,18}}/delete")
	@PreAuthorize(SearchRoles.KEEPERS)
	String askToDelete(@PathVariable long id, Model model) {
		model.addAttribute("entry", this.entries.get(id));
		return "staff/search/entry-delete";
	}

	@PostMapping("/{id:[0-9]{1,18}}/delete")
	@PreAuthorize(SearchRoles.KEEPERS)
	String delete(@PathVariable long id, HttpServletRequest request) {
		this.entries.delete(Actor.of(request), id);
		return done("deleted");
	}

	private String done(String what) {
		return "redirect:" + PATHS + this.name + "?done=" + what;
	}

}
