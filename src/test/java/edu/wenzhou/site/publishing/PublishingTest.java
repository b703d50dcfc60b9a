package edu.wenzhou.site.publishing;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import edu.wenzhou.site.Generation;
import edu.wenzhou.site.publishing.Drafts.Draft;
import edu.wenzhou.site.staff.Role;
import edu.wenzhou.site.staff.Scope;
import edu.wenzhou.site.staff.StaffTest;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A test of drafts, reviews and publishing as people do them: over HTTP. Items that a
 * test makes are taken away after it, and others are put back, since all tests share one
 * database.
 */
abstract class PublishingTest extends StaffTest {

	@Autowired
	ContentTypes types;

	@Autowired
	ContentStore store;

	@Autowired
	TypedTables tables;

	@Autowired
	private Publications publications;

	@Autowired
	private ObjectProvider<PublicationListener> listeners;

	@Autowired
	TransactionTemplate transaction;

	private final List<Runnable> after = new ArrayList<>();

	@AfterEach
	void asBefore() {
		for (int i = this.after.size() - 1; i >= 0; i--) {
			this.after.get(i).run();
		}
		this.after.clear();
		Generation.raise(this.jdbc);
	}

	/** An item of the seeds; whatever a test does to it is undone. */
	long seeded(String type, String slug) {
		long id = item(type, slug);
		ContentItem before = this.store.item(id);
		Values values = this.store.live(before).orElseThrow().values();
		this.after.add(() -> {
			ContentItem now = this.store.item(id);
			this.tables.write(before.type(), now.publishedSlug(), values);
			forget(id, before);
			this.publications.publish(id, before.type(), values, null, before.lastPublishedAt().toInstant());
			PublicItem item = new PublicItem(id, before.type(), before.type().path(values), values,
					before.lastPublishedAt().toInstant(), null);
			Instant saved = this.jdbc.sql("select updated_at from content_item where id = ?")
				.param(id)
				.query(OffsetDateTime.class)
				.single()
				.toInstant();
			this.transaction.executeWithoutResult((status) -> {
				List<PublicItem> touched = this.publications.touch(id, before.type(),
						Stream.of(now.publishedSlug(), before.publishedSlug())
							.filter(Objects::nonNull)
							.collect(Collectors.toSet()),
						item.changed());
				this.listeners.forEach((listener) -> {
					listener.drafted(new Draft(id, before.type(), values, saved));
					listener.published(item, item.path());
					touched.forEach((other) -> listener.published(other, other.path()));
				});
			});
		});
		return id;
	}

	/** An empty draft. */
	long created(Visitor editor, String type) {
		HttpResponse<String> answer = editor.post("/staff/content/new/" + type, "_csrf", editor.token());
		assertThat(answer.statusCode()).isEqualTo(302);
		return forgotten(Long.parseLong(answer.headers().firstValue("Location").orElseThrow().replaceAll("\\D", "")));
	}

	/** An item that will be gone after the test. */
	long forgotten(long id) {
		this.after.add(() -> {
			ContentItem now = this.store.item(id);
			if (now.isLive()) {
				Values values = this.store.live(now).orElseThrow().values();
				this.tables.remove(now.type(), now.publishedSlug());
				PublicItem last = new PublicItem(id, now.type(), now.type().path(values), values, Instant.EPOCH, null);
				this.transaction
					.executeWithoutResult((status) -> this.listeners.forEach((listener) -> listener.withdrawn(last)));
			}
			this.jdbc.sql("delete from publication where item_id = ?").param(id).update();
			forget(id, null);
		});
		return id;
	}

	private void forget(long id, ContentItem before) {
		this.jdbc.sql("alter table review_decision disable trigger user").update();
		this.jdbc.sql("alter table review_answer disable trigger user").update();
		this.jdbc.sql("alter table content_revision disable trigger user").update();
		for (String table : List.of("review_decision", "review_answer")) {
			this.jdbc.sql("delete from " + table + " where review_id in (select id from review where item_id = ?)")
				.param(id)
				.update();
		}
		for (String table : List.of("review", "preview_link", "edit_presence", "former_path", "content_media",
				"staff_role_grant", "search_document")) {
			this.jdbc.sql("delete from " + table + " where item_id = ?").param(id).update();
		}
		if (before == null) {
			this.jdbc
				.sql("""
						update content_item set latest_revision_id = null, published_revision_id = null, published_slug = null
						where id = ?""")
				.param(id)
				.update();
			this.jdbc.sql("update content_revision set base_revision_id = null where item_id = ?").param(id).update();
			this.jdbc.sql("delete from content_revision where item_id = ?").param(id).update();
			this.jdbc.sql("delete from content_item where id = ?").param(id).update();
		}
		else {
			this.jdbc
				.sql("""
						update content_item set latest_revision_id = ?, published_revision_id = ?, published_slug = ?, slug = ?,
						title = ?, withdrawn_at = null, withdrawn_reason = null, withdrawn_to = null, deleted_at = null
						where id = ?""")
				.params(before.latestRevision(), before.publishedRevision(), before.publishedSlug(), before.slug(),
						before.title(), id)
				.update();
			this.jdbc.sql("delete from content_revision where item_id = ? and id > ?")
				.params(id, before.latestRevision())
				.update();
		}
		this.jdbc.sql("alter table review_decision enable trigger user").update();
		this.jdbc.sql("alter table review_answer enable trigger user").update();
		this.jdbc.sql("alter table content_revision enable trigger user").update();
	}

	Visitor with(Role... roles) {
		return signedIn(person(Arrays.stream(roles).map((role) -> new Scope(role, null, null)).toArray(Scope[]::new)));
	}

	/** The form of an item, as it stands on the page. */
	static Element form(Visitor visitor, long id) {
		return visitor.page(path(id) + "/edit").selectFirst("form[action=" + path(id) + "/edit]");
	}

	static String path(long id) {
		return "/staff/content/" + id;
	}

	/** Opens the form, fills fields in and saves. */
	void edited(Visitor editor, long id, String... fields) {
		HttpResponse<String> answer = editor.submit(form(editor, id), fields);
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
	}

	void submitted(Visitor editor, long id, String... fields) {
		HttpResponse<String> answer = editor.submit(path(id) + "/submit", path(id) + "/submit", fields);
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
	}

	/** A decision as the page of the review offers it. */
	HttpResponse<String> decided(Visitor reviewer, long id, String decision, String comment) {
		return reviewer.submit(path(id) + "/review", path(id) + "/review", "decision", decision, "comment", comment);
	}

	/** Through the review of the default: one approver. */
	void published(Visitor editor, Visitor approver, long id) {
		submitted(editor, id);
		HttpResponse<String> answer = decided(approver, id, "approve", "");
		assertThat(answer.headers().firstValue("Location")).as(answer.body()).contains(path(id) + "?done=published");
	}

	String body(String path) {
		return get(path).body();
	}

}
