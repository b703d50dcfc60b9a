package edu.wenzhou.site.staff;

import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import edu.wenzhou.site.WebTest;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

import static org.assertj.core.api.Assertions.assertThat;

/** A test of the back office as people use it: over HTTP, with browsers of their own. */
public abstract class StaffTest extends WebTest {

	private static final AtomicInteger number = new AtomicInteger();

	@Autowired
	protected JdbcClient jdbc;

	@Autowired
	StaffAccountRepository accounts;

	@Autowired
	Passwords passwords;

	@Autowired
	PlatformTransactionManager transactions;

	@BeforeEach
	void nothingIsHeldAgainstThisMachine() {
		new People(this.jdbc).forgive();
	}

	/** An account that exists for this test, with a password that only it knows. */
	protected Person person(Scope... scopes) {
		return new People(this.jdbc).person("测试" + number.incrementAndGet(), scopes);
	}

	protected Person administrator() {
		return person(new Scope(Role.ADMINISTRATOR, null, null));
	}

	protected Person editor() {
		return person(new Scope(Role.EDITOR, null, null));
	}

	/** The number of an item that is public. */
	protected long item(String type, String slug) {
		return this.jdbc.sql("select id from content_item where type = ? and published_slug = ?")
			.params(type, slug)
			.query(Long.class)
			.single();
	}

	/** A browser in which that person has signed in. */
	protected Visitor signedIn(Person person) {
		Visitor visitor = new Visitor();
		HttpResponse<String> answer = visitor.signIn(person.name(), person.password());
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
		return visitor;
	}

	/** What the record has about an account as the one who acts, the newest first. */
	protected List<String> deeds(Person person) {
		return this.jdbc
			.sql("select action || ' ' || outcome from audit_event where actor_id = :id order by at desc, id desc")
			.param("id", person.id())
			.query(String.class)
			.list();
	}

	/**
	 * An address with its query as a reader sees it; encoders differ in what they leave.
	 */
	protected static String decoded(String address) {
		return URLDecoder.decode(address, StandardCharsets.UTF_8);
	}

	/** A text as it stands in an address. */
	protected static String encoded(String text) {
		return StaffBrowser.encoded(text);
	}

	/** A browser at this test's site. */
	public final class Visitor extends StaffBrowser {

		public Visitor() {
			this("192.0.2.1");
		}

		/** At another place of the network. */
		public Visitor(String address) {
			super(StaffTest.this::send, address);
		}

	}

}
