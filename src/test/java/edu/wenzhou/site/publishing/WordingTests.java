package edu.wenzhou.site.publishing;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import edu.wenzhou.site.media.MadeFiles;
import edu.wenzhou.site.staff.Role;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What texts are looked through for before they are published: words that the college
 * keeps, and what looks like personal data.
 */
class WordingTests extends PublishingTest {

	private static final String PHONE = "13812345678";

	@Autowired
	private TextLookout lookout;

	@Autowired
	private Drafts drafts;

	@AfterEach
	void noWords() {
		this.jdbc.sql("delete from watched_word").update();
	}

	@Test
	void everyPlaceInEveryFieldIsSaidAndNothingIsReplaced() {
		word("全国最好", "MUST_NOT", "优秀", "不用最高级");
		Visitor editor = with(Role.EDITOR);
		long id = seeded("campus", "lucheng");
		String picture = picture(editor, "words.jpg", MadeFiles.jpeg(640, 480), "altZh", "全国最好的操场", "captionEn", "全国最好",
				"captionZh", "操场");
		String file = sha256(picture);
		edited(editor, id, "lead_zh", "全国最好、全国最好。", "lead_en", "The ＱＱ全国最好", "body_zh",
				"<p>全国<strong>最</strong>好</p><p>全国</p><p>最好</p><figure><img src=\"/media/" + file
						+ "/words.jpg\" alt=\"全国最好的门\"></figure>",
				"pictures", file);
		Document page = editor.page(path(id) + "/submit");
		Map<String, String> said = Map.of("field-lead_zh", "共 2 处：「【全国最好】、全国最好。」、「全国最好、【全国最好】。」", "field-lead_en",
				"共 1 处：「The ＱＱ【全国最好】」", "field-body_zh", "共 2 处：「【全国最好】」、「【全国最好】的门」", "field-pictures",
				"“words.jpg”里“全国最好”不能发布");
		said.forEach((field,
				message) -> assertThat(
						page.selectFirst(".errsum a[href='" + path(id) + "/edit?check=#" + field + "']").text())
					.contains("“全国最好”不能发布，建议改为“优秀”（不用最高级）", message));
		assertThat(page.select(".errsum li")).hasSize(4);
		assertThat(page.select("form[action$=/submit]")).isEmpty();
		String hash = this.store.latest(this.store.item(id)).hash();
		HttpResponse<String> refused = editor.post(path(id) + "/submit", "_csrf", editor.token(), "hash", hash, "note",
				"写了半天的说明", "due", "2099-01-02");
		assertThat(refused.statusCode()).isEqualTo(422);
		Document kept = Jsoup.parse(refused.body());
		assertThat(kept.getElementById("note").wholeText()).isEqualTo("写了半天的说明");
		assertThat(kept.getElementById("due").val()).isEqualTo("2099-01-02");
		Document form = editor.page(path(id) + "/edit");
		assertThat(form.select("#field-lead_zh_error").text()).contains("“全国最好”不能发布");
		assertThat(form.selectFirst("#field-lead_zh").wholeText()).isEqualTo("全国最好、全国最好。");
		assertThat(form.select("main .errsum a[href=#field-lead_en]").text()).contains("全国最好");
		// What is suggested is right, also where it holds the word
		edited(editor, id, "lead_zh", "优秀。", "lead_en", "", "body_zh", "<p>全国</p><p>最好</p>", "pictures", "");
		assertThat(editor.page(path(id) + "/submit").select(".errsum, #asked")).isEmpty();
	}

