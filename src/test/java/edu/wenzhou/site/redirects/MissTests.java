package edu.wenzhou.site.redirects;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import edu.wenzhou.site.staff.Person;
import edu.wenzhou.site.staff.StaffTest;
import edu.wenzhou.site.web.Address;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.dao.QueryTimeoutException;

import static org.assertj.core.api.Assertions.assertThat;

/** What visitors did not find is counted, within limits, and answered by people. */
@TestInstance(Lifecycle.PER_CLASS)
class MissTests extends StaffTest {

	private static final String LIST = "/staff/redirects/missing";

	@Autowired
	private MissCounter counter;

	@Autowired
	private Misses misses;

	@Autowired
	private Clock clock;

	private Person keeper;

	private Visitor staff;

	@BeforeAll
	void aKeeper() {
		this.keeper = administrator();
		this.staff = signedIn(this.keeper);
	}

	@BeforeEach
	@AfterEach
	void nothingMissed() {
		this.counter.write();
		this.jdbc.sql("delete from missed_address").update();
		this.jdbc.sql("delete from redirect").update();
		// What other tests missed in this minute is not held against these
		ReflectionTestUtils.setField(this.counter, "minute", Instant.EPOCH);
	}

	@Test
	void anAddressIsCountedAndNothingOfTheVisitor() {
		HttpResponse<String> answer = send("GET", "/Old/Page.htm?name=x", "Referer", BASE_URL + "/en/schools/ai?q=1",
				"User-Agent", "agent-of-the-visitor", "X-Forwarded-For", "192.0.2.77");
		assertThat(answer.statusCode()).isEqualTo(404);
		get("/old/page.htm/");
		send("GET", "/other", "Referer", "https://other.example/secret");
		for (String path : List.of("/staff/nowhere", "/preview/0123456789", "/wp-login.php", "/x.php", "/.env",
				"/.git/config", "/phpmyadmin/", "/a/" + "b".repeat(300), "/schools/ai", "/Schools/", "/nowhere.bak",
				"/notices?page=99", "/en/notices?category=event&page=2", "/search?q=x&page=9")) {
			get(path);
		}
		send("POST", "/posted");
		this.counter.write();
		assertThat(this.jdbc.sql("select path from missed_address order by path").query(String.class).list())
			.containsExactly("/old/page.htm", "/other");
		Map<String, Object> row = this.jdbc.sql("select * from missed_address where path = '/old/page.htm'")
			.query()
			.singleRow();
		assertThat(row).containsEntry("number", 2L).containsEntry("referrer", "/en/schools/ai");
		assertThat(row.toString()).doesNotContain("192.0.2.77", "agent-of", "name=x");
		assertThat(this.jdbc.sql("select referrer from missed_address where path = '/other'")
			.query((found, number) -> String.valueOf(found.getString(1)))
			.single()).isEqualTo("null");
		get("/old/page.htm");
		this.counter.write();
		assertThat(this.misses.find("", false, null, Map.of()).misses()).extracting(Miss::number)
			.containsExactly(3L, 1L);
	}

	/** Neither memory nor table grow with what anybody asks for. */
	@Test
	void aFloodIsCountedWithinItsLimits() {
		MissCounter node = new MissCounter(this.misses, this.clock);
		for (int round = 0; round < 3; round++) {
			for (int i = 0; i < 10_000; i++) {
				node.missed(Address.of("/flood/" + round + "/" + i).orElseThrow(), null);
			}
			for (int i = 0; i < 50; i++) {
				// Among the first thousand, and asked for again
				node.missed(Address.of("/flood/" + round + "/7").orElseThrow(), null);
			}
			node.write();
		}
		assertThat(this.jdbc.sql("select count(*) from missed_address").query(Integer.class).single())
			.isEqualTo(MissCounter.NEW_A_MINUTE);
		assertThat(
				this.jdbc.sql("select number from missed_address where path = '/flood/0/7'").query(Long.class).single())
			.isEqualTo(51);
		this.jdbc.sql("""
				insert into missed_address (path, number, first_on, last_on)
				select '/many/' || n, 2, current_date, current_date from generate_series(1, 6000) n""").update();
		node.missed(Address.of("/flood/0/7").orElseThrow(), null);
		node.write();
		assertThat(this.jdbc.sql("select count(*) from missed_address").query(Integer.class).single())
			.isEqualTo(Misses.MOST);
		assertThat(this.jdbc.sql("select count(*) from missed_address where number > 50 or path like '/many/%'")
			.query(Integer.class)
			.single()).as("those asked for least often go first").isEqualTo(Misses.MOST);
	}

