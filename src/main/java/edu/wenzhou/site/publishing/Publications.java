package edu.wenzhou.site.publishing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import edu.wenzhou.site.publishing.Field.Target;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the public sees of each item and since when, in the table {@code publication}.
 * Whoever writes has raised the site's generation first: its row is the lock that puts
 * publishers in a row, since one publication changes the dates of others.
 */
class Publications {

	private static final String ITEM = """
			select item_id, type, path, changed_at, expire_at, (select v.payload from content_item i
			  join content_revision v on v.id = i.published_revision_id where i.id = publication.item_id) as payload
			from publication""";

	/** Rows that are in memory at a time. */
	static final int FETCH = 500;

	private final JdbcClient jdbc;

	private final Map<String, ContentType> types = new LinkedHashMap<>();

	private final List<Mentions> mentions;

	Publications(JdbcClient jdbc, List<ContentType> types, List<Mentions> mentions) {
		this.jdbc = jdbc;
		types.forEach((type) -> this.types.put(type.getKey(), type));
		this.mentions = mentions;
	}

	/** Notes that an item is public with these values. */
	void publish(long item, ContentType type, Values values, Instant expires, Instant now) {
		this.jdbc.sql("""
				insert into publication (item_id, type, slug, path, changed_at, expire_at)
				values (:item, :type, :slug, :path, :now, :expires)
				on conflict (item_id) do update set slug = excluded.slug, path = excluded.path,
				  changed_at = excluded.changed_at, expire_at = excluded.expire_at""")
			.param("item", item)
			.param("type", type.getKey())
			.param("slug", type.slug(values))
			.param("path", type.path(values))
			.param("now", ContentStore.at(now))
			.param("expires", ContentStore.at(expires))
			.update();
		this.jdbc.sql("delete from publication_mention where item_id = ?").param(item).update();
		mentioned(type, values).forEach((other,
				slugs) -> slugs.forEach((slug) -> this.jdbc
					.sql("insert into publication_mention (item_id, type, slug) values (?, ?, ?)")
					.params(item, other, slug)
					.update()));
	}

	/** Notes that nothing of an item is public any more. */
	void withdraw(long item, Instant now) {
		this.jdbc.sql("""
				update publication set slug = null, path = null, expire_at = null, changed_at = ? where item_id = ?""")
			.params(ContentStore.at(now), item)
			.update();
		this.jdbc.sql("delete from publication_mention where item_id = ?").param(item).update();
	}

	/**
	 * Dates anew whatever names an item, by itself or through others.
	 * @param slugs of the item, before and now
	 * @return the items that have another date now
	 */
	List<PublicItem> touch(long item, ContentType type, Set<String> slugs, Instant now) {
		return items(this.jdbc
			.sql("""
					with recursive named (item_id) as (
					  select item_id from publication_mention where type = :type and slug in (:slugs)
					  union
					  select m.item_id from named n join publication p on p.item_id = n.item_id
					  join publication_mention m on m.type = p.type and m.slug = p.slug)
					update publication set changed_at = :now
					where item_id in (select item_id from named) and item_id <> :item and path is not null returning item_id""")
			.param("type", type.getKey())
			.param("slugs", slugs)
			.param("now", ContentStore.at(now))
			.param("item", item)
			.query(Long.class)
			.list());
	}

	/**
	 * Dates anew whatever shows a picture of the library with what the library says of
	 * it. Those in a body have texts of their own.
	 * @return the items that have another date now
	 */
	List<PublicItem> touchUsers(String sha256, Instant now) {
		List<Long> users = this.jdbc.sql(ITEM
				+ " where path is not null and item_id in (select item_id from content_media where sha256 = ? and live)")
			.param(sha256)
			.query(this::item)
			.list()
			.stream()
			.filter((user) -> user.type().showsInList(sha256, user.values()))
			.map(PublicItem::id)
			.toList();
		if (!users.isEmpty()) {
			this.jdbc.sql("update publication set changed_at = :now where item_id in (:items)")
				.param("now", ContentStore.at(now))
				.param("items", users)
				.update();
		}
		return items(users);
	}

	private List<PublicItem> items(List<Long> ids) {
		return ids.isEmpty() ? List.of()
				: this.jdbc.sql(ITEM + " where item_id in (:items) order by item_id")
					.param("items", ids)
					.query(this::item)
					.list();
	}

