package edu.wenzhou.site.discovery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import edu.wenzhou.site.discovery.Feed.Entry;
import edu.wenzhou.site.discovery.Feed.Related;
import edu.wenzhou.site.discovery.Feed.Text;
import edu.wenzhou.site.fact.FigureBook;
import edu.wenzhou.site.fact.Figures;
import edu.wenzhou.site.fact.Notes;
import edu.wenzhou.site.media.Attachments;
import edu.wenzhou.site.media.Attachments.Attachment;
import edu.wenzhou.site.notice.Notice;
import edu.wenzhou.site.notice.NoticeCategory;
import edu.wenzhou.site.notice.Notices;
import edu.wenzhou.site.prospectus.ProspectusPdfs;
import edu.wenzhou.site.text.LocalizedText;
import edu.wenzhou.site.web.CollegeProperties;
import edu.wenzhou.site.web.Filters;
import edu.wenzhou.site.web.Language;
import edu.wenzhou.site.web.PublicPages;
import edu.wenzhou.site.web.PublicPages.PublicPage;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts feeds together, in a fixed number of SQL statements. */
@Component
class Feeds {

	static final String LIST = "/notices";

	private static final int MOST = 50;

	private static final String PROSPECTUS = "/about/prospectus";

	private final Notices notices;

	private final PublicPages pages;

	private final Figures figures;

	private final Attachments attachments;

	private final ProspectusPdfs pdfs;

	private final CollegeProperties properties;

	private final MessageSource messages;

	Feeds(Notices notices, PublicPages pages, Figures figures, Attachments attachments, ProspectusPdfs pdfs,
			CollegeProperties properties, MessageSource messages) {
		this.notices = notices;
		this.pages = pages;
		this.figures = figures;
		this.attachments = attachments;
		this.pdfs = pdfs;
		this.properties = properties;
		this.messages = messages;
	}

	/** Where a feed stands, without language; null for that of all categories. */
	static String path(String category, String format) {
		return (category != null) ? "/feed/" + category + "." + format : "/feed." + format;
	}

	/**
	 * A feed in one language.
	 * @param category null for all
	 */
	Feed of(NoticeCategory category, Locale locale) {
		String value = (category != null) ? Filters.value(category) : null;
		String site = message("site.name", locale);
		String title = message("notices.title", locale);
		List<Related> related = new ArrayList<>();
		related.add(new Related(url(PROSPECTUS, locale), "text/html", message("prospectus.title", locale)));
		if (this.pdfs.isOffered()) {
			related.add(new Related(url(PROSPECTUS + ".pdf", locale), "application/pdf",
					message("prospectus.pdf", locale)));
		}
		return new Feed(Feed.id("feed " + value + " " + locale.toLanguageTag()), locale.toLanguageTag(),
				message("title.pattern", locale,
						(value != null) ? message("title.chosen", locale, title, label(value, locale)) : title, site),
				(value != null) ? message("notices.lead.chosen", locale, label(value, locale))
						: message("notices.lead", locale),
				site, url("/", locale), url((value != null) ? LIST + "?category=" + value : LIST, locale),
				url(path(value, "xml"), locale), url(path(value, "json"), locale), this.properties.url("/icon-192.png"),
				this.pages.changed(LIST).orElse(Instant.EPOCH), related, entries(category, locale));
	}

	private List<Entry> entries(NoticeCategory category, Locale locale) {
		List<Notice> newest = this.notices.latest(category, MOST);
		if (newest.isEmpty()) {
			return List.of();
		}
		Map<String, PublicPage> found = this.pages.items(newest.stream().map(Feeds::path).toList());
		Map<Long, Attachment> files = this.attachments
			.byId(newest.stream().flatMap((notice) -> notice.getAttachments().stream()).distinct().toList());
		FigureBook book = this.figures.in(locale);
		return newest.stream()
			.filter((notice) -> found.containsKey(path(notice)))
			.map((notice) -> entry(notice, found.get(path(notice)), files, book, locale))
			.toList();
	}

	private Entry entry(Notice notice, PublicPage page, Map<Long, Attachment> files, FigureBook book, Locale locale) {
		String address = url(page.path(), locale);
		String category = Filters.value(notice.getCategory());
		LocalizedText lead = notice.getLead();
		String body = book.html(notice.getBody(), new Notes(locale), List.of(), notice.getTitle());
		return new Entry(Feed.id("notice " + page.number() + " " + locale.toLanguageTag()), address,
				new Text(notice.getTitle().in(locale), language(notice.getTitle(), locale)),
				(lead != null) ? new Text(book.plain(lead), language(lead, locale)) : null,
				new Text(absolute(body, address), language(notice.getBody(), locale)), category,
				label(category, locale), notice.getPublishedOn(), page.changed(),
				notice.getAttachments().stream().map(files::get).filter(Objects::nonNull).toList());
	}

	/** Without the marks, whose notes are not here. */
	private static String absolute(String html, String base) {
		Document document = Jsoup.parseBodyFragment(html, base);
		document.outputSettings().prettyPrint(false);
		document.select("sup.src").remove();
		document.select("a[href]").forEach((link) -> link.attr("href", link.absUrl("href")));
		document.select("img[src]").forEach((image) -> image.attr("src", image.absUrl("src")));
		return document.body().html();
	}

	private static String path(Notice notice) {
		return LIST + "/" + notice.getSlug();
	}

	private static String language(LocalizedText text, Locale locale) {
		String other = text.langIn(locale);
		return (other != null) ? other : locale.toLanguageTag();
	}

	private String label(String category, Locale locale) {
		return message("filter.category." + category, locale);
	}

	private String url(String path, Locale locale) {
		return this.properties.url(Language.of(locale).address(path));
	}

	private String message(String key, Locale locale, Object... arguments) {
		return this.messages.getMessage(key, arguments, locale);
	}

}
