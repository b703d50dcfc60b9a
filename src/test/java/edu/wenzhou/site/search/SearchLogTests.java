package edu.wenzhou.site.search;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

import edu.wenzhou.site.staff.Person;
import edu.wenzhou.site.staff.Role;
import edu.wenzhou.site.staff.Scope;
import edu.wenzhou.site.staff.StaffTest;
import edu.wenzhou.site.web.Language;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

class SearchLogTests extends StaffTest {

	private static final String PATH = "/staff/search/misses";

	@Autowired
	private SearchLog log;

	/** What other tests looked for in vain. */
	@BeforeEach
	@AfterEach
	void nothing() {
		this.log.write();
		this.jdbc.sql("delete from search_miss").update();
		this.jdbc.sql("delete from search_synonym where changed_by <> ''").update();
		this.jdbc.sql("delete from search_best_bet").update();
	}

	@Test
	void staffReadHowOftenAndWhenButNothingElse() {
		this.log.foundNothing("学生宿舍", Language.CHINESE);
		this.log.foundNothing("　学生宿舍 ", Language.CHINESE);
		this.log.foundNothing("Dormitory", Language.ENGLISH);
		this.log.foundNothing("13812345678", Language.CHINESE);
		this.log.write();
		this.jdbc
			.sql("update search_miss set first_on = '2026-01-02', last_on = '2026-01-02' where language = 'CHINESE'")
			.update();
		this.log.foundNothing("学生宿舍", Language.CHINESE);
		this.log.write();
		LocalDate today = LocalDate.now(SearchTimes.ZONE);
		Document page = signedIn(person(new Scope(Role.EDITOR, null, null))).page(PATH);
		assertThat(page.select(".desk li").eachText()).containsExactly("学生宿舍 3 次2026-01-02 至 " + today,
				"dormitory英文 1 次" + today);
		assertThat(page.selectFirst(".desk [lang=en]").text()).isEqualTo("dormitory");
		assertThat(page.select(".desk a, .desk form")).as("not theirs to settle").isEmpty();
		assertThat(this.jdbc.sql("""
				select string_agg(column_name, ' ' order by column_name) from information_schema.columns
				where table_name = 'search_miss'""").query(String.class).single())
			.isEqualTo("done_at done_by first_on id language last_on number query");
	}

	@Test
	void aSearchThatFindsNothingIsCountedAndNoOther() {
		for (String path : List.of("/search?q=鸬鹚渡口", "/search?q=鸬鹚渡口&kind=school", "/en/search?q=Zzyzx",
				"/search?q=人工智能学院", "/search?q=13812345678", "/search?q=!!", "/search", "/search/suggest?q=鸬鹚渡口")) {
			assertThat(get(path).statusCode()).as(path).isEqualTo(200);
		}
		this.log.write();
		assertThat(this.jdbc.sql("select language || ' ' || query || ' ' || number from search_miss order by 1")
			.query(String.class)
			.list()).containsExactly("CHINESE 鸬鹚渡口 1", "ENGLISH zzyzx 1");
	}

