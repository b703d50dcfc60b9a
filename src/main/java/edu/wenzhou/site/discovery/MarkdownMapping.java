package edu.wenzhou.site.discovery;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.handler.AbstractHandlerMapping;

/**
 * Finds what ends in {@code .md}, ahead of the controllers: to them
 * {@code /schools/ai.md} would be a school called {@code ai.md}.
 */
@Component
class MarkdownMapping extends AbstractHandlerMapping {

	private final MarkdownPage page;

	MarkdownMapping(MarkdownPage page) {
		this.page = page;
		setOrder(-1);
	}

	@Override
	protected Object getHandlerInternal(HttpServletRequest request) {
		return request.getRequestURI().endsWith(MarkdownPage.SUFFIX) ? this.page : null;
	}

}
