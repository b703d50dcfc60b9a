package edu.wenzhou.site.staff;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What was typed survives the end of a session. */
class HeldFormTests extends StaffTest {

	private static final String EXPIRED = "登录已过期，填的内容都还在";

	private static final String INVITE = "/staff/accounts/new";

	@Test
	void aFormSentTooLateIsSavedAfterSigningIn() {
		Person boss = administrator();
		Visitor visitor = signedIn(boss);
		Element form = visitor.page(INVITE).selectFirst("form[action=" + INVITE + "]");
		end(boss);
		HttpResponse<String> late = visitor.submit(form, "displayName", "迟到的人", "userName", boss.name() + ".late",
				"email", boss.name() + ".late@college.example");
		Document page = held(late, EXPIRED);
		assertThat(late.headers().allValues("Cache-Control")).containsExactly("private, no-store");
		assertThat(late.headers().allValues("Set-Cookie")).noneMatch((cookie) -> cookie.startsWith("SESSION"));
		assertThat(page.text()).contains("账号", INVITE, "迟到的人");
		HttpResponse<String> wrong = visitor.submit(signInForm(page), "name", boss.name(), "password",
				"wrong password");
		assertThat(wrong.statusCode()).isEqualTo(422);
		page = Jsoup.parse(wrong.body());
		assertThat(page.select(".errsum")).isNotEmpty();
		assertThat(page.selectFirst("h1").text()).isEqualTo(EXPIRED);
		HttpResponse<String> right = visitor.submit(signInForm(page), "name", boss.name(), "password", boss.password());
		assertThat(right.statusCode()).isEqualTo(200);
		assertThat(right.headers().allValues("Cache-Control")).containsExactly("private, no-store");
		page = Jsoup.parse(right.body());
		assertThat(page.selectFirst("h1").text()).isEqualTo("接着保存");
		assertThat(page.text()).contains(boss.displayName(), "迟到的人");
		assertThat(invited(boss)).isZero();
		HttpResponse<String> saved = visitor.submit(again(page, INVITE));
		assertThat(saved.statusCode()).as(saved.body()).isEqualTo(302);
		assertThat(invited(boss)).isOne();
		assertThat(deeds(boss)).startsWith("link.mail DONE", "account.invite DONE");
	}

	@Test
	void aPageMadeBeforeSomebodyElseSignedInAsksFirst() {
		Person first = administrator();
		Person second = administrator();
		Visitor visitor = signedIn(first);
		Element form = visitor.page(INVITE).selectFirst("form[action=" + INVITE + "]");
		visitor.submit("/staff", "/staff/sign-out");
		visitor.signIn(second.name(), second.password());
		Document page = held(visitor.submit(form, "displayName", "另一个窗口", "userName", first.name() + ".late", "email",
				first.name() + ".late@college.example"), "接着保存");
		assertThat(page.text()).contains(second.displayName()).doesNotContain(first.displayName());
		assertThat(page.select("input[type=password]")).isEmpty();
		assertThat(deeds(second)).first().isEqualTo("access.refuse REFUSED");
		assertThat(visitor.submit(again(page, INVITE)).statusCode()).isEqualTo(302);
		assertThat(deeds(second)).startsWith("link.mail DONE", "account.invite DONE");
	}

	@Test
	void aSessionThatOthersEndKeepsTheText() {
		Person boss = administrator();
		Person other = administrator();
		Visitor visitor = signedIn(boss);
		Element form = visitor.page(INVITE).selectFirst("form[action=" + INVITE + "]");
		signedIn(boss).submit("/staff/account", "/staff/account/sign-out-everywhere");
		held(visitor.submit(form, "displayName", "一"), EXPIRED);
		visitor.signIn(boss.name(), boss.password());
		form = visitor.page(INVITE).selectFirst("form[action=" + INVITE + "]");
		String account = "/staff/accounts/" + boss.id();
		assertThat(signedIn(other).submit(account, account + "/sessions/end").statusCode()).isEqualTo(302);
		held(visitor.submit(form, "displayName", "二"), EXPIRED);
		this.jdbc.sql("update staff_account set disabled = true where id = ?").param(boss.id()).update();
		held(visitor.submit(form, "displayName", "三"), EXPIRED);
	}

