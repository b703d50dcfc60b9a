package edu.wenzhou.site;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import edu.wenzhou.site.Browser.View;
import edu.wenzhou.site.media.MadeFiles;
import edu.wenzhou.site.publishing.FullDesk;
import edu.wenzhou.site.staff.Person;
import edu.wenzhou.site.staff.Role;
import edu.wenzhou.site.staff.Scope;
import edu.wenzhou.site.staff.Section;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The pages of the back office in a real browser, without JavaScript of ours to help. */
class StaffPagesTests extends StaffBrowserTest {

	private static final String LONG_SEARCH = "一个很长很长的、没有空格的、公众搜了好几次却什么也没有找到的词";

	private static final List<View> VIEWS = List.of(new View(320, ColorScheme.LIGHT), new View(360, ColorScheme.DARK),
			new View(768, ColorScheme.LIGHT), new View(1280, ColorScheme.LIGHT), new View(1280, ColorScheme.DARK));

	private Person administrator;

	private Person everything;

	private FullDesk desk;

	private long edited;

	private long before;

	/** Of one walk through all pages, which takes long, for all tests. */
	private static Findings findings;

	@BeforeEach
	void walkOnce() {
		if (findings == null) {
			people();
			try {
				Findings found = new Findings();
				browser().open(VIEWS.get(0), (page) -> walk(page, found));
				findings = found;
			}
			finally {
				forget(this.edited, this.before);
				this.desk.clear();
			}
		}
	}

	private void people() {
		this.administrator = person("名字很长的测试管理员", new Scope(Role.ADMINISTRATOR, null, null),
				new Scope(Role.EDITOR, Section.SCHOOL, item("school", "ai")));
		this.everything = person("什么都要做的人", new Scope(Role.ADMINISTRATOR, null, null),
				new Scope(Role.EDITOR, null, null), new Scope(Role.APPROVER, null, null));
		this.edited = item("section", "overview");
		this.before = latest(this.edited);
		this.desk = new FullDesk(this.jdbc, this.everything.id(), this.administrator.id());
		this.desk.fill();
		this.desk.ask(2);
	}

	private void walk(Page page, Findings found) {
		page.onResponse((response) -> {
			if (response.url().contains("/staff") && response.status() != 302
					&& response.headers().getOrDefault("content-type", "").startsWith("text/html")) {
				found.bodies.add(response.request().method() + " " + response.url() + "\n" + text(response));
			}
		});
		visit(page, (same, where) -> {
			saysWhatItIs(same.content(), where);
			KeyboardTests.walk(same).forEach((what) -> found.keyboard.add(where + ": " + what));
			Browser.holds(same, VIEWS).forEach((what) -> found.looks.add(where + what));
			same.setViewportSize(VIEWS.get(0).width(), VIEWS.get(0).height());
		});
	}

	@Test
	void everyPageHoldsAtEveryWidthInBothSchemes() {
		assertThat(findings.looks).isEmpty();
	}

	@Test
	void everyPageIsUsableByKeyboard() {
		assertThat(findings.keyboard).isEmpty();
	}

	@Test
	void everyPageIsValid() {
		List<String> complaints = new ArrayList<>();
		findings.bodies.forEach((body) -> {
			String html = body.substring(body.indexOf('\n') + 1);
			Markup.complaints(html)
				.lines()
				// Thymeleaf closes the hidden field of the token with a slash
				.filter((line) -> !line.isBlank() && !line.contains("Trailing slash on void elements"))
				.forEach((line) -> complaints.add(body.lines().findFirst().orElse("") + line));
		});
		assertThat(findings.bodies).hasSizeGreaterThan(80);
		assertThat(complaints).isEmpty();
	}

