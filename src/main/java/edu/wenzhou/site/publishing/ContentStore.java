package edu.wenzhou.site.publishing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import edu.wenzhou.site.publishing.Drafts.Draft;
import edu.wenzhou.site.publishing.Revision.Saving;
import edu.wenzhou.site.web.NotFoundException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Items, revisions and reviews in the database. Knows no rule. */
@Repository
class ContentStore {

	/** Whether others agreed to a revision, or nobody had to. */
	private static final String APPROVED = """
			(v.kind = 'IMPORT' or exists (
			  select 1 from review r where r.revision_id = v.id and r.state = 'PUBLISHED'))""";

	private final JdbcClient jdbc;

	private final ContentTypes types;

	private final ObjectProvider<PublicationListener> listeners;

	/** Listeners may need the store themselves, so they are looked up late. */
	ContentStore(JdbcClient jdbc, ContentTypes types, ObjectProvider<PublicationListener> listeners) {
		this.jdbc = jdbc;
		this.types = types;
		this.listeners = listeners;
	}

	/**
	 * @throws NotFoundException if there is none
	 */
	ContentItem item(long id) {
		return this.jdbc.sql(ContentItem.QUERY + " where i.id = ?")
			.param(id)
			.query(this::row)
			.optional()
			.orElseThrow(NotFoundException::new);
	}

	/** Items that a condition and an order name, both written by code of this package. */
	List<ContentItem> items(String rest, Map<String, ?> parameters) {
		return this.jdbc.sql(ContentItem.QUERY + rest).params(parameters).query(this::row).list();
	}

	/**
	 * The item, which nobody else can change before this transaction ends.
	 * @throws NotFoundException if there is none
	 */
	ContentItem lock(long id) {
		this.jdbc.sql("select id from content_item where id = ? for update").param(id).query(Long.class).optional();
		return item(id);
	}

	/**
	 * @throws NotFoundException if the item has no such revision
	 */
	Revision revision(long item, long id) {
		return this.jdbc.sql("select " + Revision.COLUMNS + " from content_revision v where v.item_id = ? and v.id = ?")
			.params(item, id)
			.query(Revision::of)
			.optional()
			.orElseThrow(NotFoundException::new);
	}

	Revision latest(ContentItem item) {
		return revision(item.id(), item.latestRevision());
	}

	/** What is public; nothing if nothing is. */
	Optional<Revision> live(ContentItem item) {
		return Optional.ofNullable(item.publishedRevision()).map((id) -> revision(item.id(), id));
	}

	/**
	 * What a reviewer compares a revision with: what is public. Where that was published
	 * in an emergency and nobody else has approved it, the last one before it that was;
	 * nothing if nothing was.
	 */
	Optional<Revision> before(ContentItem item, Revision revision) {
		if (item.publishedRevision() == null || (item.publishedRevision() != revision.id() && !item.unchecked())) {
			return live(item);
		}
		return this.jdbc.sql("select " + Revision.COLUMNS + """
				 from content_revision v where v.item_id = ? and v.seq < ? and %s
				order by v.seq desc limit 1""".formatted(APPROVED))
			.params(item.id(), revision.seq())
			.query(Revision::of)
			.optional();
	}

	/** The newest first. */
	List<Revision> history(long item, int limit) {
		return this.jdbc
			.sql("select " + Revision.COLUMNS
					+ " from content_revision v where v.item_id = ? order by v.seq desc limit ?")
			.params(item, limit)
			.query(Revision::of)
			.list();
	}

	long insertItem(ContentType type, Instant now) {
		return this.jdbc.sql("insert into content_item (type, created_at, updated_at) values (?, ?, ?) returning id")
			.params(type.getKey(), at(now), at(now))
			.query(Long.class)
			.single();
	}

