package edu.wenzhou.site.discovery;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import edu.wenzhou.site.fact.FigureBook;
import edu.wenzhou.site.fact.Figures;
import edu.wenzhou.site.notice.NoticeLine;
import edu.wenzhou.site.notice.Notices;
import edu.wenzhou.site.profile.CollegeProfile;
import edu.wenzhou.site.prospectus.ProspectusPdfs;
import edu.wenzhou.site.publishing.PublicItem;
import edu.wenzhou.site.publishing.PublicItems;
import edu.wenzhou.site.web.CollegeProperties;
import edu.wenzhou.site.web.Language;
import edu.wenzhou.site.web.Navigation;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.ResponseBody;

/**
 * The map of the site for programs that read it in a person's stead (llmstxt.org): what
 * the college is, and every page but older notices, as Markdown.
 */
@Controller
class LlmsController {

	private static final String NOTICE = "notice";

	private static final int NOTICES = 20;

	private final Navigation navigation;

	private final PublicItems items;

	private final Notices notices;

	private final Figures figures;

	private final ProspectusPdfs pdfs;

	private final CollegeProperties properties;

	private final MessageSource messages;

	LlmsController(Navigation navigation, PublicItems items, Notices notices, Figures figures, ProspectusPdfs pdfs,
			CollegeProperties properties, MessageSource messages) {
		this.navigation = navigation;
		this.items = items;
		this.notices = notices;
		this.figures = figures;
		this.pdfs = pdfs;
		this.properties = properties;
		this.messages = messages;
	}

	@GetMapping(path = "/llms.txt", produces = "text/plain;charset=UTF-8")
	@ResponseBody
	String map(@ModelAttribute(name = "site", binding = false) CollegeProfile college, Locale locale) {
		FigureBook book = this.figures.in(locale);
		Map<String, StringBuilder> chapters = new LinkedHashMap<>();
		for (Navigation.Item item : this.navigation.getItems()) {
			String chapter = chapter(item.path());
			StringBuilder text = chapters.computeIfAbsent(chapter,
					(key) -> new StringBuilder("## " + plain(message("nav." + item.name(), locale)) + "\n\n"));
			text.append(page(message(item.name() + ".title", locale), item.path(), note(item.name(), locale), locale));
		}
		Set<String> named = this.navigation.getItems().stream().map(Navigation.Item::path).collect(Collectors.toSet());
		this.items.eachPageBut(NOTICE, (item) -> {
			if (!named.contains(item.path())) {
				chapters.computeIfAbsent(chapter(item.path()), (key) -> new StringBuilder())
					.append(page(item, book, locale));
			}
		});
		for (NoticeLine notice : this.notices.newest(NOTICES)) {
			chapters.get(Feeds.LIST)
				.append(page(notice.title().in(locale), Feeds.LIST + "/" + notice.slug(), notice.getDate().toString(),
						locale));
		}
		return "# %s\n\n> %s\n\n%s\n\n".formatted(plain(college.getName().in(locale)),
				plain(book.plain(college.getSummary())), message("llms.note", locale))
				+ chapters.values().stream().map((text) -> text + "\n").collect(Collectors.joining())
				+ optional(locale);
	}

	/** What can be left out where there is little room, by the name of the proposal. */
	private String optional(Locale locale) {
		StringBuilder text = new StringBuilder("## Optional\n\n");
		String prospectus = "/about/prospectus";
		text.append(page(message("prospectus.title", locale), prospectus, message("prospectus.lead", locale), locale));
		if (this.pdfs.isOffered()) {
			text.append(line(message("prospectus.pdf", locale), url(prospectus + ".pdf", locale), ""));
		}
		text.append(line(message("figures.csv", locale), url("/about/figures.csv", locale), ""));
		text.append(line(message("feed.atom", locale), url(Feeds.path(null, "xml"), locale), ""));
		for (Language language : List.of(Language.values())) {
			if (language != Language.of(locale)) {
				text.append(line(message("language.other", locale), this.properties.url(language.address("/llms.txt")),
						""));
			}
		}
		return text.toString();
	}

	private String page(PublicItem item, FigureBook book, Locale locale) {
		String lead = book.plain(item.text("lead"));
		return page(item.title().in(locale), item.path(), (lead != null) ? lead : "", locale);
	}

	private String page(String title, String path, String note, Locale locale) {
		return line(title, url(MarkdownPage.path(path), locale), note);
	}

	private static String line(String title, String address, String note) {
		return "- [%s](%s)%s\n".formatted(plain(title), address, note.isEmpty() ? "" : ": " + plain(note));
	}

	/** What a list says of itself, where it does so without a figure. */
	private String note(String name, Locale locale) {
		String description = this.messages.getMessage(name + ".description", null, null, locale);
		String lead = this.messages.getMessage(name + ".lead", null, "", locale);
		return (description != null) ? description : lead;
	}

	/** The first step of a path: all of {@code /about} is one chapter. */
	private static String chapter(String path) {
		int end = path.indexOf('/', 1);
		return (end < 0) ? path : path.substring(0, end);
	}

	private static String plain(String text) {
		return text.replaceAll("\\s+", " ").replaceAll("[\\[\\]\\\\]", "\\\\$0");
	}

	private String url(String path, Locale locale) {
		return this.properties.url(Language.of(locale).address(path));
	}

	private String message(String key, Locale locale) {
		return this.messages.getMessage(key, null, locale);
	}

}
