package edu.wenzhou.site.staff;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;

import edu.wenzhou.site.TestMail;
import edu.wenzhou.site.audit.Actor;
import edu.wenzhou.site.audit.AuditTrail;
import edu.wenzhou.site.staff.Accounts.NewLink;
import edu.wenzhou.site.staff.OneTimeLinks.Kind;
import edu.wenzhou.site.staff.OneTimeLinks.Made;
import edu.wenzhou.site.web.CollegeProperties;
import edu.wenzhou.site.web.TestProperties;
import jakarta.mail.Header;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.context.MessageSource;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Links go by mail too, and mail stops nothing. */
class LinkMailTests extends StaffTest {

	private static final String NOT_SENT = "没有寄到 %s：邮件服务器没有确认收下。请把上面的链接交给本人。";

	private static final Actor ACTOR = new Actor(null, "邀请人", "192.0.2.1", "test");

	@Autowired
	private LinkMail mail;

	@Autowired
	private JavaMailSenderImpl sender;

	@Autowired
	private ObjectProvider<JavaMailSender> senders;

	@Autowired
	private CollegeProperties properties;

	@Autowired
	private AuditTrail trail;

	@Autowired
	private MessageSource messages;

	private Properties limits;

	private Person administrator;

	private Visitor boss;

	@BeforeEach
	void limits() {
		this.limits = (Properties) this.sender.getJavaMailProperties().clone();
	}

	@AfterEach
	void asBefore() {
		this.sender.setPort(TestMail.port());
		this.sender.setJavaMailProperties(this.limits);
	}

	@Test
	void anInvitationIsMailedAndStillShown() throws Exception {
		Instant before = Instant.now();
		String email = "invited-" + Secrets.token(6) + "@college.example";
		String page = invite(email).headers().firstValue("Location").orElseThrow();
		Document shown = boss().page(page);
		String link = shown.selectFirst(".s-link").text();
		assertThat(shown.select(".notice").text()).contains("请复制这条链接", "这条链接也已交给邮件服务器，寄往 " + email);
		assertThat(boss().page(page).select(".notice").text()).as("told once").doesNotContain("邮件");

		assertThat(TestMail.to(email)).hasSize(1);
		MimeMessage mail = TestMail.to(email).get(0);
		assertThat(mail.getFrom()).containsExactly(new InternetAddress(TestMail.FROM));
		assertThat(((InternetAddress) mail.getFrom()[0]).getPersonal()).isEqualTo("温州职业技术学院网站后台");
		assertThat(mail.getSubject()).isEqualTo("邀请您使用温州职业技术学院网站后台");
		assertThat(mail.getContentType()).isEqualTo("text/plain; charset=UTF-8");
		assertThat((String) mail.getContent()).contains("受邀人，您好：", this.administrator.displayName() + "邀请您",
				"用户名是 invited-", "\r\n\r\n" + link + "\r\n\r\n", "只能用一次",
				minute(before.plus(Duration.ofDays(3))).substring(0, 13));
		assertThat(headers(mail)).containsExactlyInAnyOrder("Return-Path", "Received", "Date", "From", "To",
				"Message-ID", "Subject", "MIME-Version", "Content-Type", "Content-Transfer-Encoding", "Auto-Submitted");
		assertThat(mail.getMessageID()).as("without the name of the machine").endsWith("@college.example>");
		assertThat(deeds(this.administrator)).startsWith("link.mail DONE", "account.invite DONE");
		assertThat(boss().page("/staff/audit?action=link.mail").select(".desk li").first().text())
			.contains("把链接寄给本人：受邀人", "邮箱 " + email, "链接 邀请");
		assertThat(this.jdbc.sql("select count(*) from audit_event e where e::text like '%' || ? || '%'")
			.param(link.substring(link.lastIndexOf('/') + 1))
			.query(Long.class)
			.single()).as("the token is not in the record").isZero();
		assertThat(new Visitor().get(link.substring(BASE_URL.length())).statusCode()).isEqualTo(200);
	}

	@Test
	void aResetIsMailedToTheAddressOfTheAccount() throws Exception {
		Person person = editor();
		String email = person.name() + "@college.example";
		Document shown = reset(person);
		MimeMessage mail = TestMail.to(email).get(0);
		assertThat(mail.getSubject()).isEqualTo("重新设定温州职业技术学院网站后台的密码");
		assertThat((String) mail.getContent()).contains(person.displayName() + "，您好：",
				this.administrator.displayName() + "为您", "用户名 " + person.name(), shown.selectFirst(".s-link").text(),
				"原来的密码仍然可用");
		assertThat(shown.select("[aria-labelledby=access]").text()).contains("链接同时寄到 " + email);
		assertThat(boss().page("/staff/accounts/new").select("main > p").text()).contains("同时寄到下面的邮箱");
	}

