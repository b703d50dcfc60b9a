package edu.wenzhou.site.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

import edu.wenzhou.site.drawing.Theme;
import edu.wenzhou.site.text.LocalizedText;
import edu.wenzhou.site.web.Page.Crumb;
import edu.wenzhou.site.web.Page.Version;
import edu.wenzhou.site.web.Subject.Article;
import edu.wenzhou.site.web.Subject.Kind;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Makes the {@link Page} of a public address. */
@Component
public class Pages {

	private final PublicPages all;

	private final MessageSource messages;

	private final CollegeProperties properties;

	Pages(PublicPages all, MessageSource messages, CollegeProperties properties) {
		this.all = all;
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
	public Page unlisted(String path, String title, String description) {
		return new Page(path, title, null, documentTitle(title), description, null, List.of(), null,
				List.of(new Crumb("/", message("home.crumb"))), null, false, Subject.NONE);
	}

	/**
	 * For {@code hreflang}: each language, and Chinese for those who read neither.
	 */
	private List<Version> alternates(String path) {
		List<Version> alternates = new ArrayList<>();
		for (Language language : Language.values()) {
			alternates.add(new Version(language.tag(), url(language, path)));
		}
		alternates.add(new Version("x-default", url(Language.CHINESE, path)));
		return alternates;
	}

	private String url(Language language, String path) {
		return this.properties.url(language.address(path));
	}

	private String documentTitle(String title) {
		return message("title.pattern", title, message("site.name"));
	}

	private String message(String key, Object... arguments) {
		return this.messages.getMessage(key, arguments, locale());
	}

	private static Locale locale() {
		return LocaleContextHolder.getLocale();
	}

	/**
	 * Steps to a page. Titles and descriptions are message keys, or text from the
	 * database.
	 */
	public final class Builder {

		private final String path;

		private final List<Crumb> crumbs = new ArrayList<>();

		private final UriComponentsBuilder choices = UriComponentsBuilder.newInstance();

		private final Map<String, String> chosen = new HashMap<>();

		private boolean indexed = true;

		private String title;

		private String titleLang;

		private int part = 1;

		private Kind kind = Kind.PAGE;

		private Article article;

		private final List<Thing> things = new ArrayList<>();

		private Thing work;

		private final List<Crumb> items = new ArrayList<>();

		private Theme theme = Theme.COLLEGE;

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
			this.title = message(key);
			return this;
		}

		public Builder title(LocalizedText text) {
			this.title = text.in(locale());
			this.titleLang = text.langIn(locale());
			return this;
		}

		/**
		 * What the visitor has chosen in the list's filters, for the way to the other
		 * language.
		 */
		public Builder choices(Filter<?>... filters) {
			for (Filter<?> filter : filters) {
				if (filter.getSelected() != null) {
					choice(filter.getName(), filter.getSelected().value());
				}
			}
			return this;
		}

		/** The same for what was typed; nothing for an empty text. */
		public Builder choice(String parameter, String value) {
			if (!value.isEmpty()) {
				// As a variable, since in those every sign is encoded that means
				// something
				this.choices.queryParam(parameter, "{" + parameter + "}");
				this.chosen.put(parameter, value);
			}
			return this;
		}

		/** A page that search engines are to leave out, and that has no date. */
		public Builder unlisted() {
			this.indexed = false;
			return this;
		}

		/**
		 * Which part of a list it is. Of a whole list each part is a page of its own, a
		 * filtered one is the whole list to search engines.
		 */
		public Builder part(Paging paging) {
			this.part = paging.getNumber();
			return this;
		}

		/** A page about the college. */
		public Builder about() {
			this.kind = Kind.ABOUT;
			return this;
		}

		/** Tells machines about things; the first is the page's main subject. */
		public Builder tells(Collection<Thing> things) {
			this.things.addAll(things);
			return this;
		}

		/** The same for a single one. */
		public Builder tells(Thing thing) {
			return tells(List.of(thing));
		}

		/** The main subject is a work that changes when the page does. */
		public Builder publishes(Thing work) {
			this.work = work;
			return tells(work);
		}

		/**
		 * A list of things that have pages, or places on one, in its order. Of a filtered
		 * one nothing is said, as it is the whole list to search engines.
		 */
		public <T> Builder lists(Collection<T> items, Function<T, String> path, Function<T, LocalizedText> title) {
			this.kind = Kind.LIST;
			items.forEach((item) -> this.items.add(new Crumb(path.apply(item), title.apply(item).in(locale()))));
			return this;
		}

		public Builder article(Article article) {
			this.article = article;
			return this;
		}

		/** The drawing that stands for it. */
		public Builder drawn(Theme theme) {
			this.theme = theme;
			return this;
		}

		/** The last step: the page with a description from the messages. */
		public Page description(String key, Object... arguments) {
			return descriptionText(message(key, arguments));
		}

		/** The last step: the page with a description from the database. */
		public Page descriptionText(String text) {
			String documentTitle = "/".equals(this.path) ? this.title : documentTitle(numberedTitle());
			Language language = Language.of(locale());
			String chosen = this.choices.encode().buildAndExpand(this.chosen).toUriString();
			String canonical = this.path + (chosen.isEmpty() ? part("?") : "");
			Version other = new Version(language.other().tag(),
					language.other().address(this.path) + chosen + part(chosen.isEmpty() ? "?" : "&"));
			Instant changed = this.indexed ? Pages.this.all.changed(this.path).orElse(null) : null;
			if (this.work != null) {
				this.work.with("dateModified", changed);
			}
			return new Page(this.path, this.title, this.titleLang, documentTitle, text,
					this.indexed ? url(language, canonical) : null, this.indexed ? alternates(canonical) : List.of(),
					other, List.copyOf(this.crumbs), changed, this.indexed, new Subject(this.kind, this.article,
							this.things, chosen.isEmpty() ? this.items : List.of(), this.theme));
		}

		private String numberedTitle() {
			return (this.part > 1) ? message("title.numbered", this.title, this.part) : this.title;
		}

		private String part(String before) {
			return (this.part > 1) ? before + Paging.PARAMETER + "=" + this.part : "";
		}

	}

}
