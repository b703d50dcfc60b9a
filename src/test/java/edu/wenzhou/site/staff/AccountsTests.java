package edu.wenzhou.site.staff;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import edu.wenzhou.site.audit.Actor;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.context.SecurityContextHolder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What administrators do, and what even they cannot. */
class AccountsTests extends StaffTest {

	@Autowired
	private Accounts service;

	@Autowired
	private AccountLists lists;

	@Test
	void anInvitedColleagueChoosesAPasswordOnceAndSignsIn() {
		Person administrator = administrator();
		Visitor boss = signedIn(administrator);
		String name = "invited-" + Secrets.token(6).replaceAll("[_-]", "0");
		HttpResponse<String> answer = invite(boss, name, "EDITOR", "SCHOOL", "ai");
		String page = answer.headers().firstValue("Location").orElseThrow();
		Document shown = boss.page(page);
		String link = shown.selectFirst(".s-link").text();
		assertThat(link).startsWith(BASE_URL + "/staff/link/");
		assertThat(shown.select("[aria-labelledby=grants] h3").eachText()).containsExactly("编辑：学院 人工智能学院");
		assertThat(boss.page(page).select(".s-link")).as("shown a second time").isEmpty();
		assertThat(this.jdbc.sql("select count(*) from one_time_link l where l::text like '%' || :token || '%'")
			.param("token", link.substring(link.lastIndexOf('/') + 1))
			.query(Long.class)
			.single()).as("the token is not in the database").isZero();

		String path = link.substring(BASE_URL.length());
		Visitor colleague = new Visitor();
		assertThat(new Visitor().signIn(name, "").statusCode()).isEqualTo(422);
		String password = "a lamp above the river mouth";
		HttpResponse<String> weak = colleague.submit(path, path, "password", "short", "repeat", "short");
		assertThat(weak.statusCode()).isEqualTo(422);
		assertThat(Jsoup.parse(weak.body()).select("#password_error").text()).contains("至少要 12 个字符");
		HttpResponse<String> differs = colleague.submit(path, path, "password", password, "repeat", password + "x");
		assertThat(Jsoup.parse(differs.body()).select(".errsum a").eachAttr("href")).containsExactly("#repeat");
		assertThat(differs.body()).doesNotContain(password);
		assertThat(
				colleague.submit(path, path, "password", password, "repeat", password).headers().firstValue("Location"))
			.hasValue("/staff/sign-in?done=password");
		assertThat(colleague.get(path).statusCode()).isEqualTo(410);
		assertThat(
				colleague.post(path, "_csrf", colleague.token(), "password", password, "repeat", password).statusCode())
			.isEqualTo(410);
		assertThat(colleague.signIn(name, password).statusCode()).isEqualTo(302);
		assertThat(colleague.page("/staff").select("[aria-labelledby=roles] h3").eachText())
			.containsExactly("编辑：学院 人工智能学院");
		assertThat(deeds(administrator)).containsExactly("link.mail DONE", "account.invite DONE",
				"session.sign-in DONE");
	}

	@Test
	void whatWasTypedStaysAndEveryErrorHasItsField() {
		Visitor boss = signedIn(administrator());
		HttpResponse<String> answer = boss.submit("/staff/accounts/new", "/staff/accounts/new", "displayName", "<b>王敏",
				"userName", "王敏", "email", "no address", "role", "ADMINISTRATOR", "section", "FACT", "item", "A B");
		assertThat(answer.statusCode()).isEqualTo(422);
		Document page = Jsoup.parse(answer.body());
		assertThat(page.select(".errsum a").eachAttr("href")).containsExactlyInAnyOrder("#userName", "#email",
				"#section", "#item");
		for (Element link : page.select(".errsum a")) {
			Element field = page.selectFirst(link.attr("href"));
			assertThat(field.attr("aria-invalid")).isEqualTo("true");
			for (String id : field.attr("aria-describedby").trim().split(" ")) {
				assertThat(page.getElementById(id)).as(id).isNotNull();
			}
			assertThat(page.select("label[for=" + field.id() + "]")).hasSize(1);
			assertThat(page.getElementById(field.id() + "_error").text()).contains(link.text());
		}
		assertThat(page.getElementById("displayName").attr("value")).isEqualTo("<b>王敏");
		assertThat(page.select("main b")).isEmpty();
		assertThat(page.getElementById("userName").attr("value")).isEqualTo("王敏");
		assertThat(page.select("#role option[selected]").eachAttr("value")).containsExactly("ADMINISTRATOR");
		assertThat(page.select("#section option[selected]").eachAttr("value")).containsExactly("FACT");
		assertThat(page.getElementById("item").attr("value")).isEqualTo("A B");
		assertThat(page.text()).doesNotContain("??", "staff.");
	}

