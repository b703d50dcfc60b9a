package edu.wenzhou.site.publishing;

import java.beans.PropertyEditorSupport;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import edu.wenzhou.site.audit.Actor;
import edu.wenzhou.site.publishing.Comparison.View;
import edu.wenzhou.site.staff.StaffSessions;
import edu.wenzhou.site.staff.StaffUser;
import edu.wenzhou.site.web.Language;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.ui.Model;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** An item: where it stands, how it got there, and what can be done next. */
@Controller
@RequestMapping("/staff/content/{id:[0-9]{1,18}}")
class ItemController {

	private static final int HISTORY = 100;

	/** What the page says after something was done. */
	private static final Set<String> DONE = Set.of("submitted", "recalled", "approved", "scheduled", "published",
			"returned", "commented", "restored", "withdrawn", "trashed", "back", "emergency", "checked", "shared",
			"revoked", "confirmed", "reminded");

	/** Names the note that holds a new link. */
	private static final String LINK = "preview-link";

	private final ContentStore store;

	private final Editing editing;

	private final Reviews reviews;

	private final Publication publication;

	private final Checks checks;

	private final Answers answers;

	private final Forms forms;

	private final PreviewPages previews;

	private final Comparisons comparisons;

	private final PublishingProperties properties;

	private final PreviewLinks links;

	private final StaffSessions sessions;

	private final Reminders reminders;

	private final Findings findings;

	ItemController(ContentStore store, Editing editing, Reviews reviews, Publication publication, Checks checks,
			Answers answers, Forms forms, PreviewPages previews, Comparisons comparisons,
			PublishingProperties properties, PreviewLinks links, StaffSessions sessions, Reminders reminders,
			Findings findings) {
		this.store = store;
		this.editing = editing;
		this.reviews = reviews;
		this.publication = publication;
		this.checks = checks;
		this.answers = answers;
		this.forms = forms;
		this.previews = previews;
		this.comparisons = comparisons;
		this.properties = properties;
		this.links = links;
		this.sessions = sessions;
		this.reminders = reminders;
		this.findings = findings;
	}

	/** Characters that no database keeps are dropped, as they are from content. */
	@InitBinder
	void plainText(WebDataBinder binder) {
		binder.registerCustomEditor(String.class, new PropertyEditorSupport() {
			@Override
			public void setAsText(String text) {
				setValue(clean(text));
			}
		});
	}

	private static String clean(String text) {
		return text.replaceAll("[\\p{Cc}&&[^\\r\\n\\t]]", "");
	}

	@GetMapping
	String show(@PathVariable long id, @RequestParam(defaultValue = "") String done,
			@AuthenticationPrincipal StaffUser user, HttpServletRequest request, Model model) {
		ContentItem item = seen(user, id);
		this.sessions.takeNote(request, LINK).ifPresent((link) -> model.addAttribute("link", link));
		model.addAttribute("done", DONE.contains(done) ? done : null);
		return page(item, user, model);
	}

	/**
	 * Before handing in: what has to be changed first, and by when it should be looked
	 * at.
	 */
	@GetMapping("/submit")
	String prepare(@PathVariable long id, @AuthenticationPrincipal StaffUser user, Model model) {
		ContentItem item = this.store.item(id);
		Access.demand(Access.mayEdit(user, item));
		return submission(item, this.answers.lately(id), model);
	}

	@PostMapping("/submit")
	String submit(@PathVariable long id, @RequestParam(defaultValue = "") String hash,
			@RequestParam(defaultValue = "") String note, @RequestParam(defaultValue = "") String due,
			@RequestParam(defaultValue = "") String at, @AuthenticationPrincipal StaffUser user,
			HttpServletRequest request, HttpServletResponse response, Model model) {
		Map<String, String> reasons = reasons(request);
		try {
			this.reviews.submit(user, Actor.of(request), id, hash, note, Times.day(due), Times.moment(at), reasons);
			return done(id, "submitted");
		}
		catch (Refusal ex) {
			model.addAllAttributes(Map.of("note", note, "due", due, "at", at));
			ContentItem item = this.store.item(id);
			refused(ex, item, request, response, model);
			model.addAttribute("tried", true);
			return submission(item, reasons, model);
		}
	}

