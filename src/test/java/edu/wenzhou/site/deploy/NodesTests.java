package edu.wenzhou.site.deploy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

import edu.wenzhou.site.Programs;
import edu.wenzhou.site.database.SiteProcess;
import edu.wenzhou.site.delivery.SteadyVisitors;
import edu.wenzhou.site.delivery.TestServer;
import edu.wenzhou.site.staff.People;
import edu.wenzhou.site.staff.Person;
import edu.wenzhou.site.staff.Role;
import edu.wenzhou.site.staff.Scope;
import edu.wenzhou.site.staff.StaffBrowser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static edu.wenzhou.site.SiteClient.PLAIN;
import static edu.wenzhou.site.SiteClient.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Two nodes on one database, with the shipped configuration of nginx in front of them
 * where this machine has nginx or can get it; {@code NginxFileTests} reads the
 * configuration everywhere.
 */
@TestMethodOrder(OrderAnnotation.class)
class NodesTests {

	/** Of a connection, or made by whoever answers. */
	private static final Set<String> OWN = Set.of("date", "server", "connection", "keep-alive", "etag", "last-modified",
			"accept-ranges", ":status");

	@TempDir
	private static Path folder;

	private static TestServer server;

	private static Node first;

	private static Node second;

	private static Nginx nginx;

	private static HttpClient client;

	private static JdbcClient jdbc;

	@BeforeAll
	static void start() throws Exception {
		server = new TestServer();
		jdbc = JdbcClient.create(new DriverManagerDataSource(server.url()));
		Map<String, String> environment = Map.of("SPRING_DATASOURCE_URL", server.url(), "COLLEGE_BASE_URL",
				"https://college.example", "COLLEGE_SEARCH_PER_MINUTE", "1000000");
		first = new Node(folder.resolve("first"), environment, SiteProcess::start);
		// Without pages in memory, which need not be made twice
		Map<String, String> other = new HashMap<>(environment);
		other.put("COLLEGE_DELIVERY_ENABLED", "false");
		second = new Node(folder.resolve("second"), other, SiteProcess::start);
		// Both migrate the empty database, one waits for the other
		first.start();
		second.start();
		Optional<Path> program = Programs.find("nginx", "nginx-light");
		first.awaitReady();
		second.awaitReady();
		if (program.isPresent()) {
			Path own = Files.createDirectory(folder.resolve("nginx"));
			nginx = Nginx.start(program.get(), own, first.mirror(), first.port(), second.port());
			client = nginx.client();
		}
	}

	@AfterAll
	static void stop() throws IOException {
		if (nginx != null) {
			nginx.close();
		}
		first.close();
		second.close();
		server.close();
	}

	private static void needsNginx() {
		Assumptions.assumeTrue(nginx != null, "There is no nginx, and apt-get could not install it");
	}

	@Test
	@Order(1)
	void whoSignedInOnOneNodeGoesOnAtAnotherAndWhatIsPublishedThereIsSeenHere() {
		People people = new People(jdbc);
		Person editor = people.person("编辑", new Scope(Role.EDITOR, null, null));
		Person approver = people.person("终审", new Scope(Role.APPROVER, null, null));
		long id = jdbc.sql("select id from content_item where type = 'campus' and published_slug = 'lucheng'")
			.query(Long.class)
			.single();
		String path = "/staff/content/" + id;
		StaffBrowser writing = new StaffBrowser(
				(method, at, body, headers) -> send(PLAIN, first.address(), method, at, body, headers), "192.0.2.1");
		assertThat(writing.signIn(editor.name(), editor.password()).statusCode()).isEqualTo(302);
		writing = writing.at((method, at, body, headers) -> send(PLAIN, second.address(), method, at, body, headers));
		assertThat(writing.get("/staff").statusCode()).isEqualTo(200);
		String lead = "校区在河边" + System.nanoTime() + "。";
		assertThat(writing
			.submit(writing.page(path + "/edit").selectFirst("form[action=" + path + "/edit]"), "lead_zh", lead)
			.statusCode()).isEqualTo(302);
		writing.submit(path + "/submit", path + "/submit");
		StaffBrowser deciding = new StaffBrowser(
				(method, at, body, headers) -> send(PLAIN, second.address(), method, at, body, headers), "192.0.2.2");
		deciding.signIn(approver.name(), approver.password());
		assertThat(body(second, "/campuses/lucheng")).doesNotContain(lead);
		assertThat(body(first, "/campuses/lucheng")).doesNotContain(lead);
		deciding.submit(path + "/review", path + "/review", "decision", "approve", "comment", "");
		assertThat(body(second, "/campuses/lucheng")).contains(lead);
		await().pollInterval(Duration.ofMillis(50))
			.atMost(Duration.ofSeconds(10))
			.until(() -> body(first, "/campuses/lucheng").contains(lead)
					&& (nginx == null || text("/campuses/lucheng").contains(lead)));
		writing.submit("/staff", "/staff/sign-out");
		assertThat(writing.at((method, at, body, headers) -> send(PLAIN, first.address(), method, at, body, headers))
			.get("/staff")
			.statusCode()).as("ended on all nodes").isEqualTo(302);
	}

