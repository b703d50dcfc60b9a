package edu.wenzhou.site.staff;

import java.net.http.HttpResponse;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What everybody can do with the own account. */
class OwnAccountTests extends StaffTest {

	private static final String NEW = "a lamp above the river mouth";

	@Test
	void aPersonSeesAndEndsOwnSessions() {
		Person person = editor();
		Visitor here = signedIn(person);
		Visitor there = new Visitor("203.0.113.77");
		there.signIn(person.name(), person.password());
		Document page = here.page("/staff/account");
		assertThat(page.select("[aria-labelledby=sessions] h3").eachText()).containsExactlyInAnyOrder("192.0.2.1本机",
				"203.0.113.77");
		assertThat(page.html()).doesNotContain(here.cookies().get("__Host-SESSION"),
				there.cookies().get("__Host-SESSION"));
		HttpResponse<String> answer = here.submit(page.selectFirst("form[action*=/sessions/]"));
		assertThat(answer.headers().firstValue("Location")).hasValue("/staff/account?done=session");
		assertThat(there.get("/staff").statusCode()).isEqualTo(302);
		assertThat(here.page("/staff/account").select("[aria-labelledby=sessions] h3")).hasSize(1);
	}

	/** People know their phone, not what it calls itself. */
	@Test
	void aSessionIsNamedByBrowserAndSystem() {
		assertThat(device("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "
				+ "Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0"))
			.isEqualTo("Edge，Windows");
		assertThat(device("Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like "
				+ "Gecko) Version/18.5 Mobile/15E148 Safari/604.1"))
			.isEqualTo("Safari，iPhone");
		assertThat(device("Mozilla/5.0 (Linux; Android 15; V2309A) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 "
				+ "Chrome/130.0 Mobile Safari/537.36 MicroMessenger/8.0.50"))
			.isEqualTo("微信，Android");
		assertThat(device("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"))
			.isEqualTo("Firefox，Linux");
		assertThat(device("curl/8.5.0")).isEqualTo("curl/8.5.0");
		assertThat(device("")).isEmpty();
	}

	private static String device(String client) {
		return new StaffSessions.Open("", "", client, null, null, false).device();
	}

	@Test
	void nobodyEndsASessionOfSomebodyElse() {
		Visitor victim = signedIn(editor());
		Visitor same = signedIn(editor());
		String handle = java.util.HexFormat.of()
			.formatHex(Secrets.sha256(victim.cookies().get("__Host-SESSION")), 0, 16);
		HttpResponse<String> answer = same.post("/staff/account/sessions/" + handle + "/end", "_csrf", same.token());
		assertThat(answer.statusCode()).isEqualTo(404);
		assertThat(victim.get("/staff").statusCode()).isEqualTo(200);
	}

	@Test
	void aTokenOfSomebodyElseIsNoToken() {
		Person person = editor();
		Visitor visitor = signedIn(person);
		String foreign = signedIn(editor()).token();
		assertThat(visitor.post("/staff/account/sign-out-everywhere", "_csrf", foreign).statusCode()).isEqualTo(403);
		assertThat(visitor.get("/staff").statusCode()).isEqualTo(200);
		assertThat(deeds(person)).containsExactly("access.refuse REFUSED", "session.sign-in DONE");
	}

	@Test
	void signingOutEverywhereMeansHereToo() {
		Person person = editor();
		Visitor here = signedIn(person);
		Visitor there = signedIn(person);
		here.submit("/staff/account", "/staff/account/sign-out-everywhere");
		assertThat(here.get("/staff").statusCode()).isEqualTo(302);
		assertThat(there.get("/staff").statusCode()).isEqualTo(302);
	}

	@Test
	void aNewPasswordNeedsTheOldOneAndEndsOtherSessions() {
		Person person = editor();
		Visitor here = signedIn(person);
		Visitor there = signedIn(person);
		HttpResponse<String> wrong = change(here, "not the password", NEW, NEW);
		assertThat(wrong.statusCode()).isEqualTo(422);
		assertThat(Jsoup.parse(wrong.body()).selectFirst("#current_error").text()).contains("现在的密码不对");
		assertThat(Jsoup.parse(wrong.body()).select("main input[type=password]").eachAttr("value")).containsOnly("");
		HttpResponse<String> common = change(here, person.password(), "Wenzhou2026!!", "Wenzhou2026!!");
		assertThat(Jsoup.parse(common.body()).selectFirst("#password_error").text()).contains("太容易被猜到");
		assertThat(change(here, person.password(), NEW, NEW).headers().firstValue("Location"))
			.hasValue("/staff/account?done=password");
		assertThat(here.get("/staff").statusCode()).isEqualTo(200);
		assertThat(there.get("/staff").statusCode()).isEqualTo(302);
		assertThat(new Visitor().signIn(person.name(), person.password()).statusCode()).isEqualTo(422);
		assertThat(new Visitor().signIn(person.name(), NEW).statusCode()).isEqualTo(302);
		assertThat(deeds(person)).containsExactly("session.sign-in DONE", "password.change DONE",
				"password.change REFUSED", "session.sign-in DONE", "session.sign-in DONE");
	}

	@Test
	void thePresentPasswordCannotBeGuessedHere() {
		Person person = editor();
		Visitor visitor = signedIn(person);
		for (int i = 0; i < 5; i++) {
			change(visitor, "guess number " + i, NEW, NEW);
		}
		// A slow machine must not sit the second out
		this.jdbc.sql("update sign_in_failure set wait_until = wait_until + interval '1 minute' where failures = 5")
			.update();
		HttpResponse<String> answer = change(visitor, person.password(), NEW, NEW);
		assertThat(Jsoup.parse(answer.body()).selectFirst("#current_error").text()).contains("请过一会儿再试");
	}

	private static HttpResponse<String> change(Visitor visitor, String current, String password, String repeat) {
		return visitor.submit("/staff/account", "/staff/account/password", "current", current, "password", password,
				"repeat", repeat);
	}

}
