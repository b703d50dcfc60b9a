package edu.wenzhou.site;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.persistence.EntityManagerFactory;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.server.PathContainer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

import static org.assertj.core.api.Assertions.assertThat;

/** No page takes more than six SQL statements, however many rows there are. */
class StatementCountTests extends WebTest {

	private static final int MOST = 6;

	@Autowired
	private EntityManagerFactory factory;

	@Autowired
	@Qualifier("requestMappingHandlerMapping")
	private RequestMappingHandlerMapping mappings;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void noPageTakesMoreThanSixStatements() {
		Set<String> paths = Crawl.of(this::get).pages().keySet();
		Map<String, Long> counts = counts(paths);
		assertThat(counts.values()).as(counts.toString()).allMatch((count) -> count <= MOST);
		assertThat(counts.get("/")).as("the count counts").isPositive();
		assertThat(unvisited(paths)).as("routes that were not measured").isEmpty();
	}

	@Test
	void filtersAndErrorPagesTakeNoMore() {
		Map<String, Long> counts = counts(List.of("/honours?level=national", "/honours?level=none&category=service",
				"/partnerships?kind=programme", "/partnerships?region=italy", "/honours?level=galactic", "/nowhere",
				"/schools/nowhere", "/partnerships/footwear-college"));
		assertThat(counts.values()).as(counts.toString()).allMatch((count) -> count <= MOST);
	}

	@Test
	void moreRowsTakeNoMoreStatements() {
		Map<String, Long> before = counts(List.of("/", "/honours", "/partnerships", "/schools", "/sources"));
		this.jdbc.sql("""
				insert into honour (slug, position, title_zh, category, level, count_fact_id)
				select 'many-' || n, 1000 + n, '样例' || n, 'SERVICE', 'NATIONAL', (select min(id) from fact)
				from generate_series(1, 300) n""").update();
		this.jdbc.sql("""
				insert into honour_source (honour_id, source_quote_id, position)
				select id, (select min(id) from source_quote), 0 from honour where slug like 'many-%'""").update();
		try {
			assertThat(page("/honours").select("#many-300")).hasSize(1);
			assertThat(counts(before.keySet())).isEqualTo(before);
		}
		finally {
			this.jdbc.sql("delete from honour where slug like 'many-%'").update();
		}
	}

	private Map<String, Long> counts(Iterable<String> paths) {
		Statistics statistics = this.factory.unwrap(SessionFactory.class).getStatistics();
		Map<String, Long> counts = new LinkedHashMap<>();
		for (String path : paths) {
			statistics.clear();
			get(path);
			counts.put(path, statistics.getPrepareStatementCount());
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
				if (paths.stream().noneMatch((path) -> pattern.matches(PathContainer.parsePath(path)))) {
					unvisited.add(pattern.getPatternString());
				}
			}
		});
		return unvisited;
	}

}
