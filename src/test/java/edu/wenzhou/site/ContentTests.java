package edu.wenzhou.site;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import edu.wenzhou.site.fact.Figure;
import edu.wenzhou.site.fact.FigureBook;
import edu.wenzhou.site.fact.Figures;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** What the pages say is what the source says: all of it, and nothing else. */
class ContentTests extends WebTest {

	private static final Path SOURCE = Path.of("seeds/source/college-profile.txt");

	private static final List<String> SECTIONS = List.of("overview", "philosophy", "education", "industry",
			"international");

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Figures figures;

	/**
	 * The about pages together are the five paragraphs of the source, word for word:
	 * punctuation, headings and the 和 before a list's last item apart.
	 */
	@Test
	void theSectionsAreTheSourceWordForWord() throws IOException {
		StringBuilder pages = new StringBuilder();
		for (String section : SECTIONS) {
			Document page = page("/about/" + section);
			page.select(".src").remove();
			Element body = page.selectFirst(".prose");
			body.select("h2, h3").remove();
			pages.append(page.selectFirst(".lead").text()).append(body.text());
		}
		assertThat(words(pages.toString())).isEqualTo(words(restored(paragraphs())));
	}

	@Test
	void leadsDetailsAndTextsAreTheSourcesOwnWords() throws IOException {
		String source = words(restored(Files.readString(SOURCE)));
		List<String> texts = new ArrayList<>();
		for (String path : List.of("/honours", "/partnerships", "/about/history",
				"/partnerships/enterprise-service-platform", "/partnerships/growing-with-companies-abroad")) {
			Document page = page(path);
			page.select(".src").remove();
			texts.addAll(page.select(".what > small:not(.state), .tl-p, .firsts > li > span, .page-h .lead, .prose p")
				.stream()
				.filter((element) -> !element.text().startsWith("温州职业技术学院的"))
				.map(Element::text)
				.toList());
		}
		assertThat(texts).hasSizeGreaterThan(40);
		for (String text : texts) {
			for (String clause : text.replaceFirst("^(授予单位|合作方)：", "").split("[，。；：、“”（）]")) {
				assertThat(source).as(text).contains(words(clause));
			}
		}
	}

	@Test
	void aTextHoldsNoNumberThatIsAFigure() {
		List<String> texts = this.jdbc.sql("""
				select lead_zh || body_zh from profile_section
				union all select coalesce(lead_zh, '') || coalesce(body_zh, '') from partnership
				union all select text_zh from history_event union all select summary_zh from college_profile
				union all select coalesce(detail_zh, '') from honour""").query(String.class).list();
		for (String text : texts) {
			assertThat(text.replaceAll("\\[\\[(§\\d|[a-z0-9-]+)]]|</?h2>|50强|500强|“5G\\+”|1\\+X", ""))
				.doesNotContainPattern("\\d");
		}
	}

	@Test
	void everyFigureReadsAsInItsSentence() {
		for (Element row : page("/about/figures").select(".data tbody tr")) {
			String figure = row.selectFirst(".num .value").text();
			List<String> quotes = this.jdbc.sql("""
					select q.quote from fact f join fact_source s on s.fact_id = f.id
					join source_quote q on q.id = s.source_quote_id where f.code = ? order by s.position""")
				.param(row.id())
				.query(String.class)
				.list();
			assertThat(quotes).as(row.id()).isNotEmpty();
			assertThat(words(quotes.get(0))).as(row.id()).contains(words(figure));
			Element period = row.selectFirst("th > small.per");
			if (period != null && !period.text().startsWith("另有")) {
				assertThat(words(quotes.get(0))).as(row.id()).contains(words(period.text().replace("每年", "年")));
			}
		}
	}

	/** Most pages ask for it. */
	@Test
	void figuresArePutIntoWordsOnceUntilTheSiteChanges() {
		FigureBook book = this.figures.in(Locale.SIMPLIFIED_CHINESE);
		assertThat(this.figures.in(Locale.SIMPLIFIED_CHINESE)).isSameAs(book);
		assertThat(this.figures.in(Locale.ENGLISH).get("students").text()).isNotEqualTo(book.get("students").text());
		Generation.raise(this.jdbc);
		assertThat(this.figures.in(Locale.SIMPLIFIED_CHINESE)).isNotSameAs(book);
	}

	@Test
	void everyFigureReadsInEnglish() {
		FigureBook figures = this.figures.in(Locale.ENGLISH);
		assertThat(Stream
			.of("roots-year", "students", "staff", "land-area", "campuses", "employment-rate", "patents-rank",
					"service-funding", "investment", "partner-companies", "platform-beneficiaries")
			.map((code) -> figures.get(code).text().replace('\u00a0', ' '))).containsExactly("1965",
					"more than 12,000 students", "nearly 900 staff", "over 1,100 mu", "5 campuses", "over 98%", "first",
					"over 200 million yuan", "more than 1 billion yuan", "more than 1,000 companies",
					"several million times");
		assertThat(figures.get("patents-rank").period().replace('\u00a0', ' ')).isEqualTo("for 3 years in a row");
		assertThat(figures.get("students").number()).isEqualTo(12000);
		assertThat(figures.all()).extracting(Figure::text)
			.allMatch((text) -> text.matches("((nearly|over|more than)\u00a0)?"
					+ "([1-9][0-9,]*( [mb]illion)?|first|several million)(%|\u00a0[a-z ]+)?"));
	}