	@PostMapping("/recall")
	String recall(@PathVariable long id, @AuthenticationPrincipal StaffUser user, HttpServletRequest request) {
		this.reviews.recall(user, Actor.of(request), id);
		return "redirect:/staff/content/%d/edit".formatted(id);
	}

	/** The change as the public will see it, and the decision. */
	@GetMapping("/review")
	String review(@PathVariable long id, @RequestParam(defaultValue = "") String done,
			@AuthenticationPrincipal StaffUser user, HttpServletRequest request, HttpServletResponse response,
			Model model) {
		model.addAttribute("done", DONE.contains(done) ? done : null);
		return reviewPage(seen(user, id), user, request, response, model);
	}

	@PostMapping("/review")
	String decide(@PathVariable long id, @RequestParam(defaultValue = "") String decision,
			@RequestParam(defaultValue = "") String hash, @RequestParam(defaultValue = "") String comment,
			@RequestParam(defaultValue = "") String at, @AuthenticationPrincipal StaffUser user,
			HttpServletRequest request, HttpServletResponse response, Model model) {
		Actor actor = Actor.of(request);
		try {
			switch (decision) {
				case "approve" -> this.reviews.approve(user, actor, id, hash, comment, Times.moment(at));
				case "return" -> this.reviews.sendBack(user, actor, id, hash, comment);
				case "comment" -> this.reviews.comment(user, actor, id, comment);
				default -> throw new Refusal("staff.refusal.decision");
			}
		}
		catch (Refusal ex) {
			model.addAllAttributes(Map.of("comment", comment, "at", at));
			ContentItem item = seen(user, id);
			refused(ex, item, request, response, model);
			return reviewPage(item, user, request, response, model);
		}
		ContentItem item = this.store.item(id);
		if (decision.equals("comment")) {
			return "redirect:/staff/content/%d/review?done=commented".formatted(id);
		}
		return done(id, decision.equals("return") ? "returned"
				: item.isScheduled() ? "scheduled" : item.review() != null ? "approved" : "published");
	}

	@PostMapping("/schedule")
	String reschedule(@PathVariable long id, @RequestParam(defaultValue = "") String at,
			@AuthenticationPrincipal StaffUser user, HttpServletRequest request) {
		this.reviews.reschedule(user, Actor.of(request), id, Times.moment(at));
		return done(id, this.store.item(id).isScheduled() ? "scheduled" : "published");
	}

	@PostMapping("/emergency")
	String emergency(@PathVariable long id, @RequestParam(defaultValue = "") String hash,
			@RequestParam(defaultValue = "") String reason, @AuthenticationPrincipal StaffUser user,
			HttpServletRequest request) {
		this.reviews.publishUnchecked(user, Actor.of(request), id, hash, reason);
		return done(id, "emergency");
	}

	@PostMapping("/withdraw")
	String withdraw(@PathVariable long id, @RequestParam(defaultValue = "") String reason,
			@RequestParam(defaultValue = "") String to, @AuthenticationPrincipal StaffUser user,
			HttpServletRequest request) {
		this.publication.withdraw(user, Actor.of(request), id, reason, to.isBlank() ? null : to.strip());
		return done(id, "withdrawn");
	}

	@PostMapping("/trash")
	String trash(@PathVariable long id, @AuthenticationPrincipal StaffUser user, HttpServletRequest request) {
		this.publication.trash(user, Actor.of(request), id);
		return done(id, "trashed");
	}

	@PostMapping("/bring-back")
	String bringBack(@PathVariable long id, @AuthenticationPrincipal StaffUser user, HttpServletRequest request) {
		this.publication.bringBack(user, Actor.of(request), id);
		return done(id, "back");
	}

