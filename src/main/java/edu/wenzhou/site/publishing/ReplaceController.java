package edu.wenzhou.site.publishing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import edu.wenzhou.site.audit.Actor;
import edu.wenzhou.site.media.LibraryFile;
import edu.wenzhou.site.media.LibraryFiles;
import edu.wenzhou.site.publishing.Replacing.Found;
import edu.wenzhou.site.publishing.Replacing.Outcome;
import edu.wenzhou.site.staff.Role;
import edu.wenzhou.site.staff.StaffUser;
import edu.wenzhou.site.web.NotFoundException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Replaces words, or a file of the library, in everything that a person may edit: shows
 * where it stands, makes drafts of what was ticked, says what became of it. The last is
 * an address of its own, so that people can come back to it from the drafts.
 */
@Controller
@RequestMapping("/staff/replace")
class ReplaceController {

	private static final Pattern MADE = Pattern.compile("([0-9]{1,18})\\.([0-9]{1,18})");

	private static final Pattern LEFT = Pattern.compile("([0-9]{1,18})\\.([A-Z]{1,20})");

	private final Replacing replacing;

	private final LibraryFiles files;

	ReplaceController(Replacing replacing, LibraryFiles files) {
		this.replacing = replacing;
		this.files = files;
	}

	@ModelAttribute
	void onlyEditors(@AuthenticationPrincipal StaffUser user) {
		Access.demand(user.hasAny(Role.EDITOR));
	}

	@GetMapping
	String find(@RequestParam(defaultValue = "") String find, @RequestParam(defaultValue = "") String with,
			@RequestParam(defaultValue = "") String after, @AuthenticationPrincipal StaffUser user,
			HttpServletResponse response, Model model) {
		return words(words(find, with), number(after), null, null, user, response, model);
	}

	@PostMapping
	String replace(@RequestParam(defaultValue = "") String find, @RequestParam(defaultValue = "") String with,
			@RequestParam(defaultValue = "") String after, @RequestParam(defaultValue = "") String next,
			@AuthenticationPrincipal StaffUser user, HttpServletRequest request, HttpServletResponse response,
			Model model) {
		ReplaceChoices choices = ReplaceChoices.of(request);
		WordReplacement words = words(find, with);
		String problem = (problem(words) != null) ? problem(words) : words.with().isEmpty()
				? "staff.replace.with.missing" : choices.choices().isEmpty() ? "staff.replace.nothing" : null;
		if (problem != null) {
			return words(words, number(after), problem, choices.ticked(), user, response, model);
		}
		return done(this.replacing.replace(user, Actor.of(request), words, choices.choices()),
				Map.of("find", words.find(), "with", words.with()), next);
	}

	@GetMapping("/file")
	String find(@RequestParam(defaultValue = "") String from, @RequestParam(defaultValue = "") String to,
			@RequestParam(defaultValue = "") String after, @AuthenticationPrincipal StaffUser user, Model model) {
		return file(file(from, to), number(after), null, user, model);
	}

	@PostMapping("/file")
	String replaceFile(@RequestParam(defaultValue = "") String from, @RequestParam(defaultValue = "") String to,
			@RequestParam(defaultValue = "") String after, @RequestParam(defaultValue = "") String next,
			@AuthenticationPrincipal StaffUser user, HttpServletRequest request, HttpServletResponse response,
			Model model) {
		ReplaceChoices choices = ReplaceChoices.of(request);
		FileReplacement file = file(from, to);
		if (choices.choices().isEmpty()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			model.addAttribute("problem", "staff.replace.nothing");
			model.addAttribute("alts", choices.alts());
			return file(file, number(after), choices.ticked(), user, model);
		}
		return done(this.replacing.replace(user, Actor.of(request), file, choices.choices()),
				Map.of("from", from, "to", to), next);
	}

	/** What became drafts, what did not and why, and how to go on. */
	@GetMapping("/done")
	String done(@RequestParam(required = false) List<String> made, @RequestParam(required = false) List<String> left,
			@RequestParam Map<String, String> sent, @AuthenticationPrincipal StaffUser user, Model model) {
		Map<Long, Long> drafts = new LinkedHashMap<>();
		read(MADE, made).forEach((one) -> drafts.put(Long.valueOf(one.group(1)), Long.valueOf(one.group(2))));
		Map<Long, Left.Reason> kept = new LinkedHashMap<>();
		read(LEFT, left).forEach((one) -> List.of(Left.Reason.values())
			.stream()
			.filter((reason) -> reason.name().equals(one.group(2)))
			.forEach((reason) -> kept.put(Long.valueOf(one.group(1)), reason)));
		model.addAttribute("report", this.replacing.report(user, drafts, kept));
		boolean file = sent.containsKey("from");
		Map<String, String> again = new LinkedHashMap<>();
		(file ? List.of("from", "to") : List.of("find", "with"))
			.forEach((name) -> again.put(name, sent.getOrDefault(name, "")));
		String path = file ? "/staff/replace/file" : "/staff/replace";
		long next = number(sent.get("next"));
		model.addAttribute("again", link(path, again));
		again.put("after", String.valueOf(next));
		model.addAttribute("next", (next > 0) ? link(path, again) : null);
		return "staff/replace/done";
	}