	/**
	 * No number of the source is without a figure, but for names and the lines that are
	 * left out.
	 */
	@Test
	void everyNumberOfTheSourceIsAFigure() throws IOException {
		StringBuilder text = new StringBuilder(Files.readString(SOURCE));
		this.jdbc
			.sql("select start_offset, end_offset from source_quote q join fact_source s on s.source_quote_id = q.id "
					+ "union select start_offset, end_offset from source_omission")
			.query((row) -> {
				for (int i = row.getInt(1); i < row.getInt(2); i++) {
					text.setCharAt(i, '#');
				}
			});
		String source = text.toString();
		source = source.replaceAll("50强|长三角|“5G\\+”|唯一一所|四年制|一、二等奖|一等奖|第一所|第一批|第一完成单位|“三个第一”|“五个一批”|“一带一路”"
				+ "|四方联动|四级|“五育并举”|“四养融通”|一流|近五年|500强", "");
		assertThat(source).doesNotContainPattern(".{0,8}[\\d一二三四五六七八九十].{0,8}");
	}

	@Test
	void thereAreAsManyRecordsAsTheSourceHolds() {
		assertThat(page("/about/figures").select(".data tbody tr")).hasSizeGreaterThanOrEqualTo(43);
		assertThat(page("/honours").select(".hon .lines > li")).hasSize(49);
		assertThat(page("/partnerships").select(".hon .lines > li")).hasSize(28);
		assertThat(page("/schools").select(".plates > li")).hasSize(10);
		assertThat(page("/campuses").select(".strata > li")).hasSize(5);
		assertThat(page("/about/history").select(".streams-box li")).hasSize(4);
		assertThat(page("/about/history").select(".tl > li")).hasSize(2);
		assertThat(page("/about/history").select(".firsts > li")).hasSize(11);
	}

	@Test
	void theFiguresAreThereAsATableForSpreadsheets() {
		HttpResponse<String> answer = get("/about/figures.csv");
		assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8");
		List<String> lines = answer.body().lines().toList();
		assertThat(lines).hasSize(44);
		assertThat(lines.get(0)).isEqualTo(
				"\uFEFF\"code\",\"label\",\"period\",\"before\",\"value\",\"after\",\"unit\",\"state\",\"source\",\"qualifier\",\"group\",\"as_of\",\"quote\",\"document\"");
		assertThat(lines).anyMatch((line) -> line.startsWith(
				"\"employment-rate\",\"毕业生就业率\",\"连续16年\",\"超\",\"98\",\"\",\"%\",\"TO_CONFIRM\",\"college-profile-"));
	}

	@Test
	void whatIsDoubtfulSaysSo() {
		Document page = page("/about/figures");
		assertThat(page.selectFirst("#land-area").text()).contains("超1100余亩", "两处不一致", "另有一处作“校园面积 1200亩”");
		assertThat(page.selectFirst("#employment-rate").text()).contains("毕业生就业率", "连续16年", "超98%", "待核实");
		assertThat(page.selectFirst("#students .state")).isNull();
		assertThat(page("/about/education").selectFirst(".notice").text()).contains("待核实", "补出");
		assertThat(page("/about/overview").selectFirst(".notice")).isNull();
	}

	@Test
	void contactDetailsAppearOnceStaffFillThemIn() {
		assertThat(page("/").select("footer .contact, footer .records")).isEmpty();
		this.jdbc.sql("update college_profile set address_zh = '样例路1号', icp_number = '样例备案号'").update();
		Generation.raise(this.jdbc);
		try {
			assertThat(page("/schools/ai").selectFirst("footer .contact").text()).isEqualTo("地址 样例路1号");
			assertThat(page("/schools/ai").selectFirst("footer .records").text()).isEqualTo("样例备案号");
		}
		finally {
			this.jdbc.sql("update college_profile set address_zh = null, icp_number = null").update();
			Generation.raise(this.jdbc);
		}
	}

	private static String paragraphs() throws IOException {
		String source = Files.readString(SOURCE);
		return source.substring(source.indexOf("学校介绍") + "学校介绍".length());
	}

	private static String restored(String source) {
		return source.replace("**", "就业");
	}

	/** Letters and digits only; 五个 and 三年, which stand as figures, in digits. */
	private static String words(String text) {
		StringBuilder words = new StringBuilder();
		Arrays.stream(text.replace("五个校区", "5个校区").replace("三年蝉联", "3年蝉联").split(""))
			.filter((character) -> character.codePoints().allMatch(Character::isLetterOrDigit))
			.forEach(words::append);
		return words.toString().replace("和", "");
	}

}
