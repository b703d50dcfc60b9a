package edu.wenzhou.site.publishing;

import edu.wenzhou.site.web.Language;
import java.util.Locale;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.HtmlUtils;

/** Answers with a preview: the public page with a line above it that says what it is. */
@Component
class PreviewPages {

	private static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;

	private final Previews previews;

	private final Forms forms;

	private final MessageSource messages;

	PreviewPages(Previews previews, Forms forms, MessageSource messages) {
		this.previews = previews;
		this.forms = forms;
		this.messages = messages;
	}

	/**
	 * Shows it, or what keeps it from being shown.
	 * @param back where the line above the page leads; null for nowhere
	 */
	ModelAndView show(ContentItem item, Values values, Language language, String back, HttpServletRequest request,
			HttpServletResponse response) {
		try {
			String html = withBar(this.previews.html(item, values, language, request, response), back);
			return new ModelAndView((model, viewRequest, viewResponse) -> {
				viewResponse.setContentType("text/html;charset=UTF-8");
				viewResponse.getWriter().write(html);
			});
		}
		catch (Refusal ex) {
			return new ModelAndView("staff/content/no-preview", Map.of("item", item, "refusal", ex.getKey(), "lines",
					this.forms.lines(item.type(), ex.getProblems())), HttpStatus.UNPROCESSABLE_CONTENT);
		}
	}

	private String withBar(String html, String back) {
		int body = html.indexOf("<body");
		int end = html.indexOf('>', body) + 1;
		String text = this.messages.getMessage("staff.preview.bar", null, CHINESE);
		String link = (back == null) ? "" : " <a href=\"%s\">%s</a>".formatted(HtmlUtils.htmlEscape(back),
				this.messages.getMessage("staff.preview.back", null, CHINESE));
		return html.substring(0, end) + "<div class=\"preview-bar\" lang=\"zh-CN\" role=\"note\">" + text + link
				+ "</div>" + html.substring(end);
	}

}