	@Test
	void namesAndAddressesAreUniqueHoweverTheyAreWritten() {
		Person person = editor();
		Visitor boss = signedIn(administrator());
		HttpResponse<String> sameName = invite(boss, person.name().toUpperCase(), "EDITOR", "", "");
		assertThat(Jsoup.parse(sameName.body()).select("#userName_error").text()).contains("已经有人用了");
		HttpResponse<String> sameMail = boss.submit("/staff/accounts/new", "/staff/accounts/new", "displayName", "王",
				"userName", "other-name", "email", person.name().toUpperCase() + "@College.Example");
		assertThat(Jsoup.parse(sameMail.body()).select("#email_error").text()).contains("已经有账号了");
	}

	@Test
	void aDisabledPersonIsOutAtOnceAndCannotComeBack() {
		Person person = editor();
		Visitor visitor = signedIn(person);
		Visitor elsewhere = signedIn(person);
		Visitor boss = signedIn(administrator());
		String link = resetLink(boss, person);
		boss.submit(page(person), page(person) + "/disable");
		assertThat(visitor.get("/staff").statusCode()).isEqualTo(302);
		assertThat(elsewhere.get("/staff").statusCode()).isEqualTo(302);
		assertThat(sessions(person)).isZero();
		assertThat(new Visitor().signIn(person.name(), person.password()).statusCode()).isEqualTo(422);
		assertThat(new Visitor().get(link).statusCode()).isEqualTo(410);
		assertThat(boss.page(page(person)).selectFirst("h1").text()).contains("已停用");
		boss.submit(page(person), page(person) + "/enable");
		assertThat(new Visitor().signIn(person.name(), person.password()).statusCode()).isEqualTo(302);
	}

	@Test
	void aDisabledAccountsSessionIsWorthNothingEvenIfItIsStillThere() {
		Person person = editor();
		Visitor visitor = signedIn(person);
		this.jdbc.sql("update staff_account set disabled = true where id = :id").param("id", person.id()).update();
		assertThat(sessions(person)).isEqualTo(1);
		assertThat(visitor.get("/staff").statusCode()).isEqualTo(302);
	}

	@Test
	void aChangeOfRolesEndsSessions() {
		Person person = editor();
		Visitor visitor = signedIn(person);
		Visitor boss = signedIn(administrator());
		boss.submit(page(person), page(person) + "/roles", "role", "APPROVER", "section", "NOTICE");
		assertThat(visitor.get("/staff").statusCode()).isEqualTo(302);
		visitor = signedIn(person);
		assertThat(visitor.page("/staff").select("[aria-labelledby=roles] h3").eachText()).containsExactly("编辑：全部内容",
				"终审：通知公告");
		Element remove = boss.page(page(person)).select("form[action$=/remove]").last();
		boss.submit(remove);
		assertThat(visitor.get("/staff").statusCode()).isEqualTo(302);
		assertThat(signedIn(person).page("/staff").select("[aria-labelledby=roles] h3").eachText())
			.containsExactly("编辑：全部内容");
	}

	@Test
	void theLastRoleStays() {
		Person person = editor();
		Visitor boss = signedIn(administrator());
		HttpResponse<String> answer = boss.submit(boss.page(page(person)).selectFirst("form[action$=/remove]"));
		assertThat(answer.statusCode()).isEqualTo(409);
		assertThat(Jsoup.parse(answer.body()).selectFirst(".errsum").text()).contains("至少要留一个角色");
	}

