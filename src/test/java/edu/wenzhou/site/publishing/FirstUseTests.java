package edu.wenzhou.site.publishing;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;

import edu.wenzhou.site.audit.Actor;
import edu.wenzhou.site.media.MadeFiles;
import edu.wenzhou.site.media.TestUses;
import edu.wenzhou.site.publishing.Revision.Base;
import edu.wenzhou.site.staff.Role;
import edu.wenzhou.site.staff.Scope;
import edu.wenzhou.site.staff.StaffUser;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A file is deleted while somebody comes to use it: two transactions at the same moment,
 * in either order. Whoever is later waits, and is told.
 */
class FirstUseTests extends PublishingTest {

	private static final Actor ACTOR = new Actor(null, "", "192.0.2.1", "");

	private static final StaffUser WRITER = user(1, Role.EDITOR);

	private static final StaffUser PUBLISHER = user(2, Role.APPROVER);

	@Autowired
	private Editing editing;

	@Autowired
	private Reviews reviews;

	@Autowired
	private TestUses uses;

	@Autowired
	private TransactionTemplate transaction;

	private Visitor editor;

	private String picture;

	private String token;

	private long id;

	@BeforeEach
	void aPictureThatNothingUses() {
		this.editor = with(Role.EDITOR);
		this.picture = picture(this.editor, "楼.jpg", MadeFiles.jpeg(600, 400));
		this.token = this.editor.token();
		this.id = seeded("campus", "lucheng");
	}

	@ParameterizedTest
	@ValueSource(strings = { "pictures", "body_zh" })
	void aDeletionWaitsForASaveAndIsRefused(String field) {
		CompletableFuture<HttpResponse<String>> deletion = this.transaction.execute((status) -> {
			save(field);
			CompletableFuture<HttpResponse<String>> started = CompletableFuture.supplyAsync(this::delete);
			until(() -> started.isDone() || somebodyWaits());
			assertThat(started).as("before it is known whether something uses the file").isNotDone();
			return started;
		});
		HttpResponse<String> answer = deletion.join();
		assertThat(answer.statusCode()).isEqualTo(409);
		assertThat(Jsoup.parse(answer.body()).select(".errsum").text()).contains("不能删除", "还在用这个文件");
		assertThat(Jsoup.parse(answer.body()).select(".desk a").eachAttr("href")).contains(path(this.id));
		assertThat(this.editor.get(this.picture + "/file").statusCode()).isEqualTo(200);
		publish();
		assertThat(get("/campuses/lucheng").body()).contains("<img ");
		assertNoDeadPicture();
	}

	@ParameterizedTest
	@ValueSource(strings = { "pictures", "body_zh" })
	void aSaveWaitsForADeletionAndIsTold(String field) {
		String sha256 = sha256(this.picture);
		AtomicReference<CompletableFuture<?>> save = new AtomicReference<>();
		// In the transaction of the deletion, when it looks for what uses the file
		this.uses.whenAsked(sha256, () -> {
			CompletableFuture<?> started = CompletableFuture.runAsync(() -> save(field));
			save.set(started);
			until(() -> started.isDone() || somebodyWaits());
		});
		Values values = values(field);
		HttpResponse<String> answer = delete();
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
		save.get().join();
		assertThat(this.editor.get(this.picture).statusCode()).isEqualTo(404);
		assertThat(this.store.latest(this.store.item(this.id)).values()).as("what was typed is kept").isEqualTo(values);
		String said = field.equals("pictures") ? "图片：有一项不是图库里写好说明的图片，可能已经删除" : "正文（中文）：图库里没有“/media/" + sha256;
		Document page = this.editor.page(path(this.id) + "/edit?saved");
		assertThat(page.select(".errsum").text()).contains(said);
		assertThat(page.select(".notice").text()).contains("已存为草稿");
		assertThat(this.editor.page(path(this.id) + "/submit").select("main").text()).contains(said);
		assertThat(page.select("#field-pictures").text()).as("no key that nobody can read").doesNotContain(sha256);
		assertThat(this.editor.page(path(this.id) + "/compare").select("main").text()).doesNotContain("null");
		assertNoDeadPicture();
	}

