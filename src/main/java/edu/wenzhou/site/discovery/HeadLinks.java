package edu.wenzhou.site.discovery;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import edu.wenzhou.site.web.CollegeProperties;
import edu.wenzhou.site.web.Language;
import edu.wenzhou.site.web.Page;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** What the head of a page says about other forms of it; the layout asks. */
@Component("headLinks")
class HeadLinks {

	private static final String FRONT_PAGE = "/";

	private final CollegeProperties properties;

	private final MessageSource messages;

	HeadLinks(CollegeProperties properties, MessageSource messages) {
		this.properties = properties;
		this.messages = messages;
	}

	/** The page as Markdown, and feeds where there are notices. */
	public List<Link> of(Page page) {
		List<Link> links = new ArrayList<>();
		Locale locale = LocaleContextHolder.getLocale();
		// A list that is filtered, or not at its beginning, has none of its own
		if (page.indexed() && !page.other().address().contains("?")) {
			links.add(new Link("text/markdown", url(MarkdownPage.path(page.path()), locale), null));
		}
		if (page.canonical() != null && (page.path().equals(FRONT_PAGE) || page.isWithin(Feeds.LIST))) {
			String title = message("notices.title", locale);
			addFeeds(links, null, title, locale);
			String category = UriComponentsBuilder.fromUriString(page.canonical())
				.build()
				.getQueryParams()
				.getFirst("category");
			if (category != null) {
				String label = message("filter.category." + category, locale);
				addFeeds(links, category, message("title.chosen", locale, title, label), locale);
			}
		}
		return links;
	}

	private void addFeeds(List<Link> links, String category, String title, Locale locale) {
		links.add(new Link("application/atom+xml", url(Feeds.path(category, "xml"), locale), title));
		links.add(new Link("application/feed+json", url(Feeds.path(category, "json"), locale), title));
	}

	private String url(String path, Locale locale) {
		return this.properties.url(Language.of(locale).address(path));
	}

	private String message(String key, Locale locale, Object... arguments) {
		return this.messages.getMessage(key, arguments, locale);
	}

	/**
	 * A link to another form.
	 *
	 * @param title null where the page's own is right
	 */
	record Link(String type, String address, String title) {

	}

}
