package edu.wenzhou.site.publishing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import edu.wenzhou.site.staff.Person;
import edu.wenzhou.site.staff.Role;
import edu.wenzhou.site.staff.Scope;
import org.junit.jupiter.api.Test;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * How many SQL statements pages of the back office take: always the same, however many
 * items, revisions, reviews and events there are. Each number holds those of the session
 * and of the account, too.
 */
class StaffStatementTests extends PublishingTest {

	private static final int MANY = 2_000;

	private static final Map<String, Integer> NUMBERS = Map.ofEntries(entry("desk", 21), entry("list", 8),
			entry("find", 9), entry("list of what waits", 8), entry("item", 18), entry("edit", 15),
			entry("passages", 10), entry("submit", 12), entry("review", 30), entry("compare", 27), entry("record", 9),
			entry("accounts", 10));

	private static final String EVENTS = "made-up-events";

	@Test
	void pagesTakeTheSameStatementsHoweverMuchThereIs() {
		long id = seeded("campus", "lucheng");
		Person me = person(new Scope(Role.EDITOR, null, null), new Scope(Role.APPROVER, null, null),
				new Scope(Role.ADMINISTRATOR, null, null));
		Visitor visitor = signedIn(me);
		// Else the first page would also take what makes the session's token
		visitor.token();
		Visitor editor = with(Role.EDITOR);
		edited(editor, id, "lead_zh", "一句新的导语。");
		FullDesk desk = new FullDesk(this.jdbc, me.id(), editor().id());
		desk.fill();
		desk.ask(2);
		events(2);
		accounts(2, id);
		try {
			// What is kept until the content is another
			pages(id).values().forEach(visitor::page);
			Map<String, List<String>> few = statements(visitor, pages(id));
			assertThat(visitor.page("/staff/content?q=made-up").select(".desk > li").size())
				.isLessThan(ContentLists.PAGE);
			// The review's page needs a review, and the form for handing in that there is
			// none
			submitted(editor, id);
			Map<String, List<String>> review = statements(visitor, Map.of("review", path(id) + "/review"));
			desk.crowd(MANY);
			desk.ask(MANY);
			events(MANY);
			accounts(MANY, id);
			revisions(id);
			assertThat(statements(visitor, Map.of("review", path(id) + "/review"))).isEqualTo(review);
			assertThat(editor.submit(path(id), path(id) + "/recall").statusCode()).isEqualTo(302);
			assertThat(statements(visitor, pages(id))).isEqualTo(few);
			Map<String, Integer> numbers = new LinkedHashMap<>();
			few.forEach((page, statements) -> numbers.put(page, statements.size()));
			numbers.put("review", review.get("review").size());
			assertThat(numbers).isEqualTo(NUMBERS);
		}
		finally {
			desk.clear();
			noAccounts();
			this.jdbc.sql("alter table audit_event disable trigger user").update();
			this.jdbc.sql("delete from audit_event where actor_name = ?").param(EVENTS).update();
			this.jdbc.sql("alter table audit_event enable always trigger audit_event_append_only").update();
		}
	}

	@Test
	void aTextIsCheckedInTheSameStatementsHoweverManyLinksItHas() {
		long id = seeded("campus", "lucheng");
		Visitor editor = with(Role.EDITOR);
		List<String> paths = this.jdbc
			.sql("select path from publication where strpos(path, '#') = 0 order by item_id limit 20")
			.query(String.class)
			.list();
		assertThat(paths).hasSize(20);
		edited(editor, id, "body_zh", links(paths.subList(0, 2)), "body_en", "");
		List<String> few = statements(() -> editor.page(path(id) + "/submit"));
		edited(editor, id, "body_zh", links(paths), "body_en", links(paths));
		assertThat(statements(() -> editor.page(path(id) + "/submit"))).isEqualTo(few);
	}

	private static String links(List<String> paths) {
		return paths.stream().map((path) -> "<p><a href=\"" + path + "\">链接</a></p>").collect(Collectors.joining());
	}

	private static Map<String, String> pages(long id) {
		Map<String, String> pages = new LinkedHashMap<>();
		pages.put("desk", "/staff");
		pages.put("list", "/staff/content?q=made-up");
		pages.put("find", "/staff/search?q=%E5%AD%A6%E9%99%A2");
		pages.put("list of what waits", "/staff/content?state=MY_TURN");
		pages.put("item", path(id));
		pages.put("edit", path(id) + "/edit");
		pages.put("passages", path(id) + "/passages/sources?q=1999");
		pages.put("submit", path(id) + "/submit");
		pages.put("compare", path(id) + "/compare");
		pages.put("record", "/staff/audit?person=" + EVENTS);
		pages.put("accounts", "/staff/accounts?q=" + EVENTS);
		return pages;
	}

	private Map<String, List<String>> statements(Visitor visitor, Map<String, String> pages) {
		Map<String, List<String>> statements = new LinkedHashMap<>();
		pages.forEach((name, page) -> statements.put(name, statements(() -> visitor.page(page))));
		return statements;
	}

	private void events(int number) {
		this.jdbc
			.sql("""
					insert into audit_event (actor_name, address, client, action, item_type, item_id, item_name, outcome)
					select ?, '192.0.2.1', '', 'content.save', (array['school', 'account', 'media'])[1 + n % 3], cast(n as text), '样例', 'DONE'
					from generate_series(1, ?) n""")
			.params(EVENTS, number)
			.update();
	}

	/** So many accounts with two roles each, one of them for an item. */
	private void accounts(int number, long item) {
		noAccounts();
		this.jdbc.sql("""
				insert into staff_account (user_name, email, display_name)
				select ? || n, n || '@made-up.example', '样例' || n from generate_series(1, ?) n""")
			.params(EVENTS, number)
			.update();
		this.jdbc.sql("""
				insert into staff_role_grant (account_id, role, section, item_id)
				select a.id, r.role, r.section, r.item from staff_account a,
				  (values ('APPROVER', null, null), ('EDITOR', 'CAMPUS', cast(? as bigint))) r (role, section, item)
				where a.user_name like ? || '%'""").params(item, EVENTS).update();
	}

	private void noAccounts() {
		this.jdbc.sql(
				"delete from staff_role_grant where account_id in (select id from staff_account where user_name like ? || '%')")
			.param(EVENTS)
			.update();
		this.jdbc.sql("delete from staff_account where user_name like ? || '%'").param(EVENTS).update();
	}

	/** Older than the newest one, by many hands. */
	private void revisions(long item) {
		this.jdbc
			.sql("""
					insert into content_revision (item_id, seq, schema_version, payload, content_hash, title, kind, author_id, author_name)
					select item_id, 1000 + n, 1, payload, content_hash, title, 'SAVED', n, '测试' || n
					from content_revision v, generate_series(1, :number) n
					where v.id = (select published_revision_id from content_item where id = :item)""")
			.param("number", MANY)
			.param("item", item)
			.update();
	}

}
