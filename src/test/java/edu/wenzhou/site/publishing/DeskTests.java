package edu.wenzhou.site.publishing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

import edu.wenzhou.site.Generation;
import edu.wenzhou.site.publishing.ContentFilter.State;
import edu.wenzhou.site.staff.Person;
import edu.wenzhou.site.staff.Role;
import edu.wenzhou.site.staff.Scope;
import edu.wenzhou.site.staff.Section;
import edu.wenzhou.site.staff.StaffUser;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

class DeskTests extends PublishingTest {

	@Autowired
	private ContentLists lists;

	@Autowired
	private Reviews reviews;

	@Autowired
	private Desk desk;

	@Test
	void whoHasNothingToDoReadsSoAndIsShownTheWaysOn() {
		Visitor idle = signedIn(person(new Scope(Role.EDITOR, Section.SCHOOL, item("school", "ai"))));
		Document desk = idle.page("/staff");
		assertThat(desk.selectFirst(".notice").text()).isEqualTo("现在没有等您处理的事。");
		assertThat(desk.select("main .e-act a").eachAttr("href")).contains("/staff/content", "/staff/account");
		assertThat(desk.select("#todo, #mine, #opened, #scheduled, #expiring, #attention, .s-sums")).isEmpty();
		Document office = signedIn(administrator()).page("/staff");
		assertThat(office.selectFirst(".notice").text()).isEqualTo("现在没有等您处理的事。");
		assertThat(office.select("main a[href=/staff/content]")).isEmpty();
		assertThat(office.select("#accounts, #attention").eachAttr("id")).containsExactly("accounts");
	}

	@Test
	void onlyAdministratorsReadHowManyAccountsThereAre() {
		assertThat(with(Role.EDITOR, Role.APPROVER).page("/staff").select("#accounts")).isEmpty();
	}

	@Test
	void whatWasHandedInWaitsForWhoDecidesAndComesBackWithTheReason() {
		long id = seeded("campus", "lucheng");
		Visitor editor = with(Role.EDITOR);
		Visitor approver = with(Role.APPROVER);
		edited(editor, id, "lead_zh", "一句新的导语。");
		Element draft = row(editor, "mine", id);
		assertThat(draft.selectFirst(".act").attr("href")).isEqualTo(path(id) + "/edit");
		assertThat(draft.selectFirst(".act").text()).isEqualTo("继续写");
		submitted(editor, id, "due", LocalDate.now(TypedTables.ZONE).minusDays(1).toString());
		assertThat(row(editor, "mine", id)).isNull();
		assertThat(row(editor, "todo", id)).as("nobody decides on what they wrote").isNull();
		Element waiting = row(approver, "todo", id);
		assertThat(waiting.selectFirst(".act").text()).isEqualTo("审核");
		assertThat(waiting.selectFirst(".act").attr("href")).isEqualTo(path(id) + "/review");
		assertThat(waiting.select(".st").eachText()).containsExactly("终审", "已过期限");
		decided(approver, id, "return", "请写全称。");
		assertThat(row(approver, "todo", id)).isNull();
		Element back = row(editor, "todo", id);
		assertThat(back.select(".st").eachText()).startsWith("退回");
		assertThat(back.selectFirst(".s-said").text()).isEqualTo("请写全称。");
		assertThat(back.selectFirst(".act").text()).isEqualTo("修改");
		assertThat(row(editor, "mine", id)).as("not twice").isNull();
		assertThat(returned(editor, path(id))).contains("退回了这一稿", "请写全称。");
		assertThat(returned(editor, path(id) + "/edit")).contains("请写全称。");
		assertThat(editor.page("/staff/content?state=RETURNED").select(".desk a[href=" + path(id) + "]")).hasSize(1);
		edited(editor, id, "lead_zh", "一句写全的导语。");
		assertThat(returned(editor, path(id))).as("another text").doesNotContain("请写全称。");
		assertThat(row(editor, "todo", id)).as("still to be handed in").isNotNull();
		published(editor, approver, id);
		assertThat(row(editor, "todo", id)).isNull();
		Element change = approver.page("/staff").selectFirst("section[aria-labelledby=changes] li");
		assertThat(change.selectFirst("a").attr("href")).isEqualTo(path(id));
		assertThat(change.selectFirst(".st").text()).isEqualTo("发布");
	}

