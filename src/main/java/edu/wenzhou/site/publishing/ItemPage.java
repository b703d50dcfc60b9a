package edu.wenzhou.site.publishing;

import java.beans.PropertyEditorSupport;
import java.util.List;
import java.util.Map;
import java.util.Set;

import edu.wenzhou.site.staff.StaffUser;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.ui.Model;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.servlet.ModelAndView;

/**
 * The page of an item, to which everything that is done with it leads back, and which
 * says what was refused.
 */
@ControllerAdvice(assignableTypes = { ItemController.class, ReviewController.class })
class ItemPage {

	private static final int HISTORY = 100;

	/** What the page says after something was done. */
	private static final Set<String> DONE = Set.of("submitted", "recalled", "approved", "scheduled", "published",
			"returned", "commented", "restored", "withdrawn", "trashed", "back", "emergency", "checked", "shared",
			"revoked", "confirmed", "reminded");

	private final ContentStore store;

	private final Reviews reviews;

	private final Checks checks;

	private final Forms forms;

	private final PreviewLinks links;

	private final Opinions opinions;

	private final Reminders reminders;

	private final Findings findings;

	private final PublishingProperties properties;

	ItemPage(ContentStore store, Reviews reviews, Checks checks, Forms forms, PreviewLinks links, Opinions opinions,
			Reminders reminders, Findings findings, PublishingProperties properties) {
		this.store = store;
		this.reviews = reviews;
		this.checks = checks;
		this.forms = forms;
		this.links = links;
		this.opinions = opinions;
		this.reminders = reminders;
		this.findings = findings;
		this.properties = properties;
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

	static String clean(String text) {
		return text.replaceAll("[\\p{Cc}&&[^\\r\\n\\t]]", "");
	}

	/** What the page says after something was done; null for nothing that it knows. */
	static String known(String done) {
		return DONE.contains(done) ? done : null;
	}

	static String done(long id, String what) {
		return "redirect:/staff/content/%d?done=%s".formatted(id, what);
	}

	/**
	 * An item that somebody may look at.
	 * @throws org.springframework.security.access.AccessDeniedException if they may not
	 */
	ContentItem seen(StaffUser user, long id) {
		ContentItem item = this.store.item(id);
		Access.demand(Access.maySee(user, item));
		return item;
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
		return new ModelAndView(show(item, user, model), model);
	}

	/** Says on a page of the item what was refused, and where. */
	void refused(Refusal refusal, ContentItem item, HttpServletRequest request, HttpServletResponse response,
			Model model) {
		response.setStatus(
				(refusal.getProblems().isEmpty() ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT).value());
		model.addAttribute("refusal", refusal.getKey());
		model.addAttribute("wrong", refusal.control(request.getRequestURI()));
		model.addAttribute("why", this.forms.lines(item.type(), refusal.getProblems()));
	}

	/** Fills the page of an item. */
	String show(ContentItem item, StaffUser user, Model model) {
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
		model.addAttribute("opinions", this.opinions.of(item.id()));
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

}
