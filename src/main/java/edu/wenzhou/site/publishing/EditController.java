package edu.wenzhou.site.publishing;

import java.io.IOException;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.List;

import edu.wenzhou.site.audit.Actor;
import edu.wenzhou.site.publishing.Editing.Outcome;
import edu.wenzhou.site.publishing.Revision.Base;
import edu.wenzhou.site.staff.StaffUser;
import edu.wenzhou.site.web.Language;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The form in which items of all types are written, with and without a script. */
@Controller
@RequestMapping("/staff/content")
class EditController {

	private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm");

	/** Before the name of the field for which sentences are chosen. */
	private static final String PASSAGES = "passages/";

	private static final String BROKEN_OFF = "staff.refusal.broken-off";

	private final ContentTypes types;

	private final ContentStore store;

	private final Editing editing;

	private final Checks checks;

	private final Forms forms;

	private final Presence presence;

	private final Reviews reviews;

	private final PreviewPages previews;

	private final Clock clock;

	EditController(ContentTypes types, ContentStore store, Editing editing, Checks checks, Forms forms,
			Presence presence, Reviews reviews, PreviewPages previews, Clock clock) {
		this.types = types;
		this.store = store;
		this.editing = editing;
		this.checks = checks;
		this.forms = forms;
		this.presence = presence;
		this.reviews = reviews;
		this.previews = previews;
		this.clock = clock;
	}

	/** Makes the draft first, so that what is typed has a place from the first letter. */
	@PostMapping("/new/{type}")
	String create(@PathVariable String type, @AuthenticationPrincipal StaffUser user, HttpServletRequest request) {
		return "redirect:/staff/content/%d/edit"
			.formatted(this.editing.create(user, Actor.of(request), this.types.get(type)));
	}

	@GetMapping("/{id:[0-9]{1,18}}/edit")
	String edit(@PathVariable long id, @RequestParam(required = false) String saved,
			@RequestParam(required = false) String check, @AuthenticationPrincipal StaffUser user, Model model) {
		ContentItem item = this.store.item(id);
		Access.demand(Access.mayEdit(user, item));
		Revision latest = this.store.latest(item);
		Verdict verdict = (check != null) ? this.checks.verdict(item.type(), id, latest.values())
				: this.checks.writing(item.type(), latest.values());
		model.addAttribute("form",
				this.forms.form(item.type(), latest.values(), verdict.problems(), verdict.questions()));
		model.addAttribute("saved", saved != null);
		return page(item, latest, user, model);
	}

	/**
	 * Saves, and goes on to what was asked for: writing, the review, or choosing from the
	 * sources.
	 */
	@PostMapping("/{id:[0-9]{1,18}}/edit")
	String save(@PathVariable long id, @RequestParam(defaultValue = "save") String then,
			@RequestParam(defaultValue = "") String focus, @RequestParam(defaultValue = "") String tab,
			@AuthenticationPrincipal StaffUser user, HttpServletRequest request, HttpServletResponse response,
			Model model) {
		ContentItem item = this.store.item(id);
		Access.demand(Access.mayEdit(user, item));
		Values mine = decided(item, typed(item, request), request);
		Outcome outcome;
		try {
			outcome = this.editing.save(user, Actor.of(request), id, mine, base(request), tab(tab), true);
		}
		catch (Refusal ex) {
			response.setStatus(HttpStatus.CONFLICT.value());
			model.addAttribute("refusal", ex.getKey());
			model.addAttribute("form", this.forms.form(item.type(), mine, List.of()));
			return page(item, this.store.latest(item), user, model);
		}
		if (outcome.isConflict()) {
			response.setStatus(HttpStatus.CONFLICT.value());
			Values begun = (outcome.begun() != null) ? outcome.begun().values() : null;
			Merge merge = Merge.of(begun, mine, outcome.theirs().values());
			model.addAttribute("form",
					this.forms.form(item.type(), merge.values(), List.of(), outcome.theirs().values(), merge.open()));
			model.addAttribute("conflict", outcome.theirs());
			model.addAttribute("conflicts", merge.open().size());
			return page(this.store.item(id), outcome.theirs(), user, model);
		}
		if (then.equals("submit")) {
			return "redirect:/staff/content/%d/submit".formatted(id);
		}
		if (then.startsWith(PASSAGES)) {
			return "redirect:/staff/content/%d/passages/%s".formatted(id,
					item.type().quotesField(then.substring(PASSAGES.length())).name());
		}
		// To a list as a whole: what it offers stands in another order now
		String field = item.type()
			.getFields()
			.stream()
			.map((one) -> "#field-" + one.name())
			.filter((one) -> ("#" + focus).equals(one) || ("#" + focus).startsWith(one + "-"))
			.findFirst()
			.orElse("");
		return "redirect:/staff/content/%d/edit?saved%s".formatted(id, field);
	}