	@Test
	void listAndRuleAgreeForEveryRoleAndScope() {
		Person editor = editor();
		Person approver = person(new Scope(Role.APPROVER, null, null));
		FullDesk desk = new FullDesk(this.jdbc, editor.id(), approver.id());
		long[] campuses = this.jdbc.sql("select id from content_item where type = 'campus' order by id")
			.query(Long.class)
			.list()
			.stream()
			.mapToLong(Long::longValue)
			.toArray();
		LongStream.of(campuses).forEach((id) -> seeded("campus", this.store.item(id).publishedSlug()));
		desk.fill();
		try {
			// Each step of each order, agreed to by somebody already
			List<String> steps = List.of("REVIEWER_1,REVIEWER_2,APPROVER", "REVIEWER_2,APPROVER", "APPROVER");
			for (int i = 0; i < campuses.length; i++) {
				int step = i % 3;
				String[] roles = steps.get((i < 3) ? 0 : i - 2).split(",");
				long review = this.jdbc
					.sql("""
							insert into review (item_id, revision_id, content_hash, state, steps, step, authors, requested_by,
							  requested_name, requested_at)
							select i.id, v.id, v.content_hash, 'OPEN', :steps, :step, array[cast(:author as bigint)], :author, '测试', now()
							from content_item i join content_revision v on v.id = i.latest_revision_id where i.id = :id returning id""")
					.param("steps", roles)
					.param("step", Math.min(step, roles.length - 1))
					.param("author", editor.id())
					.param("id", campuses[i])
					.query(Long.class)
					.single();
				if (step > 0) {
					this.jdbc
						.sql("""
								insert into review_decision (review_id, step, kind, content_hash, decided_by, decided_name, decided_at)
								select id, 0, 'APPROVE', content_hash, ?, '测试', now() from review where id = ?""")
						.params(approver.id(), review)
						.update();
				}
			}
			List<ContentItem> all = this.store.items("", Map.of());
			Set<Set<Long>> lists = new HashSet<>();
			for (Role role : Role.values()) {
				for (Scope scope : scopes(role, desk.id("open"), campuses)) {
					for (long account : new long[] { editor.id(), approver.id(), -1 }) {
						StaffUser user = new StaffUser(account, "x", "x", "x", List.of(scope));
						Set<Long> expected = all.stream()
							.filter((item) -> Access.mayDecide(user, item) || cameBack(user, item))
							.map(ContentItem::id)
							.collect(Collectors.toSet());
						assertThat(this.lists.first(user, State.MY_TURN, "i.id", 1000)
							.stream()
							.map(ContentItem::id)
							.collect(Collectors.toSet())).as(user.toString()).isEqualTo(expected);
						assertThat(this.lists.counts(user, Set.of(State.MY_TURN)).get(State.MY_TURN))
							.isEqualTo(expected.size());
						lists.add(expected);
					}
				}
			}
			assertThat(lists).as("the cases differ").hasSizeGreaterThan(6);
		}
		finally {
			desk.clear();
		}
	}

	private boolean cameBack(StaffUser user, ContentItem item) {
		Long author = this.store.latest(item).author();
		return item.review() == null && author != null && author == user.id() && Access.mayEdit(user, item)
				&& !this.reviews.returns(List.of(item.id())).isEmpty();
	}

	private static List<Scope> scopes(Role role, long school, long[] campuses) {
		List<Scope> scopes = new ArrayList<>(List.of(new Scope(role, null, null)));
		if (role != Role.ADMINISTRATOR) {
			scopes.add(new Scope(role, Section.CAMPUS, null));
			scopes.add(new Scope(role, Section.SCHOOL, null));
			scopes.add(new Scope(role, Section.SCHOOL, school));
			LongStream.of(campuses).forEach((campus) -> scopes.add(new Scope(role, Section.CAMPUS, campus)));
		}
		return scopes;
	}

	@Test
	void figuresToConfirmStandWithThePassagesOfTheSource() {
		Document desk = with(Role.EDITOR).page("/staff");
		List<Element> doubts = desk.select("section[aria-labelledby=attention] .s-fl > li");
		assertThat(doubts).hasSize(6);
		assertThat(desk.selectFirst("a[href=#attention] b").text()).isEqualTo("6");
		Element area = doubts.get(0);
		assertThat(area.select("h3").text()).isEqualTo("校园总占地两处不一致");
		assertThat(area.select(".s-pass span:first-child").eachText()).containsExactly("学校介绍", "基本信息");
		assertThat(area.select(".s-pass span:last-child").eachText()).containsExactly("校园总占地超1100余亩", "校园面积 1200亩");
		assertThat(area.select("mark").eachText()).containsExactly("1100余亩", "1200亩");
		assertThat(area.select("p").text()).isEqualTo("线上显示“超1100余亩”。");
		String source = this.jdbc.sql("select string_agg(content, '') from source_document")
			.query(String.class)
			.single();
		for (Element doubt : doubts.subList(1, 6)) {
			assertThat(doubt.select(".st").text()).isEqualTo("缺字补出");
			List<Element> passages = doubt.select(".s-pass span:last-child");
			assertThat(passages).as(doubt.text()).isNotEmpty();
			for (int i = 0; i < passages.size(); i += 2) {
				assertThat(passages.get(i).select("mark").eachText()).containsExactly("**");
				assertThat(source).contains(passages.get(i).wholeText());
				assertThat(passages.get(i + 1).select("ins.restored").eachText()).containsExactly("就业");
				assertThat(passages.get(i + 1).wholeText()).isEqualTo(passages.get(i).wholeText().replace("**", "就业"));
			}
		}
		assertThat(doubts.get(4).select(".s-pass span:last-child").eachText()).containsExactly("坚持面向市场、服务发展、促进**的办学方向",
				"坚持面向市场、服务发展、促进就业的办学方向");
		assertThat(doubts.stream().map((doubt) -> doubt.selectFirst(".act").attr("href")))
			.allMatch((href) -> href.matches("/staff/content/[0-9]+/edit"));
		Document reviewer = signedIn(person(new Scope(Role.APPROVER, Section.FACT, null))).page("/staff");
		assertThat(reviewer.select(".s-fl > li")).as("figures alone").hasSize(4);
		assertThat(reviewer.select(".s-fl .act")).as("not theirs to write").isEmpty();
	}