	/** Of two nodes that look at the same time, as each does all the time. */
	@Test
	@Order(2)
	void whatComesDueIsPublishedByOneNodeOnce() {
		People people = new People(jdbc);
		Person editor = people.person("编辑", new Scope(Role.EDITOR, null, null));
		Person approver = people.person("终审", new Scope(Role.APPROVER, null, null));
		StaffBrowser writing = new StaffBrowser(
				(method, at, body, headers) -> send(PLAIN, first.address(), method, at, body, headers), "192.0.2.3");
		StaffBrowser deciding = new StaffBrowser(
				(method, at, body, headers) -> send(PLAIN, second.address(), method, at, body, headers), "192.0.2.4");
		writing.signIn(editor.name(), editor.password());
		deciding.signIn(approver.name(), approver.password());
		String lead = "到时候再说" + System.nanoTime() + "。";
		List<Map<String, Object>> campuses = jdbc
			.sql("select id, published_slug from content_item where type = 'campus' and published_slug is not null")
			.query()
			.listOfRows();
		assertThat(campuses).hasSizeGreaterThan(3);
		for (Map<String, Object> campus : campuses) {
			String path = "/staff/content/" + campus.get("id");
			writing.submit(writing.page(path + "/edit").selectFirst("form[action=" + path + "/edit]"), "lead_zh", lead);
			writing.submit(path + "/submit", path + "/submit");
			deciding.submit(path + "/review", path + "/review", "decision", "approve", "comment", "", "at",
					"2099-01-01T08:00");
		}
		long before = jdbc.sql("select max(id) from audit_event").query(Long.class).single();
		jdbc.sql("update review set publish_at = now() - interval '1 minute' where state = 'APPROVED'").update();
		await().pollInterval(Duration.ofMillis(100))
			.atMost(Duration.ofMinutes(1))
			.until(() -> campuses.stream().allMatch((campus) -> {
				String page = "/campuses/" + campus.get("published_slug");
				return body(first, page).contains(lead) && body(second, page).contains(lead);
			}));
		assertThat(jdbc.sql("select item_id from audit_event where action = 'content.publish' and id > ?")
			.param(before)
			.query(String.class)
			.list()).as("each once")
			.containsExactlyInAnyOrderElementsOf(
					campuses.stream().map((campus) -> String.valueOf(campus.get("id"))).toList());
	}

