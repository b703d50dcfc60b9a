package edu.wenzhou.site.discovery;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

import edu.wenzhou.site.media.PageFiles.Picture;
import edu.wenzhou.site.web.Language;
import edu.wenzhou.site.web.Page;
import edu.wenzhou.site.web.Page.Crumb;
import edu.wenzhou.site.web.SiteIdentity;
import edu.wenzhou.site.web.Subject;
import edu.wenzhou.site.web.Subject.Article;
import edu.wenzhou.site.web.Subject.Kind;
import edu.wenzhou.site.web.Thing;
import org.springframework.stereotype.Component;

/**
 * The structured data of a page, for {@code fragments/machines.html}: one graph of the
 * page itself, the way to it, what it is about, and the college that says so.
 */
@Component("graph")
class GraphPage {

	private final GraphWriter writer;

	private final ShareCards cards;

	GraphPage(GraphWriter writer, ShareCards cards) {
		this.writer = writer;
		this.cards = cards;
	}

	/**
	 * JSON that may stand in a page unescaped.
	 * @param site who publishes the page
	 * @param pictures those of its main subject
	 */
	public String of(Page page, SiteIdentity site, List<Picture> pictures, Locale locale) {
		Language language = Language.of(locale);
		List<Thing> shown = pictures.stream().map(GraphPage::picture).toList();
		Thing picture = shown.isEmpty() ? picture(page, locale) : shown.get(0);
		List<Thing> graph = new ArrayList<>(page.subject().things());
		if (!graph.isEmpty()) {
			graph.get(0).with("image", shown);
		}
		Thing self = self(page, language, picture);
		graph.add(0, self);
		if (page.subject().article() != null) {
			Thing article = article(page, page.subject().article(), self, picture);
			self.with("mainEntity", article.reference());
			graph.add(article);
		}
		if (!page.crumbs().isEmpty()) {
			Thing crumbs = crumbs(page);
			self.with("breadcrumb", crumbs.reference());
			graph.add(crumbs);
		}
		if (graph.stream().noneMatch((thing) -> Thing.COLLEGE.equals(thing.id()))) {
			graph.add(Thing.of("CollegeOrUniversity", Thing.COLLEGE)
				.with("name", site.getName())
				.with("url", Thing.page("/")));
		}
		if (page.path().equals("/")) {
			graph.add(site(site));
		}
		return this.writer.write(graph, language);
	}

	private Thing self(Page page, Language language, Thing picture) {
		Subject subject = page.subject();
		Thing self = Thing.of(switch (subject.kind()) {
			case PAGE -> "WebPage";
			case ABOUT -> "AboutPage";
			case LIST -> "CollectionPage";
		}, page.canonical() + "#webpage")
			.with("name", page.title())
			.with("description", page.description())
			.with("url", page.canonical())
			.with("inLanguage", language.tag())
			.with("isPartOf", new Thing.Reference(Thing.SITE))
			.with("dateModified", page.changed())
			.with("primaryImageOfPage", picture);
		if (subject.kind() == Kind.ABOUT) {
			self.with("about", new Thing.Reference(Thing.COLLEGE));
		}
		if (!subject.things().isEmpty()) {
			self.with("mainEntity", subject.things().get(0).reference());
		}
		else if (!subject.items().isEmpty()) {
			self.with("mainEntity",
					Thing.of("ItemList")
						.with("numberOfItems", subject.items().size())
						.with("itemListElement", steps(subject.items())));
		}
		return self;
	}

	private static Thing article(Page page, Article article, Thing self, Thing picture) {
		List<Object> images = new ArrayList<>();
		images.add(picture);
		article.pictures().forEach((path) -> images.add(Thing.file(path)));
		return Thing.of("NewsArticle", page.canonical() + "#article")
			.with("headline", page.title())
			.with("description", page.description())
			.with("articleSection", article.section())
			.with("inLanguage", article.language().tag())
			.with("datePublished", article.published())
			.with("dateModified", page.changed())
			.with("image", images)
			.with("author", new Thing.Reference(Thing.COLLEGE))
			.with("publisher", new Thing.Reference(Thing.COLLEGE))
			.with("mainEntityOfPage", self.reference());
	}

	private static Thing crumbs(Page page) {
		List<Thing> steps = new ArrayList<>(steps(page.crumbs(), "item"));
		// A part of a list is itself the last step, not the list's beginning
		steps.add(Thing.of("ListItem")
			.with("position", steps.size() + 1)
			.with("name", page.title())
			.with("item", page.canonical()));
		return Thing.of("BreadcrumbList", page.canonical() + "#breadcrumb").with("itemListElement", steps);
	}

	private static List<Thing> steps(List<Crumb> steps) {
		return steps(steps, "url");
	}

	/**
	 * A list's items have pages of their own, the steps of a way are pages themselves.
	 */
	private static List<Thing> steps(List<Crumb> steps, String address) {
		AtomicInteger position = new AtomicInteger();
		return steps.stream()
			.map((step) -> Thing.of("ListItem")
				.with("position", position.incrementAndGet())
				.with("name", step.title())
				.with(address, Thing.page(step.path())))
			.toList();
	}

	private Thing picture(Page page, Locale locale) {
		return Thing.of("ImageObject")
			.with("url", this.cards.of(page, locale).address())
			.with("width", SharePainter.WIDTH)
			.with("height", SharePainter.HEIGHT);
	}

	private static Thing picture(Picture picture) {
		return Thing.of("ImageObject")
			.with("url", Thing.file(picture.address()))
			.with("width", picture.width())
			.with("height", picture.height())
			.with("caption", (picture.caption() != null) ? picture.caption() : picture.alt());
	}

	private static Thing site(SiteIdentity site) {
		return Thing.of("WebSite", Thing.SITE)
			.with("name", site.getName())
			.with("url", Thing.page("/"))
			.with("inLanguage", List.of(Language.CHINESE.tag(), Language.ENGLISH.tag()))
			.with("publisher", new Thing.Reference(Thing.COLLEGE));
	}

}
