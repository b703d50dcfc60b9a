package edu.wenzhou.site;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import edu.wenzhou.site.Browser.View;
import edu.wenzhou.site.media.MadeFiles;
import edu.wenzhou.site.publishing.FullDesk;
import nu.validator.client.EmbeddedValidator;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

import static org.assertj.core.api.Assertions.assertThat;

/** The pages of the back office in a real browser, without JavaScript of ours to help. */
class StaffPagesTests extends BrowserTest {

	private static final List<View> VIEWS = List.of(new View(320, ColorScheme.LIGHT), new View(360, ColorScheme.DARK),
			new View(768, ColorScheme.LIGHT), new View(1280, ColorScheme.LIGHT), new View(1280, ColorScheme.DARK));

	private final String name = "browser-" + UUID.randomUUID().toString().substring(0, 8);

	private final String password = UUID.randomUUID().toString();

	@Autowired
	private JdbcClient jdbc;

	private long id;

	private FullDesk desk;

	@BeforeEach
	void anAdministrator() {
		this.jdbc.sql("delete from sign_in_failure").update();
		this.id = this.jdbc.sql("""
				insert into staff_account (user_name, email, display_name, password_hash)
				values (:name, :name || '@a-rather-long-address.college.example', '名字很长的测试管理员', :hash) returning id""")
			.param("name", this.name)
			.param("hash", "{argon2}" + new Argon2PasswordEncoder(16, 32, 1, 19456, 2).encode(this.password))
			.query(Long.class)
			.single();
		this.jdbc.sql("""
				insert into staff_role_grant (account_id, role, section, item) values
				(:id, 'ADMINISTRATOR', null, null), (:id, 'EDITOR', 'SCHOOL', 'ai')""").param("id", this.id).update();
		long everything = this.jdbc
			.sql("""
					insert into staff_account (user_name, email, display_name, password_hash)
					select user_name || '-all', 'all-' || email, '什么都要做的人', password_hash from staff_account where id = ? returning id""")
			.param(this.id)
			.query(Long.class)
			.single();
		this.jdbc.sql("""
				insert into staff_role_grant (account_id, role)
				select ?, unnest(array['ADMINISTRATOR', 'EDITOR', 'APPROVER'])""").param(everything).update();
		this.desk = new FullDesk(this.jdbc, everything, this.id);
		this.desk.fill();
	}

	@AfterEach
	void anEmptyDesk() {
		this.desk.clear();
		this.jdbc.sql("delete from search_miss").update();
		this.jdbc.sql("delete from search_best_bet").update();
	}

