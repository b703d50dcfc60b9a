package edu.wenzhou.site.publishing;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;

import edu.wenzhou.site.media.TestUses;
import edu.wenzhou.site.staff.Person;
import edu.wenzhou.site.staff.Role;
import edu.wenzhou.site.staff.Scope;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Faults that people complain of in other systems and that no other test looks for; all
 * of them are in {@code docs/editing-faults.md}.
 */
class EditingFaultsTests extends PublishingTest {

	@Autowired
	private TestUses library;

	@Autowired
	private Schedule schedule;

	/** Elsewhere "update" goes live, or a live page drops out of the search. */
	@Test
	void nothingThatThePublicSeesIsTouchedBeforeApproval() {
		long id = seeded("campus", "lucheng");
		Visitor editor = with(Role.EDITOR);
		String page = body("/campuses/lucheng");
		Map<String, Object> before = visible();
		Element open = form(editor, id);
		edited(editor, id, "lead_zh", "只在草稿里的导语。", "slug", "lucheng-new");
		open.attr("action", path(id) + "/autosave");
		editor.submit(open, "lead_zh", "自动保存的导语。");
		submitted(editor, id);
		decided(with(Role.APPROVER), id, "return", "再看看。");
		assertThat(visible()).isEqualTo(before);
		assertThat(body("/campuses/lucheng")).isEqualTo(page);
		assertThat(get("/campuses/lucheng-new").statusCode()).isEqualTo(404);
	}

	/** Elsewhere a public page is listed as a draft once it has been saved by itself. */
	@Test
	void savingByItselfLeavesAPublicPagePublicInEveryList() {
		long id = seeded("campus", "lucheng");
		Visitor editor = with(Role.EDITOR);
		Element form = form(editor, id);
		form.attr("action", path(id) + "/autosave");
		assertThat(editor.submit(form, "lead_zh", "自动保存的导语。").statusCode()).isEqualTo(200);
		assertThat(editor.page(path(id)).select("h1 .st").eachText()).containsExactly("已公开", "有新草稿");
		Document list = editor.page("/staff/content?state=LIVE&q=lucheng");
		assertThat(list.select(".desk li:has(a[href=" + path(id) + "]) .st").eachText()).containsExactly("已公开", "有新草稿");
	}

	/**
	 * Elsewhere a lock stays when its owner has gone, or keeps people from their own
	 * page.
	 */
	@Test
	void whoeverHasItOpenKeepsNobodyOutAndIsForgotten() {
		long id = seeded("campus", "lucheng");
		Person gone = person(new Scope(Role.EDITOR, null, null));
		signedIn(gone).page(path(id) + "/edit");
		Person me = person(new Scope(Role.EDITOR, null, null));
		Visitor first = signedIn(me);
		assertThat(form(first, id).selectFirst("#others").text()).contains(gone.displayName());
		edited(first, id, "lead_zh", "一句新的导语。");
		Visitor second = signedIn(me);
		assertThat(form(second, id).selectFirst("#others").text()).doesNotContain(me.displayName());
		edited(second, id, "lead_zh", "在另一台电脑上写的导语。");
		this.jdbc.sql("update edit_presence set last_seen_at = now() - interval '31 minutes' where account_id = ?")
			.param(gone.id())
			.update();
		assertThat(form(first, id).selectFirst("#others").text()).isEmpty();
	}

	/**
	 * Elsewhere a change to a public page cannot wait: it is public at once or nowhere.
	 */
	@Test
	void aChangeToAPublicPageWaitsForItsTimeAndTheOldOneStays() {
		long id = seeded("campus", "lucheng");
		Visitor editor = with(Role.EDITOR);
		edited(editor, id, "lead_zh", "下个月才用的导语。");
		submitted(editor, id, "at", "2099-01-01T08:00");
		Visitor approver = with(Role.APPROVER);
		assertThat(approver
			.submit(path(id) + "/review", path(id) + "/review", "decision", "approve", "at", "2099-01-01T08:00")
			.statusCode()).isEqualTo(302);
		this.schedule.run();
		assertThat(body("/campuses/lucheng")).doesNotContain("下个月才用的导语。");
		assertThat(editor.page(path(id)).select("h1 .st").eachText()).startsWith("已公开", "有新草稿");
		this.jdbc.sql("update review set publish_at = now() - interval '1 minute' where item_id = ?")
			.param(id)
			.update();
		this.schedule.run();
		assertThat(body("/campuses/lucheng")).contains("下个月才用的导语。");
	}