	@Test
	void aServerThatIsAwayStopsNothing() throws IOException {
		int free;
		try (ServerSocket socket = new ServerSocket(0)) {
			free = socket.getLocalPort();
		}
		this.sender.setPort(free);
		assertNotSent("UNREACHABLE", "邮件服务器没有连上");
		for (String probe : List.of("/livez", "/readyz", "/actuator/health")) {
			HttpResponse<String> answer = get(probe);
			assertThat(answer.statusCode()).as(probe).isEqualTo(200);
			assertThat(answer.body()).contains("UP");
		}
	}

	@Test
	void aServerThatNeverSpeaksIsWaitedForAsLongAsIsSet() throws IOException {
		assertThat(this.limits).containsEntry("mail.smtp.connectiontimeout", "5000")
			.containsEntry("mail.smtp.timeout", "10000")
			.containsEntry("mail.smtp.writetimeout", "10000")
			.containsEntry("mail.smtps.timeout", "10000");
		this.sender.getJavaMailProperties().setProperty("mail.smtp.timeout", "300");
		try (ScriptedSmtp server = new ScriptedSmtp((command) -> null)) {
			this.sender.setPort(server.port());
			assertNotSent("SILENT", "邮件服务器没有应答");
		}
		try (ScriptedSmtp server = new ScriptedSmtp(
				(command) -> command.equals(".") ? null : ScriptedSmtp.agreeable(command))) {
			this.sender.setPort(server.port());
			assertNotSent("SILENT", "邮件服务器没有应答");
		}
	}

	@Test
	void aServerThatDeclinesIsTold() throws IOException {
		for (String at : List.of("", "MAIL", "RCPT", "DATA", ".")) {
			try (ScriptedSmtp server = new ScriptedSmtp(
					(command) -> command.equals(at) ? "550 not from you" : ScriptedSmtp.agreeable(command))) {
				this.sender.setPort(server.port());
				assertNotSent("DECLINED", "邮件服务器不收");
			}
		}
	}

	@Test
	void whatTheServerHasTakenIsSentWhateverComesAfter() throws IOException {
		try (ScriptedSmtp server = new ScriptedSmtp(
				(command) -> command.equals("QUIT") ? null : ScriptedSmtp.agreeable(command))) {
			this.sender.setPort(server.port());
			assertThat(reset(editor()).select(".notice").text()).contains("已交给邮件服务器");
		}
	}

	@Test
	void noTransactionIsOpenMeanwhileAndTheLinkIsThere() throws IOException {
		List<Object> seen = Collections.synchronizedList(new ArrayList<>());
		Person person = editor();
		try (ScriptedSmtp server = new ScriptedSmtp((command) -> {
			if (command.equals("DATA")) {
				// Held by whoever changes accounts, until the end of the transaction
				seen.add(this.jdbc.sql("select pg_try_advisory_xact_lock(?)")
					.param(0x57A4F)
					.query(Boolean.class)
					.single());
				seen.add(this.jdbc.sql("select count(*) from one_time_link where account_id = ? and used_at is null")
					.param(person.id())
					.query(Long.class)
					.single());
			}
			return ScriptedSmtp.agreeable(command);
		})) {
			this.sender.setPort(server.port());
			reset(person);
		}
		assertThat(seen).containsExactly(true, 1L);
	}

	@Test
	void aLinkThatDidNotComeToBeIsNotMailed() {
		String email = "undone-" + Secrets.token(6) + "@college.example";
		this.jdbc.sql("""
				create function test_refuse() returns trigger language plpgsql as $$
				begin raise exception 'refused at the very end'; end $$""").update();
		this.jdbc.sql("""
				create constraint trigger test_refuse after insert on one_time_link
				deferrable initially deferred for each row execute function test_refuse()""").update();
		try {
			assertThat(invite(email).statusCode()).isEqualTo(500);
		}
		finally {
			this.jdbc.sql("drop function test_refuse() cascade").update();
		}
		assertThat(this.accounts.findIdByEmail(email)).isEmpty();
		assertThat(TestMail.to(email)).isEmpty();
		assertThat(deeds(this.administrator)).containsExactly("session.sign-in DONE");
	}

	@Test
	void withoutEncryptionNothingIsSentUnlessThatIsAllowed() {
		assertThat(this.limits).containsEntry("mail.smtp.starttls.enable", "true")
			.containsEntry("mail.smtp.ssl.checkserveridentity", "true");
		this.sender.getJavaMailProperties().setProperty("mail.smtp.starttls.required", "true");
		int before = TestMail.count();
		assertNotSent("DECLINED", "邮件服务器不收");
		assertThat(TestMail.count()).isEqualTo(before);
	}

	@ParameterizedTest
	@ValueSource(strings = { "a@b.example\r\nBcc: victim@c.example", "a@b.example\nSubject: x",
			"a@b.example,victim@c.example", "Victim <victim@c.example>", "list: victim@c.example;",
			"(x)victim@c.example", "a b@c.example", "victim@c.example ", "@", "" })
	void onlyOneAddressIsAnAddress(String hostile) {
		int before = TestMail.count();
		assertThat(this.mail.send(ACTOR, link(hostile, "王敏"))).isFalse();
		assertThat(TestMail.count()).isEqualTo(before);
		assertThat(this.jdbc
			.sql("select details ->> 'reason' from audit_event where action = 'link.mail' order by id desc limit 1")
			.query(String.class)
			.single()).isEqualTo("ADDRESS");
	}

