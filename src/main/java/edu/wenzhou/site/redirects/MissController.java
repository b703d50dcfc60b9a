package edu.wenzhou.site.redirects;

import java.util.LinkedHashMap;
import java.util.Map;
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

/** What visitors looked for in vain, and a redirect for it at a press of a button. */
@Controller
@RequestMapping(Misses.PATH)
@PreAuthorize(Redirects.KEEPERS)
class MissController {

	private static final Set<String> DONE = Set.of("added", "ignored", "back");

	private static final String IGNORED = "ignored";

	private final Misses misses;

	private final Suggestions suggestions;

	MissController(Misses misses, Suggestions suggestions) {
		this.misses = misses;
		this.suggestions = suggestions;
	}

	@GetMapping
	String list(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String state,
			@RequestParam(required = false) String page, @RequestParam(defaultValue = "") String done, Model model) {
		// Without the one character that PostgreSQL does not know
		String wanted = q.replaceAll("\\p{C}", "").strip();
		Map<String, String> asked = new LinkedHashMap<>();
		asked.put("q", wanted);
		asked.put("state", state.equals(IGNORED) ? IGNORED : "");
		asked.values().removeIf(String::isEmpty);
		Misses.Found found = this.misses.find(wanted, state.equals(IGNORED), page, asked);
		model.addAttribute("q", wanted);
		model.addAttribute("ignored", state.equals(IGNORED));
		model.addAttribute("found", found);
		model.addAttribute("likely", this.suggestions.of(found.misses()));
		model.addAttribute("done", DONE.contains(done) ? done : null);
		return "staff/redirects/missing";
	}

	@PostMapping("/{id:[0-9]{1,18}}/ignore")
	String ignore(@PathVariable long id, HttpServletRequest request) {
		this.misses.ignore(Actor.of(request), id, true);
		return "redirect:" + Misses.PATH + "?done=ignored";
	}

	@PostMapping("/{id:[0-9]{1,18}}/back")
	String bringBack(@PathVariable long id, HttpServletRequest request) {
		this.misses.ignore(Actor.of(request), id, false);
		return "redirect:" + Misses.PATH + "?state=" + IGNORED + "&done=back";
	}

}