	@Test
	void anAdministratorCannotDisableOrDemoteHimself() {
		Person administrator = administrator();
		administrator();
		Visitor boss = signedIn(administrator);
		assertThat(boss.page(page(administrator)).select("form[action$=/disable]")).isEmpty();
		HttpResponse<String> disable = boss.post(page(administrator) + "/disable", "_csrf", boss.token());
		assertThat(disable.statusCode()).isEqualTo(409);
		HttpResponse<String> demote = boss.submit(boss.page(page(administrator)).selectFirst("form[action$=/remove]"));
		assertThat(demote.statusCode()).isEqualTo(409);
		assertThat(Jsoup.parse(demote.body()).selectFirst(".errsum").text()).contains("不能停用自己的账号");
		assertThat(boss.get("/staff/accounts").statusCode()).isEqualTo(200);
		assertThat(deeds(administrator)).containsExactly("role.revoke REFUSED", "account.disable REFUSED",
				"session.sign-in DONE");
	}

	@Test
	void twoAdministratorsCannotRemoveEachOther() throws Exception {
		List<Long> others = this.jdbc.sql("""
				select a.id from staff_account a join staff_role_grant g on g.account_id = a.id
				where g.role = 'ADMINISTRATOR' and not a.disabled""").query(Long.class).list();
		others.forEach((id) -> this.jdbc.sql("update staff_account set disabled = true where id = :id")
			.param("id", id)
			.update());
		Person first = administrator();
		Person second = administrator();
		ExecutorService threads = Executors.newFixedThreadPool(2);
		try {
			List<Callable<Boolean>> both = new ArrayList<>();
			both.add(() -> disable(first, second));
			both.add(() -> disable(second, first));
			threads.invokeAll(both);
			assertThat(this.accounts.countWorkingAdministrators()).isEqualTo(1);
		}
		finally {
			threads.shutdown();
			others.forEach((id) -> this.jdbc.sql("update staff_account set disabled = false where id = :id")
				.param("id", id)
				.update());
		}
	}

	private boolean disable(Person actor, Person other) {
		SecurityContextHolder.getContext()
			.setAuthentication(StaffUser.of(this.accounts.findWithGrants(actor.id()).orElseThrow()).authentication());
		try {
			this.service.disable(new Actor(actor.id(), actor.displayName(), "192.0.2.1", ""), other.id());
			return true;
		}
		catch (Refusal ex) {
			return false;
		}
		finally {
			SecurityContextHolder.clearContext();
		}
	}

