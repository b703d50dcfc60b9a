package edu.wenzhou.site.publishing;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import edu.wenzhou.site.media.MadeFiles;
import edu.wenzhou.site.staff.Person;
import edu.wenzhou.site.staff.Role;
import edu.wenzhou.site.staff.Scope;
import edu.wenzhou.site.staff.Section;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Words and files are replaced in many items at once, in drafts and never behind a back.
 */
class ReplacingTests extends PublishingTest {

	private static final String REPLACE = "/staff/replace";

	private static final String FILE = "/staff/replace/file";

	/** Elsewhere the same words have to be corrected on a hundred pages one by one. */
	@Test
	void wordsAreFoundTickedAndBecomeDraftsWhileThePublicStays() {
		Person person = editor();
		Visitor editor = signedIn(person);
		Visitor approver = with(Role.APPROVER);
		long first = notice(editor, "替换甲", "<p>请到旧称呼办公室，旧称呼在一楼。</p>", "<p>Ask the Old Name office.</p>");
		long second = notice(editor, "替换乙的旧称呼", "<p>旧称呼。</p>", "");
		published(editor, approver, first);
		String before = body("/notices/replace-" + first);
		long public1 = this.store.item(first).publishedRevision();
		Document page = editor.page(REPLACE + "?find=" + encoded("旧称呼") + "&with=" + encoded("新称呼"));
		Element form = page.selectFirst("form[method=post][action=" + REPLACE + "]");
		assertThat(form.select("h2 a").eachAttr("href")).containsExactly(path(first), path(second));
		assertThat(form.select("[name=place]").eachAttr("value")).containsExactly(first + ".body_zh.0",
				first + ".body_zh.1", second + ".title_zh.0", second + ".body_zh.0");
		assertThat(form.select("[name=place]:not([checked])")).as("nobody else works on them").isEmpty();
		assertThat(form.select("label").get(1).text()).isEqualTo("正文（中文） 请到旧称呼办公室，旧称呼改为新称呼在一楼。");
		assertThat(revisions(first) + revisions(second)).as("looking changes nothing").isEqualTo(4);

		HttpResponse<String> answer = editor.submit(form, "place", first + ".body_zh.1", "place",
				second + ".title_zh.0");
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
		Document done = editor.page(answer.headers().firstValue("Location").orElseThrow());
		assertThat(done.selectFirst(".notice").text()).contains("生成 2 个新草稿，0 项没有改");
		Revision draft = this.store.latest(this.store.item(first));
		assertThat(done.select("a[href*=/compare]").eachAttr("href"))
			.contains(path(first) + "/compare?from=" + public1 + "&to=" + draft.id());
		assertThat(draft.values().get("body_zh")).isEqualTo("<p>请到旧称呼办公室，新称呼在一楼。</p>");
		assertThat(draft.kind()).isEqualTo(Revision.Saving.REPLACE);
		assertThat(draft.note()).isEqualTo("“旧称呼” → “新称呼”");
		assertThat(this.store.item(second).title()).isEqualTo("替换乙的新称呼");
		assertThat(body("/notices/replace-" + first)).isEqualTo(before);
		assertThat(this.store.item(first).publishedRevision()).isEqualTo(public1);
		assertThat(editor.page(path(first) + "/compare").select("main ins").eachText()).contains("［加上：新］");
		assertThat(editor.page(path(first)).selectFirst("#revision-" + draft.seq()).text()).contains("批量替换",
				"“旧称呼” → “新称呼”");
		assertThat(deeds(person).stream().filter("content.replace DONE"::equals)).hasSize(2);
		assertThat(signedIn(administrator()).page("/staff/audit?action=content.replace").select(".desk li").text())
			.contains("批量替换", "原来 旧称呼", "换成 新称呼");
		assertThat(this.store.item(first).review()).as("handed in by nobody yet").isNull();
		published(editor, approver, first);
		assertThat(body("/notices/replace-" + first)).contains("请到旧称呼办公室，新称呼在一楼。");
		assertThat(editor.page(REPLACE + "?find=Old+Name").select("main mark").eachText()).as("only looked for")
			.containsExactly("Old Name");
	}

