package edu.wenzhou.site.publishing;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import edu.wenzhou.site.staff.Role;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What reviewers see of a change. */
class ComparisonTests extends PublishingTest {

	private static final List<String> ATTACKS = List.of("<script>alert(1)</script>", "<img src=x onerror=alert(1)>",
			"<ins onmouseover=alert(1)>x</ins>", "</span></del><b>x</b>", "<a href=\"javascript:alert(1)\">x</a>",
			"&lt;svg onload=alert(1)&gt;", "[[x]] [(y)] ${7919*7907} #{a} *{b} th:text=\"x\"", "\"><style>*{}</style>",
			"<iframe srcdoc=\"<script>alert(1)</script>\">");

	/** Elements that the pages are made of without any content. */
	private static final Set<String> OURS = Set.of("html", "head", "meta", "title", "link", "body", "a", "header", "p",
			"nav", "ul", "ol", "li", "form", "input", "span", "button", "main", "h1", "h2", "h3", "div", "section",
			"del", "ins", "label", "select", "option", "textarea");

	@Test
	void theReviewerSeesTheChangeOnThePageAndInTheFieldAtOnce() {
		long id = seeded("campus", "lucheng");
		Visitor editor = with(Role.EDITOR);
		edited(editor, id, "lead_zh", "校区在河边。");
		edited(editor, id, "lead_zh", "校区在山脚。");
		submitted(editor, id);
		Document review = with(Role.APPROVER).page(path(id) + "/review");
		Element page = review.selectFirst("section[aria-labelledby=page_zh]");
		assertThat(page.select("ins").text()).contains("校区在山脚。");
		assertThat(page.text()).contains("段没有改");
		assertThat(page.select("a[target=_blank]").eachAttr("href")).first().isEqualTo("/campuses/lucheng");
		assertThat(review.select("section[aria-labelledby=page_en]")).isEmpty();
		Document between = with(Role.REVIEWER_1).page(compare(id, -2, -1));
		Element field = between.selectFirst(".d-field");
		assertThat(field.select("h3").text()).contains("导语");
		assertThat(said(field.selectFirst("del"))).isEqualTo("［删去：河边］");
		assertThat(said(field.selectFirst("ins"))).isEqualTo("［加上：山脚］");
		assertThat(between.select("section[aria-labelledby=page_zh] del").text()).contains("河边");
	}

	@Test
	void bothTextsStandSideBySideWhenThatIsChosen() {
		long id = seeded("campus", "lucheng");
		Visitor editor = with(Role.EDITOR);
		edited(editor, id, "lead_zh", "校区在河边。");
		edited(editor, id, "lead_zh", "校区在山脚。");
		Document one = editor.page(compare(id, -2, -1));
		String link = one.selectFirst(".d-how a:contains(左右对照)").attr("href");
		assertThat(link).contains("from=", "to=", "view=side");
		Element two = editor.page(link).selectFirst(".d-field .d-two");
		assertThat(two.child(0).select("ins")).isEmpty();
		assertThat(two.child(0).text()).contains("河边").doesNotContain("山脚");
		assertThat(two.child(1).text()).contains("山脚").doesNotContain("河边");
		assertThat(editor.page(link + "&all=1").text()).doesNotContain("段没有改");
	}

	@Test
	void theEnglishPageIsComparedWhenEnglishChanged() {
		long id = seeded("campus", "lucheng");
		Visitor editor = with(Role.EDITOR);
		edited(editor, id, "lead_zh", "校区在河边。", "lead_en", "A campus by the river.");
		Document page = editor.page(path(id) + "/compare");
		assertThat(page.select("section[aria-labelledby=page_en] ins").text()).contains("A campus by the river.");
		assertThat(page.select("section[aria-labelledby=page_en] .d-text").first().attr("lang")).isEqualTo("en");
	}

	@Test
	void whatIsNewIsSaidOnceAndNotMarked() {
		Visitor editor = with(Role.EDITOR);
		long id = created(editor, "campus");
		edited(editor, id, "name_zh", "测试校区", "slug", "test-campus", "lead_zh", "全新的导语。");
		Document page = editor.page(path(id) + "/compare");
		assertThat(page.select("main .notice").text()).contains("第一次发布");
		assertThat(page.select("main del, main ins")).isEmpty();
		assertThat(page.select("section[aria-labelledby=page_zh]").text()).contains("测试校区", "全新的导语。");
	}

	@Test
	void whatBecomesAPartOfAPageIsMarkedThere() {
		Visitor editor = with(Role.EDITOR);
		long id = created(editor, "honour");
		String category = form(editor, id).select("select[name=category] option").last().attr("value");
		edited(editor, id, "title_zh", "一项测试荣誉", "slug", "test-honour", "category", category);
		Element page = editor.page(path(id) + "/compare").selectFirst("section[aria-labelledby=page_zh]");
		assertThat(page.select("ins").text()).contains("一项测试荣誉");
	}

