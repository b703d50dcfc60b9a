package edu.wenzhou.site.publishing;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import edu.wenzhou.site.publishing.NightWork.Turn;
import edu.wenzhou.site.staff.Person;
import edu.wenzhou.site.staff.Role;
import edu.wenzhou.site.staff.Scope;
import edu.wenzhou.site.staff.Section;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** What is public is looked at again, and what broke since is on the desk. */
class RecheckTests extends PublishingTest {

	private static final Duration LEASE = Duration.ofMinutes(30);

	private static final String DEAD = "https://dead.example/page";

	@Autowired
	private Recheck recheck;

	@Autowired
	private NightWork work;

	@Autowired
	private Findings findings;

	@BeforeEach
	@AfterEach
	void nothingFoundOrWanted() {
		this.jdbc.sql("delete from content_finding").update();
		this.jdbc.sql("delete from content_link").update();
		this.jdbc.sql("update content_work set wanted_at = null, taken_at = null, night = current_date + 1").update();
	}

	@Test
	void allThatTheSeedsMadePublicIsStillRight() {
		checked();
		assertThat(this.jdbc.sql("select key || args from content_finding").query(String.class).list()).isEmpty();
	}

	@Test
	void aLinkToWhatWasWithdrawnSinceIsOnTheDeskUntilItIsMended() {
		Visitor editor = with(Role.EDITOR);
		Visitor approver = with(Role.APPROVER);
		long target = created(editor, "notice");
		edited(editor, target, "title_zh", "会撤下的通知", "category", "EVENT", "body_zh", "<p>一。</p>", "slug", "watch-gone");
		published(editor, approver, target);
		long id = seeded("campus", "lucheng");
		String link = "<p><a href=\"/notices/watch-gone\">通知</a></p>";
		edited(editor, id, "body_zh", link, "body_en", "<p><a href=\"/en/notices/watch-gone\">Notice</a></p>");
		published(editor, approver, id);
		checked();
		assertThat(faulty(editor, id)).as("nothing is wrong yet").isNull();
		assertThat(approver.submit(path(target), path(target) + "/withdraw", "reason", "弄错了。").statusCode())
			.isEqualTo(302);
		String page = body("/campuses/lucheng");
		long generation = generation();
		assertThat(faulty(editor, id)).as("nobody has looked").isNull();
		assertThat(this.work.state(NightWork.CHECK, LEASE).busy()).as("but somebody soon will").isTrue();
		assertThat(editor.submit("/staff/content?state=FAULTY", "/staff/content/check").statusCode()).isEqualTo(302);
		assertThat(editor.page("/staff/content?state=FAULTY").select("form[action=/staff/content/check]").text())
			.contains("正在检查");
		this.recheck.run();
		Element row = faulty(editor, id);
		assertThat(row.select(".s-wrong a").eachText()).containsExactly(
				"正文（中文）：链接“/notices/watch-gone”现在没有公开的网页，读者打不开。请改正，或者等那一页公开以后再加",
				"正文（英文）：链接“/en/notices/watch-gone”现在没有公开的网页，读者打不开。请改正，或者等那一页公开以后再加");
		String field = row.selectFirst(".s-wrong a").attr("href");
		assertThat(field).isEqualTo(path(id) + "/edit#field-body_zh");
		assertThat(editor.page(path(id) + "/edit").select("#field-body_zh")).hasSize(1);
		Document list = editor.page("/staff/content?state=FAULTY");
		assertThat(list.select(".desk > li h2 a").eachAttr("href")).containsExactly(path(id));
		assertThat(list.select("form[action=/staff/content/check]").text()).contains("上次检查");
		assertThat(editor.page(path(id)).select(".notice a").eachAttr("href")).contains(field);
		assertThat(faulty(approver, id)).as("not theirs to write").isNull();
		assertThat(faulty(signedIn(person(new Scope(Role.EDITOR, Section.SCHOOL, null))), id)).isNull();
		assertThat(faulty(signedIn(person(new Scope(Role.EDITOR, Section.CAMPUS, id))), id)).isNotNull();
		assertThat(body("/campuses/lucheng")).isEqualTo(page);
		assertThat(generation()).isEqualTo(generation);
		edited(editor, id, "body_zh", "<p>没有链接。</p>", "body_en", "");
		assertThat(faulty(editor, id)).as("a draft mends nothing").isNotNull();
		published(editor, approver, id);
		assertThat(faulty(editor, id)).isNull();
		assertThat(editor.page("/staff/content?state=FAULTY").select(".desk > li")).isEmpty();
		assertThat(this.jdbc.sql("select count(*) from audit_event where action = 'content.check'")
			.query(Long.class)
			.single()).isPositive();
	}

