package edu.wenzhou.site.web;

import java.io.IOException;
import java.net.http.HttpResponse;

import edu.wenzhou.site.Generation;
import edu.wenzhou.site.WebTest;
import jakarta.servlet.http.HttpServletResponse;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.converter.HttpMessageNotWritableException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class ErrorPageTests extends WebTest {

	@ParameterizedTest
	@ValueSource(strings = { "/nowhere", "/schools/nowhere", "/campuses/nowhere", "/about/nowhere",
			"/partnerships/nowhere", "/honours/nowhere", "/schools/ai/nowhere", "/error", "/sitemap-0.xml",
			"/feed/x.xml", "/css/nowhere.css", "/actuator", "/actuator/env", "/actuator/metrics", "/staffroom" })
	void unknownAddressIsNotFound(String path) {
		isErrorPage(get(path), 404, "没有这个页面");
	}

	@Test
	void aPartnershipWithoutTextHasNoPage() {
		isErrorPage(get("/partnerships/footwear-college"), 404, "没有这个页面");
	}

	@ParameterizedTest
	@CsvSource({ "/honours?level=galactic, level, national, 国家级", "/honours?category=x, category, teaching, 教学",
			"/partnerships?kind=x, kind, alliance, 集团与联盟", "/partnerships?region=mars, region, italy, 意大利",
			"/honours?level=national&level=provincial, level, national, 国家级",
			"/honours?level=NATIONAL, level, national, 国家级", "/honours?level=%3Cscript%3E, level, national, 国家级" })
	void unknownFilterValueListsTheValidOnes(String path, String filter, String value, String label) {
		HttpResponse<String> answer = get(path);
		Document page = isErrorPage(answer, 400, "无法识别这个地址");
		String list = path.substring(0, path.indexOf('?'));
		assertThat(page.select("a[href='" + list + "?" + filter + "=" + value + "']").text()).isEqualTo(label);
		assertThat(page.select("main a[href='" + list + "']")).isNotEmpty();
		assertThat(page.select("main script")).isEmpty();
	}

	@Test
	void theOtherChoiceIsKept() {
		Document page = page("/honours?level=galactic&category=teaching&utm=%26x%3D1");
		assertThat(page.select("main a[href='/honours?category=teaching&utm=%26x%3D1&level=national']")).hasSize(1);
		assertThat(page.select("main a[href='/honours?category=teaching&utm=%26x%3D1']")).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "/honours?level=", "/honours?level=&category=", "/honours?unknown=1", "/partnerships?kind=" })
	void anEmptyOrUnknownParameterFiltersNothing(String path) {
		assertThat(get(path).statusCode()).isEqualTo(200);
	}

	@Test
	void aValidFilterThatLeavesNothingSaysSo() {
		HttpResponse<String> answer = get("/honours?level=international&category=staff");
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(Jsoup.parse(answer.body()).selectFirst("[role=status]").text()).isEqualTo("国际级，师资：没有符合所选条件的内容。");
	}

	@ParameterizedTest
	@ValueSource(strings = { "POST", "PUT", "DELETE", "PATCH", "OPTIONS" })
	void onlyReadingIsPossible(String method) {
		HttpResponse<String> answer = send(method, "/honours");
		isErrorPage(answer, 405, "不支持这种访问方式");
		assertThat(answer.headers().firstValue("Allow")).hasValue("GET, HEAD");
	}

	@ParameterizedTest
	@CsvSource({ "POST, /honours, 405", "DELETE, /css/site.css, 405", "GET, /search/suggest?q=a, 406",
			"GET, /css/nowhere.css, 404", "GET, /schools/nowhere, 404" })
	void whatAVisitorAskedForWronglyIsNotLogged(String method, String path, int status, CapturedOutput output) {
		assertThat(send(method, path, "Accept", "image/png").statusCode()).isEqualTo(status);
		assertThat(output.getOut()).doesNotContain(" WARN ", " ERROR ");
	}

	@Test
	void aFaultOfOursIsLogged(CapturedOutput output) {
		HttpServletResponse answer = new MockHttpServletResponse();
		new FaultResolver().resolveException(new MockHttpServletRequest(), answer, null,
				new HttpMessageNotWritableException("an answer that is no JSON"));
		assertThat(answer.getStatus()).isEqualTo(500);
		assertThat(output.getOut()).contains(" WARN ", "an answer that is no JSON");
	}

	@ParameterizedTest
	@CsvSource({ "/nowhere//ai, 400", "/schools/%2e%2e/about, 400", "/nowhere;x=1, 400", "/a%00b, 400", "/%ff%2f, 400",
			"/schools/[x], 404", "/honours?level=[x], 400", "/honours?level={x}|y, 400", "/honours?level=%zz, 400",
			"/%zz, 400", "/honours?x=<y>, 200" })
	void aMangledAddressGetsAPageOfOurs(String path, int status) throws IOException {
		String answer = rawAnswer(path);
		assertThat(answer).startsWith("HTTP/1.1 " + status + " ")
			.contains("温州职业技术学院", "lang=\"zh-CN\"", "Content-Security-Policy: default-src 'none'",
					"X-Content-Type-Options: nosniff")
			.doesNotContain("Apache", "Exception");
	}

	@Test
	void aFaultOfOursIsSaidWithoutDetails(@Autowired JdbcClient jdbc) {
		jdbc.sql("update history_event set text_zh = text_zh || '[[nothing]]' where slug = 'roots'").update();
		Generation.raise(jdbc);
		try {
			HttpResponse<String> answer = get("/about/history");
			isErrorPage(answer, 500, "网站出了故障");
			assertThat(answer.headers().firstValue("Content-Security-Policy")).isPresent();
		}
		finally {
			jdbc.sql("update history_event set text_zh = replace(text_zh, '[[nothing]]', '')").update();
			Generation.raise(jdbc);
		}
	}

	@Test
	void headAnswersLikeGetWithoutABody() {
		HttpResponse<String> answer = send("HEAD", "/honours");
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.body()).isEmpty();
	}

	private Document isErrorPage(HttpResponse<String> answer, int status, String title) {
		assertThat(answer.statusCode()).isEqualTo(status);
		Document page = Jsoup.parse(answer.body());
		assertThat(page.selectFirst("h1").text()).isEqualTo(title);
		assertThat(page.select("header .menu a")).isNotEmpty();
		assertThat(page.select("main a[href=/]")).isNotEmpty();
		assertThat(page.select("meta[name=robots]").attr("content")).isEqualTo("noindex");
		assertThat(page.select("link[rel=canonical]")).isEmpty();
		assertThat(page.text()).doesNotContain("Exception", "null");
		return page;
	}

}
