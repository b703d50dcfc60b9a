package edu.wenzhou.site.media;

import java.io.IOException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import edu.wenzhou.site.audit.Actor;
import edu.wenzhou.site.media.FileTexts.FileText;
import edu.wenzhou.site.media.Library.Added;
import edu.wenzhou.site.media.Library.Description;
import edu.wenzhou.site.media.MediaUses.Use;
import edu.wenzhou.site.media.UploadRefusal.Reason;
import edu.wenzhou.site.staff.Role;
import edu.wenzhou.site.staff.StaffUser;
import edu.wenzhou.site.text.PersonalData;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.data.domain.Page;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
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
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.multipart.MultipartFile;

/** The library for people of the back office. */
@Controller
@RequestMapping("/staff/media")
@PreAuthorize(Library.READERS)
class MediaStaffController {

	private static final Set<String> DONE = Set.of("uploaded", "there", "changed", "deleted");

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm")
		.withZone(ZoneId.of("Asia/Shanghai"));

	/** No line of the editor is wider. */
	private static final int IN_EDITOR = 960;

	private final Library library;

	private final Intake intake;

	private final FileAnswer answer;

	private final FileTexts texts;

	MediaStaffController(Library library, Intake intake, FileAnswer answer, FileTexts texts) {
		this.library = library;
		this.intake = intake;
		this.answer = answer;
		this.texts = texts;
	}

	@ModelAttribute("writer")
	boolean writer(@AuthenticationPrincipal StaffUser user) {
		return user.hasAny(Role.EDITOR);
	}

	@GetMapping
	String list(@RequestParam(defaultValue = "") String kind, @RequestParam(defaultValue = "") String q,
			@RequestParam(defaultValue = "1") String page, @RequestParam(defaultValue = "") String done, Model model) {
		MediaFilter filter = new MediaFilter(kind, q, page);
		Page<MediaItem> found = this.library.search(filter);
		if (found.isEmpty() && found.getTotalElements() > 0) {
			filter = new MediaFilter(kind, q, String.valueOf(found.getTotalPages()));
			found = this.library.search(filter);
		}
		model.addAttribute("filter", filter);
		model.addAttribute("kinds", MediaFilter.KINDS);
		model.addAttribute("found", found);
		model.addAttribute("pages", Math.max(1, found.getTotalPages()));
		model.addAttribute("previous", found.hasPrevious() ? filter.link(filter.page() - 1) : null);
		model.addAttribute("next", found.hasNext() ? filter.link(filter.page() + 1) : null);
		model.addAttribute("done", DONE.contains(done) ? done : null);
		return "staff/media/list";
	}