	@Test
	void aFindingGoesWhenWhatWasMissingIsBack() {
		long id = seeded("campus", "lucheng");
		long revision = this.store.item(id).publishedRevision();
		Problem problem = Problem.of("body_zh", "staff.problem.heading", "标题");
		this.findings.note(Map.of(id, revision), Map.of(id, List.of(problem, problem)));
		assertThat(this.findings.of(List.of(id)).get(id)).containsExactly(problem);
		this.findings.note(Map.of(id, revision - 1), Map.of(id, List.of()));
		assertThat(this.findings.of(List.of(id))).as("looked at another text").isNotEmpty();
		checked();
		assertThat(this.findings.of(List.of(id))).isEmpty();
	}

	@Test
	void whatNoLongerOpensElsewhereIsSaidWithTheField() {
		Visitor editor = with(Role.EDITOR);
		Visitor approver = with(Role.APPROVER);
		long id = seeded("campus", "lucheng");
		edited(editor, id, "body_zh", "<p><a href=\"" + DEAD + "#part\">别处</a></p>", "body_en", "");
		published(editor, approver, id);
		asked(1, 404, null);
		checked();
		assertThat(faulty(editor, id)).as("once is not yet dead").isNull();
		asked(2, 404, null);
		checked();
		assertThat(faulty(editor, id).select(".s-wrong a").text())
			.isEqualTo("正文（中文）：链接“https://dead.example/page”打不开（网站回答 404），从 2026-03-01 起一直这样");
		edited(editor, id, "lead_zh", "别的地方改了。");
		published(editor, approver, id);
		assertThat(faulty(editor, id)).as("the link is still there").isNotNull();
		asked(0, 200, "https://other.example/");
		checked();
		assertThat(faulty(editor, id).select(".s-wrong a").text()).contains("另一个网站“https://other.example/”");
		edited(editor, id, "body_zh", "<p>没有链接。</p>");
		published(editor, approver, id);
		assertThat(faulty(editor, id)).isNull();
	}

	@Test
	void workOfTheNightIsDoneOnceByOneNode() {
		this.jdbc.sql("update content_work set night = date '2026-03-01'").update();
		Instant night = LocalDate.of(2026, 3, 2).atTime(3, 0).atZone(TypedTables.ZONE).toInstant();
		NightWork before = at(night.minusSeconds(1));
		NightWork one = at(night);
		NightWork other = at(night.plusSeconds(1));
		assertThat(before.take(NightWork.CHECK, LEASE)).as("not yet night").isEmpty();
		NightWork.Turn turn = one.take(NightWork.CHECK, LEASE).orElseThrow();
		assertThat(other.take(NightWork.CHECK, LEASE)).as("somebody else has it").isEmpty();
		other.want(NightWork.CHECK);
		one.done(turn);
		assertThat(other.take(NightWork.CHECK, LEASE)).as("wanted meanwhile").isPresent();
		NightWork later = at(night.plus(LEASE).plusSeconds(2));
		NightWork.Turn last = later.take(NightWork.CHECK, LEASE).orElseThrow();
		later.done(last);
		assertThat(later.take(NightWork.CHECK, LEASE)).as("done for tonight").isEmpty();
		assertThat(at(night.plus(Duration.ofDays(3))).take(NightWork.CHECK, LEASE)).as("nights were missed")
			.isPresent();
	}

