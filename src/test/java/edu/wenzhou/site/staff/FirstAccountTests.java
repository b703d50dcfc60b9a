package edu.wenzhou.site.staff;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import edu.wenzhou.site.Documented;
import edu.wenzhou.site.TestDatabase;
import edu.wenzhou.site.web.CollegeProperties;
import edu.wenzhou.site.web.TestProperties;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** A site that nobody has set up yet, on a database of its own. */
@DirtiesContext
@ExtendWith(OutputCaptureExtension.class)
class FirstAccountTests extends StaffTest {

	private static final String FIXED = "only-for-this-test-" + Secrets.token(12);

	private static final String OWNER = "college_owner";

	private static final String APPLICATION = "college_app";

	private static final String PASSWORD = "a lamp above the river mouth";

	@Autowired
	private FirstAccount first;

	@Autowired
	private OneTimeLinks links;

	@Autowired
	private CollegeProperties properties;

	/**
	 * The tables have an owner, and the site is another one, as the documentation says.
	 */
	@DynamicPropertySource
	static void ownDatabase(DynamicPropertyRegistry registry) {
		String url = TestDatabase.freshUrl();
		database(url).sql(Documented.sql("docs/operations.md", "Two roles in the database")).update();
		// Who signs in is in the address, too, and there it counts
		String bare = url.substring(0, url.indexOf('?'));
		// The pool's own settings, since those of the data source are set for all tests
		// already
		registry.add("spring.datasource.hikari.jdbc-url", () -> bare);
		registry.add("spring.datasource.hikari.username", () -> APPLICATION);
		registry.add("spring.flyway.user", () -> OWNER);
		registry.add("spring.flyway.password", () -> "");
		registry.add("college.staff.setup-token", () -> FIXED);
		// As a variable without a value
		registry.add("test.mail.host", () -> "");
	}

	private static JdbcClient database(String url) {
		return JdbcClient.create(new DriverManagerDataSource(url));
	}

	@Test
	void theFirstAccountIsMadeByALinkOfHalfAnHourAndNoneAfterIt(CapturedOutput output) {
		assertThat(this.links.isSetUpOpen()).as("a fresh site").isTrue();
		this.first.offerSetUp();
		assertThat(output)
			.contains("There is no account yet. Within 30 minutes", BASE_URL + "/staff/link/ and the token")
			.doesNotContain(FIXED);
		assertThat(this.properties.toString()).doesNotContain(FIXED);
		CollegeProperties without = TestProperties.of(Map.of("college.base-url", BASE_URL));
		new FirstAccount(this.links, without).offerSetUp();
		Matcher shown = Pattern
			.compile("Within 30 minutes, make the first one at " + BASE_URL + "(/staff/link/[A-Za-z0-9_-]{43})\\s")
			.matcher(output);
		assertThat(shown.find()).as("a link in the log").isTrue();
		String random = shown.group(1);
		assertThat(new Visitor().get(random).statusCode()).isEqualTo(200);

		String fixed = "/staff/link/" + FIXED;
		this.jdbc.sql("update one_time_link set expires_at = now() - interval '1 second'").update();
		assertThat(new Visitor().get(fixed).statusCode()).isEqualTo(410);
		assertThat(new Visitor().get(random).statusCode()).isEqualTo(410);
		this.first.offerSetUp();
		assertThat(this.jdbc
			.sql("select extract(epoch from expires_at - created_at) from one_time_link where expires_at > now()")
			.query(Long.class)
			.single()).isEqualTo(30 * 60);

		Visitor visitor = new Visitor();
		HttpResponse<String> wrong = visitor.submit(fixed, fixed, "displayName", "", "userName", "a b", "email", "x",
				"password", "too short", "repeat", "otherwise");
		Document page = Jsoup.parse(wrong.body());
		assertThat(wrong.statusCode()).isEqualTo(422);
		assertThat(page.select(".errsum a").eachAttr("href")).containsExactlyInAnyOrder("#displayName", "#userName",
				"#email", "#password", "#repeat");
		assertThat(page.select(".errsum")).hasSize(1);
		assertThat(page.getElementById("userName").attr("value")).isEqualTo("a b");
		assertThat(this.links.isSetUpOpen()).isTrue();

		String other = this.links.makeSetUp(null).substring(BASE_URL.length());
		assertThat(setUp(visitor, fixed, "first").headers().firstValue("Location"))
			.hasValue("/staff/sign-in?done=password");
		assertThat(visitor.get(fixed).statusCode()).isEqualTo(410);
		assertThat(visitor.get(other).statusCode()).as("another link, once there is an account").isEqualTo(410);
		assertThat(visitor
			.post(other, "_csrf", visitor.token(), "displayName", "二", "userName", "second", "email",
					"second@college.example", "password", PASSWORD, "repeat", PASSWORD)
			.statusCode()).isEqualTo(410);
		assertThat(visitor.signIn("first", PASSWORD).statusCode()).isEqualTo(302);
		assertThat(visitor.page("/staff").select(".desk h3").eachText()).containsExactly("管理员");
		assertThat(visitor.get("/staff/accounts").statusCode()).isEqualTo(200);
		long before = this.jdbc.sql("select count(*) from one_time_link").query(Long.class).single();
		this.first.offerSetUp();
		assertThat(this.jdbc.sql("select count(*) from one_time_link").query(Long.class).single()).isEqualTo(before);
		assertThat(this.jdbc.sql("select action || ' ' || actor_name from audit_event order by id")
			.query(String.class)
			.list()).containsExactly("account.set-up 第一人", "session.sign-in 第一人");

		Visitor boss = visitor;
		long id = this.accounts.findIdByUserName("first").orElseThrow();
		long grant = this.accounts.findWithGrants(id).orElseThrow().getGrants().get(0).getId();
		assertThat(boss.post("/staff/accounts/%d/roles/%d/remove".formatted(id, grant), "_csrf", boss.token())
			.statusCode()).as("the last administrator").isEqualTo(409);
		assertNothingIsSaidOfMail(boss);
	}

