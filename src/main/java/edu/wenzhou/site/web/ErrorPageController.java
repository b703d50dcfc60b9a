package edu.wenzhou.site.web;

import java.util.Collection;
import java.util.List;

import edu.wenzhou.site.web.Filter.Choice;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Every error that a visitor can meet, in the site's own look: what happened, in one
 * sentence, and ways on. Never an exception's text.
 */
@Controller
class ErrorPageController implements ErrorController {

	/** The statuses with a text of their own; others get that of 400 or 500. */
	private static final List<HttpStatus> EXPLAINED = List.of(HttpStatus.BAD_REQUEST, HttpStatus.NOT_FOUND,
			HttpStatus.METHOD_NOT_ALLOWED, HttpStatus.GONE, HttpStatus.TOO_MANY_REQUESTS,
			HttpStatus.INTERNAL_SERVER_ERROR, HttpStatus.SERVICE_UNAVAILABLE);

	/** In characters; longer ones are not choices of a form. */
	private static final int LONGEST_KEPT_VALUE = 40;

	private final Pages pages;

	private final MessageSource messages;

	private final List<ErrorLook> looks;

	private final LostVisits lost;

	ErrorPageController(Pages pages, MessageSource messages, List<ErrorLook> looks, LostVisits lost) {
		this.pages = pages;
		this.messages = messages;
		this.looks = looks;
		this.lost = lost;
	}

	/** Nothing to show where the visitor is only sent on. */
	@RequestMapping("${spring.web.error.path:/error}")
	ModelAndView answer(HttpServletRequest request, HttpServletResponse response, Model model) {
		HttpStatus status = this.lost.lead(request, response, status(request));
		return status.is3xxRedirection() ? null : new ModelAndView(page(status, request, response, model));
	}

	private String page(HttpStatus status, HttpServletRequest request, HttpServletResponse response, Model model) {
		response.setStatus(status.value());
		model.addAttribute("status", status.value());
		for (ErrorLook look : this.looks) {
			if (look.covers(LanguageFilter.language(request).path(requestedAddress(request)))) {
				model.addAttribute("explained", explained(status, look.explained()).value());
				return look.template(request, model);
			}
		}
		HttpStatus explained = explained(status, EXPLAINED);
		model.addAttribute("explained", explained.value());
		if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof UnknownChoiceException unknown) {
			model.addAttribute("unknown", unknown.getValue());
			model.addAttribute("filter", unknown.getFilter());
			model.addAttribute("choices",
					unknown.getFilter()
						.getChoices()
						.stream()
						.map((choice) -> new Choice<>(choice.value(), choice.label(), choice.lang(),
								link(request, unknown.getFilter().getName(), choice.value())))
						.toList());
			model.addAttribute("all", link(request, unknown.getFilter().getName(), null));
		}
		String title = this.messages.getMessage("error." + explained.value() + ".title", null,
				LocaleContextHolder.getLocale());
		String text = this.messages.getMessage("error." + explained.value() + ".text", null,
				LocaleContextHolder.getLocale());
		model.addAttribute("page",
				this.pages.unlisted(LanguageFilter.language(request).path(requestedAddress(request)), title, text));
		return "error";
	}

	private static HttpStatus explained(HttpStatus status, Collection<HttpStatus> known) {
		return known.contains(status) ? status
				: (status.is4xxClientError() ? HttpStatus.BAD_REQUEST : HttpStatus.INTERNAL_SERVER_ERROR);
	}

	/**
	 * The status of the error that is being answered; 404 for a visit to the error page
	 * itself.
	 */
	static HttpStatus status(HttpServletRequest request) {
		Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
		HttpStatus status = (code instanceof Integer number) ? HttpStatus.resolve(number) : HttpStatus.NOT_FOUND;
		return (status != null) ? status : HttpStatus.INTERNAL_SERVER_ERROR;
	}

	/**
	 * The requested list with another value for one parameter and the visitor's other
	 * choices kept.
	 */
	private static String link(HttpServletRequest request, String name, String value) {
		UriComponentsBuilder link = UriComponentsBuilder.fromPath(requestedAddress(request));
		request.getParameterMap().forEach((other, values) -> {
			if (!other.equals(name) && !values[0].isBlank() && values[0].length() <= LONGEST_KEPT_VALUE) {
				link.queryParam(other, values[0]);
			}
		});
		if (value != null) {
			link.queryParam(name, value);
		}
		return link.build().encode().toUriString();
	}

	/** With the language. */
	private static String requestedAddress(HttpServletRequest request) {
		Object uri = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
		return (uri != null) ? uri.toString() : LanguageFilter.language(request).address(request.getRequestURI());
	}

}
