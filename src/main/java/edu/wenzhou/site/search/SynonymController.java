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
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Words that a search takes for the same, to look at and to keep. */
@Controller
@RequestMapping(SynonymController.PATH)
@PreAuthorize(SearchRoles.READERS)
class SynonymController {

	static final String PATH = "/staff/search/synonyms";

	static final int PAGE = 25;

	private static final Set<String> DONE = Set.of("added", "changed", "deleted");

	private final Synonyms synonyms;

	SynonymController(Synonyms synonyms) {
		this.synonyms = synonyms;
	}

	@ModelAttribute("keeper")
	boolean keeper(@AuthenticationPrincipal StaffUser user) {
		return SearchRoles.isKeeper(user);
	}

	@GetMapping
	String list(SearchListFilter filter, @RequestParam(defaultValue = "") String page,
			@RequestParam(defaultValue = "") String done, Model model) {
		long total = this.synonyms.count(filter.q());
		Paging paging = Paging.of(PATH, page, total, PAGE, filter.asked());
		model.addAttribute("filter", filter);
		model.addAttribute("total", total);
		model.addAttribute("paging", paging);
		model.addAttribute("groups", this.synonyms.list(filter.q(), paging.offset(), PAGE));
		model.addAttribute("done", DONE.contains(done) ? done : null);
		return "staff/search/synonyms";
	}

	/**
	 * An empty form.
	 * @param word that was looked for in vain, perhaps
	 */
	@GetMapping("/new")
	@PreAuthorize(SearchRoles.KEEPERS)
	String ask(@RequestParam(defaultValue = "") String word, Model model) {
		model.addAttribute("form", new SynonymForm(word, ""));
		return "staff/search/synonym";
	}

	@PostMapping("/new")
	@PreAuthorize(SearchRoles.KEEPERS)
	String add(@ModelAttribute("form") SynonymForm form, BindingResult errors, HttpServletRequest request,
			HttpServletResponse response) {
		Optional<List<String>> words = form.read(errors);
		if (words.isPresent()) {
			try {
				this.synonyms.add(Actor.of(request), words.get());
				return done("added");
			}
			catch (SearchRefusal ex) {
				ex.addTo(errors);
			}
		}
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		return "staff/search/synonym";
	}

	@GetMapping("/{id:[0-9]{1,18}}")
	@PreAuthorize(SearchRoles.KEEPERS)
	String show(@PathVariable long id, Model model) {
		SynonymGroup group = this.synonyms.get(id);
		model.addAttribute("group", group);
		model.addAttribute("form", SynonymForm.of(group));
		return "staff/search/synonym";
	}

	@PostMapping("/{id:[0-9]{1,18}}")
	@PreAuthorize(SearchRoles.KEEPERS)
	String change(@PathVariable long id, @ModelAttribute("form") SynonymForm form, BindingResult errors,
			HttpServletRequest request, HttpServletResponse response, Model model) {
		SynonymGroup group = this.synonyms.get(id);
		model.addAttribute("group", group);
		Optional<List<String>> words = form.read(errors);
		if (words.isPresent()) {
			try {
				if (this.synonyms.change(Actor.of(request), id, form.readVersion(), words.get())) {
					return done("changed");
				}
				SynonymGroup now = this.synonyms.get(id);
				response.setStatus(HttpStatus.CONFLICT.value());
				model.addAttribute("now", now);
				model.addAttribute("form", form.over(now));
				return "staff/search/synonym";
			}
			catch (SearchRefusal ex) {
				ex.addTo(errors);
			}
		}
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		return "staff/search/synonym";
	}

	@GetMapping("/{id:[0-9]{1,18}}/delete")
	@PreAuthorize(SearchRoles.KEEPERS)
	String askToDelete(@PathVariable long id, Model model) {
		model.addAttribute("group", this.synonyms.get(id));
		return "staff/search/synonym-delete";
	}

	@PostMapping("/{id:[0-9]{1,18}}/delete")
	@PreAuthorize(SearchRoles.KEEPERS)
	String delete(@PathVariable long id, HttpServletRequest request) {
		this.synonyms.delete(Actor.of(request), id);
		return done("deleted");
	}

	private static String done(String what) {
		return "redirect:" + PATH + "?done=" + what;
	}

}