	/** Pictures for the text editor to choose from: those that may be used. */
	@GetMapping(path = "/choose.json", produces = MediaType.APPLICATION_JSON_VALUE)
	@ResponseBody
	Choice choose(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "1") String page) {
		MediaFilter filter = new MediaFilter("usable", q, page);
		Page<MediaItem> found = this.library.search(filter);
		return new Choice(found.stream().map(Choice.Picture::of).toList(), filter.page(),
				Math.max(1, found.getTotalPages()));
	}

	@GetMapping("/new")
	@PreAuthorize(Library.WRITERS)
	String ask(Model model) {
		return form(model);
	}

	@PostMapping("/new")
	@PreAuthorize(Library.WRITERS)
	String upload(@RequestParam(required = false) List<MultipartFile> files, HttpServletRequest request,
			HttpServletResponse response, Model model) throws IOException {
		// A browser sends a field without a file as a file without a name
		List<MultipartFile> sent = (files != null)
				? files.stream().filter((file) -> !file.isEmpty() || !"".equals(file.getOriginalFilename())).toList()
				: List.of();
		if (sent.isEmpty() || sent.size() > UploadLimits.FILES) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			model.addAttribute("problem", sent.isEmpty() ? "staff.media.files.missing" : "staff.media.files.many");
			return form(model);
		}
		List<Added> added = new ArrayList<>();
		List<Refused> refused = new ArrayList<>();
		for (MultipartFile file : sent) {
			try {
				added.add(this.library.add(Actor.of(request),
						this.intake.accept(file.getOriginalFilename(), file.getBytes())));
			}
			catch (UploadRefusal ex) {
				String name = shown(file.getOriginalFilename());
				this.library.refused(Actor.of(request), name, file.getSize(), ex);
				refused.add(new Refused(name, ex.getReason()));
			}
		}
		added.forEach((one) -> this.texts.read(one.id()));
		List<Long> personal = added.stream().map(Added::id).filter((id) -> !personal(id).isEmpty()).toList();
		if (refused.isEmpty() && (added.size() == 1 || personal.isEmpty())) {
			return after(added);
		}
		if (!refused.isEmpty()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		}
		model.addAttribute("added", added);
		model.addAttribute("personal", personal);
		model.addAttribute("refused", refused);
		return form(model);
	}

	@GetMapping("/{id:[0-9]{1,18}}")
	String show(@PathVariable long id, @RequestParam(defaultValue = "") String done,
			@AuthenticationPrincipal StaffUser user, Model model) {
		MediaItem item = this.library.get(id);
		model.addAttribute("form", DescriptionForm.of(item));
		model.addAttribute("done", DONE.contains(done) ? done : null);
		return page(item, user, model);
	}

	@PostMapping("/{id:[0-9]{1,18}}")
	@PreAuthorize(Library.WRITERS)
	String describe(@PathVariable long id, @ModelAttribute("form") DescriptionForm form, BindingResult errors,
			@AuthenticationPrincipal StaffUser user, HttpServletRequest request, HttpServletResponse response,
			Model model) {
		Optional<Description> description = form.read(errors);
		if (description.isPresent()) {
			try {
				if (this.library.describe(Actor.of(request), id, description.get(), form.readVersion())) {
					return "redirect:/staff/media/%d?done=changed".formatted(id);
				}
			}
			catch (UploadRefusal ex) {
				errors.rejectValue("focalX",
						(ex.getReason() == Reason.BUSY) ? "staff.media.focal.busy" : "staff.media.focal.failed");
				response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
				return page(this.library.get(id), user, model);
			}
			MediaItem now = this.library.get(id);
			response.setStatus(HttpStatus.CONFLICT.value());
			// Whoever sends the form again has seen what the other one wrote
			model.addAttribute("form", form.withVersion(now.getVersion()));
			model.addAttribute("now", DescriptionForm.of(now));
			return page(now, user, model);
		}
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		return page(this.library.get(id), user, model);
	}

	@GetMapping("/{id:[0-9]{1,18}}/delete")
	@PreAuthorize(Library.WRITERS)
	String confirm(@PathVariable long id, @AuthenticationPrincipal StaffUser user, Model model) {
		return confirmation(this.library.get(id), user, model);
	}

	@PostMapping("/{id:[0-9]{1,18}}/delete")
	@PreAuthorize(Library.WRITERS)
	String delete(@PathVariable long id, @AuthenticationPrincipal StaffUser user, HttpServletRequest request,
			HttpServletResponse response, Model model) {
		List<Use> uses = this.library.delete(user, Actor.of(request), id);
		if (uses.isEmpty()) {
			return "redirect:/staff/media?done=deleted";
		}
		response.setStatus(HttpStatus.CONFLICT.value());
		return confirmation(this.library.get(id), user, model);
	}

	@GetMapping("/{id:[0-9]{1,18}}/file")
	void file(@PathVariable long id, HttpServletRequest request, HttpServletResponse response) throws IOException {
		MediaItem item = this.library.get(id);
		this.answer.send(item, item.getSha256(), request, response);
	}

	/** The picture for a place that wide. */
	@GetMapping("/{id:[0-9]{1,18}}/file/{width:[0-9]{1,5}}")
	void file(@PathVariable long id, @PathVariable int width, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		MediaItem item = this.library.get(id);
		this.answer.send(item, item.sha256For(width), request, response);
	}

	/** A picture by what bodies call it, for the editor. */
	@GetMapping("/file/{sha256:[0-9a-f]{64}}")
	void file(@PathVariable String sha256, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		MediaItem item = this.library.picture(sha256);
		this.answer.send(item, item.sha256For(IN_EDITOR), request, response);
	}

	/**
	 * By the address that the public has, or will have: for pages that are not public
	 * yet.
	 */
	@GetMapping("/{sha256:[0-9a-f]{64}}/{name}")
	void fileOfPreview(@PathVariable String sha256, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		this.answer.send(this.library.owner(sha256), sha256, request, response);
	}

	/** To what is to be done next: describe the pictures. */
	private static String after(List<Added> added) {
		if (added.size() == 1) {
			return "redirect:/staff/media/%d?done=%s".formatted(added.get(0).id(),
					added.get(0).there() ? "there" : "uploaded");
		}
		boolean waiting = added.stream().anyMatch((file) -> !file.complete());
		return "redirect:/staff/media?done=uploaded" + (waiting ? "&kind=waiting" : "");
	}

	/** What looks like personal data in an attachment; nobody would look for it later. */
	private List<PersonalData.Group> personal(long id) {
		MediaItem item = this.library.get(id);
		return item.isPicture() ? List.of() : PersonalData.groups(this.texts.text(item).lines());
	}

	private static String form(Model model) {
		model.addAttribute("megabytes", UploadLimits.FILE_BYTES / 1024 / 1024);
		model.addAttribute("most", UploadLimits.FILES);
		model.addAttribute("side", UploadLimits.SIDE);
		model.addAttribute("pixels", UploadLimits.PIXELS / 10_000);
		return "staff/media/upload";
	}

	private String page(MediaItem item, StaffUser user, Model model) {
		model.addAttribute("item", item);
		model.addAttribute("uses", this.library.usesOf(item, user));
		model.addAttribute("time", TIME.format(item.getCreatedAt()));
		if (!item.isPicture()) {
			FileText text = this.texts.text(item);
			model.addAttribute("personal", PersonalData.groups(text.lines()));
			model.addAttribute("unread", !text.read());
		}
		return "staff/media/show";
	}

	private String confirmation(MediaItem item, StaffUser user, Model model) {
		model.addAttribute("item", item);
		model.addAttribute("uses", this.library.usesOf(item, user));
		return "staff/media/delete";
	}

	/** The name of a file that is not kept, to be recognised by. */
	private static String shown(String name) {
		String given = (name != null) ? name.strip() : "";
		String extension = given.substring(given.lastIndexOf('.') + 1).replaceAll("[^A-Za-z0-9]", "");
		boolean usual = given.contains(".") && !extension.isEmpty() && extension.length() <= 8;
		return usual ? FileNames.clean(given, extension) : FileNames.clean(given + ".", "x").replaceAll("\\.x$", "");
	}

	/** A file that is not kept, and why. */
	record Refused(String name, Reason reason) {

	}

	/** A page of pictures, for a script. */
	record Choice(List<Picture> items, int page, int pages) {

		/**
		 * One of them.
		 *
		 * @param alt in Chinese; empty for an ornament
		 */
		record Picture(long id, String sha256, String url, String thumb, String alt, String altEn, int width,
				int height) {

			static Picture of(MediaItem item) {
				boolean translated = item.getAlt() != null && item.getAlt().en() != null;
				return new Picture(item.getId(), item.getSha256(), item.getAddress(),
						"/staff/media/%d/file/%d".formatted(item.getId(), UploadLimits.WIDTHS.get(0)),
						(item.getAlt() != null) ? item.getAlt().zh() : "", translated ? item.getAlt().en() : "",
						item.getWidth(), item.getHeight());
			}

		}

	}

}