	/** Elsewhere a save throws people to the top of the page. */
	@Test
	void savingComesBackToTheFieldWithoutAScriptToo() {
		long id = seeded("campus", "lucheng");
		Visitor editor = with(Role.EDITOR);
		Element form = form(editor, id);
		String field = form.selectFirst("button[name=focus]").attr("value");
		assertThat(form.select("#" + field)).hasSize(1);
		assertThat(saved(editor, form, field)).isEqualTo(path(id) + "/edit?saved#" + field);
		assertThat(saved(editor, form(editor, id), "x\"><script>")).isEqualTo(path(id) + "/edit?saved");
		// Enter in a field presses the first button of the form
		Element first = form(editor, id).selectFirst("button");
		assertThat(first.attr("name") + "=" + first.attr("value")).isEqualTo("then=save");
	}

	/**
	 * Elsewhere history holds the text alone; title, address and attachments are lost.
	 */
	@Test
	void restoringBringsBackEveryField() {
		Visitor editor = with(Role.EDITOR);
		String file = this.library.publicFile().sha256();
		long id = created(editor, "notice");
		edited(editor, id, "title_zh", "第一稿", "title_en", "First", "category", "EVENT", "body_zh", "<p>一。</p>", "slug",
				"faults-one", "attachments", file, "pinned", "true", "expire_at", "2099-01-01T00:00");
		Revision first = this.store.latest(this.store.item(id));
		edited(editor, id, "title_zh", "第二稿", "title_en", "", "category", "ADMISSIONS", "body_zh", "<p>二。</p>", "slug",
				"faults-two", "attachments", "", "pinned", "", "expire_at", "");
		assertThat(this.store.latest(this.store.item(id)).values().differing(first.values())).hasSize(8);
		assertThat(editor.submit(path(id), path(id) + "/revisions/" + first.id() + "/restore").statusCode())
			.isEqualTo(302);
		assertThat(this.store.latest(this.store.item(id)).values()).isEqualTo(first.values());
		Element form = form(editor, id);
		assertThat(form.select("[name=attachments][checked]").eachAttr("value")).containsExactly(file);
		assertThat(form.selectFirst("[name=category] option[selected]").attr("value")).isEqualTo("EVENT");
	}

	/** Elsewhere a deletion cannot be undone. */
	@Test
	void whatWasPutAwayComesBackAsItWas() {
		Visitor editor = with(Role.EDITOR);
		long id = created(editor, "school");
		edited(editor, id, "name_zh", "放错了的学院", "slug", "faults-trash");
		Values values = this.store.latest(this.store.item(id)).values();
		assertThat(editor.submit(path(id), path(id) + "/trash").statusCode()).isEqualTo(302);
		assertThat(editor.page("/staff/content?q=faults-trash").select(".desk a")).isEmpty();
		assertThat(editor.page("/staff/content?state=TRASH&q=faults-trash").select(".desk a").attr("href"))
			.isEqualTo(path(id));
		assertThat(editor.submit(path(id), path(id) + "/bring-back").statusCode()).isEqualTo(302);
		assertThat(this.store.latest(this.store.item(id)).values()).isEqualTo(values);
		assertThat(editor.page("/staff/content?q=faults-trash").select(".desk a")).hasSize(1);
	}

	/** Elsewhere a text is sent back without a word of what is wrong with it. */
	@Test
	void nothingIsSentBackOrTakenAwayWithoutAReason() {
		long id = seeded("campus", "lucheng");
		Visitor editor = with(Role.EDITOR);
		Visitor approver = with(Role.APPROVER);
		edited(editor, id, "lead_zh", "一句新的导语。");
		submitted(editor, id, "note", "导语换了", "due", "2099-05-01");
		Document review = approver.page(path(id) + "/review");
		assertThat(review.text()).contains("导语换了", "2099-05-01", "提交");
		HttpResponse<String> answer = decided(approver, id, "return", " ");
		assertThat(answer.statusCode()).isEqualTo(409);
		assertThat(Jsoup.parse(answer.body()).selectFirst(".errsum").text()).contains("请写明原因");
		assertAtTheField(answer, "comment", " ");
		assertThat(this.store.item(id).isInReview()).isTrue();
		answer = approver.submit(path(id), path(id) + "/withdraw", "reason", "");
		assertAtTheField(answer, "withdraw_reason", "");
		answer = approver.submit(path(id), path(id) + "/withdraw", "reason", "原因", "to", "//elsewhere.example");
		assertAtTheField(answer, "withdraw_to", "//elsewhere.example");
		assertThat(Jsoup.parse(answer.body()).selectFirst("#withdraw_reason").wholeText()).isEqualTo("原因");
		assertThat(Jsoup.parse(answer.body()).selectFirst("#emergency_reason").wholeText()).isEmpty();
		answer = approver.submit(path(id) + "/review", path(id) + "/review", "decision", "approve", "at", "morgen");
		assertAtTheField(answer, "at", "morgen");
		// A year that was mistyped would publish at once
		answer = approver.submit(path(id) + "/review", path(id) + "/review", "decision", "approve", "at",
				"2020-01-01T08:00");
		assertAtTheField(answer, "at", "2020-01-01T08:00");
		String long2001 = "长".repeat(2001);
		assertAtTheField(decided(approver, id, "return", long2001), "comment", long2001);
		assertAtTheField(decided(approver, id, "comment", long2001), "comment", long2001);
		answer = approver.submit(path(id), path(id) + "/withdraw", "reason", long2001);
		assertAtTheField(answer, "withdraw_reason", long2001);
		assertThat(this.store.item(id).isInReview()).isTrue();
		assertThat(get("/campuses/lucheng").statusCode()).isEqualTo(200);
	}

