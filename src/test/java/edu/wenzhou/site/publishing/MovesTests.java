package edu.wenzhou.site.publishing;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;

import edu.wenzhou.site.staff.Role;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Addresses that were public once go on leading somewhere, or say that it is over. */
class MovesTests extends PublishingTest {

	@Test
	void oldAddressesLeadToThePageInOneStepHoweverOftenItMoved() {
		long id = seeded("campus", "lucheng");
		Visitor editor = with(Role.EDITOR);
		Visitor approver = with(Role.APPROVER);
		for (String slug : new String[] { "lucheng-two", "lucheng-three" }) {
			edited(editor, id, "slug", slug);
			assertThat(get("/campuses/" + slug).statusCode()).isEqualTo(404);
			published(editor, approver, id);
		}
		assertThat(get("/campuses/lucheng-three").statusCode()).isEqualTo(200);
		for (String old : new String[] { "lucheng", "lucheng-two" }) {
			assertMoved("/campuses/" + old, "/campuses/lucheng-three");
			assertMoved("/en/campuses/" + old, "/en/campuses/lucheng-three");
			// Spelled in another way on top
			assertMoved("/EN/Campuses/" + old + "/index.html/?x=1", "/en/campuses/lucheng-three");
			assertMoved("/english/campuses/" + old + ".htm", "/en/campuses/lucheng-three");
			assertMoved("/Campuses/" + old.toUpperCase(Locale.ROOT) + "/", "/campuses/lucheng-three");
		}
		edited(editor, id, "slug", "lucheng");
		published(editor, approver, id);
		assertThat(get("/campuses/lucheng").statusCode()).isEqualTo(200);
		assertMoved("/campuses/lucheng-three", "/campuses/lucheng");
	}

	@Test
	void aDraftOfAnotherAddressMovesNothing() {
		long id = seeded("campus", "lucheng");
		edited(with(Role.EDITOR), id, "slug", "lucheng-draft");
		assertThat(get("/campuses/lucheng").statusCode()).isEqualTo(200);
		assertThat(get("/campuses/lucheng-draft").statusCode()).isEqualTo(404);
	}

	@Test
	void whatIsWithdrawnIsGoneOrLeadsElsewhere() {
		long id = school("withdrawn-school");
		Visitor approver = with(Role.APPROVER);
		String item = path(id);
		HttpResponse<String> refused = approver.submit(item, item + "/withdraw", "reason", "");
		assertThat(refused.statusCode()).isEqualTo(409);
		assertThat(approver.submit(item, item + "/withdraw", "reason", "不再招生", "to", "//other.example").statusCode())
			.isEqualTo(409);
		assertThat(get("/schools/withdrawn-school").statusCode()).isEqualTo(200);
		assertThat(approver.submit(item, item + "/withdraw", "reason", "不再招生").statusCode()).isEqualTo(302);
		HttpResponse<String> gone = get("/schools/withdrawn-school");
		assertThat(gone.statusCode()).isEqualTo(410);
		assertThat(gone.body()).contains("这个页面已经撤下").doesNotContain("不再招生");
		for (String path : List.of("/en/schools/withdrawn-school", "/schools/Withdrawn-School/",
				"/english/schools/withdrawn-school.html", "/schools/withdrawn-school/index.php")) {
			assertThat(get(path).statusCode()).as(path).isEqualTo(410);
		}
		assertThat(body("/schools")).doesNotContain("测试学院");
		this.jdbc.sql("update content_item set withdrawn_to = '/schools/ai' where id = ?").param(id).update();
		assertMoved("/schools/withdrawn-school", "/schools/ai");
		assertMoved("/EN/Schools/Withdrawn-School/", "/en/schools/ai");
		// What was named is no page any more, so nobody is sent there
		this.jdbc.sql("update content_item set withdrawn_to = '/schools/nowhere' where id = ?").param(id).update();
		assertThat(get("/schools/withdrawn-school").statusCode()).isEqualTo(410);
		// Published again it answers by itself
		Visitor editor = with(Role.EDITOR);
		published(editor, approver, id);
		assertThat(get("/schools/withdrawn-school").statusCode()).isEqualTo(200);
	}

	/** A figure that stands on pages cannot be pulled from under them. */
	@Test
	void whatOthersNeedStays() {
		long id = seeded("figure", "founded-year");
		Visitor approver = with(Role.APPROVER);
		HttpResponse<String> answer = approver.submit(path(id), path(id) + "/withdraw", "reason", "试试");
		assertThat(answer.statusCode()).isEqualTo(409);
		assertThat(answer.body()).contains("别处还在用它", "试试");
		assertThat(get("/about/figures").body()).contains("id=\"founded-year\"");
	}

	@Test
	void anOldRevisionBecomesADraftAndNothingElse() {
		long id = seeded("campus", "lucheng");
		Visitor editor = with(Role.EDITOR);
		Visitor approver = with(Role.APPROVER);
		long first = this.store.item(id).latestRevision();
		edited(editor, id, "lead_zh", "改过的导语");
		published(editor, approver, id);
		String restore = path(id) + "/revisions/" + first + "/restore";
		assertThat(editor.submit(path(id), restore).statusCode()).isEqualTo(302);
		assertThat(body("/campuses/lucheng")).contains("改过的导语");
		assertThat(this.store.latest(this.store.item(id)).values()).isEqualTo(this.store.revision(id, first).values());
		published(editor, approver, id);
		assertThat(body("/campuses/lucheng")).doesNotContain("改过的导语");
	}

	private long school(String slug) {
		Visitor editor = with(Role.EDITOR);
		long id = created(editor, "school");
		edited(editor, id, "name_zh", "测试学院", "slug", slug);
		published(editor, with(Role.APPROVER), id);
		return id;
	}

	private void assertMoved(String from, String to) {
		HttpResponse<String> answer = get(from);
		assertThat(answer.statusCode()).as(from).isEqualTo(301);
		assertThat(answer.headers().firstValue("Location")).contains(to);
	}

}
