package edu.wenzhou.site.notice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import edu.wenzhou.site.Generation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * When a notice's time is over nothing shows it, and nobody has to do anything for that.
 */
@Import(NoticeExpiryTests.Time.class)
class NoticeExpiryTests extends NoticeTest {

	private static final Instant END = Instant.parse("2031-06-30T16:00:00Z");

	@Autowired
	private HandMovedClock clock;

	@BeforeEach
	void oneThatExpiresBetweenTwoThatDoNot() {
		notice("before", "EVENT", "2031-06-01T09:00+08:00");
		notice("passing", "DISCLOSURE", "2031-06-02T09:00+08:00");
		notice("after", "EVENT", "2031-06-03T09:00+08:00");
		set("passing", "expire_at", OffsetDateTime.ofInstant(END, ZoneOffset.UTC));
		this.clock.now = END.minusMillis(1);
	}

	@Test
	void theListShowsItUntilItsEnd() {
		assertThat(page("/notices").select(".dated a").eachAttr("href")).contains("/notices/test-passing");
		this.clock.now = END;
		assertThat(page("/notices").select(".dated a").eachAttr("href")).doesNotContain("/notices/test-passing")
			.contains("/notices/test-before", "/notices/test-after");
	}

	@Test
	void itsPageIsThereUntilItsEnd() {
		assertThat(get("/notices/test-passing").statusCode()).isEqualTo(200);
		this.clock.now = END;
		assertThat(get("/notices/test-passing").statusCode()).isEqualTo(404);
		assertThat(get("/en/notices/test-passing").statusCode()).isEqualTo(404);
		assertThat(get("/notices/test-after").statusCode()).isEqualTo(200);
	}

	@Test
	void theFrontPageShowsItUntilItsEnd() {
		assertThat(page("/").select(".dated a").eachAttr("href")).containsExactly("/notices/test-after",
				"/notices/test-passing", "/notices/test-before");
		this.clock.now = END;
		assertThat(page("/").select(".dated a").eachAttr("href")).containsExactly("/notices/test-after",
				"/notices/test-before");
	}

	/** Time alone changes the lists that it stood in. */
	@Test
	void whatShowedItIsDatedByItsEnd() {
		this.jdbc.sql("""
				with item as (insert into content_item (type, slug, title)
				  values ('notice', 'test-passing', '测试通知') returning id)
				insert into publication (item_id, type, slug, path, changed_at, expire_at)
				select id, 'notice', 'test-passing', '/notices/test-passing', :changed, :end from item""")
			.param("changed", OffsetDateTime.ofInstant(END.minusSeconds(60), ZoneOffset.UTC))
			.param("end", OffsetDateTime.ofInstant(END, ZoneOffset.UTC))
			.update();
		Generation.raise(this.jdbc);
		try {
			assertThat(modified("/")).isEqualTo(modified("/notices")).isEqualTo(END.minusSeconds(60));
			this.clock.now = END;
			assertThat(modified("/")).isEqualTo(modified("/notices")).isEqualTo(END);
			assertThat(modified("/campuses")).isBefore(END.minusSeconds(60));
		}
		finally {
			this.jdbc.sql("delete from publication where slug = 'test-passing'").update();
			this.jdbc.sql("delete from content_item where slug = 'test-passing'").update();
			Generation.raise(this.jdbc);
		}
	}

	private Instant modified(String path) {
		return DateTimeFormatter.RFC_1123_DATE_TIME.parse(get(path).headers().firstValue("Last-Modified").orElseThrow(),
				Instant::from);
	}

	@Test
	void theCountsHoldItUntilItsEnd() {
		assertThat(page("/notices").select(".result").text()).isEqualTo("共3条");
		assertThat(page("/notices").select(".matrix thead").text()).contains("公示");
		assertThat(page("/notices?category=disclosure").select(".result").text()).isEqualTo("公示：共1条");
		this.clock.now = END;
		assertThat(page("/notices").select(".result").text()).isEqualTo("共2条");
		assertThat(page("/notices").select(".matrix thead").text()).doesNotContain("公示");
		assertThat(page("/notices?category=disclosure").select(".result").text()).contains("没有符合所选条件的内容");
	}

	@Test
	void itsNeighboursNameItUntilItsEnd() {
		assertThat(page("/notices/test-after").select(".near a").eachAttr("href"))
			.containsExactly("/notices/test-passing");
		this.clock.now = END;
		assertThat(page("/notices/test-after").select(".near a").eachAttr("href"))
			.containsExactly("/notices/test-before");
		assertThat(page("/notices/test-before").select(".near a").eachAttr("href"))
			.containsExactly("/notices/test-after");
	}

	/** They would have to hold to the rule, too. */
	@Test
	void nobodyElseAsksForTheEntity() throws IOException {
		try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
			assertThat(sources.filter((file) -> file.toString().endsWith(".java")).filter((file) -> {
				try {
					return Pattern.compile("\\b(from|join) Notice\\b|[( ]Notice\\.class|Repository<Notice\\b")
						.matcher(Files.readString(file))
						.find();
				}
				catch (IOException ex) {
					throw new UncheckedIOException(ex);
				}
			}).map((file) -> file.getFileName().toString())).containsExactly("Notices.java");
		}
	}

	@TestConfiguration
	static class Time {

		@Bean
		@Primary
		HandMovedClock handMovedClock() {
			return new HandMovedClock();
		}

	}

	/** Stands still until a test moves it. */
	static class HandMovedClock extends Clock {

		private volatile Instant now = Instant.now();

		@Override
		public Instant instant() {
			return this.now;
		}

		@Override
		public ZoneId getZone() {
			return ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(ZoneId zone) {
			return Clock.fixed(this.now, zone);
		}

	}

}
