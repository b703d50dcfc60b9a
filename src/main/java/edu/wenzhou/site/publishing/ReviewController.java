package edu.wenzhou.site.publishing;

import java.util.HashMap;
import java.util.Map;

import edu.wenzhou.site.audit.Actor;
import edu.wenzhou.site.publishing.Comparison.View;
import edu.wenzhou.site.staff.StaffUser;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** From handing a text in to its publication. */
@Controller
@RequestMapping("/staff/content/{id:[0-9]{1,18}}")
class ReviewController {

	private final ItemPage page;

	private final ContentStore store;

	private final Reviews reviews;

	private final Checks checks;

	private final Answers answers;

	private final Forms forms;

	private final Comparisons comparisons;

	private final Opinions opinions;

	private final PublishingProperties properties;

	ReviewController(ItemPage page, ContentStore store, Reviews reviews, Checks checks, Answers answers, Forms forms,
			Comparisons comparisons, Opinions opinions, PublishingProperties properties) {
		this.page = page;
		this.store = store;
		this.reviews = reviews;
		this.checks = checks;
		this.answers = answers;
		this.forms = forms;
		this.comparisons = comparisons;
		this.opinions = opinions;
		this.properties = properties;
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
			return ItemPage.done(id, "submitted");
		}
		catch (Refusal ex) {
			model.addAllAttributes(Map.of("note", note, "due", due, "at", at));
			ContentItem item = this.store.item(id);
			this.page.refused(ex, item, request, response, model);
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
		model.addAttribute("done", ItemPage.known(done));
		return reviewPage(this.page.seen(user, id), user, request, response, model);
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
			ContentItem item = this.page.seen(user, id);
			this.page.refused(ex, item, request, response, model);
			return reviewPage(item, user, request, response, model);
		}
		ContentItem item = this.store.item(id);
		if (decision.equals("comment")) {
			return "redirect:/staff/content/%d/review?done=commented".formatted(id);
		}
		return ItemPage.done(id, decision.equals("return") ? "returned"
				: item.isScheduled() ? "scheduled" : item.review() != null ? "approved" : "published");
	}

	@PostMapping("/schedule")
	String reschedule(@PathVariable long id, @RequestParam(defaultValue = "") String at,
			@AuthenticationPrincipal StaffUser user, HttpServletRequest request) {
		this.reviews.reschedule(user, Actor.of(request), id, Times.moment(at));
		return ItemPage.done(id, this.store.item(id).isScheduled() ? "scheduled" : "published");
	}

	@PostMapping("/emergency")
	String emergency(@PathVariable long id, @RequestParam(defaultValue = "") String hash,
			@RequestParam(defaultValue = "") String reason, @AuthenticationPrincipal StaffUser user,
			HttpServletRequest request) {
		this.reviews.publishUnchecked(user, Actor.of(request), id, hash, reason);
		return ItemPage.done(id, "emergency");
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
		model.addAttribute("opinions", this.opinions.of(item.id()));
		if (item.review() != null) {
			model.addAttribute("wish", this.reviews.wish(item.review()));
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
				reasons.put(name.substring(Question.REASON.length()), ItemPage.clean(values[0]));
			}
		});
		return reasons;
	}

	private static String parameter(HttpServletRequest request, String name) {
		return (request.getParameter(name) != null) ? request.getParameter(name) : "";
	}

}
