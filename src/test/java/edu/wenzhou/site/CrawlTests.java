package edu.wenzhou.site;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Rules that hold on every page that a link leads to. */
class CrawlTests extends WebTest {

	private static final Pattern CHINESE = Pattern.compile("[\\p{IsHan}\u3000-\u303f\uff00-\uffef]");

	private static Crawl crawl;

	@BeforeEach
	void crawlOnce() {
		if (crawl == null) {
			crawl = Crawl.of(this::get);
		}
	}

	@Test
	void everyPageIsReachedFromTheFrontPage() {
		assertThat(chinesePages()).contains("/", "/about", "/about/overview", "/about/philosophy", "/about/education",
				"/about/industry", "/about/international", "/about/history", "/about/figures", "/campuses",
				"/campuses/higher-education-park", "/campuses/lucheng", "/campuses/ouhai", "/campuses/ruian",
				"/campuses/yongjia", "/schools", "/schools/smart-manufacturing", "/schools/design", "/schools/ai",
				"/schools/architecture", "/schools/digital-trade", "/schools/lucheng", "/schools/ruian",
				"/schools/yongjia", "/schools/foundation", "/schools/marxism", "/honours", "/partnerships",
				"/partnerships/enterprise-service-platform", "/partnerships/growing-with-companies-abroad", "/sources");
	}

	@Test
	void everyPageIsThereInBothLanguages() {
		assertThat(englishPages()).hasSizeGreaterThan(30)
			.containsExactlyInAnyOrderElementsOf(chinesePages().stream().map(CrawlTests::inEnglish).toList());
		crawl.pages().forEach((path, page) -> {
			Element other = page.selectFirst("header .menu li:last-child > a[hreflang]");
			boolean english = isEnglish(path);
			assertThat(other.attr("href")).as(path)
				.isEqualTo(withoutEmptyChoices(english ? inChinese(path) : inEnglish(path)));
			assertThat(other.attr("hreflang")).isEqualTo(other.attr("lang")).isEqualTo(english ? "zh-CN" : "en");
			assertThat(other.text()).isEqualTo(english ? "中文" : "English");
			assertThat(page.select("a[hreflang]")).as(path).hasSize(1);
		});
	}

	@Test
	void everyPageNamesItselfInBothLanguages() {
		crawl.pages().forEach((path, page) -> {
			String plain = path.replaceAll("\\?.*", "");
			if (page.selectFirst("meta[name=robots]").attr("content").startsWith("noindex")) {
				assertThat(page.select("link[hreflang]")).as(path).isEmpty();
				return;
			}
			String chinese = BASE_URL + (isEnglish(plain) ? inChinese(plain) : plain);
			String english = BASE_URL + (isEnglish(plain) ? plain : inEnglish(plain));
			assertThat(page.select("link[rel=alternate][hreflang]")
				.stream()
				.map((link) -> link.attr("hreflang") + " " + link.attr("href"))).as(path)
				.containsExactly("zh-CN " + chinese, "en " + english, "x-default " + chinese);
			assertThat(crawl.answers()).as(path)
				.containsKeys(chinese.substring(BASE_URL.length()), english.substring(BASE_URL.length()));
		});
	}

	/** And nothing else says that it is Chinese. */
	@Test
	void chineseOnAnEnglishPageSaysSo() {
		List<String> unmarked = new ArrayList<>();
		List<String> mismarked = new ArrayList<>();
		for (String path : englishPages()) {
			for (Element element : crawl.pages().get(path).select("title, meta[name=description], body, body *")) {
				String texts = element.ownText() + element.attr("content") + element.attr("aria-label")
						+ element.attr("title") + element.attr("alt");
				if (!"zh-CN".equals(element.closest("[lang]").attr("lang")) && CHINESE.matcher(texts).find()) {
					unmarked.add(path + ": " + texts);
				}
				if ("zh-CN".equals(element.attr("lang")) && !CHINESE.matcher(element.text()).find()) {
					mismarked.add(path + ": " + element);
				}
			}
		}
		assertThat(unmarked).isEmpty();
		assertThat(mismarked).isEmpty();
	}

	@Test
	void linksStayInTheLanguage() {
		crawl.pages().forEach((path, page) -> {
			for (Element link : page.select("a[href^=/]:not([hreflang]), form[action]")) {
				String target = link.hasAttr("href") ? link.attr("href") : link.attr("action");
				assertThat(isEnglish(Crawl.withoutFragment(target))).as(path + " links to " + target)
					.isEqualTo(isEnglish(path));
			}
			String files = "link[rel=stylesheet], link[rel=icon], script[src], img";
			assertThat(page.select(files).outerHtml()).as(path)
				.isEqualTo(crawl.pages().get(isEnglish(path) ? inChinese(path) : path).select(files).outerHtml());
		});
	}

