package edu.wenzhou.site.publishing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import edu.wenzhou.site.staff.Person;
import edu.wenzhou.site.staff.Role;
import edu.wenzhou.site.staff.Scope;
import edu.wenzhou.site.staff.Section;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** Tables become drafts, once people have seen what each row would be. */
class TableImportTests extends PublishingTest {

	private static final String IMPORT = "/staff/import";

	@Autowired
	private Forms forms;

	@AfterEach
	void noTables() {
		this.jdbc.sql("delete from table_import").update();
	}

	@Test
	void aTableOfNoticesBecomesDraftsOnceItIsConfirmed() {
		Person person = person(new Scope(Role.EDITOR, null, null));
		Visitor editor = signedIn(person);
		String category = option("notice", "category");
		String page = uploaded(editor, "notice", "通知.xlsx", workbook((sheet) -> {
			List.of("标题", "类别", "正文", "网址", "日期", "置顶", "备注").forEach((head) -> sheet.value(0, column(head), head));
			sheet.value(1, 0, "表格里的第一条");
			sheet.value(1, 1, category);
			sheet.value(1, 2, "第一段。\n\n第二段<script>alert(1)</script>。");
			sheet.value(1, 3, "table-one");
			sheet.value(1, 4, LocalDate.of(2026, 9, 1));
			sheet.style(1, 4).format("yyyy/m/d").set();
			sheet.value(1, 5, "是");
			sheet.value(1, 6, "不导入的话");
			sheet.value(2, 0, "=1+1");
		}));
		assertThat(count("notice")).as("nothing is kept").isZero();
		Document plan = editor.page(page);
		assertThat(plan.select(".i-columns option[selected]").eachAttr("value")).containsExactly("title_zh", "category",
				"body_zh", "slug", "published_on", "pinned");
		assertThat(plan.select("section[aria-labelledby=plan] li .st").eachText()).containsExactly("新建", "新建");
		assertThat(plan.select(".desk li").get(1).text()).contains("提交审核以前还要填", "类别", "正文", "网址");
		HttpResponse<String> answer = editor.submit(page, page + "/apply");
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
		Document done = editor.page(page);
		assertThat(done.select(".notice[role=status]").text()).contains("已保存 2 条草稿", "没有公开");
		List<Long> made = made(done);
		ContentItem item = this.store.item(made.get(0));
		assertThat(item.isLive()).isFalse();
		assertThat(item.review()).isNull();
		Revision draft = this.store.latest(item);
		assertThat(draft.seq()).isOne();
		assertThat(draft.author()).isEqualTo(person.id());
		assertThat(draft.values().get("category")).isEqualTo("EVENT");
		assertThat(draft.values().get("published_on")).isEqualTo("2026-09-01T00:00");
		assertThat(draft.values().get("pinned")).isEqualTo("true");
		assertThat(draft.values().get("body_zh")).isEqualTo("<p>第一段。</p><p>第二段。</p>");
		assertThat(this.store.item(made.get(1)).title()).as("a text, not a formula").isEqualTo("=1+1");
		assertThat(get("/notices/table-one").statusCode()).isEqualTo(404);
		assertThat(deeds(person)).containsSubsequence("content.create DONE", "content.create DONE",
				"import.confirm DONE");
		assertThat(editor.post(page + "/apply", "_csrf", editor.token()).statusCode()).as("once more").isEqualTo(302);
		assertThat(count("notice")).isEqualTo(2);
		published(editor, with(Role.APPROVER), made.get(0));
		assertThat(get("/notices/table-one").statusCode()).isEqualTo(200);
	}

