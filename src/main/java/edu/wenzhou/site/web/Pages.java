package edu.wenzhou.site.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

/**
 * Makes the {@link Page} of a public address, and holds the one rule of which lists are
 * for search engines:
 * <ul>
 * <li>The whole list is, and each of its parts.</li>
 * <li>With one choice made, a list that stands on one page is the whole list to them: its
 * canonical address is that of the whole. One that stands in parts is a page of its own,
 * since no other shows just that.</li>
 * <li>With more than one choice, or where nothing is left, they are asked to leave it out
 * and to follow its links. It then names itself: to name another page, too, would
 * contradict that.</li>
 * </ul>
 */
@Component
public class Pages {

	static final String UNLISTED = "noindex";

	/** A large picture beside the result, where there is one. */
	private static final String LISTED = "max-image-preview:large";

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
				List.of(new Crumb("/", message("home.crumb"))), null, UNLISTED, Subject.NONE);
	}

	/**
	 * Where a page stands, with host, for {@code hreflang}: each language, and Chinese
	 * for those who read neither.
	 */
	public List<Version> alternates(String path) {
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

		private final List<Filter<?>> chosen = new ArrayList<>();

		private final Map<String, String> typed = new LinkedHashMap<>();

		private boolean unlisted;

		private String title;

		private String titleLang;

		private Paging paging;

		private boolean empty;

		private Instant until;

		private Kind kind = Kind.PAGE;

		private Article article;

		private final List<Thing> things = new ArrayList<>();

		private Thing work;

		private final List<Crumb> items = new ArrayList<>();

		private List<Long> pictures = List.of();

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

		/** What the visitor has chosen in the list's filters. */
		public Builder choices(Filter<?>... filters) {
			Stream.of(filters).filter((filter) -> filter.getSelected() != null).forEach(this.chosen::add);
			return this;
		}

		/** What the visitor has typed; nothing for an empty text. */
		public Builder typed(String parameter, String text) {
			if (!text.isEmpty()) {
				this.typed.put(parameter, text);
			}
			return this;
		}

		/**
		 * A page that search engines are to leave out and whose links they are to follow,
		 * whatever is chosen. It has no date.
		 */
		public Builder unlisted() {
			this.unlisted = true;
			return this;
		}

		/** How many items the choices leave. */
		public Builder found(long items) {
			this.empty = items == 0;
			return this;
		}

		/** Which part of a list it is that does not stand on one page. */
		public Builder part(Paging paging) {
			this.paging = paging;
			return this;
		}

		/** When the page will be gone; null for never. */
		public Builder until(Instant end) {
			this.until = end;
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
		 * A list of things that have pages, or places on one, in its order. Nothing is
		 * said of one that is not a page of its own to search engines.
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

		/**
		 * Pictures of its main subject.
		 * @param pictures their numbers in the library, the leading one first
		 */
		public Builder shows(List<Long> pictures) {
			this.pictures = pictures;
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
			boolean left = this.unlisted || this.chosen.size() > 1 || (!this.chosen.isEmpty() && this.empty);
			boolean whole = this.chosen.isEmpty() || left || this.paging != null;
			Language language = Language.of(locale());
			String own = this.path + query();
			String canonical = whole ? own : this.path;
			Version other = new Version(language.other().tag(), language.other().address(own));
			Instant changed = this.unlisted ? null : Pages.this.all.changed(this.path).orElse(null);
			if (this.work != null) {
				this.work.with("dateModified", changed);
			}
			return new Page(this.path, this.title, this.titleLang, documentTitle(), text,
					this.unlisted ? null : url(language, canonical), left ? List.of() : alternates(canonical), other,
					List.copyOf(this.crumbs), changed, left ? UNLISTED + ",follow" : listed(),
					new Subject(this.kind, this.article, this.things, (whole && !left) ? this.items : List.of(),
							this.pictures, this.theme));
		}

		private String listed() {
			return (this.until != null) ? LISTED + ", unavailable_after: " + SiteTime.iso(this.until) : LISTED;
		}

		private String query() {
			UriComponentsBuilder query = UriComponentsBuilder.newInstance();
			Map<String, String> values = new LinkedHashMap<>(this.typed);
			this.chosen.forEach((filter) -> values.put(filter.getName(), filter.getSelected().value()));
			// As variables, since in them every sign is encoded that means something
			values.keySet().forEach((name) -> query.queryParam(name, "{" + name + "}"));
			if (this.paging != null && this.paging.getNumber() > 1) {
				query.queryParam(Paging.PARAMETER, this.paging.getNumber());
			}
			return query.encode().buildAndExpand(values).toUriString();
		}

		/** Says also what was chosen, as long as it is said in the title's language. */
		private String documentTitle() {
			String full = this.title;
			if (!this.chosen.isEmpty() && this.chosen.stream().allMatch((one) -> one.getSelected().lang() == null)) {
				full = message("title.chosen", full,
						this.chosen.stream()
							.map((filter) -> filter.getSelected().label())
							.collect(Collectors.joining(message("list.separator"))));
			}
			if (this.paging != null && this.paging.getNumber() > 1) {
				full = message("title.numbered", full, this.paging.getNumber());
			}
			return "/".equals(this.path) ? full : Pages.this.documentTitle(full);
		}

	}

}
