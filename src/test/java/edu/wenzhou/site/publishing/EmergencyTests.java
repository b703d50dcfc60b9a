package edu.wenzhou.site.publishing;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.List;
import java.util.Map;

import edu.wenzhou.site.audit.Actor;
import edu.wenzhou.site.audit.AuditTrail;
import edu.wenzhou.site.staff.Person;
import edu.wenzhou.site.staff.Role;
import edu.wenzhou.site.staff.Scope;
import edu.wenzhou.site.staff.StaffUser;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.security.access.AccessDeniedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Published by one person alone, and what becomes of it afterwards. */
class EmergencyTests extends PublishingTest {

	@Autowired
	private Answers answers;

	@Autowired
	private Checks checks;

	@Autowired
	private Publication publication;

	@Autowired
	private AuditTrail trail;

	@Test
	void theOneReasonIsThatOfAllThatIsAskedAboutTheText() {
		long id = seeded("campus", "lucheng");
		Visitor alone = with(Role.APPROVER);
		edited(with(Role.EDITOR), id, "lead_zh", "停水，问张三13812345678。");
		assertThat(alone.page(path(id)).select("section[aria-labelledby=emergency]").text()).contains("疑似有手机号");
		assertThat(alone.submit(path(id), path(id) + "/emergency", "reason", "水管爆了").headers().firstValue("Location"))
			.contains(path(id) + "?done=emergency");
		assertThat(with(Role.APPROVER).page(path(id) + "/review").select("section[aria-labelledby=asked]").text())
			.contains("疑似有手机号", "理由：水管爆了");
	}

	@Test
	void itIsPublicAtOnceAndMarkedUntilSomebodyElseHasApprovedIt() {
		long id = seeded("campus", "lucheng");
		Visitor editor = with(Role.EDITOR);
		Visitor alone = with(Role.APPROVER);
		Visitor other = with(Role.APPROVER);
		edited(editor, id, "lead_zh", "今天停水，请改走东门。");
		assertThat(editor.page(path(id)).select("form[action$=/emergency]")).isEmpty();
		HttpResponse<String> answer = alone.submit(path(id), path(id) + "/emergency", "reason", " ");
		assertThat(answer.statusCode()).isEqualTo(409);
		assertThat(Jsoup.parse(answer.body()).selectFirst(".errsum a[href=#emergency_reason]").text())
			.isEqualTo("请写明原因。");
		assertThat(body("/campuses/lucheng")).doesNotContain("今天停水");
		assertThat(alone.submit(path(id), path(id) + "/emergency", "reason", "水管爆了").headers().firstValue("Location"))
			.contains(path(id) + "?done=emergency");
		assertThat(body("/campuses/lucheng")).contains("今天停水");
		assertMarked(editor, id, true);
		assertThat(editor.page(path(id)).selectFirst("main .notice").text()).contains("等待另一个人补批", "水管爆了");
		assertThat(editor.page("/staff/content?state=LIVE&q=lucheng")
			.select(".desk li:has(a[href=" + path(id) + "]) .st")
			.eachText()).contains("待补批");
		// Neither whoever wrote it nor whoever published it
		assertThat(alone.page(path(id) + "/review").select("button[value=approve]")).isEmpty();
		assertThat(decided(alone, id, "approve", "").statusCode()).isEqualTo(409);
		assertMarked(editor, id, true);
		assertThat(other.page("/staff").select("section[aria-labelledby=todo] a[href=" + path(id) + "/review]").text())
			.isEqualTo("补批");
		assertThat(other.page(path(id) + "/review").select("main ins").text()).contains("今天停水");
		assertThat(decided(other, id, "approve", "看过了").statusCode()).isEqualTo(302);
		assertMarked(editor, id, false);
		assertThat(this.jdbc
			.sql("select action from audit_event where item_id = ? and action ~ '^(content.emergency|review.approve)$' "
					+ "and details ->> 'reason' is not distinct from case action when 'content.emergency' then '水管爆了' end "
					+ "order by id desc limit 2")
			.param(String.valueOf(id))
			.query(String.class)
			.list()).containsExactly("review.approve", "content.emergency");
	}

	/** A refusal takes the mark away as little as a new draft does. */
	@Test
	void whatWasNotApprovedAfterwardsStaysMarkedUntilAnApprovedTextTakesItsPlace() {
		long id = seeded("campus", "lucheng");
		Visitor author = with(Role.EDITOR, Role.APPROVER);
		Visitor editor = with(Role.EDITOR);
		Visitor other = with(Role.APPROVER);
		edited(author, id, "lead_zh", "未经审核的导语。");
		assertThat(author.submit(path(id), path(id) + "/emergency", "reason", "很急").statusCode()).isEqualTo(302);
		// Meanwhile nothing else is handed in, and the page says what to wait for
		edited(editor, id, "district_zh", "鹿城区一带");
		Document waiting = editor.page(path(id) + "/submit");
		assertThat(waiting.select("main form")).isEmpty();
		assertThat(waiting.selectFirst("main .notice").text()).contains("还没有补批").doesNotContain("收回");
		assertThat(decided(other, id, "return", "导语不对").statusCode()).isEqualTo(302);
		assertMarked(editor, id, true);
		assertThat(editor.page(path(id)).select("main .notice").text()).contains("还没有得到补批", "请改好再提交审核，或者撤下");
		submitted(editor, id);
		assertMarked(editor, id, true);
		for (Document page : List.of(editor.page(path(id)), other.page(path(id) + "/review"))) {
			assertThat(page.select("main .notice").text()).contains("还没有得到补批").doesNotContain("请改好");
		}
		// Nobody but strangers to the text that was never approved, who see all of it
		assertThat(decided(author, id, "approve", "").statusCode()).isEqualTo(409);
		Document review = other.page(path(id) + "/review");
		assertThat(review.select("main ins").text()).contains("未经审核的导语。", "鹿城区一带");
		assertThat(decided(other, id, "approve", "").headers().firstValue("Location")).as("public")
			.contains(path(id) + "?done=published");
		assertMarked(editor, id, false);
	}

