package edu.wenzhou.site.staff;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

import static org.assertj.core.api.Assertions.assertThat;

/** In, out, and how long. */
class SignInTests extends StaffTest {

	@ParameterizedTest
	@CsvSource({ "/staff, /staff/sign-in", "/staff/account, /staff/sign-in?next=/staff/account",
			"/staff/audit?page=2&action=a.b, /staff/sign-in?next=/staff/audit?page%3D2%26action%3Da.b",
			"/staff/nowhere, /staff/sign-in?next=/staff/nowhere" })
	void aStrangerIsAskedToSignInAndKeptNoSessionFor(String path, String location) {
		HttpResponse<String> answer = get(path);
		assertThat(answer.statusCode()).isEqualTo(302);
		assertThat(answer.headers().firstValue("Location").map(StaffTest::decoded))
			.hasValue(StaffTest.decoded(location));
		assertThat(answer.headers().map()).doesNotContainKeys("set-cookie");
		long before = sessions();
		Visitor visitor = new Visitor();
		visitor.page("/staff/sign-in");
		assertThat(visitor.cookies()).containsOnlyKeys("__Host-FORM");
		assertThat(sessions()).isEqualTo(before);
	}

	@Test
	void aPersonSignsInByNameOrAddressAndComesToThePageAskedFor() {
		Person person = editor();
		for (String name : List.of(person.name(), person.name().toUpperCase(), person.email())) {
			Visitor visitor = new Visitor();
			Document form = visitor.page("/staff/sign-in?next=/staff/account?x%3D1");
			HttpResponse<String> answer = visitor.submit(form.selectFirst("main form"), "name", name, "password",
					person.password());
			assertThat(answer.headers().firstValue("Location")).hasValue("/staff/account?x=1");
			assertThat(visitor.page("/staff").selectFirst("h1").text()).isEqualTo(person.displayName() + "，您好");
		}
		assertThat(deeds(person)).containsExactly("session.sign-in DONE", "session.sign-in DONE",
				"session.sign-in DONE");
	}

	@ParameterizedTest
	@ValueSource(strings = { "//evil.example", "https://evil.example", "/\\evil.example", "/staff//evil", "/staffx",
			"/", "/staff/../x", "/staff/sign-out", "/staff\r\nX: y" })
	void signingInLeadsNowhereElse(String next) {
		Person person = editor();
		Visitor visitor = new Visitor();
		visitor.page("/staff/sign-in");
		HttpResponse<String> answer = visitor.post("/staff/sign-in", "_csrf", visitor.token(), "name", person.name(),
				"password", person.password(), "next", next);
		assertThat(answer.headers().firstValue("Location")).hasValue("/staff");
	}

	@Test
	void unknownDisabledAndWrongAreOneAnswer() {
		Person person = editor();
		Person gone = editor();
		this.jdbc.sql("update staff_account set disabled = true where id = :id").param("id", gone.id()).update();
		String wrong = answerTo(person.name(), "wrong password");
		assertThat(Jsoup.parse(wrong).select(".errsum li").eachText()).containsExactly("用户名或密码不对");
		assertThat(answerTo("nobody-of-that-name", "wrong password")).isEqualTo(wrong);
		assertThat(answerTo(gone.name(), gone.password())).isEqualTo(wrong);
		assertThat(this.jdbc
			.sql("select details ->> 'reason' from audit_event where action = 'session.sign-in' "
					+ "and outcome = 'REFUSED' order by id desc limit 3")
			.query(String.class)
			.list()).containsExactly("disabled", "unknown", "password");
	}

	/** Without what is the visitor's own: the name typed and the token. */
	private String answerTo(String name, String password) {
		HttpResponse<String> answer = new Visitor().signIn(name, password);
		assertThat(answer.statusCode()).isEqualTo(422);
		Document page = Jsoup.parse(answer.body());
		assertThat(page.getElementById("name").attr("value")).isEqualTo(name);
		assertThat(page.getElementById("password").attr("value")).isEmpty();
		assertThat(answer.body()).doesNotContain(password);
		return answer.body().replace(name, "").replaceAll("value=\"[A-Za-z0-9_-]{60,}=*\"", "");
	}

