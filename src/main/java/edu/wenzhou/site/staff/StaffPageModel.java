package edu.wenzhou.site.staff;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.MessageSource;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.validation.BindingResult;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;

/**
 * What every page of the back office shows: who looks, as {@code me}, and what is wrong
 * with the forms that were sent, as {@code problems}.
 */
class StaffPageModel implements HandlerInterceptor {

	/** As they stand on the pages, from above. */
	private static final List<String> FIELDS = List.of("displayName", "userName", "email", "role", "section", "item",
			"current", "password", "repeat", "altZh", "altEn", "captionZh", "captionEn", "focalX", "focalY", "source",
			"target");

	private final MessageSource messages;

	StaffPageModel(MessageSource messages) {
		this.messages = messages;
	}

	@Override
	public void postHandle(HttpServletRequest request, HttpServletResponse response, Object handler,
			ModelAndView page) {
		if (page == null || String.valueOf(page.getViewName()).startsWith("redirect:")) {
			return;
		}
		Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
		if (authentication != null && authentication.getPrincipal() instanceof StaffUser user) {
			page.addObject("me", user);
		}
		page.addObject("problems", page.getModel()
			.values()
			.stream()
			.filter(BindingResult.class::isInstance)
			.flatMap((result) -> ((BindingResult) result).getFieldErrors().stream())
			.map((error) -> new Problem(error.getField(), this.messages.getMessage(error, Locale.SIMPLIFIED_CHINESE)))
			.sorted(Comparator.comparingInt((problem) -> FIELDS.indexOf(problem.field())))
			.toList());
	}

	/** A field and what is wrong with it. */
	record Problem(String field, String message) {

	}

}
