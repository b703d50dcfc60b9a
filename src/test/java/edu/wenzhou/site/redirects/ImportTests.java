package edu.wenzhou.site.redirects;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import edu.wenzhou.site.staff.Person;
import edu.wenzhou.site.staff.StaffTest;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

/** A list of redirects is looked at first and then done, all of it or nothing. */
@TestInstance(Lifecycle.PER_CLASS)
class ImportTests extends StaffTest {

	private static final String IMPORT = "/staff/redirects/import";

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
	void eachLineSaysWhatItWouldDoAndAllIsDoneTogether() {
		there("/two", "/campuses");
		there("/same", "/schools/ai");
		HttpResponse<String> preview = previewed("""
				旧网址,新网址
				/one.htm,/schools/ai

				"/two",/Schools/
				/same\t/schools/ai
				/a%2Cb?x=1，/en/schools/ai,
				/four,/one.htm
				""");
		assertThat(preview.statusCode()).isEqualTo(200);
		Document page = Jsoup.parse(preview.body());
		assertThat(page.select(".desk h3").eachText()).containsExactly("第 2 行增加", "第 4 行修改", "第 5 行已经有了", "第 6 行增加",
				"第 7 行增加");
		assertThat(page.select(".desk li:eq(1)").text()).contains("/two", "转到 /schools", "原来转到 /campuses");
		assertThat(redirects()).isEqualTo(Map.of("/two", "/campuses", "/same", "/schools/ai"));
		HttpResponse<String> answer = this.staff.submit(confirmation(page));
		assertThat(answer.headers().firstValue("Location")).hasValue("/staff/redirects?done=imported");
		assertThat(redirects()).isEqualTo(Map.of("/one.htm", "/schools/ai", "/two", "/schools", "/same", "/schools/ai",
				"/a,b?x=1", "/en/schools/ai", "/four", "/schools/ai"));
		assertThat(deeds(this.keeper)).startsWith("redirect.add DONE", "redirect.add DONE", "redirect.change DONE",
				"redirect.add DONE");
		assertThat(get("/four").headers().firstValue("Location")).hasValue("/schools/ai");
	}

	@Test
	void oneWrongLineHoldsUpAll() {
		HttpResponse<String> preview = previewed("""
				/fine,/schools/ai
				/only-one
				/a,/b,/c
				/schools,/campuses
				/x,/nowhere
				/fine/,/schools/design
				/y,/z
				/z,/y
				/w,https://other.example/
				""");
		assertThat(preview.statusCode()).isEqualTo(422);
		Document page = Jsoup.parse(preview.body());
		assertThat(page.select(".desk .err").eachText()).containsExactly("每行要有两个网址，中间用逗号隔开", "每行要有两个网址，中间用逗号隔开",
				"这个网址现在能打开，不能让它转到别处", "新网址现在打不开", "第 1 行已经有这个旧网址了", "这样会转回旧网址自己", "这样会转回旧网址自己",
				"新网址是别的网站的；只能转到本站的网址，从“/”开始");
		assertThat(page.select("form[action=" + IMPORT + "/apply]")).isEmpty();
		assertThat(page.selectFirst("#lines").wholeText()).contains("/only-one");
		// Not even by hand
		HttpResponse<String> forced = this.staff.post(IMPORT + "/apply", "_csrf", this.staff.token(), "lines",
				"/fine,/schools/ai\n/x,/nowhere", "plan", "x");
		assertThat(forced.statusCode()).isEqualTo(409);
		assertThat(redirects()).isEmpty();
	}

	@Test
	void whatChangedSinceIsLookedAtAgain() {
		Document page = Jsoup.parse(previewed("/one,/schools/ai\n/two,/campuses").body());
		there("/two", "/schools");
		HttpResponse<String> answer = this.staff.submit(confirmation(page));
		assertThat(answer.statusCode()).isEqualTo(409);
		Document again = Jsoup.parse(answer.body());
		assertThat(again.select(".errsum").text()).contains("看过以后，有人改动了");
		assertThat(again.select(".desk h3").eachText()).containsExactly("第 1 行增加", "第 2 行修改");
		assertThat(redirects()).isEqualTo(Map.of("/two", "/schools"));
		assertThat(this.staff.submit(confirmation(again)).statusCode()).isEqualTo(302);
		assertThat(redirects()).isEqualTo(Map.of("/one", "/schools/ai", "/two", "/campuses"));
	}

	@Test
	void aFileMayComeFromASpreadsheet() {
		String text = "旧网址,新网址\r\n\"/新闻,1.htm\",/schools/ai\r\n";
		for (byte[] file : List.of(text.getBytes(StandardCharsets.UTF_8),
				("\ufeff" + text).getBytes(StandardCharsets.UTF_8), text.getBytes(Charset.forName("GB18030")))) {
			Document page = Jsoup.parse(uploaded(file).body());
			assertThat(page.select(".desk li").text()).contains("第 2 行", "增加", "/新闻,1.htm", "转到 /schools/ai");
		}
		assertThat(uploaded(new byte[600_000]).statusCode()).isEqualTo(422);
	}

	@Test
	void nothingAndTooMuchAreRefused() {
		assertThat(previewed(" \n\n").body()).contains("请填写至少一行");
		String many = IntStream.rangeClosed(1, 1001)
			.mapToObj((n) -> "/o/" + n + ",/")
			.collect(Collectors.joining("\n"));
		HttpResponse<String> answer = previewed(many);
		assertThat(answer.statusCode()).isEqualTo(422);
		assertThat(answer.body()).contains("一次最多 1000 行", "/o/1001,/");
	}

	@Test
	void aThousandLinesAreDoneInAShortWhile() {
		String many = IntStream.rangeClosed(1, 1000)
			.mapToObj((n) -> "/o/" + n + ".htm,/schools/ai")
			.collect(Collectors.joining("\n"));
		Document page = Jsoup.parse(previewed(many).body());
		assertThat(this.staff.submit(confirmation(page)).statusCode()).isEqualTo(302);
		assertThat(redirects()).hasSize(1000);
	}

	private static Element confirmation(Document page) {
		return page.selectFirst("form[action=" + IMPORT + "/apply]");
	}

	private HttpResponse<String> previewed(String lines) {
		return this.staff.submit(IMPORT, IMPORT, "lines", lines);
	}

	private HttpResponse<String> uploaded(byte[] file) {
		ByteArrayOutputStream body = new ByteArrayOutputStream();
		body.writeBytes(("--b\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + this.staff.token()
				+ "\r\n--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"list.csv\"\r\n\r\n")
			.getBytes(StandardCharsets.UTF_8));
		body.writeBytes(file);
		body.writeBytes("\r\n--b--\r\n".getBytes(StandardCharsets.UTF_8));
		String cookies = this.staff.cookies()
			.entrySet()
			.stream()
			.map((cookie) -> cookie.getKey() + "=" + cookie.getValue())
			.collect(Collectors.joining("; "));
		return send("POST", IMPORT, BodyPublishers.ofByteArray(body.toByteArray()), "Cookie", cookies, "Content-Type",
				"multipart/form-data; boundary=b");
	}

	private void there(String source, String target) {
		this.jdbc.sql("insert into redirect (source, target, changed_at, changed_by) values (?, ?, now(), '样例')")
			.params(source, target)
			.update();
	}

	private Map<String, String> redirects() {
		return this.jdbc.sql("select source, target from redirect")
			.query((row, number) -> Map.entry(row.getString("source"), row.getString("target")))
			.list()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
	}

}