	@Test
	void markupAddressesAndCodesStayLetterByLetter() {
		Visitor editor = with(Role.EDITOR);
		long id = notice(editor, "标记里的词",
				"<p>词zq <a href=\"/notices/zq\">词zq</a> <a href=\"https://zq.example/?zq=1\">见</a> [[zq]] www.zq.example</p>"
						+ "<table><tr><th scope=\"row\">zq</th><td>a &amp; b</td></tr></table>",
				"<p>zq &lt;zq&gt; \"zq\"</p>");
		edited(editor, id, "slug", "replace-zq", "lead_zh", "第一行zq\n第二行");
		Values before = this.store.latest(this.store.item(id)).values();
		Element form = editor.page(REPLACE + "?find=zq&with=" + encoded("[[n]]<b>&\""))
			.selectFirst("form[method=post][action=" + REPLACE + "]");
		assertThat(form.select("[name=place]")).hasSize(7);
		assertThat(editor.submit(form).statusCode()).isEqualTo(302);
		Values after = this.store.latest(this.store.item(id)).values();
		String written = "[[n]]&lt;b&gt;&amp;&#34;";
		assertThat(after.differing(before)).containsExactlyInAnyOrder("lead_zh", "body_zh", "body_en");
		assertThat(after.get("lead_zh")).isEqualTo("第一行[[n]]<b>&\"\n第二行");
		assertThat(after.get("body_zh")).isEqualTo(before.get("body_zh")
			.replace("词zq", "词" + written)
			.replace("<th scope=\"row\">zq", "<th scope=\"row\">" + written));
		assertThat(after.get("body_en")).isEqualTo(before.get("body_en").replace("zq", written));
		assertThat(editor.page(REPLACE + "?find=zq").select("main mark")).as("nothing is left that could be replaced")
			.isEmpty();
	}

	@Test
	void whatOthersChangedOrDecideOnIsLeftAloneAndReported() {
		Person person = editor();
		Visitor editor = signedIn(person);
		Visitor other = with(Role.EDITOR);
		long changed = notice(editor, "有人改过", "<p>会变的词。</p>", "");
		long handedIn = notice(editor, "刚提交", "<p>会变的词。</p>", "");
		long trashed = notice(editor, "刚删掉", "<p>会变的词。</p>", "");
		long reviewed = notice(editor, "在审核", "<p>会变的词。</p>", "");
		long open = notice(editor, "有人开着", "<p>会变的词。</p>", "");
		submitted(editor, reviewed);
		other.page(path(open) + "/edit");
		Element form = editor.page(REPLACE + "?find=" + encoded("会变的词") + "&with=" + encoded("变了的词"))
			.selectFirst("form[method=post][action=" + REPLACE + "]");
		assertThat(form.select("[name=place]").eachAttr("value")).as("what is in review has no box")
			.containsExactly(changed + ".body_zh.0", handedIn + ".body_zh.0", trashed + ".body_zh.0",
					open + ".body_zh.0");
		assertThat(form.select("[name=place]:not([checked])").eachAttr("value")).containsExactly(open + ".body_zh.0");
		assertThat(form.text()).contains("它正在审核", "正开着这一项");
		edited(other, changed, "lead_zh", "别人写的导语");
		submitted(editor, handedIn);
		assertThat(other.submit(path(trashed), path(trashed) + "/trash").statusCode()).isEqualTo(302);
		String[] all = form.select("[name=place]")
			.eachAttr("value")
			.stream()
			.flatMap((value) -> List.of("place", value).stream())
			.toArray(String[]::new);
		HttpResponse<String> answer = editor.submit(form, all);
		assertThat(answer.statusCode()).isEqualTo(302);
		Document done = editor.page(answer.headers().firstValue("Location").orElseThrow());
		assertThat(done.select("#kept + ol li").eachText()).satisfiesExactlyInAnyOrder(
				(one) -> assertThat(one).contains("有人改过", "列出以后有人改过它"),
				(one) -> assertThat(one).contains("刚提交", "改了它，审核就作废"),
				(one) -> assertThat(one).contains("刚删掉", "已放进回收站"));
		assertThat(done.select("#drafts + ol li h3 a").eachAttr("href")).containsExactly(path(open));
		assertThat(this.store.latest(this.store.item(changed)).values().get("body_zh")).isEqualTo("<p>会变的词。</p>");
		assertThat(this.store.latest(this.store.item(changed)).values().get("lead_zh")).isEqualTo("别人写的导语");
		assertThat(this.store.item(handedIn).isInReview()).isTrue();
		assertThat(deeds(person).stream().filter("content.replace REFUSED"::equals)).hasSize(3);
		// The one who had it open decides as after any other save
		Element theirs = form(other, open);
		assertThat(theirs.selectFirst("[name=body_zh]").wholeText()).contains("变了的词");
	}