	private static List<Matcher> read(Pattern pattern, List<String> sent) {
		return (sent == null) ? List.of()
				: sent.stream().limit(Replacing.ITEMS).map(pattern::matcher).filter(Matcher::matches).toList();
	}

	private static String done(Outcome outcome, Map<String, String> what, String next) {
		Map<String, String> sent = new LinkedHashMap<>(what);
		sent.put("next", String.valueOf(number(next)));
		StringBuilder link = new StringBuilder("redirect:").append(link("/staff/replace/done", sent));
		outcome.made().forEach((item, revision) -> link.append("&made=").append(item).append('.').append(revision));
		outcome.left().forEach((item, reason) -> link.append("&left=").append(item).append('.').append(reason));
		return link.toString();
	}

	private static String link(String path, Map<String, String> parameters) {
		UriComponentsBuilder link = UriComponentsBuilder.fromPath(path);
		// As variables, since in them every sign is encoded that means something
		parameters.keySet().forEach((name) -> link.queryParam(name, "{" + name + "}"));
		return link.encode().buildAndExpand(parameters).toUriString();
	}

	private static WordReplacement words(String find, String with) {
		return new WordReplacement(typed(find), typed(with));
	}

	private static String typed(String text) {
		return text.replaceAll("\\p{Cc}", "").strip();
	}

	/** What is wrong with what was typed; null if nothing is. */
	private static String problem(WordReplacement words) {
		if (words.find().length() > WordReplacement.LONGEST || words.with().length() > WordReplacement.LONGEST) {
			return "staff.replace.long";
		}
		if (words.find().isEmpty()) {
			return "staff.replace.find.missing";
		}
		return words.find().equals(words.with()) ? "staff.replace.same" : null;
	}

	/** Numbers of items, from 1; 0 for anything else. */
	private static long number(String sent) {
		return (sent != null && sent.matches("[0-9]{1,18}")) ? Long.parseLong(sent) : 0;
	}

	/** Two files of a kind, of which the second may be used. */
	private FileReplacement file(String from, String to) {
		LibraryFile old = this.files.get(number(from));
		LibraryFile substitute = this.files.get(number(to));
		if (old.id() == substitute.id() || old.picture() != substitute.picture() || !substitute.usable()) {
			throw new NotFoundException();
		}
		return new FileReplacement(old, substitute);
	}

	private String words(WordReplacement words, long after, String sent, Set<String> ticked, StaffUser user,
			HttpServletResponse response, Model model) {
		boolean blank = sent == null && words.find().isEmpty() && words.with().isEmpty();
		String problem = (sent != null) ? sent : blank ? null : problem(words);
		model.addAttribute("words", words);
		model.addAttribute("longest", WordReplacement.LONGEST);
		model.addAttribute("problem", problem);
		if (problem != null) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		}
		if (!blank && problem(words) == null) {
			page(this.replacing.find(user, words, after), after,
					link("/staff/replace", Map.of("find", words.find(), "with", words.with())), ticked, model);
		}
		return "staff/replace/words";
	}

	private String file(FileReplacement file, long after, Set<String> ticked, StaffUser user, Model model) {
		model.addAttribute("file", file);
		model.addAttribute("beyond", this.replacing.beyond(user, file));
		page(this.replacing.find(user, file, after), after,
				link("/staff/replace/file",
						Map.of("from", String.valueOf(file.from().id()), "to", String.valueOf(file.to().id()))),
				ticked, model);
		return "staff/replace/file";
	}

	private void page(Found found, long after, String first, Set<String> ticked, Model model) {
		model.addAttribute("found", found);
		model.addAttribute("after", after);
		model.addAttribute("first", (after > 0) ? first : null);
		model.addAttribute("next", found.more() ? first + "&after=" + found.last() : null);
		model.addAttribute("ticked", (ticked != null) ? ticked : ReplaceChoices.offered(found));
	}

}