	@ParameterizedTest
	@ValueSource(strings = { "pictures", "body_zh" })
	void whatIsGoneBetweenTheReviewAndItsEndIsNotPublished(String field) {
		save(field);
		String hash = this.store.latest(this.store.item(this.id)).hash();
		this.reviews.submit(WRITER, ACTOR, this.id, hash, "", null, null, Map.of());
		// Nobody can do that here
		this.jdbc.sql("delete from media_item where sha256 = ?").param(sha256(this.picture)).update();
		Visitor approver = with(Role.APPROVER);
		HttpResponse<String> answer = decided(approver, this.id, "approve", "");
		assertThat(answer.statusCode()).isEqualTo(422);
		assertThat(Jsoup.parse(answer.body()).select(".errsum").text())
			.contains(field.equals("pictures") ? "图片：有一项" : "正文（中文）：图库里没有");
		assertThat(this.store.item(this.id).review()).isNotNull();
		assertNoDeadPicture();
	}

	@Test
	void aPublicationHoldsItsFilesUntilItIsDone() {
		save("pictures");
		String hash = this.store.latest(this.store.item(this.id)).hash();
		this.reviews.submit(WRITER, ACTOR, this.id, hash, "", null, null, Map.of());
		// As if the draft did not count
		this.jdbc.sql("delete from content_media where item_id = ?").param(this.id).update();
		CompletableFuture<HttpResponse<String>> deletion = this.transaction.execute((status) -> {
			this.reviews.approve(PUBLISHER, ACTOR, this.id, hash, "", null);
			CompletableFuture<HttpResponse<String>> started = CompletableFuture.supplyAsync(this::delete);
			until(() -> started.isDone() || somebodyWaits());
			assertThat(started).isNotDone();
			return started;
		});
		assertThat(deletion.join().statusCode()).isEqualTo(409);
		assertThat(page("/campuses/lucheng").select("main img")).hasSize(1);
		assertNoDeadPicture();
	}

	@Test
	void ofTwoWhoDeleteOneFindsThatItIsGone() {
		AtomicReference<CompletableFuture<HttpResponse<String>>> second = new AtomicReference<>();
		this.uses.whenAsked(sha256(this.picture), () -> {
			CompletableFuture<HttpResponse<String>> started = CompletableFuture.supplyAsync(this::delete);
			second.set(started);
			until(() -> started.isDone() || somebodyWaits());
		});
		assertThat(List.of(delete().statusCode(), second.get().join().statusCode())).containsExactly(302, 404);
	}

	private Values values(String field) {
		String sha256 = sha256(this.picture);
		String value = field.equals("pictures") ? sha256
				: "<figure><img src=\"/media/%s/%%E6%%A5%%BC.jpg\" alt=\"楼\" /></figure>".formatted(sha256);
		return this.store.latest(this.store.item(this.id)).values().with(field, value);
	}

	private void save(String field) {
		Revision latest = this.store.latest(this.store.item(this.id));
		assertThat(
				this.editing.save(WRITER, ACTOR, this.id, values(field), new Base(latest.id(), latest.hash()), "", true)
					.isConflict())
			.isFalse();
	}

	private void publish() {
		String hash = this.store.latest(this.store.item(this.id)).hash();
		this.reviews.submit(WRITER, ACTOR, this.id, hash, "", null, null, Map.of());
		this.reviews.approve(PUBLISHER, ACTOR, this.id, hash, "", null);
	}

	private HttpResponse<String> delete() {
		return this.editor.post(this.picture + "/delete", "_csrf", this.token);
	}

	private void assertNoDeadPicture() {
		for (String address : page("/campuses/lucheng").select("main img").eachAttr("src")) {
			assertThat(get(address).statusCode()).as(address).isEqualTo(200);
		}
	}

	/** For a row that somebody else has. */
	private boolean somebodyWaits() {
		return this.jdbc.sql("select exists (select from pg_locks where locktype = 'transactionid' and not granted)")
			.query(Boolean.class)
			.single();
	}

	private static void until(BooleanSupplier condition) {
		long end = System.nanoTime() + 30_000_000_000L;
		while (!condition.getAsBoolean()) {
			assertThat(System.nanoTime()).as("nothing happens").isLessThan(end);
			Thread.onSpinWait();
		}
	}

	private static StaffUser user(long id, Role role) {
		return new StaffUser(-id, "user" + id, "user@college.example", "测试" + id, List.of(new Scope(role, null, null)));
	}

}
