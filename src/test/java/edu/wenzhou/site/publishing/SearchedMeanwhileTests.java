package edu.wenzhou.site.publishing;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import edu.wenzhou.site.audit.Actor;
import edu.wenzhou.site.publishing.Revision.Base;
import edu.wenzhou.site.staff.Role;
import edu.wenzhou.site.staff.Scope;
import edu.wenzhou.site.staff.StaffUser;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * One person saves an item while another publishes a figure that it names, which writes
 * the item into the index of the search, too. Neither fails, and the index has what was
 * written last.
 */
class SearchedMeanwhileTests extends PublishingTest {

	private static final Actor ACTOR = new Actor(null, "", "192.0.2.1", "");

	@Autowired
	private Editing editing;

	@Autowired
	private Reviews reviews;

	@Test
	void aPublicationWaitsForASave() throws Exception {
		long overview = seeded("section", "overview");
		long figure = inReview();
		Visitor approver = with(Role.APPROVER);
		CompletableFuture<String> approved = this.transaction.execute((status) -> {
			saved(overview);
			CompletableFuture<String> approving = CompletableFuture.supplyAsync(
					() -> decided(approver, figure, "approve", "").headers().firstValue("Location").orElse("failed"));
			awaitWaiting();
			return approving;
		});
		assertThat(approved.get(60, TimeUnit.SECONDS)).contains("?done=published");
		assertThat(draft(overview)).contains("罕见词金木水", "13579余人");
	}

	@Test
	void aSaveWaitsForAPublication() throws Exception {
		long overview = seeded("section", "overview");
		long figure = inReview();
		String hash = this.store.latest(this.store.item(figure)).hash();
		CompletableFuture<Void> saved = this.transaction.execute((status) -> {
			this.reviews.approve(user(2, Role.APPROVER), ACTOR, figure, hash, "", null);
			CompletableFuture<Void> saving = CompletableFuture.runAsync(() -> saved(overview));
			awaitWaiting();
			return saving;
		});
		saved.get(60, TimeUnit.SECONDS);
		assertThat(draft(overview)).contains("罕见词金木水", "13579余人");
	}

	private long inReview() {
		long figure = seeded("figure", "students");
		Visitor editor = with(Role.EDITOR);
		edited(editor, figure, "value_zh", "13579", "value_en", "13,579");
		submitted(editor, figure);
		return figure;
	}

	private void saved(long id) {
		Revision latest = this.store.latest(this.store.item(id));
		Values values = latest.values();
		this.editing.save(user(1, Role.EDITOR), ACTOR, id,
				values.with("body_zh", values.get("body_zh") + "<p>罕见词金木水</p>"), new Base(latest.id(), latest.hash()),
				"", true);
	}

	/** Until the other one waits for what this transaction does. */
	private void awaitWaiting() {
		int me = this.jdbc.sql("select pg_backend_pid()").query(Integer.class).single();
		await().atMost(Duration.ofMinutes(1))
			.until(() -> this.jdbc
				.sql("select exists (select from pg_stat_activity where ? = any (pg_blocking_pids(pid)))")
				.param(me)
				.query(Boolean.class)
				.single());
	}

	private String draft(long id) {
		return this.jdbc.sql("select plain_text from search_document where item_id = ? and scope = 'DRAFT'")
			.param(id)
			.query(String.class)
			.single();
	}

	private static StaffUser user(long id, Role role) {
		return new StaffUser(-id, "user" + id, "user@college.example", "测试" + id, List.of(new Scope(role, null, null)));
	}

}
