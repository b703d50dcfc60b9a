package edu.wenzhou.site.web;

import java.io.IOException;
import java.net.http.HttpResponse;

import edu.wenzhou.site.WebTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A page has one address; other spellings lead there in one step, and nowhere else. */
class SpellingTests extends WebTest {

	@ParameterizedTest
	@CsvSource({ "/schools/, /schools", "/schools/ai/, /schools/ai", "/SCHOOLS/Ai, /schools/ai", "/index.html, /",
			"/index.php, /", "/default.aspx, /", "/schools/index.htm, /schools", "/schools/ai.html, /schools/ai",
			"/Schools/AI/Index.HTML/, /schools/ai", "/en/, /en", "/EN, /en",
			"/EN/Schools/AI/index.html/, /en/schools/ai", "/en/index.html, /en", "/english/, /en",
			"/english/schools/ai.htm, /en/schools/ai", "/%65n/schools, /en/schools", "/cn/index.html, /",
			"/about/overview.html, /about/overview", "/about/history/, /about/history" })
	void anotherSpellingLeadsToThePage(String asked, String page) {
		leads(get(asked), page);
		leads(send("HEAD", asked), page);
		assertThat(get(page).statusCode()).isEqualTo(200);
	}

	/** As no HTTP client would send them. */
	@ParameterizedTest
	@CsvSource({ "/schools//ai, /schools/ai", "//schools/ai, /schools/ai",
			"/schools;jsessionid=0A1/ai;x=1, /schools/ai", "/;jsessionid=0A1, /", "/en//schools/ai/, /en/schools/ai",
			"/index.html;jsessionid=0A1, /" })
	void whatTheServerRefusesLeadsThereToo(String asked, String page) throws IOException {
		assertThat(rawAnswer(asked)).startsWith("HTTP/1.1 301 ").contains("\r\nLocation: " + page + "\r\n");
	}

	@ParameterizedTest
	@CsvSource({ "/Honours/?level=national&utm_source=x, /honours?level=national",
			"/notices/index.html?page=1&category=event&z=1, /notices?category=event&page=1",
			"/honours/?level=a%26b%20%2B, /honours?level=a%26b%20%2B", "/honours/?level=, /honours",
			"/schools/ai/?x=1, /schools/ai", "/en/?x=1, /en", "/honours/?level=%zz, /honours" })
	void whatThePageHasAUseForIsKept(String asked, String page) throws IOException {
		assertThat(rawAnswer(asked)).startsWith("HTTP/1.1 301 ");
		String location = rawAnswer(asked).split("\r\nLocation: ")[1].split("\r\n")[0];
		assertThat(location.split("[?&]")).containsExactlyInAnyOrder(page.split("[?&]"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "/nowhere/", "/NOWHERE", "/nowhere/index.html", "/schools/nowhere.html",
			"/english/nowhere/", "/ABOUT/FIGURES.CSV", "/about/figures.csv/", "/CSS/site.css", "/robots.txt/x",
			"/STAFF", "/Staff/", "/staff.html", "/ERROR", "/LIVEZ", "/livez/", "/preview.html", "/en/en/", "/zh/en" })
	void whatMeansNoPageIsNotFoundAtOnce(String asked) {
		HttpResponse<String> answer = get(asked);
		assertThat(answer.statusCode()).as(asked).isEqualTo(404);
		assertThat(answer.headers().firstValue("Location")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "//other.example/", "//other.example/schools/", "/\\other.example/", "/%5cother.example",
			"///other.example/%2e%2e", "/https://other.example/", "/%2f%2fother.example/",
			"//other.example/index.html" })
	void nobodyIsLedOut(String asked) throws IOException {
		String answer = rawAnswer(asked);
		assertThat(answer).startsWith("HTTP/1.1 40").doesNotContain("\r\nLocation:");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/a%25b/", "/A%25zz", "/a%3Bb/", "/a%2Fb//", "/%7Bx%7D/", "/a%20b/", "/%F0%9F%98%80/",
			"/*/", "/**/", "/{slug}/", "/schools/%7Bslug%7D/" })
	void oddSignsAreNoTrouble(String asked) throws IOException {
		assertThat(rawAnswer(asked)).startsWith("HTTP/1.1 40").doesNotContain("\r\nLocation:");
	}

	@Test
	void theBackOfficeKeepsItsTrailingSlash() {
		HttpResponse<String> answer = get("/staff/");
		assertThat(answer.statusCode()).isEqualTo(301);
		assertThat(answer.headers().firstValue("Location")).hasValue("/staff");
	}

	private static void leads(HttpResponse<String> answer, String page) {
		assertThat(answer.statusCode()).isEqualTo(301);
		assertThat(answer.headers().allValues("Location")).containsExactly(page);
		assertThat(answer.headers().firstValue("Cache-Control").orElse("")).startsWith("no-cache");
		assertThat(answer.body()).isEmpty();
	}

}
