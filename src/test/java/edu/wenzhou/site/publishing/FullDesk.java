package edu.wenzhou.site.publishing;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Made-up items, so that every section of a desk has something. None of them is in a
 * table that the public sees.
 */
public final class FullDesk {

	private static final String MARK = "made-up-";

	private final JdbcClient jdbc;

	private final long me;

	private final long other;

	/**
	 * The desk of one person.
	 * @param me whose desk it is; reaches all content as an editor and as an approver
	 * @param other who hands things in and sends them back
	 */
	public FullDesk(JdbcClient jdbc, long me, long other) {
		this.jdbc = jdbc;
		this.me = me;
		this.other = other;
	}

	/** One or two items for each section. */
	public void fill() {
		long late = item("late", "样例：名称很长、要换行的一项内容，等待终审", this.other);
		review(late, "OPEN", false, "current_date - 3");
		long open = item("open", "样例：等待终审的一项", this.other);
		review(open, "OPEN", false, null);
		long back = item("back", "样例：退回给我的一项", this.me);
		long returned = review(back, "RETURNED", false, null);
		this.jdbc
			.sql("""
					insert into review_decision (review_id, step, kind, comment, content_hash, decided_by, decided_name, decided_at)
					select id, 0, 'RETURN', '第一段的“校区”请写全称，第二段请核对。', content_hash, ?, '测试审核人', now() from review where id = ?""")
			.params(this.other, returned)
			.update();
		long emergency = item("emergency", "样例：紧急发布的一项", this.other);
		live(emergency, "null");
		review(emergency, "OPEN", true, null);
		item("draft", "样例：我的草稿", this.me);
		long opened = item("opened", "样例：我打开着的一项", this.other);
		this.jdbc
			.sql("""
					insert into edit_presence (item_id, account_id, name, since, last_seen_at) values (?, ?, '我', now(), now())""")
			.params(opened, this.me)
			.update();
		long timed = item("timed", "样例：定时发布的一项", this.other);
		this.jdbc
			.sql("update review set state = 'APPROVED', step = 1, publish_at = now() + interval '1 day' where id = ?")
			.param(review(timed, "OPEN", false, null))
			.update();
		long ending = item("ending", "样例：即将到期的一项", this.other);
		live(ending, "now() + interval '3 days'");
		this.jdbc.sql("update content_item set last_published_at = now() - interval '13 months' where id = ?")
			.param(ending)
			.update();
		this.jdbc.sql("""
				insert into content_finding (item_id, revision_id, field, key, args, found_at)
				select id, published_revision_id, 'body_zh', 'staff.problem.link', '["/schools/made-up-gone"]', now()
				from content_item where id = ?""").param(ending).update();
		this.jdbc
			.sql("""
					insert into audit_event (actor_name, address, client, action, item_type, item_id, item_name, outcome, details)
					values ('测试审核人', '192.0.2.1', '', 'content.publish', 'school', cast(? as text), '样例：即将到期的一项', 'DONE',
					  '{"revision": 2, "path": "/schools/made-up-ending"}')""")
			.param(ending)
			.update();
	}

