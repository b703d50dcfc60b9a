package edu.wenzhou.site.staff;

import java.io.ByteArrayOutputStream;
import java.net.URLDecoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

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

	/**
	 * Uploads a file.
	 * @return its page
	 */
	protected String uploaded(Visitor editor, String name, byte[] content) {
		HttpResponse<String> answer = upload(editor, Map.of(name, content));
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
		return answer.headers().firstValue("Location").orElseThrow().replaceAll("\\?.*", "");
	}

	/**
	 * Uploads a picture and describes it.
	 * @param description further fields of that form, with what is typed into them
	 * @return its page
	 */
	protected String picture(Visitor editor, String name, byte[] content, String... description) {
		String path = uploaded(editor, name, content);
		Map<String, String> fields = new LinkedHashMap<>(Map.of("role", "meaning", "altZh", "测试图片" + name));
		for (int i = 0; i < description.length; i += 2) {
			fields.put(description[i], description[i + 1]);
		}
		assertThat(editor
			.submit(path, path,
					fields.entrySet()
						.stream()
						.flatMap((one) -> Stream.of(one.getKey(), one.getValue()))
						.toArray(String[]::new))
			.statusCode()).isEqualTo(302);
		return path;
	}

	/** The SHA-256 of the file whose page that is. */
	protected String sha256(String path) {
		return this.jdbc.sql("select sha256 from media_item where id = :id")
			.param("id", Long.valueOf(path.substring(path.lastIndexOf('/') + 1)))
			.query(String.class)
			.single();
	}

	/** As a browser sends a form with files. */
	protected HttpResponse<String> upload(Visitor visitor, Map<String, byte[]> files) {
		ByteArrayOutputStream body = new ByteArrayOutputStream();
		String boundary = "----boundary" + System.nanoTime();
		token(visitor, body, boundary);
		(files.isEmpty() ? Map.of("", new byte[0]) : files).forEach((name, content) -> add(body, boundary,
				"form-data; name=\"files\"; filename=\"" + name.replace("\"", "%22") + "\"", content));
		return sent(visitor, "/staff/media/new", body, boundary);
	}

	/** The same to another address, with one file and what else stands in the form. */
	protected HttpResponse<String> sent(Visitor visitor, String path, Map<String, String> fields, String name,
			byte[] content) {
		ByteArrayOutputStream body = new ByteArrayOutputStream();
		String boundary = "----boundary" + System.nanoTime();
		token(visitor, body, boundary);
		fields.forEach((field, value) -> add(body, boundary, "form-data; name=\"" + field + "\"",
				value.getBytes(StandardCharsets.UTF_8)));
		add(body, boundary, "form-data; name=\"file\"; filename=\"" + name + "\"", content);
		return sent(visitor, path, body, boundary);
	}

	private void token(Visitor visitor, ByteArrayOutputStream body, String boundary) {
		if (!visitor.cookies().isEmpty()) {
			add(body, boundary, "form-data; name=\"_csrf\"", visitor.token().getBytes(StandardCharsets.UTF_8));
		}
	}

	private HttpResponse<String> sent(Visitor visitor, String path, ByteArrayOutputStream body, String boundary) {
		body.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
		List<String> headers = new ArrayList<>(List.of("Content-Type", "multipart/form-data; boundary=" + boundary));
		if (!visitor.cookies().isEmpty()) {
			headers.add("Cookie");
			headers.add(String.join("; ",
					visitor.cookies().entrySet().stream().map((one) -> one.getKey() + "=" + one.getValue()).toList()));
		}
		return send("POST", path, BodyPublishers.ofByteArray(body.toByteArray()), headers.toArray(String[]::new));
	}

	private static void add(ByteArrayOutputStream body, String boundary, String disposition, byte[] content) {
		body.writeBytes(("--" + boundary + "\r\nContent-Disposition: " + disposition + "\r\n\r\n")
			.getBytes(StandardCharsets.UTF_8));
		body.writeBytes(content);
		body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
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