	@Test
	void everyPageHoldsAtEveryWidthInBothSchemes() {
		List<String> found = new ArrayList<>();
		each((page, where) -> {
			page.evaluate(AxeBuilder.getAxeScript());
			for (View view : VIEWS) {
				page.setViewportSize(view.width(), view.height());
				page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(view.scheme()));
				Browser.check(page, "settle");
				for (String check : List.of("axe", "sideways", "smallTargets", "lostText")) {
					Browser.check(page, check).forEach((what) -> found.add(where + " at " + view + ": " + what));
				}
			}
		});
		assertThat(found).isEmpty();
	}

	@Test
	void everyPageIsUsableByKeyboard() {
		List<String> found = new ArrayList<>();
		each((page, where) -> KeyboardTests.walk(page).forEach((what) -> found.add(where + ": " + what)));
		assertThat(found).isEmpty();
	}

	@Test
	void everyPageIsValidAndSaysWhatItIs() {
		List<String> titles = new ArrayList<>();
		each((page, where) -> {
			Document document = Jsoup.parse(page.content());
			assertThat(document.select("h1")).as(where).hasSize(1);
			assertThat(document.title()).as(where).contains("后台", "温州职业技术学院");
			assertThat(document.selectFirst("html").attr("lang")).isEqualTo("zh-CN");
			assertThat(document.select("meta[name=robots]").attr("content")).isEqualTo("noindex");
			assertThat(document.select("style, script, [style]")).as(where).isEmpty();
			assertThat(document.text()).as(where).doesNotContain("??");
			document.select("input:not([type=hidden]):not([hidden]), select")
				.forEach((field) -> assertThat(document.select("label[for=" + field.id() + "]")).as(where + field)
					.hasSize(1));
			titles.add(where);
		});
		assertThat(titles).hasSizeGreaterThan(12);
	}

	@Test
	void theMarkupIsValid() {
		List<String> complaints = new ArrayList<>();
		browser().open(VIEWS.get(0), (page) -> {
			List<String> bodies = new ArrayList<>();
			page.onResponse((response) -> {
				if (response.url().contains("/staff") && !response.url().endsWith(".css")
						&& !response.url().contains("/file/") && response.status() != 302) {
					bodies.add(response.request().method() + " " + response.url() + "\n" + text(response));
				}
			});
			visit(page, (same, where) -> {
			});
			bodies.forEach((body) -> {
				String html = body.substring(body.indexOf('\n') + 1);
				try {
					EmbeddedValidator validator = new EmbeddedValidator();
					validator.setOutputFormat(EmbeddedValidator.OutputFormat.GNU);
					validator.setNoStream(true);
					String said = validator.validate(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8)));
					said.lines()
						// Thymeleaf closes the hidden field of the token with a slash
						.filter((line) -> !line.isBlank() && !line.contains("Trailing slash on void elements"))
						.forEach((line) -> complaints.add(body.lines().findFirst().orElse("") + line));
				}
				catch (Exception ex) {
					throw new IllegalStateException(ex);
				}
			});
			assertThat(bodies).hasSizeGreaterThan(12);
		});
		assertThat(complaints).isEmpty();
	}

	private static String text(Response response) {
		return new String(response.body(), StandardCharsets.UTF_8);
	}

	private void each(BiConsumer<Page, String> use) {
		browser().open(VIEWS.get(0), (page) -> visit(page, use));
	}

	/** One walk through all pages, with and without errors. */
	private void visit(Page page, BiConsumer<Page, String> use) {
		page.navigate(address("/staff"));
		use.accept(page, "sign-in");
		page.fill("#name", this.name);
		page.fill("#password", "wrong password");
		page.click("main button");
		use.accept(page, "sign-in with an error");
		page.fill("#password", this.password);
		page.click("main button");
		use.accept(page, "desk");
		page.navigate(address("/staff/account"));
		use.accept(page, "own account");
		page.click("form[action$='/password'] button");
		use.accept(page, "own account with errors");
		page.navigate(address("/staff/accounts"));
		use.accept(page, "accounts");
		page.navigate(address("/staff/accounts/new"));
		use.accept(page, "invitation");
		page.fill("#item", "A B");
		page.click("main form button");
		use.accept(page, "invitation with errors");
		page.fill("#displayName", "受邀人");
		page.fill("#userName", this.name + "-" + UUID.randomUUID().toString().substring(0, 4));
		page.fill("#email", UUID.randomUUID() + "@college.example");
		page.fill("#item", "");
		page.click("main form button");
		use.accept(page, "account with a link");
		String link = page.textContent(".s-link");
		page.navigate(address("/staff/accounts/" + this.id));
		use.accept(page, "account");
		page.click("form[action$='/remove'] button >> nth=1");
		use.accept(page, "account with a refusal");
		page.navigate(address("/staff/media/new"));
		use.accept(page, "upload");
		page.click("main form button");
		use.accept(page, "upload with an error");
		page.setInputFiles("#files",
				new FilePayload[] {
						new FilePayload("一个名字很长很长很长很长的文件_with_a_long_name_that_has_no_spaces_in_it.exe", "",
								new byte[9]),
						new FilePayload("文件.pdf", "application/pdf", MadeFiles.pdf("/X (%s)".formatted(this.name))) });
		page.click("main form button");
		use.accept(page, "upload with a refusal");
		page.setInputFiles("#files", new FilePayload("一个名字很长很长很长很长的文件_with_a_long_name_that_has_no_spaces_in_it.jpg",
				"image/jpeg", MadeFiles.jpeg(1200, 800)));
		page.click("main form button");
		use.accept(page, "picture");
		String picture = page.url().replaceAll("\\?.*", "");
		page.fill("#focalX", "x");
		page.click("main form button");
		use.accept(page, "picture with errors");
		page.check("#ornament");
		page.fill("#focalX", "20");
		page.evalOnSelector("input[name=version]", "(field) => field.value = '99'");
		page.click("main form button");
		use.accept(page, "picture that somebody else changed");
		page.click("main form button");
		page.navigate(picture + "/delete");
		use.accept(page, "deletion");
		page.navigate(address("/staff/media"));
		use.accept(page, "library");
		page.navigate(address("/staff/media?q=nothing-has-this-name"));
		use.accept(page, "library without a result");
		page.navigate(address("/staff/audit"));
		use.accept(page, "record");
		page.navigate(address("/staff/audit?from=gestern"));
		use.accept(page, "record with an error");
		page.navigate(address("/staff/nowhere"));
		use.accept(page, "error page");
		page.navigate(address(link.substring(BASE_URL.length())));
		use.accept(page, "one-time link");
		page.navigate(address("/staff/link/none"));
		use.accept(page, "link that is gone");
		page.navigate(address("/staff/accounts/new"));
		page.fill("#displayName", "会话过期以前填的姓名，比别的都长一些");
		this.jdbc.sql("delete from spring_session where principal_name = ?").param(String.valueOf(this.id)).update();
		page.click("main form button");
		use.accept(page, "form sent too late");
		page.fill("#name", this.name);
		page.fill("#password", "wrong password");
		page.click("main button");
		use.accept(page, "form sent too late with an error");
		page.fill("#password", this.password);
		page.click("main button");
		assertThat(page.textContent("h1")).isEqualTo("接着保存");
		use.accept(page, "form to send again");
		page.navigate(address("/staff"));
		page.click("form[action='/staff/sign-out'] button");
		assertThat(page.url()).endsWith("/staff/sign-in?done=out");
		use.accept(page, "signed out");
		page.fill("#name", this.name + "-all");
		page.fill("#password", this.password);
		page.click("main button");
		assertThat(page.locator(".s-sec").count()).isEqualTo(9);
		use.accept(page, "full desk");
		page.navigate(address("/staff/content/" + this.desk.id("back")));
		use.accept(page, "item that came back");
		page.navigate(address("/staff/audit?item=school:" + this.desk.id("ending")));
		assertThat(page.locator(".desk li").count()).isOne();
		use.accept(page, "record of an item");
		visitSearch(page, use);
	}

	private void visitSearch(Page page, BiConsumer<Page, String> use) {
		this.jdbc
			.sql("""
					insert into search_miss (query, language, number, first_on, last_on, done_at, done_by) values
					('一个很长很长的、没有空格的、公众搜了好几次却什么也没有找到的词', 'CHINESE', 12, '2026-01-02', '2026-03-04', null, null),
					('aratherlongenglishwordwithoutanyspaceinitatallforwrapping', 'ENGLISH', 1, '2026-01-02', '2026-01-02', null, null),
					('处理过的词', 'CHINESE', 2, '2026-01-02', '2026-01-03', now(), '测试')""")
			.update();
		this.jdbc.sql("""
				with made as (insert into search_best_bet (query, label, changed_at, changed_by)
				  values ('学费', '学费', now(), '测试') returning id)
				insert into search_best_bet_page (best_bet_id, position, path)
				select id, 1, '/notices' from made union all
				select id, 2, '/notices/a-page-with-a-rather-long-address-that-is-no-longer-there-today' from made""")
			.update();
		page.navigate(address("/staff/search"));
		use.accept(page, "search");
		page.fill("#q", "学院");
		page.click("main form button");
		assertThat(page.locator(".desk li").count()).isPositive();
		use.accept(page, "search with results");
		page.navigate(address("/staff/search?q=" + "x".repeat(90)));
		use.accept(page, "search for too much");
		page.navigate(address("/staff/search?q=zzzzqqqq"));
		use.accept(page, "search without a result");
		page.navigate(address("/staff/search/misses"));
		assertThat(page.locator(".desk li").count()).isEqualTo(2);
		use.accept(page, "what was looked for in vain");
		page.navigate(address("/staff/search/misses?state=done"));
		use.accept(page, "what is settled");
		page.navigate(address("/staff/search/synonyms"));
		use.accept(page, "synonyms");
		page.click(".desk h2 a");
		use.accept(page, "synonym");
		page.fill("#words", "x");
		page.click("main form button");
		use.accept(page, "synonym with an error");
		page.fill("#words", "温州职业技术学院\n温职院");
		page.evalOnSelector("input[name=version]", "(field) => field.value = '99'");
		page.click("main form button");
		use.accept(page, "synonym that somebody else changed");
		page.click("main form .e-act a >> nth=1");
		use.accept(page, "deletion of a synonym");
		page.navigate(address("/staff/search/best-bets"));
		assertThat(page.locator(".desk s").count()).isOne();
		use.accept(page, "best bets");
		page.click(".desk h2 a");
		page.evalOnSelector("input[name=version]", "(field) => field.value = '99'");
		page.fill("#pages", "/notices");
		page.click("main form button");
		use.accept(page, "best bet that somebody else changed");
		page.fill("#query", "");
		page.fill("#pages", "");
		page.click("main form button");
		use.accept(page, "best bet with errors");
		page.click("main form .e-act a >> nth=1");
		use.accept(page, "deletion of a best bet");
	}

}
