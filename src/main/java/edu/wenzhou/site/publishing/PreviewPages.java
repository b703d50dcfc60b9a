package edu.wenzhou.site.publishing;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import edu.wenzhou.site.web.Language;
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

	/** The menu's way to the page in the other language. */
	private static final Pattern OTHER = Pattern.compile("(<li class=\"menu-en\"><a href=\")[^\"]*(\".*?</li>)");

	/** Where the back office has all files, public or not. */
	private static final String STAFF = "/staff";

	private final Previews previews;

	private final Forms forms;

	private final MessageSource messages;

	PreviewPages(Previews previews, Forms forms, MessageSource messages) {
		this.previews = previews;
		this.forms = forms;
		this.messages = messages;
	}

	/**
	 * Shows a revision, or what keeps it from being shown.
	 * @param own the address of the preview, to which {@code lang} can be added; null for
	 * one that has no address
	 * @param editable whether the problems are to be found in the form as it is stored
	 */
	ModelAndView show(ContentItem item, Values values, Language language, String own, boolean editable,
			HttpServletRequest request, HttpServletResponse response) {
		try {
			return page(item, values, language, own, (own != null) ? "/staff/content/" + item.id() : null, STAFF, "",
					request, response);
		}
		catch (Refusal ex) {
			return new ModelAndView("staff/content/no-preview", Map.of("item", item, "refusal", ex.getKey(), "lines",
					this.forms.lines(item.type(), ex.getProblems()), "editable", editable, "typed", own == null),
					HttpStatus.UNPROCESSABLE_CONTENT);
		}
	}

	/**
	 * The page with its line.
	 * @param back where the line leads; null for nowhere
	 * @param under what the addresses of its files begin with
	 * @param more HTML below the line
	 * @throws Refusal if it can't be shown
	 */
	ModelAndView page(ContentItem item, Values values, Language language, String own, String back, String under,
			String more, HttpServletRequest request, HttpServletResponse response) {
		String html = withBar(
				withOther(this.previews.html(item, values, language, under, request, response), language, own),
				language, own, back, more);
		return new ModelAndView((model, viewRequest, viewResponse) -> {
			viewResponse.setContentType("text/html;charset=UTF-8");
			viewResponse.getWriter().write(html);
		});
	}

	/**
	 * The page in the other language may not be public, or say something else: the menu
	 * leads to its preview, or nowhere.
	 */
	private static String withOther(String html, Language language, String own) {
		return OTHER.matcher(html)
			.replaceFirst((own != null) ? "$1" + Matcher.quoteReplacement(address(own, language.other())) + "$2" : "");
	}

	/** Of the preview in a language, for HTML. */
	private static String address(String own, Language language) {
		return HtmlUtils.htmlEscape(own) + "?lang=" + ((language == Language.ENGLISH) ? "en" : "zh");
	}

	private String withBar(String html, Language language, String own, String back, String more) {
		int body = html.indexOf("<body");
		int end = html.indexOf('>', body) + 1;
		StringBuilder bar = new StringBuilder(
				"<section class=\"preview-bar\" lang=\"zh-CN\" aria-label=\"%s\">".formatted(message("staff.preview")));
		bar.append(message("staff.preview.bar"));
		if (own != null) {
			for (Language one : Language.values()) {
				bar.append(" <a href=\"%s\" lang=\"%s\"%s>%s</a>".formatted(address(own, one), one.tag(),
						(one == language) ? " aria-current=\"page\"" : "",
						message((one == Language.ENGLISH) ? "staff.preview.en" : "staff.preview.zh")));
			}
		}
		if (back != null) {
			bar.append(" <a href=\"%s\">%s</a>".formatted(HtmlUtils.htmlEscape(back), message("staff.preview.back")));
		}
		return html.substring(0, end) + bar.append("</section>").append(more) + html.substring(end);
	}

	private String message(String key) {
		return this.messages.getMessage(key, null, CHINESE);
	}

}
