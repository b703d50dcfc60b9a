package edu.wenzhou.site.search;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import edu.wenzhou.site.WebTest;
import edu.wenzhou.site.search.Vector.Weight;
import edu.wenzhou.site.web.Language;
import jakarta.persistence.EntityManager;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The index is made when it has to be, at once and whole, whatever happens meanwhile. */
class IndexBuildTests extends WebTest {

	@Autowired
	private IndexBuild build;

	@Autowired
	private TestIndex index;

	@Autowired
	private Search search;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private EntityManager entities;

	@Test
	void aStartMakesTheIndex() {
		assertThat(this.build.isCurrent()).isTrue();
	}

	@Test
	void anIndexOfOtherRulesOrWithoutAnythingIsMadeAnew() {
		// Other tests take revisions away behind the index's back
		assertThat(this.build.make()).isTrue();
		List<String> before = this.index.content();
		this.jdbc.sql("update search_index set version = 'older'").update();
		assertThat(this.build.isCurrent()).isFalse();
		assertThat(this.build.make()).isTrue();
		assertThat(this.build.isCurrent()).isTrue();
		assertThat(this.index.content()).isEqualTo(before).hasSizeGreaterThan(300);
		this.jdbc.sql("delete from search_document").update();
		assertThat(this.build.isCurrent()).isFalse();
		assertThat(this.build.make()).isTrue();
		assertThat(this.index.content()).isEqualTo(before);
	}

	@Test
	void aStartMakesItAnewWhereItIsToldToOrTheRulesAreOthers() throws InterruptedException {
		this.index.make();
		int before = number();
		start(false, before);
		start(true, before + 1);
		this.jdbc.sql("update search_index set version = 'older'").update();
		start(false, before + 2);
		assertThat(this.build.isCurrent()).isTrue();
	}

