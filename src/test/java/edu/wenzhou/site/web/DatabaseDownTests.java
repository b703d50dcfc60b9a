package edu.wenzhou.site.web;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

import edu.wenzhou.site.HttpTest;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A server of its own is taken away and brought back under the running site; which also
 * is a copy of it that search engines are to leave alone.
 */
@DirtiesContext
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "college.discovery.index=false")
class DatabaseDownTests extends HttpTest {

	private static EmbeddedPostgres server;

	private static Path data;

	@DynamicPropertySource
	static void ownDatabase(DynamicPropertyRegistry registry) throws IOException {
		data = Files.createTempDirectory(Files.createDirectories(Path.of("target").toAbsolutePath()), "down-postgres");
		server = start(0);
		registry.add("spring.datasource.url", () -> server.getJdbcUrl("postgres", "postgres"));
	}

	@AfterAll
	static void stop() throws IOException {
		server.close();
	}

	@Test
	void aVisitorIsToldToComeBackAndFindsThePageAgain() throws IOException {
		assertThat(get("/honours").statusCode()).isEqualTo(200);
		server.close();
		for (int i = 0; i < 3; i++) {
			Instant before = Instant.now();
			HttpResponse<String> answer = get("/honours");
			assertThat(answer.statusCode()).isEqualTo(503);
			assertThat(answer.headers().firstValue("Retry-After")).hasValue("30");
			assertThat(answer.headers().firstValue("Content-Security-Policy")).isPresent();
			assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(8));
			Document page = Jsoup.parse(answer.body());
			assertThat(page.selectFirst("h1").text()).isEqualTo("暂时无法显示");
			assertThat(page.select("header .menu a")).isNotEmpty();
			assertThat(page.text()).doesNotContain("Exception", "JDBC");
		}
		for (String path : new String[] { "/search?q=a", "/search", "/search/suggest?q=a" }) {
			HttpResponse<String> search = get(path);
			assertThat(search.statusCode()).as(path).isEqualTo(503);
			assertThat(search.headers().firstValue("Retry-After")).as(path).hasValue("30");
		}
		HttpResponse<String> english = get("/en/honours");
		assertThat(english.statusCode()).isEqualTo(503);
		assertThat(Jsoup.parse(english.body()).selectFirst("html").attr("lang")).isEqualTo("en");
		assertThat(Jsoup.parse(english.body()).select("header .menu a").eachAttr("href"))
			.allMatch((href) -> href.startsWith("/en/"));
		HttpResponse<String> pdf = get("/about/prospectus.pdf");
		assertThat(pdf.statusCode()).isEqualTo(503);
		assertThat(pdf.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
		assertThat(Jsoup.parse(pdf.body()).selectFirst("h1").text()).isEqualTo("暂时无法显示");
		for (String path : new String[] { "/feed.xml", "/llms.txt", "/index.md", "/schools/ai.md",
				"/en/schools/ai.md" }) {
			HttpResponse<String> program = get(path);
			assertThat(program.statusCode()).as(path).isEqualTo(503);
			assertThat(program.headers().firstValue("Retry-After")).hasValue("30");
		}
		for (String path : new String[] { "/robots.txt", "/favicon.ico", "/site.webmanifest" }) {
			assertThat(get(path).statusCode()).as(path).isEqualTo(200);
		}
		for (String path : new String[] { "/staff", "/staff/sign-in", "/staff/account" }) {
			HttpResponse<String> staff = send("GET", path, "Cookie", "SESSION=" + "A".repeat(36));
			assertThat(staff.statusCode()).as(path).isEqualTo(503);
			assertThat(staff.headers().firstValue("Retry-After")).hasValue("30");
			assertThat(staff.headers().allValues("Cache-Control")).containsExactly("private, no-store");
			assertThat(Jsoup.parse(staff.body()).selectFirst("h1").text()).isEqualTo("后台暂时不能用");
			assertThat(Jsoup.parse(staff.body()).text()).contains("数据库没有应答").doesNotContain("Exception", "JDBC");
		}
		HttpResponse<String> kept = post("/staff/content/1/edit", "lead_zh=%E4%B8%80%E5%8F%A5&lead_zh=b&_csrf=old");
		assertThat(kept.statusCode()).isEqualTo(503);
		assertThat(kept.headers().firstValue("Retry-After")).hasValue("30");
		assertThat(kept.headers().allValues("Cache-Control")).containsExactly("private, no-store");
		Document again = Jsoup.parse(kept.body());
		assertThat(again.selectFirst("h1").text()).isEqualTo("后台暂时不能用，填的内容都还在");
		assertThat(again.select("main form").eachAttr("action")).containsExactly("/staff/content/1/edit");
		assertThat(again.select("input[name=lead_zh]").eachAttr("value")).containsExactly("一句", "b");
		assertThat(again.select("input[name=_csrf]").eachAttr("value")).containsExactly("old");
		assertThat(again.select("main button").text()).isEqualTo("再试一次");
		HttpResponse<String> signIn = post("/staff/sign-in",
				"name=a&password=secret&held=/staff/content/1/edit&held.lead_zh=b");
		assertThat(Jsoup.parse(signIn.body()).select("input[name=lead_zh]").eachAttr("value")).containsExactly("b");
		assertThat(signIn.body()).doesNotContain("secret");
		// Something may have stood there once
		HttpResponse<String> unknown = get("/nowhere");
		assertThat(unknown.statusCode()).isEqualTo(503);
		assertThat(unknown.headers().firstValue("Retry-After")).hasValue("30");
		assertThat(get("/livez").statusCode()).isEqualTo(200);
		assertThat(get("/readyz").statusCode()).isEqualTo(200);
		server = start(server.getPort());
		Instant deadline = Instant.now().plusSeconds(20);
		while (get("/honours").statusCode() != 200) {
			assertThat(Instant.now()).isBefore(deadline);
		}
		assertThat(get("/staff/sign-in").statusCode()).isEqualTo(200);
		HttpResponse<String> later = post("/staff/content/1/edit", "lead_zh=b&_csrf=old");
		assertThat(later.statusCode()).isEqualTo(403);
		assertThat(Jsoup.parse(later.body()).select("input[name=held.lead_zh]").eachAttr("value")).containsExactly("b");
	}

