package edu.wenzhou.site.publishing;

import java.net.http.HttpResponse;
import java.util.Map;

import edu.wenzhou.site.media.TestUses;
import edu.wenzhou.site.media.TestUses.PublicFile;
import edu.wenzhou.site.staff.Role;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** A notice from the first word to its end, with what is attached to it. */
class NoticePublishingTests extends PublishingTest {

	@Autowired
	private TestUses library;

	@Autowired
	private Schedule schedule;

	@Test
	void aNoticeIsWrittenApprovedReadAndEndsByItself() {
		Visitor editor = with(Role.EDITOR);
		Visitor approver = with(Role.APPROVER);
		PublicFile file = this.library.publicFile();
		this.library.forget(file.sha256());
		long id = created(editor, "notice");
		Element form = form(editor, id);
		assertThat(form.select("input[type=checkbox][name=attachments]")).isNotEmpty();
		edited(editor, id, "title_zh", "测试通知：报名", "category", "ADMISSIONS", "body_zh", "第一段。\n\n第二段 <b>粗</b>。", "slug",
				"test-notice", "attachments", file.sha256(), "expire_at", "2099-01-01T00:00");
		String address = "/media/" + file.sha256() + "/" + file.name();
		assertThat(get(address).statusCode()).as("a draft makes nothing public").isEqualTo(404);
		published(editor, approver, id);
		HttpResponse<String> page = get("/notices/test-notice");
		assertThat(page.statusCode()).isEqualTo(200);
		assertThat(page.body()).contains("测试通知：报名", "第一段。", address).doesNotContain("<b>");
		assertThat(get(address).statusCode()).isEqualTo(200);
		assertThat(body("/notices")).contains("/notices/test-notice");
		assertThat(body("/")).contains("/notices/test-notice");
		Document where = editor.page("/staff/media/" + file.id());
		assertThat(where.select("a[href=" + path(id) + "]")).isNotEmpty();
		this.jdbc.sql("update content_item set expire_at = now() - interval '1 second' where id = ?")
			.param(id)
			.update();
		this.schedule.run();
		assertThat(get("/notices/test-notice").statusCode()).isEqualTo(410);
		assertThat(get(address).statusCode()).isEqualTo(404);
		assertThat(body("/")).doesNotContain("test-notice");
		assertThat(this.store.item(id).withdrawnReason()).isEqualTo("expired");
	}

	@Test
	void thePreviewShowsTheNoticeAsItWillBeAndChangesNothing() {
		Visitor editor = with(Role.EDITOR);
		long id = created(editor, "notice");
		edited(editor, id, "title_zh", "还没有公开的通知", "category", "EVENT", "body_zh", "<p>正文。</p>", "slug",
				"test-preview");
		Element form = form(editor, id);
		form.attr("action", path(id) + "/preview");
		Map<String, Object> before = counts();
		HttpResponse<String> preview = editor.submit(form, "title_zh", "没有保存的标题");
		assertThat(preview.statusCode()).isEqualTo(200);
		assertThat(preview.body()).contains("没有保存的标题", "没有公开", "<h1");
		assertThat(preview.headers().firstValue("X-Robots-Tag"))
			.hasValueSatisfying((v) -> assertThat(v).contains("noindex"));
		assertThat(preview.headers().firstValue("Cache-Control"))
			.hasValueSatisfying((v) -> assertThat(v).contains("no-store"));
		assertThat(counts()).isEqualTo(before);
		assertThat(get("/notices/test-preview").statusCode()).isEqualTo(404);
		HttpResponse<String> wrong = editor.submit(form, "slug", "不行", "title_zh", "");
		assertThat(wrong.statusCode()).isEqualTo(422);
		assertThat(wrong.body()).contains("还不能预览", "网址", "标题");
	}

	/** Somebody who writes last year's number would publish what nobody ever sees. */
	@Test
	void whatWouldEndBeforeItBeginsIsNotTaken() {
		Visitor editor = with(Role.EDITOR);
		Visitor approver = with(Role.APPROVER);
		long id = created(editor, "notice");
		edited(editor, id, "title_zh", "会结束的通知", "category", "EVENT", "body_zh", "<p>正文。</p>", "slug", "test-end",
				"expire_at", "2020-01-01T00:00");
		assertThat(editor.page(path(id) + "/submit").select(".errsum li").eachText())
			.containsExactly("到期撤下：“2020-01-01T00:00”已经过去了，请填以后的时间，或者不填");
		assertThat(editor.page(path(id) + "/edit?check").selectFirst("#field-expire_at_error").text())
			.contains("已经过去了");
		edited(editor, id, "expire_at", "2099-01-01T00:00");
		assertThat(refused(editor.submit(path(id) + "/submit", path(id) + "/submit", "at", "2099-01-01T00:00"), "at"))
			.isEqualTo("发布时间要早于到期撤下的时间。");
		submitted(editor, id);
		assertThat(refused(approver.submit(path(id) + "/review", path(id) + "/review", "decision", "approve", "at",
				"2099-02-01T00:00"), "at"))
			.isEqualTo("发布时间要早于到期撤下的时间。");
		approver.submit(path(id) + "/review", path(id) + "/review", "decision", "approve", "at", "2098-12-31T23:59");
		assertThat(refused(approver.submit(path(id), path(id) + "/schedule", "at", "2099-02-01T00:00"), "schedule_at"))
			.isEqualTo("发布时间要早于到期撤下的时间。");
		assertThat(this.store.item(id).isScheduled()).isTrue();
	}

	/** What the summary says of a field. */
	private static String refused(HttpResponse<String> answer, String field) {
		assertThat(answer.statusCode()).isEqualTo(409);
		return Jsoup.parse(answer.body()).selectFirst(".errsum a[href=#" + field + "]").text();
	}

	private Map<String, Object> counts() {
		return this.jdbc.sql(
				"select (select count(*) from notice) as notices, (select count(*) from content_revision) as revisions")
			.query()
			.singleRow();
	}

}
