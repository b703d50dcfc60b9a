package edu.wenzhou.site.redirects;

import java.net.http.HttpResponse;
import java.util.List;

import edu.wenzhou.site.media.TestUses;
import edu.wenzhou.site.media.TestUses.PublicFile;
import edu.wenzhou.site.staff.Person;
import edu.wenzhou.site.staff.StaffTest;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** Redirects as people keep them, and as visitors meet them. */
@TestInstance(Lifecycle.PER_CLASS)
class RedirectTests extends StaffTest {

	private static final String LIST = "/staff/redirects";

	@Autowired
	private TestUses media;

	private Person keeper;

	private Visitor staff;

	@BeforeAll
	void aKeeper() {
		this.keeper = administrator();
		this.staff = signedIn(this.keeper);
	}

	@BeforeEach
	@AfterEach
	void noRedirects() {
		this.jdbc.sql("delete from redirect").update();
	}

	@Test
	void anOldAddressLeadsOnAtOnceUntilItIsDeleted() {
		assertThat(get("/info/1023/4567.htm").statusCode()).isEqualTo(404);
		added("/info/1023/4567.htm", "/schools/ai");
		leads("/info/1023/4567.htm", "/schools/ai");
		assertThat(send("HEAD", "/info/1023/4567.htm").statusCode()).isEqualTo(301);
		long id = this.jdbc.sql("select id from redirect").query(Long.class).single();
		String form = LIST + "/" + id;
		assertThat(this.staff.submit(form, form, "target", "/schools/design").statusCode()).isEqualTo(302);
		leads("/info/1023/4567.htm", "/schools/design");
		assertThat(this.staff.submit(form + "/delete", form + "/delete").statusCode()).isEqualTo(302);
		assertThat(get("/info/1023/4567.htm").statusCode()).isEqualTo(404);
		assertThat(deeds(this.keeper)).startsWith("redirect.delete DONE", "redirect.change DONE", "redirect.add DONE");
	}

	/** Each with a redirect of its own, and other spellings of the same address. */
	@ParameterizedTest
	@CsvSource({ "/Info/1023/4567.HTM, /info//1023/4567.htm;jsessionid=1, /schools/ai",
			"/show.asp?id=5, /SHOW.asp?id=5, /schools/ai", "/新闻/一.htm, /%E6%96%B0%E9%97%BB/%E4%B8%80.htm, /schools/ai",
			"/%E6%96%B0%E9%97%BB/2.htm, /%e6%96%b0%e9%97%bb/2.htm, /schools/ai",
			"/xxgk/, /xxgk/index.html, /schools/ai", "/a%25b.pdf, /A%25B.pdf, /schools/ai",
			"/old, /en/old.html, /en/schools/ai", "/old, /english/old/, /en/schools/ai",
			"/old?id=5, /en/old?id=5, /en/schools/ai", "/en/old, /EN/Old/, /schools/ai",
			"https://www.college.example/old, /old/, /schools/ai" })
	void spellingMakesNoDifference(String source, String asked, String target) throws Exception {
		added(source, "/schools/ai");
		assertThat(rawAnswer(asked)).startsWith("HTTP/1.1 301 ").contains("\r\nLocation: " + target + "\r\n");
	}

	@Test
	void aQueryTellsAddressesApart() {
		added("/show.asp", "/schools");
		added("/show.asp?id=5", "/schools/ai");
		leads("/show.asp", "/schools");
		leads("/show.asp?id=6", "/schools");
		leads("/show.asp?id=5", "/schools/ai");
		assertThat(get("/show").statusCode()).isEqualTo(404);
	}

	@Test
	void whatIsSaidOfTheEnglishAddressHoldsForItAlone() {
		added("/old", "/schools/ai");
		added("/en/old", "/en/campuses");
		leads("/old", "/schools/ai");
		leads("/en/old", "/en/campuses");
		leads("/english/old.htm", "/en/campuses");
	}

