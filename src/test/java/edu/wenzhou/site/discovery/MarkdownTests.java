package edu.wenzhou.site.discovery;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;

import edu.wenzhou.site.web.SiteTime;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Every page as Markdown says what the page says, and is Markdown. */
class MarkdownTests extends DiscoveryTest {

	/** Ways around the page, drawings and what only the eye needs. */
	private static final String NOT_SAID = "form, svg, [aria-hidden=true], .side, .on-screen, .legend, .key, .slip, .src, "
			+ ".note-all, .note-back, caption.vh";

	/** What is left standing where Markdown was written wrongly. */
	private static final Pattern LEFT = Pattern.compile("\\*\\*|]\\(|\\\\|\\[\\^|\\| ?---|</?[a-z]");

	@BeforeEach
	void notices() {
		someNotices();
	}

	@Test
	void everyPageIsThereAsMarkdown() {
		crawl().described().forEach((path, page) -> {
			Element link = page.selectFirst("link[type=text/markdown]");
			assertThat(link != null).as(path).isEqualTo(!path.matches(".*=[^&].*"));
			if (link == null) {
				return;
			}
			String address = link.attr("href").substring(BASE_URL.length());
			HttpResponse<String> answer = get(address);
			assertThat(answer.statusCode()).as(address).isEqualTo(200);
			assertThat(answer.headers().allValues("Content-Type")).containsExactly("text/markdown;charset=UTF-8");
			assertThat(answer.headers().allValues("X-Robots-Tag")).containsExactly("noindex");
			assertThat(answer.headers().allValues("Cache-Control")).containsExactly("no-cache");
			assertThat(answer.headers().allValues("Content-Language"))
				.containsExactly(page.selectFirst("html").attr("lang"));
			String canonical = page.selectFirst("link[rel=canonical]").attr("href");
			assertThat(answer.headers().allValues("Link")).containsExactly("<" + canonical + ">; rel=\"canonical\"");
			assertThat(lastModified(address)).as(address).isEqualTo(lastModified(path));
			saysWhatThePageSays(path, page, answer.body());
			assertThat(answer.body()).contains("<" + canonical + ">", SiteTime.iso(lastModified(path)));
		});
	}

	private static void saysWhatThePageSays(String path, Document page, String markdown) {
		Document read = MarkdownTextTests.read(markdown);
		assertThat(read.select("h1")).as(path).hasSize(1);
		Element main = page.selectFirst("main").clone();
		main.select(NOT_SAID).remove();
		assertThat(together(read.selectFirst("h1").ownText())).as(path)
			.isEqualTo(together(main.selectFirst("h1").text()));
		String text = together(read.text());
		NodeTraversor.traverse((node, depth) -> {
			if (node instanceof TextNode words && !words.isBlank()) {
				assertThat(text).as(path + ": " + words.getWholeText()).contains(together(words.getWholeText()));
			}
		}, main);
		assertThat(LEFT.matcher(read.text()).find()).as(path + ": " + markdown).isFalse();
		assertThat(read.select("h2, h3, h4").eachText()).as(path).hasSize(main.select("h2, h3, h4").size());
		assertThat(read.select("table")).hasSameSizeAs(main.select("table"));
		for (Element link : read.select("a[href]:not([href^=#])")) {
			assertThat(link.attr("href")).as(path).startsWith(BASE_URL);
		}
		assertThat(page.select("main .note-list > li")).as(path)
			.hasSize((int) markdown.lines().filter((line) -> line.matches("\\[\\^\\d+]: .*")).count());
	}

	private static String together(String text) {
		return text.replaceAll("[\\s\\u00a0]+", "");
	}

	@Test
	void figuresKeepTheirSources() {
		String text = get("/index.md").body();
		assertThat(text).startsWith("# 温州职业技术学院\n\n- 网页：<" + BASE_URL + "/>\n- 内容更新：2")
			.contains("- 全日制在校生：**12000**余人[^", "\n[^1]: ", "[学院一览](" + BASE_URL + "/schools)");
		assertThat(get("/en/index.md").body()).startsWith("# Wenzhou Polytechnic\n\n- Page: <" + BASE_URL + "/en>\n");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/nowhere.md", "/schools/nowhere.md", "/.md", "/en.md", "/en/en.md", "/schools/.md",
			"/schools.md.md", "/about/index.md", "/error.md", "/livez.md", "/css/site.md", "/robots.txt.md",
			"/partnerships/footwear-college.md", "/honours.MD", "/actuator/health.md", "/preview/x.md",
			"/about/figures.csv.md" })
	void whatIsNoPageIsNoMarkdown(String path) {
		assertThat(get(path).statusCode()).as(path).isEqualTo(404);
		assertThat(Jsoup.parse(get(path).body()).select("h1").text()).isNotEmpty();
	}

	/** Rendering goes past its door. */
	@ParameterizedTest
	@ValueSource(strings = { "/staff.md", "/staff/accounts.md", "/staff/content.md", "/en/staff/accounts.md" })
	void theBackOfficeIsNoMarkdown(String path) {
		HttpResponse<String> answer = get(path);
		assertThat(answer.statusCode()).as(path).isIn(302, 404);
		assertThat(answer.headers().firstValue("Content-Type").orElse("")).doesNotContain("markdown");
	}

	@Test
	void whoeverHasItIsNotSentItAgain() {
		String tag = get("/schools/ai.md").headers().firstValue("ETag").orElseThrow();
		assertThat(send("GET", "/schools/ai.md", "If-None-Match", tag).statusCode()).isEqualTo(304);
		assertThat(send("HEAD", "/schools/ai.md").headers().firstValue("ETag")).hasValue(tag);
		assertThat(send("POST", "/schools/ai.md").statusCode()).isEqualTo(405);
		assertThat(get("/schools/ai.md?x=1").body()).isEqualTo(get("/schools/ai.md").body());
	}

	@Test
	void theMapForAssistantsLeadsToEveryPage() {
		for (String path : List.of("/llms.txt", "/en/llms.txt")) {
			HttpResponse<String> answer = get(path);
			assertThat(answer.headers().allValues("Content-Type")).containsExactly("text/plain;charset=UTF-8");
			assertThat(answer.headers().allValues("X-Robots-Tag")).containsExactly("noindex");
			boolean english = path.startsWith("/en");
			Document map = MarkdownTextTests.read(answer.body());
			assertThat(map.body().child(0).outerHtml())
				.isEqualTo("<h1>" + (english ? "Wenzhou Polytechnic" : "温州职业技术学院") + "</h1>");
			assertThat(map.body().child(1).tagName()).isEqualTo("blockquote");
			assertThat(map.select("h2").eachText()).hasSizeGreaterThan(6).endsWith("Optional");
			List<String> texts = crawl().pages()
				.values()
				.stream()
				.filter((page) -> page.selectFirst("html").attr("lang").equals(english ? "en" : "zh-CN"))
				.map((page) -> page.select("link[type=text/markdown]").attr("href"))
				// The front page is what the map itself stands for, and older notices are
				// left out
				.filter((address) -> !address.isEmpty() && !address.matches(".*/(index|notices/.*)[.]md"))
				.toList();
			List<String> links = map.select("li > a").eachAttr("href");
			assertThat(links).as(path).containsAll(texts).doesNotHaveDuplicates();
			assertThat(links).as(path).filteredOn((link) -> link.contains("/notices/")).hasSize(20);
			for (String link : links) {
				assertThat(get(link.substring(BASE_URL.length())).statusCode()).as(link).isEqualTo(200);
			}
		}
	}

}
