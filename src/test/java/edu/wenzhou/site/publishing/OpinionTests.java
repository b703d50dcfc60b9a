package edu.wenzhou.site.publishing;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import edu.wenzhou.site.staff.Person;
import edu.wenzhou.site.staff.Role;
import edu.wenzhou.site.staff.Scope;
import edu.wenzhou.site.staff.StaffBrowser;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What people without an account say of a text, and that it decides nothing. */
class OpinionTests extends PublishingTest {

	private static final String FORM = ".opinion form";

	private final LocalDate today = LocalDate.now(TypedTables.ZONE);

	@Test
	void anOpinionIsGivenByWhoeverHasTheLinkAndReachesThoseWhoAsked() {
		long id = seeded("campus", "lucheng");
		Person asker = person(new Scope(Role.EDITOR, null, null));
		Visitor editor = signedIn(asker);
		edited(editor, id, "lead_zh", "校区在河边。");
		String link = asked(editor, id, 3);
		HttpResponse<String> answer = get(link);
		assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
		Document page = Jsoup.parse(answer.body());
		assertThat(page.selectFirst(".preview-bar + .opinion")).isNotNull();
		assertThat(page.select(".opinion summary").text()).isEqualTo("请在 " + this.today.plusDays(3) + " 前说说您的意见");
		assertThat(page.select(".opinion").text()).contains("这不是审批", "由有账号的审核人决定");
		assertThat(page.select(FORM + " input[type=hidden]")).as("nothing but the link allows it").isEmpty();
		assertThat(page.select(".opinion :is(input:not([type=radio]), textarea)")
			.stream()
			.map((field) -> page.select("label[for=" + field.id() + "]").text())).containsExactly("您的姓名", "说明");
		StaffBrowser guest = new Visitor("192.0.2.30");
		answer = guest.submit(page.selectFirst(FORM), "name", " 王 校长 ", "opinion", "OBJECT", "comment",
				"第一句<b>要改</b>\u202e。");
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
		assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
		assertThat(answer.headers().allValues("Cache-Control")).containsExactly("private, no-store");
		assertThat(answer.headers().allValues("Referrer-Policy")).containsExactly("no-referrer");
		Document kept = Jsoup.parse(answer.body());
		assertThat(kept.select(".opinion [role=status]").text()).isEqualTo("意见已收到，谢谢。 王 校长：有意见");
		assertThat(kept.select("main").text()).contains("校区在河边。");
		Element said = editor.page(path(id)).selectFirst("section[aria-labelledby=opinions]");
		assertThat(said.text()).contains("不算审批", "王 校长", "有意见", "第一句<b>要改</b>。", asker.displayName())
			.doesNotContain("此后文字有改动");
		assertThat(said.select("b")).isEmpty();
		assertThat(editor.page("/staff").select("section[aria-labelledby=asked] li").text()).contains("有意见 1")
			.doesNotContain("此后文字有改动");
		assertThat(with(Role.EDITOR).page("/staff").select("section[aria-labelledby=asked]")).as("of another person")
			.isEmpty();
		assertThat(this.jdbc.sql("""
				select actor_name || ' ' || item_id || ' ' || (details ->> 'opinion') || ' ' || (details ->> 'signed')
				from audit_event where action = 'opinion.give' and address = '192.0.2.30'""")
			.query(String.class)
			.list()).containsExactly(" " + id + " OBJECT 王 校长");
		edited(editor, id, "lead_zh", "校区在山脚。");
		assertThat(editor.page(path(id)).select("section[aria-labelledby=opinions] .st").eachText())
			.containsExactly("有意见", "此后文字有改动");
		assertThat(editor.page("/staff").select("section[aria-labelledby=asked] li").text()).contains("此后文字有改动");
	}

