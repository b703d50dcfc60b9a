package edu.wenzhou.site.redirects;

import java.util.Set;

import edu.wenzhou.site.audit.Actor;
import edu.wenzhou.site.web.Rendering;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The redirects: a list, and one at a time. */
@Controller
@RequestMapping(Redirects.PATH)
@PreAuthorize(Redirects.KEEPERS)
class RedirectController {

	private static final Set<String> DONE = Set.of("added", "changed", "deleted", "imported");

	private final Redirects redirects;

	private final RedirectChecks checks;

	private final Rendering rendering;

	RedirectController(Redirects redirects, RedirectChecks checks, Rendering rendering) {
		this.redirects = redirects;
		this.checks = checks;
		this.rendering = rendering;
	}

	@GetMapping
	String list(RedirectFilter filter, @RequestParam(required = false) String page,
			@RequestParam(defaultValue = "") String done, Model model) {
		model.addAttribute("filter", filter);
		model.addAttribute("found", this.redirects.find(filter, page));
		model.addAttribute("done", DONE.contains(done) ? done : null);
		return "staff/redirects/list";
	}

	/** Perhaps with a source already, from the list of what visitors missed. */
	@GetMapping("/new")
	String ask(@RequestParam(defaultValue = "") String source, Model model) {
		model.addAttribute("form", new RedirectForm(source, "", null));
		return "staff/redirects/form";
	}

	/**
	 * Keeps a new one.
	 * @param back {@code missing} where it comes from the list of what visitors missed
	 */
	@PostMapping("/new")
	String add(@ModelAttribute("form") RedirectForm form, BindingResult errors,
			@RequestParam(defaultValue = "") String back, HttpServletRequest request, HttpServletResponse response) {
		Checked checked = check(form, errors, request, response);
		if (!errors.hasErrors() && !this.redirects.add(Actor.of(request), checked.source(), checked.target())) {
			errors.rejectValue("source", "staff.redirects.source.taken");
		}
		if (errors.hasErrors()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return "staff/redirects/form";
		}
		return "redirect:" + ("missing".equals(back) ? Misses.PATH : Redirects.PATH) + "?done=added";
	}

	@GetMapping("/{id:[0-9]{1,18}}")
	String show(@PathVariable long id, Model model) {
		Redirect redirect = this.redirects.get(id);
		model.addAttribute("form", RedirectForm.of(redirect));
		model.addAttribute("redirect", redirect);
		return "staff/redirects/form";
	}

	@PostMapping("/{id:[0-9]{1,18}}")
	String change(@PathVariable long id, @ModelAttribute("form") RedirectForm form, BindingResult errors,
			HttpServletRequest request, HttpServletResponse response, Model model) {
		model.addAttribute("redirect", this.redirects.get(id));
		Checked checked = check(form, errors, request, response);
		if (!errors.hasErrors()) {
			switch (this.redirects.change(Actor.of(request), id, form.readVersion(), checked.source(),
					checked.target())) {
				case TAKEN -> errors.rejectValue("source", "staff.redirects.source.taken");
				case MEANWHILE -> {
					Redirect now = this.redirects.get(id);
					response.setStatus(HttpStatus.CONFLICT.value());
					// Whoever sends the form again has seen what the other one wrote
					model.addAttribute("form", form.withVersion(now.version()));
					model.addAttribute("now", now);
					return "staff/redirects/form";
				}
				default -> {
					return "redirect:" + Redirects.PATH + "?done=changed";
				}
			}
		}
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		return "staff/redirects/form";
	}

	@GetMapping("/{id:[0-9]{1,18}}/delete")
	String confirm(@PathVariable long id, Model model) {
		model.addAttribute("redirect", this.redirects.get(id));
		return "staff/redirects/delete";
	}

	@PostMapping("/{id:[0-9]{1,18}}/delete")
	String delete(@PathVariable long id, HttpServletRequest request) {
		this.redirects.delete(Actor.of(request), id);
		return "redirect:" + Redirects.PATH + "?done=deleted";
	}

	private Checked check(RedirectForm form, BindingResult errors, HttpServletRequest request,
			HttpServletResponse response) {
		Checked checked = this.checks.check(form.source(), form.target(),
				(address) -> this.rendering.opens(address, request, response));
		checked.reject(errors);
		return checked;
	}

}
