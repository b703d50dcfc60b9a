package edu.wenzhou.site.profile;

import java.util.ArrayList;
import java.util.List;

import edu.wenzhou.site.Generation;
import edu.wenzhou.site.WebTest;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** The history page follows what is in the tables, whatever staff make of it. */
class HistoryPageTests extends WebTest {

	/** In the order in which they can be filled. */
	private static final List<String> TABLES = List.of("history_event", "history_event_source", "predecessor",
			"predecessor_source");

	@Autowired
	private JdbcClient jdbc;

	@BeforeEach
	void keep() {
		TABLES.forEach(
				(table) -> this.jdbc.sql("create table kept_%1$s as select * from %1$s".formatted(table)).update());
	}

	@AfterEach
	void putBack() {
		this.jdbc.sql("with gone as (delete from predecessor) delete from history_event").update();
		TABLES.forEach((table) -> {
			this.jdbc.sql("insert into %1$s overriding system value select * from kept_%1$s".formatted(table)).update();
			this.jdbc.sql("drop table kept_" + table).update();
		});
		Generation.raise(this.jdbc);
	}

	@Test
	void whatHasAYearStandsOnTheRuler() {
		Document page = page("/about/history");
		assertThat(page.select(".tl-y b").eachText()).containsExactly("1965", "1999");
		assertThat(flags(page)).containsExactly("2 1965 34 1999 11");
		assertThat(page.selectFirst("figcaption").text()).contains("1999年以后");
		assertThat(page.select(".streams-box li > span > span").eachText()).containsExactly("温州机械工业学校", "温州商业学校",
				"温州经济学校", "温州业余科技大学");
		assertThat(page.selectFirst("svg.streams path.s").attr("d")).isEqualTo("m360 246h110");
		assertThat(page.selectFirst(".streams-now").text()).isEqualTo("温州职业技术学院");
	}

	@Test
	void whatHasALengthIsDrawnToTheSameScaleWithItsQualifiers() {
		Document page = page("/about/history");
		List<Element> lengths = page.select(".lengths > li");
		assertThat(lengths).extracting((length) -> length.selectFirst(".length-t").text())
			.containsExactly("连续16年", "近五年", "连续3年", "多年");
		assertThat(lengths).extracting((length) -> ticks(length.selectFirst("svg"))).containsExactly(16, 5, 3, 0);
		assertThat(page.select("svg.years, svg.streams, .lengths svg").eachAttr("width")).containsOnly("470");
		assertThat(lengths.get(0).text()).contains("毕业生就业率 超98%", "待核实");
		assertThat(lengths.get(1).text()).contains("100余项", "16项", "超2亿元", "50000余家").doesNotContain("待核实");
		assertThat(lengths.get(3).selectFirst("path").className()).isEqualTo("d");
		Document english = page("/en/about/history");
		assertThat(english.select(".length-t").eachText().stream().map((text) -> text.replace('\u00a0', ' ')))
			.containsExactly("for 16 years in a row", "in the past five years", "for 3 years in a row",
					"for many years");
		assertThat(english.select(".lengths > li")).extracting((length) -> ticks(length.selectFirst("svg")))
			.containsExactly(16, 5, 3, 0);
	}

	@Test
	void aFirstReadsOnFromItsReach() {
		Document page = page("/about/history");
		page.select(".src").remove();
		assertThat(page.select(".firsts > li").eachText()).contains("全国首个 运营企业综合服务平台的高校", "浙江省首批 四年制高职教育人才培养试点院校")
			.doesNotHaveDuplicates();
		assertThat(page("/en/about/history").selectFirst("#first-service-platform").text())
			.startsWith("First higher education institution in China to operate a comprehensive enterprise");
		assertThat(page("/sources").select("a[href='/about/history#first-silk-road-college']").text())
			.contains("海外丝路学院");
	}

	@Test
	void headingsSkipNoLevel() {
		for (String path : List.of("/about/history", "/en/about/history")) {
			int level = 0;
			for (Element heading : page(path).select("h1, h2, h3, h4")) {
				int next = heading.tagName().charAt(1) - '0';
				assertThat(next).as(heading.text()).isLessThanOrEqualTo(level + 1);
				level = next;
			}
		}
	}