	/** Whoever sent it back may think again: the same text can be handed in. */
	@Test
	void aTextThatWasNotApprovedCanBeHandedInAsItIs() {
		long id = seeded("campus", "lucheng");
		Visitor editor = with(Role.EDITOR);
		Visitor alone = with(Role.APPROVER);
		Visitor other = with(Role.APPROVER);
		edited(editor, id, "lead_zh", "未经审核的导语。");
		alone.submit(path(id), path(id) + "/emergency", "reason", "很急");
		decided(other, id, "return", "先问一问");
		assertThat(editor.page(path(id)).select("a[href=" + path(id) + "/submit]")).hasSize(1);
		submitted(editor, id, "note", "问过了，没错");
		assertThat(decided(alone, id, "approve", "").statusCode()).as("published it alone").isEqualTo(409);
		assertThat(decided(other, id, "approve", "").statusCode()).isEqualTo(302);
		assertMarked(editor, id, false);
	}

	/** What is public is as unchecked as before. */
	@Test
	void whatWasNotApprovedStaysOnTheDeskOfItsAuthorAfterARecall() {
		long id = seeded("campus", "lucheng");
		Visitor editor = with(Role.EDITOR);
		edited(editor, id, "lead_zh", "未经审核的导语。");
		with(Role.APPROVER).submit(path(id), path(id) + "/emergency", "reason", "很急");
		decided(with(Role.APPROVER), id, "return", "导语不对");
		assertOnTheDesk(editor, id);
		submitted(editor, id);
		assertThat(editor.page("/staff").select("section[aria-labelledby=todo] h3 a[href=" + path(id) + "]")).isEmpty();
		assertThat(editor.submit(path(id), path(id) + "/recall").statusCode()).isEqualTo(302);
		assertOnTheDesk(editor, id);
		edited(editor, id, "lead_zh", "改过的导语。");
		submitted(editor, id);
		edited(editor, id, "lead_zh", "又改过的导语。");
		assertThat(this.store.item(id).review()).isNull();
		assertOnTheDesk(editor, id);
		published(editor, with(Role.APPROVER), id);
		assertThat(editor.page("/staff").select("section[aria-labelledby=todo] h3 a[href=" + path(id) + "]")).isEmpty();
	}

	private static void assertOnTheDesk(Visitor author, long id) {
		Document desk = author.page("/staff");
		assertThat(desk.select("section[aria-labelledby=todo] li:has(h3 a[href=" + path(id) + "]) .s-said").eachText())
			.containsExactly("导语不对");
		assertThat(desk.select("section[aria-labelledby=mine] h3 a[href=" + path(id) + "]")).isEmpty();
	}

	/** There is one and there stays one. */
	@Test
	void whoeverCannotTakeItAwayIsNotToldTo() {
		ContentType type = this.types.all().stream().filter(ContentType::isSingle).findFirst().orElseThrow();
		long id = seeded(type.getKey(), this.tables.slugs(type).get(0));
		Visitor editor = with(Role.EDITOR);
		edited(editor, id, type.titleField(), "未经审核的名称");
		with(Role.APPROVER).submit(path(id), path(id) + "/emergency", "reason", "很急");
		decided(with(Role.APPROVER), id, "return", "名称不对");
		assertThat(editor.page(path(id)).select("main .notice").text()).contains("还没有得到补批", "请改好再提交审核")
			.doesNotContain("撤下");
	}

	@Test
	void nobodyPublishesAloneUnlessItIsSwitchedOn() {
		PublishingProperties usual = new Binder(List.of()).bindOrCreate("college.publishing",
				PublishingProperties.class);
		assertThat(usual.emergency()).isFalse();
		long id = seeded("campus", "lucheng");
		edited(with(Role.EDITOR), id, "lead_zh", "未经审核的导语。");
		Person approver = person(new Scope(Role.APPROVER, null, null));
		StaffUser user = new StaffUser(approver.id(), approver.name(), "", approver.displayName(),
				List.of(new Scope(Role.APPROVER, null, null)));
		Reviews off = new Reviews(this.store, this.checks, this.publication, this.answers,
				new PublishingProperties(Map.of(), false, Map.of()), this.trail, this.jdbc, Clock.systemUTC());
		String hash = this.store.latest(this.store.item(id)).hash();
		assertThatExceptionOfType(AccessDeniedException.class)
			.isThrownBy(() -> off.publishUnchecked(user, new Actor(null, "", "192.0.2.1", ""), id, hash, "很急"));
		assertThat(body("/campuses/lucheng")).doesNotContain("未经审核的导语。");
	}

	private static void assertMarked(Visitor visitor, long id, boolean marked) {
		assertThat(visitor.page(path(id)).select("h1 .st").eachText().contains("待补批")).isEqualTo(marked);
	}

}