	@Test
	void whatCannotBeShownSaysWhyAndStillShowsTheTexts() {
		long id = seeded("campus", "lucheng");
		Visitor editor = with(Role.EDITOR);
		edited(editor, id, "name_zh", "", "lead_zh", "校区在河边。");
		Document page = editor.page(path(id) + "/compare");
		Element section = page.selectFirst("section[aria-labelledby=page_zh]");
		assertThat(section.select(".notice li").text()).contains("名称");
		assertThat(page.select(".d-field ins").text()).contains("校区在河边。");
	}

	/** Also where neither of the two could be published now. */
	@Test
	void aDeadLinkThatGoesIsSeenOnThePage() {
		long id = seeded("campus", "lucheng");
		Visitor editor = with(Role.EDITOR);
		edited(editor, id, "body_zh", "<h4>从前</h4><p>见<a href=\"/notices/gone\">那一则通知</a>。</p>");
		edited(editor, id, "body_zh", "<h4>从前</h4><p>见公告栏。</p>");
		Element section = with(Role.APPROVER).page(compare(id, -2, -1)).selectFirst("section[aria-labelledby=page_zh]");
		assertThat(section.select(".notice")).isEmpty();
		assertThat(section.select("del").text()).contains("那一则通知");
		assertThat(section.select("ins").text()).contains("公告栏");
	}

	@Test
	void anyTwoRevisionsCanBeChosenWithoutAScript() {
		long id = seeded("campus", "lucheng");
		Visitor editor = with(Role.EDITOR);
		edited(editor, id, "lead_zh", "甲");
		edited(editor, id, "lead_zh", "乙");
		for (String page : List.of(path(id), path(id) + "/compare")) {
			Element form = editor.page(page).selectFirst("form[method=get][action=" + path(id) + "/compare]");
			assertThat(form.select("select[name=from] option")).hasSize(4);
			assertThat(form.select("select[name=to] option")).hasSize(3);
		}
		assertThat(editor.page(path(id) + "/compare?from=&to=" + this.store.item(id).latestRevision())
			.select(".d-field ins")
			.text()).contains("乙");
		assertThat(editor.get(path(id) + "/compare?from=1" + "0".repeat(10)).statusCode()).isEqualTo(404);
		assertThat(editor.get(path(id) + "/compare?from=x").statusCode()).isEqualTo(400);
	}

	@Test
	void whatWasPublishedUncheckedIsComparedWithWhatWasThereBefore() {
		long id = seeded("campus", "lucheng");
		ContentItem item = this.store.item(id);
		Revision live = this.store.live(item).orElseThrow();
		edited(with(Role.EDITOR), id, "lead_zh", "甲");
		this.jdbc.sql("update content_item set published_revision_id = latest_revision_id where id = ?")
			.param(id)
			.update();
		ContentItem now = this.store.item(id);
		assertThat(this.store.before(now, this.store.latest(now)))
			.hasValueSatisfying((before) -> assertThat(before.id()).isEqualTo(live.id()));
	}

	@Test
	void nothingOfAnyFieldReachesThePageAsMarkup() {
		Visitor editor = with(Role.EDITOR);
		for (ContentType type : this.types.all()) {
			List<String> slugs = this.tables.slugs(type);
			long id = slugs.isEmpty() ? created(editor, type.getKey()) : seeded(type.getKey(), slugs.get(0));
			ContentItem item = this.store.item(id);
			Values before = this.store.latest(item).values();
			Values after = before;
			for (Field field : type.getFields()) {
				if (!field.name().equals(type.slugField())) {
					after = after.with(field.name(), before.get(field.name()) + String.join(" ", ATTACKS));
				}
			}
			// As if it had come past the form
			long revision = this.store.insertRevision(id, type, after, Revision.Saving.SAVED, null, null, "<b>X</b>",
					"", null, java.time.Instant.now());
			this.jdbc.sql("""
					insert into review (item_id, revision_id, content_hash, state, steps, authors, requested_by,
					  requested_name, requested_at, note)
					values (?, ?, ?, 'OPEN', '{APPROVER}', '{}', 0, '<b>X</b>', now(), '<b>X</b>')""")
				.params(id, revision, this.store.revision(id, revision).hash())
				.update();
			for (String page : List.of("/compare", "/compare?view=side&all=1", "/review", "/review?view=side")) {
				Document document = Jsoup.parse(editor.get(path(id) + page).body());
				Set<String> elements = new TreeSet<>();
				document.getAllElements().forEach((element) -> {
					elements.add(element.normalName());
					assertThat(element.attributes().asList()).as(page)
						.noneMatch((attribute) -> attribute.getKey().startsWith("on")
								|| attribute.getValue().startsWith("javascript:"));
				});
				elements.remove("#root");
				assertThat(OURS).as(type.getKey() + page).containsAll(elements);
				assertThat(document.select("main del, main ins, main .d-text span"))
					.allSatisfy((mark) -> assertThat(mark.select("> :not(span)")).isEmpty());
				assertThat(document.text()).doesNotContain("?? ", "62615533");
			}
		}
	}

	/** The path that compares two of an item's revisions, counted from the newest: -1. */
	private String compare(long id, int from, int to) {
		List<Revision> history = this.store.history(id, 10);
		return "%s/compare?from=%d&to=%d".formatted(path(id), history.get(-from - 1).id(), history.get(-to - 1).id());
	}

	private static String said(Element mark) {
		return mark.text();
	}

}
