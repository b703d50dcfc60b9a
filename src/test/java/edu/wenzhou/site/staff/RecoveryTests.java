package edu.wenzhou.site.staff;

import java.util.List;

import edu.wenzhou.site.Documented;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The way back in for a site whose administrators are all gone, as the documentation has
 * it.
 */
class RecoveryTests extends StaffTest {

	private static final String PASSWORD = "a lamp above the river mouth";

	private static final String STATEMENT = Documented.sql("docs/operations.md", "When no administrator can sign in");

	@Test
	void whoeverRunsTheDatabaseMakesAnAdministratorOfADisabledEditor() {
		Person person = editor();
		Visitor before = signedIn(person);
		Visitor boss = signedIn(administrator());
		String page = "/staff/accounts/" + person.id();
		boss.submit(page, page + "/link");
		String older = boss.page(page).selectFirst(".s-link").text().substring(BASE_URL.length());
		this.jdbc.sql("update staff_account set disabled = true where id = ?").param(person.id()).update();

		List<String> paths = recover(person.name().toUpperCase());
		assertThat(paths).hasSize(1);
		String path = paths.get(0);
		assertThat(path).matches("/staff/link/[0-9a-f]{64}");
		assertThat(this.jdbc.sql("""
				select extract(epoch from expires_at - created_at) from one_time_link
				where account_id = ? and used_at is null""").param(person.id()).query(Long.class).list())
			.containsExactly(30 * 60L);
		assertThat(new Visitor().get(older).statusCode()).as("an older link").isEqualTo(410);
		assertThat(before.get("/staff").statusCode()).as("an older session").isEqualTo(302);

		Visitor visitor = new Visitor();
		assertThat(visitor.submit(path, path, "password", PASSWORD, "repeat", PASSWORD).statusCode()).isEqualTo(302);
		assertThat(visitor.get(path).statusCode()).isEqualTo(410);
		assertThat(visitor.signIn(person.name(), PASSWORD).statusCode()).isEqualTo(302);
		assertThat(visitor.page("/staff").select("[aria-labelledby=roles] h3").eachText()).containsExactly("编辑：全部内容",
				"管理员");
		assertThat(visitor.get("/staff/accounts").statusCode()).isEqualTo(200);
		Document record = visitor.page("/staff/audit?action=account.recover");
		Element event = record.select(".desk li").first();
		assertThat(event.selectFirst("h2").text()).isEqualTo("在数据库里恢复管理员：" + person.displayName());
		assertThat(event.selectFirst("h2 a").attr("href")).isEqualTo(page);
		assertThat(event.text()).contains("postgres", "127.0.0.1");
		assertThat(this.jdbc.sql("select count(*) from audit_event e where e::text like '%' || ? || '%'")
			.param(path.substring(path.lastIndexOf('/') + 1))
			.query(Long.class)
			.single()).as("the token is not in the record").isZero();
	}

	@Test
	void anAdministratorStaysOneAndKeepsThePasswordUntilTheLinkIsUsed() {
		Person person = administrator();
		assertThat(recover(person.name())).hasSize(1);
		assertThat(signedIn(person).get("/staff/accounts").statusCode()).isEqualTo(200);
		assertThat(this.accounts.findWithGrants(person.id()).orElseThrow().getGrants()).hasSize(1);
	}

	@Test
	void aNameThatIsNotThereChangesNothing() {
		String all = """
				select (select count(*) from one_time_link) || ' ' || (select count(*) from staff_role_grant) || ' '
				|| (select count(*) from audit_event) || ' ' || (select sum(version) from staff_account)""";
		String before = this.jdbc.sql(all).query(String.class).single();
		assertThat(recover("nobody-of-that-name")).isEmpty();
		assertThat(this.jdbc.sql(all).query(String.class).single()).isEqualTo(before);
	}

	private List<String> recover(String name) {
		assertThat(STATEMENT).containsOnlyOnce("'wang.min'");
		return this.jdbc.sql(STATEMENT.replace("'wang.min'", "'" + name + "'")).query(String.class).list();
	}

}