	/**
	 * Calls for every item that is public at a moment; they are read as they are needed.
	 */
	void each(Instant now, Consumer<PublicItem> consumer) {
		try (Stream<PublicItem> items = this.jdbc
			.sql(ITEM + " where path is not null and " + Expiry.CURRENT + " order by item_id")
			.withFetchSize(FETCH)
			.param("now", ContentStore.at(now))
			.query(this::item)
			.stream()) {
			items.forEach(consumer);
		}
	}

	/** Some of the items that are public at a moment, from the one after a number on. */
	List<Standing> standing(long after, int limit, Instant now) {
		return this.jdbc
			.sql("""
					select p.item_id, p.type, p.path, p.changed_at, p.expire_at, i.published_revision_id, v.payload
					from publication p join content_item i on i.id = p.item_id join content_revision v on v.id = i.published_revision_id
					where p.item_id > :after and p.path is not null and %s order by p.item_id limit :limit"""
				.formatted(Expiry.current("p.expire_at")))
			.param("after", after)
			.param("limit", limit)
			.param("now", ContentStore.at(now))
			.query((row, number) -> new Standing(item(row, number), row.getLong("published_revision_id")))
			.list();
	}

	/** The same for those that have a page, but for the items of one type. */
	void eachPageBut(String type, Instant now, Consumer<PublicItem> consumer) {
		try (Stream<PublicItem> items = this.jdbc
			.sql(ITEM + " where type <> :type and strpos(path, '#') = 0 and " + Expiry.CURRENT + " order by item_id")
			.withFetchSize(FETCH)
			.param("type", type)
			.param("now", ContentStore.at(now))
			.query(this::item)
			.stream()) {
			items.forEach(consumer);
		}
	}

	/**
	 * Calls for the path and the title of every page that is public at a moment; once
	 * more with its English one, where it is a name and no headline.
	 */
	void titles(Instant now, BiConsumer<String, String> consumer) {
		String english = this.types.values()
			.stream()
			.filter((type) -> type.getDateField() == null)
			.map((type) -> "when '" + type.getKey() + "' then v.payload ->> '" + type.getTitleField() + "_en'")
			.collect(Collectors.joining(" ", "case publication.type ", " end"));
		try (Stream<Map.Entry<String, String>> titles = this.jdbc
			.sql("""
					select path, title from publication, lateral (
					  select name.title from content_item i join content_revision v on v.id = i.published_revision_id
					  cross join lateral (values (v.title), (%s)) as name (title) where i.id = publication.item_id) as names
					where strpos(path, '#') = 0 and title <> '' and %s order by item_id"""
				.formatted(english, Expiry.CURRENT))
			.withFetchSize(FETCH)
			.param("now", ContentStore.at(now))
			.query((row, number) -> Map.entry(row.getString("path"), row.getString("title")))
			.stream()) {
			titles.forEach((page) -> consumer.accept(page.getKey(), page.getValue()));
		}
	}

	private Map<String, Set<String>> mentioned(ContentType type, Values values) {
		Map<String, Set<String>> mentioned = new LinkedHashMap<>();
		for (Field field : type.getFields()) {
			Target target = field.target();
			if (target != null) {
				this.types.values()
					.stream()
					.filter((other) -> other.table().equals(target.table()))
					.forEach((other) -> slugs(mentioned, other.getKey()).addAll(values.lines(field.name())));
			}
			else if (field.kind().isText()) {
				this.mentions.forEach((one) -> slugs(mentioned, one.type()).addAll(one.in(values.get(field.name()))));
			}
		}
		return mentioned;
	}

	private static Set<String> slugs(Map<String, Set<String>> mentioned, String type) {
		return mentioned.computeIfAbsent(type, (key) -> new LinkedHashSet<>());
	}

	private PublicItem item(ResultSet row, int number) throws SQLException {
		OffsetDateTime expires = row.getObject("expire_at", OffsetDateTime.class);
		return new PublicItem(row.getLong("item_id"), this.types.get(row.getString("type")), row.getString("path"),
				Values.parse(row.getString("payload")), row.getObject("changed_at", OffsetDateTime.class).toInstant(),
				(expires != null) ? expires.toInstant() : null);
	}

	/** An item as the public sees it, and the revision that it is. */
	record Standing(PublicItem item, long revision) {

	}

}
