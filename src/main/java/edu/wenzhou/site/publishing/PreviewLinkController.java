package edu.wenzhou.site.publishing;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import edu.wenzhou.site.audit.Actor;
import edu.wenzhou.site.media.FileAnswer;
import edu.wenzhou.site.publishing.PreviewLinks.Shown;
import edu.wenzhou.site.web.ClientNetwork;
import edu.wenzhou.site.web.Language;
import edu.wenzhou.site.web.Pages;
import edu.wenzhou.site.web.Throttle;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/**
 * What people without an account see of a draft, and what they say of it. No session, no
 * cookie; nothing of the page is kept or indexed, and no other site learns the address.
 */
@Controller
class PreviewLinkController {

	/** Opinions that may be sent from a network in a minute. */
	private static final int PER_MINUTE = 10;

	private final PreviewLinks links;

	private final Opinions opinions;

	private final PreviewPages previews;

	private final FileAnswer files;

	private final Pages pages;

	private final MessageSource messages;

	private final ITemplateEngine templates;

	private final Throttle throttle;

	PreviewLinkController(PreviewLinks links, Opinions opinions, PreviewPages previews, FileAnswer files, Pages pages,
			MessageSource messages, ITemplateEngine templates, Clock clock) {
		this.links = links;
		this.opinions = opinions;
		this.previews = previews;
		this.files = files;
		this.pages = pages;
		this.messages = messages;
		this.templates = templates;
		this.throttle = new Throttle(PER_MINUTE, clock);
	}

	@GetMapping("/preview/{token}")
	ModelAndView show(@PathVariable String token, @RequestParam(defaultValue = "") String lang,
			HttpServletRequest request, HttpServletResponse response) {
		confidential(response);
		Optional<Shown> shown = this.links.find(token);
		if (shown.isEmpty()) {
			return instead("preview.gone.title", "preview.gone.text");
		}
		return page(token, shown.get(), language(lang), Map.of("form", OpinionForm.EMPTY), request, response);
	}

	/**
	 * An opinion of whoever has the link. Nothing but the link allows it, so a token of a
	 * form would add nothing: no other site can send what it does not know.
	 */
	@PostMapping("/preview/{token}")
	ModelAndView say(@PathVariable String token, @RequestParam(defaultValue = "") String lang,
			@RequestParam(defaultValue = "") String name, @RequestParam(defaultValue = "") String opinion,
			@RequestParam(defaultValue = "") String comment, HttpServletRequest request, HttpServletResponse response) {
		confidential(response);
		Optional<Shown> shown = this.links.find(token).filter((found) -> found.due() != null);
		if (shown.isEmpty()) {
			return instead("preview.gone.title", "preview.gone.text");
		}
		OpinionForm form = OpinionForm.typed(name, opinion, comment);
		Optional<Duration> wait = this.throttle.take(ClientNetwork.of(request.getRemoteAddr()));
		if (wait.isPresent()) {
			response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(Math.max(1, wait.get().toSeconds())));
			return refused(token, shown.get(), lang, form, HttpStatus.TOO_MANY_REQUESTS, "often", request, response);
		}
		if (!form.problems().isEmpty()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return page(token, shown.get(), language(lang), Map.of("form", form, "problems", form.problems()), request,
					response);
		}
		return switch (this.opinions.give(Actor.anonymous(request), token, form)) {
			case KEPT -> page(token, shown.get(), language(lang), Map.of("form", OpinionForm.EMPTY, "kept", form),
					request, response);
			case FULL -> refused(token, shown.get(), lang, form, HttpStatus.CONFLICT, "full", request, response);
			case GONE -> instead("preview.gone.title", "preview.gone.text");
		};
	}

	private ModelAndView refused(String token, Shown shown, String lang, OpinionForm form, HttpStatus status,
			String why, HttpServletRequest request, HttpServletResponse response) {
		response.setStatus(status.value());
		return page(token, shown, language(lang), Map.of("form", form, "why", why), request, response);
	}

	/**
	 * The page, and below its line the form if the link asks for opinions.
	 * @param said what the form says and shows
	 */
	private ModelAndView page(String token, Shown shown, Language language, Map<String, Object> said,
			HttpServletRequest request, HttpServletResponse response) {
		String own = "/preview/" + token;
		String more = "";
		if (shown.due() != null) {
			Map<String, Object> model = new HashMap<>(said);
			model.put("action", own + (language == Language.ENGLISH ? "?lang=en" : ""));
			model.put("due", shown.due());
			model.put("kinds", Opinion.Kind.values());
			model.putIfAbsent("problems", Map.of());
			more = this.templates.process("fragments/opinion", Set.of("opinion"),
					new Context(language.locale(), model));
		}
		try {
			return this.previews.page(shown.item(), shown.revision().values(), language, own, null, own, more, request,
					response);
		}
		catch (Refusal ex) {
			return instead("preview.not-now.title", "preview.not-now.text");
		}
	}

	private static Language language(String lang) {
		return lang.equals("en") ? Language.ENGLISH : Language.of(LocaleContextHolder.getLocale());
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
