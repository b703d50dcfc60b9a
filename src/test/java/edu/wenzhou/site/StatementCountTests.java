package edu.wenzhou.site;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import edu.wenzhou.site.media.TestUses.PublicFile;
import edu.wenzhou.site.media.TestUses;
import jakarta.persistence.EntityManagerFactory;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.data.repository.Repository;
import org.springframework.http.server.PathContainer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * No page takes more than seven SQL statements, however many rows there are. What all
 * pages are made of is read by the first one of a generation: such a page takes eight at
 * most, and the front page ten.
 */
class StatementCountTests extends WebTest {

	private static final int MOST = 7;

	private static final int MOST_OF_THE_FIRST = 8;

	/**
	 * One a subject: college, figures, campuses, schools, honours, partnerships, notices,
	 * the schools that the college was made of; the date, and the generation.
	 */
	private static final int MOST_OF_THE_FIRST_FRONT_PAGE = 10;

	/** No page links to them, or not all of them. */
	private static final List<String> FOR_PROGRAMS = List.of("/sitemap.xml", "/sitemap-1.xml", "/sitemap-baidu.xml",
			"/sitemap-baidu-1.xml", "/feed.xml", "/feed/event.xml", "/feed.json", "/feed/event.json", "/llms.txt",
			"/en/llms.txt");

	@Autowired
	@Qualifier("requestMappingHandlerMapping")
	private RequestMappingHandlerMapping mappings;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private TestUses media;

	@Autowired
	private EntityManagerFactory entityManagers;

	@Autowired
	private ApplicationContext context;

	/** So that there is one between two others. */
	@BeforeEach
	void threeNotices() {
		notices(3);
	}

	@AfterEach
	void noNotices() {
		this.jdbc.sql("delete from notice where slug like 'many-%'").update();
		Generation.raise(this.jdbc);
	}

	/**
	 * Made when it is first asked for, a repository tells only then what it cannot do.
	 */
	@Test
	void everyRepositoryCanBeMade() {
		assertThat(this.context.getBeansOfType(Repository.class)).hasSizeGreaterThan(5);
	}

	/**
	 * Of a filter that is always on Hibernate asks its value, and translates every query
	 * anew.
	 */
	@Test
	void nothingKeepsHibernateFromRememberingHowItTranslatedAQuery() {
		SessionFactory factory = this.entityManagers.unwrap(SessionFactory.class);
		assertThat(factory.getDefinedFilterNames()).isEmpty();
	}

	@Test
	void noPageTakesMoreStatementsThanItMay() {
		Set<String> paths = new LinkedHashSet<>(Crawl.of(this::get).answers().keySet());
		// Where the machine has no font, no link leads there
		paths.add("/about/prospectus.pdf");
		// Only a script asks there
		paths.add("/search/suggest");
		paths.add(picture("/campuses"));
		PublicFile file = this.media.publicFile();
		paths.add("/media/" + file.sha256() + "/" + file.name());
		paths.addAll(FOR_PROGRAMS);
		afresh(paths).forEach((path, count) -> assertThat(count).as(path)
			.isLessThanOrEqualTo(path.matches("/(en)?") ? MOST_OF_THE_FIRST_FRONT_PAGE : MOST_OF_THE_FIRST));
		paths.forEach(this::get);
		Map<String, Integer> counts = counts(paths);
		counts.forEach((path, count) -> assertThat(count).as(path).isLessThanOrEqualTo(MOST));
		// The generation
		assertThat(counts).containsEntry("/", 1)
			.containsEntry("/about", 1)
			.containsEntry("/schools", 1)
			.containsEntry("/notices", 1);
		Map<String, Integer> texts = counts(List.of("/index.md", "/about/figures.md", "/en/schools/ai.md"));
		assertThat(texts).containsEntry("/index.md", counts.get("/") + 1)
			.containsEntry("/about/figures.md", counts.get("/about/figures") + 1)
			.containsEntry("/en/schools/ai.md", counts.get("/en/schools/ai") + 1);
		assertThat(counts(List.of("/robots.txt", "/favicon.ico", "/site.webmanifest")).values()).containsOnly(0);
		assertThat(counts.get("/")).as("the count counts").isPositive();
		assertThat(counts.get("/en")).isEqualTo(counts.get("/"));
		assertThat(unvisited(paths)).as("routes that were not measured").isEmpty();
	}

