package edu.wenzhou.site;

import java.util.List;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import edu.wenzhou.site.Browser.View;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The way of one change from a site that nobody has set up to a page that is gone again,
 * by the people who make it, in real browsers. On a database of its own.
 */
@DirtiesContext
class JourneyTests extends BrowserTest {

	private static final String TOKEN = "only-for-this-journey-0123456789";

	private static final String PASSWORD = "nine lamps above the river mouth";

	private static final View DESK = new View(1280, ColorScheme.LIGHT);

	private static final View PHONE = new View(360, ColorScheme.LIGHT);

	@Autowired
	private JdbcClient jdbc;

	@DynamicPropertySource
	static void ownDatabase(DynamicPropertyRegistry registry) {
		String url = TestDatabase.freshUrl();
		registry.add("spring.datasource.hikari.jdbc-url", () -> url);
		registry.add("college.staff.setup-token", () -> TOKEN);
	}

	@Override
	@BeforeEach
	void crawlOnce() {
		// Other tests' crawl is of another database
	}

	/** As patient as its steps are: a busy machine takes its time. */
	@BeforeAll
	static void patiently() {
		setDefaultAssertionTimeout(30000);
	}

	@AfterAll
	static void asBefore() {
		setDefaultAssertionTimeout(5000);
	}

	@Test
	void aChangeGoesAllTheWay() {
		browser().open(DESK, this::setUpAndInvite);
		String[] item = new String[1];
		Browser.openAndKill(DESK, (page) -> {
			item[0] = openCampus(page);
			page.fill("#field-lead_zh", "打字打到一半，浏览器就没了。");
			assertThat(page.locator("#saved")).containsText("已自动保存");
		});
		browser().open(DESK, (page) -> {
			openCampus(page);
			assertThat(page.locator("#field-lead_zh")).hasValue("打字打到一半，浏览器就没了。");
			page.fill("#field-lead_zh", "河边的校区，走路就到老城。");
			Page preview = page.context().waitForPage(() -> page.click("button[formaction$='/preview']"));
			assertThat(preview.locator("main")).containsText("河边的校区");
			assertThat(preview.locator(".preview-bar")).isVisible();
			preview.close();
			assertThat(body("/campuses/lucheng")).doesNotContain("河边的校区");
			Browser.click(page, "button[value=submit]");
			page.fill("#note", "导语换了");
			Browser.click(page, "main form button[type=submit]");
			assertThat(page.locator("main")).containsText("已提交审核");
			page.navigate(address(item[0] + "/review"));
			assertThat(page.locator("button[value=approve]")).hasCount(0);
			assertThat(page.locator("main")).containsText("要由别人批准");
		});
		approve("河边的校区");
		assertThat(body("/campuses/lucheng")).contains("河边的校区");
		browser().open(DESK, (page) -> {
			signIn(page, "writer");
			page.navigate(address(item[0]));
			Browser.click(page, "form[action$='/restore'] button >> nth=-1");
			page.navigate(address(item[0] + "/edit"));
			page.fill("#field-slug", "lucheng-old-town");
			Browser.click(page, "button[value=submit]");
			Browser.click(page, "main form button[type=submit]");
		});
		approve("old-town");
		assertThat(body("/campuses/lucheng-old-town")).doesNotContain("河边的校区");
		assertThat(get("/campuses/lucheng").statusCode()).isEqualTo(301);
		assertThat(get("/campuses/lucheng").headers().firstValue("Location")).contains("/campuses/lucheng-old-town");
		browser().openWithoutScripts(PHONE, (page) -> {
			signIn(page, "approver");
			page.navigate(address(item[0]));
			page.fill("#withdraw_reason", "试过了");
			Browser.press(page, "form[action$='/withdraw'] button", "Enter");
			assertThat(page.locator("main")).containsText("已撤下");
		});
		assertThat(get("/campuses/lucheng-old-town").statusCode()).isEqualTo(410);
		assertThat(get("/campuses/lucheng").statusCode()).isEqualTo(410);
		List<String> steps = this.jdbc.sql("select action || ' ' || outcome from audit_event order by id")
			.query(String.class)
			.list();
		String saving = "content.autosave DONE";
		assertThat(steps).contains(saving);
		// How often a window saves by itself is a matter of time
		assertThat(steps.stream().filter((step) -> !step.equals(saving))).containsExactly("account.set-up DONE",
				"session.sign-in DONE", "account.invite DONE", "link.mail DONE", "link.use DONE", "account.invite DONE",
				"link.mail DONE", "link.use DONE", "session.sign-in DONE", "session.sign-in DONE", "content.save DONE",
				"review.submit DONE", "session.sign-in DONE", "review.approve DONE", "content.publish DONE",
				"session.sign-in DONE", "content.restore DONE", "content.save DONE", "review.submit DONE",
				"session.sign-in DONE", "review.approve DONE", "content.publish DONE", "session.sign-in DONE",
				"content.withdraw DONE");
	}

	private void setUpAndInvite(Page page) {
		page.navigate(address("/staff/link/" + TOKEN));
		names(page, "boss");
		page.fill("#password", PASSWORD);
		page.fill("#repeat", PASSWORD);
		Browser.click(page, "main form button");
		signIn(page, "boss");
		for (String[] person : new String[][] { { "writer", "EDITOR" }, { "approver", "APPROVER" } }) {
			page.navigate(address("/staff/accounts/new"));
			names(page, person[0]);
			page.selectOption("#role", person[1]);
			Browser.click(page, "main form button");
			String link = page.textContent(".s-link").strip().substring(BASE_URL.length());
			browser().open(PHONE, (own) -> {
				own.navigate(address(link));
				own.fill("#password", PASSWORD);
				own.fill("#repeat", PASSWORD);
				Browser.click(own, "main form button");
				assertThat(own.url()).contains("/staff/sign-in");
			});
		}
	}

	/** On a phone without JavaScript: one click from the desk to the change. */
	private void approve(String change) {
		browser().openWithoutScripts(PHONE, (page) -> {
			signIn(page, "approver");
			Browser.press(page, "a.act[href$='/review']", "Enter");
			assertThat(page.locator("main")).containsText(change);
			Browser.press(page, "button[value=approve]", "Enter");
			assertThat(page.locator("main")).containsText("已批准并发布");
		});
	}

	private String openCampus(Page page) {
		signIn(page, "writer");
		page.navigate(address("/staff/content?type=campus&q=lucheng"));
		Browser.click(page, ".desk a");
		String item = page.url().replaceAll("^https?://[^/]*|[?#].*", "");
		Browser.click(page, "a.btn[href$='/edit']");
		return item;
	}

	private void signIn(Page page, String name) {
		page.navigate(address("/staff/sign-in"));
		page.fill("#name", name);
		page.fill("#password", PASSWORD);
		Browser.press(page, "#password", "Enter");
		assertThat(page.locator(".s-me")).isVisible();
	}

	private static void names(Page page, String name) {
		page.fill("#displayName", "测试" + name);
		page.fill("#userName", name);
		page.fill("#email", name + "@college.example");
	}

	private String body(String path) {
		return get(path).body();
	}

}