	@Test
	void aTitleIsFoundByEitherWordForIt() {
		Visitor editor = with(Role.EDITOR);
		for (Map.Entry<String, String> head : Map.of("名称,级别", "honour", "Name,级别", "honour", "标题,类型", "partnership")
			.entrySet()) {
			String page = uploaded(editor, head.getValue(), "表.csv",
					(head.getKey() + "\n一项,\n").getBytes(StandardCharsets.UTF_8));
			assertThat(editor.page(page).select(".i-columns option[selected]").first().attr("value")).as(head.getKey())
				.isEqualTo(head.getValue().equals("honour") ? "title_zh" : "name_zh");
		}
		String both = uploaded(editor, "honour", "表.csv", "名称,标题\n一,二\n".getBytes(StandardCharsets.UTF_8));
		assertThat(editor.page(both).select(".i-columns option[selected]").eachAttr("value")).as("the first of two")
			.containsOnlyOnce("title_zh");
	}

	@Test
	void honoursThatAreThereAreChangedAndNothingIsPublic() {
		Visitor editor = with(Role.EDITOR);
		List<String> slugs = this.jdbc.sql(
				"select published_slug from content_item where type = 'honour' and published_slug is not null order by id limit 3")
			.query(String.class)
			.list();
		long changed = seeded("honour", slugs.get(0));
		long reviewed = seeded("honour", slugs.get(2));
		edited(editor, reviewed, "detail_zh", "送审的说明");
		submitted(editor, reviewed);
		Values before = this.store.latest(this.store.item(changed)).values();
		String same = this.store.latest(this.store.item(item("honour", slugs.get(1)))).values().get("title_zh");
		String csv = """
				网址,标题（中文）,说明,级别
				%s,,表格改的说明,
				%s,%s,,
				%s,,会作废审核,
				table-honour,表格里的荣誉,,%s
				""".formatted(slugs.get(0), slugs.get(1), same.contains(",") ? '"' + same + '"' : same, slugs.get(2),
				option("honour", "level"));
		String page = uploaded(editor, "honour", "荣誉.csv", csv.getBytes(Charset.forName("GB18030")));
		Document plan = editor.page(page);
		assertThat(plan.select(".desk li .st").eachText()).containsExactly("修改", "没有变化", "有错", "新建");
		assertThat(plan.select(".desk li").get(0).text()).contains("改动：").doesNotContain("标题");
		assertThat(plan.select(".desk li").get(2).select(".err").text()).startsWith("A4，").contains("正在审核");
		assertThat(editor.submit(page, page + "/apply").statusCode()).isEqualTo(302);
		List<Long> made = made(editor.page(page));
		assertThat(made).hasSize(2).startsWith(changed);
		Revision draft = this.store.latest(this.store.item(changed));
		assertThat(draft.values()).isEqualTo(before.with("detail_zh", "表格改的说明"));
		assertThat(this.store.live(this.store.item(changed)).orElseThrow().values()).isEqualTo(before);
		assertThat(this.store.item(reviewed).isInReview()).as("left alone").isTrue();
		assertThat(this.store.item(made.get(1)).isLive()).isFalse();
		assertThat(body("/honours")).doesNotContain("表格改的说明", "表格里的荣誉");
		this.jdbc.sql("update review set state = 'RECALLED', closed_at = now() where item_id = ?")
			.param(reviewed)
			.update();
	}

	@Test
	void partnershipsNameTheirRegionsAsPeopleDo() {
		Visitor editor = with(Role.EDITOR);
		List<Map<String, Object>> regions = this.jdbc
			.sql("select slug, name_zh from region order by position, id limit 2")
			.query()
			.listOfRows();
		String page = uploaded(editor, "partnership", "合作.csv",
				("名称,类型,国家或地区,开始年份\n一项合作,%s,%s、%s,２０１９年\n另一项,%s,没有的地方,\n")
					.formatted(option("partnership", "kind"), regions.get(0).get("name_zh"), regions.get(1).get("slug"),
							option("partnership", "kind"))
					.getBytes(StandardCharsets.UTF_8));
		Document plan = editor.page(page);
		assertThat(plan.select(".desk li .st").eachText()).containsExactly("新建", "有错");
		assertThat(plan.select(".desk li .err").text()).startsWith("C3，").contains("没有的地方");
		assertThat(editor.submit(page, page + "/apply").statusCode()).isEqualTo(302);
		Values values = this.store.latest(this.store.item(made(editor.page(page)).get(0))).values();
		assertThat(values.lines("regions")).containsExactly((String) regions.get(0).get("slug"),
				(String) regions.get(1).get("slug"));
		assertThat(values.get("since")).isEqualTo("2019");
	}