	@PostMapping("/revisions/{revision:[0-9]{1,18}}/restore")
	String restore(@PathVariable long id, @PathVariable long revision, @AuthenticationPrincipal StaffUser user,
			HttpServletRequest request) {
		this.editing.restore(user, Actor.of(request), id, revision);
		return done(id, "restored");
	}

	/** How the page would look with any revision. */
	@GetMapping("/revisions/{revision:[0-9]{1,18}}/preview")
	ModelAndView preview(@PathVariable long id, @PathVariable long revision,
			@RequestParam(defaultValue = "zh") String lang, @AuthenticationPrincipal StaffUser user,
			HttpServletRequest request, HttpServletResponse response) {
		ContentItem item = seen(user, id);
		return this.previews.show(item, this.store.revision(id, revision).values(),
				lang.equals("en") ? Language.ENGLISH : Language.CHINESE,
				"/staff/content/%d/revisions/%d/preview".formatted(id, revision),
				revision == item.latestRevision() && Access.mayEdit(user, item), request, response);
	}

	/** A link for people without an account; the next page shows it, once. */
	@PostMapping("/links")
	String share(@PathVariable long id, @RequestParam(defaultValue = "") String days,
			@AuthenticationPrincipal StaffUser user, HttpServletRequest request) {
		this.sessions.leaveNote(request, LINK,
				this.links.make(user, Actor.of(request), id, days.matches("[0-9]{1,3}") ? Integer.parseInt(days) : 0));
		return "redirect:/staff/content/%d?done=shared#links".formatted(id);
	}

	@PostMapping("/links/{link:[0-9]{1,18}}/revoke")
	String revoke(@PathVariable long id, @PathVariable long link, @AuthenticationPrincipal StaffUser user,
			HttpServletRequest request) {
		this.links.revoke(user, Actor.of(request), id, link);
		return "redirect:/staff/content/%d?done=revoked#links".formatted(id);
	}

	/** What is public is still right; from the desk, or from the item's page. */
	@PostMapping("/confirm")
	String confirm(@PathVariable long id, @RequestParam(defaultValue = "") String from,
			@AuthenticationPrincipal StaffUser user, HttpServletRequest request) {
		this.reminders.confirm(user, Actor.of(request), id);
		return from.equals("desk") ? "redirect:/staff?done=confirmed" : done(id, "confirmed");
	}

	@PostMapping("/look-again")
	String lookAgain(@PathVariable long id, @RequestParam(defaultValue = "") String months,
			@AuthenticationPrincipal StaffUser user, HttpServletRequest request) {
		this.reminders.every(user, Actor.of(request), id, months);
		return done(id, "reminded");
	}

	/**
	 * Whatever is refused is said on the item's page; what was typed stands there again.
	 */
	@ExceptionHandler(Refusal.class)
	ModelAndView refused(Refusal refusal, @AuthenticationPrincipal StaffUser user, HttpServletRequest request,
			HttpServletResponse response) {
		String path = request.getRequestURI();
		long id = Long.parseLong(path.replaceAll("/staff/content/([0-9]+).*", "$1"));
		ExtendedModelMap model = new ExtendedModelMap();
		request.getParameterMap()
			.forEach((field, values) -> model.addAttribute(path.substring(path.lastIndexOf('/') + 1) + "_" + field,
					values[0]));
		ContentItem item = seen(user, id);
		refused(refusal, item, request, response, model);
		return new ModelAndView(page(item, user, model), model);
	}

	private void refused(Refusal refusal, ContentItem item, HttpServletRequest request, HttpServletResponse response,
			Model model) {
		response.setStatus(
				(refusal.getProblems().isEmpty() ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT).value());
		model.addAttribute("refusal", refusal.getKey());
		model.addAttribute("wrong", refusal.control(request.getRequestURI()));
		model.addAttribute("why", this.forms.lines(item.type(), refusal.getProblems()));
	}

	private ContentItem seen(StaffUser user, long id) {
		ContentItem item = this.store.item(id);
		Access.demand(Access.maySee(user, item));
		return item;
	}