	@ParameterizedTest
	@CsvSource({ "/Schools/AI/index.html, /schools/ai", "/en/schools/ai, /en/schools/ai",
			"https://college.example/schools/ai?, /schools/ai", "/english, /en",
			"/about/figures.csv, /about/figures.csv", "/honours?level=national, /honours?level=national",
			"/schools/ai#top, /schools/ai#top" })
	void theTargetIsKeptAsItsOneAddress(String typed, String target) {
		added("/old", typed.replaceFirst("\\?$", ""));
		leads("/old", target);
		assertThat(get(target.replaceFirst("#.*", "")).statusCode()).isEqualTo(200);
	}

	@ParameterizedTest
	@CsvSource({ "/schools/ai, /schools/ai.md", "/about/figures.csv, /about/figures.csv" })
	void theTextForProgramsMovesWithItsPage(String target, String text) {
		added("/old", target);
		leads("/old.md", text);
		assertThat(get(text).statusCode()).isEqualTo(200);
	}

	@Test
	void aFileCanBeTheTarget() {
		PublicFile file = this.media.publicFile();
		added("/old", "/media/" + file.sha256() + "/" + file.name());
		leads("/old", "/media/" + file.sha256() + "/" + file.name());
		assertThat(refusal("/media/" + file.sha256() + "/" + file.name(), "/schools")).contains("这个网址现在能打开");
	}

	@ParameterizedTest
	@CsvSource({ "'', 请填写旧网址", "old, 旧网址写得不对", "https://other.example/x, 旧网址是别的网站的", "/a%zz, 旧网址写得不对",
			"/a/../b, 旧网址写得不对", "/, 这个网址现在能打开", "/schools, 这个网址现在能打开", "/EN/Schools/AI/index.html, 这个网址现在能打开",
			"/schools?id=1, 这个网址现在能打开", "/about/figures.csv, 这个网址现在能打开", "/staff/old, 后台和预览的网址不能跳转",
			"/Staff, 后台和预览的网址不能跳转", "/preview/x, 后台和预览的网址不能跳转" })
	void aSourceThatDoesNoGoodIsRefused(String source, String problem) {
		assertThat(refusal(source, "/schools/ai")).contains(problem);
		assertThat(this.jdbc.sql("select count(*) from redirect").query(Integer.class).single()).isZero();
	}

	@ParameterizedTest
	@CsvSource({ "'', 请填写新网址", "schools, 新网址写得不对", "//other.example/, 新网址写得不对", "/\\other.example, 新网址写得不对",
			"https://other.example/schools, 新网址是别的网站的", "/schools;x, 新网址写得不对", "/schools//ai, 新网址写得不对",
			"/nowhere, 新网址现在打不开", "/media/x/y.pdf, 新网址现在打不开", "/honours?level=galactic, 新网址现在打不开",
			"/honours?level=%zz, 新网址写得不对", "/staff, 不能转到后台或预览", "/%73taff/accounts, 不能转到后台或预览", "/en/staff, 不能转到后台或预览",
			"/livez, 不能转到后台或预览", "/old, 这样会转回旧网址自己", "/en/OLD/, 这样会转回旧网址自己", "javascript:alert(1), 新网址写得不对" })
	void aTargetThatDoesNoGoodIsRefused(String target, String problem) {
		assertThat(refusal("/old", target)).contains(problem);
		assertThat(this.jdbc.sql("select count(*) from redirect").query(Integer.class).single()).isZero();
	}

	@Test
	void whatIsWrongIsSaidAndWhatWasTypedIsKept() {
		Document page = Jsoup.parse(refused("/old one", "/nowhere").body());
		assertThat(page.select("#source").attr("value")).isEqualTo("/old one");
		assertThat(page.select("#target").attr("value")).isEqualTo("/nowhere");
		assertThat(page.select(".errsum a").eachAttr("href")).containsExactly("#target");
	}

	@Test
	void oneLeadsStraightToTheLast() {
		added("/second", "/schools/ai");
		added("/first", "/second");
		leads("/first", "/schools/ai");
		assertThat(target("/first")).isEqualTo("/schools/ai");
		// What led to a page that goes away leads on with it
		this.jdbc.sql("update redirect set target = '/zeroth' where source = '/first'").update();
		added("/zeroth", "/campuses");
		assertThat(target("/first")).isEqualTo("/campuses");
		leads("/first", "/campuses");
		assertThat(refusal("/second", "/schools")).contains("这个旧网址已经有跳转了");
	}