	@Test
	void nobodyReplacesWhatIsNotTheirs() {
		Visitor everything = with(Role.EDITOR);
		long notice = notice(everything, "通知里的专用词", "<p>专用词。</p>", "");
		long school = seeded("school", "ai");
		long another = seeded("school", "design");
		for (long id : List.of(school, another)) {
			edited(everything, id, "lead_zh", "专用词");
		}
		Visitor editor = signedIn(person(new Scope(Role.EDITOR, Section.SCHOOL, school)));
		Document page = editor.page(REPLACE + "?find=" + encoded("专用词") + "&with=" + encoded("别的词"));
		assertThat(page.select("form[method=post] h2 a").eachAttr("href")).containsExactly(path(school));
		assertThat(page.text()).doesNotContain("通知里的");
		Revision theirs = this.store.latest(this.store.item(notice));
		Revision own = this.store.latest(this.store.item(school));
		HttpResponse<String> answer = editor.post(REPLACE, "_csrf", editor.token(), "find", "专用词", "with", "别的词",
				"item", sent(own), "item", sent(theirs), "place", school + ".lead_zh.0", "place",
				notice + ".body_zh.0");
		assertThat(answer.statusCode()).isEqualTo(403);
		assertThat(this.store.item(notice).latestRevision()).isEqualTo(theirs.id());
		assertThat(this.store.item(school).latestRevision()).as("nor the rest of the same form").isEqualTo(own.id());
		assertThat(editor.page(REPLACE + "/done?find=x&with=y&made=%d.%d".formatted(notice, theirs.id())).text())
			.doesNotContain("通知里的");
		assertThat(with(Role.REVIEWER_1, Role.REVIEWER_2, Role.APPROVER).get(REPLACE).statusCode()).isEqualTo(403);
		assertThat(with(Role.REVIEWER_1).page("/staff/content").select("a[href=" + REPLACE + "]")).isEmpty();
		assertThat(editor.page("/staff/content").select("a[href=" + REPLACE + "]")).hasSize(1);
	}

	@Test
	void nonsenseIsExplainedAndWhatWasTypedStays() {
		Visitor editor = with(Role.EDITOR);
		long id = notice(editor, "一处也没选", "<p>没选的词。</p>", "");
		assertThat(editor.page(REPLACE).select(".errsum")).isEmpty();
		Map.of("?with=b", "请填写要找的词句", "?find=a&with=a", "要找的和改成的一样", "?find=" + "a".repeat(101), "最多 100 个字")
			.forEach((query, words) -> {
				HttpResponse<String> answer = editor.get(REPLACE + query);
				assertThat(answer.statusCode()).as(query).isEqualTo(422);
				assertThat(Jsoup.parse(answer.body()).selectFirst(".errsum").text()).contains(words);
			});
		assertThat(Jsoup.parse(editor.get(REPLACE + "?find=" + encoded("“<没有>&")).body()).selectFirst(".notice").text())
			.contains("您能编辑的内容里没有““<没有>&”");
		Element form = editor.page(REPLACE + "?find=" + encoded("没选的词") + "&with=b")
			.selectFirst("form[method=post][action=" + REPLACE + "]");
		form.select("[name=place]").removeAttr("checked");
		HttpResponse<String> none = editor.submit(form);
		assertThat(none.statusCode()).isEqualTo(422);
		Document again = Jsoup.parse(none.body());
		assertThat(again.selectFirst(".errsum a[href=#places]").text()).isEqualTo("一处也没有选中");
		assertThat(again.select("[name=place]")).hasSize(1);
		assertThat(again.select("[name=place][checked]")).isEmpty();
		assertThat(editor.post(REPLACE, "_csrf", editor.token(), "find", "没选的词", "with", "b", "item", "x", "place", "y")
			.statusCode()).isEqualTo(400);
		assertThat(revisions(id)).isEqualTo(2);
	}