	/** So many more: drafts, reviews, returns, ends. */
	public void crowd(int number) {
		this.jdbc.sql("""
				insert into content_item (type, slug, title, updated_at)
				select 'school', 'made-up-many-' || n, '样例 ' || n, now() from generate_series(1, ?) n""")
			.param(number)
			.update();
		this.jdbc
			.sql("""
					insert into content_revision (item_id, seq, schema_version, payload, content_hash, title, kind, author_id, author_name)
					select id, 1, 1, '{}', repeat('0', 64), title, 'SAVED',
					  case when id % 4 in (0, 1) then cast(? as bigint) else ? end, '测试' from content_item where slug like 'made-up-many-%'""")
			.params(this.me, this.other)
			.update();
		this.jdbc.sql("""
				update content_item i set latest_revision_id = v.id from content_revision v
				where v.item_id = i.id and i.slug like 'made-up-many-%'""").update();
		this.jdbc
			.sql("""
					insert into review (item_id, revision_id, content_hash, state, steps, authors, requested_by, requested_name,
					  requested_at, closed_at)
					select id, latest_revision_id, repeat('0', 64), case id % 4 when 1 then 'RETURNED' else 'OPEN' end, '{APPROVER}', '{}',
					  ?, '测试', now(), case id % 4 when 1 then now() end
					from content_item where slug like 'made-up-many-%' and id % 4 in (1, 2)""")
			.param(this.other)
			.update();
		this.jdbc
			.sql("""
					insert into review_decision (review_id, step, kind, comment, content_hash, decided_by, decided_name, decided_at)
					select r.id, 0, 'RETURN', '样例', r.content_hash, ?, '测试', now() from review r join content_item i on i.id = r.item_id
					where r.state = 'RETURNED' and i.slug like 'made-up-many-%'""")
			.param(this.other)
			.update();
		this.jdbc.sql("""
				update content_item set published_slug = slug, published_revision_id = latest_revision_id,
				  expire_at = now() + interval '1 day' where slug like 'made-up-many-%' and id % 4 = 3""").update();
	}

	/** Takes everything away again. */
	public void clear() {
		this.jdbc.sql("alter table review_decision disable trigger user").update();
		this.jdbc.sql("alter table content_revision disable trigger user").update();
		String items = "(select id from content_item where slug like '" + MARK + "%')";
		this.jdbc
			.sql("delete from review_decision where review_id in (select id from review where item_id in " + items
					+ ")")
			.update();
		for (String table : List.of("review", "edit_presence", "preview_link")) {
			this.jdbc.sql("delete from " + table + " where item_id in " + items).update();
		}
		this.jdbc.sql(
				"update content_item set latest_revision_id = null, published_revision_id = null, published_slug = null"
						+ " where slug like '" + MARK + "%'")
			.update();
		this.jdbc.sql("delete from content_revision where item_id in " + items).update();
		this.jdbc.sql("delete from content_item where slug like '" + MARK + "%'").update();
		this.jdbc.sql("alter table review_decision enable trigger user").update();
		this.jdbc.sql("alter table content_revision enable trigger user").update();
	}

	/** The number of a made-up item. */
	public long id(String slug) {
		return this.jdbc.sql("select id from content_item where slug = ?")
			.param(MARK + slug)
			.query(Long.class)
			.single();
	}

	private long item(String slug, String title, long author) {
		long id = this.jdbc.sql("insert into content_item (type, slug, title) values ('school', ?, ?) returning id")
			.params(MARK + slug, title)
			.query(Long.class)
			.single();
		this.jdbc
			.sql("""
					with latest as (
					  insert into content_revision (item_id, seq, schema_version, payload, content_hash, title, kind, author_id, author_name)
					  values (:id, 1, 1, '{}', encode(sha256('{}'), 'hex'), :title, 'SAVED', :author, '测试编辑') returning id)
					update content_item set latest_revision_id = (select id from latest) where id = :id""")
			.param("id", id)
			.param("title", title)
			.param("author", author)
			.update();
		return id;
	}

	private long review(long item, String state, boolean emergency, String due) {
		return this.jdbc
			.sql("""
					insert into review (item_id, revision_id, content_hash, state, emergency, steps, authors, requested_by,
					  requested_name, requested_at, due_on, note, closed_at)
					select i.id, v.id, v.content_hash, '%1$s', %2$s, '{APPROVER}', array[v.author_id], v.author_id, '测试编辑', now(), %3$s,
					  '样例', case '%1$s' when 'OPEN' then null else now() end
					from content_item i join content_revision v on v.id = i.latest_revision_id where i.id = ? returning id"""
				.formatted(state, emergency, due))
			.param(item)
			.query(Long.class)
			.single();
	}

	private void live(long item, String expires) {
		this.jdbc.sql(
				"update content_item set published_slug = slug, published_revision_id = latest_revision_id, expire_at = "
						+ expires + " where id = ?")
			.param(item)
			.update();
	}

}