	@Test
	void noLinkIsDead() {
		crawl.answers().forEach((path, answer) -> assertThat(answer.statusCode()).as(path).isEqualTo(200));
		crawl.pages().forEach((path, page) -> {
			for (Element link : page.select("a[href]")) {
				String href = link.attr("href");
				assertThat(href).as("link on " + path).matches("[/#].*|tel:.*|mailto:.*");
				if (href.contains("#")) {
					assertThat(crawl.target(path, href)).as(path + " links to " + href).isNotNull();
				}
			}
		});
	}

	@Test
	void everyPageIsValidHtml() throws Exception {
		Map<String, String> complaints = new HashMap<>();
		for (String path : crawl.pages().keySet()) {
			String result = Markup.complaints(crawl.answers().get(path).body());
			if (!result.isBlank()) {
				complaints.put(path, result);
			}
		}
		for (String path : List.of("/nowhere", "/honours?level=x", "/partnerships?region=italy", "/en/nowhere",
				"/en/honours?level=x", "/en/partnerships?region=italy")) {
			String result = Markup.complaints(get(path).body());
			if (!result.isBlank()) {
				complaints.put(path, result);
			}
		}
		for (String path : List.of("/%zz", "/en/%zz")) {
			String malformed = rawAnswer(path);
			assertThat(Markup
				.complaints(malformed.substring(malformed.indexOf("<!DOCTYPE"), malformed.indexOf("</html>") + 7)))
				.as(path)
				.isEmpty();
		}
		assertThat(complaints).isEmpty();
		assertThat(Markup.complaints("<!DOCTYPE html><html lang=zh-CN><title>x</title><p id=a><ul id=a></ul></p>"))
			.isNotBlank();
	}

	@Test
	void everyPageHasOneHeadingOfLevelOneAndSkipsNoLevel() {
		crawl.pages().forEach((path, page) -> {
			assertThat(page.select("h1")).as(path).hasSize(1);
			int level = 1;
			for (Element heading : page.select("h1, h2, h3, h4, h5, h6")) {
				int next = heading.tagName().charAt(1) - '0';
				assertThat(heading.text()).as("heading on " + path).isNotBlank();
				assertThat(next).as(path + ": " + heading).isLessThanOrEqualTo(level + 1);
				level = next;
			}
		});
	}

	@Test
	void everyHeadingHasSomethingUnderIt() {
		crawl.pages().forEach((path, page) -> {
			List<Element> elements = page.select("main *");
			for (Element heading : page.select("main h1, main h2, main h3")) {
				StringBuilder under = new StringBuilder();
				for (Element element : elements.subList(elements.indexOf(heading) + 1, elements.size())) {
					if (element.tagName().matches("h[1-6]") && element.tagName().compareTo(heading.tagName()) <= 0) {
						break;
					}
					under.append(element.ownText());
				}
				assertThat(under.toString()).as(path + ": nothing under " + heading).isNotBlank();
			}
			assertThat(page.select("main p, main li, main dd, main td, main th, main dt").not(":has(*)").eachText())
				.as(path)
				.doesNotContain("");
			assertThat(page.select("main ul:not(:has(li)), main ol:not(:has(li)), main tbody:not(:has(tr))")).as(path)
				.isEmpty();
		});
	}

	@Test
	void everyPageSaysWhatItIs(@Autowired MessageSource messages) {
		Map<String, String> titles = new HashMap<>();
		crawl.pages().forEach((path, page) -> {
			Locale locale = isEnglish(path) ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
			assertThat(page.selectFirst("html").attr("lang")).as(path).isEqualTo(locale.toLanguageTag());
			assertThat(crawl.answers().get(path).headers().allValues("Content-Language")).as(path)
				.containsExactly(locale.toLanguageTag());
			assertThat(page.selectFirst("meta[name=description]").attr("content")).as(path).hasSizeGreaterThan(8);
			boolean listed = !page.selectFirst("meta[name=robots]").attr("content").startsWith("noindex");
			boolean search = path.matches("(/en)?/search");
			assertThat(page.select("link[rel=canonical]").eachAttr("href")).as(path)
				.isEqualTo(search ? List.of()
						: List.of(BASE_URL + (listed ? path.replaceAll("\\?.*", "") : withoutEmptyChoices(path))));
			assertThat(listed).as(path).isEqualTo(!search && !path.matches(".*\\?.*=[^&].*&.*=[^&].*"));
			if (!path.contains("?")) {
				assertThat(titles.put(locale + " " + page.title(), path)).as("same title as " + path).isNull();
			}
			assertThat(page.title()).as(path).contains(messages.getMessage("site.name", null, locale));
		});
	}