	/** Elsewhere each page has to be opened to give it another picture. */
	@Test
	void aPictureIsReplacedInFieldsAndBodies() {
		Visitor editor = with(Role.EDITOR);
		Visitor approver = with(Role.APPROVER);
		String old = picture(editor, "旧门.jpg", MadeFiles.jpeg(641, 400), "altZh", "旧校门");
		String fresh = picture(editor, "新门.jpg", MadeFiles.jpeg(643, 400), "altZh", "新校门", "altEn", "The new gate");
		String kept = picture(editor, "楼.jpg", MadeFiles.jpeg(647, 400), "altZh", "楼");
		long school = seeded("school", "ai");
		edited(editor, school, "pictures", sha256(old), "pictures", sha256(kept));
		String address = "/media/" + sha256(old) + "/a.jpg";
		long notice = notice(editor, "带旧门的通知",
				"<p>前</p><p><img src=\"%s\" alt=\"那时的门\" width=\"641\" height=\"400\"></p><p><a href=\"%s\">大图</a></p>"
					.formatted(address, address),
				"<p><img src=\"%s\" alt=\"\">after</p>".formatted(address));
		published(editor, approver, notice);
		String public1 = body("/notices/replace-" + notice);
		String choose = editor.page(old).selectFirst("a[href=" + old + "/replace]").attr("href");
		Document choices = editor.page(choose + "?q=" + encoded("新门"));
		assertThat(choices.select(".m-grid a")).hasSize(1);
		String link = choices.selectFirst(".m-grid a").attr("href");
		assertThat(editor.page(choose).select(".m-grid a[href$=to=" + number(old) + "]")).as("not by itself").isEmpty();
		Element form = editor.page(link).selectFirst("form[method=post][action=" + FILE + "]");
		String prefix = notice + ".body_zh.";
		assertThat(form.select("[name=place]").eachAttr("value")).containsExactly(school + ".pictures.0", prefix + "0",
				prefix + "1", notice + ".body_en.0");
		assertThat(form.select("[name^=alt-]").eachAttr("value")).as("in lists it is said at the picture")
			.containsExactly("新校门", "The new gate");
		HttpResponse<String> nothing = editor.post(FILE, "_csrf", editor.token(), "from", number(old), "to",
				number(fresh), "alt-" + prefix + "0", "打了半天");
		assertThat(nothing.statusCode()).as("nothing is ticked").isEqualTo(422);
		assertThat(Jsoup.parse(nothing.body()).select("[name^=alt-]").eachAttr("value")).containsExactly("打了半天",
				"The new gate");
		HttpResponse<String> answer = editor.submit(form, "alt-" + prefix + "0", "现在的门 \"[[x]]\"");
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
		assertThat(editor.page(answer.headers().firstValue("Location").orElseThrow()).select("#drafts + ol li"))
			.hasSize(2);
		assertThat(this.store.latest(this.store.item(school)).values().lines("pictures")).containsExactly(sha256(fresh),
				sha256(kept));
		Values values = this.store.latest(this.store.item(notice)).values();
		Document zh = Jsoup.parseBodyFragment(values.get("body_zh"));
		assertThat(zh.select("img").attr("src")).isEqualTo("/media/" + sha256(fresh) + "/%E6%96%B0%E9%97%A8.jpg");
		assertThat(zh.select("img").attr("alt")).isEqualTo("现在的门 \"[x]\"");
		assertThat(zh.select("img[width]")).as("the library knows its size").isEmpty();
		assertThat(zh.select("a").attr("href")).startsWith("/media/" + sha256(fresh) + "/");
		assertThat(zh.text()).isEqualTo("前 大图");
		assertThat(Jsoup.parseBodyFragment(values.get("body_en")).select("img").attr("alt")).isEqualTo("The new gate");
		assertThat(values.files()).containsExactly(sha256(fresh));
		assertThat(Values.typed(this.types.get("notice"), (field) -> values.get(field.name())))
			.as("as a save writes it")
			.isEqualTo(values);
		assertThat(body("/notices/replace-" + notice)).isEqualTo(public1);
		assertThat(editor.page(old).select("#uses ~ .desk .ok")).as("still public until it is approved").hasSize(1);
		published(editor, approver, notice);
		assertThat(Jsoup.parse(body("/notices/replace-" + notice)).select("main img").attr("alt"))
			.isEqualTo("现在的门 \"[x]\"");
		assertThat(editor.page(old).select("#uses ~ .desk li")).as("nothing uses it any more").isEmpty();
	}