	@Test
	void figuresWhoseDayComesAreShown() {
		LocalDate today = LocalDate.now(TypedTables.ZONE);
		Visitor editor = signedIn(person(new Scope(Role.EDITOR, Section.FACT, item("figure", "staff"))));
		Map<LocalDate, String> expected = new HashMap<>(
				Map.of(today.minusDays(1), "已到期", today, "快到期", today.plusDays(30), "快到期", today.plusDays(31), ""));
		try {
			expected.forEach((day, tag) -> {
				this.jdbc.sql("update fact set valid_until = ? where code = 'staff'").param(day).update();
				Generation.raise(this.jdbc);
				assertThat(editor.page("/staff").select(".s-fl > li .st").text()).as(day.toString()).isEqualTo(tag);
			});
		}
		finally {
			this.jdbc.sql("update fact set valid_until = null where code = 'staff'").update();
			Generation.raise(this.jdbc);
		}
	}

	@Test
	void tenThousandItemsTakeNoMoreStatements() {
		Person me = person(new Scope(Role.EDITOR, null, null), new Scope(Role.APPROVER, null, null),
				new Scope(Role.ADMINISTRATOR, null, null));
		Visitor visitor = signedIn(me);
		FullDesk desk = new FullDesk(this.jdbc, me.id(), editor().id());
		desk.fill();
		try {
			Document few = visitor.page("/staff");
			assertThat(few.select(".s-sec").eachAttr("aria-labelledby")).containsExactly("todo", "faulty", "mine",
					"opened", "scheduled", "expiring", "changes", "attention", "accounts", "roles");
			assertThat(few.select("section[aria-labelledby=todo] li")).hasSize(4);
			assertThat(few.select("section[aria-labelledby=todo] li").first().text()).as("the overdue one first")
				.contains("已过期限");
			assertThat(few.select("section[aria-labelledby=todo] .act").eachText()).containsExactlyInAnyOrder("审核",
					"审核", "修改", "补批");
			assertThat(few.select("section[aria-labelledby=scheduled] .act").attr("href"))
				.isEqualTo(path(desk.id("timed")) + "#schedule");
			List<String> before = statements(() -> visitor.page("/staff"));
			desk.crowd(10_000);
			this.jdbc.sql("analyze content_item, content_revision, review, review_decision").update();
			Document many = visitor.page("/staff");
			assertThat(many.select("section[aria-labelledby=mine] li")).hasSize(Desk.MOST);
			Element more = many.selectFirst("section[aria-labelledby=mine] a[href*=MINE]");
			assertThat(more.text()).isEqualTo("还有 2481 项");
			assertThat(visitor.page(more.attr("href")).selectFirst("[role=status]").text()).isEqualTo("共 2501 项");
			assertThat(many.selectFirst("a[href=#todo] b").text()).isEqualTo("5004");
			assertThat(visitor.page("/staff/content?state=MY_TURN").selectFirst("[role=status]").text())
				.isEqualTo("共 5004 项");
			assertThat(statements(() -> visitor.page("/staff"))).isEqualTo(before).hasSizeBetween(10, 30);
		}
		finally {
			desk.clear();
		}
	}

	/** Null where it is not there. */
	private static Element row(Visitor visitor, String section, long id) {
		return visitor.page("/staff")
			.select("section[aria-labelledby=" + section + "] li")
			.stream()
			.filter((row) -> row.selectFirst("h3 a").attr("href").equals(path(id)))
			.findAny()
			.orElse(null);
	}

	private static String returned(Visitor visitor, String path) {
		return visitor.page(path).select(".notice").text();
	}

}
