package edu.wenzhou.site.publishing;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;

import edu.wenzhou.site.media.MadeFiles;
import edu.wenzhou.site.media.TestUses;
import edu.wenzhou.site.media.TestUses.PublicFile;
import edu.wenzhou.site.staff.Person;
import edu.wenzhou.site.staff.Role;
import edu.wenzhou.site.staff.Scope;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** Links with which people without an account see a draft. */
class PreviewLinkTests extends PublishingTest {

	@Autowired
	private TestUses library;

	@Test
	void aLinkShowsOneTextForEverToWhoeverHasIt() {
		long id = seeded("campus", "lucheng");
		Person person = person(new Scope(Role.EDITOR, null, null));
		Visitor editor = signedIn(person);
		edited(editor, id, "lead_zh", "校区在河边。", "lead_en", "By the river.");
		String link = shared(editor, id, "7");
		assertThat(link).matches("/preview/[A-Za-z0-9_-]{43}");
		assertThat(editor.page(path(id)).select(".s-link")).as("shown once").isEmpty();
		assertThat(this.store.latest(this.store.item(id)).frozen()).isTrue();
		edited(editor, id, "lead_zh", "校区在山脚。");
		HttpResponse<String> answer = get(link);
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
		assertThat(answer.headers().allValues("Cache-Control")).containsExactly("private, no-store");
		assertThat(answer.headers().allValues("X-Robots-Tag")).containsExactly("noindex, nofollow");
		assertThat(answer.headers().allValues("Referrer-Policy")).containsExactly("no-referrer");
		Document page = Jsoup.parse(answer.body());
		assertThat(page.select("main").text()).contains("校区在河边。").doesNotContain("校区在山脚。");
		assertThat(page.select("a[href^=/staff]")).isEmpty();
		assertThat(answer.body()).doesNotContain(person.displayName(), person.name());
		Document english = Jsoup.parse(get(page.select(".preview-bar a").last().attr("href")).body());
		assertThat(english.select("main").text()).contains("By the river.");
		assertThat(english.selectFirst("html").attr("lang")).isEqualTo("en");
		assertThat(deeds(person)).contains("preview.share DONE");
		assertThat(this.jdbc.sql("select count(*) from preview_link where item_id = ? and length(token_hash) = 32")
			.param(id)
			.query(Integer.class)
			.single()).isOne();
		assertThat(this.jdbc.sql("select details::text from audit_event where action = 'preview.share'")
			.query(String.class)
			.list()).noneMatch((details) -> details.contains(link.substring(9)));
	}

	@Test
	void expiredRevokedUnknownAndDeletedAreTheSame() {
		Visitor editor = with(Role.EDITOR);
		long id = created(editor, "campus");
		edited(editor, id, "name_zh", "测试校区", "slug", "test-campus-link");
		String revoked = shared(editor, id, "1");
		String expired = shared(editor, id, "30");
		String orphan = shared(editor, id, "30");
		assertThat(get(revoked).statusCode()).isEqualTo(200);
		List<Long> links = this.jdbc.sql("select id from preview_link where item_id = ? order by id")
			.param(id)
			.query(Long.class)
			.list();
		String path = path(id) + "/links/" + links.get(0) + "/revoke";
		assertThat(editor.submit(path(id), path).statusCode()).isEqualTo(302);
		assertThat(editor.post(path, "_csrf", editor.token()).statusCode()).as("once").isEqualTo(409);
		OffsetDateTime until = this.jdbc.sql("select expires_at from preview_link where id = ?")
			.param(links.get(1))
			.query(OffsetDateTime.class)
			.single();
		assertThat(Duration.between(OffsetDateTime.now(), until)).isBetween(Duration.ofDays(29), Duration.ofDays(31));
		this.jdbc.sql("update preview_link set expires_at = now() where id = ?").param(links.get(1)).update();
		Document page = editor.page(path(id));
		assertThat(page.select("section[aria-labelledby=links] .st").eachText()).containsExactly("还有效", "已过期", "已收回");
		assertThat(get(orphan).statusCode()).isEqualTo(200);
		assertThat(editor.submit(path(id), path(id) + "/trash").statusCode()).isEqualTo(302);
		String unknown = "/preview/" + "A".repeat(43);
		HttpResponse<String> gone = get(unknown);
		for (String link : List.of(revoked, expired, orphan, unknown, "/preview/none", unknown + "?lang=en")) {
			HttpResponse<String> answer = get(link);
			assertThat(answer.statusCode()).as(link).isEqualTo(404);
			assertThat(answer.body()).as(link).isEqualTo(gone.body());
			assertThat(answer.headers().allValues("Cache-Control")).containsExactly("private, no-store");
			assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
		}
		assertThat(Jsoup.parse(gone.body()).select("h1").text()).isEqualTo("这个链接已经失效");
	}