	@Test
	void aCopyOfTheSiteIsNotToBeFound() throws IOException {
		for (String path : new String[] { "/", "/en/schools/ai", "/nowhere", "/honours?level=x", "/css/site.css",
				"/img/icon.svg", "/feed.xml", "/schools/ai.md", "/robots.txt", "/favicon.ico", "/livez",
				"/schools/ai/" }) {
			assertThat(get(path).headers().allValues("X-Robots-Tag")).as(path).containsExactly("noindex");
		}
		assertThat(rawAnswer("/%zz")).contains("X-Robots-Tag: noindex");
		assertThat(get("/staff/sign-in").headers().allValues("X-Robots-Tag")).containsExactly("noindex, nofollow");
		for (String path : new String[] { "/sitemap.xml", "/sitemap-1.xml", "/sitemap-baidu.xml" }) {
			assertThat(get(path).statusCode()).as(path).isEqualTo(404);
		}
		HttpResponse<String> robots = get("/robots.txt");
		assertThat(robots.statusCode()).isEqualTo(200);
		assertThat(robots.body()).doesNotContain("Sitemap:");
	}

	private HttpResponse<String> post(String path, String form) {
		return send("POST", path, BodyPublishers.ofString(form), "Content-Type", "application/x-www-form-urlencoded");
	}

	private static EmbeddedPostgres start(int port) throws IOException {
		return EmbeddedPostgres.builder()
			.setOverrideWorkingDirectory(Path.of("target/postgres-bin").toAbsolutePath().toFile())
			.setDataDirectory(data)
			.setCleanDataDirectory(false)
			.setLocaleConfig("locale", "C")
			.setServerConfig("unix_socket_directories", "")
			.setPort(port)
			.start();
	}

}
