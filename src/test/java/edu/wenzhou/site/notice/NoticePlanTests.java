package edu.wenzhou.site.notice;

import java.util.List;
import java.util.regex.Pattern;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import edu.wenzhou.site.Generation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

/** With thousands of notices PostgreSQL finds a page of them without reading all. */
class NoticePlanTests extends NoticeTest {

	@BeforeEach
	void thousands() {
		notices(10_000);
		this.jdbc.sql("analyze notice").update();
	}

	@Test
	void theListAndItsLaterPagesAreReadAlongAnIndex() {
		List<String> plans = plans("/notices?page=100", "now()", "1980", "20");
		assertThat(plans).hasSize(1);
		assertThat(plans.get(0)).contains("notice_list_idx").doesNotContain("Seq Scan", "Sort");
	}

	@Test
	void theNeighboursAreTheEndsOfAnIndex() {
		List<String> plans = plans("/notices/test-5000", "now()", "timestamptz '2038-09-08'", "5000", "1");
		assertThat(plans).hasSize(2);
		assertThat(plans).allSatisfy((plan) -> assertThat(plan).contains("notice_date_idx", "Index Cond: (ROW(")
			.doesNotContain("Seq Scan", "Sort"));
	}

	/** That takes the longer the more there are. */
	@Test
	void noticesAreCountedOnceUntilSomethingIsPublished() {
		get("/notices");
		assertThat(statements("/notices?page=2")).isNotEmpty().noneMatch((sql) -> sql.contains("count("));
		Generation.raise(this.jdbc);
		assertThat(statements("/notices")).filteredOn((sql) -> sql.contains("count(")).hasSize(1);
	}

	/**
	 * How PostgreSQL runs those statements of a page that find lines, with these values
	 * in the places of their parameters.
	 */
	private List<String> plans(String path, String... values) {
		return statements(path).stream()
			.filter((sql) -> sql.contains("from notice ") && sql.contains("fetch first"))
			.map((sql) -> plan(sql, values))
			.toList();
	}

	private List<String> statements(String path) {
		Logger logger = (Logger) LoggerFactory.getLogger("org.hibernate.SQL");
		ListAppender<ILoggingEvent> statements = new ListAppender<>();
		statements.start();
		logger.addAppender(statements);
		logger.setAdditive(false);
		logger.setLevel(Level.DEBUG);
		try {
			assertThat(get(path).statusCode()).isEqualTo(200);
		}
		finally {
			logger.setLevel(null);
			logger.setAdditive(true);
			logger.detachAppender(statements);
		}
		return List.copyOf(statements.list).stream().map(ILoggingEvent::getFormattedMessage).toList();
	}

	private String plan(String sql, String[] values) {
		int[] next = new int[1];
		String filled = Pattern.compile("\\?").matcher(sql).replaceAll((match) -> values[next[0]++]);
		assertThat(next[0]).as(sql).isEqualTo(values.length);
		return String.join("\n", this.jdbc.sql("explain " + filled).query(String.class).list());
	}

}