	@Test
	void anUnknownNameCostsTheSameWork() {
		Person person = editor();
		new Visitor().signIn(person.name(), "warm up");
		long known = nanosOf(person.name());
		long unknown = nanosOf("nobody-of-that-name");
		assertThat((double) unknown / known).isBetween(0.4, 2.5);
	}

	/**
	 * Before the site is ready, too: whoever waited would tell that there is no such
	 * name.
	 */
	@Test
	@Timeout(10)
	void anUnknownNameWaitsForNothing() {
		assertThat(new Passwords().matches("wrong password", null)).isFalse();
	}

	/**
	 * Of this thread's work alone, since the machine of a test has other things to do.
	 */
	private long nanosOf(String name) {
		ThreadMXBean threads = ManagementFactory.getThreadMXBean();
		long best = Long.MAX_VALUE;
		for (int i = 0; i < 4; i++) {
			long start = threads.getCurrentThreadCpuTime();
			this.passwords.matches("wrong password",
					this.accounts.findByName(name).map(StaffAccount::getPasswordHash).orElse(null));
			best = Math.min(best, threads.getCurrentThreadCpuTime() - start);
		}
		return best;
	}

	@Test
	void whatIsMissingIsSaidAtTheField() {
		Visitor visitor = new Visitor();
		Document page = Jsoup.parse(visitor.signIn("", "").body());
		assertThat(page.select(".errsum a").eachAttr("href")).containsExactly("#name");
		assertThat(page.selectFirst("#name").attr("aria-describedby")).isEqualTo("name_error");
		assertThat(Jsoup.parse(visitor.signIn("x", "").body()).selectFirst("#password_error").text()).contains("请填写密码");
	}

	@Test
	void charactersThatTheDatabaseDoesNotKnowAreNoFault() {
		Person person = editor();
		assertThat(new Visitor().signIn("nobody\u0000", "x\u0000y").statusCode()).isEqualTo(422);
		assertThat(new Visitor().signIn(person.name() + "\u200b\u0000", person.password()).statusCode()).isEqualTo(302);
		Visitor boss = signedIn(administrator());
		assertThat(boss.get("/staff/audit?person=%00&action=%00&from=%00&page=%00").statusCode()).isEqualTo(200);
		assertThat(boss.get("/staff/audit.csv?person=%00x").statusCode()).isEqualTo(200);
		assertThat(boss
			.submit("/staff/accounts/new", "/staff/accounts/new", "displayName", "\u0000", "userName", "a\u0000",
					"email", "a\u0000", "item", "\u0000")
			.statusCode()).isEqualTo(422);
		assertThat(boss.get("/staff/link/%00").statusCode()).isIn(400, 410);
	}

	@Test
	void theCookieIsForThisHostAndUnreadable() {
		Person person = editor();
		HttpResponse<String> answer = new Visitor().signIn(person.name(), person.password());
		String cookie = answer.headers()
			.allValues("Set-Cookie")
			.stream()
			.filter((one) -> one.contains("SESSION"))
			.findAny()
			.orElseThrow();
		assertThat(cookie).matches("__Host-SESSION=[A-Za-z0-9_-]{36}; Path=/; Secure; HttpOnly; SameSite=Lax");
		String id = cookie.substring(cookie.indexOf('=') + 1, cookie.indexOf(';'));
		assertThat(Base64.getUrlDecoder().decode(id)).as("bytes of chance").hasSize(27);
		assertThat(answer.body()).doesNotContain(id);
	}