	@Test
	void whatIsWrongIsSaidByCellAndLeftOut() {
		Visitor editor = with(Role.EDITOR);
		long there = created(editor, "notice");
		edited(editor, there, "title_zh", "已有的通知", "slug", "table-there");
		String page = uploaded(editor, "notice", "错.csv", """
				标题;类别;日期;网址;置顶
				;;2026-02-30;;
				甲;没有的分类;九月;Not A Slug;也许
				乙;;;table-there;
				丙;;;table-two;
				丁;;2026.9.1 8:05;table-two;否
				戊;;#REF!;;
				""".getBytes(StandardCharsets.UTF_8));
		Document plan = editor.page(page);
		assertThat(plan.select(".desk li .st").eachText()).containsExactly("有错", "有错", "有错", "新建", "有错", "有错");
		List<List<String>> wrong = plan.select(".desk li:has(h3)")
			.stream()
			.map((row) -> row.select(".err").eachText().stream().map((text) -> text.substring(0, 2)).toList())
			.toList();
		assertThat(wrong).containsExactly(List.of("C2", "A2"), List.of("B3", "C3", "E3", "D3"), List.of("D4"),
				List.of(), List.of("D6"), List.of("C7"));
		assertThat(plan.select(".desk .err").get(6).text()).contains("已有的通知");
		assertThat(plan.select(".desk .err").get(7).text()).contains("第 5 行");
		assertThat(plan.select("form[action$=/apply] button").text()).isEqualTo("确认，保存 1 条草稿");
		assertThat(editor.page(page + "?show=wrong").select(".desk li:has(h3)")).hasSize(5);
		assertThat(editor.submit(page, page + "/apply").statusCode()).isEqualTo(302);
		assertThat(made(editor.page(page))).hasSize(1);
	}

	@Test
	void peopleSayWhichColumnIsWhichAndAnotherTableIsNotConfirmedByAccident() {
		Visitor editor = with(Role.EDITOR);
		String page = uploaded(editor, "notice", "列.csv",
				"甲列,乙列\n一个标题,table-columns\n".getBytes(StandardCharsets.UTF_8));
		Document plan = editor.page(page);
		assertThat(plan.select(".errsum a").eachAttr("href")).containsExactly("#columns");
		assertThat(plan.select("form[action$=/apply]")).isEmpty();
		assertThat(plan.select("label[for=column-0]").text()).isEqualTo("A 列：甲列");
		matched(editor, page, "title_zh", "title_zh");
		assertThat(editor.page(page).select(".errsum").text()).contains("两列");
		matched(editor, page, "title_zh", "type");
		assertThat(editor.page(page).select("#column-1 option[selected]")).as("no field").isEmpty();
		String seen = editor.page(page).select("[name=plan]").val();
		matched(editor, page, "title_zh", "slug");
		HttpResponse<String> answer = editor.post(page + "/apply", "_csrf", editor.token(), "plan", seen);
		assertThat(answer.statusCode()).isEqualTo(409);
		assertThat(Jsoup.parse(answer.body()).select(".errsum").text()).contains("还没有导入");
		assertThat(count("notice")).isZero();
		assertThat(editor.submit(page, page + "/apply").statusCode()).isEqualTo(302);
		assertThat(this.store.item(made(editor.page(page)).get(0)).slug()).isEqualTo("table-columns");
	}