	@Test
	void whatPeopleAreCalledIsInNoHeader() throws Exception {
		String email = "hostile-" + Secrets.token(6) + "@college.example";
		String name = "王敏\r\nBcc: victim@c.example\r\n\r\n.\r\nQUIT";
		assertThat(this.mail.send(ACTOR.as(1, name), link(email, name))).isTrue();
		MimeMessage mail = TestMail.to(email).get(0);
		assertThat(mail.getAllRecipients()).containsExactly(new InternetAddress(email));
		assertThat(headers(mail)).doesNotContain("Bcc");
		assertThat((String) mail.getContent()).startsWith(name).contains("/staff/link/x");
		assertThat(TestMail.to("victim@c.example")).isEmpty();
	}

	@Test
	void suchAnAddressIsNotTakenForAnAccount() {
		for (String email : List.of("a@b.example,c@d.example", "王<a@b.example>", "(x)a@b.example", "a;b@c.example",
				"\"a\"@b.example", "a@b.example.", "a@b")) {
			HttpResponse<String> answer = invite(email);
			assertThat(answer.statusCode()).as(email).isEqualTo(422);
			assertThat(Jsoup.parse(answer.body()).select(".errsum a").eachAttr("href")).as(email)
				.containsExactly("#email");
		}
	}

	@Test
	void theAddressThatMailsComeFromHasToBeSet() {
		for (String from : new String[] { null, "" }) {
			CollegeProperties without = TestProperties
				.of((from != null) ? Map.of("college.mail.from", from) : Map.of());
			assertThatExceptionOfType(InvalidConfigurationPropertyValueException.class)
				.isThrownBy(() -> new LinkMail(this.senders, without, this.trail, this.messages))
				.withMessageContaining("college.mail.from")
				.satisfies((ex) -> assertThat(ex.getReason()).contains("COLLEGE_MAIL_FROM"));
		}
	}

	@ParameterizedTest
	@CsvSource({ "INVITATION, 72", "RESET, 24" })
	void theMailSaysHowLongTheLinkWorks(Kind kind, int hours) throws Exception {
		String email = "until-" + Secrets.token(6) + "@college.example";
		Instant expires = Instant.parse("2026-03-01T16:30:00Z").plus(Duration.ofHours(hours));
		this.mail.send(ACTOR, new NewLink(owner(email, "王敏"), new Made(kind, BASE_URL + "/staff/link/x", expires)));
		assertThat((String) TestMail.to(email).get(0).getContent()).contains(minute(expires) + "（北京时间）以前有效")
			.doesNotContain("{", "??");
	}

	/** Everything as without mail, and a sentence that says so. */
	private void assertNotSent(String reason, String words) {
		Person person = editor();
		String email = person.name() + "@college.example";
		Document shown = reset(person);
		assertThat(shown.select(".notice").text()).contains("已生成新的链接", NOT_SENT.formatted(email));
		String link = shown.selectFirst(".s-link").text().substring(BASE_URL.length());
		assertThat(deeds(this.administrator)).startsWith("link.mail REFUSED", "link.make DONE");
		assertThat(this.jdbc.sql("""
				select details ->> 'reason' from audit_event
				where action = 'link.mail' and item_id = ?""")
			.param(String.valueOf(person.id()))
			.query(String.class)
			.list()).containsExactly(reason);
		assertThat(boss().page("/staff/audit?action=link.mail").select(".desk li").first().text()).contains(words);
		Visitor owner = new Visitor();
		String password = "a lamp above the river mouth";
		assertThat(owner.submit(link, link, "password", password, "repeat", password).statusCode()).isEqualTo(302);
	}

	private Visitor boss() {
		if (this.boss == null) {
			this.administrator = administrator();
			this.boss = signedIn(this.administrator);
		}
		return this.boss;
	}

	private Document reset(Person person) {
		String page = "/staff/accounts/" + person.id();
		HttpResponse<String> answer = boss().submit(page, page + "/link");
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
		return boss().page(answer.headers().firstValue("Location").orElseThrow());
	}

	private HttpResponse<String> invite(String email) {
		return boss().submit("/staff/accounts/new", "/staff/accounts/new", "displayName", "受邀人", "userName",
				"invited-" + Secrets.token(6).replaceAll("[_-]", "0"), "email", email, "role", "EDITOR");
	}

	private static NewLink link(String email, String name) {
		return new NewLink(owner(email, name), new Made(Kind.RESET, BASE_URL + "/staff/link/x", Instant.now()));
	}

	private static StaffUser owner(String email, String name) {
		return new StaffUser(1, "wang.min", email, name, List.of());
	}

	private static List<String> headers(MimeMessage mail) throws Exception {
		return Collections.list(mail.getAllHeaders()).stream().map(Header::getName).toList();
	}

	private static String minute(Instant instant) {
		return DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").format(instant.atZone(StaffSessions.ZONE));
	}

}
