package edu.wenzhou.site.prospectus;

import java.util.List;

import edu.wenzhou.site.WebTest;
import jakarta.persistence.EntityManagerFactory;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** The prospectus holds everything, and is read once for each state of the content. */
class ProspectusTests extends WebTest {

	private static final String PATH = "/about/prospectus";

	private static final String ENGLISH = "/en" + PATH;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private EntityManagerFactory factory;

	@Test
	void theAboutPagesLeadToIt() {
		assertThat(page("/about").select(".more a[href=" + PATH + "]")).hasSize(1);
		assertThat(page("/about/history").select(".side a[href=" + PATH + "]")).hasSize(1);
		assertThat(page(PATH).select(".side [aria-current=page]").eachAttr("href")).containsExactly(PATH);
		assertThat(page(ENGLISH).select(".side [aria-current=page]").eachAttr("href")).containsExactly(ENGLISH);
	}

	@Test
	void itHoldsEveryRecordInBothLanguages() {
		holdsEveryRecord(PATH, "zh");
		holdsEveryRecord(ENGLISH, "en");
	}

	private void holdsEveryRecord(String path, String language) {
		Element main = page(path).selectFirst("main");
		String text = main.text();
		String words = words(main);
		List<String> names = this.jdbc
			.sql("""
					select name_zh from college_profile union all select title_zh from profile_section
					union all select coalesce(reach_zh, title_zh) from history_event
					union all select name_zh from predecessor
					union all select label_zh from fact
					union all select name_zh from campus union all select name_zh from school
					union all select other_names_zh from school where other_names_zh is not null
					union all select title_zh from honour union all select name_zh from partnership""".replace("_zh",
					"_" + language))
			.query(String.class)
			.list();
		assertThat(names).hasSizeGreaterThan(140).allSatisfy((name) -> assertThat(text).contains(name));
		String prefix = path.substring(0, path.indexOf(PATH));
		List<String> figures = page(prefix + "/about/figures").select(".data .value").eachText();
		assertThat(figures).isNotEmpty().allSatisfy((figure) -> assertThat(text).contains(figure));
		assertThat(page(prefix + "/about/history").select(".firsts > li")).hasSizeGreaterThan(9)
			.allSatisfy((first) -> assertThat(words).contains(words(first)));
		List<Element> details = page(prefix + "/honours").select(".what > small");
		assertThat(details).isNotEmpty().allSatisfy((detail) -> assertThat(words).contains(words(detail)));
	}

	@Test
	void itHoldsTheTextOfEverySection() {
		String text = words(page(PATH).selectFirst("main"));
		List<String> paths = page("/about").select(".lines h3 > a").eachAttr("href");
		assertThat(paths).hasSize(5);
		for (String path : paths) {
			assertThat(text).as(path).contains(words(page(path).selectFirst(".prose")));
		}
	}

	@Test
	void theContentsListEveryChapter() {
		for (String path : List.of(PATH, ENGLISH)) {
			Document page = page(path);
			List<Element> chapters = page.select("main > .sec > .sec-head > h2");
			assertThat(page.select(".toc a").eachAttr("href")).hasSize(13)
				.containsExactlyElementsOf(chapters.stream().map((chapter) -> "#" + chapter.id()).toList());
			assertThat(page.select(".toc a").eachText())
				.containsExactlyElementsOf(chapters.stream().map(Element::text).toList());
		}
	}

	@Test
	void everyRecordIsMarkedAndEveryNoteIsASentenceOfTheSource() {
		Document page = page(PATH);
		List<Element> records = page.select("main .data tbody tr, main .lines > li, main .source-line");
		assertThat(records).hasSizeGreaterThan(130)
			.allSatisfy((record) -> assertThat(record.select(".src a")).isNotEmpty());
		List<Element> notes = page.select(".note-list > li");
		assertThat(notes).hasSizeGreaterThan(20);
		List<String> sentences = page("/sources").select(".sentence > .quote").eachText();
		for (Element note : notes) {
			String words = note.selectFirst("blockquote").text();
			assertThat(sentences.stream().map(ProspectusTests::fullWidth)).as(words)
				.anyMatch((sentence) -> sentence.contains(words));
			assertThat(note.selectFirst("a").attr("href")).startsWith("/sources#");
		}
		assertThat(page.select(".note-list ins").eachText()).containsExactly("就业", "就业", "就业");
		for (Element mark : page.select("main .src a")) {
			assertThat(page.selectFirst(mark.attr("href") + " > .note-no").text()).isEqualTo(mark.text());
		}
		Element students = page.select(".data tr:contains(全日制在校生)").first();
		assertThat(page.selectFirst(students.selectFirst(".src a").attr("href")).text()).contains("全日制在校生12000余人");
	}