	@Test
	void whatSomebodyChangesAfterTheConfirmationIsNotOverwritten() {
		Visitor editor = with(Role.EDITOR);
		String slug = this.jdbc.sql(
				"select published_slug from content_item where type = 'honour' and published_slug is not null order by id limit 1")
			.query(String.class)
			.single();
		long id = seeded("honour", slug);
		String page = uploaded(editor, "honour", "荣誉.csv",
				"slug,title,detail\n%s,,表格里的\ntable-other,另一项,\n".formatted(slug).getBytes(StandardCharsets.UTF_8));
		String seen = editor.page(page).select("[name=plan]").val();
		edited(editor, id, "detail_zh", "先改的");
		assertThat(editor.post(page + "/apply", "_csrf", editor.token(), "plan", seen).statusCode())
			.as("it is another text by now")
			.isEqualTo(409);
		Element form = editor.page(page).selectFirst("form[action$=/apply]");
		this.jdbc.sql("update table_import set confirmed_at = now()").update();
		this.jdbc
			.sql("""
					update table_import_row set payload = '{"title_zh":"x"}', item_id = case number when 2 then ? end,
					base_revision_id = (select min(id) from content_revision where item_id = ?), base_hash = 'old' where number = 2""")
			.params(id, id)
			.update();
		this.jdbc.sql("update table_import_row set payload = '{\"title_zh\":\"另一项\"}' where number = 3").update();
		assertThat(editor.submit(form).statusCode()).isEqualTo(302);
		Document done = editor.page(page);
		assertThat(done.select(".desk .st").eachText()).containsExactly("没有保存", "新草稿");
		assertThat(done.select(".desk .err").text()).contains("没有覆盖");
		assertThat(made(done)).hasSize(2);
		assertThat(this.store.latest(this.store.item(id)).values().get("detail_zh")).isEqualTo("先改的");
	}

	@Test
	void aLongTableIsSavedInParts() {
		Visitor editor = with(Role.EDITOR);
		int rows = TableImports.BATCH + 1;
		String page = uploaded(editor, "notice", "长.csv",
				("标题\n" + IntStream.range(0, rows).mapToObj((i) -> "第" + i + "条").collect(Collectors.joining("\n")))
					.getBytes(StandardCharsets.UTF_8));
		assertThat(editor.page(page + "?page=6").select(".desk li:has(h3)")).hasSize(1);
		assertThat(editor.submit(page, page + "/apply").statusCode()).isEqualTo(302);
		Document part = editor.page(page);
		assertThat(part.select("form[action$=/apply] button").text()).isEqualTo("接着保存其余 1 行");
		assertThat(editor.submit(page, page + "/apply").statusCode()).isEqualTo(302);
		Document done = editor.page(page);
		this.jdbc.sql("select item_id from table_import_row where item_id is not null")
			.query(Long.class)
			.list()
			.forEach(this::forgotten);
		assertThat(done.select(".notice[role=status]").text()).contains("已保存 " + rows + " 条草稿");
		assertThat(done.select("form[action$=/apply]")).isEmpty();
	}

	@Test
	void onlyWhoeverUploadedItAndMayStillWriteGetsAtATable() {
		Person person = person(new Scope(Role.EDITOR, Section.NOTICE, null));
		Visitor editor = signedIn(person);
		assertThat(editor.page(IMPORT).select("#type option").eachAttr("value")).containsExactly("notice");
		assertThat(sent(editor, IMPORT, Map.of("type", "honour"), "a.csv", "标题\n甲".getBytes(StandardCharsets.UTF_8))
			.statusCode()).as("another section").isEqualTo(422);
		String page = uploaded(editor, "notice", "通知.csv", "标题\n甲".getBytes(StandardCharsets.UTF_8));
		Visitor other = with(Role.EDITOR);
		assertThat(other.get(page).statusCode()).isEqualTo(404);
		assertThat(other.post(page + "/apply", "_csrf", other.token()).statusCode()).isEqualTo(404);
		assertThat(other.post(page + "/columns", "_csrf", other.token()).statusCode()).isEqualTo(404);
		assertThat(with(Role.APPROVER).get(page).statusCode()).isEqualTo(403);
		this.jdbc.sql("update table_import set expires_at = now()").update();
		assertThat(editor.get(page).statusCode()).as("over").isEqualTo(404);
		this.jdbc.sql("delete from table_import").update();
		String first = uploaded(editor, "notice", "通知.csv", "标题\n甲".getBytes(StandardCharsets.UTF_8));
		this.jdbc.sql("update table_import_row set payload = '{}'").update();
		for (int i = 0; i < 7; i++) {
			uploaded(editor, "notice", "通知.csv", "标题\n甲".getBytes(StandardCharsets.UTF_8));
		}
		assertThat(this.jdbc.sql("select count(*) from table_import").query(Integer.class).single())
			.as("and the one of which something is still to be saved")
			.isEqualTo(6);
		assertThat(editor.get(first).statusCode()).isEqualTo(200);
	}