	@Test
	void anOpinionMovesNoState() {
		long id = seeded("campus", "lucheng");
		Visitor editor = with(Role.EDITOR);
		Visitor approver = with(Role.APPROVER);
		edited(editor, id, "lead_zh", "校区在河边。");
		String link = asked(editor, id, 3);
		submitted(editor, id);
		List<String> before = state(id);
		String shown = body("/campuses/lucheng");
		for (int i = 0; i < 3; i++) {
			assertThat(said(link, "192.0.2.31", "name", "客人" + i, "opinion", "AGREE", "comment", "").statusCode())
				.isEqualTo(200);
		}
		assertThat(state(id)).isEqualTo(before);
		assertThat(body("/campuses/lucheng")).isEqualTo(shown);
		Document review = approver.page(path(id) + "/review");
		Element opinions = review.selectFirst("section[aria-labelledby=opinions]");
		assertThat(opinions.select("li .st").eachText()).containsExactly("同意", "同意", "同意");
		assertThat(opinions.text()).contains("不算审批");
		assertThat(review.select("section[aria-labelledby=said]")).as("no decision").isEmpty();
		assertThat(review.select("button[value=approve]")).as("still to be approved").hasSize(1);
		assertThat(editor.submit(path(id), path(id) + "/recall").statusCode()).isEqualTo(302);
		edited(editor, id, "lead_zh", "校区在山脚。");
		submitted(editor, id);
		assertThat(approver.page(path(id) + "/review").select("section[aria-labelledby=opinions] li").first().text())
			.contains("说的不是现在送审的文字");
	}

	@Test
	void whatIsWrongIsSaidAndWhatWasTypedIsKept() {
		long id = seeded("campus", "lucheng");
		String link = asked(with(Role.EDITOR), id, 3);
		HttpResponse<String> answer = said(link, "192.0.2.32", "name", "王校长", "opinion", "OBJECT", "comment", " \n ");
		assertThat(answer.statusCode()).isEqualTo(422);
		Document page = Jsoup.parse(answer.body());
		assertThat(page.select(".opinion [role=alert] a").eachAttr("href")).containsExactly("#opinion_comment");
		assertThat(page.select("#opinion_comment_error").text()).isEqualTo("请写明哪里要改。");
		assertThat(page.select("#opinion_comment").attr("aria-describedby")).contains("opinion_comment_error");
		assertThat(page.select("#opinion_name").val()).isEqualTo("王校长");
		assertThat(page.select("[name=opinion][checked]").eachAttr("value")).containsExactly("OBJECT");
		answer = said(link, "192.0.2.32", "name", "王".repeat(41), "opinion", "MAYBE", "comment", "说".repeat(2001));
		page = Jsoup.parse(answer.body());
		assertThat(page.select(".opinion [role=alert] a").eachAttr("href")).containsExactly("#opinion_name",
				"#opinion_opinion", "#opinion_comment");
		assertThat(page.select("#opinion_comment").text()).hasSize(2001);
		answer = said(link + "?lang=en", "192.0.2.32");
		page = Jsoup.parse(answer.body());
		assertThat(page.select("#opinion_name_error").text()).isEqualTo("Please write your name.");
		assertThat(page.select(FORM).attr("action")).endsWith("?lang=en");
		assertThat(count(id)).isZero();
		assertThat(said(link, "192.0.2.32", "name", "王".repeat(40), "opinion", "AGREE", "comment", "说".repeat(2000))
			.statusCode()).isEqualTo(200);
		assertThat(count(id)).isOne();
	}

	@Test
	void aLinkTakesSoManyOpinionsAndANetworkSendsSoManyAMinute() {
		long id = seeded("campus", "lucheng");
		Visitor editor = with(Role.EDITOR);
		String link = asked(editor, id, 3);
		for (int i = 0; i < Opinions.MOST; i++) {
			assertThat(said(link, "192.0.2." + (40 + i % 10), "name", "客人" + i, "opinion", "AGREE").statusCode())
				.isEqualTo(200);
		}
		assertThat(said(link, "192.0.2.40", "name", "客人3", "opinion", "AGREE").statusCode()).as("sent twice")
			.isEqualTo(200);
		HttpResponse<String> full = said(link, "192.0.2.40", "name", "最后一位", "opinion", "AGREE");
		assertThat(full.statusCode()).isEqualTo(409);
		assertThat(Jsoup.parse(full.body()).select(".opinion [role=alert]").text()).contains("意见已满");
		assertThat(Jsoup.parse(full.body()).select("#opinion_name").val()).isEqualTo("最后一位");
		assertThat(count(id)).isEqualTo(Opinions.MOST);
		String other = asked(editor, id, 3);
		HttpResponse<String> answer = null;
		int sent = 0;
		do {
			answer = said(other, "192.0.2.60", "name", "", "opinion", "AGREE", "comment", "一句话");
			sent++;
		}
		while (answer.statusCode() == 422 && sent < 100);
		assertThat(answer.statusCode()).isEqualTo(429);
		assertThat(sent).isGreaterThan(10);
		assertThat(answer.headers().firstValue("Retry-After")).isPresent();
		assertThat(Jsoup.parse(answer.body()).select("#opinion_comment").text()).isEqualTo("一句话");
		assertThat(said(other, "192.0.2.61", "name", "别处的人", "opinion", "AGREE").statusCode()).isEqualTo(200);
	}

