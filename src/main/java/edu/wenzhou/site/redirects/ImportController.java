package edu.wenzhou.site.redirects;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import edu.wenzhou.site.audit.Actor;
import edu.wenzhou.site.table.DelimitedText;
import edu.wenzhou.site.web.Rendering;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/**
 * Takes over a list of redirects, pasted or from a file: first it shows what each line
 * would do, then it does all of it. Between the two nothing is kept but what is on the
 * page.
 */
@Controller
@RequestMapping(Redirects.PATH + "/import")
@PreAuthorize(Redirects.KEEPERS)
class ImportController {

	/** In characters: encoded, it has to go into a form that comes back. */
	private static final int LARGEST = 150_000;

	/** In bytes, three for a Chinese character. */
	private static final int LARGEST_FILE = 3 * LARGEST;

	private final RedirectImport list;

	private final Redirects redirects;

	private final Rendering rendering;

	ImportController(RedirectImport list, Redirects redirects, Rendering rendering) {
		this.list = list;
		this.redirects = redirects;
		this.rendering = rendering;
	}

	@GetMapping
	String ask(Model model) {
		return page("", model);
	}

	@PostMapping
	String preview(@RequestParam(defaultValue = "") String lines, @RequestParam(required = false) MultipartFile file,
			HttpServletRequest request, HttpServletResponse response, Model model) throws IOException {
		boolean uploaded = file != null && !file.isEmpty();
		if (uploaded && file.getSize() > LARGEST_FILE) {
			return problem("large", lines, response, model);
		}
		String text = uploaded ? DelimitedText.decoded(file.getBytes()) : lines;
		// A control character is in no address
		return preview(text.replaceAll("[\\p{C}&&[^\\t\\r\\n]]", ""), request, response, model);
	}

	private String preview(String text, HttpServletRequest request, HttpServletResponse response, Model model) {
		if (text.length() > LARGEST) {
			return problem("large", "", response, model);
		}
		if (RedirectImport.count(text) > RedirectImport.MOST_LINES) {
			return problem("many", text, response, model);
		}
		List<ImportLine> plan = plan(text, request, response);
		if (plan.isEmpty()) {
			return problem("empty", text, response, model);
		}
		if (plan.stream().anyMatch((line) -> line.state() == ImportLine.State.WRONG)) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		}
		return page(text, plan, model);
	}

	/**
	 * Does what the page said that it would do.
	 * @param plan that was on the page, by its hash
	 */
	@PostMapping("/apply")
	String apply(@RequestParam(defaultValue = "") String lines, @RequestParam(defaultValue = "") String plan,
			HttpServletRequest request, HttpServletResponse response, Model model) {
		if (RedirectImport.count(lines) > RedirectImport.MOST_LINES) {
			return problem("many", lines, response, model);
		}
		List<ImportLine> now = plan(lines, request, response);
		if (!now.isEmpty() && hash(now).equals(plan)
				&& now.stream().noneMatch((line) -> line.state() == ImportLine.State.WRONG)
				&& this.redirects.apply(Actor.of(request), now)) {
			return "redirect:" + Redirects.PATH + "?done=imported";
		}
		response.setStatus(HttpStatus.CONFLICT.value());
		model.addAttribute("stale", true);
		return page(lines, plan(lines, request, response), model);
	}

	private List<ImportLine> plan(String text, HttpServletRequest request, HttpServletResponse response) {
		return this.list.plan(text, (address) -> this.rendering.opens(address, request, response));
	}

	/** To notice a difference by; nothing secret. */
	private static String hash(List<ImportLine> plan) {
		return DigestUtils.md5DigestAsHex(plan.toString().getBytes(StandardCharsets.UTF_8));
	}

	private static String problem(String problem, String text, HttpServletResponse response, Model model) {
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		model.addAttribute("problem", "staff.redirects.import." + problem);
		return page(text, model);
	}

	private static String page(String text, List<ImportLine> plan, Model model) {
		model.addAttribute("plan", plan);
		model.addAttribute("hash", hash(plan));
		model.addAttribute("wrong", plan.stream().filter((line) -> line.state() == ImportLine.State.WRONG).count());
		return page(text, model);
	}

	private static String page(String text, Model model) {
		model.addAttribute("lines", text);
		model.addAttribute("most", RedirectImport.MOST_LINES);
		return "staff/redirects/import";
	}

}
