package edu.wenzhou.site.staff;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The record as administrators read it. */
class AuditPageTests extends StaffTest {

	@Test
	void pagesFollowEachOtherByLinksAndShowEveryEventOnce() {
		add(120, "many.events", "分页人");
		Visitor boss = signedIn(administrator());
		List<String> seen = new ArrayList<>();
		String path = "/staff/audit?person=%E5%88%86%E9%A1%B5&action=many.events";
		int pages = 0;
		while (path != null) {
			Document page = boss.page(path);
			assertThat(page.selectFirst("[role=status]").text()).isEqualTo("共 120 条");
			seen.addAll(page.select(".desk li p span:last-child").eachText());
			Element next = page.selectFirst("a[rel=next]");
			path = (next != null) ? next.attr("href") : null;
			pages++;
			assertThat(page.selectFirst("#person").attr("value")).isEqualTo("分页");
		}
		assertThat(pages).isEqualTo(3);
		assertThat(seen).hasSize(120).doesNotHaveDuplicates();
		assertThat(boss.page("/staff/audit?person=%E5%88%86%E9%A1%B5&page=99").select(".desk li")).hasSize(20);
		assertThat(boss.page("/staff/audit?page=-1").select(".desk li")).isNotEmpty();
		assertThat(boss.page("/staff/audit?page=999999999999").select(".desk li")).isNotEmpty();
	}

	@Test
	void daysAreTheCollegesDays() {
		this.jdbc.sql("""
				insert into audit_event (at, actor_name, address, client, action, outcome) values
				('2026-03-01T15:59:59Z', '过夜人', '192.0.2.1', '', 'night.before', 'DONE'),
				('2026-03-01T16:00:00Z', '过夜人', '192.0.2.1', '', 'night.after', 'DONE')""").update();
		Visitor boss = signedIn(administrator());
		String who = "/staff/audit?person=%E8%BF%87%E5%A4%9C";
		assertThat(boss.page(who + "&from=2026-03-02").select(".desk h2").eachText()).containsExactly("night.after");
		assertThat(boss.page(who + "&to=2026-03-01").select(".desk h2").eachText()).containsExactly("night.before");
		assertThat(boss.page(who + "&from=2026-03-02&to=2026-03-02").select(".desk p span:first-child").eachText())
			.containsExactly("2026-03-02 00:00:00");
		HttpResponse<String> unreadable = boss.get(who + "&from=gestern");
		assertThat(unreadable.statusCode()).isEqualTo(400);
		Document page = Jsoup.parse(unreadable.body());
		assertThat(page.selectFirst(".errsum").text()).contains("日期没有看懂");
		assertThat(page.selectFirst("#from").attr("value")).isEqualTo("gestern");
		// Else it would be all of the record
		for (String file : new String[] { "/staff/audit.csv?from=2026-02-30", "/staff/audit.xlsx?to=9999-99-99" }) {
			assertThat(boss.get(file).statusCode()).as(file).isEqualTo(400);
		}
	}

	@Test
	void theFileHoldsWhatTheFilterShowsAndIsItselfRecorded() {
		add(60, "csv.events", "=HYPERLINK(1)");
		Person administrator = administrator();
		Visitor boss = signedIn(administrator);
		String csv = boss.page("/staff/audit?action=csv.events").selectFirst("a[href*=.csv]").attr("href");
		HttpResponse<String> answer = boss.get(csv);
		assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8");
		assertThat(answer.headers().firstValue("Content-Disposition")).hasValue("attachment; filename=\"audit.csv\"");
		assertThat(answer.body()).startsWith("\ufeff\"时间\",\"人员\"");
		assertThat(answer.body().lines()).hasSize(61);
		assertThat(answer.body()).contains("\"'=HYPERLINK(1)\"").doesNotContain(",\"=HYPERLINK");
		assertThat(deeds(administrator)).containsExactly("audit.export DONE", "session.sign-in DONE");
		assertThat(boss.page("/staff/audit").select(".desk h2").first().text()).isEqualTo("下载记录");
	}

	@Test
	void whatOthersTypedIsShownAsText() {
		this.jdbc
			.sql("""
					insert into audit_event (actor_name, address, client, action, item_type, item_id, item_name, outcome, details)
					values ('<b>x</b>', '192.0.2.1', '', 'markup.shown', 'x', '1', '<script>alert(1)</script>', 'DONE',
					'{"a": "<img src=x>"}')""")
			.update();
		Document page = signedIn(administrator()).page("/staff/audit?action=markup.shown");
		assertThat(page.select("main b, main script, main img")).isEmpty();
		assertThat(page.text()).contains("<script>alert(1)</script>", "<b>x</b>");
	}