	private String page(ContentItem item, StaffUser user, Model model) {
		model.addAttribute("item", item);
		Revision latest = this.store.latest(item);
		model.addAttribute("latest", latest);
		model.addAttribute("live", this.store.live(item).orElse(null));
		model.addAttribute("path", this.store.live(item).map((live) -> item.type().path(live.values())).orElse(null));
		model.addAttribute("returned", this.reviews.returned(item));
		model.addAttribute("history", this.store.history(item.id(), HISTORY));
		model.addAttribute("decisions", this.reviews.decisions(item.id()));
		model.addAttribute("mayEdit", Access.mayEdit(user, item));
		model.addAttribute("mayDecide", Access.mayDecide(user, item));
		model.addAttribute("mayPublish", Access.mayPublish(user, item));
		model.addAttribute("links", this.links.list(item.id()));
		model.addAttribute("days", PreviewLinks.DAYS);
		model.addAttribute("findings",
				this.forms.lines(item.type(), this.findings.of(List.of(item.id())).getOrDefault(item.id(), List.of())));
		model.addAttribute("care", this.reminders.care(item));
		model.addAttribute("spans", Reminders.SPANS);
		model.addAttribute("emergency", this.properties.emergency());
		if (this.properties.emergency() && Access.mayPublish(user, item)) {
			model.addAttribute("asked",
					this.forms.asked(item.type(), this.checks.questions(item.type(), latest.values()), Map.of()));
		}
		return "staff/content/item";
	}

	private String submission(ContentItem item, Map<String, String> reasons, Model model) {
		Revision latest = this.store.latest(item);
		Verdict verdict = this.checks.verdict(item.type(), item.id(), latest.values());
		model.addAttribute("item", item);
		model.addAttribute("latest", latest);
		model.addAttribute("lines", this.forms.lines(item.type(), verdict.problems()));
		model.addAttribute("asked", this.forms.asked(item.type(), verdict.questions(), reasons));
		model.addAttribute("unread", verdict.unread());
		model.addAttribute("steps", this.properties.stepsOf(item.type()));
		model.addAttribute("hindrance", Reviews.hindrance(item));
		return "staff/content/submit";
	}

	private String reviewPage(ContentItem item, StaffUser user, HttpServletRequest request,
			HttpServletResponse response, Model model) {
		model.addAttribute("item", item);
		model.addAttribute("mayDecide", Access.mayDecide(user, item));
		model.addAttribute("own", item.review() != null && item.review().isBy(user.id()));
		model.addAttribute("agreed", item.review() != null && item.review().hasAgreed(user.id()));
		model.addAttribute("decisions", this.reviews.decisions(item.id()));
		if (item.review() != null) {
			Revision submitted = this.store.revision(item.id(), item.review().revision());
			model.addAttribute("asked", this.forms.asked(item.type(),
					this.checks.questions(item.type(), submitted.values()), this.answers.of(submitted.id())));
			View view = View.of("/staff/content/%d/review".formatted(item.id()), parameter(request, "view"),
					parameter(request, "all"));
			model.addAttribute("comparison", this.comparisons.compare(item,
					this.store.before(item, submitted).orElse(null), submitted, view, request, response));
		}
		return "staff/content/review";
	}

	/** The reasons that were given, by the keys of the questions. */
	private static Map<String, String> reasons(HttpServletRequest request) {
		Map<String, String> reasons = new HashMap<>();
		request.getParameterMap().forEach((name, values) -> {
			if (name.startsWith(Question.REASON)) {
				reasons.put(name.substring(Question.REASON.length()), clean(values[0]));
			}
		});
		return reasons;
	}

	private static String parameter(HttpServletRequest request, String name) {
		return (request.getParameter(name) != null) ? request.getParameter(name) : "";
	}

	private static String done(long id, String what) {
		return "redirect:/staff/content/%d?done=%s".formatted(id, what);
	}

}