	@Test
	void whatIsDoubtfulSaysSoHereToo() {
		Document page = page(PATH);
		assertThat(page.selectFirst("main").text()).contains("两处不一致 另有一处作“校园面积 1200亩”", "原文有字被遮去，本页据文意补出，尚待学校核实。");
		assertThat(page.select(".src.is-conflicting, .src.is-to_confirm")).hasSizeGreaterThan(1);
	}

	@Test
	void itShowsItsAddressAsTextAndAsQrCode() {
		for (String path : List.of(PATH, ENGLISH)) {
			Document page = page(path);
			assertThat(page.selectFirst(".own-address b").text()).isEqualTo(BASE_URL + path);
			Element code = page.selectFirst("svg.qr");
			assertThat(code.attr("aria-hidden")).isEqualTo("true");
			assertThat(code.attr("width")).isEqualTo(code.attr("height")).isEqualTo("148");
			QrSymbol expected = QrSymbol.of(BASE_URL + path);
			assertThat(code.attr("viewBox")).isEqualTo("0 0 %1$d %1$d".formatted(expected.size()));
			assertThat(code.select("path").last().attr("d")).isEqualTo(expected.path());
		}
	}

	@Test
	void aVisitorCostsOneStatementAndAChangeIsReadAtOnce() {
		page(PATH);
		assertThat(statements()).isEqualTo(1);
		this.jdbc.sql("update school set lead_zh = '样例一句。' where slug = 'ai'").update();
		try {
			assertThat(statements()).as("the first after a change, see ADR 6").isEqualTo(11);
			assertThat(page(PATH).select("[aria-labelledby=schools] li:contains(人工智能学院)").text()).contains("样例一句。");
			assertThat(statements()).isEqualTo(1);
		}
		finally {
			this.jdbc.sql("update school set lead_zh = null where slug = 'ai'").update();
		}
		assertThat(page(PATH).text()).doesNotContain("样例一句。");
	}

	@Test
	void theGenerationFollowsEveryContentTable(@Autowired ContentGeneration generation) {
		String before = generation.current();
		assertThat(generation.current()).isEqualTo(before);
		this.jdbc.sql("update honour_source set position = position + 100 where position = 0").update();
		assertThat(generation.current()).isNotEqualTo(before);
		this.jdbc.sql("update honour_source set position = position - 100 where position = 100").update();
		assertThat(generation.current()).isEqualTo(before);
		assertThat(ContentGeneration.TABLES)
			// Notices come and go, and pictures belong to the texts they stand in
			.as("every table is content, notices, media and those of the back office, of searches and of the migrations apart")
			.containsExactlyInAnyOrderElementsOf(this.jdbc
				.sql("""
						select table_name from information_schema.tables where table_schema = 'public'
						and table_type = 'BASE TABLE' and table_name <> 'flyway_schema_history'
						and table_name !~ '_picture$'
						and table_name !~ '^(audit_event|staff_.*|one_time_link|sign_in_failure|spring_session.*)$'
						and table_name !~ '^(content_.*|review.*|former_path|preview_link|edit_presence|site_generation)$'
						and table_name !~ '^(notice|media|publication|push_|search|table_import)|^(redirect|missed_address|watched_word|opinion|attachment_text)$'""")
				.query(String.class)
				.list());
	}

	private long statements() {
		Statistics statistics = this.factory.unwrap(SessionFactory.class).getStatistics();
		statistics.clear();
		get(PATH);
		return statistics.getPrepareStatementCount();
	}

	/** As notes are set. */
	private static String fullWidth(String text) {
		return text.replace(',', '，').replace(';', '；').replace("(", "（").replace(")", "）");
	}

	/** Without marks, whose numbers depend on the page. */
	private static String words(Element element) {
		Element words = element.clone();
		words.select(".src").remove();
		return words.text().replaceAll("\\s", "");
	}

}