	/** Adds a revision and makes it the newest one of its item. */
	long insertRevision(long item, ContentType type, Values values, Saving kind, Long base, Long author,
			String authorName, String tab, String note, Instant now) {
		long id = this.jdbc.sql("""
				insert into content_revision (item_id, seq, schema_version, payload, content_hash, title, kind,
				  base_revision_id, author_id, author_name, tab, note, created_at, updated_at)
				values (:item, (select coalesce(max(seq), 0) + 1 from content_revision where item_id = :item), 1,
				  cast(:payload as jsonb), :hash, :title, :kind, :base, :author, :name, :tab, :note, :now, :now)
				returning id""")
			.param("item", item)
			.param("payload", values.json())
			.param("hash", values.hash())
			.param("title", type.title(values))
			.param("kind", kind.name())
			.param("base", base)
			.param("author", author)
			.param("name", authorName)
			.param("tab", tab)
			.param("note", note)
			.param("now", at(now))
			.query(Long.class)
			.single();
		newest(item, type, id, values, now);
		return id;
	}

	/** Saves into a revision that is still open. */
	void updateRevision(ContentItem item, long id, Values values, Saving kind, Instant now) {
		this.jdbc.sql("""
				update content_revision set payload = cast(:payload as jsonb), content_hash = :hash, title = :title,
				  kind = :kind, updated_at = :now where id = :id and frozen_at is null""")
			.param("payload", values.json())
			.param("hash", values.hash())
			.param("title", item.type().title(values))
			.param("kind", kind.name())
			.param("now", at(now))
			.param("id", id)
			.update();
		newest(item.id(), item.type(), id, values, now);
	}

	private void newest(long item, ContentType type, long revision, Values values, Instant now) {
		this.jdbc
			.sql("""
					update content_item set latest_revision_id = ?, slug = ?, title = ?, updated_at = ?, version = version + 1
					where id = ?""")
			.params(revision, type.slug(values), type.title(values), at(now), item)
			.update();
		uses(item, false, values);
		if (this.listeners != null) {
			Draft draft = new Draft(item, type, values, now);
			this.listeners.forEach((listener) -> listener.drafted(draft));
		}
	}

	/**
	 * Sees to it that the files of the library that the values name stay where they are
	 * until the end of this transaction: by then the note of their use is there, and
	 * whoever wants to delete one waits for that. What is gone already is no error here;
	 * see {@link PictureCheck}.
	 */
	void hold(Values values) {
		Set<String> files = values.files();
		if (!files.isEmpty()) {
			this.jdbc.sql("select id from media_item where sha256 in (:files) order by id for key share")
				.param("files", files)
				.query(Long.class)
				.list();
		}
	}

	/**
	 * Notes which files of the library an item uses.
	 * @param live whether in what is public; else in its newest revision
	 * @param values empty where it uses none any more
	 */
	void uses(long item, boolean live, Values values) {
		hold(values);
		this.jdbc.sql("delete from content_media where item_id = ? and live = ?").params(item, live).update();
		for (String sha256 : values.files()) {
			this.jdbc.sql("insert into content_media (item_id, live, sha256) values (?, ?, ?)")
				.params(item, live, sha256)
				.update();
		}
	}

	/** From now on the revision stays as it is. */
	void freeze(long revision, Instant now) {
		this.jdbc.sql("update content_revision set frozen_at = ? where id = ? and frozen_at is null")
			.params(at(now), revision)
			.update();
	}

	/**
	 * Everybody who wrote something of an item since others last approved what is public
	 * of it, and whoever published it in an emergency since.
	 */
	List<Long> authors(ContentItem item, Revision upTo) {
		return this.jdbc.sql("""
				with approved as (
				  select coalesce(max(v.seq), 0) as seq from content_revision v where v.item_id = :item and %s
				  and v.seq <= (select seq from content_revision where id = :live))
				select v.author_id from content_revision v, approved where v.item_id = :item and v.author_id is not null
				and v.seq <= :to and v.seq > approved.seq
				union select e.requested_by from review e join content_revision v on v.id = e.revision_id, approved
				where e.item_id = :item and e.emergency and v.seq > approved.seq""".formatted(APPROVED))
			.param("item", item.id())
			.param("to", upTo.seq())
			.param("live", item.publishedRevision())
			.query(Long.class)
			.list();
	}

	void closeReview(long review, Review.State state, Instant now) {
		this.jdbc.sql("update review set state = ?, closed_at = ? where id = ?")
			.params(state.name(), at(now), review)
			.update();
	}

	private ContentItem row(ResultSet row, int number) throws SQLException {
		return ContentItem.of(this.types, row);
	}

	static OffsetDateTime at(Instant instant) {
		return (instant != null) ? instant.atOffset(ZoneOffset.UTC) : null;
	}

}