	@Test
	void aFileThatIsRefusedIsExplained() {
		Visitor editor = with(Role.EDITOR);
		HttpResponse<String> answer = sent(editor, IMPORT, Map.of("type", "honour"), "a.xlsx",
				"PK\u0003\u0004".getBytes(StandardCharsets.ISO_8859_1));
		assertThat(answer.statusCode()).isEqualTo(422);
		Document page = Jsoup.parse(answer.body());
		assertThat(page.select(".errsum a").attr("href")).isEqualTo("#file");
		assertThat(page.select("#file_error").text()).contains("读不出这个文件");
		assertThat(page.select("#type option[selected]").val()).as("kept").isEqualTo("honour");
		assertThat(sent(editor, IMPORT, Map.of("type", "honour"), "", new byte[0]).statusCode()).isEqualTo(422);
		assertThat(this.jdbc.sql("select count(*) from table_import").query(Integer.class).single()).isZero();
	}

	private void matched(Visitor editor, String page, String... fields) {
		String[] columns = IntStream.range(0, fields.length)
			.boxed()
			.flatMap((at) -> List.of("column-" + at, fields[at]).stream())
			.toArray(String[]::new);
		assertThat(editor.submit(page, page + "/columns", columns).statusCode()).isEqualTo(302);
	}

	/** Uploads a table; its page. */
	private String uploaded(Visitor editor, String type, String name, byte[] content) {
		HttpResponse<String> answer = sent(editor, IMPORT, Map.of("type", type), name, content);
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
		return answer.headers().firstValue("Location").orElseThrow();
	}

	/** The items of a page of results, which will be gone after the test. */
	private List<Long> made(Document done) {
		List<Long> made = done.select(".desk a[href^=/staff/content/]")
			.stream()
			.map((link) -> Long.valueOf(link.attr("href").replaceAll("\\D", "")))
			.toList();
		made.stream().filter((id) -> !this.store.item(id).isLive()).forEach(this::forgotten);
		return made;
	}

	/** Drafts of tables that were never public. */
	private int count(String type) {
		return this.jdbc.sql(
				"select count(*) from content_item where type = ? and published_slug is null and title in ('表格里的第一条', '=1+1', '一个标题')")
			.param(type)
			.query(Integer.class)
			.single();
	}

	/** What people call the first choice of a field, but for a category of notices. */
	private String option(String type, String field) {
		Field found = this.types.get(type)
			.getFields()
			.stream()
			.filter((one) -> one.name().equals(field))
			.findFirst()
			.orElseThrow();
		String option = type.equals("notice") ? "EVENT" : found.options().get(0);
		return this.forms.readable(found, option);
	}

	private static int column(String head) {
		return List.of("标题", "类别", "正文", "网址", "日期", "置顶", "备注").indexOf(head);
	}

	private static byte[] workbook(Consumer<Worksheet> fill) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (Workbook book = new Workbook(bytes, "test", "1.0")) {
			fill.accept(book.newWorksheet("表"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

}