	@Test
	void eventsThatStaffAddAppearInTheirYears() {
		add("later", 2019);
		add("between", 1984);
		Document page = page("/about/history");
		assertThat(page.select(".tl-y b").eachText()).containsExactly("1965", "1984", "1999", "2019");
		assertThat(flags(page)).hasSize(4).last().isEqualTo("56 2019 17");
		assertThat(page.selectFirst("figcaption").text()).contains("2019年以后");
		// The one line begins in 1999 and runs on; the schools still join there
		assertThat(page.selectFirst("svg.streams path.s").attr("d")).isEqualTo("m360 246h370");
		assertThat(page.selectFirst("svg.streams path.a").attr("d")).isEqualTo("m360 246h.1");
	}

	@Test
	void theRulerFollowsTheFigure() {
		this.jdbc.sql("update fact set value_zh = '1958' where code = 'roots-year'").update();
		Generation.raise(this.jdbc);
		try {
			assertThat(flags(page("/about/history"))).containsExactly("2 1958 41 1999 13");
		}
		finally {
			this.jdbc.sql("update fact set value_zh = '1965' where code = 'roots-year'").update();
			Generation.raise(this.jdbc);
		}
	}

	@Test
	void aYearThatIsNoneHasNoPlaceOnTheRuler() {
		this.jdbc.sql("update fact set value_zh = '六十年代' where code = 'roots-year'").update();
		Generation.raise(this.jdbc);
		try {
			Document page = page("/about/history");
			assertThat(page.select(".tl-y b").eachText()).containsExactly("1999", "六十年代");
			assertThat(flags(page)).containsExactly("2 1989 10 1999 5");
		}
		finally {
			this.jdbc.sql("update fact set value_zh = '1965' where code = 'roots-year'").update();
			Generation.raise(this.jdbc);
		}
	}

	@Test
	void aPageWithOneEventIsWhole() {
		this.jdbc.sql("with gone as (delete from predecessor) delete from history_event where slug <> 'roots'")
			.update();
		Generation.raise(this.jdbc);
		Document page = page("/about/history");
		assertThat(flags(page)).containsExactly("2 1955 10 1965 5");
		assertThat(page.select(".streams-box, .streams-now, #firsts")).isEmpty();
		assertThat(page.selectFirst("figcaption").text()).doesNotContain("前身学校：");
		assertThat(page.select(".lengths > li")).hasSize(4);
	}

	@Test
	void aPageWithoutAnyEventIsWhole() {
		this.jdbc.sql("with gone as (delete from predecessor) delete from history_event").update();
		Generation.raise(this.jdbc);
		Document page = page("/about/history");
		assertThat(page.select(".side a")).isNotEmpty();
		assertThat(page.selectFirst("#dated + .note").text()).isNotEmpty();
		assertThat(page.select(".tl, figure, #firsts")).isEmpty();
		assertThat(page.select(".lengths > li")).hasSize(4);
		assertThat(page.text()).doesNotContain("上面的标尺");
	}

	@Test
	void anEventHasAYearOrAReach() {
		for (String change : List.of("set year = 1965 where slug = 'roots'",
				"set year_fact_id = null where slug = 'roots'", "set reach_zh = '首个' where slug = 'roots'",
				"set reach_en = 'First' where slug = 'roots'")) {
			assertThat(refused("update history_event " + change)).as(change).isTrue();
		}
	}

	private boolean refused(String sql) {
		try {
			this.jdbc.sql(sql).update();
			return false;
		}
		catch (DataIntegrityViolationException ex) {
			return true;
		}
	}

	private void add(String slug, int year) {
		this.jdbc.sql("""
				insert into history_event (slug, position, year, title_zh, text_zh)
				values (?, 99, ?, '样例', '样例。')""").params(slug, year).update();
		this.jdbc.sql("""
				insert into history_event_source (history_event_id, source_quote_id, position)
				select e.id, (select min(id) from source_quote), 0 from history_event e where e.slug = ?""")
			.param(slug)
			.update();
		Generation.raise(this.jdbc);
	}

	/**
	 * Each row above the ruler: the years between in small numbers, the years written in
	 * large ones.
	 */
	private static List<String> flags(Document page) {
		List<String> rows = new ArrayList<>();
		for (Element row : page.select(".years-box > p:not(.years-now)")) {
			List<String> pieces = new ArrayList<>();
			int gap = 0;
			for (Element piece : row.children()) {
				if (piece.tagName().equals("i")) {
					gap += Integer.parseInt(piece.className().substring(1));
				}
				else {
					pieces.add(gap + " " + piece.text());
					gap = 0;
				}
			}
			rows.add(String.join(" ", pieces) + " " + gap);
		}
		return rows;
	}

	/** The upright strokes of a length. */
	private static int ticks(Element svg) {
		return svg.select("path.l").attr("d").split("v-", -1).length - 1;
	}

}
