package edu.wenzhou.site.search;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import edu.wenzhou.site.web.Language;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts what visitors look for in vain: words, language, day, and nothing about the
 * visitor. A search only adds to what waits in memory, which is written every few
 * seconds: it can neither fail nor wait because of this. What waits when a node is killed
 * is lost, and so is what can't be written.
 */
@Component
class SearchLog {

	/** Rows that are kept: those that were wanted most, of these the latest. */
	static final int MOST = 1_000;

	/** Different queries that wait at a time; more are not counted. */
	static final int MOST_WAITING = 500;

	private static final int DAYS = 365;

	private static final Logger logger = LoggerFactory.getLogger(SearchLog.class);

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	private final Clock clock;

	private final Object lock = new Object();

	private Map<Key, Long> waiting = new HashMap<>();

	SearchLog(JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
		this.jdbc = jdbc;
		this.transaction = transaction;
		this.clock = clock;
	}

	/** Nothing was found for a query. */
	void foundNothing(String query, Language language) {
		String words = LoggedWords.of(query);
		if (!words.isEmpty()) {
			Key key = new Key(words, language);
			synchronized (this.lock) {
				if (this.waiting.size() < MOST_WAITING || this.waiting.containsKey(key)) {
					this.waiting.merge(key, 1L, Long::sum);
				}
			}
		}
	}

	@Scheduled(fixedDelayString = "PT5S", initialDelayString = "PT5S")
	void write() {
		Map<Key, Long> counts;
		synchronized (this.lock) {
			counts = this.waiting;
			this.waiting = new HashMap<>();
		}
		if (counts.isEmpty()) {
			return;
		}
		try {
			this.transaction.executeWithoutResult((status) -> write(counts));
		}
		catch (DataAccessException | TransactionException ex) {
			logger.warn("Could not write down what visitors looked for in vain: {}", ex.getMessage());
		}
	}

	private void write(Map<Key, Long> counts) {
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), SearchTimes.ZONE);
		List<Map.Entry<Key, Long>> rows = List.copyOf(counts.entrySet());
		// In one order on all nodes, so that they don't wait for each other in a circle
		this.jdbc.sql("""
				insert into search_miss (query, language, number, first_on, last_on)
				select q, l, n, :today, :today from unnest(cast(:queries as text[]), cast(:languages as text[]),
				  cast(:numbers as bigint[])) as t (q, l, n) order by q, l
				on conflict (query, language) do update set number = search_miss.number + excluded.number,
				  last_on = greatest(search_miss.last_on, excluded.last_on)""")
			.param("queries", rows.stream().map((row) -> row.getKey().query()).toArray(String[]::new))
			.param("languages", rows.stream().map((row) -> row.getKey().language().name()).toArray(String[]::new))
			.param("numbers", rows.stream().map(Map.Entry::getValue).toArray(Long[]::new))
			.param("today", today)
			.update();
		this.jdbc.sql("""
				delete from search_miss where last_on < :old
				or id in (select id from search_miss where last_on >= :old order by number desc, last_on desc, id desc
				  offset :most)""").param("old", today.minusDays(DAYS)).param("most", MOST).update();
	}

	private record Key(String query, Language language) {

	}

}
