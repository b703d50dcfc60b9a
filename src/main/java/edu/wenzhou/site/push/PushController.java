package edu.wenzhou.site.push;

import java.util.Set;

import edu.wenzhou.site.audit.Actor;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What search engines were told and what they said. */
@Controller
@RequestMapping(PushDesk.PATH)
@PreAuthorize(PushDesk.KEEPERS)
class PushController {

	private static final Set<String> DONE = Set.of("retried", "given-up");

	private final PushDesk desk;

	PushController(PushDesk desk) {
		this.desk = desk;
	}

	@GetMapping
	String list(PushFilter filter, @RequestParam(required = false) String page,
			@RequestParam(defaultValue = "") String done, Model model) {
		model.addAttribute("engines", this.desk.states());
		model.addAttribute("states", PushFilter.STATES);
		model.addAttribute("filter", filter);
		model.addAttribute("found", this.desk.addresses(filter, page));
		model.addAttribute("done", DONE.contains(done) ? done : null);
		return "staff/push/list";
	}

	@GetMapping("/answers")
	String answers(@RequestParam(required = false) String page, Model model) {
		model.addAttribute("found", this.desk.answers(page));
		return "staff/push/answers";
	}

	@PostMapping("/{id:[0-9]{1,18}}/retry")
	String retry(@PathVariable long id, HttpServletRequest request) {
		this.desk.retry(Actor.of(request), id);
		return "redirect:" + PushDesk.PATH + "?done=retried";
	}

	@PostMapping("/{id:[0-9]{1,18}}/give-up")
	String giveUp(@PathVariable long id, HttpServletRequest request) {
		this.desk.giveUp(Actor.of(request), id);
		return "redirect:" + PushDesk.PATH + "?done=given-up";
	}

}
