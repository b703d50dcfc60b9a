package edu.wenzhou.site.publishing;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;

import edu.wenzhou.site.TestDatabase;
import edu.wenzhou.site.media.MadeFiles;
import edu.wenzhou.site.staff.Person;
import edu.wenzhou.site.staff.Role;
import edu.wenzhou.site.staff.Scope;
import edu.wenzhou.site.staff.ScopedItems;
import edu.wenzhou.site.staff.Section;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A role for one item is for that item, whatever it is called. */
class ScopeTests extends PublishingTest {

	@Autowired
	private ScopedItems items;

	@Autowired
	private Flyway flyway;

	@Test
	void aRoleStaysWithItsItemWhenTheSlugChangesAndNobodyElseGainsOne() {
		long id = school("scoped-before");
		long other = school("scoped-other");
		Visitor own = editorOf(id);
		Visitor stranger = editorOf(other);
		Visitor approver = with(Role.APPROVER);
		edited(own, id, "slug", "scoped-after");
		assertReaches(own, id, stranger);
		submitted(own, id);
		assertReaches(own, id, stranger);
		decided(approver, id, "approve", "");
		assertThat(get("/schools/scoped-after").statusCode()).isEqualTo(200);
		// By the session of before: a new name of something is no change of roles
		assertReaches(own, id, stranger);
		edited(own, id, "lead_zh", "改了名以后再写的一句。");
		assertThat(own.page("/staff").select("[aria-labelledby=mine] a[href=" + path(id) + "]")).isNotEmpty();

		// The old name becomes another school's
		long heir = school("scoped-before");
		assertThat(get("/schools/scoped-before").statusCode()).isEqualTo(200);
		assertThat(own.get(path(heir)).statusCode()).isEqualTo(403);
		assertThat(own.get(path(heir) + "/edit").statusCode()).isEqualTo(403);
		assertThat(titles(own)).hasSize(1);
		assertReaches(own, id, stranger);
		// Withdrawn it is still theirs
		assertThat(approver.submit(path(id), path(id) + "/withdraw", "reason", "合并").statusCode()).isEqualTo(302);
		assertReaches(own, id, stranger);
	}

	@Test
	void aDraftThatBorrowsAnAddressGivesNobodyAPart() {
		long ai = seeded("school", "ai");
		Visitor own = editorOf(ai);
		Visitor all = with(Role.EDITOR);
		long draft = created(all, "school");
		edited(all, draft, "name_zh", "借用网址的草稿", "slug", "ai");
		assertThat(own.get(path(draft) + "/edit").statusCode()).isEqualTo(403);
		assertThat(titles(own)).containsExactly("人工智能学院");
		assertThat(this.items.find(Section.SCHOOL, "ai")).as("what an administrator means").containsExactly(ai);
	}

	/**
	 * Everybody may look up where a file is used, and not what others are still writing.
	 */
	@Test
	void theTitleOfADraftIsShownWhereAFileIsUsedToThoseWithAPartOnly() {
		Visitor all = with(Role.EDITOR);
		String gate = picture(all, "scoped.jpg", MadeFiles.jpeg(640, 480), "altZh", "校门");
		long id = school("scoped-uses");
		edited(all, id, "pictures", sha256(gate), "name_zh", "还没有公开的新名称");
		long draft = created(all, "school");
		edited(all, draft, "name_zh", "还没有公开的学院", "slug", "scoped-draft", "pictures", sha256(gate));
		Visitor own = editorOf(id);
		Visitor stranger = signedIn(person(new Scope(Role.EDITOR, Section.CAMPUS, null)));
		assertThat(all.page(gate).select("#uses ~ .desk a").eachText()).containsExactlyInAnyOrder("还没有公开的新名称",
				"还没有公开的学院");
		assertThat(own.page(gate).select("#uses ~ .desk h3").eachText()).containsExactlyInAnyOrder("还没有公开的新名称草稿",
				"学院草稿");
		Document page = stranger.page(gate);
		assertThat(page.select("#uses ~ .desk h3").eachText()).containsExactlyInAnyOrder("测试学院草稿", "学院草稿");
		assertThat(page.select("#uses ~ .desk a")).as("closed to them").isEmpty();
		assertThat(stranger.page(gate + "/delete").text()).contains("测试学院").doesNotContain("还没有公开");
		HttpResponse<String> refused = stranger.post(gate + "/delete", "_csrf", stranger.token());
		assertThat(refused.statusCode()).isEqualTo(409);
		assertThat(Jsoup.parse(refused.body()).text()).contains("测试学院").doesNotContain("还没有公开");
	}