	@Test
	void onlyAUsableFileOfTheSameKindTakesItsPlace() {
		Visitor editor = with(Role.EDITOR);
		String old = picture(editor, "老图.jpg", MadeFiles.jpeg(651, 400), "altZh", "老图");
		String undescribed = uploaded(editor, "没说明.jpg", MadeFiles.jpeg(653, 400));
		String other = picture(editor, "别的图.jpg", MadeFiles.jpeg(657, 400), "altZh", "别的图");
		long school = seeded("school", "ai");
		long another = seeded("school", "design");
		for (long id : List.of(school, another)) {
			edited(editor, id, "pictures", sha256(old));
		}
		for (String to : List.of(number(undescribed), number(old), "0", "x")) {
			assertThat(editor.get(FILE + "?from=%s&to=%s".formatted(number(old), to)).statusCode()).as(to)
				.isEqualTo(404);
		}
		Visitor ofOne = signedIn(person(new Scope(Role.EDITOR, Section.SCHOOL, school)));
		Document page = ofOne.page(FILE + "?from=%s&to=%s".formatted(number(old), number(other)));
		assertThat(page.select("form[method=post] h2 a").eachAttr("href")).containsExactly(path(school));
		assertThat(page.text()).contains("另有 1 项用到它的内容不归您编辑");
	}

	/** Neither the memory nor the database feels how much there is. */
	@Test
	void aPageTakesTheSameStatementsHoweverMuchThereIs() {
		Visitor editor = with(Role.EDITOR);
		editor.token();
		String page = REPLACE + "?find=" + encoded("大量的词") + "&with=" + encoded("少量");
		long one = notice(editor, "大量的词", "<p>大量的词</p>", "");
		List<String> few = statements(() -> editor.page(page));
		try {
			many(3_000);
			assertThat(statements(() -> editor.page(page))).isEqualTo(few);
			List<String> seen = new ArrayList<>();
			Document shown = editor.page(page);
			for (int i = 0; i < 3; i++) {
				assertThat(shown.select("h2 a")).hasSizeLessThanOrEqualTo(Replacing.ITEMS);
				seen.addAll(shown.select("form[method=post] h2 a").eachAttr("href"));
				shown = editor.page(shown.select(".e-foot a").attr("href"));
			}
			assertThat(seen).hasSize(3 * Replacing.ITEMS).doesNotHaveDuplicates().startsWith(path(one));
			HttpResponse<String> answer = editor.submit(page, REPLACE);
			assertThat(answer.statusCode()).isEqualTo(302);
			Document done = editor.page(answer.headers().firstValue("Location").orElseThrow());
			assertThat(done.select("#drafts + ol li")).hasSize(Replacing.ITEMS);
			assertThat(
					editor.page(done.select("main a.btn").attr("href")).select("form[method=post] h2 a").attr("href"))
				.isEqualTo(seen.get(Replacing.ITEMS));
		}
		finally {
			clear();
		}
	}

	private void many(int number) {
		this.jdbc.sql("""
				insert into content_item (type, slug, title)
				select 'notice', 'made-up-many-' || n, '样例 ' || n from generate_series(1, ?) n""")
			.param(number)
			.update();
		this.jdbc
			.sql("""
					insert into content_revision (item_id, seq, schema_version, payload, content_hash, title, kind, author_name)
					select id, 1, 1, jsonb_build_object('title_zh', title, 'body_zh', '<p>' || repeat('文', 1000) || '大量的词</p>'),
					  repeat('0', 64), title, 'SAVED', '测试' from content_item where slug like 'made-up-many-%'""")
			.update();
		this.jdbc.sql("""
				update content_item i set latest_revision_id = v.id from content_revision v
				where v.item_id = i.id and i.slug like 'made-up-many-%'""").update();
	}

	private void clear() {
		String items = "(select id from content_item where slug like 'made-up-many-%')";
		this.jdbc.sql("update content_item set latest_revision_id = null where slug like 'made-up-many-%'").update();
		for (String table : List.of("content_media", "search_document", "content_revision")) {
			this.jdbc.sql("delete from " + table + " where item_id in " + items).update();
		}
		this.jdbc.sql("delete from content_item where slug like 'made-up-many-%'").update();
	}

	/** A draft that could be published. */
	private long notice(Visitor editor, String title, String bodyZh, String bodyEn) {
		long id = created(editor, "notice");
		edited(editor, id, "title_zh", title, "category", "EVENT", "slug", "replace-" + id, "body_zh", bodyZh,
				"body_en", bodyEn, "title_en", bodyEn.isEmpty() ? "" : "Title");
		return id;
	}

	private int revisions(long id) {
		return this.store.history(id, 100).size();
	}

	private static String sent(Revision revision) {
		return "%d-%d-%s".formatted(revision.item(), revision.id(), revision.hash());
	}

	private static String number(String path) {
		return path.substring(path.lastIndexOf('/') + 1);
	}

}