	@Test
	void aLinkShowsTheFilesOfItsTextAndNoOthers() {
		Visitor editor = with(Role.EDITOR);
		String used = picture(editor, "用.jpg", MadeFiles.jpeg(1000, 600));
		String inBody = picture(editor, "文中.jpg", MadeFiles.jpeg(90, 60));
		String later = picture(editor, "后来.jpg", MadeFiles.jpeg(80, 60));
		long id = seeded("campus", "lucheng");
		edited(editor, id, "pictures", sha256(used), "body_zh",
				"<p><img src=\"%s\" alt=\"文中的图\"></p>".formatted(editor.page(inBody).select(".s-link").text()));
		String link = shared(editor, id, "7");
		edited(editor, id, "pictures", sha256(later));
		Document page = Jsoup.parse(get(link).body());
		assertThat(page.select("main img").eachAttr("alt")).containsExactly("测试图片用.jpg", "文中的图");
		assertThat(page.select("[src^=/staff], [srcset*=/staff]")).isEmpty();
		List<String> addresses = page.select("main img")
			.stream()
			.flatMap((image) -> Stream.of((image.attr("src") + " " + image.attr("srcset")).split(",? ")))
			.filter((word) -> word.startsWith("/"))
			.distinct()
			.toList();
		assertThat(addresses).hasSize(3).allMatch((address) -> address.startsWith(link + "/media/"));
		for (String address : addresses) {
			HttpResponse<String> answer = get(address);
			assertThat(answer.statusCode()).as(address).isEqualTo(200);
			assertThat(answer.headers().map()).containsEntry("Content-Type", List.of("image/jpeg"))
				.containsEntry("Cache-Control", List.of("private, no-store"))
				.containsEntry("X-Robots-Tag", List.of("noindex, nofollow"))
				.containsEntry("Referrer-Policy", List.of("no-referrer"))
				.containsEntry("Content-Security-Policy", List.of("default-src 'none'; sandbox"))
				.doesNotContainKeys("Set-Cookie", "ETag");
			assertThat(get(address.substring(link.length())).statusCode()).as("not public").isEqualTo(404);
		}
		PublicFile elsewhere = this.library.publicFile();
		for (String other : List.of("/media/" + sha256(later) + "/a.jpg",
				"/media/" + elsewhere.sha256() + "/" + elsewhere.name(), "/media/" + "0".repeat(64) + "/a.jpg",
				"/media/x/a.jpg")) {
			HttpResponse<String> answer = get(link + other);
			assertThat(answer.statusCode()).as(other).isEqualTo(404);
			assertThat(answer.headers().map()).doesNotContainKeys("Set-Cookie");
		}
		String second = shared(editor, id, "1");
		assertThat(get(addresses.get(0).replace(link, second)).statusCode()).as("under the link of another text")
			.isEqualTo(404);
		long first = this.jdbc.sql("select min(id) from preview_link where item_id = ?")
			.param(id)
			.query(Long.class)
			.single();
		assertThat(editor.submit(path(id), path(id) + "/links/" + first + "/revoke").statusCode()).isEqualTo(302);
		for (String address : addresses) {
			HttpResponse<String> answer = get(address);
			assertThat(answer.statusCode()).isEqualTo(404);
			assertThat(answer.body()).isEqualTo(get(link).body());
			assertThat(answer.headers().allValues("Cache-Control")).containsExactly("private, no-store");
		}
		this.jdbc.sql("update preview_link set expires_at = now() where item_id = ?").param(id).update();
		assertThat(get(second + "/media/" + sha256(later) + "/a.jpg").statusCode()).isEqualTo(404);
	}

