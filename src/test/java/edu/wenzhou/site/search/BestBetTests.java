package edu.wenzhou.site.search;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;

import edu.wenzhou.site.Generation;
import edu.wenzhou.site.publishing.SiteGeneration;
import edu.wenzhou.site.staff.Person;
import edu.wenzhou.site.staff.Role;
import edu.wenzhou.site.staff.Scope;
import edu.wenzhou.site.staff.StaffTest;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

class BestBetTests extends StaffTest {

	private static final String PATH = "/staff/search/best-bets";

	@Autowired
	private BestBets bets;

	@Autowired
	private SiteGeneration generation;

	/** What other tests have left, and what these leave. */
	@BeforeEach
	@AfterEach
	void none() {
		this.jdbc.sql("delete from search_best_bet").update();
		this.jdbc.sql("delete from search_synonym where changed_by <> ''").update();
		this.generation.raise(Instant.now());
	}

	@Test
	void anEntryIsAddedChangedAndDeletedAndHoldsAtOnce() {
		Person keeper = person(new Scope(Role.APPROVER, null, null));
		Visitor visitor = signedIn(keeper);
		HttpResponse<String> answer = visitor.submit(PATH + "/new", PATH + "/new", "query", " ＡＩ　专业 ", "pages",
				" /schools/ai/ \r\n" + BASE_URL + "/en/schools?x\r\n" + BASE_URL + "/en/honours#top\r\n/schools/ai");
		assertThat(answer.statusCode()).as("a query is no part of a page's path").isEqualTo(422);
		answer = visitor.submit(PATH + "/new", PATH + "/new", "query", " ＡＩ　专业 ", "pages",
				" /schools/ai/ \r\n" + BASE_URL + "/en/honours#top\r\n/schools/ai\r\n" + BASE_URL + "/en");
		assertThat(answer.headers().firstValue("Location")).contains(PATH + "?done=added");
		assertThat(this.bets.paths("ai 专业")).containsExactly("/schools/ai", "/honours", "/");
		assertThat(this.bets.paths("Ai专业")).hasSize(3);
		assertThat(this.bets.paths("专业")).isEmpty();
		assertThat(this.bets.paths("")).isEmpty();
		Document list = visitor.page(PATH);
		assertThat(list.select(".desk li h2").text()).isEqualTo("ＡＩ 专业");
		assertThat(list.select(".desk li p a").eachText()).containsExactly("/schools/ai", "/honours", "/");
		assertThat(list.select(".desk .st")).isEmpty();

		String entry = list.selectFirst(".desk h2 a").attr("href");
		assertThat(visitor.page(entry).selectFirst("#pages").wholeText()).isEqualTo("/schools/ai\n/honours\n/");
		assertThat(visitor.submit(entry, entry, "query", "人工智能", "pages", "/schools/ai").statusCode()).isEqualTo(302);
		assertThat(this.bets.paths("人工智能")).containsExactly("/schools/ai");
		assertThat(this.bets.paths("ai 专业")).isEmpty();
		assertThat(visitor.page(entry + "/delete").selectFirst("h1").text()).isEqualTo("删除“人工智能”？");
		assertThat(visitor.submit(entry + "/delete", entry + "/delete").statusCode()).isEqualTo(302);
		assertThat(this.bets.paths("人工智能")).isEmpty();
		assertThat(deeds(keeper)).containsExactly("best-bet.delete DONE", "best-bet.change DONE", "best-bet.add DONE",
				"session.sign-in DONE");
	}

	@Test
	void wordsThatMeanTheSameShareTheirPages() {
		Visitor visitor = signedIn(person(new Scope(Role.APPROVER, null, null)));
		visitor.submit("/staff/search/synonyms/new", "/staff/search/synonyms/new", "words", "寝室\n宿舍");
		visitor.submit(PATH + "/new", PATH + "/new", "query", "宿舍", "pages", "/campuses");
		assertThat(this.bets.paths("寝室")).containsExactly("/campuses");
		visitor.submit(PATH + "/new", PATH + "/new", "query", "寝室", "pages", "/about");
		assertThat(this.bets.paths("寝室")).as("its own before others").containsExactly("/about");
	}

