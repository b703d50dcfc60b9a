package edu.wenzhou.site.staff;

import java.net.http.HttpResponse;

import edu.wenzhou.site.TestDatabase;
import edu.wenzhou.site.web.CollegeProperties;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** A site that nobody has set up yet, on a database of its own. */
@DirtiesContext
@ExtendWith(OutputCaptureExtension.class)
class FirstAccountTests extends StaffTest {

	private static final String FIXED = "only-for-this-test-" + Secrets.token(12);

	private static final String PASSWORD = "a lamp above the river mouth";

	@Autowired
	private FirstAccount first;

	@Autowired
	private OneTimeLinks links;

	@Autowired
	private CollegeProperties properties;

	@DynamicPropertySource
	static void ownDatabase(DynamicPropertyRegistry registry) {
		String url = TestDatabase.freshUrl();
		// The pool's own setting, since the address is set for all tests already
		registry.add("spring.datasource.hikari.jdbc-url", () -> url);
		registry.add("college.staff.setup-token", () -> FIXED);
	}

	@Test
	void theFirstAccountIsMadeByALinkOfHalfAnHourAndNoneAfterIt(CapturedOutput output) {
		assertThat(this.accounts.count()).as("accounts of a fresh site").isZero();
		this.first.offerSetUp();
		assertThat(output)
			.contains("There is no account yet. Within 30 minutes", BASE_URL + "/staff/link/ and the token")
			.doesNotContain(FIXED);
		assertThat(this.properties.toString()).doesNotContain(FIXED);
		String random = this.links.makeSetUp(null).substring(BASE_URL.length());
		assertThat(random).matches("/staff/link/[A-Za-z0-9_-]{43}");

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
		assertThat(page.select(".errsum a").eachAttr("href")).contains("#displayName", "#userName", "#email",
				"#repeat");
		assertThat(page.select(".errsum")).hasSize(1);
		assertThat(page.getElementById("userName").attr("value")).isEqualTo("a b");
		assertThat(this.accounts.count()).isZero();

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
	}

	private HttpResponse<String> setUp(Visitor visitor, String link, String name) {
		return visitor.submit(link, link, "displayName", "第一人", "userName", name, "email", name + "@college.example",
				"password", PASSWORD, "repeat", PASSWORD);
	}

}
