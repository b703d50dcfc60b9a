package edu.wenzhou.site.publishing;

import java.io.IOException;
import java.util.Optional;

import edu.wenzhou.site.media.FileAnswer;
import edu.wenzhou.site.publishing.PreviewLinks.Shown;
import edu.wenzhou.site.web.Language;
import edu.wenzhou.site.web.Pages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * What people without an account see of a draft. No session, no cookie; nothing of it is
 * kept or indexed, and no other site learns the address.
 */
@Controller
class PreviewLinkController {

	private final PreviewLinks links;

	private final PreviewPages previews;

	private final FileAnswer files;

	private final Pages pages;

	private final MessageSource messages;

	PreviewLinkController(PreviewLinks links, PreviewPages previews, FileAnswer files, Pages pages,
			MessageSource messages) {
		this.links = links;
		this.previews = previews;
		this.files = files;
		this.pages = pages;
		this.messages = messages;
	}

	@GetMapping("/preview/{token}")
	ModelAndView show(@PathVariable String token, @RequestParam(defaultValue = "") String lang,
			HttpServletRequest request, HttpServletResponse response) {
		confidential(response);
		Optional<Shown> shown = this.links.find(token);
		if (shown.isEmpty()) {
			return instead("preview.gone.title", "preview.gone.text");
		}
		Language language = lang.equals("en") ? Language.ENGLISH : Language.of(LocaleContextHolder.getLocale());
		try {
			String own = "/preview/" + token;
			return this.previews.page(shown.get().item(), shown.get().revision().values(), language, own, null, own,
					request, response);
		}
		catch (Refusal ex) {
			return instead("preview.not-now.title", "preview.not-now.text");
		}
	}

	/** A file that the page shows; those of other pages are not to be had here. */
	@GetMapping("/preview/{token}/media/{sha256:[0-9a-f]{64}}/{name}")
	ModelAndView file(@PathVariable String token, @PathVariable String sha256, HttpServletRequest request,
			HttpServletResponse response) throws IOException {
		confidential(response);
		Optional<Shown> shown = this.links.find(token);
		if (shown.isEmpty()) {
			return instead("preview.gone.title", "preview.gone.text");
		}
		this.files.send(shown.get().revision().values().files(), sha256, request, response);
		return null;
	}

	private static void confidential(HttpServletResponse response) {
		response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
		response.setHeader("X-Robots-Tag", "noindex, nofollow");
		response.setHeader("Referrer-Policy", "no-referrer");
	}

	/** In the site's look; the page does not repeat the address. */
	private ModelAndView instead(String title, String text) {
		ModelAndView page = new ModelAndView("error");
		page.setStatus(HttpStatus.NOT_FOUND);
		page.addObject("page", this.pages.unlisted("/preview", text(title), text(text)));
		return page;
	}

	private String text(String key) {
		return this.messages.getMessage(key, null, LocaleContextHolder.getLocale());
	}

}