	@Test
	void whatIsWrongIsSaidAndWhatWasTypedIsKept() {
		Visitor visitor = signedIn(person(new Scope(Role.APPROVER, null, null)));
		assertThat(problems(visitor, "", "")).containsExactly("请填写搜索的词", "请至少填写一个网址");
		assertThat(problems(visitor, "。。", "/about")).containsExactly("搜索的词里要有字");
		assertThat(problems(visitor, "长".repeat(61), "/about")).containsExactly("搜索的词最多 60 个字");
		assertThat(problems(visitor, "学费", "/about\n/schools\n/campuses\n/honours\n/partnerships\n/notices"))
			.containsExactly("最多 5 个网页");
		assertThat(problems(visitor, "学费", "/about\n/nowhere\nhttps://other.example/about\n/staff"))
			.containsExactly("没有公开的网页：/nowhere、https://other.example/about、/staff");
		assertThat(problems(visitor, "学费", "javascript:alert(1)\n{x}"))
			.containsExactly("没有公开的网页：javascript:alert(1)、{x}");
		visitor.submit(PATH + "/new", PATH + "/new", "query", "学费", "pages", "/about");
		assertThat(problems(visitor, "学费", "/schools")).containsExactly("“学费”已经有置顶网页了，请改那一条");
		this.jdbc.sql("""
				insert into search_best_bet (query, label, changed_at, changed_by)
				select '词' || n, '词' || n, now(), '测试' from generate_series(1, 999) n""").update();
		assertThat(problems(visitor, "宿舍", "/schools")).containsExactly("最多 1000 条。请先删去不用的。");
	}

	@Test
	void visitorsSeeThemFirst() {
		Visitor visitor = signedIn(person(new Scope(Role.APPROVER, null, null)));
		visitor.submit(PATH + "/new", PATH + "/new", "query", "食宿费", "pages", "/campuses\n/schools/ai");
		visitor.submit(PATH + "/new", PATH + "/new", "query", "人工智能学院", "pages", "/about");
		Document none = page("/search?q=食宿费");
		assertThat(chosen(none)).containsExactly("/campuses", "/schools/ai");
		assertThat(none.select("main").text()).as("nothing else is found").doesNotContain("没有找到");
		assertThat(none.selectFirst("[role=status]").text()).isEqualTo("共2条");
		assertThat(chosen(page("/en/search?q=食宿费"))).containsExactly("/en/campuses", "/en/schools/ai");
		Document some = page("/search?q=人工智能学院");
		assertThat(chosen(some)).containsExactly("/about");
		assertThat(some.select(".hits a").first().attr("href")).isEqualTo("/about");
		assertThat(chosen(page("/search?q=人工智能学院&kind=school"))).as("where a kind is chosen").isEmpty();
		assertThat(chosen(page("/search?q=人工智能"))).isEmpty();
		this.jdbc.sql("update publication set expire_at = now() where path = '/schools/ai'").update();
		try {
			assertThat(chosen(page("/search?q=食宿费"))).as("no longer public").containsExactly("/campuses");
		}
		finally {
			this.jdbc.sql("update publication set expire_at = null where path = '/schools/ai'").update();
			Generation.raise(this.jdbc);
		}
	}

	@Test
	void whatStandsFirstStandsOnce() {
		Visitor visitor = signedIn(person(new Scope(Role.APPROVER, null, null)));
		List<String> before = page("/search?q=校区").select(".hits a").eachAttr("href");
		assertThat(before).contains("/campuses/ouhai").doesNotHaveDuplicates();
		int campuses = number(page("/search?q=校区"), "campus");
		String total = page("/search?q=校区").selectFirst("[role=status]").text();
		visitor.submit(PATH + "/new", PATH + "/new", "query", "校区", "pages", "/campuses/ouhai\n/honours");
		Document page = page("/search?q=校区");
		assertThat(chosen(page)).containsExactly("/campuses/ouhai", "/honours");
		assertThat(page.select(".hits a").eachAttr("href")).doesNotHaveDuplicates().containsAll(before);
		assertThat(number(page, "campus")).isEqualTo(campuses - 1);
		assertThat(page.selectFirst("[role=status]").text()).as("one of the two was found before")
			.isEqualTo("共" + (Integer.parseInt(total.replaceAll("\\D", "")) + 1) + "条");
		assertThat(page("/search?q=校区&kind=campus").select(".hits a").eachAttr("href")).contains("/campuses/ouhai");

		visitor.submit(PATH + "/new", PATH + "/new", "query", "rgznxy", "pages", "/schools/ai");
		page = page("/search?q=rgznxy");
		assertThat(page.select(".hits a").eachAttr("href")).as("all that there is").containsExactly("/schools/ai");
		assertThat(page.select("[id^=kind_]")).isEmpty();
		assertThat(page.selectFirst("[role=status]").text()).isEqualTo("共1条");
	}

	private static int number(Document page, String kind) {
		return Integer.parseInt(page.select("#kind_" + kind + " .cnt").text());
	}

	private static List<String> chosen(Document page) {
		return page.select("section[aria-labelledby=best] .hits a").eachAttr("href");
	}

	private static List<String> problems(Visitor visitor, String query, String pages) {
		HttpResponse<String> answer = visitor.submit(PATH + "/new", PATH + "/new", "query", query, "pages", pages);
		assertThat(answer.statusCode()).as(query).isEqualTo(422);
		Document page = Jsoup.parse(answer.body());
		assertThat(page.selectFirst("#query").val()).isEqualTo(query);
		assertThat(page.selectFirst("#pages").wholeText()).isEqualTo(pages);
		return page.select(".errsum li").eachText();
	}

}