	@Test
	void whoseDayComesIsOnTheDeskOfItsEditorsUntilTheySayThatItIsRight() {
		long id = seeded("campus", "lucheng");
		Person person = person(new Scope(Role.EDITOR, Section.CAMPUS, id));
		Visitor editor = signedIn(person);
		LocalDate today = LocalDate.now(TypedTables.ZONE);
		String page = body("/campuses/lucheng");
		List<String> dates = dates();
		Instant published = this.store.item(id).lastPublishedAt().toInstant();
		try {
			Map.of(today.minusDays(1), "该复查了", today, "快该复查", today.plusDays(30), "快该复查", today.plusDays(31), "")
				.forEach((day, tag) -> {
					publishedOn(id, day.minusMonths(12));
					// The last days of a month are a month before the same day
					if (day.minusMonths(12).plusMonths(12).equals(day)) {
						assertThat(editor.page("/staff").select(".s-fl > li .st").text()).as(day.toString())
							.isEqualTo(tag);
					}
				});
			publishedOn(id, today.minusMonths(13));
			assertThat(with(Role.APPROVER).page("/staff").select(".s-fl form")).as("not theirs to say").isEmpty();
			Element form = editor.page("/staff").selectFirst(".s-fl form");
			assertThat(form.attr("action")).isEqualTo(path(id) + "/confirm");
			assertThat(editor.submit(form).headers().firstValue("Location")).contains("/staff?done=confirmed");
			assertThat(editor.page("/staff?done=confirmed").select(".s-fl > li")).isEmpty();
			assertThat(editor.page("/staff?done=confirmed").select("[role=status]").text()).contains("公开网页没有变");
			assertThat(deeds(person)).startsWith("content.confirm DONE");
			assertThat(editor.page(path(id)).select(".s-dl").text()).contains("最近确认", person.displayName(),
					"下次复查 " + today.plusMonths(12));
			assertThat(body("/campuses/lucheng")).isEqualTo(page);
			this.jdbc.sql("update content_item set last_published_at = ? where id = ?")
				.params(ContentStore.at(published), id)
				.update();
			assertThat(dates()).isEqualTo(dates);
		}
		finally {
			this.jdbc.sql("update content_item set last_published_at = ? where id = ?")
				.params(ContentStore.at(published), id)
				.update();
			this.jdbc.sql("delete from content_care").update();
		}
	}

	@Test
	void howOftenIsSaidByTheTypeAndByTheItem() {
		long id = seeded("campus", "lucheng");
		Visitor editor = signedIn(person(new Scope(Role.EDITOR, Section.CAMPUS, id)));
		Instant published = this.store.item(id).lastPublishedAt().toInstant();
		try {
			publishedOn(id, LocalDate.now(TypedTables.ZONE).minusMonths(4));
			assertThat(editor.page("/staff").select(".s-fl > li")).isEmpty();
			assertThat(editor.page(path(id)).selectFirst("#look-again_months option[selected]").text())
				.isEqualTo("按类型的规定（12 个月）");
			every(editor, id, "3");
			assertThat(editor.page("/staff").select(".s-fl > li .st").text()).isEqualTo("该复查了");
			every(editor, id, "0");
			assertThat(editor.page("/staff").select(".s-fl > li")).isEmpty();
			assertThat(editor.post(path(id) + "/look-again", "_csrf", editor.token(), "months", "7").statusCode())
				.isEqualTo(409);
			every(editor, id, "");
			assertThat(editor.page(path(id)).selectFirst("#look-again_months option[selected]").attr("value"))
				.isEmpty();
			Visitor notices = with(Role.EDITOR);
			long notice = created(notices, "notice");
			assertThat(notices.page(path(notice)).selectFirst("#look-again_months option[selected]").text())
				.isEqualTo("按类型的规定（不提醒）");
			assertThat(notices.post(path(notice) + "/confirm", "_csrf", notices.token()).statusCode())
				.as("nothing of it is public")
				.isEqualTo(409);
		}
		finally {
			this.jdbc.sql("update content_item set last_published_at = ? where id = ?")
				.params(ContentStore.at(published), id)
				.update();
			this.jdbc.sql("delete from content_care").update();
		}
	}

