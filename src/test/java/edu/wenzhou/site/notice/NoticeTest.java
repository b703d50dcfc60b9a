package edu.wenzhou.site.notice;

import java.time.OffsetDateTime;

import edu.wenzhou.site.Generation;
import edu.wenzhou.site.WebTest;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A test with notices of its own, whose slugs begin with {@code test-}; all tests share
 * the database, so it takes them away again.
 */
abstract class NoticeTest extends WebTest {

	@Autowired
	JdbcClient jdbc;

	@AfterEach
	void removeNotices() {
		this.jdbc.sql("delete from notice where slug like 'test-%'").update();
		Generation.raise(this.jdbc);
	}

	/**
	 * A notice of that moment, such as {@code 2026-03-01T09:00+08:00}, without English.
	 */
	void notice(String slug, String category, String published) {
		this.jdbc.sql("""
				insert into notice (slug, category, title_zh, body_zh, published_on)
				values ('test-' || :slug, :category, '测试通知' || :slug, '<p>测试正文' || :slug || '。</p>', :published)""")
			.param("slug", slug)
			.param("category", category)
			.param("published", OffsetDateTime.parse(published))
			.update();
		Generation.raise(this.jdbc);
	}

	/**
	 * That many announcements, {@code test-1} the oldest, a day apart from 2025-01-01.
	 */
	void notices(int number) {
		this.jdbc.sql("""
				insert into notice (slug, category, title_zh, body_zh, published_on)
				select 'test-' || n, 'ANNOUNCEMENT', '测试通知' || n, '<p>测试正文。</p>',
				timestamptz '2025-01-01 09:00+08' + (n - 1) * interval '1 day'
				from generate_series(1, :number) n""").param("number", number).update();
		Generation.raise(this.jdbc);
	}

	void set(String slug, String column, Object value) {
		this.jdbc.sql("update notice set " + column + " = :value where slug = 'test-' || :slug")
			.param("value", value)
			.param("slug", slug)
			.update();
		Generation.raise(this.jdbc);
	}

}
