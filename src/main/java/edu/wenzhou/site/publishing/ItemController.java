package edu.wenzhou.site.publishing;

import java.time.LocalDate;

import edu.wenzhou.site.audit.Actor;
import edu.wenzhou.site.staff.StaffSessions;
import edu.wenzhou.site.staff.StaffUser;
import edu.wenzhou.site.web.Language;
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
import org.springframework.web.servlet.ModelAndView;

/** An item: where it stands, how it got there, and what can be done with it as it is. */
@Controller
@RequestMapping("/staff/content/{id:[0-9]{1,18}}")
class ItemController {

	/** Names the note that holds a new link. */
	private static final String LINK = "preview-link";

	private final ItemPage page;

	private final ContentStore store;

	private final Editing editing;

	private final Publication publication;

	private final PreviewPages previews;

	private final PreviewLinks links;

	private final Reminders reminders;

	private final StaffSessions sessions;

	ItemController(ItemPage page, ContentStore store, Editing editing, Publication publication, PreviewPages previews,
			PreviewLinks links, Reminders reminders, StaffSessions sessions) {
		this.page = page;
		this.store = store;
		this.editing = editing;
		this.publication = publication;
		this.previews = previews;
		this.links = links;
		this.reminders = reminders;
		this.sessions = sessions;
	}

	@GetMapping
	String show(@PathVariable long id, @RequestParam(defaultValue = "") String done,
			@AuthenticationPrincipal StaffUser user, HttpServletRequest request, Model model) {
		ContentItem item = this.page.seen(user, id);
		this.sessions.takeNote(request, LINK).ifPresent((link) -> model.addAttribute("link", link));
		model.addAttribute("done", ItemPage.known(done));
		return this.page.show(item, user, model);
	}

	@PostMapping("/withdraw")
	String withdraw(@PathVariable long id, @RequestParam(defaultValue = "") String reason,
			@RequestParam(defaultValue = "") String to, @AuthenticationPrincipal StaffUser user,
			HttpServletRequest request) {
		this.publication.withdraw(user, Actor.of(request), id, reason, to.isBlank() ? null : to.strip());
		return ItemPage.done(id, "withdrawn");
	}

	@PostMapping("/trash")
	String trash(@PathVariable long id, @AuthenticationPrincipal StaffUser user, HttpServletRequest request) {
		this.publication.trash(user, Actor.of(request), id);
		return ItemPage.done(id, "trashed");
	}

	@PostMapping("/bring-back")
	String bringBack(@PathVariable long id, @AuthenticationPrincipal StaffUser user, HttpServletRequest request) {
		this.publication.bringBack(user, Actor.of(request), id);
		return ItemPage.done(id, "back");
	}

	@PostMapping("/revisions/{revision:[0-9]{1,18}}/restore")
	String restore(@PathVariable long id, @PathVariable long revision, @AuthenticationPrincipal StaffUser user,
			HttpServletRequest request) {
		this.editing.restore(user, Actor.of(request), id, revision);
		return ItemPage.done(id, "restored");
	}

	/** How the page would look with any revision. */
	@GetMapping("/revisions/{revision:[0-9]{1,18}}/preview")
	ModelAndView preview(@PathVariable long id, @PathVariable long revision,
			@RequestParam(defaultValue = "zh") String lang, @AuthenticationPrincipal StaffUser user,
			HttpServletRequest request, HttpServletResponse response) {
		ContentItem item = this.page.seen(user, id);
		return this.previews.show(item, this.store.revision(id, revision).values(),
				lang.equals("en") ? Language.ENGLISH : Language.CHINESE,
				"/staff/content/%d/revisions/%d/preview".formatted(id, revision),
				revision == item.latestRevision() && Access.mayEdit(user, item), request, response);
	}

	/** A link for people without an account; the next page shows it, once. */
	@PostMapping("/links")
	String share(@PathVariable long id, @RequestParam(defaultValue = "") String days,
			@RequestParam(defaultValue = "false") boolean ask, @RequestParam(defaultValue = "") String due,
			@AuthenticationPrincipal StaffUser user, HttpServletRequest request) {
		LocalDate day = ask ? Times.day(due) : null;
		if (ask && day == null) {
			throw new Refusal("staff.refusal.opinion-day");
		}
		this.sessions.leaveNote(request, LINK, this.links.make(user, Actor.of(request), id,
				days.matches("[0-9]{1,3}") ? Integer.parseInt(days) : 0, day));
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
		return from.equals("desk") ? "redirect:/staff?done=confirmed" : ItemPage.done(id, "confirmed");
	}

	@PostMapping("/look-again")
	String lookAgain(@PathVariable long id, @RequestParam(defaultValue = "") String months,
			@AuthenticationPrincipal StaffUser user, HttpServletRequest request) {
		this.reminders.every(user, Actor.of(request), id, months);
		return ItemPage.done(id, "reminded");
	}

}