	@Test
	void eventsAreTheirItemsAndSayInWordsWhatHappened() {
		Person both = person(new Scope(Role.ADMINISTRATOR, null, null), new Scope(Role.EDITOR, null, null));
		long id = this.jdbc.sql("select id from content_item where type = 'campus' limit 1").query(Long.class).single();
		for (String details : List.of("{\"revision\": 3, \"path\": \"/campuses/x\", \"before\": \"/campuses/y\"}",
				"{\"step\": 1, \"of\": 3}", "{\"at\": \"2026-09-01T00:00:00Z\"}", "{\"reason\": \"expired\"}",
				"{\"reason\": \"staff.refusal.in-use\"}", "{\"role\": \"EDITOR SCHOOL ai\"}", "{\"strange\": \"7\"}")) {
			this.jdbc
				.sql("""
						insert into audit_event (actor_name, address, client, action, item_type, item_id, item_name, outcome, details)
						values ('x', '192.0.2.1', '', 'words.shown', 'campus', ?, '某校区', 'DONE', cast(? as jsonb))""")
				.params(String.valueOf(id), details)
				.update();
		}
		Visitor reader = signedIn(both);
		String path = "/staff/audit?action=words.shown&item=campus:" + id;
		Document page = reader.page(path);
		assertThat(page.select(".desk h2 a").eachAttr("href")).hasSize(7)
			.containsOnly("/staff/content/" + id, "/staff/content/" + id + "#revision-3")
			.containsOnlyOnce("/staff/content/" + id + "#revision-3");
		assertThat(reader.page("/staff/content/" + id).select("#history + ol > #revision-1")).hasSize(1);
		String text = page.select(".desk").text();
		assertThat(text)
			.contains("第 3 稿", "网址 /campuses/x", "原网址 /campuses/y", "第 1 步，共 3 步", "时间 2026-09-01 08:00", "原因：到期",
					"原因：别处还在用它", "角色 编辑 学院 ai", "strange：7")
			.doesNotContain("{", "\"");
		assertThat(page.selectFirst("input[name=item]").attr("value")).isEqualTo("campus:" + id);
		assertThat(page.select("a[href*=.csv], a[href*=.xlsx]").eachAttr("href"))
			.allMatch((href) -> decoded(href).contains("item=campus:" + id));
		assertThat(reader.page(path + "0").select(".desk li")).isEmpty();
		assertThat(reader.page("/staff/audit?item=nonsense").select(".desk li")).isEmpty();
		assertThat(reader.page("/staff/content/" + id).select("a[href*=/staff/audit]").eachText()).containsExactly("记录",
				"全部记录");
		assertThat(reader.page("/staff/content/" + id).select("main a[href*=/staff/audit]").eachAttr("href"))
			.allMatch((href) -> decoded(href).equals("/staff/audit?item=campus:" + id));
		assertThat(signedIn(administrator()).page(path).select(".desk h2 a")).as("not theirs to open").isEmpty();
		assertThat(signedIn(editor()).page("/staff/content/" + id).select("a[href*=/staff/audit]")).isEmpty();
	}

	@Test
	void theWorkbookHoldsTheSameAsTheFileOfValues(@TempDir Path folder) throws IOException, InterruptedException {
		add(1200, "xlsx.events", "=HYPERLINK(1)");
		Person administrator = administrator();
		Visitor boss = signedIn(administrator);
		String path = boss.page("/staff/audit?action=xlsx.events").selectFirst("a[href*=.xlsx]").attr("href");
		HttpRequest request = HttpRequest.newBuilder(URI.create(address(path)))
			.header("Cookie",
					boss.cookies()
						.entrySet()
						.stream()
						.map((one) -> one.getKey() + "=" + one.getValue())
						.collect(Collectors.joining("; ")))
			.build();
		HttpResponse<byte[]> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray());
		assertThat(answer.headers().firstValue("Content-Type"))
			.hasValue("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
		assertThat(answer.headers().firstValue("Content-Disposition")).hasValue("attachment; filename=\"audit.xlsx\"");
		Document sheet;
		try (ZipFile zip = new ZipFile(Files.write(folder.resolve("x.xlsx"), answer.body()).toFile())) {
			sheet = Jsoup.parse(zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml")), "UTF-8", "",
					Parser.xmlParser());
		}
		assertThat(sheet.select("row")).hasSize(1201);
		assertThat(sheet.select("row").first().select("c").eachText()).containsExactly("时间", "人员", "地址", "浏览器", "操作",
				"对象类别", "对象编号", "对象", "结果", "详情");
		assertThat(sheet.select("c[r^=B]").eachText().subList(1, 1201)).containsOnly("=HYPERLINK(1)");
		assertThat(sheet.select("f")).as("formulas").isEmpty();
		assertThat(sheet.select("c").eachAttr("t")).containsOnly("inlineStr");
		assertThat(deeds(administrator)).containsExactly("audit.export DONE", "session.sign-in DONE");
	}

	private void add(int number, String action, String name) {
		this.jdbc.sql("""
				insert into audit_event (actor_name, address, client, action, outcome, details)
				select :name, '192.0.2.1', '', :action, 'DONE', jsonb_build_object('number', n)
				from generate_series(1, :number) n""")
			.param("name", name)
			.param("action", action)
			.param("number", number)
			.update();
	}

}
