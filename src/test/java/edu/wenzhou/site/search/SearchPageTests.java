package edu.wenzhou.site.search;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import edu.wenzhou.site.WebTest;
import edu.wenzhou.site.publishing.ContentType;
import edu.wenzhou.site.web.FixedPage;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** The page of the search, over HTTP. */
class SearchPageTests extends WebTest {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private SearchController controller;

	@Test
	void withoutAQuestionThereAreWaysOn() {
		Document page = page("/search");
		assertThat(page.selectFirst("h1").text()).isEqualTo("搜索");
		assertThat(page.select("main form[method=get][action=/search] input[name=q]").attr("value")).isEmpty();
		assertThat(page.select("main a").eachAttr("href")).contains("/", "/schools", "/notices");
		assertThat(page("/en/search").selectFirst("main form").attr("action")).isEqualTo("/en/search");
		assertThat(get("/search?q=%20%E3%80%80").statusCode()).isEqualTo(200);
	}

	@Test
	void everyPageLeadsToIt() {
		assertThat(page("/schools").select("header a[href=/search]").text()).isEqualTo("搜索");
		assertThat(page("/en/schools").select("header a[href=/en/search]").text()).isEqualTo("Search");
	}

	@Test
	void aPageThatIsNotThereOffersTheSearch() {
		HttpResponse<String> answer = get("/nowhere");
		assertThat(answer.statusCode()).isEqualTo(404);
		assertThat(Jsoup.parse(answer.body()).select("main form[action=/search] input[name=q]")).hasSize(1);
		assertThat(page("/en/nowhere").select("main form[action=/en/search]")).hasSize(1);
	}

	@Test
	void searchEnginesLeaveItOutAndFollowItsLinks() {
		for (String path : List.of("/search", searchPath("温州"), "/en" + searchPath("design"))) {
			Document page = page(path);
			assertThat(page.select("meta[name=robots]").attr("content")).as(path).isEqualTo("noindex,follow");
			assertThat(page.select("link[rel=canonical], link[rel=alternate]")).as(path).isEmpty();
		}
	}

	@Test
	void resultsStandUnderTheirKindsWithWhatWasLookedForMarked() {
		Document page = page(searchPath("瑞安"));
		assertThat(page.selectFirst("h1").text()).isEqualTo("“瑞安”的搜索结果");
		assertThat(page.title()).startsWith("“瑞安”的搜索结果");
		assertThat(page.select("main h2").eachText()).contains("校区1", "学院1");
		assertThat(page.select("#kind_campus").parents().select("section .hits a").eachAttr("href"))
			.contains("/campuses/ruian");
		assertThat(page.select(".hits a mark").eachText()).contains("瑞安");
		assertThat(page.select("main form input[name=q]").attr("value")).isEqualTo("瑞安");
		assertThat(page.select("header .menu a[hreflang=en]").attr("href"))
			.isEqualTo("/en/search?q=%E7%91%9E%E5%AE%89");
	}

	/** Such as the name of an honour, out of the page that shows it. */
	@Test
	void whatIsLongIsFoundAndDoesNotFillThePage() {
		String name = "First place among higher vocational colleges nationwide by number of invention patents granted";
		Document page = page("/en" + searchPath(name));
		assertThat(page.select(".hits a").first().attr("href")).isEqualTo("/en/honours#patents-first");
		assertThat(page.selectFirst("h1").text()).isEqualTo("Search");
		assertThat(page.selectFirst("input[name=q]").val()).isEqualTo(name);
	}

	@Test
	void aFigureStandsInATextAsReadersSeeIt() {
		List<String> excerpts = page(searchPath("全日制在校生")).select(".hits small").eachText();
		assertThat(excerpts).anyMatch((text) -> text.contains("全日制在校生12000余人"));
		assertThat(this.jdbc.sql("""
				select count(*) from search_document where plain_text like '%[[%' or plain_text like '%§%'
				or plain_text like '%<%'""").query(Long.class).single()).isZero();
	}

