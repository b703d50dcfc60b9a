package edu.wenzhou.site.discovery;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRulesParser;
import edu.wenzhou.site.web.CollegeProperties;
import edu.wenzhou.site.web.TestProperties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What crawlers understand of robots.txt, read by a parser as theirs are. */
class RobotsTests extends DiscoveryTest {

	private static final List<String> ENGINES = List.of("Googlebot", "bingbot", "Baiduspider", "Sogou web spider",
			"360Spider", "Yisouspider", "Bytespider", "YandexBot", "AnyOtherBot");

	private static final List<String> TRAINING = List.of("GPTBot", "ClaudeBot", "CCBot", "Google-Extended",
			"Applebot-Extended");

	private static final List<String> SEARCH = List.of("OAI-SearchBot", "Claude-SearchBot", "PerplexityBot");

	private static final List<String> USER_FETCH = List.of("ChatGPT-User", "Claude-User", "Perplexity-User");

	private static final List<String> OPEN = List.of("/", "/en", "/schools/ai", "/honours?level=national",
			"/notices?category=event&page=2", "/css/site.css", "/js/reading.js", "/img/icon.svg",
			"/media/0/picture.jpg", "/feed.xml", "/schools/ai.md", "/llms.txt", "/sitemap.xml", "/favicon.ico",
			"/staffroom", "/staff.html", "/search", "/en/search", "/searching", "/search-help", "/previews",
			"/about/prospectus.pdf");

	private static final List<String> CLOSED = List.of("/staff", "/staff/", "/staff/sign-in", "/staff/content?q=x",
			"/staff?x=1", "/preview/abc", "/en/preview/abc", "/search?q=%E5%AE%BF%E8%88%8D", "/en/search?q=dormitory",
			"/search?", "/search/suggest?q=x", "/en/search/suggest?q=x");

	@Test
	void itIsThereAsPlainTextAndNowhereElse() {
		HttpResponse<String> answer = get("/robots.txt");
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.headers().allValues("Content-Type")).containsExactly("text/plain;charset=UTF-8");
		assertThat(answer.headers().firstValue("Content-Security-Policy")).isPresent();
		String tag = answer.headers().firstValue("ETag").orElseThrow();
		assertThat(send("GET", "/robots.txt", "If-None-Match", tag).statusCode()).isEqualTo(304);
		assertThat(send("HEAD", "/robots.txt").statusCode()).isEqualTo(200);
		assertThat(send("POST", "/robots.txt").statusCode()).isEqualTo(405);
		assertThat(get("/en/robots.txt").statusCode()).isEqualTo(404);
	}

	@Test
	void searchEnginesMayReadAllButWhatIsNotForThem() {
		String text = get("/robots.txt").body();
		ENGINES.forEach((crawler) -> isOpenTo(text, crawler));
		SEARCH.forEach((crawler) -> isOpenTo(text, crawler));
		USER_FETCH.forEach((crawler) -> isOpenTo(text, crawler));
		TRAINING.forEach((crawler) -> isClosedTo(text, crawler));
	}

	@Test
	void everyPageOfTheSitemapMayBeRead() {
		SimpleRobotRules rules = rules(get("/robots.txt").body(), "Googlebot");
		assertThat(rules.getSitemaps()).containsExactly(BASE_URL + "/sitemap.xml");
		assertThat(entries(get("/sitemap.xml").body()).keySet()).isNotEmpty().allMatch(rules::isAllowed);
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 2, 3, 4, 5, 6, 7 })
	void eachKindOfCrawlerIsADecisionOfItsOwn(int decisions) {
		boolean training = (decisions & 1) != 0;
		boolean search = (decisions & 2) != 0;
		boolean userFetch = (decisions & 4) != 0;
		String text = RobotsText.of(properties(true, training, search, userFetch));
		ENGINES.forEach((crawler) -> isOpenTo(text, crawler));
		TRAINING.forEach((crawler) -> is(training, text, crawler));
		SEARCH.forEach((crawler) -> is(search, text, crawler));
		USER_FETCH.forEach((crawler) -> is(userFetch, text, crawler));
	}

	/** They have to read that each page is not to be listed. */
	@Test
	void aSiteThatIsNotToBeFoundCanBeReadByThoseWhoWouldListIt() {
		String text = RobotsText.of(properties(false, true, true, true));
		ENGINES.forEach((crawler) -> isOpenTo(text, crawler));
		List.of(TRAINING, SEARCH, USER_FETCH).forEach((some) -> some.forEach((crawler) -> isClosedTo(text, crawler)));
		assertThat(rules(text, "Googlebot").getSitemaps()).isEmpty();
	}

	private static void is(boolean open, String text, String crawler) {
		if (open) {
			isOpenTo(text, crawler);
		}
		else {
			isClosedTo(text, crawler);
		}
	}

	private static void isOpenTo(String text, String crawler) {
		SimpleRobotRules rules = rules(text, crawler);
		OPEN.forEach((path) -> assertThat(rules.isAllowed(BASE_URL + path)).as(crawler + " " + path).isTrue());
		CLOSED.forEach((path) -> assertThat(rules.isAllowed(BASE_URL + path)).as(crawler + " " + path).isFalse());
	}

	private static void isClosedTo(String text, String crawler) {
		SimpleRobotRules rules = rules(text, crawler);
		OPEN.forEach((path) -> assertThat(rules.isAllowed(BASE_URL + path)).as(crawler + " " + path).isFalse());
		CLOSED.forEach((path) -> assertThat(rules.isAllowed(BASE_URL + path)).as(crawler + " " + path).isFalse());
	}

	private static SimpleRobotRules rules(String text, String crawler) {
		return new SimpleRobotRulesParser().parseContent(BASE_URL + "/robots.txt",
				text.getBytes(StandardCharsets.UTF_8), "text/plain", List.of(crawler.toLowerCase(Locale.ROOT)));
	}

	private static CollegeProperties properties(boolean index, boolean training, boolean search, boolean userFetch) {
		return TestProperties
			.of(Map.of("college.base-url", BASE_URL, "college.discovery.index", index, "college.discovery.ai.training",
					training, "college.discovery.ai.search", search, "college.discovery.ai.user-fetch", userFetch));
	}

}