	@Test
	void whatIsAskedAboutIsHandedInWithAReasonThatTheReviewerSees() {
		word("唯一", "ASK", "", "请核实");
		Visitor editor = with(Role.EDITOR);
		Visitor approver = with(Role.APPROVER);
		long id = seeded("campus", "lucheng");
		edited(editor, id, "lead_zh", "这是唯一的一处。");
		assertThat(editor.page(path(id) + "/edit").select("#field-lead_zh_asked").text()).contains("“唯一”请再斟酌（请核实）");
		Document page = editor.page(path(id) + "/submit");
		Element reason = page.selectFirst("textarea[name^=reason_]");
		assertThat(page.getElementById(reason.attr("aria-describedby")).text()).contains("「这是【唯一】的一处。」");
		assertThat(page.selectFirst("a[href='" + path(id) + "/edit?check=#field-lead_zh']")).isNotNull();
		HttpResponse<String> answer = editor.submit(path(id) + "/submit", path(id) + "/submit", "note", "请看一下",
				reason.attr("name"), "　");
		assertThat(answer.statusCode()).isEqualTo(422);
		Document again = Jsoup.parse(answer.body());
		assertThat(again.selectFirst(".errsum a").attr("href")).isEqualTo("#" + reason.id());
		assertThat(again.getElementById(reason.id()).attr("aria-invalid")).isEqualTo("true");
		assertThat(again.getElementById("note").wholeText()).isEqualTo("请看一下");
		submitted(editor, id, reason.attr("name"), "招生处核实过");
		Document review = approver.page(path(id) + "/review");
		assertThat(review.select("section[aria-labelledby=asked]").text()).contains("「这是【唯一】的一处。」", "理由：招生处核实过")
			.doesNotContain("没有理由");
		assertThat(this.jdbc
			.sql("select (details ->> 'found') || (details ->> 'reason') from audit_event "
					+ "where action = 'review.answer' and item_id = ? order by id desc limit 1")
			.param(String.valueOf(id))
			.query(String.class)
			.single()).isEqualTo("唯一招生处核实过");
		assertThat(decided(approver, id, "return", "换个说法").statusCode()).isEqualTo(302);
		assertThat(editor.page(path(id) + "/submit").selectFirst("textarea[name^=reason_]").wholeText())
			.as("for the same in the same place it need not be typed anew")
			.isEqualTo("招生处核实过");
		published(editor, approver, id);
		assertThat(body("/campuses/lucheng")).contains("这是唯一的一处。");
		edited(editor, id, "lead_zh", "这是唯一的一处，也是唯一的。");
		assertThat(editor.page(path(id) + "/submit").selectFirst("textarea[name^=reason_]").wholeText())
			.as("for another place it does not hold")
			.isEmpty();
	}

	@Test
	void whatWasForbiddenOrAskedMeanwhileIsNotPublished() {
		Visitor editor = with(Role.EDITOR);
		Visitor approver = with(Role.APPROVER);
		long id = seeded("campus", "lucheng");
		edited(editor, id, "lead_zh", "这是唯一的一处。");
		submitted(editor, id);
		word("唯一", "ASK", "", "");
		HttpResponse<String> answer = decided(approver, id, "approve", "好");
		assertThat(answer.statusCode()).isEqualTo(422);
		Document page = Jsoup.parse(answer.body());
		assertThat(page.select(".errsum").text()).contains("有的地方还没有写明理由", "“唯一”请再斟酌");
		assertThat(page.select("section[aria-labelledby=asked]").text()).contains("没有理由");
		assertThat(page.getElementById("comment").wholeText()).isEqualTo("好");
		this.jdbc.sql("update watched_word set severity = 'MUST_NOT'").update();
		assertThat(Jsoup.parse(decided(approver, id, "approve", "").body()).select(".errsum").text())
			.contains("“唯一”不能发布");
		assertThat(body("/campuses/lucheng")).doesNotContain("这是唯一的一处");
	}

	@Test
	void personalDataIsAskedAboutWithWhatMayStandThereInstead() {
		Visitor editor = with(Role.EDITOR);
		Visitor approver = with(Role.APPROVER);
		long id = seeded("campus", "lucheng");
		String body = "<p>张三 <strong>138</strong>12345678，<a href=\"mailto:li4@qq.com\">李四</a></p><p>11010519491231002X</p>";
		edited(editor, id, "body_zh", body);
		Document page = editor.page(path(id) + "/submit");
		assertThat(page.select("#asked").text()).isEqualTo("有 3 处要说明理由");
		assertThat(page.select("form[action$=/submit] .hint").eachText())
			.anySatisfy((hint) -> assertThat(hint).contains("疑似有手机号，共 1 处：「张三 【" + PHONE + "】，李四」。可以遮成：138****5678"))
			.anySatisfy((hint) -> assertThat(hint).contains("身份证号", "可以遮成：110105********002X"))
			.anySatisfy((hint) -> assertThat(hint).contains("私人邮箱", "可以遮成：l***@qq.com"));
		List<String> reasons = new ArrayList<>();
		page.select("textarea[name^=reason_]").forEach((field) -> reasons.addAll(List.of(field.attr("name"), "本人同意")));
		submitted(editor, id, reasons.toArray(String[]::new));
		assertThat(decided(approver, id, "approve", "").statusCode()).isEqualTo(302);
		assertThat(body("/campuses/lucheng")).as("nothing is masked by itself")
			.contains("<strong>138</strong>12345678");
		assertThat(kept(id)).contains("138****5678", "110105********002X", "l***@qq.com", "本人同意")
			.doesNotContain(PHONE, "11010519491231002X", "li4@qq.com");
	}