	@Test
	@Order(3)
	void nginxServesCopiesJustAsTheApplicationAnswers() throws Exception {
		needsNginx();
		first.awaitMirror();
		List<String> keys = new ArrayList<>();
		try (Stream<Path> notes = Files.list(first.mirror().resolve("_"))) {
			for (Path note : notes.filter((file) -> file.toString().endsWith(".note")).toList()) {
				keys.add(Files.readAllLines(note).get(0));
			}
		}
		assertThat(keys).hasSizeGreaterThan(200)
			.contains("/", "/en", "/en/index.md", "/feed.json", "/about/figures.csv");
		int served = 0;
		for (String key : keys) {
			for (String coding : List.of("identity", "gzip")) {
				HttpResponse<byte[]> copy = bytes(client, nginx.address() + key, "Accept-Encoding", coding);
				HttpResponse<byte[]> answer = bytes(PLAIN, first.address() + key, "Accept-Encoding", coding);
				assertThat(copy.statusCode()).as(key).isEqualTo(200);
				assertThat(headers(copy)).as(key + " as " + coding).isEqualTo(headers(answer));
				assertThat(plain(copy)).as(key).isEqualTo(plain(answer));
				String tag = copy.headers().firstValue("ETag").orElseThrow();
				// nginx makes its own of time and size
				served += tag.matches("\"[0-9a-f]+-[0-9a-f]+\"") ? 1 : 0;
				assertThat(bytes(client, nginx.address() + key, "Accept-Encoding", coding, "If-None-Match", tag)
					.statusCode()).as(key).isEqualTo(304);
			}
		}
		long named = keys.stream().filter((key) -> !key.contains("?")).count();
		assertThat(served).as("served without the application").isEqualTo((int) (2 * named));
		assertThat(nginx.errors()).isEmpty();
	}

	@Test
	@Order(4)
	void nginxPassesTheRestOn() throws Exception {
		needsNginx();
		for (String path : List.of("/_/current/index.html", "/_/none", "/index.html", "/schools.html",
				"/schools.html.gz", "/.part", "/schools/.x", "/nowhere", "/%5f/none", "/honours?level=nowhere",
				"/schools?x=1", "/search?q=a", "/readyz", "/sitemap.xml", "/staff/sign-in")) {
			HttpResponse<byte[]> copy = bytes(client, nginx.address() + path);
			HttpResponse<byte[]> answer = bytes(PLAIN, first.address() + path);
			assertThat(copy.statusCode()).as(path).isEqualTo(answer.statusCode());
			assertThat(copy.headers().allValues("Content-Security-Policy")).as(path)
				.isEqualTo(answer.headers().allValues("Content-Security-Policy"))
				.hasSize(1);
			assertThat(copy.headers().allValues("Cache-Control")).as(path)
				.isEqualTo(answer.headers().allValues("Cache-Control"));
		}
		assertThat(send(client, nginx.address(), "POST", "/schools", BodyPublishers.noBody()).statusCode())
			.isEqualTo(405);
		HttpResponse<byte[]> plain = bytes(PLAIN, nginx.plainAddress() + "/schools?x=1");
		assertThat(plain.statusCode()).isEqualTo(301);
		assertThat(plain.headers().firstValue("Location")).hasValue("https://college.example/schools?x=1");
		String large = nginx.answerTo("POST /staff/media HTTP/1.1\r\nHost: college.example\r\nConnection: close\r\n"
				+ "Content-Type: multipart/form-data; boundary=x\r\nContent-Length: " + (60 * 1024 * 1024 + 1)
				+ "\r\n\r\n");
		assertThat(large).startsWith("HTTP/1.1 413 ")
			.contains("60 MB", "Cache-Control: no-store", "Content-Security-Policy: ");
	}

	@Test
	@Order(5)
	void whereAVisitorIsCannotBeForged() {
		needsNginx();
		Person person = new People(jdbc).person("管理员", new Scope(Role.ADMINISTRATOR, null, null));
		StaffBrowser browser = new StaffBrowser(
				(method, path, body, headers) -> send(client, nginx.address(), method, path, body, headers),
				"192.0.2.66");
		assertThat(browser.signIn(person.name(), person.password()).statusCode()).isEqualTo(302);
		assertThat(browser.cookies().keySet()).allMatch((name) -> name.startsWith("__Host-"));
		assertThat(jdbc.sql("select distinct address from audit_event where actor_id = ?")
			.param(person.id())
			.query(String.class)
			.list()).containsExactly("127.0.0.1");
	}