	@Test
	void aLinkOffersTheAttachmentsOfItsText() {
		Visitor editor = with(Role.EDITOR);
		PublicFile file = this.library.publicFile();
		this.library.forget(file.sha256());
		long id = created(editor, "notice");
		edited(editor, id, "title_zh", "有附件的通知", "category", "EVENT", "body_zh", "正文。", "slug", "test-preview-file",
				"attachments", file.sha256());
		String link = shared(editor, id, "7");
		String address = Jsoup.parse(get(link).body()).select("main a[download]").attr("href");
		assertThat(address).isEqualTo(link + "/media/" + file.sha256() + "/" + file.name());
		assertThat(get(address).headers().firstValue("Content-Disposition"))
			.hasValueSatisfying((value) -> assertThat(value).startsWith("attachment"));
		String revision = path(id) + "/revisions/" + this.store.item(id).latestRevision() + "/preview";
		String staff = editor.page(revision).select("main a[download]").attr("href");
		assertThat(staff).isEqualTo("/staff/media/" + file.sha256() + "/" + file.name());
		assertThat(editor.get(staff).statusCode()).isEqualTo(200);
		assertThat(get("/media/" + file.sha256() + "/" + file.name()).statusCode()).isEqualTo(404);
	}

	@Test
	void onlyWhoeverMayEditMakesAndRevokesLinks() {
		long id = seeded("campus", "lucheng");
		Visitor editor = with(Role.EDITOR);
		shared(editor, id, "7");
		Visitor reviewer = with(Role.REVIEWER_1);
		Document page = reviewer.page(path(id));
		assertThat(page.select("section[aria-labelledby=links]").text()).contains("还有效");
		assertThat(page.select("form[action*=/links]")).isEmpty();
		String token = reviewer.token();
		assertThat(reviewer.post(path(id) + "/links", "_csrf", token, "days", "7").statusCode()).isEqualTo(403);
		long link = this.jdbc.sql("select id from preview_link where item_id = ?").param(id).query(Long.class).single();
		assertThat(reviewer.post(path(id) + "/links/" + link + "/revoke", "_csrf", token).statusCode()).isEqualTo(403);
		HttpResponse<String> answer = editor.post(path(id) + "/links", "_csrf", editor.token(), "days", "365");
		assertThat(answer.statusCode()).isEqualTo(409);
		assertThat(answer.body()).contains("有效期只能选");
		long other = seeded("campus", other("lucheng"));
		assertThat(editor.post(path(other) + "/links/" + link + "/revoke", "_csrf", editor.token()).statusCode())
			.as("a link of another item")
			.isEqualTo(404);
	}

	@Test
	void whatCannotBeShownAnyMoreSaysSoWithoutDetails() {
		long id = seeded("campus", "lucheng");
		Visitor editor = with(Role.EDITOR);
		edited(editor, id, "name_zh", "");
		HttpResponse<String> answer = get(shared(editor, id, "7"));
		assertThat(answer.statusCode()).isEqualTo(404);
		assertThat(Jsoup.parse(answer.body()).select("h1").text()).isEqualTo("现在不能显示这份预览");
		Document problems = Jsoup
			.parse(editor.get(path(id) + "/revisions/" + this.store.item(id).latestRevision() + "/preview").body());
		assertThat(problems.select("main li a").eachAttr("href"))
			.anyMatch((href) -> href.startsWith(path(id) + "/edit?check=") && href.endsWith("#field-name_zh"));
	}

	@Test
	void aLinkShowsItsTextAlsoAfterAPageThatItLinksToIsGone() {
		Visitor editor = with(Role.EDITOR);
		Visitor approver = with(Role.APPROVER);
		long target = created(editor, "notice");
		edited(editor, target, "title_zh", "会撤下的通知", "category", "EVENT", "slug", "preview-target", "body_zh",
				"<p>文。</p>");
		published(editor, approver, target);
		long id = seeded("campus", "lucheng");
		edited(editor, id, "body_zh", "<p>见<a href=\"/notices/preview-target\">通知</a>。</p>");
		String link = shared(editor, id, "7");
		approver.submit(path(target), path(target) + "/withdraw", "reason", "过时了");
		assertThat(get("/notices/preview-target").statusCode()).isEqualTo(410);
		HttpResponse<String> answer = get(link);
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(Jsoup.parse(answer.body()).select("main").text()).contains("见通知。");
	}

	private String other(String slug) {
		return this.jdbc.sql("select slug from campus where slug <> ? order by id limit 1")
			.param(slug)
			.query(String.class)
			.single();
	}

	/** Makes a link as the item's page offers it, and reads it there. */
	private String shared(Visitor editor, long id, String days) {
		HttpResponse<String> answer = editor.submit(path(id), path(id) + "/links", "days", days);
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
		String link = editor.page(path(id) + "?done=shared").select(".s-link").text();
		assertThat(link).startsWith("http");
		return link.substring(link.indexOf("/preview/"));
	}

}
