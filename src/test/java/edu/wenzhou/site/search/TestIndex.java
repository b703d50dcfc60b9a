package edu.wenzhou.site.search;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The index of the search, for tests of what is written into it. */
@Component
public class TestIndex {

	private final IndexBuild build;

	private final JdbcClient jdbc;

	TestIndex(IndexBuild build, JdbcClient jdbc) {
		this.build = build;
		this.jdbc = jdbc;
	}

	/** Makes it anew. */
	public void make() {
		if (!this.build.make()) {
			throw new IllegalStateException("Somebody else is at it");
		}
	}

	/** All of it but the numbers of rows and builds. */
	public List<String> content() {
		return this.jdbc
			.sql("""
					select concat_ws('|', scope, item_id, language, only_one, type, path, title, plain_text, keys, spellings, dated_at,
					  expire_at, head, words) from search_document where build = (select build from search_index) order by 1""")
			.query(String.class)
			.list();
	}

}