	@Test
	void eachIsSettledInOneClick() {
		Person keeper = person(new Scope(Role.APPROVER, null, null));
		Visitor visitor = signedIn(keeper);
		for (String query : List.of("寝室", "学费", "asdf & <b>")) {
			this.log.foundNothing(query, Language.CHINESE);
		}
		this.log.write();
		Element sum = visitor.page("/staff").selectFirst(".s-sums a[href=" + PATH + "]");
		assertThat(sum.text()).isEqualTo("3搜不到的词");
		String form = row(visitor, "寝室").selectFirst("a[href*=synonyms]").attr("href");
		assertThat(visitor.page(form).selectFirst("#words").wholeText()).isEqualTo("寝室");
		assertThat(visitor.submit(form, "/staff/search/synonyms/new", "words", "寝室\n宿舍").statusCode()).isEqualTo(302);
		assertThat(row(visitor, "寝室")).isNull();

		form = row(visitor, "学费").selectFirst("a[href*=best-bets]").attr("href");
		assertThat(visitor.page(form).selectFirst("#query").val()).isEqualTo("学费");
		assertThat(visitor.submit(form, "/staff/search/best-bets/new", "pages", "/about").statusCode()).isEqualTo(302);
		assertThat(row(visitor, "学费")).isNull();

		Element other = row(visitor, "asdf b").selectFirst("form");
		HttpResponse<String> answer = visitor.submit(other);
		assertThat(answer.headers().firstValue("Location")).contains(PATH + "?done=done");
		assertThat(visitor.page(PATH).select("main").text()).contains("现在没有搜不到的词。");
		this.log.foundNothing("asdf & <b>", Language.CHINESE);
		this.log.foundNothing("寝室", Language.CHINESE);
		this.log.write();
		assertThat(visitor.page(PATH).select(".desk li h2").eachText())
			.as("the synonym did not help, the other is settled")
			.containsExactly("寝室");
		Document done = visitor.page(PATH + "?state=done");
		assertThat(done.select(".desk li").text()).contains("asdf b 2 次", keeper.displayName());
		assertThat(visitor.submit(done.selectFirst(".desk form")).statusCode()).isEqualTo(302);
		assertThat(row(visitor, "asdf b")).isNotNull();
		assertThat(deeds(keeper)).containsExactly("miss.reopen DONE", "miss.done DONE", "best-bet.add DONE",
				"synonym.add DONE", "session.sign-in DONE");
	}

	@Test
	void theTableStaysSmallAndKeepsWhatIsWantedMost() {
		LocalDate today = LocalDate.now(SearchTimes.ZONE);
		this.jdbc
			.sql("""
					insert into search_miss (query, language, number, first_on, last_on)
					select '旧词' || n, 'CHINESE', case when n <= 10 then 1 else 2 end, :day, :day from generate_series(1, :most) n""")
			.param("day", today.minusDays(3))
			.param("most", SearchLog.MOST)
			.update();
		this.jdbc.sql("update search_miss set first_on = :old, last_on = :old, number = 900 where query = '旧词1000'")
			.param("old", today.minusDays(400))
			.update();
		IntStream.range(0, 5000).forEach((n) -> this.log.foundNothing("新词" + n, Language.CHINESE));
		this.log.write();
		assertThat(count("true")).isEqualTo(SearchLog.MOST);
		assertThat(count("query like '旧词%' and number = 2")).as("wanted twice").isEqualTo(989);
		assertThat(count("query = '旧词1000'")).as("not wanted for a year").isZero();
		assertThat(count("query like '旧词%' and number = 1")).as("the oldest of the rarest").isZero();
		assertThat(count("query like '新词%'")).isEqualTo(11);
	}

	@Test
	void aSearchNeitherWaitsNorFailsBecauseOfThis() {
		List<String> statements = statements(() -> this.log.foundNothing("宿舍", Language.CHINESE));
		assertThat(statements).isEmpty();
		this.jdbc.sql("alter table search_miss rename to search_miss_away").update();
		try {
			assertThatCode(this.log::write).doesNotThrowAnyException();
		}
		finally {
			this.jdbc.sql("alter table search_miss_away rename to search_miss").update();
		}
		long start = System.nanoTime();
		this.log.foundNothing("学 ".repeat(50_000), Language.CHINESE);
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
	}

	private int count(String condition) {
		return this.jdbc.sql("select count(*) from search_miss where " + condition).query(Integer.class).single();
	}

	/** Null where it is not there. */
	private static Element row(Visitor visitor, String query) {
		return visitor.page(PATH)
			.select(".desk li")
			.stream()
			.filter((row) -> row.selectFirst("h2 span").text().equals(query))
			.findAny()
			.orElse(null);
	}

}