	/** As they could be in the table after the site has changed under them. */
	@Test
	void aCircleAndADeadEndLeadNobodyAnywhere() {
		this.jdbc.sql("""
				insert into redirect (source, target, changed_at, changed_by) values ('/one', '/two', now(), ''),
				('/two', '/three', now(), ''), ('/three', '/two', now(), ''), ('/dead', '/nowhere', now(), ''),
				('/schools', '/campuses', now(), '')""").update();
		for (String path : List.of("/one", "/two", "/three", "/dead")) {
			HttpResponse<String> answer = get(path);
			assertThat(answer.statusCode()).as(path).isEqualTo(410);
		}
		assertThat(get("/schools").statusCode()).isEqualTo(200);
		leads("/Schools/", "/schools");
		Document idle = this.staff.page(LIST + "?state=idle");
		assertThat(idle.select(".desk h2").eachText()).hasSize(5).contains("/schools旧网址上已有页面，不会跳转", "/dead新网址打不开");
	}

	@Test
	void twoPeopleDoNotOverwriteEachOther() {
		added("/old", "/schools/ai");
		long id = this.jdbc.sql("select id from redirect").query(Long.class).single();
		String form = LIST + "/" + id;
		Document mine = this.staff.page(form);
		Visitor other = signedIn(administrator());
		assertThat(other.submit(form, form, "target", "/campuses").statusCode()).isEqualTo(302);
		HttpResponse<String> answer = this.staff.submit(mine.selectFirst("form[action=" + form + "]"), "target",
				"/schools/design");
		assertThat(answer.statusCode()).isEqualTo(409);
		assertThat(answer.body()).contains("改过这条跳转", "/campuses", "/schools/design");
		assertThat(target("/old")).isEqualTo("/campuses");
		assertThat(this.staff.submit(Jsoup.parse(answer.body()).selectFirst("form[action=" + form + "]")).statusCode())
			.isEqualTo(302);
		assertThat(target("/old")).isEqualTo("/schools/design");
	}

	@Test
	void theListIsFoundThroughAndTurnedOver() {
		this.jdbc
			.sql("""
					insert into redirect (source, target, changed_at, changed_by)
					select '/old/' || n, '/schools/ai', now() - n * interval '1 minute', '样例' from generate_series(1, 45) n""")
			.update();
		Document first = this.staff.page(LIST);
		assertThat(first.select(".desk h2").eachText()).hasSize(20).startsWith("/old/1");
		assertThat(first.select("h1 .cnt").text()).isEqualTo("45");
		assertThat(this.staff.page(LIST + "?q=/OLD/4&page=1").select(".desk h2").eachText()).containsExactly("/old/4",
				"/old/40", "/old/41", "/old/42", "/old/43", "/old/44", "/old/45");
		assertThat(this.staff.page(LIST + "?q=old&page=3").select(".paging a[rel=prev]").attr("href"))
			.isEqualTo(LIST + "?q=old&page=2");
		assertThat(this.staff.get(LIST + "?page=9").statusCode()).isEqualTo(404);
		assertThat(this.staff.page(LIST + "?q=%25_'%22").text()).contains("没有符合条件的跳转");
	}

	private HttpResponse<String> refused(String source, String target) {
		HttpResponse<String> answer = this.staff.submit(LIST + "/new", LIST + "/new", "source", source, "target",
				target);
		assertThat(answer.statusCode()).isEqualTo(422);
		return answer;
	}

	private String refusal(String source, String target) {
		return Jsoup.parse(refused(source, target).body()).select(".errsum").text();
	}

	private void added(String source, String target) {
		HttpResponse<String> answer = this.staff.submit(LIST + "/new", LIST + "/new", "source", source, "target",
				target);
		assertThat(answer.statusCode()).as(() -> Jsoup.parse(answer.body()).select(".errsum").text()).isEqualTo(302);
	}

	private String target(String source) {
		return this.jdbc.sql("select target from redirect where source = ?").param(source).query(String.class).single();
	}

	private void leads(String asked, String target) {
		HttpResponse<String> answer = get(asked);
		assertThat(answer.statusCode()).as(asked).isEqualTo(301);
		assertThat(answer.headers().allValues("Location")).containsExactly(target);
	}

}