	@Test
	void onlyLinksThatAskTakeOpinionsAndOnlyWhileTheyWork() {
		long id = seeded("campus", "lucheng");
		Visitor editor = with(Role.EDITOR);
		assertThat(editor.submit(path(id), path(id) + "/links", "days", "7").statusCode()).isEqualTo(302);
		String plain = link(editor, id);
		assertThat(page(plain).select(".opinion")).isEmpty();
		String revoked = asked(editor, id, 3);
		String expired = asked(editor, id, 3);
		List<Long> links = this.jdbc.sql("select id from preview_link where item_id = ? order by id")
			.param(id)
			.query(Long.class)
			.list();
		String revoke = path(id) + "/links/" + links.get(1) + "/revoke";
		assertThat(editor.submit(path(id), revoke).statusCode()).isEqualTo(302);
		this.jdbc.sql("update preview_link set expires_at = now() where id = ?").param(links.get(2)).update();
		HttpResponse<String> gone = get(revoked);
		for (String link : List.of(plain, revoked, expired, "/preview/" + "A".repeat(43))) {
			HttpResponse<String> answer = said(link, "192.0.2.33", "name", "客人", "opinion", "AGREE");
			assertThat(answer.statusCode()).as(link).isEqualTo(404);
			assertThat(answer.body()).isEqualTo(gone.body());
		}
		assertThat(count(id)).isZero();
		assertThat(said("/campuses/lucheng", "192.0.2.33", "name", "客人").statusCode()).isEqualTo(405);
	}

	@Test
	void whoeverAsksSaysByWhichDay() {
		long id = seeded("campus", "lucheng");
		Person person = person(new Scope(Role.EDITOR, null, null));
		Visitor editor = signedIn(person);
		for (String due : List.of("", "2001-01-01", this.today.plusDays(9).toString(), "明天")) {
			HttpResponse<String> answer = editor.submit(path(id), path(id) + "/links", "days", "7", "ask", "true",
					"due", due);
			assertThat(answer.statusCode()).as(due).isEqualTo(409);
			Document page = Jsoup.parse(answer.body());
			assertThat(page.select("#links_due").val()).isEqualTo(due);
			assertThat(page.select("#links_due_error").text()).isNotEmpty();
			assertThat(page.select("#links_ask").hasAttr("checked")).isTrue();
		}
		asked(editor, id, 0);
		assertThat(editor.page(path(id)).select("section[aria-labelledby=links] li").text())
			.contains("请在 " + this.today + " 前提意见，收到 0 条");
		this.jdbc.sql("update preview_link set opinion_due_on = opinion_due_on - 1 where item_id = ?")
			.param(id)
			.update();
		assertThat(editor.page("/staff").select("section[aria-labelledby=asked] li").text()).contains("还没有收到")
			.contains("已过期限");
	}

	private List<String> state(long id) {
		List<String> state = new ArrayList<>(List.of(this.store.item(id).toString()));
		for (String rows : List.of("select r from review r where item_id = ?",
				"select v from content_revision v where item_id = ?", "select p from publication p where item_id = ?",
				"select d from review_decision d join review r on r.id = d.review_id where r.item_id = ?")) {
			state.addAll(this.jdbc.sql("select cast(x as text) from (" + rows + ") x order by 1")
				.param(id)
				.query(String.class)
				.list());
		}
		return state;
	}

	private int count(long id) {
		return this.jdbc
			.sql("select count(*) from opinion o join preview_link l on l.id = o.link_id where l.item_id = ?")
			.param(id)
			.query(Integer.class)
			.single();
	}

	private HttpResponse<String> said(String link, String from, String... fields) {
		return new Visitor(from).post(link, fields);
	}

	/** Makes a link that asks for opinions, as the item's page offers it. */
	private String asked(Visitor editor, long id, int days) {
		HttpResponse<String> answer = editor.submit(path(id), path(id) + "/links", "days", "7", "ask", "true", "due",
				this.today.plusDays(days).toString());
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
		return link(editor, id);
	}

	private String link(Visitor editor, long id) {
		String link = editor.page(path(id) + "?done=shared").select(".s-link").text();
		return link.substring(link.indexOf("/preview/"));
	}

}