	@Test
	void whatNobodyAskedForInAYearIsForgotten() {
		missed("/long-ago", 9, "current_date - 400");
		missed("/lately", 1, "current_date - 300");
		get("/now");
		this.counter.write();
		assertThat(this.jdbc.sql("select path from missed_address order by path").query(String.class).list())
			.containsExactly("/lately", "/now");
	}

	@ParameterizedTest
	@CsvSource({ "/school/ai, /schools/ai", "/schols/ai.html, /schools/ai", "/en/school/ai, /en/schools/ai",
			"/xy/人工智能学院.htm, /schools/ai", "/honors, /honours", "/campus/lucheng, /campuses/lucheng",
			"/about/figure, /about/figures", "/en/departments/artificial-intelligence.php, /en/schools/ai",
			"/en/ouhai_campus, /en/campuses/ouhai" })
	void theLikelyPageIsOffered(String path, String target) {
		missed(path, 3, "current_date");
		Element row = this.staff.page(LIST).selectFirst(".desk li");
		assertThat(row.select("input[name=target]").attr("value")).isEqualTo(target);
		HttpResponse<String> answer = this.staff.submit(row.selectFirst("form[action=/staff/redirects/new]"));
		assertThat(answer.headers().firstValue("Location")).hasValue(LIST + "?done=added");
		assertThat(this.staff.page(LIST + "?done=added").text()).contains("已增加跳转", "没有找不到的网址");
		assertThat(get(path.replace("人工智能学院", "%E4%BA%BA%E5%B7%A5%E6%99%BA%E8%83%BD%E5%AD%A6%E9%99%A2")).headers()
			.firstValue("Location")).hasValue(target);
	}

	@ParameterizedTest
	@CsvSource({ "/info/1023/4567.htm", "/qqqqqqqqqqqq", "/zzzzz/1" })
	void nothingIsOfferedForWhatIsLikeNothing(String path) {
		missed(path, 3, "current_date");
		Document page = this.staff.page(LIST);
		assertThat(page.select("input[name=target]")).isEmpty();
		assertThat(page.select(".desk a").attr("href")).isEqualTo("/staff/redirects/new?source=" + path);
	}

	@Test
	void whatNeedNotBeSeenIsPutOutOfSightAndBack() {
		missed("/not-ours", 3, "current_date");
		missed("/ours", 2, "current_date");
		Document page = this.staff.page(LIST);
		assertThat(page.select(".desk h2").eachText()).containsExactly("/not-ours", "/ours");
		this.staff.submit(page.selectFirst("form[action$=/ignore]"));
		assertThat(this.staff.page(LIST).select(".desk h2").eachText()).containsExactly("/ours");
		get("/not-ours");
		this.counter.write();
		Document ignored = this.staff.page(LIST + "?state=ignored");
		assertThat(ignored.select(".desk li").text()).contains("/not-ours", "4 次");
		this.staff.submit(ignored.selectFirst("form[action$=/back]"));
		assertThat(this.staff.page(LIST + "?q=NOT-").select(".desk h2").eachText()).containsExactly("/not-ours");
		assertThat(deeds(this.keeper)).startsWith("missing.bring-back DONE", "missing.ignore DONE");
	}

	@Test
	void theDatabaseMayBeAwayMeanwhile() {
		Misses broken = new Misses(null, null, this.clock) {

			@Override
			public int count(Map<String, MissCounter.Count> counts, int most) {
				throw new QueryTimeoutException("away");
			}

		};
		MissCounter node = new MissCounter(broken, this.clock);
		node.missed(Address.of("/kept").orElseThrow(), "/schools");
		node.write();
		node.missed(Address.of("/kept").orElseThrow(), null);
		assertThat(node).extracting("counts").isEqualTo(Map.of("/kept", new MissCounter.Count(2, "/schools")));
	}

	private void missed(String path, int number, String day) {
		this.jdbc
			.sql("insert into missed_address (path, number, first_on, last_on) values (?, ?, %1$s, %1$s)"
				.formatted(day))
			.params(path, number)
			.update();
	}

}
