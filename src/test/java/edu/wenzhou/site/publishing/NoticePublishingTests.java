package edu.wenzhou.site.publishing;

import java.net.http.HttpResponse;
import java.util.Map;

import edu.wenzhou.site.media.TestUses;
import edu.wenzhou.site.media.TestUses.PublicFile;
import edu.wenzhou.site.staff.Role;
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

	private Map<String, Object> counts() {
		return this.jdbc.sql(
				"select (select count(*) from notice) as notices, (select count(*) from content_revision) as revisions")
			.query()
			.singleRow();
	}

}
