package edu.wenzhou.site.publishing;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is wrong with what is public, as it was last found. A finding is about a revision;
 * once another one is public, or none, it counts no more.
 */
@Component
class Findings implements PublicationListener {

	/** Of an item, as a condition on a row {@code i}. */
	static final String ANY = """
			i.published_revision_id in (select f.revision_id from content_finding f)""";

	/** More of one item say nothing new. */
	static final int MOST = 50;

	private static final TypeReference<List<Object>> ARGUMENTS = new TypeReference<>() {
	};

	private final JdbcClient jdbc;

	private final JsonMapper json;

	private final List<LaterCheck> later;

	private final NightWork work;

	private final Clock clock;

	Findings(JdbcClient jdbc, JsonMapper json, List<LaterCheck> later, NightWork work, Clock clock) {
		this.jdbc = jdbc;
		this.json = json;
		this.later = later;
		this.work = work;
		this.clock = clock;
	}

	/** What else may be wrong with items that are public, by item. */
	Map<Long, List<Problem>> later(Collection<PublicItem> items) {
		Map<Long, List<Problem>> found = new LinkedHashMap<>();
		this.later.forEach((check) -> check.check(items)
			.forEach((item, problems) -> found.computeIfAbsent(item, (id) -> new ArrayList<>()).addAll(problems)));
		return found;
	}

	/**
	 * Notes what is wrong with these items, and that nothing else is. An item of which
	 * another revision is public by now is left alone. Three statements, however many
	 * they are.
	 * @param revisions that were looked at, by item
	 */
	@Transactional
	public void note(Map<Long, Long> revisions, Map<Long, List<Problem>> problems) {
		List<Long> items = new ArrayList<>();
		List<String> fields = new ArrayList<>();
		List<String> keys = new ArrayList<>();
		List<String> args = new ArrayList<>();
		problems.forEach((item, found) -> found.stream().distinct().limit(MOST).forEach((problem) -> {
			items.add(item);
			fields.add(problem.field());
			keys.add(problem.key());
			args.add(this.json.writeValueAsString(problem.args()));
		}));
		Map<String, Object> parameters = Map.of("looked", revisions.keySet().toArray(Long[]::new), "revisions",
				revisions.values().toArray(Long[]::new), "items", items.toArray(Long[]::new), "fields",
				fields.toArray(String[]::new), "keys", keys.toArray(String[]::new), "args", args.toArray(String[]::new),
				"now", ContentStore.at(this.clock.instant()));
		String found = """
				with looked as (
				  select l.item_id, l.revision_id from unnest(cast(:looked as bigint[]), cast(:revisions as bigint[])) as l (item_id, revision_id)
				  join content_item i on i.id = l.item_id and i.published_revision_id = l.revision_id),
				found as (
				  select l.item_id, l.revision_id, n.field, n.key, cast(n.args as jsonb) as args, n.place
				  from unnest(cast(:items as bigint[]), cast(:fields as text[]), cast(:keys as text[]), cast(:args as text[]))
				    with ordinality as n (item_id, field, key, args, place) join looked l on l.item_id = n.item_id)
				""";
		// As whoever publishes does: first the item, then what was found of it
		this.jdbc.sql("select id from content_item where id in (:items) order by id for key share")
			.param("items", revisions.keySet())
			.query(Long.class)
			.list();
		this.jdbc.sql(found + """
				delete from content_finding f using looked l where f.item_id = l.item_id and not exists (
				  select from found n where (n.item_id, n.revision_id, n.field, n.key, n.args)
				    = (f.item_id, f.revision_id, f.field, f.key, f.args))""").params(parameters).update();
		if (!items.isEmpty()) {
			this.jdbc.sql(
					found + """
							insert into content_finding (item_id, revision_id, field, key, args, found_at)
							select item_id, revision_id, field, key, args, :now from found order by place on conflict do nothing""")
				.params(parameters)
				.update();
		}
	}

	/** Of some items, by item, in the order in which they were found. */
	Map<Long, List<Problem>> of(Collection<Long> items) {
		Map<Long, List<Problem>> found = new LinkedHashMap<>();
		if (!items.isEmpty()) {
			this.jdbc
				.sql("""
						select f.* from content_finding f join content_item i on i.id = f.item_id and i.published_revision_id = f.revision_id
						where f.item_id in (:items) order by f.id""")
				.param("items", items)
				.query((row) -> {
					found.computeIfAbsent(row.getLong("item_id"), (id) -> new ArrayList<>())
						.add(new Problem(row.getString("field"), row.getString("key"),
								this.json.readValue(row.getString("args"), ARGUMENTS)));
				});
		}
		return found;
	}

	/**
	 * What keeps a text from being published is mended now; what else was wrong may still
	 * be. Where nothing was before, others may have missed it.
	 */
	@Override
	public void published(PublicItem item, String before) {
		this.jdbc.sql("""
				delete from content_finding f using content_item i
				where f.item_id = ? and i.id = f.item_id and i.published_revision_id is distinct from f.revision_id""")
			.param(item.id())
			.update();
		if (before == null) {
			this.work.want(NightWork.CHECK);
		}
		Map<Long, List<Problem>> later = later(List.of(item));
		if (!later.isEmpty()) {
			Instant now = this.clock.instant();
			later.get(item.id())
				.stream()
				.distinct()
				.limit(MOST)
				.forEach((problem) -> this.jdbc
					.sql("""
							insert into content_finding (item_id, revision_id, field, key, args, found_at)
							select id, published_revision_id, :field, :key, cast(:args as jsonb), :now
							from content_item where id = :item and published_revision_id is not null on conflict do nothing""")
					.param("item", item.id())
					.param("field", problem.field())
					.param("key", problem.key())
					.param("args", this.json.writeValueAsString(problem.args()))
					.param("now", ContentStore.at(now))
					.update());
		}
	}

	/** What links to it leads nowhere from now on. */
	@Override
	public void withdrawn(PublicItem last) {
		this.work.want(NightWork.CHECK);
		this.jdbc.sql("delete from content_finding where item_id = ?").param(last.id()).update();
	}

}