	private static void saysWhatItIs(String html, String where) {
		Document document = Jsoup.parse(html);
		assertThat(document.select("h1")).as(where).hasSize(1);
		assertThat(document.title()).as(where).contains("后台", "温州职业技术学院");
		assertThat(document.selectFirst("html").attr("lang")).isEqualTo("zh-CN");
		assertThat(document.select("meta[name=robots]").attr("content")).isEqualTo("noindex");
		assertThat(document.select("style, script:not([src]), [style]")).as(where).isEmpty();
		assertThat(document.text()).as(where).doesNotContain("??");
		document.select("input:not([type=hidden]):not([hidden]), select")
			.forEach((field) -> assertThat(document.select("label[for=" + field.id() + "]")).as(where + field)
				.hasSize(1));
	}

	/** With its scripts, but nothing is saved. */
	@Test
	void aFormWithPicturesHoldsAtEveryWidthInBothSchemes() {
		List<String> found = new ArrayList<>();
		long item = item("school", "ai");
		browser().open(VIEWS.get(0), (page) -> {
			// Never answered: a foot that grows meanwhile by what went wrong would cover
			// the field
			page.route("**/autosave", (route) -> {
			});
			page.navigate(address("/staff"));
			signIn(page, person("编辑", new Scope(Role.EDITOR, null, null)));
			for (String picture : List.of("一个名字很长很长很长很长的文件_with_a_long_name_that_has_no_spaces_in_it.jpg", "短.jpg")) {
				page.navigate(address("/staff/media/new"));
				page.setInputFiles("#files",
						new FilePayload(picture, "image/jpeg", MadeFiles.jpegWithSpot(1000, 700, 20, 20)));
				Browser.click(page, "main form button");
				page.check("#role");
				page.fill("#altZh", "测试图片，替代文字有长有短，长的会折行");
				page.fill("#captionZh", "测试图注");
				Browser.click(page, "main form button");
				assertThat(page.locator(".m-cut img").count()).isOne();
				shot(page, "staff-picture");
			}
			page.navigate(address("/staff/content/" + item + "/edit"));
			assertThat(page.locator("#field-pictures-1-place").isVisible()).as("nothing is chosen yet").isFalse();
			page.check("#field-pictures-1");
			page.check("#field-pictures-2");
			page.fill("#field-pictures-1-place", "2");
			Browser.holds(page, VIEWS).forEach(found::add);
			shot(page, "staff-form");
			// From the field that has the focus now; the editors above have keys of their
			// own
			KeyboardTests.walk(page)
				.stream()
				.filter((what) -> !what.startsWith("not reached"))
				.forEach((what) -> found.add("by keyboard: " + what));
		});
		assertThat(found).isEmpty();
	}