	/** The address of the picture that goes with a page. */
	private String picture(String path) {
		return page(path).select("meta[property=og:image]").attr("content").substring(BASE_URL.length());
	}

	@Test
	void aPictureIsMadeFromItsPageAndThenKept() {
		String picture = picture("/schools/ai");
		get(picture);
		assertThat(counts(List.of(picture)).get(picture)).as("whether the page is there, and the generation")
			.isEqualTo(2);
	}

	@Test
	void filtersAndErrorPagesTakeNoMore() {
		Map<String, Integer> counts = counts(List.of("/honours?level=national", "/honours?level=none&category=service",
				"/partnerships?kind=programme", "/partnerships?region=italy", "/en/partnerships?region=italy",
				"/en/nowhere", "/honours?level=galactic", "/nowhere", "/schools/nowhere",
				"/partnerships/footwear-college", "/notices?year=2025", "/notices?year=2025&category=event",
				"/notices?page=2", "/notices?page=x", "/notices?year=1", "/notices/nowhere",
				"/search?q=%E5%AD%A6%E9%99%A2", "/search?q=%E5%AD%A6%E9%99%A2&kind=school", "/search?q=rgzn",
				"/search?q=qqqq", "/en/search?q=marxsm",
				"/search?q=%E4%BA%BA%E5%B7%A5%E5%8F%AA%E8%83%BD%E5%AD%A6%E9%99%A2", "/search?q=%21",
				"/search/suggest?q=%E5%AD%A6", "/search?q=" + "a+".repeat(31)));
		assertThat(counts.values()).as(counts.toString()).allMatch((count) -> count <= MOST);
	}

	/** Only whoever finds nothing is asked for elsewhere, at two statements more. */
	@Test
	void movesCostNothingWhereThereIsAPage() {
		for (String path : List.of("/", "/schools/ai", "/en/honours", "/notices/many-2", "/about/figures.csv")) {
			assertThat(statements(() -> assertThat(get(path).statusCode()).isEqualTo(200))).as(path)
				.noneMatch((statement) -> statement.contains("redirect") || statement.contains("former_path"));
		}
		Map<String, Integer> lost = counts(List.of("/nowhere", "/en/nowhere", "/info/1023/4567.htm", "/nowhere/"));
		assertThat(lost.get("/nowhere")).as("what the layout shows, and two").isLessThanOrEqualTo(3);
		assertThat(lost.values()).as("and whether another spelling is a page").allMatch((count) -> count <= 4);
	}

