package edu.wenzhou.site.publishing;

import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

import edu.wenzhou.site.discovery.Graph;
import edu.wenzhou.site.staff.Role;
import edu.wenzhou.site.web.PublicPages;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** What machines are told about a notice, from its publication on. */
class NoticeGraphTests extends PublishingTest {

	private static final String HOSTILE = "</script><script>x()</script> & \"报名\" <!--";

	@Autowired
	private PublicPages pages;

	@Test
	void aNoticeIsAnArticleWithItsDates() {
		Visitor editor = with(Role.EDITOR);
		long id = created(editor, "notice");
		edited(editor, id, "title_zh", HOSTILE, "title_en", "Registration", "category", "ADMISSIONS", "lead_zh", "导语。",
				"body_zh", "正文。", "slug", "graph-notice", "published_on", "2026-03-01T09:30");
		published(editor, with(Role.APPROVER), id);
		Document page = page("/notices/graph-notice");
		Graph graph = Graph.of(page);
		JsonNode article = graph.one("NewsArticle");
		assertThat(article.get("headline").asString()).isEqualTo(HOSTILE);
		assertThat(article.get("@id").asString()).isEqualTo(BASE_URL + "/notices/graph-notice#article");
		assertThat(article.get("mainEntityOfPage").get("@id")).isEqualTo(graph.page().get("@id"));
		assertThat(graph.page().get("mainEntity").get("@id")).isEqualTo(article.get("@id"));
		assertThat(article.get("publisher").get("@id").asString()).isEqualTo(BASE_URL + "/#org");
		assertThat(graph.one("CollegeOrUniversity").get("name").asString()).isEqualTo("温州职业技术学院");
		assertThat(article.get("articleSection").asString()).isEqualTo("招生信息").isEqualTo(meta(page, "article:section"));
		assertThat(article.get("description").asString()).isEqualTo("导语。");
		assertThat(article.get("inLanguage").asString()).isEqualTo("zh-CN");
		assertThat(article.get("image").get(0).get("url").asString()).isEqualTo(meta(page, "og:image"));
		assertThat(meta(page, "og:type")).isEqualTo("article");

		assertThat(article.get("datePublished").asString()).isEqualTo("2026-03-01T09:30:00+08:00")
			.isEqualTo(meta(page, "article:published_time"))
			.isEqualTo(meta(page, "bytedance:published_time"))
			.isEqualTo(page.select("main time").get(0).attr("datetime"));
		String changed = article.get("dateModified").asString();
		assertThat(changed).isEqualTo(graph.page().get("dateModified").asString())
			.isEqualTo(meta(page, "article:modified_time"))
			.isEqualTo(meta(page, "bytedance:updated_time"))
			.isEqualTo(page.select("main time").get(1).attr("datetime"));
		assertThat(OffsetDateTime.parse(changed).toInstant())
			.isEqualTo(this.pages.changed("/notices/graph-notice").orElseThrow())
			.isEqualTo(ZonedDateTime
				.parse(get("/notices/graph-notice").headers().firstValue("Last-Modified").orElseThrow(),
						DateTimeFormatter.RFC_1123_DATE_TIME)
				.toInstant());

		JsonNode english = Graph.of(page("/en/notices/graph-notice")).one("NewsArticle");
		assertThat(english.get("headline").asString()).isEqualTo("Registration");
		assertThat(english.get("inLanguage").asString()).as("its text is not translated").isEqualTo("zh-CN");
		assertThat(Graph.of(page("/notices"))
			.page()
			.get("mainEntity")
			.get("itemListElement")
			.get(0)
			.get("name")
			.asString()).isEqualTo(HOSTILE);
	}

	/** A notice that stands as it was published says nothing of a change. */
	@Test
	void onlyALaterChangeIsShown() {
		Visitor editor = with(Role.EDITOR);
		long id = created(editor, "notice");
		edited(editor, id, "title_zh", "样例", "category", "EVENT", "body_zh", "正文。", "slug", "graph-notice");
		published(editor, with(Role.APPROVER), id);
		assertThat(page("/notices/graph-notice").select("main time")).hasSize(1);
		this.jdbc.sql("update publication set changed_at = changed_at + interval '2 minutes' where item_id = ?")
			.param(id)
			.update();
		assertThat(page("/notices/graph-notice").select("main .sec-head").text()).contains("更新于 20");
		assertThat(page("/en/notices/graph-notice").select("main .sec-head").text()).contains("Updated ");
	}

	@Test
	void thePictureGoesWithTheNotice() {
		Visitor editor = with(Role.EDITOR);
		Visitor approver = with(Role.APPROVER);
		long id = created(editor, "notice");
		edited(editor, id, "title_zh", "样例", "category", "EVENT", "body_zh", "正文。", "slug", "graph-notice");
		published(editor, approver, id);
		String picture = meta(page("/notices/graph-notice"), "og:image").substring(BASE_URL.length());
		assertThat(get(picture).statusCode()).isEqualTo(200);
		assertThat(approver.submit(path(id), path(id) + "/withdraw", "reason", "样例").statusCode()).isEqualTo(302);
		assertThat(get(picture).statusCode()).isEqualTo(404);
	}

	/** Its title is nobody's business, and neither is the picture with it. */
	@Test
	void aDraftHasNoPicture() {
		Visitor editor = with(Role.EDITOR);
		long id = created(editor, "notice");
		edited(editor, id, "title_zh", "样例", "category", "EVENT", "body_zh", "正文。", "slug", "graph-notice");
		Document preview = editor.page(path(id) + "/revisions/" + this.store.item(id).latestRevision() + "/preview");
		String picture = meta(preview, "og:image").substring(BASE_URL.length());
		assertThat(picture).contains("/graph-notice.png");
		assertThat(get(picture).statusCode()).isEqualTo(404);
	}

	private static String meta(Document page, String property) {
		return page.select("meta[property=" + property + "]").attr("content");
	}

}
