package edu.wenzhou.site.search;

import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

import edu.wenzhou.site.fact.Figures;
import edu.wenzhou.site.publishing.Drafts;
import edu.wenzhou.site.publishing.Drafts.Draft;
import edu.wenzhou.site.publishing.PublicItem;
import edu.wenzhou.site.publishing.PublicationListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps the index what the content is: every change of content writes it in its own
 * transaction.
 * <p>
 * Whoever changes content may do so while the whole index is made anew, but not in the
 * moment in which the new one takes the place of the old: see {@link IndexBuild}.
 * <p>
 * A publication also writes the drafts of items that nobody else is kept from saving. Who
 * writes an item here therefore has the next one wait until the end of the transaction,
 * and what is read of it is read after that. A save writes one item only, and
 * publications are in a row already, so nobody waits in a circle.
 */
@Component
class SearchIndex implements PublicationListener {

	/** Shared by those who change content, held alone by who exchanges the index. */
	static final long LOCK = 0x7365617263680001L;

	/** Of the locks of single items: the first of two numbers, the second is the item. */
	private static final int ITEM = 0x73656172;

	/** The build that is read. */
	private static final String CURRENT = "(select build from search_index)";

	private final JdbcClient jdbc;

	private final Documents documents;

	private final Figures figures;

	private final Drafts drafts;

	SearchIndex(JdbcClient jdbc, Documents documents, Figures figures, Drafts drafts) {
		this.jdbc = jdbc;
		this.documents = documents;
		this.figures = figures;
		this.drafts = drafts;
	}

	/** Its draft may name the same figure, which reads otherwise now. */
	@Override
	public void published(PublicItem item, String before) {
		begin(item.id());
		remove(null, false, item.id());
		FigureTexts texts = new FigureTexts(this.figures);
		this.documents.of(item, texts).forEach((document) -> write(null, document));
		write(this.drafts.of(item.id()), texts);
	}

	@Override
	public void withdrawn(PublicItem last) {
		begin(last.id());
		remove(null, false, last.id());
	}

	@Override
	public void drafted(Draft draft) {
		begin(draft.item());
		write(draft, new FigureTexts(this.figures));
	}

	private void write(Draft draft, FigureTexts texts) {
		remove(null, true, draft.item());
		write(null, this.documents.of(draft, texts));
	}

	/** In this order: who waits for the exchange of the index keeps nobody from it. */
	private void begin(long item) {
		this.jdbc.sql("select pg_advisory_xact_lock_shared(?)").param(LOCK).query((row, number) -> true).single();
		this.jdbc.sql("select pg_advisory_xact_lock(?, ?)")
			.params(ITEM, (int) item)
			.query((row, number) -> true)
			.single();
	}

	/**
	 * Takes an item out of a build.
	 * @param build null for the one that is read
	 */
	void remove(Integer build, boolean draft, long item) {
		this.jdbc
			.sql("delete from search_document where build = " + ((build != null) ? ":build" : CURRENT)
					+ " and scope = :scope and item_id = :item")
			.param("build", build, Types.INTEGER)
			.param("scope", scope(draft))
			.param("item", item)
			.update();
	}

	/**
	 * Adds to a build.
	 * @param build null for the one that is read
	 */
	void write(Integer build, SearchDocument document) {
		this.jdbc
			.sql("""
					insert into search_document (build, scope, item_id, language, only_one, type, path, title, plain_text, keys,
					  spellings, dated_at, changed_at, expire_at, head, words)
					values (%s, :scope, :item, :language, :only, :type, :path, :title, :text, cast(:keys as text[]),
					  cast(:spellings as text[]), coalesce(cast(:dated as timestamptz), %s), :changed, :expires,
					  cast(:head as tsvector), cast(:words as tsvector))"""
				.formatted((build != null) ? ":build" : CURRENT,
						document.datable() ? "(select first_published_at from content_item where id = :item)" : "null"))
			.param("build", build, Types.INTEGER)
			.param("scope", scope(document.draft()))
			.param("item", document.item(), Types.BIGINT)
			.param("language", document.language())
			.param("only", document.only())
			.param("type", document.type())
			.param("path", document.path())
			.param("title", document.title())
			.param("text", document.text())
			.param("keys", document.keys().toArray(String[]::new))
			.param("spellings", document.spellings().toArray(String[]::new))
			.param("dated", at(document.dated()), Types.TIMESTAMP_WITH_TIMEZONE)
			.param("changed", at(document.changed()))
			.param("expires", at(document.expires()), Types.TIMESTAMP_WITH_TIMEZONE)
			.param("head", document.head().toString())
			.param("words", document.words().toString())
			.update();
	}

	private static String scope(boolean draft) {
		return draft ? "DRAFT" : "PUBLIC";
	}

	private static OffsetDateTime at(Instant instant) {
		return (instant != null) ? instant.atOffset(ZoneOffset.UTC) : null;
	}

}
