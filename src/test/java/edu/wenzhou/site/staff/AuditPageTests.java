package edu.wenzhou.site.staff;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

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
