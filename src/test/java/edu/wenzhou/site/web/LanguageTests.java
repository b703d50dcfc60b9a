package edu.wenzhou.site.web;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;

import edu.wenzhou.site.Generation;
import edu.wenzhou.site.WebTest;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** The English edition stands below {@code /en}, and nothing else does. */
class LanguageTests extends WebTest {

	@Autowired
	private MessageSource messages;

	@Autowired
	private JdbcClient jdbc;

	@ParameterizedTest
	@ValueSource(strings = { "/enx", "/englisch", "/en-schools", "/enschools/ai", "/schools/en" })
	void whatOnlyBeginsLikeALanguageIsAnUnknownChinesePage(String path) {
		isErrorPage(get(path), 404, Language.CHINESE);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/en/nowhere", "/en/schools/nowhere", "/en/en", "/en/en/schools", "/en/error",
			"/en/css/site.css", "/en/img/icon.svg", "/en/js/x.js", "/en/livez", "/en/readyz", "/en/actuator/health",
			"/en/favicon.ico", "/en/partnerships/footwear-college" })
	void whatIsNoPageIsNotFoundInEnglish(String path) {
		isErrorPage(get(path), 404, Language.ENGLISH);
	}

	@ParameterizedTest
	@ValueSource(strings = { "POST", "PUT", "DELETE", "PATCH", "OPTIONS" })
	void onlyReadingIsPossible(String method) {
		HttpResponse<String> answer = send(method, "/en/honours");
		isErrorPage(answer, 405, Language.ENGLISH);
		assertThat(answer.headers().firstValue("Allow")).hasValue("GET, HEAD");
	}

	@Test
	void headAnswersLikeGetWithoutABody() {
		for (String path : List.of("/en", "/en/honours")) {
			HttpResponse<String> answer = send("HEAD", path);
			assertThat(answer.statusCode()).as(path).isEqualTo(200);
			assertThat(answer.body()).isEmpty();
			assertThat(answer.headers().allValues("Content-Language")).containsExactly("en");
			assertThat(answer.headers().allValues("Cache-Control")).containsExactly("no-cache, no-transform");
		}
	}

	@ParameterizedTest
	@CsvSource({ "/en/nowhere//ai, 400", "/en/schools/%2e%2e/about, 400", "/en/../schools, 400", "/en/nowhere;x=1, 400",
			"/en/a%00b, 400", "/en/schools/[x], 404", "/en/honours?level=[x], 400", "/en/honours?level=%zz, 400",
			"/en/%zz, 400", "/en/honours?x=<y>, 200" })
	void aMangledAddressGetsAnEnglishPageOfOurs(String path, int status) throws IOException {
		String answer = rawAnswer(path);
		assertThat(answer).startsWith("HTTP/1.1 " + status + " ")
			.contains("<html lang=\"en\"", "href=\"/en\"", "Content-Security-Policy: default-src 'none'")
			.doesNotContain("href=\"/\"", "Apache", "Exception");
	}

	@Test
	void anUnknownFilterValueListsTheValidOnes() {
		Document page = isErrorPage(get("/en/honours?level=galactic&category=teaching"), 400, Language.ENGLISH);
		assertThat(page.select("main a[href='/en/honours?category=teaching&level=national']").text())
			.isEqualTo(message("filter.level.national", Language.ENGLISH));
		assertThat(page.select("main a[href='/en/honours?category=teaching']")).hasSize(1);
	}

	@Test
	void aFaultOfOursIsSaidInEnglish() {
		this.jdbc
			.sql("update history_event set text_zh = text_zh || '[[nothing]]', "
					+ "text_en = text_en || '[[nothing]]' where slug = 'roots'")
			.update();
		Generation.raise(this.jdbc);
		try {
			isErrorPage(get("/en/about/history"), 500, Language.ENGLISH);
		}
		finally {
			this.jdbc
				.sql("update history_event set text_zh = replace(text_zh, '[[nothing]]', ''), "
						+ "text_en = replace(text_en, '[[nothing]]', '')")
				.update();
			Generation.raise(this.jdbc);
		}
	}

	@ParameterizedTest
	@CsvSource({ "/honours?level=national, /en/honours?level=national",
			"/en/honours?level=national, /honours?level=national",
			"/honours?category=teaching&level=none, /en/honours?level=none&category=teaching",
			"/honours?level=&category=teaching&utm=1, /en/honours?category=teaching",
			"/en/partnerships?region=italy&kind=overseas-centre&x=%26, /partnerships?kind=overseas-centre&region=italy",
			"/honours?x=1, /en/honours", "/?x=1, /en", "/en?x=1, /" })
	void theOtherLanguageKeepsTheChoicesOfAList(String path, String other) {
		Document page = page(path);
		assertThat(page.select("header .menu a[hreflang]").eachAttr("href")).containsExactly(other);
		assertThat(page.selectFirst("link[rel=canonical]").attr("href")).doesNotContain("utm", "x=");
		assertThat(page(other).selectFirst("html").attr("lang")).isEqualTo(other.startsWith("/en") ? "en" : "zh-CN");
	}

	@Test
	void theFiguresAreThereAsATableInEnglish() {
		HttpResponse<String> answer = get("/en/about/figures.csv");
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8");
		assertThat(page("/en/about/figures").select("a[href='/en/about/figures.csv']")).hasSize(1);
	}

	@Test
	void whatIsNotTranslatedIsChineseAndSaysSo() {
		List<Saved> saved = List.of(new Saved("school", "slug", "ai", "name"),
				new Saved("school", "slug", "design", "name"),
				new Saved("honour", "slug", "high-level-vocational-college", "title"),
				new Saved("fact", "code", "staff", "label"), new Saved("profile_section", "slug", "overview", "lead"),
				new Saved("profile_section", "slug", "overview", "body"));
		List<String> english = saved.stream().map((text) -> text.read(this.jdbc)).toList();
		try {
			saved.forEach((text) -> text.write(this.jdbc, null));
			saved.get(1).write(this.jdbc, "School of Examples");
			for (Element name : List.of(page("/en/schools/ai").selectFirst("h1 > span"),
					page("/en").selectFirst(".spine-t > span"),
					page("/en/schools").selectFirst("a[href='/en/schools/ai'] .pl-h > span"),
					page("/en/schools/ai").selectFirst(".note-back a"),
					page("/en/sources").selectFirst("a[href='/en/schools/ai']"))) {
				assertThat(name.attr("lang")).as(name.outerHtml()).isEqualTo("zh-CN");
			}
			Document design = page("/en/schools/design");
			assertThat(design.selectFirst("h1 > span").outerHtml()).isEqualTo("<span>School of Examples</span>");
			assertThat(design.select(".spine-t:contains(School of Examples) > span")).isEmpty();
			Document overview = page("/en/about/overview");
			assertThat(overview.select(".lead > span[lang=zh-CN]").text()).contains("温州职业技术学院");
			assertThat(overview.selectFirst(".prose").attr("lang")).isEqualTo("zh-CN");
			assertThat(overview.selectFirst(".prose").text()).contains("近900人");
			assertThat(page("/en/about/figures").selectFirst("#staff .value").outerHtml())
				.isEqualTo("<span class=\"value\" lang=\"zh-CN\">近900人</span>");
			assertThat(page("/en/honours").selectFirst("#high-level-vocational-college b").attr("lang"))
				.isEqualTo("zh-CN");
			assertThat(page("/schools/ai").select("h1 [lang], .note-back [lang]")).isEmpty();
		}
		finally {
			for (int i = 0; i < saved.size(); i++) {
				saved.get(i).write(this.jdbc, english.get(i));
			}
		}
	}

	private Document isErrorPage(HttpResponse<String> answer, int status, Language language) {
		assertThat(answer.statusCode()).isEqualTo(status);
		assertThat(answer.headers().allValues("Content-Language")).containsExactly(language.tag());
		Document page = Jsoup.parse(answer.body());
		assertThat(page.selectFirst("html").attr("lang")).isEqualTo(language.tag());
		assertThat(page.selectFirst("h1").text()).isEqualTo(message("error." + status + ".title", language));
		assertThat(page.select("a[href^=/]").eachAttr("href")).hasSizeGreaterThan(10)
			.allMatch((href) -> Language.at(href) == language);
		assertThat(page.select("a[href='" + language.address("/") + "']")).isNotEmpty();
		assertThat(page.select("meta[name=robots]").attr("content")).isEqualTo("noindex");
		assertThat(page.select("link[rel=canonical], link[rel=alternate], a[hreflang]")).isEmpty();
		return page;
	}

	private String message(String key, Language language) {
		return this.messages.getMessage(key, null, Locale.forLanguageTag(language.tag()));
	}

	/** A text whose English is taken away for a while. */
	private record Saved(String table, String key, String name, String column) {

		String read(JdbcClient jdbc) {
			return jdbc.sql("select %s_en from %s where %s = ?".formatted(this.column, this.table, this.key))
				.param(this.name)
				.query((row, number) -> row.getString(1))
				.list()
				.get(0);
		}

		void write(JdbcClient jdbc, String english) {
			assertThat(jdbc.sql("update %s set %s_en = ? where %s = ?".formatted(this.table, this.column, this.key))
				.param(1, english, java.sql.Types.VARCHAR)
				.param(2, this.name)
				.update()).isEqualTo(1);
			Generation.raise(jdbc);
		}

	}

}