	/** It would stand there with its brackets. */
	@Test
	void aMistypedFigureIsNotPublished() {
		long id = seeded("campus", "ruian");
		Visitor editor = with(Role.EDITOR);
		edited(editor, id, "lead_zh",
				"[[campus_area]]、[[Students]]、[[ students ]]、[[学生人数]]、[[students]，[[students]]人。");
		String refused = editor.page(path(id) + "/submit").text();
		assertThat(refused).contains("没有代号为“campus_area”的数据", "没有代号为“Students”的数据", "没有代号为“ students ”的数据",
				"没有代号为“学生人数”的数据");
		assertThat(refused.split("没有代号为“students”")).as("the one that is a bracket short").hasSize(2);
		assertThat(this.store.item(id).isInReview()).isFalse();
	}

	/** Elsewhere one figure has to be corrected on a hundred pages. */
	@Test
	void aFigureIsCorrectedOnceForAllPages() {
		long id = seeded("figure", "students");
		List<String> pages = List.of("/about/overview", "/en/about/overview", "/about/figures", "/en/about/figures");
		pages.forEach((page) -> assertThat(Jsoup.parse(body(page)).text()).as(page).doesNotContain("12345", "12,345"));
		Visitor editor = with(Role.EDITOR);
		edited(editor, id, "value_zh", "12345", "value_en", "12,345");
		published(editor, with(Role.APPROVER), id);
		pages.forEach((page) -> assertThat(Jsoup.parse(body(page)).text()).as(page).containsAnyOf("12345", "12,345"));
	}

	/** Elsewhere pictures are published that the public cannot see or be told of. */
	@Test
	void aPictureIsInTheLibraryAndDescribedBeforeItIsPublished() {
		Visitor editor = with(Role.EDITOR);
		String sha256 = this.jdbc.sql("""
				insert into media_item (sha256, kind, content_type, file_name, byte_size, width, height, uploaded_by,
				  created_at, updated_at)
				values (encode(sha256(convert_to(gen_random_uuid()::text, 'UTF8')), 'hex'), 'PICTURE', 'image/jpeg',
				  '没说明.jpg', 1000, 40, 30, '', now(), now()) returning sha256""").query(String.class).single();
		try {
			long id = created(editor, "notice");
			String gone = "/media/" + "0".repeat(64) + "/gone.jpg";
			edited(editor, id, "title_zh", "带图的通知", "category", "EVENT", "slug", "faults-picture", "body_zh",
					"<p>文</p><p><img src=\"/media/%s/a.jpg\" alt=\"\"><img src=\"%s\" alt=\"图\"></p>".formatted(sha256,
							gone));
			assertThat(problems(editor, id)).containsExactly("正文（中文）：图库里没有“" + gone + "”，它可能已经删除。请去掉它，或重新插入",
					"正文（中文）：图片“没说明.jpg”在图库里还没有说明，请先写替代文字或注明是装饰图片");
			this.jdbc.sql("update media_item set decorative = true where sha256 = ?").param(sha256).update();
			assertThat(problems(editor, id)).hasSize(1);
		}
		finally {
			this.jdbc.sql("delete from media_item where sha256 = ?").param(sha256).update();
		}
	}

	/**
	 * Elsewhere nobody hears of a heading that is missing but who listens to the page.
	 */
	@Test
	void levelsOfHeadingsAreNotSkipped() {
		Visitor editor = with(Role.EDITOR);
		long id = created(editor, "notice");
		edited(editor, id, "title_zh", "有标题的通知", "category", "EVENT", "slug", "faults-headings", "body_zh",
				"<h3>报名</h3><p>文</p>", "body_en", "<h2>A</h2><h4>B</h4>", "title_en", "Headings");
		assertThat(problems(editor, id)).hasSize(2).first().asString().startsWith("正文（中文）：小标题“报名”前面少了上一级的标题");
		edited(editor, id, "body_zh", "<h2>报名</h2><h3>时间</h3><h4>上午</h4><h2>地点</h2><p>文</p>", "body_en", "<p>Text</p>");
		assertThat(problems(editor, id)).isEmpty();
	}