	@Test
	void aRoleTakenAwayMeanwhileKeepsTheText() {
		Person boss = person(new Scope(Role.ADMINISTRATOR, null, null), new Scope(Role.EDITOR, null, null));
		Visitor visitor = signedIn(boss);
		Element form = visitor.page(INVITE).selectFirst("form[action=" + INVITE + "]");
		long grant = this.jdbc.sql("select id from staff_role_grant where account_id = ? and role = 'ADMINISTRATOR'")
			.param(boss.id())
			.query(Long.class)
			.single();
		String account = "/staff/accounts/" + boss.id();
		assertThat(signedIn(administrator()).submit(account, account + "/roles/" + grant + "/remove").statusCode())
			.isEqualTo(302);
		Document page = held(visitor.submit(form, "displayName", "不再有权的人填的", "email", "长".repeat(300)), EXPIRED);
		page = Jsoup.parse(visitor.submit(signInForm(page), "name", boss.name(), "password", boss.password()).body());
		page = held(visitor.submit(again(page, INVITE)), "现在没有权限，填的内容都还在");
		assertThat(again(page, INVITE).selectFirst("[name=displayName]").attr("value")).isEqualTo("不再有权的人填的");
		assertThat(page.text()).as("to copy").contains("长".repeat(300));
		assertThat(deeds(boss)).first().isEqualTo("access.refuse REFUSED");
	}

