package edu.wenzhou.site.publishing;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import edu.wenzhou.site.Generation;
import edu.wenzhou.site.staff.Role;
import edu.wenzhou.site.web.PublicPages;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** Programs find a notice exactly as long as visitors do, with the same dates. */
class FoundNoticesTests extends PublishingTest {

	/** All that names notices to programs, and holds one of that category. */
	private static final List<String> LISTS = List.of("/sitemap.xml", "/sitemap-baidu.xml", "/feed.xml", "/feed.json",
			"/feed/event.xml", "/feed/event.json", "/en/feed.xml", "/en/feed/event.json", "/llms.txt", "/en/llms.txt",
			"/notices.md", "/en/notices.md", "/index.md", "/en/index.md");

	@Autowired
	private PublicPages pages;

	@Autowired
	private Schedule schedule;

	@Test
	void aNoticeIsFoundFromItsPublicationToItsEnd() {
		Visitor editor = with(Role.EDITOR);
		Visitor approver = with(Role.APPROVER);
		long id = notice(editor, "programs-find");
		isNotFound("programs-find", 404);
		submitted(editor, id, "at", "2099-01-01T08:00");
		approver.submit(path(id) + "/review", path(id) + "/review", "decision", "approve", "at", "2099-01-01T08:00");
		this.schedule.run();
		isNotFound("programs-find", 404);
		this.jdbc.sql("update review set publish_at = now() - interval '1 day' where item_id = ?").param(id).update();
		this.schedule.run();
		isFound("programs-find");
		edited(editor, id, "expire_at", "2099-02-01T08:00");
		published(editor, approver, id);
		isFound("programs-find");
		// Its time is over, and no node has looked since
		String past = "now() - interval '1 second'";
		this.jdbc.sql("update notice set expire_at = " + past + " where slug = 'programs-find'").update();
		this.jdbc.sql("update publication set expire_at = " + past + " where item_id = ?").param(id).update();
		Generation.raise(this.jdbc);
		isNotFound("programs-find", 404, 410);
		this.jdbc.sql("update content_item set expire_at = " + past + " where id = ?").param(id).update();
		this.schedule.run();
		isNotFound("programs-find", 410);
	}

	@Test
	void whatIsWithdrawnIsGoneForPrograms() {
		Visitor editor = with(Role.EDITOR);
		Visitor approver = with(Role.APPROVER);
		long id = notice(editor, "programs-lose");
		published(editor, approver, id);
		isFound("programs-lose");
		approver.submit(path(id), path(id) + "/withdraw", "reason", "样例");
		isNotFound("programs-lose", 410);
		assertThat(get("/en/notices/programs-lose.md").statusCode()).isEqualTo(410);
	}

	/** Feed readers show nothing twice. */
	@Test
	void whatMovesKeepsItsIdAndItsTextMovesAlong() {
		Visitor editor = with(Role.EDITOR);
		Visitor approver = with(Role.APPROVER);
		long id = notice(editor, "programs-follow");
		published(editor, approver, id);
		String before = entry("/feed.xml", "programs-follow");
		edited(editor, id, "slug", "programs-followed");
		published(editor, approver, id);
		isFound("programs-followed");
		assertThat(first(entry("/feed.xml", "programs-followed"), "<id>([^<]+)<"))
			.isEqualTo(first(before, "<id>([^<]+)<"));
		for (String language : List.of("", "/en")) {
			HttpResponse<String> answer = get(language + "/notices/programs-follow.md");
			assertThat(answer.statusCode()).isEqualTo(301);
			assertThat(answer.headers().allValues("Location"))
				.containsExactly(language + "/notices/programs-followed.md");
		}
	}

	private long notice(Visitor editor, String slug) {
		long id = created(editor, "notice");
		edited(editor, id, "title_zh", "程序找到的通知", "category", "EVENT", "body_zh", "样例。", "slug", slug);
		return id;
	}

	/** Everywhere, and everything says the same date. */
	private void isFound(String slug) {
		LISTS.forEach((list) -> assertThat(body(list)).as(list).containsPattern("/notices/" + slug + "\\b"));
		assertThat(body("/feed/disclosure.xml")).doesNotContain(slug);
		String page = "/notices/" + slug;
		Instant date = this.pages.changed(page).orElseThrow();
		List<Instant> dates = new ArrayList<>();
		for (String path : List.of(page, "/en" + page, page + ".md", "/en" + page + ".md")) {
			HttpResponse<String> answer = get(path);
			assertThat(answer.statusCode()).as(path).isEqualTo(200);
			dates.add(ZonedDateTime
				.parse(answer.headers().firstValue("Last-Modified").orElseThrow(), DateTimeFormatter.RFC_1123_DATE_TIME)
				.toInstant());
		}
		for (String sitemap : List.of("/sitemap.xml", "/sitemap-baidu.xml")) {
			for (String path : List.of(page, "/en" + page)) {
				dates.add(instant(first(body(sitemap),
						"<loc>" + Pattern.quote(BASE_URL + path) + "</loc>(?:<mobile[^>]*>)?<lastmod>([^<]+)<")));
			}
		}
		for (String feed : List.of("/feed.xml", "/en/feed.xml", "/feed/event.xml")) {
			dates.add(instant(first(entry(feed, slug), "<updated>([^<]+)<")));
		}
		for (String feed : List.of("/feed.json", "/en/feed/event.json")) {
			dates.add(instant(first(body(feed), "/notices/" + slug + "\"[^}]*?\"date_modified\":\"([^\"]+)\"")));
		}
		dates.add(instant(first(body(page + ".md"), "内容更新：(\\S+)")));
		assertThat(dates).hasSize(14).containsOnly(date);
	}

	private void isNotFound(String slug, Integer... statuses) {
		LISTS.forEach((list) -> assertThat(body(list)).as(list).doesNotContainPattern("/notices/" + slug + "\\b"));
		assertThat(get("/notices/" + slug).statusCode()).isIn((Object[]) statuses);
		assertThat(get("/notices/" + slug + ".md").statusCode()).isEqualTo(get("/notices/" + slug).statusCode());
	}

	private String entry(String feed, String slug) {
		return Pattern.compile("<entry>.*?</entry>", Pattern.DOTALL)
			.matcher(body(feed))
			.results()
			.map((entry) -> entry.group())
			.filter((entry) -> entry.contains("/notices/" + slug + "\""))
			.findFirst()
			.orElseThrow();
	}

	private static Instant instant(String date) {
		return DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(date, Instant::from);
	}

	private static String first(String text, String pattern) {
		Matcher matcher = Pattern.compile(pattern, Pattern.DOTALL).matcher(text);
		assertThat(matcher.find()).as(pattern + " in " + text).isTrue();
		return matcher.group(1);
	}

}
