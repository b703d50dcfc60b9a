package edu.wenzhou.site.search;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import edu.wenzhou.site.database.LongStatements;
import edu.wenzhou.site.fact.Figures;
import edu.wenzhou.site.publishing.ContentType;
import edu.wenzhou.site.publishing.Drafts;
import edu.wenzhou.site.publishing.Field;
import edu.wenzhou.site.publishing.PublicItems;
import edu.wenzhou.site.web.FixedPage;
import jakarta.persistence.EntityManager;
import org.hibernate.Session;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes the whole index anew, beside the one that is read. Meanwhile searches find what
 * the old one holds and people go on publishing into it; at the end, while nobody
 * publishes for a moment, what changed since is caught up with and the new one takes the
 * old one's place. All of that is one transaction: whatever breaks it off, the old index
 * stays.
 */
@Service
class IndexBuild {

	private static final Logger logger = LoggerFactory.getLogger(IndexBuild.class);

	/** Held by the node that makes the index. */
	private static final long LOCK = SearchIndex.LOCK + 1;

	private final JdbcClient jdbc;

	private final SearchIndex index;

	private final Documents documents;

	private final PublicItems items;

	private final Drafts drafts;

	private final List<FixedPage> pages;

	private final Figures figures;

	private final EntityManager entities;

	private final Clock clock;

	private final String version;

	IndexBuild(JdbcClient jdbc, SearchIndex index, Documents documents, PublicItems items, Drafts drafts,
			List<FixedPage> pages, List<ContentType> types, Figures figures, EntityManager entities, Clock clock) {
		this.jdbc = jdbc;
		this.index = index;
		this.documents = documents;
		this.items = items;
		this.drafts = drafts;
		this.pages = pages;
		this.figures = figures;
		this.entities = entities;
		this.clock = clock;
		this.version = version(types, documents);
	}

	/** Whether the index was made by the rules of this site and holds something. */
	boolean isCurrent() {
		return this.jdbc.sql("""
				select exists (select from search_index i where version = ?
				  and exists (select from search_document d where d.build = i.build and scope = 'PUBLIC'))""")
			.param(this.version)
			.query(Boolean.class)
			.single();
	}

	/**
	 * Makes the index anew.
	 * @return false if another node is at it
	 */
	@Transactional
	public boolean make() {
		// What counts how often tens of thousands of words stand where takes its time
		this.entities.unwrap(Session.class).doWork(LongStatements::allow);
		if (!this.jdbc.sql("select pg_try_advisory_xact_lock(?)").param(LOCK).query(Boolean.class).single()) {
			return false;
		}
		long start = System.nanoTime();
		int build = this.jdbc.sql("select build + 1 from search_index").query(Integer.class).single();
		Map<Long, Instant> publicItems = new HashMap<>();
		Map<Long, Instant> draftItems = new HashMap<>();
		Set<String> paths = new HashSet<>();
		add(build, publicItems, draftItems, paths);
		this.pages.stream()
			.filter((page) -> !paths.contains(page.path()))
			.forEach((page) -> this.documents.of(page, this.clock.instant())
				.forEach((document) -> this.index.write(build, document)));
		this.jdbc.sql("analyze search_document").update();
		this.jdbc.sql("select pg_advisory_xact_lock(?)").param(SearchIndex.LOCK).query((row, number) -> true).single();
		// What it has read of figures before may be something else by now
		this.entities.clear();
		add(build, publicItems, draftItems, paths);
		this.jdbc.sql("update search_index set build = ?, version = ?, built_at = ?")
			.params(build, this.version, this.clock.instant().atOffset(ZoneOffset.UTC))
			.update();
		this.jdbc.sql("delete from search_document where build <> ?").param(build).update();
		logger.info("Made the index of the search: {} items, {} drafts, {} ms", publicItems.size(), draftItems.size(),
				(System.nanoTime() - start) / 1_000_000);
		return true;
	}

	/** Writes whatever is not there yet as it is now, and takes out what is no more. */
	private void add(int build, Map<Long, Instant> publicItems, Map<Long, Instant> draftItems, Set<String> paths) {
		FigureTexts texts = new FigureTexts(this.figures);
		Set<Long> gone = new HashSet<>(publicItems.keySet());
		this.items.each((item) -> {
			gone.remove(item.id());
			paths.add(item.path());
			Instant before = publicItems.put(item.id(), item.changed());
			if (before != null && !before.equals(item.changed())) {
				this.index.remove(build, false, item.id());
			}
			if (!item.changed().equals(before)) {
				this.documents.of(item, texts).forEach((document) -> this.index.write(build, document));
			}
		});
		gone.forEach((item) -> {
			this.index.remove(build, false, item);
			publicItems.remove(item);
		});
		// A draft is never taken away
		this.drafts.each((draft) -> {
			Instant before = draftItems.put(draft.item(), draft.saved());
			if (before != null && !before.equals(draft.saved())) {
				this.index.remove(build, true, draft.item());
			}
			if (!draft.saved().equals(before)) {
				this.index.write(build, this.documents.of(draft, texts));
			}
		});
	}

	private static String version(List<ContentType> types, Documents documents) {
		String rules = types.stream()
			.map((type) -> type.getKey() + type.getFields().stream().map(Field::name).toList())
			.sorted()
			.collect(Collectors.joining("\n", Tokeniser.VERSION + " " + Documents.VERSION + "\n",
					"\n" + documents.fingerprint()));
		try {
			return HexFormat.of()
				.formatHex(MessageDigest.getInstance("SHA-256").digest(rules.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