	/** What the script does every few seconds. */
	@PostMapping(path = "/{id:[0-9]{1,18}}/autosave", produces = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<?> autosave(@PathVariable long id, @RequestParam(defaultValue = "") String tab,
			@AuthenticationPrincipal StaffUser user, HttpServletRequest request, CsrfToken token) {
		ContentItem item = this.store.item(id);
		Access.demand(Access.mayEdit(user, item));
		this.presence.note(user, id);
		Outcome outcome = this.editing.save(user, Actor.of(request), id, typed(item, request), base(request), tab(tab),
				false);
		if (outcome.isConflict()) {
			Revision theirs = outcome.theirs();
			return ResponseEntity.status(HttpStatus.CONFLICT)
				.body(new Theirs(theirs.authorName(), MINUTE.format(theirs.updatedAt()),
						"/staff/content/%d".formatted(id)));
		}
		Revision saved = outcome.saved();
		return ResponseEntity.ok(new Saved(saved.id(), saved.hash(),
				MINUTE.format(this.clock.instant().atZone(TypedTables.ZONE)), token.getToken()));
	}

	/** Whether somebody else writes too, and a fresh token after signing in again. */
	@GetMapping(path = "/{id:[0-9]{1,18}}/pulse", produces = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<Pulse> pulse(@PathVariable long id, @AuthenticationPrincipal StaffUser user, CsrfToken token) {
		ContentItem item = this.store.item(id);
		Access.demand(Access.mayEdit(user, item));
		this.presence.note(user, id);
		Revision latest = this.store.latest(item);
		return ResponseEntity.ok(new Pulse(token.getToken(), user.id(),
				this.presence.others(user, id)
					.stream()
					.map((other) -> new Other(other.name(), MINUTE.format(other.since())))
					.toList(),
				latest.id(), latest.hash()));
	}

	/** How the page would look with what stands in the form, saved or not. */
	@PostMapping("/{id:[0-9]{1,18}}/preview")
	ModelAndView preview(@PathVariable long id, @AuthenticationPrincipal StaffUser user, HttpServletRequest request,
			HttpServletResponse response) {
		ContentItem item = this.store.item(id);
		Access.demand(Access.mayEdit(user, item));
		return this.previews.show(item, typed(item, request),
				"en".equals(request.getParameter("lang")) ? Language.ENGLISH : Language.CHINESE, null, false, request,
				response);
	}

	/** To the script, which keeps the text; and to whoever sent half a form. */
	@ExceptionHandler(Refusal.class)
	void refused(Refusal refusal, HttpServletResponse response) throws IOException {
		response
			.sendError((refusal.getKey().equals(BROKEN_OFF) ? HttpStatus.BAD_REQUEST : HttpStatus.CONFLICT).value());
	}

	private String page(ContentItem item, Revision base, StaffUser user, Model model) {
		this.presence.note(user, item.id());
		model.addAttribute("item", item);
		model.addAttribute("base", base);
		model.addAttribute("returned", this.reviews.returned(item));
		model.addAttribute("others", this.presence.others(user, item.id()));
		model.addAttribute("live", this.store.live(item).orElse(null));
		return "staff/content/edit";
	}

	/**
	 * What stands in the form that was sent.
	 * @throws Refusal if the request broke off before its end
	 */
	private static Values typed(ContentItem item, HttpServletRequest request) {
		if (request.getParameter("whole") == null) {
			throw new Refusal(BROKEN_OFF);
		}
		return Values.typed(item.type(), (field) -> {
			if (field.kind() == Kind.LIST) {
				return String.join("\n", Places.ordered(field.name(), request::getParameterValues));
			}
			String[] sent = request.getParameterValues(field.name());
			return (sent != null) ? String.join("\n", sent) : null;
		});
	}

	/** Takes the other's text in the fields for which that was chosen. */
	private Values decided(ContentItem item, Values mine, HttpServletRequest request) {
		Values decided = mine;
		for (Field field : item.type().getFields()) {
			if ("theirs".equals(request.getParameter("use_" + field.name())) && base(request) != null) {
				decided = decided.with(field.name(),
						this.store.revision(item.id(), base(request).revision()).values().get(field.name()));
			}
		}
		return decided;
	}

	private static Base base(HttpServletRequest request) {
		String revision = request.getParameter("base");
		String hash = request.getParameter("stamp");
		return (revision != null && revision.matches("[0-9]{1,18}") && hash != null && hash.matches("[0-9a-f]{64}"))
				? new Base(Long.parseLong(revision), hash) : null;
	}

	private static String tab(String tab) {
		return tab.matches("[A-Za-z0-9-]{1,40}") ? tab : "";
	}

	/** Answer to a save that the script made. */
	record Saved(long base, String stamp, String at, String token) {

	}

	/** Somebody else's text is newer. */
	record Theirs(String who, String at, String href) {

	}

	/** How things stand. */
	record Pulse(String token, long account, List<Other> others, long base, String stamp) {

	}

	/** Somebody else who has it open. */
	record Other(String name, String since) {

	}

}