	@Test
	void theTitleOfADraftIsNotShownWithTheRoleOfSomebodyElse() {
		Visitor all = with(Role.EDITOR);
		long id = school("scoped-renamed");
		edited(all, id, "name_zh", "还没有公开的新名称");
		long draft = created(all, "school");
		edited(all, draft, "name_zh", "还没有公开的学院", "slug", "scoped-new");
		Visitor boss = signedIn(administrator());
		Person person = person(new Scope(Role.EDITOR, Section.SCHOOL, id));
		String page = "/staff/accounts/" + person.id();
		assertThat(grant(boss, page, "scoped-new").statusCode()).isEqualTo(302);
		assertThat(boss.page(page).select("[aria-labelledby=grants] h3").eachText())
			.containsExactlyInAnyOrder("编辑：学院 测试学院", "编辑：学院 （没有公开，编号 " + draft + "）");
		assertThat(boss.page("/staff/accounts?q=" + person.name()).text()).contains("测试学院").doesNotContain("还没有公开的");
		assertThat(boss.page("/staff/audit?action=role.grant").text()).contains("(" + draft + ")")
			.doesNotContain("还没有公开的");
		assertThat(signedIn(person).page("/staff").select("[aria-labelledby=roles] h3").eachText())
			.containsExactlyInAnyOrder("编辑：学院 还没有公开的新名称", "编辑：学院 还没有公开的学院");
	}

	@Test
	void anAddressThatIsTakenIsNamedByItsPublicTitle() {
		long id = school("scoped-taken");
		edited(with(Role.EDITOR), id, "name_zh", "还没有公开的新名称");
		long other = school("scoped-takes");
		Visitor own = editorOf(other);
		edited(own, other, "slug", "scoped-taken");
		assertThat(own.page(path(other) + "/edit?check").select(".errsum li").text()).contains("已经是“测试学院”的网址")
			.doesNotContain("还没有公开");
	}

	@Test
	void administratorsNameAnItemByTheAddressItHasNow() {
		long id = school("scoped-named");
		Visitor boss = signedIn(administrator());
		Person person = person(new Scope(Role.REVIEWER_1, null, null));
		String page = "/staff/accounts/" + person.id();
		HttpResponse<String> unknown = grant(boss, page, "no-such-school");
		assertThat(unknown.statusCode()).isEqualTo(422);
		Document form = Jsoup.parse(unknown.body());
		assertThat(form.selectFirst("#item_error").text()).contains("没有这个条目");
		assertThat(form.selectFirst("#item").attr("value")).isEqualTo("no-such-school");
		assertThat(grant(boss, page, "scoped-named").statusCode()).isEqualTo(302);
		assertThat(grant(boss, page, "scoped-named").statusCode()).as("a second time").isEqualTo(422);
		assertThat(boss.page(page).select("[aria-labelledby=grants] h3").eachText()).containsExactly("编辑：学院 测试学院",
				"初审：全部内容");
		assertThat(boss.page("/staff/audit?action=role.grant").select(".desk li").first().text()).contains("角色 编辑 学院",
				"条目 测试学院 (" + id + ")");
		Visitor visitor = signedIn(person);
		assertThat(visitor.get(path(id) + "/edit").statusCode()).isEqualTo(200);
		assertThat(visitor.page("/staff").select("[aria-labelledby=roles] h3").eachText()).containsExactly("编辑：学院 测试学院",
				"初审：全部内容");
		Element remove = boss.page(page).select("form[action$=/remove]").first();
		boss.submit(remove);
		assertThat(signedIn(person).get(path(id) + "/edit").statusCode()).isEqualTo(403);
	}

