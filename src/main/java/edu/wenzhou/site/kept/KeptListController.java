package edu.wenzhou.site.kept;

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
 * A list that people keep, to look at and to keep. The pages are the same for all lists;
 * what an entry looks like is in the fragments {@code staff/kept/parts-<name>}. Handlers
 * are public, since lists are in other packages and Spring guards no others there.
 *
 * @param <E> its entries
 * @param <F> the form of one
 * @param <T> what a form comes to
 */
@PreAuthorize(KeptListController.READERS)
public abstract class KeptListController<E extends KeptEntry, F extends KeptForm<E, F>, T> {

	static final String READERS = "#root.this.isReader(principal)";

	static final String KEEPERS = "#root.this.isKeeper(principal)";

	private static final int PAGE = 25;

	private static final Set<String> DONE = Set.of("added", "changed", "deleted");

	private static final String FORM = "staff/kept/entry";

	private final String path;

	private final String name;

	private final String here;

	private final KeptList<E> entries;

	/**
	 * For a list.
	 * @param path its address
	 * @param name in messages and in fragments
	 * @param here the part of the menu that it belongs to
	 */
	protected KeptListController(String path, String name, String here, KeptList<E> entries) {
		this.path = path;
		this.name = name;
		this.here = here;
		this.entries = entries;
	}

	/** Whether somebody may look at the list. */
	public abstract boolean isReader(StaffUser user);

	/** Whether somebody may change it. */
	public abstract boolean isKeeper(StaffUser user);

	/** A new form, with a word that the page before came with, perhaps. */
	protected abstract F form(String query);

	protected abstract F form(E entry);

	/** What a form comes to; or nothing, and the errors say why. */
	protected abstract Optional<T> read(F form, Errors errors);

	protected abstract void add(Actor actor, F form, T read);

	/** Returns false where somebody else was quicker. */
	protected abstract boolean change(Actor actor, long id, F form, T read);

	@ModelAttribute
	public void common(@AuthenticationPrincipal StaffUser user, Model model) {
		model.addAttribute("kept", this.name);
		model.addAttribute("here", this.here);
		model.addAttribute("path", this.path);
		model.addAttribute("keeper", isKeeper(user));
	}

	@GetMapping
	public String list(KeptFilter filter, @RequestParam(defaultValue = "") String page,
			@RequestParam(defaultValue = "") String done, Model model) {
		long total = this.entries.count(filter.q());
		Paging paging = Paging.of(this.path, page, total, PAGE, filter.asked());
		model.addAttribute("filter", filter);
		model.addAttribute("total", total);
		model.addAttribute("paging", paging);
		model.addAttribute("entries", this.entries.list(filter.q(), paging.offset(), PAGE));
		model.addAttribute("done", DONE.contains(done) ? done : null);
		return "staff/kept/entries";
	}

	/** An empty form. */
	@GetMapping("/new")
	@PreAuthorize(KEEPERS)
	public String ask(@RequestParam(defaultValue = "") String query, Model model) {
		model.addAttribute("form", form(query));
		return FORM;
	}

	@PostMapping("/new")
	@PreAuthorize(KEEPERS)
	public String add(@ModelAttribute("form") F form, BindingResult errors, HttpServletRequest request,
			HttpServletResponse response) {
		Optional<T> read = read(form, errors);
		if (read.isPresent()) {
			try {
				add(Actor.of(request), form, read.get());
				return done("added");
			}
			catch (KeptRefusal ex) {
				ex.addTo(errors);
			}
		}
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		return FORM;
	}

	@GetMapping("/{id:[0-9]{1,18}}")
	@PreAuthorize(KEEPERS)
	public String show(@PathVariable long id, Model model) {
		E entry = this.entries.get(id);
		model.addAttribute("entry", entry);
		model.addAttribute("form", form(entry));
		return FORM;
	}

	@PostMapping("/{id:[0-9]{1,18}}")
	@PreAuthorize(KEEPERS)
	public String change(@PathVariable long id, @ModelAttribute("form") F form, BindingResult errors,
			HttpServletRequest request, HttpServletResponse response, Model model) {
		model.addAttribute("entry", this.entries.get(id));
		Optional<T> read = read(form, errors);
		if (read.isPresent()) {
			try {
				if (change(Actor.of(request), id, form, read.get())) {
					return done("changed");
				}
				E now = this.entries.get(id);
				response.setStatus(HttpStatus.CONFLICT.value());
				model.addAttribute("now", now);
				model.addAttribute("form", form.over(now));
				return FORM;
			}
			catch (KeptRefusal ex) {
				ex.addTo(errors);
			}
		}
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		return FORM;
	}

	@GetMapping("/{id:[0-9]{1,18}}/delete")
	@PreAuthorize(KEEPERS)
	public String askToDelete(@PathVariable long id, Model model) {
		model.addAttribute("entry", this.entries.get(id));
		return "staff/kept/entry-delete";
	}

	@PostMapping("/{id:[0-9]{1,18}}/delete")
	@PreAuthorize(KEEPERS)
	public String delete(@PathVariable long id, HttpServletRequest request) {
		this.entries.delete(Actor.of(request), id);
		return done("deleted");
	}

	private String done(String what) {
		return "redirect:" + this.path + "?done=" + what;
	}

}