	/** Without the triggers, too, and those it cannot touch. */
	@ParameterizedTest
	@ValueSource(strings = { "update audit_event set actor_name = 'x'", "delete from audit_event",
			"truncate audit_event",
			"merge into audit_event e using (values (1)) v (x) on true when matched then delete",
			"alter table audit_event disable trigger all", "drop trigger audit_event_append_only on audit_event",
			"create trigger mine before insert on audit_event for each row execute function audit_event_refuse()",
			"create or replace function audit_event_refuse() returns trigger language plpgsql as 'begin return null; end'",
			"drop table audit_event", "alter table audit_event owner to college_app", "set role college_owner",
			"set session_replication_role = replica", "create table audit_event_2 ()" })
	void theApplicationsRoleCannotChangeTheRecordNorWhatGuardsIt(String statement) {
		assertThat(this.jdbc.sql("select current_user").query(String.class).single()).isEqualTo(APPLICATION);
		assertThat(this.jdbc.sql("select tableowner from pg_tables where tablename = 'audit_event'")
			.query(String.class)
			.single()).isEqualTo(OWNER);
		assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> this.jdbc.sql(statement).update())
			.havingRootCause()
			.isInstanceOfSatisfying(SQLException.class,
					(ex) -> assertThat(ex.getSQLState()).as(ex.getMessage()).isEqualTo("42501"))
			// The trigger says this; here it is not even asked
			.withMessageNotContaining("append-only");
	}

	@Test
	void onTheRecordTheApplicationsRoleHasNoMoreThanItNeeds() {
		assertThat(this.jdbc.sql("""
				select privilege_type from information_schema.role_table_grants
				where table_name = 'audit_event' and grantee = ? order by 1""")
			.param(APPLICATION)
			.query(String.class)
			.list()).containsExactly("INSERT", "SELECT");
		assertThat(this.jdbc
			.sql("select count(*) from information_schema.role_table_grants where grantee = 'PUBLIC' "
					+ "and table_schema = 'public'")
			.query(Long.class)
			.single()).isZero();
	}

	/** Links are for administrators to hand over. */
	private void assertNothingIsSaidOfMail(Visitor boss) {
		assertThat(boss.page("/staff/accounts/new").text()).contains("由您交给本人").doesNotContain("寄");
		Person person = editor();
		String page = "/staff/accounts/" + person.id();
		assertThat(boss.submit(page, page + "/link").statusCode()).isEqualTo(302);
		Document shown = boss.page(page);
		assertThat(shown.selectFirst(".s-link").text()).startsWith(BASE_URL + "/staff/link/");
		assertThat(shown.text()).doesNotContain("寄", "邮件服务器");
		assertThat(
				this.jdbc.sql("select count(*) from audit_event where action = 'link.mail'").query(Long.class).single())
			.isZero();
	}

	private HttpResponse<String> setUp(Visitor visitor, String link, String name) {
		return visitor.submit(link, link, "displayName", "第一人", "userName", name, "email", name + "@college.example",
				"password", PASSWORD, "repeat", PASSWORD);
	}

}