	@Test
	void twoDraftsOfOneAddressAreNotGuessedBetween() {
		Visitor all = with(Role.EDITOR);
		for (int i = 0; i < 2; i++) {
			edited(all, created(all, "school"), "slug", "scoped-twice");
		}
		assertThat(this.items.find(Section.SCHOOL, "scoped-twice")).hasSize(2);
		HttpResponse<String> answer = grant(signedIn(administrator()), "/staff/accounts/" + editor().id(),
				"scoped-twice");
		assertThat(Jsoup.parse(answer.body()).selectFirst("#item_error").text()).contains("分不清是哪一个");
	}

	@Test
	void rolesThatNamedASlugNameItsItemAfterTheUpdate() {
		DriverManagerDataSource database = new DriverManagerDataSource(TestDatabase.freshUrl(), TestDatabase.USERNAME,
				TestDatabase.PASSWORD);
		JdbcClient fresh = JdbcClient.create(database);
		Flyway.configure()
			.configuration(this.flyway.getConfiguration())
			.dataSource(database)
			.target("21")
			// What takes items over reads tables that come later
			.javaMigrations(Stream.of(this.flyway.getConfiguration().getJavaMigrations())
				.filter((migration) -> migration.getVersion() != null)
				.toArray(JavaMigration[]::new))
			.load()
			.migrate();
		// Another section may have an item of the same slug
		fresh.sql("""
				insert into content_item (type, slug) values ('school', 'old-school'), ('section', 'old-section'),
				  ('predecessor', 'old-predecessor'), ('figure', 'old-figure'), ('notice', 'old-school')""").update();
		fresh.sql("""
				with person as (insert into staff_account (user_name, email, display_name)
				  values ('old', 'old@college.example', '老账号') returning id)
				insert into staff_role_grant (account_id, role, section, item)
				select id, role, section, item from person, (values ('EDITOR', 'SCHOOL', 'old-school'),
				  ('APPROVER', 'SCHOOL', 'no-longer-there'), ('EDITOR', 'PROFILE', 'old-section'),
				  ('EDITOR', 'HISTORY', 'old-predecessor'), ('EDITOR', 'FACT', 'old-figure'),
				  ('REVIEWER_1', 'CAMPUS', null), ('REVIEWER_2', null, null)) g (role, section, item)""").update();
		Flyway.configure().configuration(this.flyway.getConfiguration()).dataSource(database).load().migrate();
		assertThat(fresh.sql("""
				select concat_ws(' ', g.role, g.section, i.type, i.slug)
				from staff_role_grant g left join content_item i on i.id = g.item_id order by 1""")
			.query(String.class)
			.list()).containsExactly("EDITOR FACT figure old-figure", "EDITOR HISTORY predecessor old-predecessor",
					"EDITOR PROFILE section old-section", "EDITOR SCHOOL school old-school", "REVIEWER_1 CAMPUS",
					"REVIEWER_2");
	}

	private static HttpResponse<String> grant(Visitor boss, String page, String slug) {
		return boss.submit(page, page + "/roles", "role", "EDITOR", "section", "SCHOOL", "item", slug);
	}

	private static void assertReaches(Visitor own, long id, Visitor stranger) {
		assertThat(own.get(path(id) + "/edit").statusCode()).isEqualTo(200);
		assertThat(titles(own)).containsExactly("测试学院");
		assertThat(stranger.get(path(id)).statusCode()).isEqualTo(403);
		assertThat(stranger.get(path(id) + "/edit").statusCode()).isEqualTo(403);
	}

	private static List<String> titles(Visitor visitor) {
		return visitor.page("/staff/content").select(".desk h2 a").eachText();
	}

	private Visitor editorOf(long id) {
		return signedIn(person(new Scope(Role.EDITOR, Section.SCHOOL, id)));
	}

	private long school(String slug) {
		Visitor editor = with(Role.EDITOR);
		long id = created(editor, "school");
		edited(editor, id, "name_zh", "测试学院", "slug", slug);
		published(editor, with(Role.APPROVER), id);
		return id;
	}

}