	/** A start does not wait for an index that takes long; this does. */
	private void start(boolean rebuild, int number) throws InterruptedException {
		IndexKeeper keeper = new IndexKeeper(this.build, new SearchProperties(rebuild, 300));
		try {
			keeper.run(null);
			await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> assertThat(number()).isEqualTo(number));
		}
		finally {
			keeper.destroy();
		}
	}

	private int number() {
		return this.jdbc.sql("select build from search_index").query(Integer.class).single();
	}

	/** What breaks off leaves what was there. */
	@Test
	void readersNeverSeeHalfAnIndex() {
		int before = this.jdbc.sql("select build from search_index").query(Integer.class).single();
		long documents = this.jdbc.sql("select count(*) from search_document").query(Long.class).single();
		this.transaction.executeWithoutResult((status) -> {
			this.build.make();
			CompletableFuture<Integer> seen = CompletableFuture
				.supplyAsync(() -> this.search.rank(Query.of("人工智能学院"), Area.published(Language.CHINESE, Instant.now()))
					.places()
					.size());
			assertThat(seen.join()).isPositive();
			status.setRollbackOnly();
		});
		assertThat(this.jdbc.sql("select build from search_index").query(Integer.class).single()).isEqualTo(before);
		assertThat(this.jdbc.sql("select count(*) from search_document").query(Long.class).single())
			.isEqualTo(documents);
	}

	@Test
	void oneNodeMakesItAtATime() {
		this.transaction.executeWithoutResult((status) -> {
			assertThat(this.build.make()).isTrue();
			assertThat(CompletableFuture.supplyAsync(this.build::make).join()).isFalse();
			status.setRollbackOnly();
		});
	}

	/** With tens of thousands of notices it does; nothing else may. */
	@Test
	void oneStatementMayTakeLong() {
		this.transaction.executeWithoutResult((status) -> {
			this.jdbc.sql("""
					create function pg_temp.rest() returns trigger language plpgsql as $$
					begin perform pg_sleep(0.6); return null; end $$""").update();
			this.jdbc.sql("create trigger rest after update on search_index execute function pg_temp.rest()").update();
			this.entities.unwrap(Session.class)
				.doWork((connection) -> connection.setNetworkTimeout(Runnable::run, 300));
			assertThat(this.build.make()).isTrue();
			status.setRollbackOnly();
		});
	}

	/**
	 * Somebody is publishing when the new index is to take the place of the old one: what
	 * they change is in the new one.
	 */
	@Test
	void whatChangesMeanwhileIsCaughtUpWith() throws Exception {
		long gone = item("/schools/ai");
		long changed = item("/campuses/lucheng");
		try {
			CompletableFuture<Boolean> made = this.transaction.execute((status) -> {
				this.jdbc.sql("select pg_advisory_xact_lock_shared(?)")
					.param(SearchIndex.LOCK)
					.query((row, number) -> true)
					.single();
				CompletableFuture<Boolean> making = CompletableFuture.supplyAsync(this.build::make);
				awaitWaiting();
				this.jdbc.sql("update publication set path = null, slug = null where item_id = ?").param(gone).update();
				this.jdbc.sql("update publication set path = '/campuses/moved', changed_at = now() where item_id = ?")
					.param(changed)
					.update();
				return making;
			});
			assertThat(made.get(60, TimeUnit.SECONDS)).isTrue();
			assertThat(paths(gone)).isEmpty();
			assertThat(paths(changed)).containsOnly("/campuses/moved");
		}
		finally {
			this.jdbc.sql("update publication set path = '/schools/ai', slug = 'ai' where item_id = ?")
				.param(gone)
				.update();
			this.jdbc
				.sql("""
						update publication p set path = '/campuses/lucheng',
						changed_at = (select last_published_at from content_item i where i.id = p.item_id) where item_id = ?""")
				.param(changed)
				.update();
			this.build.make();
		}
		assertThat(paths(gone)).containsOnly("/schools/ai");
	}

	@Test
	void draftsAreForThoseWhoMayAskForThem() {
		Query query = Query.of("人工智能学院");
		assertThat(this.search.rank(query, Area.desk()).places()).isNotEmpty()
			.allMatch((place) -> place.item() != null);
		List<Long> visible = this.search.rank(query, Area.published(Language.CHINESE, Instant.now()))
			.places()
			.stream()
			.map(Ranking.Place::id)
			.toList();
		assertThat(this.jdbc.sql("select distinct scope from search_document where id in (:ids)")
			.param("ids", visible)
			.query(String.class)
			.list()).containsExactly("PUBLIC");
		assertThat(this.search.rank(query, Area.desk().and("type in (:types)", Map.of("types", List.of("campus"))))
			.places()).isEmpty();
	}

	/** More than a megabyte of different pairs: what has no room is left out. */
	@Test
	void theDatabaseTakesTheLongestText() {
		Random random = new Random(1);
		String text = IntStream.range(0, 200_000)
			.mapToObj((i) -> Character.toString(0x4E00 + random.nextInt(20_000)))
			.collect(Collectors.joining());
		Vector vector = new Vector();
		vector.add("开头", Weight.A);
		vector.add(text, Weight.D);
		vector.add("样".repeat(1_000), Weight.D);
		assertThat(this.jdbc.sql("select length(cast(? as tsvector))")
			.param(vector.toString())
			.query(Integer.class)
			.single()).isGreaterThan(70_000);
	}

	/** Positions end long before this text does. */
	@Test
	void phrasesAreFoundAtTheEndOfALongText() {
		Vector vector = new Vector();
		vector.add("样例，".repeat(15_000) + "最后一句话", Weight.D);
		assertThat(this.jdbc.sql("select cast(? as tsvector) @@ cast(? as tsquery)")
			.params(vector.toString(), Query.of("最后一句话").asItStands())
			.query(Boolean.class)
			.single()).isTrue();
	}

	/** Until the other thread waits for those who publish. */
	private void awaitWaiting() {
		Instant end = Instant.now().plusSeconds(60);
		while (this.jdbc.sql("select count(*) from pg_locks where locktype = 'advisory' and not granted")
			.query(Integer.class)
			.single() == 0) {
			assertThat(Instant.now()).isBefore(end);
			Thread.onSpinWait();
		}
	}

	private long item(String path) {
		return this.jdbc.sql("select item_id from publication where path = ?").param(path).query(Long.class).single();
	}

	private List<String> paths(long item) {
		return this.jdbc.sql("select path from search_document where item_id = ? and scope = 'PUBLIC'")
			.param(item)
			.query(String.class)
			.list();
	}

}