	@Test
	void theServiceAsksForTheRoleItself() {
		assertThatExceptionOfType(AuthenticationCredentialsNotFoundException.class)
			.isThrownBy(() -> this.service.get(1));
		SecurityContextHolder.getContext()
			.setAuthentication(
					StaffUser.of(this.accounts.findWithGrants(editor().id()).orElseThrow()).authentication());
		try {
			assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> this.service.get(1));
			assertThatExceptionOfType(AccessDeniedException.class)
				.isThrownBy(() -> this.lists.find(new AccountFilter("", "", ""), ""));
			assertThatExceptionOfType(AccessDeniedException.class)
				.isThrownBy(() -> this.service.makeLink(new Actor(1L, "", "", ""), 1));
		}
		finally {
			SecurityContextHolder.clearContext();
		}
	}

	@Test
	void aResetLinkGivesANewPasswordAndEndsSessions() {
		Person person = editor();
		Visitor visitor = signedIn(person);
		Visitor boss = signedIn(administrator());
		String old = resetLink(boss, person);
		String link = resetLink(boss, person);
		assertThat(new Visitor().get(old).statusCode()).as("the older link").isEqualTo(410);
		assertThat(visitor.get("/staff").statusCode()).as("until the link is used").isEqualTo(200);
		Visitor owner = new Visitor();
		assertThat(owner.page(link).text()).contains(person.displayName());
		owner.submit(link, link, "password", "a lamp above the river mouth", "repeat", "a lamp above the river mouth");
		assertThat(visitor.get("/staff").statusCode()).isEqualTo(302);
		assertThat(new Visitor().signIn(person.name(), person.password()).statusCode()).isEqualTo(422);
		assertThat(new Visitor().signIn(person.name(), "a lamp above the river mouth").statusCode()).isEqualTo(302);
	}

	@Test
	void linksExpire() {
		Person person = editor();
		Visitor boss = signedIn(administrator());
		String link = resetLink(boss, person);
		assertThat(this.jdbc.sql("""
				select extract(epoch from expires_at - created_at) from one_time_link
				where account_id = :id and used_at is null""").param("id", person.id()).query(Long.class).single())
			.isEqualTo(24 * 3600);
		this.jdbc.sql("update one_time_link set expires_at = now() - interval '1 second' where account_id = :id")
			.param("id", person.id())
			.update();
		assertThat(new Visitor().get(link).statusCode()).isEqualTo(410);
	}

	@Test
	void twoWhoRenameAtOnceAreToldInsteadOfOverwriting() {
		Person person = editor();
		Visitor boss = signedIn(administrator());
		Element stale = boss.page(page(person)).selectFirst("form[action=" + page(person) + "]");
		boss.submit(page(person), page(person), "displayName", "先改的");
		HttpResponse<String> answer = boss.submit(stale, "displayName", "后改的");
		assertThat(answer.statusCode()).isEqualTo(409);
		Document page = Jsoup.parse(answer.body());
		assertThat(page.selectFirst(".errsum").text()).contains("别人改过这个账号");
		assertThat(page.getElementById("displayName").attr("value")).as("what was typed").isEqualTo("后改的");
		assertThat(boss.page(page(person)).selectFirst("h1").text()).isEqualTo("先改的");
	}

	@Test
	void aFormChangesOnlyWhatItShows() {
		Person person = editor();
		Visitor boss = signedIn(administrator());
		boss.post(page(person), "_csrf", boss.token(), "version", "0", "displayName", "新名", "userName", person.name(),
				"email", person.name() + "@college.example", "disabled", "true", "passwordHash", "x", "id", "1",
				"grants[0].role", "ADMINISTRATOR");
		StaffAccount account = this.accounts.findWithGrants(person.id()).orElseThrow();
		assertThat(account.getDisplayName()).isEqualTo("新名");
		assertThat(account.isDisabled()).isFalse();
		assertThat(account.isAdministrator()).isFalse();
		assertThat(account.getPasswordHash()).startsWith("{argon2}");
	}

	@Test
	void administratorsEndTheSessionsOfOthers() {
		Person person = editor();
		Visitor visitor = signedIn(person);
		Visitor boss = signedIn(administrator());
		boss.submit(page(person), page(person) + "/sessions/end");
		assertThat(visitor.get("/staff").statusCode()).isEqualTo(302);
	}

	@ParameterizedTest
	@CsvSource({ "EDITOR, , , EDITOR, SCHOOL, 7, true", "EDITOR, SCHOOL, , EDITOR, SCHOOL, 7, true",
			"EDITOR, SCHOOL, 7, EDITOR, SCHOOL, 7, true", "EDITOR, SCHOOL, 7, EDITOR, SCHOOL, 8, false",
			"EDITOR, SCHOOL, 7, EDITOR, SCHOOL, , false", "EDITOR, SCHOOL, , EDITOR, NOTICE, 7, false",
			"EDITOR, , , APPROVER, SCHOOL, 7, false", "ADMINISTRATOR, , , EDITOR, SCHOOL, 7, false" })
	void aRoleReachesAsFarAsItsScope(Role role, Section section, Long item, Role wanted, Section place, Long thing,
			boolean may) {
		Scope scope = new Scope(role, section, item);
		assertThat(new StaffUser(1, "x", "x@y", "X", List.of(scope)).may(wanted, place, thing)).isEqualTo(may);
	}

	private HttpResponse<String> invite(Visitor boss, String name, String role, String section, String item) {
		return boss.submit("/staff/accounts/new", "/staff/accounts/new", "displayName", "受邀人", "userName", name,
				"email", name + "@college.example", "role", role, "section", section, "item", item);
	}

	private String resetLink(Visitor boss, Person person) {
		boss.submit(page(person), page(person) + "/link");
		return boss.page(page(person)).selectFirst(".s-link").text().substring(BASE_URL.length());
	}

	private long sessions(Person person) {
		return this.jdbc.sql("select count(*) from spring_session where principal_name = :id")
			.param("id", String.valueOf(person.id()))
			.query(Long.class)
			.single();
	}

	private static String page(Person person) {
		return "/staff/accounts/" + person.id();
	}

}
