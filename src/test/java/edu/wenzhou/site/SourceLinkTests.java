package edu.wenzhou.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** From every record by its mark to the note, from there to the source text, and back. */
class SourceLinkTests extends WebTest {

	@Autowired
	private JdbcClient jdbc;

	@Test
	void everyFigureLeadsToItsSentenceAndBack() {
		thereAndBack("/about/figures", ".data tbody tr", "/about/figures#");
	}

	@Test
	void everyHonourLeadsToItsSentenceAndBack() {
		thereAndBack("/honours", ".hon .lines > li", "/honours#");
	}

	@Test
	void everyPartnershipLeadsToItsSentenceAndBack() {
		thereAndBack("/partnerships", ".hon .lines > li", "/partnerships");
	}

	@Test
	void everyPredecessorLeadsToItsSentenceAndBack() {
		thereAndBack("/about/history", ".streams-box li", "/about/history#");
	}

	@Test
	void everyEventLeadsToItsSentenceAndBack() {
		thereAndBack("/about/history", ".tl > li", "/about/history#");
		thereAndBack("/about/history", ".firsts > li", "/about/history#");
	}

	@Test
	void schoolsCampusesAndSectionsLeadToTheirSentencesAndBack() {
		Document sources = page("/sources");
		List<String> paths = new ArrayList<>();
		paths.addAll(page("/schools").select(".plates a").eachAttr("href"));
		paths.addAll(page("/campuses").select(".strata a").eachAttr("href"));
		paths.addAll(page("/about").select(".lines h3 > a").eachAttr("href"));
		paths.add("/about");
		assertThat(paths).hasSize(21);
		for (String path : paths) {
			Document page = page(path);
			List<Element> marks = page.select("h1 .src a, .lead .src a, .prose .src a, .facts .src a");
			assertThat(marks).as(path).isNotEmpty();
			assertThat(marks).as(path)
				.allSatisfy((mark) -> assertThat(sentence(page, mark, sources).select("a").eachAttr("href"))
					.contains(path));
		}
	}

	@Test
	void everyMarkHasItsNoteAndEveryNoteItsMarks() {
		for (String path : List.of("/", "/about", "/about/overview", "/about/education", "/about/industry", "/honours",
				"/partnerships", "/schools/ai", "/campuses/ouhai", "/about/history")) {
			Document page = page(path);
			List<Element> marks = page.select("main .src a");
			assertThat(marks).as(path).isNotEmpty();
			for (Element mark : marks) {
				Element note = page.getElementById(mark.attr("href").substring(1));
				assertThat(note).as(path + ": " + mark).isNotNull();
				assertThat(note.selectFirst(".note-no").text()).isEqualTo(mark.text());
				assertThat(mark.attr("aria-label")).startsWith(mark.text() + "，出处");
			}
			for (Element note : page.select(".note-list > li")) {
				assertThat(note.selectFirst("blockquote").text()).as(path).isNotBlank();
				assertThat(note.select(".note-back a")).as(path + ": " + note.id()).isNotEmpty();
				assertThat(note.select(".note-back a"))
					.allSatisfy((back) -> assertThat(page.getElementById(back.attr("href").substring(1))).isNotNull());
			}
		}
	}

	@Test
	void everyParagraphOfASectionHasAMark() {
		for (String path : page("/about").select(".lines h3 > a").eachAttr("href")) {
			Document page = page(path);
			for (Element block : page.select(".page-h .lead, .prose > p, .prose > ul > li:last-child")) {
				boolean listFollows = block.nextElementSibling() != null && block.nextElementSibling().is("ul");
				boolean sentenceGoesOn = block.is("li") && block.parent().nextElementSibling() != null
						&& block.parent().nextElementSibling().is("p");
				if (!listFollows && !sentenceGoesOn) {
					assertThat(block.select(".src a")).as(path + ": " + block.text()).isNotEmpty();
				}
			}
			assertThat(page.select(".source-line")).as(path).isEmpty();
		}
	}

	@Test
	void everyFieldOfTheProfileHasItsOwnMark() {
		Document page = page("/about");
		assertThat(page.select(".facts dd")).hasSize(9)
			.allSatisfy((field) -> assertThat(field.select(".src a")).as(field.text()).hasSize(1));
		Element level = page.selectFirst(".facts div:has(dt:contains(层次)) .src a");
		assertThat(page.select(level.attr("href")).select("blockquote").text()).isEqualTo("层次 专科");
		Element kind = page.selectFirst(".facts div:has(dt:contains(类型))");
		assertThat(page.select(".note-back a[href=#" + kind.selectFirst(".src a").id() + "]")).hasSize(2);
	}

	@Test
	void figuresOfOneSentenceInOneClauseShareAMark() {
		Document page = page("/about/education");
		Element shared = page.selectFirst(".prose p:contains(荣获国家教学成果奖)");
		assertThat(shared.select(".nb")).hasSize(5);
		assertThat(shared.select(".src a")).hasSize(1);
		assertThat(shared.select(".nb:last-of-type .src a")).hasSize(1);
		String id = shared.selectFirst(".src a").id();
		assertThat(page.select(".note-back a[href=#" + id + "]").eachText()).contains("国家教学成果奖一、二等奖", "国家1+X证书制度试点");
		// What is doubtful keeps a mark of its own
		Element size = page("/about/overview").selectFirst(".prose p:contains(校园总占地)");
		assertThat(size.select(".src").eachAttr("class")).containsExactly("src is-confirmed", "src is-conflicting",
				"src is-confirmed");
		assertThat(size.select(".nb")).hasSize(4);
	}