	/** Elsewhere a link to a page that is not there is published like any other. */
	@Test
	void linksOfThisSiteLeadToAPageThatThePublicCanOpen() {
		Visitor editor = with(Role.EDITOR);
		long id = created(editor, "notice");
		String good = "<p><a href=\"/schools/ai#x\">一</a><a href=\"/en/schools/ai\">二</a><a href=\"/notices?year=2026\">三</a>"
				+ "<a href=\"/about/figures.csv\">四</a><a href=\"https://elsewhere.example/x\">五</a><a href=\"#x\">六</a></p>";
		edited(editor, id, "title_zh", "有链接的通知", "category", "EVENT", "slug", "faults-links", "body_zh",
				good + "<p><a href=\"/notices/not-there\">七</a><a href=\"/staff/content\">八</a></p>");
		assertThat(problems(editor, id)).containsExactly(
				"正文（中文）：链接“/notices/not-there”现在没有公开的网页，读者打不开。请改正，或者等那一页公开以后再加",
				"正文（中文）：链接“/staff/content”现在没有公开的网页，读者打不开。请改正，或者等那一页公开以后再加");
		edited(editor, id, "body_zh", good);
		assertThat(problems(editor, id)).isEmpty();
	}

	/** The page will be there with the link, also under another address than now. */
	@Test
	void aPageLinksToItselfBeforeItIsPublic() {
		Visitor editor = with(Role.EDITOR);
		long id = created(editor, "notice");
		edited(editor, id, "title_zh", "有目录的通知", "category", "EVENT", "slug", "faults-itself", "body_zh",
				"<p><a href=\"/notices/faults-itself#part\">目录</a><a href=\"/en/notices/faults-itself\">英文</a></p>");
		assertThat(problems(editor, id)).isEmpty();
		edited(editor, id, "slug", "faults-another");
		assertThat(problems(editor, id)).hasSize(2);
		edited(editor, id, "body_zh", "<p><a href=\"/notices/faults-another#part\">目录</a></p>");
		published(editor, with(Role.APPROVER), id);
		edited(editor, id, "slug", "faults-moved", "body_zh",
				"<p><a href=\"/notices/faults-another\">旧</a><a href=\"/notices/faults-moved#part\">新</a></p>");
		assertThat(problems(editor, id)).isEmpty();
	}

	/** Nobody writes to reviewers about nothing. */
	@Test
	void whoHasNothingToHandInIsToldBeforeFillingInAForm() {
		long id = seeded("campus", "lucheng");
		Visitor editor = with(Role.EDITOR);
		assertThat(editor.page(path(id) + "/submit").selectFirst("main .notice").text()).contains("没有要审核的内容");
		assertThat(editor.page(path(id) + "/submit").select("main form")).isEmpty();
		edited(editor, id, "lead_zh", "一句新的导语。");
		assertThat(editor.page(path(id) + "/submit").select("main form")).hasSize(1);
		submitted(editor, id);
		Document again = editor.page(path(id) + "/submit");
		assertThat(again.selectFirst("main .notice").text()).contains("请先收回");
		assertThat(again.select("main form")).isEmpty();
	}

	/** The summary leads to the field, which says it too and holds what was typed. */
	private static void assertAtTheField(HttpResponse<String> answer, String field, String typed) {
		assertThat(answer.statusCode()).isEqualTo(409);
		Document page = Jsoup.parse(answer.body());
		String message = page.selectFirst(".errsum a[href=#" + field + "]").text();
		assertThat(page.selectFirst("#" + field + "_error").text()).isEqualTo("错误：" + message);
		Element control = page.selectFirst("#" + field + "[aria-invalid=true]");
		assertThat(control.attr("aria-describedby")).contains(field + "_error");
		assertThat(control.hasAttr("value") ? control.val() : control.wholeText()).isEqualTo(typed);
	}

	private List<String> problems(Visitor editor, long id) {
		return editor.page(path(id) + "/submit").select(".errsum li").eachText();
	}

	private static String saved(Visitor editor, Element form, String focus) {
		HttpResponse<String> answer = editor.submit(form, "focus", focus);
		assertThat(answer.statusCode()).isEqualTo(302);
		return answer.headers().firstValue("Location").orElseThrow();
	}

	private Map<String, Object> visible() {
		return this.jdbc.sql("""
				select (select number from site_generation) as generation,
				(select string_agg(cast(c as text), ' ' order by id) from campus c) as campuses,
				(select count(*) from former_path) as moved""").query().singleRow();
	}

}
