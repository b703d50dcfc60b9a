package edu.wenzhou.site.staff;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Many accounts, found a page at a time. */
class AccountListTests extends StaffTest {

	private static final int MANY = 60;

	/** What people type, and what would be something else in an address. */
	private static final String ODD = "很多 50%&+{q}";

	private Visitor boss;

	@BeforeEach
	void manyAccounts() {
		this.jdbc.sql("""
				insert into staff_account (user_name, email, display_name, password_hash, disabled)
				select 'many-' || n, 'many-' || n || '@college.example', ? || lpad(n::text, 3, '0'),
				  case when n % 3 = 0 then null else '{argon2}none' end, n % 5 = 0
				from generate_series(1, ?) n""").params(ODD, MANY).update();
		// Two roles each: as many rows as that, and no more accounts
		this.jdbc.sql("""
				insert into staff_role_grant (account_id, role, section, item_id)
				select id, unnest(array['EDITOR', case when user_name like '%0' then 'REVIEWER_1' else 'APPROVER' end]),
				  'SCHOOL', ?
				from staff_account where user_name like 'many-%'""").param(item("school", "ai")).update();
		this.boss = signedIn(administrator());
	}

	@AfterEach
	void noMore() {
		this.jdbc.sql(
				"delete from staff_role_grant where account_id in (select id from staff_account where user_name like 'many-%')")
			.update();
		this.jdbc.sql("delete from staff_account where user_name like 'many-%'").update();
	}

	@Test
	void pagesFollowEachOtherByLinksAndShowEveryAccountOnce() {
		List<String> seen = new ArrayList<>();
		Document page = find("q", ODD);
		int pages = 0;
		while (page != null) {
			assertThat(page.selectFirst("[role=status]").attr("aria-label")).isEqualTo("共 60 个账号");
			assertThat(page.selectFirst("#q").attr("value")).isEqualTo(ODD);
			seen.addAll(names(page));
			assertThat(page.select(".desk li").first().text()).contains("编辑：学院 人工智能学院");
			pages++;
			Element next = page.selectFirst("a[rel=next]");
			page = (next != null) ? this.boss.page(next.attr("href")) : null;
		}
		assertThat(pages).isEqualTo(3);
		assertThat(seen).hasSize(MANY).isSorted().doesNotHaveDuplicates();
	}

	@Test
	void aPageThatIsNotThereIsNotFound() {
		assertThat(this.boss.get("/staff/accounts?q=many-&page=3").statusCode()).isEqualTo(200);
		assertThat(this.boss.get("/staff/accounts?q=many-&page=4").statusCode()).isEqualTo(404);
		assertThat(this.boss.get("/staff/accounts?page=x").statusCode()).isEqualTo(400);
	}

	@Test
	void namesRolesAndStatesNarrowTheList() {
		assertThat(names(find("q", "MANY-17@"))).containsExactly(ODD + "017");
		assertThat(names(find("q", "many-", "role", "REVIEWER_1"))).hasSize(6).allMatch((name) -> name.endsWith("0"));
		assertThat(count("ACTIVE") + count("INVITED") + count("DISABLED")).isEqualTo(MANY);
		assertThat(count("DISABLED")).isEqualTo(12);
		assertThat(count("INVITED")).isEqualTo(16);
		Document disabled = find("q", "many-", "state", "DISABLED");
		assertThat(disabled.select(".desk li .st").eachText()).hasSize(12).containsOnly("已停用");
		assertThat(disabled.select("#state option[selected]").eachAttr("value")).containsExactly("DISABLED");
		assertThat(find("q", "many-", "role", "ADMINISTRATOR").select("main p").text()).contains("没有符合条件的账号");
		assertThat(find("q", "many-", "role", "<b>", "state", "x").selectFirst("[role=status]").text()).isEqualTo("60");
	}

	private int count(String state) {
		return Integer.parseInt(find("q", "many-", "state", state).selectFirst("[role=status]").text());
	}

	/** As the form on the page asks. */
	private Document find(String... fields) {
		StringBuilder query = new StringBuilder();
		for (int i = 0; i < fields.length; i += 2) {
			query.append((i == 0) ? "?" : "&")
				.append(fields[i])
				.append('=')
				.append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
		}
		return Jsoup.parse(this.boss.get("/staff/accounts" + query).body());
	}

	private static List<String> names(Document page) {
		return page.select(".desk li h2 a").eachText();
	}

}