	private static void every(Visitor editor, long id, String months) {
		assertThat(editor.submit(path(id), path(id) + "/look-again", "months", months).statusCode()).isEqualTo(302);
	}

	private NightWork at(Instant now) {
		return new NightWork(this.jdbc, Clock.fixed(now, TypedTables.ZONE));
	}

	@Test
	void aTurnIsKeptWhileTheWorkGoesOn() {
		this.work.want(NightWork.CHECK);
		Turn first = this.work.take(NightWork.CHECK, LEASE).orElseThrow();
		Turn kept = this.work.goOn(first).orElseThrow();
		assertThat(this.work.goOn(first)).as("held no more").isEmpty();
		this.work.want(NightWork.CHECK);
		kept = this.work.goOn(kept).orElseThrow();
		assertThat(this.work.take(NightWork.CHECK, LEASE)).isEmpty();
		this.work.done(kept);
		assertThat(this.work.take(NightWork.CHECK, LEASE)).as("what was wanted meanwhile").isPresent();
	}

	@Test
	void whatIsAskedAboutSinceIsSaid() {
		long id = seeded("campus", "lucheng");
		String word = this.store.latest(this.store.item(id)).values().get("name_zh").substring(0, 2);
		HttpResponse<String> added = with(Role.APPROVER).submit("/staff/words/new", "/staff/words/new", "word", word,
				"severity", "ASK");
		assertThat(added.statusCode()).isEqualTo(302);
		try {
			checked();
			assertThat(this.findings.of(List.of(id)).get(id))
				.contains(Problem.of("name_zh", "staff.problem.asked", word));
			assertThat(faulty(with(Role.EDITOR), id).text()).contains("“" + word + "”还没有人说明为什么可以公开");
		}
		finally {
			this.jdbc.sql("delete from watched_word").update();
		}
		checked();
		assertThat(this.findings.of(List.of(id))).isEmpty();
	}

	private void checked() {
		this.work.want(NightWork.CHECK);
		this.recheck.run();
	}

	/** What came of asking for the link. */
	private void asked(int failures, int status, String movedTo) {
		this.jdbc.sql("""
				insert into content_link (url, seen_on, asked_on, status, failures, failed_since, failed_on, moved_to)
				values (:url, '2026-03-02', '2026-03-02', :status, :failures, :since, :on, :moved)
				on conflict (url) do update set status = excluded.status, failures = excluded.failures,
				  failed_since = excluded.failed_since, failed_on = excluded.failed_on, moved_to = excluded.moved_to""")
			.param("url", DEAD)
			.param("status", status)
			.param("failures", failures)
			.param("since", (failures > 0) ? LocalDate.of(2026, 3, 1) : null)
			.param("on", (failures > 0) ? LocalDate.of(2026, 3, 2) : null)
			.param("moved", movedTo)
			.update();
	}

	private void publishedOn(long id, LocalDate day) {
		this.jdbc.sql("update content_item set last_published_at = ? where id = ?")
			.params(ContentStore.at(day.atTime(12, 0).atZone(TypedTables.ZONE).toInstant()), id)
			.update();
	}

	private List<String> dates() {
		return this.jdbc.sql("select item_id || ' ' || changed_at from publication order by item_id")
			.query(String.class)
			.list();
	}

	private long generation() {
		return this.jdbc.sql("select number from site_generation").query(Long.class).single();
	}

	/** Null where it is not there. */
	private static Element faulty(Visitor visitor, long id) {
		return visitor.page("/staff")
			.select("section[aria-labelledby=faulty] .desk > li")
			.stream()
			.filter((row) -> row.selectFirst("h3 a").attr("href").equals(path(id)))
			.findAny()
			.orElse(null);
	}

}