	@Test
	void aSessionHoldsStringsAndNothingMore() {
		Person person = editor();
		signedIn(person).page("/staff/account");
		assertThat(this.jdbc.sql("""
				select a.attribute_name || '=' || convert_from(a.attribute_bytes, 'UTF8')
				from spring_session s join spring_session_attributes a on a.session_primary_id = s.primary_id
				where s.principal_name = :id and a.attribute_name in ('address', 'form-token')
				order by 1""").param("id", String.valueOf(person.id())).query(String.class).list()).satisfiesExactly(
				(address) -> assertThat(address).isEqualTo("address=192.0.2.1"),
				(token) -> assertThat(token).matches("form-token=[A-Za-z0-9_-]{43}"));
	}

	@Test
	void eachSignInGetsANewSession() {
		Person person = editor();
		Visitor visitor = new Visitor();
		visitor.signIn(person.name(), person.password());
		String first = visitor.cookies().get("__Host-SESSION");
		String token = visitor.token();
		visitor.post("/staff/sign-in", "_csrf", token, "name", person.name(), "password", person.password());
		assertThat(visitor.cookies().get("__Host-SESSION")).isNotEqualTo(first);
		assertThat(this.jdbc.sql("select count(*) from spring_session where principal_name = :id")
			.param("id", String.valueOf(person.id()))
			.query(Long.class)
			.single()).isEqualTo(1);
		assertThat(visitor.token()).isNotEqualTo(token);
	}

	@Test
	void aSessionThatAnAttackerPlantedIsNotUsed() {
		Person person = editor();
		Visitor visitor = new Visitor();
		visitor.cookies().put("__Host-SESSION", "A".repeat(36));
		assertThat(visitor.signIn(person.name(), person.password()).statusCode()).isEqualTo(302);
		assertThat(visitor.cookies().get("__Host-SESSION")).isNotEqualTo("A".repeat(36));
	}

	@Test
	void theFormNeedsItsTokenEvenToSignIn() {
		Person person = editor();
		for (String token : new String[] { null, "", "x", new Visitor().token() }) {
			Visitor visitor = new Visitor();
			visitor.page("/staff/sign-in");
			String[] fields = { "name", person.name(), "password", person.password(), "_csrf", token };
			HttpResponse<String> answer = visitor.post("/staff/sign-in",
					(token != null) ? fields : java.util.Arrays.copyOf(fields, 4));
			assertThat(answer.statusCode()).isEqualTo(403);
			assertThat(Jsoup.parse(answer.body()).selectFirst("h1").text()).isEqualTo("这一页已经过期");
		}
	}

	@Test
	void anIdleSessionEndsAfter25MinutesAndAnyAfter12Hours() {
		Visitor idle = signedIn(editor());
		age(idle, "last_access_time", 24);
		assertThat(idle.get("/staff").statusCode()).isEqualTo(200);
		age(idle, "last_access_time", 26);
		assertThat(idle.get("/staff").statusCode()).isEqualTo(302);
		Visitor busy = signedIn(editor());
		age(busy, "creation_time", 12 * 60 - 1);
		assertThat(busy.get("/staff").statusCode()).isEqualTo(200);
		age(busy, "creation_time", 2);
		assertThat(busy.get("/staff").statusCode()).isEqualTo(302);
	}

	/** What a page asks by itself, for as long as it is seen, is nobody at work. */
	@Test
	void aPageLeftOpenKeepsNoSessionOpen() {
		Visitor visitor = signedIn(editor());
		String item = "/staff/content/" + item("campus", "lucheng");
		assertThat(visitor.get(item + "/edit").statusCode()).isEqualTo(200);
		age(visitor, "last_access_time", 24);
		assertThat(visitor.get(item + "/pulse").statusCode()).isEqualTo(200);
		age(visitor, "last_access_time", 2);
		assertThat(visitor.get(item + "/pulse").statusCode()).isEqualTo(302);
		Visitor atWork = signedIn(editor());
		age(atWork, "last_access_time", 24);
		assertThat(atWork.get(item + "/edit").statusCode()).isEqualTo(200);
		age(atWork, "last_access_time", 2);
		assertThat(atWork.get(item + "/pulse").statusCode()).isEqualTo(200);
	}

