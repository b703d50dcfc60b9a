package edu.wenzhou.site.publishing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import edu.wenzhou.site.audit.Actor;
import edu.wenzhou.site.publishing.Passages.Found;
import edu.wenzhou.site.publishing.Revision.Base;
import edu.wenzhou.site.staff.StaffUser;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Helps to fill in a field that quotes the sources: whoever writes searches them and
 * chooses sentences. The form is saved before, so that nothing typed into it is lost on
 * the way; with the script the same list opens above the form.
 */
@Controller
@RequestMapping("/staff/content/{id:[0-9]{1,18}}/passages/{field:[a-z_]{1,60}}")
class PassageController {

	/** What fits into an address. */
	private static final int LONGEST = 500;

	/** Others may save between reading and writing; hardly more than once. */
	private static final int TRIES = 3;

	private final ContentStore store;

	private final Editing editing;

	private final Forms forms;

	private final Presence presence;

	private final Passages passages;

	PassageController(ContentStore store, Editing editing, Forms forms, Presence presence, Passages passages) {
		this.store = store;
		this.editing = editing;
		this.forms = forms;
		this.presence = presence;
		this.passages = passages;
	}

	@GetMapping
	String search(@PathVariable long id, @PathVariable String field, @RequestParam(defaultValue = "") String q,
			@AuthenticationPrincipal StaffUser user, Model model) {
		ContentItem item = this.store.item(id);
		Access.demand(Access.mayEdit(user, item));
		this.presence.note(user, id);
		Field quotes = item.type().quotesField(field);
		List<String> lines = this.store.latest(item).values().lines(field);
		return page(item, quotes, q, lines, lines, model);
	}

	/** Takes over what was ticked; what somebody else has added meanwhile stays. */
	@PostMapping
	String choose(@PathVariable long id, @PathVariable String field, @RequestParam(defaultValue = "") String q,
			@AuthenticationPrincipal StaffUser user, HttpServletRequest request, HttpServletResponse response,
			Model model) throws IOException {
		ContentItem item = this.store.item(id);
		Access.demand(Access.mayEdit(user, item));
		Field quotes = item.type().quotesField(field);
		if (request.getParameter("whole") == null) {
			response.sendError(HttpStatus.BAD_REQUEST.value());
			return null;
		}
		List<String> had = lines(item, field, request.getParameterValues("had"));
		List<String> ticked = lines(item, field, request.getParameterValues("quote"));
		try {
			for (int tries = 0; tries < TRIES; tries++) {
				Revision latest = this.store.latest(this.store.item(id));
				Set<String> chosen = new LinkedHashSet<>(latest.values().lines(field));
				chosen.removeIf((line) -> had.contains(line) && !ticked.contains(line));
				ticked.stream().filter((line) -> !had.contains(line)).forEach(chosen::add);
				Values values = latest.values().with(field, String.join("\n", chosen));
				if (!this.editing
					.save(user, Actor.of(request), id, values, new Base(latest.id(), latest.hash()), "", true)
					.isConflict()) {
					return "redirect:/staff/content/%d/edit?saved#field-%s".formatted(id, field);
				}
			}
			throw new Refusal("staff.refusal.busy");
		}
		catch (Refusal ex) {
			response.setStatus(HttpStatus.CONFLICT.value());
			model.addAttribute("refusal", ex.getKey());
			return page(item, quotes, q, had, ticked, model);
		}
	}

	private String page(ContentItem item, Field field, String q, List<String> had, List<String> ticked, Model model) {
		String words = (q.length() > LONGEST) ? q.substring(0, LONGEST) : q;
		Found found = this.passages.search(words);
		List<String> shown = new ArrayList<>();
		found.sentences().forEach((sentence) -> {
			shown.add(sentence.text());
			shown.add(sentence.words());
		});
		model.addAttribute("item", item);
		model.addAttribute("field", field);
		model.addAttribute("label", this.forms.label(item.type(), field));
		model.addAttribute("q", words);
		model.addAttribute("found", found);
		model.addAttribute("had", had);
		model.addAttribute("ticked", ticked);
		model.addAttribute("others", had.stream().filter((line) -> !shown.contains(line)).toList());
		return "staff/content/passages";
	}

	/** As the form keeps them. */
	private static List<String> lines(ContentItem item, String field, String[] sent) {
		String text = (sent != null) ? String.join("\n", sent) : "";
		return Values.typed(item.type(), (one) -> one.name().equals(field) ? text : null).lines(field);
	}

}