	@Test
	@Order(6)
	void nobodyNoticesThatANodeIsReplacedNorThatAllAreAway() throws Exception {
		needsNginx();
		List<String> paths = List.of("/", "/schools/ai", "/search?q=%E5%AD%A6%E9%99%A2", "/honours?level=national",
				"/en/about/history", "/feed.xml", "/schools/ai.md", "/staff/sign-in");
		try (SteadyVisitors visitors = new SteadyVisitors(client, nginx.address(), paths)) {
			visitors.await(paths.size());
			// The next release brings a migration, and the other node goes on without it
			Path next = Files.createDirectory(folder.resolve("next"));
			Files.writeString(next.resolve("V900__next_release.sql"), """
					alter table campus add column next_release text not null default 'none';
					update campus set lead_zh = '下一版带来的一句。' where slug = 'lucheng';""");
			assertThat(body(second, "/campuses/lucheng")).doesNotContain("下一版带来的一句。");
			first.set("SPRING_FLYWAY_LOCATIONS", "classpath:db/migration,filesystem:" + next);
			first.restart();
			visitors.await(2 * paths.size());
			assertThat(jdbc.sql("select count(*) from campus where next_release = 'none'").query(Long.class).single())
				.isPositive();
			await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
				assertThat(body(second, "/campuses/lucheng")).contains("下一版带来的一句。");
				assertThat(body(second, "/campuses/lucheng")).isEqualTo(body(first, "/campuses/lucheng"));
			});
			// The release of before starts on the new tables, too
			second.restart();
			visitors.await(2 * paths.size());
			assertThat(visitors.failures()).isEmpty();
		}
		first.kill();
		second.kill();
		List<String> copies = List.of("/", "/schools/ai", "/en/about/history", "/feed.xml", "/schools/ai.md");
		for (String path : copies) {
			HttpResponse<byte[]> copy = bytes(client, nginx.address() + path);
			assertThat(copy.statusCode()).as(path).isEqualTo(200);
			assertThat(copy.headers().firstValue("Cache-Control").orElseThrow()).contains("max-age=10");
		}
		// Asked for a moment ago, and has no file of its own
		assertThat(bytes(client, nginx.address() + "/honours?level=national").statusCode()).isEqualTo(200);
		for (String path : List.of("/search?q=a", "/staff/sign-in", "/nowhere")) {
			HttpResponse<String> answer = send(client, nginx.address(), "GET", path, BodyPublishers.noBody());
			assertThat(answer.statusCode()).as(path).isEqualTo(503);
			assertThat(answer.headers().firstValue("Retry-After")).as(path).hasValue("10");
			assertThat(answer.headers().firstValue("Cache-Control")).as(path).hasValue("no-store");
			assertThat(answer.headers().firstValue("Content-Security-Policy")).as(path).isPresent();
			assertThat(answer.body()).contains("暂时无法显示");
		}
	}

	private static String body(Node node, String path) {
		return send(PLAIN, node.address(), "GET", path, BodyPublishers.noBody()).body();
	}

	private static String text(String path) {
		return send(client, nginx.address(), "GET", path, BodyPublishers.noBody()).body();
	}

	private static HttpResponse<byte[]> bytes(HttpClient by, String address, String... headers)
			throws IOException, InterruptedException {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address));
		if (headers.length > 0) {
			request.headers(headers);
		}
		return by.send(request.build(), BodyHandlers.ofByteArray());
	}

	private static Map<String, List<String>> headers(HttpResponse<byte[]> answer) {
		Map<String, List<String>> headers = new TreeMap<>();
		answer.headers().map().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
		headers.keySet().removeAll(OWN);
		// The same bytes packed by another version differ in length
		headers.computeIfPresent("content-length", (name, values) -> List.of("said"));
		return headers;
	}

	private static byte[] plain(HttpResponse<byte[]> answer) throws IOException {
		return answer.headers().firstValue("Content-Encoding").filter("gzip"::equals).isPresent()
				? new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes() : answer.body();
	}

}