	private void age(Visitor visitor, String column, int minutes) {
		assertThat(
				this.jdbc.sql("update spring_session set " + column + " = " + column + " - :ms where session_id = :id")
					.param("ms", minutes * 60_000L)
					.param("id", visitor.cookies().get("__Host-SESSION"))
					.update())
			.isEqualTo(1);
	}

	@Test
	void signingOutIsAFormAndLeavesNothing() {
		Person person = editor();
		Visitor visitor = signedIn(person);
		Map<String, String> kept = Map.copyOf(visitor.cookies());
		assertThat(visitor.get("/staff/sign-out").statusCode()).isEqualTo(405);
		HttpResponse<String> answer = visitor.submit("/staff", "/staff/sign-out");
		assertThat(answer.headers().firstValue("Location")).hasValue("/staff/sign-in?done=out");
		assertThat(answer.headers().firstValue("Clear-Site-Data")).hasValue("\"cache\", \"storage\"");
		visitor.cookies().putAll(kept);
		assertThat(visitor.get("/staff").statusCode()).isEqualTo(302);
		assertThat(deeds(person)).containsExactly("session.sign-out DONE", "session.sign-in DONE");
	}

	@Test
	void thePasswordIsKeptAsArgon2id() {
		Person person = editor();
		String hash = this.jdbc.sql("select password_hash from staff_account where id = :id")
			.param("id", person.id())
			.query(String.class)
			.single();
		assertThat(hash).startsWith("{argon2}$argon2id$v=19$m=19456,t=2,p=1$");
		assertThat(this.passwords.matches(person.password(), hash)).isTrue();
		String long64 = "测".repeat(63);
		assertThat(this.passwords.matches(long64 + "一", this.passwords.hash(long64 + "二"))).isFalse();
	}

	@Test
	void aWeakerHashIsReplacedWhenItsOwnerSignsIn() {
		Person person = editor();
		this.jdbc.sql("update staff_account set password_hash = :hash where id = :id")
			.param("hash", "{argon2}" + new Argon2PasswordEncoder(16, 32, 1, 1024, 1).encode(person.password()))
			.param("id", person.id())
			.update();
		signedIn(person);
		assertThat(this.accounts.findWithGrants(person.id()).orElseThrow().getPasswordHash()).contains("m=19456,t=2");
		signedIn(person);
	}

	@Test
	void nothingOfTheBackOfficeIsKeptOrIndexed() {
		Visitor visitor = signedIn(administrator());
		for (String path : List.of("/staff", "/staff/account", "/staff/accounts", "/staff/audit", "/staff/audit.csv",
				"/staff/sign-in", "/staff/nowhere", "/staff/link/x")) {
			HttpResponse<String> answer = visitor.get(path);
			assertThat(answer.headers().allValues("Cache-Control")).as(path).containsExactly("private, no-store");
			assertThat(answer.headers().firstValue("X-Robots-Tag")).as(path).hasValue("noindex, nofollow");
			assertThat(answer.headers().firstValue("Content-Security-Policy")).as(path).isPresent();
		}
	}

	@Test
	void publicPagesKnowNothingOfAVisitorWhoHasSignedIn() {
		Visitor visitor = signedIn(administrator());
		for (String path : List.of("/", "/honours", "/en", "/nowhere")) {
			HttpResponse<String> answer = visitor.get(path);
			assertThat(answer.headers().map()).doesNotContainKeys("set-cookie");
			assertThat(answer.body()).isEqualTo(get(path).body());
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "/en/staff", "/en/staff/sign-in", "/en/%73taff", "/en/staff/accounts" })
	void theBackOfficeHasOneLanguage(String path) {
		HttpResponse<String> answer = signedIn(administrator()).get(path);
		assertThat(answer.statusCode()).isEqualTo(404);
		assertThat(answer.body()).doesNotContain("您好");
	}

	private long sessions() {
		return this.jdbc.sql("select count(*) from spring_session").query(Long.class).single();
	}

}