	@Test
	void whatRestsOnNothingIsShownWithoutAMark() {
		Map<Integer, String> fields = this.jdbc.sql(
				"select position, field from college_profile_source where field in ('motto', 'model_practice', 'summary')")
			.query((row, number) -> Map.entry(row.getInt(1), row.getString(2)))
			.list()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
		assertThat(fields).hasSize(4);
		fields.keySet().forEach((position) -> moveSource(position, "level"));
		renumber("§1", "§9");
		try {
			assertThat(page("/").select(".hero .lead").text()).endsWith("“温州模式”。");
			assertThat(page("/schools/ai").select(".verbatim .src")).isEmpty();
			assertThat(page("/about").select(".facts div:has(dt:contains(校训)) .src")).isEmpty();
			assertThat(page("/about/philosophy").selectFirst(".prose p:contains(温州模式)").text()).endsWith("“温州模式”。");
		}
		finally {
			renumber("§9", "§1");
			fields.forEach(this::moveSource);
		}
	}

	private void renumber(String from, String to) {
		this.jdbc.sql("update profile_section set body_zh = replace(body_zh, ?, ?) where slug = 'philosophy'")
			.params(from, to)
			.update();
		Generation.raise(this.jdbc);
	}

	@Test
	void aRowHasItsMarkOnce() {
		assertThat(page("/honours").select(".hon .lines > li:contains(连续3年) .src a")).hasSize(1);
		assertThat(page("/partnerships").select("#joint-programmes .src a")).hasSize(1);
		assertThat(page("/partnerships").select("#enterprise-service-platform .src a")).hasSize(2);
	}

	@Test
	void everythingThatTheFrontPageClaimsHasAMark() {
		Document page = page("/");
		assertThat(page.select(".lines > li, .gauge-row, .hero .lead, .hero-o, #model + p"))
			.hasSizeGreaterThanOrEqualTo(12)
			.allSatisfy((claim) -> assertThat(claim.select(".src a")).as(claim.text()).isNotEmpty());
		assertThat(page.select(".fig"))
			.allSatisfy((figure) -> assertThat(figure.select(".slip-more a[href^=#n]")).as(figure.text()).hasSize(1));
		assertThat(page.select(".mode li")).hasSize(3);
		assertThat(page.selectFirst(".mode li").text()).isEqualTo("区域有什么支柱产业，就建设什么专业");
	}

	@Test
	void aKeyFigureOpensOnItsSentence() {
		Element figure = page("/").selectFirst(".fig:has(.fig-label:contains(在编教职工))");
		assertThat(figure.selectFirst(".slip-q").text()).startsWith("学校现有高教园区校区");
		assertThat(figure.selectFirst(".slip-q mark").text()).isEqualTo("在编教职工近900人");
		assertThat(figure.selectFirst(".slip-loc").text()).isEqualTo("学校介绍 第2段");
		assertThat(page("/").selectFirst(".fig:has(.fig-label:contains(校园总占地))").text()).contains("两处不一致", "校园面积 1200亩",
				"基本信息");
	}

	@Test
	void theTitleBlockCountsWhatThePageShows() {
		Document page = page("/about/education");
		List<String> counts = page.select(".titleblock dd").eachText();
		int figures = page.select("main .nb").size();
		int others = (int) page.select("main .src").stream().filter((mark) -> !mark.parent().is(".nb")).count();
		assertThat(figures).isPositive();
		assertThat(counts.get(3)).isEqualTo(String.valueOf(figures + others));
		assertThat(counts.get(4)).isEqualTo(String.valueOf(page.select(".note-list > li").size()));
		assertThat(counts.get(5)).isEqualTo("3");
	}

	@Test
	void theSourceStandsWholeWithRestoredWordsAndReasons() {
		Document sources = page("/sources");
		assertThat(sources.text()).contains("学校坚持以生为本、立德树人,秉承", "促进就业的办学方向", "建校时间 1999年", "基本信息",
				"此行未采用：收录学校介绍的目录没有填写学生人数");
		assertThat(sources.select(".sentence > .quote ins").eachText()).containsExactly("就业", "就业", "就业");
		assertThat(sources.select(".omitted")).hasSize(5);
		assertThat(sources.select(".sentence > .quote mark").eachText()).contains("在编教职工近900人");
	}

	private void moveSource(int position, String field) {
		this.jdbc.sql("update college_profile_source set field = ? where position = ?")
			.params(field, position)
			.update();
		Generation.raise(this.jdbc);
	}

	private void thereAndBack(String path, String records, String back) {
		Document page = page(path);
		Document sources = page("/sources");
		List<Element> rows = page.select(records);
		assertThat(rows).isNotEmpty();
		for (Element row : rows) {
			Element mark = row.selectFirst(".src a");
			assertThat(mark).as(row.id()).isNotNull();
			assertThat(sentence(page, mark, sources).select("a").eachAttr("href")).as(row.id())
				.anyMatch((href) -> href.startsWith(back) && href.endsWith(row.id()));
		}
	}

	/** The sentence of the source text to which a mark leads, by its note. */
	private static Element sentence(Document page, Element mark, Document sources) {
		Element note = page.getElementById(mark.attr("href").substring(1));
		assertThat(note).as(mark.toString()).isNotNull();
		String place = note.selectFirst(".note-loc a").attr("href");
		assertThat(place).startsWith("/sources#");
		return sources.getElementById(place.substring("/sources#".length())).closest(".sentence");
	}

}