	private static void shot(Page page, String name) {
		for (View view : List.of(new View(360, ColorScheme.LIGHT), new View(1280, ColorScheme.DARK))) {
			page.setViewportSize(view.width(), view.height());
			page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(view.scheme()));
			Browser.picture(page, Path.of("target", "screenshots", name + "-" + view.width() + ".png"));
			// For the picture of a whole page the window was as high as that
			page.waitForFunction("(height) => innerHeight === height", view.height());
		}
	}

	private static String text(Response response) {
		return new String(response.body(), StandardCharsets.UTF_8);
	}

	/** One walk through all pages, with and without errors. */
	private void visit(Page page, BiConsumer<Page, String> use) {
		page.navigate(address("/staff"));
		use.accept(page, "sign-in");
		signIn(page, this.administrator.name(), "wrong password");
		use.accept(page, "sign-in with an error");
		signIn(page, this.administrator);
		use.accept(page, "desk");
		page.navigate(address("/staff/account"));
		use.accept(page, "own account");
		Browser.click(page, "form[action$='/password'] button");
		use.accept(page, "own account with errors");
		page.navigate(address("/staff/accounts"));
		use.accept(page, "accounts");
		page.navigate(address("/staff/accounts/new"));
		use.accept(page, "invitation");
		page.fill("#item", "A B");
		Browser.click(page, "main form button");
		use.accept(page, "invitation with errors");
		page.fill("#displayName", "受邀人");
		page.fill("#userName", "invited-" + UUID.randomUUID().toString().substring(0, 4));
		page.fill("#email", UUID.randomUUID() + "@college.example");
		page.fill("#item", "");
		Browser.click(page, "main form button");
		use.accept(page, "account with a link");
		String link = page.textContent(".s-link");
		page.navigate(address("/staff/accounts/" + this.administrator.id()));
		use.accept(page, "account");
		Browser.click(page, "form[action$='/remove'] button >> nth=1");
		use.accept(page, "account with a refusal");
		page.navigate(address("/staff/media/new"));
		use.accept(page, "upload");
		Browser.click(page, "main form button");
		use.accept(page, "upload with an error");
		page.setInputFiles("#files",
				new FilePayload[] {
						new FilePayload("一个名字很长很长很长很长的文件_with_a_long_name_that_has_no_spaces_in_it.exe", "",
								new byte[9]),
						new FilePayload("文件.pdf", "application/pdf",
								MadeFiles.pdf("/X (%s)".formatted(this.administrator.name()))) });
		Browser.click(page, "main form button");
		use.accept(page, "upload with a refusal");
		page.setInputFiles("#files", new FilePayload("一个名字很长很长很长很长的文件_with_a_long_name_that_has_no_spaces_in_it.jpg",
				"image/jpeg", MadeFiles.jpeg(1200, 800)));
		Browser.click(page, "main form button");
		use.accept(page, "picture");
		String picture = page.url().replaceAll("\\?.*", "");
		page.fill("#focalX", "x");
		Browser.click(page, "main form button");
		use.accept(page, "picture with errors");
		page.check("#ornament");
		page.fill("#focalX", "20");
		page.evalOnSelector("input[name=version]", "(field) => field.value = '99'");
		Browser.click(page, "main form button");
		use.accept(page, "picture that somebody else changed");
		Browser.click(page, "main form button");
		page.navigate(picture + "/delete");
		use.accept(page, "deletion");
		page.navigate(address("/staff/media"));
		use.accept(page, "library");
		page.navigate(address("/staff/media?q=nothing-has-this-name"));
		use.accept(page, "library without a result");
		addresses(page, use);
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
		signOut(this.administrator);
		Browser.click(page, "main form button");
		use.accept(page, "form sent too late");
		signIn(page, this.administrator.name(), "wrong password");
		use.accept(page, "form sent too late with an error");
		signIn(page, this.administrator);
		assertThat(page.textContent("h1")).isEqualTo("接着保存");
		use.accept(page, "form to send again");
		page.navigate(address("/staff"));
		Browser.click(page, "form[action='/staff/sign-out'] button");
		assertThat(page.url()).endsWith("/staff/sign-in?done=out");
		use.accept(page, "signed out");
		signIn(page, this.everything);
		assertThat(page.locator(".s-sec").count()).isEqualTo(11);
		use.accept(page, "full desk");
		page.navigate(address("/staff/content/" + this.desk.id("back")));
		use.accept(page, "item that came back");
		page.navigate(address("/staff/audit?item=school:" + this.desk.id("ending")));
		assertThat(page.locator(".desk li").count()).isOne();
		use.accept(page, "record of an item");
		visitContent(page, use);
		visitSearch(page, use);
	}

	private void visitContent(Page page, BiConsumer<Page, String> use) {
		page.navigate(address("/staff/content"));
		use.accept(page, "content");
		page.navigate(address("/staff/content?q=nothing-has-this-name"));
		use.accept(page, "content without a result");
		page.navigate(address("/staff/content?state=FAULTY"));
		assertThat(page.locator("form[action='/staff/content/check']").count()).isOne();
		use.accept(page, "content with something wrong");
		String item = "/staff/content/" + this.edited;
		page.navigate(address(item + "/edit"));
		page.locator("[role=textbox]").first().waitFor();
		use.accept(page, "edit");
		page.navigate(address(item + "/passages/sources"));
		use.accept(page, "passages");
		page.fill("#q", "国家示范性高职院效");
		Browser.click(page, "main form[method=get] button");
		assertThat(page.locator("#found mark").count()).isPositive();
		use.accept(page, "passages that are similar");
		page.navigate(address(item + "/edit"));
		page.evalOnSelector("input[name=stamp]", "(field) => field.value = '0'.repeat(64)");
		page.fill("#field-title_zh", "别人也在写的标题");
		Browser.click(page, ".e-foot [value=save]");
		assertThat(page.locator(".e-theirs").count()).isPositive();
		// Until the editor has taken the place of its field, the field can still be met
		// and then vanishes
		page.locator("[role=textbox]").first().waitFor();
		use.accept(page, "conflict");
		page.navigate(address(item + "/edit"));
		page.fill("#field-title_zh", "学校概况，改过的标题");
		Browser.click(page, ".e-foot [value=save]");
		assertThat(page.url()).endsWith("edit?saved#field-title_zh");
		// Else the Tab key goes on from there
		page.navigate(address("/staff"));
		page.navigate(address(item + "/edit?saved"));
		use.accept(page, "edit after saving");
		page.navigate(address(item + "/compare"));
		use.accept(page, "comparison");
		page.navigate(address(item + "/compare?view=side"));
		use.accept(page, "comparison side by side");
		page.navigate(address(item + "/submit"));
		use.accept(page, "handing in");
		visitWords(page, item, use);
		String draft = "/staff/content/" + this.desk.id("draft");
		page.navigate(address(draft + "/edit?check="));
		assertThat(page.locator("[aria-invalid=true]").count()).isPositive();
		use.accept(page, "edit with errors");
		page.navigate(address(draft + "/submit"));
		use.accept(page, "handing in with errors");
		page.navigate(address(draft + "/revisions/" + latest(this.desk.id("draft")) + "/preview"));
		use.accept(page, "no preview");
		page.navigate(address("/staff/content/" + this.desk.id("open") + "/review"));
		use.accept(page, "review");
		Browser.click(page, "button[value=return]");
		use.accept(page, "review with a refusal");
		page.navigate(address("/staff/content/" + this.desk.id("open")));
		assertThat(page.locator("#opinions").count()).isOne();
		page.check("#links_ask");
		Browser.click(page, "form[action$='/links'] button");
		use.accept(page, "item with opinions and a refusal");
		tables(page, use);
		page.navigate(address("/staff/replace"));
		use.accept(page, "replacing");
		page.navigate(address("/staff/replace?find=学校&with=学校"));
		use.accept(page, "replacing with an error");
		page.fill("#find", "改过的标题");
		page.fill("#with", "一个很长的没有空格的词a_long_word_that_has_no_spaces_in_it_at_all_and_goes_on");
		Browser.click(page, "main form[method=get] button");
		assertThat(page.locator("[name=place]").count()).isPositive();
		use.accept(page, "replacing, to choose");
		Browser.click(page, ".e-foot button");
		assertThat(page.locator("#drafts").count()).isOne();
		use.accept(page, "replaced");
		page.navigate(address("/staff/content/" + this.desk.id("ending")));
		Browser.click(page, "form[action$='/withdraw'] button");
		use.accept(page, "item with a refusal");
	}

	/** A table that somebody uploads, up to what came of it; no draft is made. */
	private void tables(Page page, BiConsumer<Page, String> use) {
		page.navigate(address("/staff/import?type=honour"));
		use.accept(page, "table");
		Browser.click(page, "main form button");
		use.accept(page, "table without a file");
		page.setInputFiles("#file", new FilePayload("一个名字很长很长很长很长的表格_with_no_spaces_in_it.csv", "text/csv", """
				标题,级别,网址,年份,一个很长很长很长很长很长很长很长很长很长很长的列名
				样例,没有的级别,NoSlug,九月,
				样例里的一项很长很长很长很长很长很长很长很长很长很长的荣誉,,made-up-table,2019,x
				""".getBytes(StandardCharsets.UTF_8)));
		Browser.click(page, "main form button");
		assertThat(page.locator(".desk .st").count()).isEqualTo(2);
		use.accept(page, "plan of a table");
		page.selectOption("#column-2", "title_zh");
		Browser.click(page, "form[action$='/columns'] button");
		use.accept(page, "columns of a table with errors");
		this.jdbc.sql("update table_import set confirmed_at = now()").update();
		this.jdbc.sql("""
				update table_import_row set payload = '{}', outcome = case number when 2 then 'FAILED' end,
				problem = case number when 2 then 'staff.import.problem.conflict' end""").update();
		page.reload();
		assertThat(page.locator("form[action$='/apply']").count()).isOne();
		use.accept(page, "what came of a table");
		page.navigate(address("/staff/import"));
		use.accept(page, "table with others");
		this.jdbc.sql("delete from table_import").update();
	}

	/** The pages about addresses, with rows of every kind. */
	private void addresses(Page page, BiConsumer<Page, String> use) {
		String path = "/made-up/" + this.administrator.name()
				+ "/a-rather-long-address-without-any-space-in-it/一个很长的网址";
		this.jdbc
			.sql("insert into redirect (source, target, changed_at, changed_by) values (?, '/nowhere', now(), '样例')")
			.param(path)
			.update();
		this.jdbc
			.sql("""
					insert into missed_address (path, number, first_on, last_on, referrer)
					values (?, 12, current_date - 1, current_date, '/schools'), (? || '/ai', 1, current_date, current_date, null),
					('/schols/' || ?, 3, current_date, current_date, null)""")
			.params(path, path, this.administrator.name())
			.update();
		this.jdbc.sql("""
				with request as (insert into push_request (engine, sent_at, addresses, status, reply)
				  values ('INDEXNOW', now(), 1, 503, 'busy') returning id)
				insert into push_address (engine, url, state, attempts, noted_at, due_at, request_id)
				select 'INDEXNOW', 'https://college.example' || ?, state, 1, now(), now(), request.id
				from request, unnest(array['WAITING', 'SENT', 'FAILED', 'DROPPED']) state""")
			.param(path.replaceAll("[^!-~]", "x"))
			.update();
		page.navigate(address("/staff/redirects"));
		assertThat(page.locator(".desk .st").count()).isPositive();
		use.accept(page, "redirects");
		page.navigate(address("/staff/redirects?q=nothing-has-this-name"));
		use.accept(page, "redirects without a result");
		page.navigate(address("/staff/redirects/new"));
		use.accept(page, "redirect");
		page.fill("#target", "https://other.example/");
		Browser.click(page, "main form button");
		use.accept(page, "redirect with errors");
		page.navigate(address("/staff/redirects?q=" + this.administrator.name()));
		Browser.click(page, ".desk a");
		page.evalOnSelector("input[name=version]", "(field) => field.value = '99'");
		page.fill("#target", "/schools/ai");
		Browser.click(page, "main form button");
		use.accept(page, "redirect that somebody else changed");
		Browser.click(page, "a[href$='/delete']");
		use.accept(page, "deletion of a redirect");
		page.navigate(address("/staff/redirects/import"));
		use.accept(page, "import");
		Browser.click(page, "main form button");
		use.accept(page, "import of nothing");
		page.fill("#lines", path + ",/schools/ai\n/made-up,/nowhere\n" + path + "/2,/schools");
		Browser.click(page, "main form button");
		use.accept(page, "import with errors");
		page.fill("#lines", path + ",/schools/ai\n" + path + "/2,/schools");
		Browser.click(page, "main form button >> nth=-1");
		use.accept(page, "import to be confirmed");
		page.navigate(address("/staff/redirects/missing"));
		use.accept(page, "missing addresses");
		page.navigate(address("/staff/redirects/missing?state=ignored"));
		use.accept(page, "ignored addresses");
		page.navigate(address("/staff/push"));
		use.accept(page, "pushes");
		page.navigate(address("/staff/push/answers"));
		use.accept(page, "answers to pushes");
		this.jdbc.sql("delete from redirect where source like '/made-up/%'").update();
		this.jdbc.sql("delete from missed_address").update();
		this.jdbc.sql("delete from push_address").update();
		this.jdbc.sql("delete from push_request").update();
	}

	/** Words that the college keeps, and what comes of them where one of them stands. */
	private void visitWords(Page page, String item, BiConsumer<Page, String> use) {
		page.navigate(address("/staff/words/new"));
		Browser.click(page, "main form button");
		use.accept(page, "word with errors");
		page.fill("#word", "概况");
		page.selectOption("#severity", "ASK");
		page.fill("#suggestion", "简介");
		page.fill("#note", "栏目的名称里可以用，别处一般写简介");
		Browser.click(page, "main form button");
		use.accept(page, "words");
		page.navigate(address(item + "/submit"));
		Browser.click(page, "main form button");
		assertThat(page.locator("[aria-invalid=true]").count()).isPositive();
		use.accept(page, "handing in without a reason");
		page.navigate(address(item + "/edit"));
		page.locator("[role=textbox]").first().waitFor();
		assertThat(page.locator("#field-title_zh_asked").count()).isOne();
		use.accept(page, "edit with a question");
		this.jdbc.sql("delete from watched_word").update();
	}

	private void visitSearch(Page page, BiConsumer<Page, String> use) {
		this.jdbc
			.sql("""
					insert into search_miss (query, language, number, first_on, last_on, done_at, done_by) values
					(?, 'CHINESE', 12, '2026-01-02', '2026-03-04', null, null),
					('aratherlongenglishwordwithoutanyspaceinitatallforwrapping', 'ENGLISH', 1, '2026-01-02', '2026-01-02', null, null),
					('处理过的词', 'CHINESE', 2, '2026-01-02', '2026-01-03', now(), '测试')""")
			.param(LONG_SEARCH)
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
		Browser.click(page, "main form button");
		assertThat(page.locator(".desk li").count()).isPositive();
		use.accept(page, "search with results");
		page.navigate(address("/staff/search?q=" + "x".repeat(90)));
		use.accept(page, "search for too much");
		page.navigate(address("/staff/search?q=zzzzqqqq"));
		use.accept(page, "search without a result");
		page.navigate(address("/staff/search/misses"));
		// Other tests have searched, too
		assertThat(page.locator(".desk li h2").allInnerTexts()).contains(LONG_SEARCH)
			.anyMatch((query) -> query.startsWith("aratherlongenglishword"))
			.doesNotContain("处理过的词");
		use.accept(page, "what was looked for in vain");
		page.navigate(address("/staff/search/misses?state=done"));
		use.accept(page, "what is settled");
		page.navigate(address("/staff/search/synonyms"));
		use.accept(page, "synonyms");
		Browser.click(page, ".desk h2 a");
		use.accept(page, "synonym");
		page.fill("#words", "x");
		Browser.click(page, "main form button");
		use.accept(page, "synonym with an error");
		page.fill("#words", "温州职业技术学院\n温职院");
		page.evalOnSelector("input[name=version]", "(field) => field.value = '99'");
		Browser.click(page, "main form button");
		use.accept(page, "synonym that somebody else changed");
		Browser.click(page, "main form .e-act a >> nth=1");
		use.accept(page, "deletion of a synonym");
		page.navigate(address("/staff/search/best-bets"));
		assertThat(page.locator(".desk s").count()).isOne();
		use.accept(page, "best bets");
		Browser.click(page, ".desk h2 a");
		page.evalOnSelector("input[name=version]", "(field) => field.value = '99'");
		page.fill("#pages", "/notices");
		Browser.click(page, "main form button");
		use.accept(page, "best bet that somebody else changed");
		page.fill("#query", "");
		page.fill("#pages", "");
		Browser.click(page, "main form button");
		use.accept(page, "best bet with errors");
		Browser.click(page, "main form .e-act a >> nth=1");
		use.accept(page, "deletion of a best bet");
		this.jdbc.sql("delete from search_best_bet").update();
		this.jdbc.sql("delete from search_miss").update();
	}

	/** What a walk finds. */
	private static final class Findings {

		private final List<String> looks = new ArrayList<>();

		private final List<String> keyboard = new ArrayList<>();

		private final List<String> bodies = new ArrayList<>();

	}

}