	/** More than five of a kind. */
	@Test
	void aKindHasPagesOfItsOwn() {
		Document page = page(searchPath("国家"));
		String all = page.select("#kind_honour").parents().select("section .more a").attr("href");
		assertThat(all).isEqualTo("/search?q=%E5%9B%BD%E5%AE%B6&kind=honour");
		int number = Integer.parseInt(page.select("#kind_honour .cnt").text());
		assertThat(number).isGreaterThan(PublicSearch.OF_A_KIND);
		List<String> found = new ArrayList<>();
		String next = all;
		while (!next.isEmpty()) {
			Document part = page(next);
			found.addAll(part.select("#kind_honour").parents().select("section .hits a").eachAttr("href"));
			assertThat(part.select("main a[href=/search?q=%E5%9B%BD%E5%AE%B6]")).as(next).isNotEmpty();
			next = part.select(".paging a[rel=next]").attr("href");
		}
		assertThat(found).hasSize(number).doesNotHaveDuplicates().allMatch((href) -> href.startsWith("/honours#"));
		assertThat(get(all + "&page=99").statusCode()).isEqualTo(404);
		assertThat(get(searchPath("国家") + "&page=2").statusCode()).isEqualTo(404);
		assertThat(get(all + "&page=x").statusCode()).isEqualTo(400);
	}

	@Test
	void anUnknownKindIsRefusedWithThoseThatThereAre() {
		HttpResponse<String> answer = get(searchPath("国家") + "&kind=nonsense");
		assertThat(answer.statusCode()).isEqualTo(400);
		assertThat(Jsoup.parse(answer.body()).select("main a").eachText()).contains("学院", "荣誉");
		assertThat(get(searchPath("国家") + "&kind=notice").statusCode()).isEqualTo(200);
	}

	@Test
	void thePageSaysHowWellItFits() {
		assertThat(page(searchPath("x+1")).select("main .notice").text()).contains("不连在一起");
		assertThat(page(searchPath("人工只能学院")).select("main .notice").text()).contains("只有一部分字词相同");
		assertThat(page(searchPath("人工智能学院")).select("main .notice")).isEmpty();
	}

	@Test
	void whatIsNotFoundIsSaidWithSomethingLikeIt() {
		HttpResponse<String> answer = get("/en" + searchPath("marxsm"));
		assertThat(answer.statusCode()).isEqualTo(200);
		Document page = Jsoup.parse(answer.body());
		assertThat(page.select("main .notice").text()).contains("Nothing was found for “marxsm”");
		assertThat(page.select("#near").parents().select("section .hits a").eachAttr("href"))
			.contains("/en/schools/marxism");
		assertThat(page(searchPath("ｑｑｑｑ")).select("main a").eachAttr("href")).contains("/schools");
	}

	@Test
	void aQueryThatIsTooLongIsGivenBack() {
		String typed = "温州职业技术学院".repeat(8);
		HttpResponse<String> answer = get(searchPath(typed));
		assertThat(answer.statusCode()).isEqualTo(400);
		Document page = Jsoup.parse(answer.body());
		assertThat(page.select("main form input[name=q]").attr("value")).isEqualTo(typed);
		assertThat(page.select("[role=alert]").text()).contains("最多60个汉字", "总共不超过200个字符");
		assertThat(Jsoup.parse(get("/en" + searchPath("a".repeat(201))).body()).select("[role=alert]").text())
			.as("too long in one word")
			.contains("60 Chinese characters", "200 characters of any kind");
		assertThat(page.select("input[name=q]").attr("aria-describedby")).contains("q_error");
		assertThat(get(searchPath("温".repeat(60))).statusCode()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "C++", "a=b&c=d#e", "{q}", "100%", "温州 学院", "\"'\\" })
	void theOtherLanguageIsAskedTheSame(String typed) {
		String other = page(searchPath(typed)).select("header .menu a[hreflang]").attr("href");
		assertThat(other).startsWith("/en/search?q=");
		assertThat(page(other).select("main form input[name=q]").attr("value")).isEqualTo(typed);
		assertThat(
				page(page(other).select("header .menu a[hreflang]").attr("href")).select("input[name=q]").attr("value"))
			.isEqualTo(typed);
	}

	@Test
	void suggestionsAreNamesThatBeginSo() {
		HttpResponse<String> answer = get("/search/suggest?q=" + encode("人工"));
		assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
		assertThat(answer.headers().allValues("Cache-Control")).containsExactly("max-age=60, public");
		assertThat(answer.headers().firstValue("X-Robots-Tag")).hasValue("noindex");
		assertThat(answer.headers().map()).doesNotContainKey("Set-Cookie");
		JsonNode names = JSON.readTree(answer.body());
		assertThat(names.get(0).get("title").asString()).isEqualTo("人工智能学院");
		assertThat(names.get(0).get("path").asString()).isEqualTo("/schools/ai");
		assertThat(JSON.readTree(get("/search/suggest?q=xueyuan").body()).size()).isEqualTo(8);
		assertThat(JSON.readTree(get("/en/search/suggest?q=art").body()).get(0).get("path").asString())
			.isEqualTo("/en/schools/ai");
		assertThat(get("/search/suggest").body()).isEqualTo("[]");
		assertThat(get("/search/suggest?q=" + encode("温".repeat(61))).body()).isEqualTo("[]");
	}