	@Test
	void everyPageHasLandmarksAndAWayToSkipTheMenu() {
		crawl.pages().forEach((path, page) -> {
			assertThat(page.select("body > header, body > main, body > footer")).as(path).hasSize(3);
			assertThat(page.body().child(0).attr("href")).as(path).isEqualTo("#main_content");
			assertThat(page.select("main#main_content")).as(path).hasSize(1);
			page.select("nav").forEach((nav) -> {
				String label = nav.hasAttr("aria-labelledby") ? page.getElementById(nav.attr("aria-labelledby")).text()
						: nav.attr("aria-label");
				assertThat(label).as(path).isNotBlank();
			});
			String home = isEnglish(path) ? "/en" : "/";
			assertThat(page.select(".crumbs a[href=" + home + "]")).as(path).hasSize(home.equals(path) ? 0 : 1);
		});
	}

	@Test
	void theMenuMarksWhereOneIs() {
		assertThat(current("/honours")).containsExactly("荣誉");
		assertThat(current("/schools/ai")).containsExactly("学院");
		assertThat(current("/about/figures")).containsExactly("数据");
		assertThat(current("/about/overview")).containsExactly("概况");
		assertThat(current("/")).isEmpty();
		crawl.pages().keySet().stream().filter((path) -> !isEnglish(path)).forEach((path) -> {
			List<String> marked = crawl.pages().get(path).select("header .menu [aria-current]").eachAttr("href");
			assertThat(crawl.pages().get(inEnglish(path)).select("header .menu [aria-current]").eachAttr("href"))
				.as(path)
				.isEqualTo(marked.stream().map(CrawlTests::inEnglish).toList());
		});
	}

	private List<String> current(String path) {
		return crawl.pages().get(path).select("header .menu [aria-current]").eachText();
	}

	@Test
	void theFlawsOfTheSourceAreNotShown() {
		crawl.pages().forEach((path, page) -> {
			assertThat(page.outerHtml()).as(path).doesNotContain("**", "27724", "人气值", "[[");
			assertThat(page.text()).as(path).doesNotContainPattern("(学生|教师)人数 ?0").doesNotContainPattern("null|\\?\\?");
		});
	}

	@Test
	void noPageHoldsCodeOrStyle() {
		crawl.pages().forEach((path, page) -> {
			List<String> inline = new ArrayList<>();
			page.getAllElements().forEach((element) -> element.attributes().forEach((attribute) -> {
				if (attribute.getKey().equals("style") || attribute.getKey().startsWith("on")) {
					inline.add(element.tagName() + " " + attribute);
				}
			}));
			assertThat(inline).as(path).isEmpty();
			assertThat(page.select("style, script:not([src])")).as(path)
				.allMatch((block) -> block.attr("type").equals("application/ld+json"))
				.hasSize(crawl.described().containsKey(path) ? 1 : 0);
			assertThat(page.select("form[method=post], input[type=hidden]")).as(path).isEmpty();
		});
	}

	@Test
	void noAnswerSetsACookie() {
		crawl.answers()
			.forEach((path, answer) -> assertThat(answer.headers().map()).as(path)
				.doesNotContainKeys("set-cookie", "Set-Cookie"));
	}

	@Test
	void aPageIsTheSameForEverybody() {
		for (String path : List.of("/", "/honours", "/sources", "/en", "/en/honours", "/en/sources")) {
			HttpResponse<String> other = send("GET", path, "Accept-Language", isEnglish(path) ? "zh-CN" : "en-GB",
					"Cookie", "SESSION=x; theme=dark; lang=de", "User-Agent", "Other/1.0", "X-Forwarded-Host",
					"evil.example", "Referer", "https://elsewhere.example/");
			assertThat(other.body()).isEqualTo(crawl.answers().get(path).body());
		}
	}

	@Test
	void filtersKeepTheChoiceInTheForm() {
		Document page = page("/honours?level=provincial&category=teaching");
		assertThat(page.select("#filter_level option[selected]").eachAttr("value")).containsExactly("provincial");
		assertThat(page.select("#filter_category option[selected]").eachAttr("value")).containsExactly("teaching");
	}

	private static List<String> chinesePages() {
		return crawl.pages().keySet().stream().filter((path) -> !isEnglish(path)).toList();
	}

	private static List<String> englishPages() {
		return crawl.pages().keySet().stream().filter(CrawlTests::isEnglish).toList();
	}

	private static boolean isEnglish(String path) {
		return path.matches("/en([/?].*)?");
	}

	/** The sums of the table of counts lead to {@code ?level=&category=x}. */
	private static String withoutEmptyChoices(String path) {
		return path.replaceAll("(?<=[?&])[a-z]+=(&|$)", "").replaceAll("[?&]$", "");
	}

	private static String inEnglish(String path) {
		return "/en" + (path.matches("/(\\?.*)?") ? path.substring(1) : path);
	}

	private static String inChinese(String path) {
		return path.matches("/en(\\?.*)?") ? "/" + path.substring(3) : path.substring(3);
	}

}