	@Test
	void moreRowsTakeNoMoreStatements() {
		List<String> paths = List.of("/", "/honours", "/partnerships", "/about/figures", "/about/overview",
				"/schools/ai", "/en", "/en/honours", "/en/about/figures", "/notices", "/notices?year=2025",
				"/notices?category=event", "/notices/many-2", "/en/notices/many-2", "/sitemap.xml", "/feed.xml",
				"/feed/event.json", "/llms.txt");
		Map<String, Integer> before = afresh(paths);
		this.jdbc.sql("""
				insert into source_sentence (source_document_id, start_offset, end_offset, content)
				select d.id, 100000 + n, 100001 + n, '样' from source_document d, generate_series(1, 300) n""").update();
		this.jdbc.sql("""
				insert into source_quote
				(source_document_id, source_sentence_id, start_offset, end_offset, quote, anchor)
				select source_document_id, id, start_offset, end_offset, '样', 'many-' || (start_offset - 100000)
				from source_sentence where start_offset > 100000""").update();
		this.jdbc.sql("""
				insert into fact (code, position, label_zh, value_zh, qualifier, fact_group, state)
				select 'many-' || n, 1000 + n, '样例' || n, '1', 'EXACT', 'SCALE', 'CONFIRMED'
				from generate_series(1, 300) n""").update();
		quoteMany("fact", "code");
		this.jdbc.sql("""
				insert into honour (slug, position, title_zh, category, level, count_fact_id)
				select 'many-' || n, 1000 + n, '样例' || n, 'SERVICE', 'NATIONAL', f.id
				from generate_series(1, 300) n join fact f on f.code = 'many-' || n""").update();
		quoteMany("honour", "slug");
		this.jdbc.sql("""
				insert into partnership (slug, position, name_zh, kind, count_fact_id)
				select 'many-' || n, 1000 + n, '样例' || n, 'PLATFORM', f.id
				from generate_series(1, 300) n join fact f on f.code = 'many-' || n""").update();
		quoteMany("partnership", "slug");
		this.jdbc.sql("""
				insert into partnership_region (partnership_id, region_id, position)
				select p.id, r.id, r.position - 1 from partnership p, region r where p.slug like 'many-%'""").update();
		this.jdbc.sql("delete from notice where slug like 'many-%'").update();
		Generation.raise(this.jdbc);
		notices(10_000);
		try {
			assertThat(page("/notices").select(".result").text()).isEqualTo("共10000条");
			assertThat(page("/honours").select("#many-300")).hasSize(1);
			assertThat(afresh(paths)).isEqualTo(before);
		}
		finally {
			for (String table : List.of("partnership", "honour", "fact")) {
				String key = table.equals("fact") ? "code" : "slug";
				this.jdbc.sql("delete from " + table + " where " + key + " like 'many-%'").update();
			}
			this.jdbc.sql("delete from source_quote where anchor like 'many-%'").update();
			this.jdbc.sql("delete from source_sentence where start_offset > 100000").update();
		}
	}

	private void notices(int number) {
		this.jdbc
			.sql("""
					insert into notice (slug, category, title_zh, body_zh, published_on)
					select 'many-' || n, 'EVENT', '样例' || n, '<p>样</p>', timestamptz '2025-05-01 09:00+08' - n * interval '6 hours'
					from generate_series(1, :number) n""")
			.param("number", number)
			.update();
		Generation.raise(this.jdbc);
	}

	/** Gives each of the many rows the one of the many passages that has its name. */
	private void quoteMany(String table, String key) {
		this.jdbc
			.sql("insert into %1$s_source (%1$s_id, source_quote_id, position) select t.id, q.id, 0 from %1$s t "
				.formatted(table) + "join source_quote q on q.anchor = t." + key)
			.update();
	}

	/** Those of pages that are the first of their generation. */
	private Map<String, Integer> afresh(Iterable<String> paths) {
		Map<String, Integer> counts = new LinkedHashMap<>();
		for (String path : paths) {
			Generation.raise(this.jdbc);
			counts.putAll(counts(List.of(path)));
		}
		return counts;
	}

	private Map<String, Integer> counts(Iterable<String> paths) {
		Map<String, Integer> counts = new LinkedHashMap<>();
		for (String path : paths) {
			counts.put(path, statements(() -> assertThat(get(path).statusCode()).as(path).isLessThan(500)).size());
		}
		return counts;
	}

	/** Patterns of our own controllers that none of the paths matches. */
	private List<String> unvisited(Set<String> paths) {
		List<String> unvisited = new ArrayList<>();
		this.mappings.getHandlerMethods().forEach((mapping, method) -> {
			if (!method.getBeanType().getPackageName().startsWith("edu.wenzhou")
					|| method.getBeanType().getSimpleName().equals("ErrorPageController")) {
				return;
			}
			for (PathPattern pattern : mapping.getPathPatternsCondition().getPatterns()) {
				// A preview is what a page would be, and for those who were sent its link
				boolean publicPage = !pattern.getPatternString().matches("/(staff|preview)(/.*)?");
				if (publicPage && paths.stream().noneMatch((path) -> pattern.matches(PathContainer.parsePath(path)))) {
					unvisited.add(pattern.getPatternString());
				}
			}
		});
		return unvisited;
	}

}