	@Test
	void attachmentsAreReadAtUploadAndWhenTheTextIsHandedIn() {
		word("唯一", "MUST_NOT", "", "");
		Visitor editor = with(Role.EDITOR);
		String path = uploaded(editor, "名单.docx", MadeFiles.document("张三，" + PHONE, "没有别的"));
		Document file = editor.page(path + "?done=uploaded");
		assertThat(file.select("main .notice").text()).contains("这个附件里疑似有个人信息",
				"疑似有手机号，共 1 处：「张三，【" + PHONE + "】」。可以遮成：138****5678");
		HttpResponse<String> several = upload(editor, Map.of("a.xlsx", MadeFiles.workbook("王五", "1.3912345678E10"),
				"b.docx", MadeFiles.document("没有什么" + System.nanoTime())));
		assertThat(several.statusCode()).isEqualTo(200);
		assertThat(Jsoup.parse(several.body()).select("[role=alert]")).as("nothing was refused").isEmpty();
		assertThat(Jsoup.parse(several.body()).select("#added ~ ul li:contains(a.xlsx)").text()).contains("疑似有个人信息");
		assertThat(Jsoup.parse(several.body()).select("#added ~ ul li:contains(b.docx)").text()).doesNotContain("疑似");
		String scan = uploaded(editor, "扫描.pdf", MadeFiles.pdf("/X " + System.nanoTime()));
		assertThat(editor.page(scan).select("main .notice").text()).contains("文字读不出来");

		long id = created(editor, "notice");
		edited(editor, id, "title_zh", "附件通知", "category", "ADMISSIONS", "body_zh", "第一段。", "slug", "words-notice",
				"attachments", sha256(path), "attachments.more", "/media/" + sha256(scan) + "/x.pdf");
		Document page = editor.page(path(id) + "/submit");
		assertThat(page.select("form[action$=/submit] .hint").text()).contains("“名单.docx”里疑似有手机号");
		assertThat(page.select("main .notice").text()).contains("读不出来").contains("扫描.pdf");
		assertThat(page.select("textarea[name^=reason_]")).hasSize(1);
		String twin = uploaded(editor, "名单.docx", MadeFiles.document("张三，" + PHONE, "另一份"));
		edited(editor, id, "attachments", sha256(path), "attachments.more", "/media/" + sha256(twin) + "/x.docx");
		Element reason = editor.page(path(id) + "/submit").select("textarea[name^=reason_]").first();
		submitted(editor, id, reason.attr("name"), "名单要公示");
		assertThat(editor.submit(path(id), path(id) + "/recall").statusCode()).isEqualTo(302);
		String bad = uploaded(editor, "简章.docx", MadeFiles.document("全国唯一的"));
		edited(editor, id, "attachments", sha256(bad));
		assertThat(editor.page(path(id) + "/submit").select(".errsum a").text()).contains("“简章.docx”里“唯一”不能发布");
	}

	@Test
	void whatTheSiteCameWithHasNothingToAskAbout() {
		List<String> found = new ArrayList<>();
		int[] items = new int[1];
		this.drafts.each((draft) -> {
			items[0]++;
			this.lookout.look(draft.type(), draft.values())
				.findings()
				.forEach((finding) -> found.add(draft.values().get("slug") + ": " + finding));
		});
		assertThat(items[0]).isGreaterThan(100);
		assertThat(found).isEmpty();
		assertThat(this.jdbc.sql("select count(*) from watched_word").query(Integer.class).single()).isZero();
	}

	private void word(String word, String severity, String suggestion, String note) {
		HttpResponse<String> answer = with(Role.APPROVER).submit("/staff/words/new", "/staff/words/new", "word", word,
				"severity", severity, "suggestion", suggestion, "note", note);
		assertThat(answer.headers().firstValue("Location")).as(answer.body()).contains("/staff/words?done=added");
	}

	/** All that the record and the review hold about an item. */
	private String kept(long id) {
		return String.join("\n",
				this.jdbc.sql("""
						select cast(e.details as text) from audit_event e where e.item_id = :text
						union all select a.subject || a.reason || a.question from review_answer a
						  join review r on r.id = a.review_id where r.item_id = :id""")
					.param("text", String.valueOf(id))
					.param("id", id)
					.query(String.class)
					.list());
	}

}