	@Test
	void aScriptIsToldInItsOwnWords() {
		Map<String, String> json = Map.of("Accept", "application/json");
		Person person = editor();
		Visitor visitor = signedIn(person);
		HttpResponse<String> token = visitor.postWith(json, "/staff/content/1/autosave", "_csrf", "wrong", "title",
				"x");
		assertThat(token.statusCode()).isEqualTo(403);
		assertThat(token.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/json");
		assertThat(token.body()).isEqualTo("{\"error\":\"token\"}");
		HttpResponse<String> denied = visitor.postWith(json, INVITE, "_csrf", visitor.token(), "displayName", "x");
		assertThat(denied.statusCode()).isEqualTo(403);
		assertThat(denied.body()).isEqualTo("{\"error\":\"denied\"}");
		String good = visitor.token();
		end(person);
		for (HttpResponse<String> out : List.of(
				visitor.postWith(json, "/staff/content/1/autosave", "_csrf", good, "title", "x"),
				visitor.postWith(json, "/staff/content/1/autosave", "_csrf", visitor.token(), "title", "x"),
				send("GET", "/staff/content/1/pulse", "Accept", "application/json"))) {
			assertThat(out.statusCode()).isEqualTo(401);
			assertThat(out.headers().firstValue("Location")).isEmpty();
			assertThat(out.body()).isEqualTo("{\"error\":\"signed-out\"}");
		}
	}

	@Test
	void aTokenOfTheSignInPageIsNotEnough() {
		Visitor visitor = new Visitor();
		held(visitor.post("/staff/content/1/edit", "_csrf", visitor.token(), "lead_zh", "一句"), EXPIRED);
	}

	@Test
	void aSignInFormWithoutItsTokenStillHasTheText() {
		Person person = editor();
		Visitor visitor = new Visitor();
		Document page = held(visitor.post("/staff/content/1/edit", "lead_zh", "一句"), EXPIRED);
		visitor.cookies().clear();
		HttpResponse<String> answer = visitor.submit(signInForm(page), "name", person.name(), "password",
				person.password());
		page = held(answer, EXPIRED);
		assertThat(page.select("input[name=held.lead_zh]").eachAttr("value")).containsExactly("一句");
		assertThat(answer.body()).doesNotContain(person.password());
	}

	@Test
	void everyValueComesBackInItsOrderAndNothingBecomesMarkup() {
		List<String> corpus = List.of("\"><script>alert(1)</script>", "'><img src=x onerror=alert(1)>",
				"</title></textarea><svg onload=alert(1)>", "[[${7*7}]] with more to read after it",
				"${T(java.lang.Runtime)}", "两行\r\n文字 &amp; <b>", "\u202e倒", "😀".repeat(300), "");
		Person person = editor();
		Visitor visitor = new Visitor();
		List<String> fields = new ArrayList<>();
		corpus.forEach((text) -> fields.addAll(List.of("many", text)));
		fields.addAll(List.of("\"><script>x", "1"));
		Document page = held(visitor.post("/staff/content/1/edit", fields.toArray(String[]::new)), EXPIRED);
		for (int i = 0; i < 2; i++) {
			String prefix = (i == 0) ? "held." : "";
			assertThat(page.select("input[name=" + prefix + "many]").eachAttr("value")).isEqualTo(corpus);
			assertThat(page.getElementsByAttributeValue("name", prefix + "\"><script>x")).hasSize(1);
			assertThat(page.select("script, svg, img, main b, [onerror], [onload]")).isEmpty();
			assertThat(page.select(".s-said").text()).contains("😀".repeat(200) + "…", "[[${7*7}]]")
				.doesNotContain("😀".repeat(201), "49");
			// Sent as a browser sends it: every value, in the order of the page
			List<String> all = new ArrayList<>();
			signInForm(page).select("input[name]")
				.forEach((field) -> all.addAll(List.of(field.attr("name"), switch (field.attr("name")) {
					case "name" -> person.name();
					case "password" -> person.password();
					default -> field.attr("value");
				})));
			if (i == 0) {
				page = Jsoup.parse(visitor.post("/staff/sign-in", all.toArray(String[]::new)).body());
				assertThat(page.selectFirst("h1").text()).isEqualTo("接着保存");
			}
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://evil.example/staff/x", "//evil.example", "/staff/../x", "/staff/sign-out",
			"/staff/sign-in", "/staff/account/password", "/staff/account/sign-out-everywhere", "/staff/link/none",
			"/staff", "/", "/staff/x?y=1", "javascript:alert(1)" })
	void aFormGoesNowhereElse(String path) {
		Person person = editor();
		Visitor visitor = new Visitor();
		HttpResponse<String> answer = visitor.post("/staff/sign-in", "_csrf", visitor.token(), "name", person.name(),
				"password", person.password(), "held", path, "held.a", "b");
		assertThat(answer.statusCode()).isEqualTo(302);
		assertThat(answer.headers().firstValue("Location")).hasValue("/staff");
	}

	@Test
	void passwordsAreNeverGivenBack() {
		Visitor visitor = new Visitor();
		Visitor person = signedIn(editor());
		for (String path : List.of("/staff/sign-in", "/staff/link/none", "/staff/account/password",
				"/staff/content/1/edit")) {
			for (Visitor sender : List.of(visitor, person)) {
				for (String token : List.of("wrong", sender.token())) {
					HttpResponse<String> answer = sender.post(path, "_csrf", token, "current", "old-secret-text",
							"password", "new-secret-text", "name", "somebody");
					assertThat(answer.body()).as(path).doesNotContain("secret-text").doesNotContain("name=\"held");
				}
			}
		}
		HttpResponse<String> nested = visitor.post("/staff/sign-in", "held", "/staff/content/1/edit", "held.password",
				"new-secret-text");
		assertThat(nested.body()).doesNotContain("secret-text");
	}

	/**
	 * Whoever lacks the role need not try again, and whoever has it need not ask for it.
	 */
	@Test
	void onlyAPageThatIsTooOldIsSaidToBeSo() {
		Visitor editor = signedIn(editor());
		String token = editor.token();
		for (HttpResponse<String> answer : List.of(editor.get("/staff/accounts"),
				editor.post("/staff/accounts/1/disable", "_csrf", token))) {
			assertThat(answer.statusCode()).isEqualTo(403);
			assertThat(Jsoup.parse(answer.body()).select("main").text()).startsWith("没有权限 您的角色不能做这件事")
				.doesNotContain("太久");
		}
		HttpResponse<String> old = editor.post("/staff/account/sign-out-everywhere", "_csrf", "x");
		assertThat(old.statusCode()).isEqualTo(403);
		assertThat(Jsoup.parse(old.body()).select("main").text()).startsWith("这一页已经过期")
			.contains("请回到上一页刷新后再试")
			.doesNotContain("权限", "角色");
	}

	@Test
	void whatAnotherSiteSendsIsNotOfferedToAnybody() {
		Map<String, String> elsewhere = Map.of("Sec-Fetch-Site", "cross-site");
		HttpResponse<String> stranger = new Visitor().postWith(elsewhere, "/staff/accounts/1/roles", "role",
				"ADMINISTRATOR");
		HttpResponse<String> boss = signedIn(administrator()).postWith(elsewhere, "/staff/accounts/1/roles", "role",
				"ADMINISTRATOR");
		for (HttpResponse<String> answer : List.of(stranger, boss)) {
			assertThat(answer.statusCode()).isEqualTo(403);
			assertThat(Jsoup.parse(answer.body()).selectFirst("h1").text()).isEqualTo("这一页已经过期");
			assertThat(answer.body()).doesNotContain("ADMINISTRATOR");
		}
		held(new Visitor().postWith(Map.of("Sec-Fetch-Site", "same-origin"), "/staff/content/1/edit", "a", "一"),
				EXPIRED);
	}

	@Test
	void aFormHasALimitAndALargeOneWithinItComesBack() {
		Person person = editor();
		Visitor visitor = signedIn(person);
		String large = "a".repeat(2 * 1024 * 1024 - 100);
		String token = visitor.token();
		for (HttpResponse<String> answer : List.of(
				visitor.post("/staff/content/1/edit", "_csrf", token, "a", large + "a".repeat(200)),
				visitor.post("/staff/content/1/edit", "_csrf", token, "a", large + large),
				visitor.post("/staff/content/1/edit", many(1001)))) {
			assertThat(answer.statusCode()).isEqualTo(413);
			assertThat(Jsoup.parse(answer.body()).text()).contains("最多 2 MB、1000 项");
		}
		HttpResponse<String> beyond = visitor.post("/staff/content/1/edit", many(3000));
		assertThat(beyond.statusCode()).isBetween(400, 413);
		assertThat(Jsoup.parse(beyond.body()).text()).contains("最多 2 MB、1000 项");
		end(person);
		for (String[] fields : List.of(new String[] { "a", large }, many(1000))) {
			Document page = held(visitor.post("/staff/content/1/edit", fields), EXPIRED);
			List<String> all = new ArrayList<>();
			signInForm(page).select("input[name]")
				.forEach((field) -> all.addAll(List.of(field.attr("name"), field.attr("value"))));
			assertThat(held422(visitor.post("/staff/sign-in", all.toArray(String[]::new)))).hasSize(fields.length / 2);
		}
	}

	private static String[] many(int number) {
		String[] fields = new String[2 * number];
		for (int i = 0; i < number; i++) {
			fields[2 * i] = "a" + i;
			fields[2 * i + 1] = "文";
		}
		return fields;
	}

	private static List<Element> held422(HttpResponse<String> answer) {
		assertThat(answer.statusCode()).isEqualTo(422);
		return Jsoup.parse(answer.body()).select("input[name^=held.]");
	}

	@Test
	void filesAreNotKeptAndThePageSaysSo() {
		String body = "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n一\r\n--x--\r\n";
		HttpResponse<String> answer = send("POST", "/staff/content/1/edit", BodyPublishers.ofString(body),
				"Content-Type", "multipart/form-data; boundary=x");
		assertThat(answer.statusCode()).isEqualTo(403);
		assertThat(Jsoup.parse(answer.body()).text()).contains("上传的文件没有留下");
		Visitor visitor = signedIn(editor());
		HttpResponse<String> known = send("POST", "/staff/content/1/edit", BodyPublishers.ofString(body),
				"Content-Type", "multipart/form-data; boundary=x", "Cookie",
				"__Host-SESSION=" + visitor.cookies().get("__Host-SESSION"));
		assertThat(known.statusCode()).isEqualTo(403);
		assertThat(Jsoup.parse(known.body()).text()).contains("上传的文件没有留下");
	}

	private static Document held(HttpResponse<String> answer, String title) {
		assertThat(answer.statusCode()).isEqualTo(403);
		Document page = Jsoup.parse(answer.body());
		assertThat(page.selectFirst("h1").text()).isEqualTo(title);
		assertThat(page.title()).startsWith(title);
		return page;
	}

	/** Also on the page that follows, which has another form in its place. */
	private static Element signInForm(Document page) {
		return page.selectFirst("main form");
	}

	private static Element again(Document page, String path) {
		Element form = page.selectFirst("main form[method=post][action=" + path + "]");
		assertThat(form).isNotNull();
		assertThat(form.select("button")).hasSize(1);
		return form;
	}

	private void end(Person person) {
		assertThat(this.jdbc.sql("delete from spring_session where principal_name = ?")
			.param(String.valueOf(person.id()))
			.update()).isPositive();
	}

	private int invited(Person boss) {
		return this.jdbc.sql("select count(*) from staff_account where user_name = ?")
			.param(boss.name() + ".late")
			.query(Integer.class)
			.single();
	}

}
