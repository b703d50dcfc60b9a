package edu.wenzhou.site.web;

import java.util.List;

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

/**
 * Every error that a visitor can meet, in the site's own look: what happened, in one
 * sentence, and ways on. Never an exception's text.
 */
@Controller
class ErrorPageController implements ErrorController {

	/** The statuses with a text of their own; others get that of 400 or 500. */
	private static final List<HttpStatus> EXPLAINED = List.of(HttpStatus.BAD_REQUEST, HttpStatus.FORBIDDEN,
			HttpStatus.NOT_FOUND, HttpStatus.METHOD_NOT_ALLOWED, HttpStatus.INTERNAL_SERVER_ERROR,
			HttpStatus.SERVICE_UNAVAILABLE);

	private final Pages pages;

	private final MessageSource messages;

	ErrorPageController(Pages pages, MessageSource messages) {
		this.pages = pages;
		this.messages = messages;
	}

	@RequestMapping("${spring.web.error.path:/error}")
	String error(HttpServletRequest request, HttpServletResponse response, Model model) {
		HttpStatus status = status(request);
		response.setStatus(status.value());
		HttpStatus explained = EXPLAINED.contains(status) ? status
				: (status.is4xxClientError() ? HttpStatus.BAD_REQUEST : HttpStatus.INTERNAL_SERVER_ERROR);
		model.addAttribute("status", status.value());
		model.addAttribute("explained", explained.value());
		if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof UnknownChoiceException unknown) {
			model.addAttribute("unknown", unknown.getValue());
			model.addAttribute("filter", unknown.getFilter());
			model.addAttribute("listPath", requestedPath(request));
		}
		String title = this.messages.getMessage("error." + explained.value() + ".title", null,
				LocaleContextHolder.getLocale());
		String text = this.messages.getMessage("error." + explained.value() + ".text", null,
				LocaleContextHolder.getLocale());
		model.addAttribute("page", this.pages.unlisted(requestedPath(request), title, text));
		return "error";
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

	private static String requestedPath(HttpServletRequest request) {
		Object uri = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
		return (uri != null) ? uri.toString() : request.getRequestURI();
	}

}
