package edu.wenzhou.site.web;

import java.util.ArrayList;
import java.util.List;

import edu.wenzhou.site.web.Page.Crumb;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Makes the {@link Page} of a public address. */
@Component
public class Pages {

	private final MessageSource messages;

	private final CollegeProperties properties;

	Pages(MessageSource messages, CollegeProperties properties) {
		this.messages = messages;
		this.properties = properties;
	}

	/**
	 * A page at that path, which is canonical. Breadcrumbs begin at the front page.
	 */
	public Builder at(String path) {
		return new Builder(path);
	}

	/** A page that search engines are to leave out, such as an error page. */
	Page unlisted(String path, String title, String description) {
		return new Page(path, title, documentTitle(title), description, null,
				List.of(new Crumb("/", message("home.crumb"))), false);
	}

	private String documentTitle(String title) {
		return message("title.pattern", title, message("site.name"));
	}

	private String message(String key, Object... arguments) {
		return this.messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
	}

	/**
	 * Steps to a page. Titles and descriptions are message keys, or text from the
	 * database in the methods that end in {@code Text}.
	 */
	public final class Builder {

		private final String path;

		private final List<Crumb> crumbs = new ArrayList<>();

		private String title;

		private Builder(String path) {
			this.path = path;
			if (!"/".equals(path)) {
				under("/", "home.crumb");
			}
		}

		/** Adds a breadcrumb. */
		public Builder under(String path, String titleKey) {
			this.crumbs.add(new Crumb(path, message(titleKey)));
			return this;
		}

		public Builder title(String key) {
			return titleText(message(key));
		}

		public Builder titleText(String text) {
			this.title = text;
			return this;
		}

		/** The last step: the page with a description from the messages. */
		public Page description(String key, Object... arguments) {
			return descriptionText(message(key, arguments));
		}

		/** The last step: the page with a description from the database. */
		public Page descriptionText(String text) {
			String documentTitle = "/".equals(this.path) ? this.title : documentTitle(this.title);
			return new Page(this.path, this.title, documentTitle, text, Pages.this.properties.url(this.path),
					List.copyOf(this.crumbs), true);
		}

	}

}