	@Test
	void whoeverAsksTooOftenWaits() {
		String address = "203.0.113.9";
		while (this.controller.searches.take(address).isEmpty()) {
			// All that it may ask at once
		}
		HttpResponse<String> answer = send("GET", searchPath("温州"), "X-Forwarded-For", address);
		assertThat(answer.statusCode()).isEqualTo(429);
		assertThat(Integer.parseInt(answer.headers().firstValue("Retry-After").orElseThrow())).isPositive();
		assertThat(Jsoup.parse(answer.body()).selectFirst("h1").text()).isEqualTo("请稍候再试");
		assertThat(send("GET", searchPath("温州"), "X-Forwarded-For", "203.0.113.10").statusCode()).isEqualTo(200);
		assertThat(send("GET", "/search", "X-Forwarded-For", address).statusCode()).as("nothing is looked for")
			.isEqualTo(200);
		while (this.controller.suggestions.take(address).isEmpty()) {
			// The same
		}
		assertThat(send("GET", "/search/suggest?q=a", "X-Forwarded-For", address).statusCode()).isEqualTo(429);
	}

	@Test
	void nobodyWaitsLongForAnIndexThatIsBusy() {
		this.transaction.executeWithoutResult((status) -> {
			this.jdbc.sql("lock table search_document in access exclusive mode").update();
			HttpResponse<String> answer = get(searchPath("温州"));
			assertThat(answer.statusCode()).isEqualTo(503);
			assertThat(answer.headers().firstValue("Retry-After")).isPresent();
		});
	}

	/** A link of the index that leads nowhere would be a result that disappoints. */
	@Test
	void everythingThatIsFoundIsThere() {
		Map<String, Document> pages = this.jdbc
			.sql("select distinct split_part(path, '#', 1) from search_document where scope = 'PUBLIC'")
			.query(String.class)
			.list()
			.stream()
			.collect(Collectors.toMap((path) -> path, this::page));
		List<String> lost = this.jdbc.sql("select distinct path from search_document where scope = 'PUBLIC'")
			.query(String.class)
			.list()
			.stream()
			.filter((path) -> {
				String[] parts = path.split("#");
				Document page = pages.get(parts[0]);
				return page.select(".titleblock").isEmpty() || page.selectFirst("h1").text().startsWith("没有这个")
						|| parts.length > 1 && page.getElementById(parts[1]) == null;
			})
			.toList();
		assertThat(pages).hasSizeGreaterThan(25);
		assertThat(lost).isEmpty();
	}

	@Test
	void everythingPublicIsInTheIndexOnceInEachLanguage() {
		assertThat(this.jdbc.sql("""
				select p.path from publication p where path is not null and (select count(*) from search_document d
				  where d.item_id = p.item_id and d.scope = 'PUBLIC' and d.path = p.path and d.language = 'zh') <> 1""")
			.query(String.class)
			.list()).isEmpty();
		assertThat(this.jdbc.sql("""
				select path from search_document where scope = 'PUBLIC' and language = 'en'
				group by path, item_id having count(*) > 1""").query(String.class).list()).isEmpty();
	}

	/** What a page calls itself is what the index calls it. */
	@Test
	void fixedPagesAreCalledWhatTheySay(@Autowired List<FixedPage> fixed) {
		for (FixedPage one : fixed) {
			for (String language : List.of("zh", "en")) {
				String title = this.jdbc
					.sql("select title from search_document where path = ? and language = ? and scope = 'PUBLIC'")
					.params(one.path(), language)
					.query(String.class)
					.single();
				String address = language.equals("en") ? ("/en" + one.path()).replaceAll("/$", "") : one.path();
				assertThat(page(address).title()).as(address).startsWith(title);
			}
		}
	}

	@Test
	void everyKindHasAName(@Autowired List<ContentType> types, @Autowired MessageSource messages) {
		Set<String> kinds = new LinkedHashSet<>(types.stream().map(ContentType::getKey).toList());
		kinds.add(Documents.PAGE);
		for (Locale locale : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
			kinds.forEach((kind) -> assertThat(messages.getMessage("search.kind." + kind, null, locale)).isNotBlank());
		}
	}

	private static String searchPath(String typed) {
		return "/search?q=" + encode(typed);
	}

	private static String encode(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
