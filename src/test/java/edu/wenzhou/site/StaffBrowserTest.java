package edu.wenzhou.site;

import com.microsoft.playwright.Page;
import edu.wenzhou.site.staff.People;
import edu.wenzhou.site.staff.Person;
import edu.wenzhou.site.staff.Scope;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A test of the back office in a real browser, by people made for it. */
abstract class StaffBrowserTest extends BrowserTest {

	@Autowired
	JdbcClient jdbc;

	@BeforeEach
	void nobodyHasToWait() {
		new People(this.jdbc).forgive();
	}

	Person person(String displayName, Scope... scopes) {
		return new People(this.jdbc).person(displayName, scopes);
	}

	/** Fills in the sign-in form that the page shows, and sends it. */
	static void signIn(Page page, String name, String password) {
		page.fill("#name", name);
		page.fill("#password", password);
		Browser.press(page, "#password", "Enter");
	}

	static void signIn(Page page, Person person) {
		signIn(page, person.name(), person.password());
	}

	/** Their sessions end, as after a long break. */
	void signOut(Person person) {
		this.jdbc.sql("delete from spring_session where principal_name = ?")
			.param(String.valueOf(person.id()))
			.update();
	}

	/** The item of the seeds that the public sees under that slug. */
	long item(String type, String slug) {
		return this.jdbc.sql("select id from content_item where type = ? and published_slug = ?")
			.params(type, slug)
			.query(Long.class)
			.single();
	}

	/**
	 * Takes the revisions away again that came after one: all tests share one database.
	 */
	void forget(long item, long after) {
		this.jdbc.sql("alter table content_revision disable trigger user").update();
		this.jdbc.sql("update content_item set latest_revision_id = ? where id = ?").params(after, item).update();
		this.jdbc.sql("delete from content_revision where item_id = ? and id > ?").params(item, after).update();
		this.jdbc.sql("delete from edit_presence where item_id = ?").param(item).update();
		this.jdbc.sql("alter table content_revision enable trigger user").update();
	}

	long latest(long item) {
		return this.jdbc.sql("select latest_revision_id from content_item where id = ?")
			.param(item)
			.query(Long.class)
			.single();
	}

}
