package edu.wenzhou.site.push;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import edu.wenzhou.site.push.Outbox.Taken;
import edu.wenzhou.site.staff.Person;
import edu.wenzhou.site.staff.StaffTest;
import edu.wenzhou.site.web.CollegeProperties;
import edu.wenzhou.site.web.TestProperties;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.transaction.interceptor.TransactionInterceptor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Search engines are told once of each change, whatever they do and whatever fails. */
@ExtendWith(OutputCaptureExtension.class)
class PushTests extends StaffTest {

	private static final MadeUpEngines SERVER = new MadeUpEngines();

	private static final String TAKEN = "{\"remain\":99,\"success\":%d}";

	@Autowired
	private CollegeProperties site;

	@Autowired
	private JsonMapper json;

	@Autowired
	private TransactionInterceptor inTransactions;

	private final Watch watch = new Watch();

	private final Sender sender = new Sender();

	private Outbox outbox;

	@BeforeEach
	void anEmptyOutbox() {
		this.jdbc.sql("delete from push_address").update();
		this.jdbc.sql("delete from push_request").update();
		this.jdbc.sql("update push_engine set resume_at = null").update();
		this.sender.setLimit(Duration.ofSeconds(20));
		ProxyFactory proxy = new ProxyFactory(new Outbox(this.jdbc, this.watch));
		proxy.setProxyTargetClass(true);
		proxy.addAdvice(this.inTransactions);
		this.outbox = (Outbox) proxy.getProxy();
	}

	@AfterEach
	void nothingLeft() {
		anEmptyOutbox();
	}

	@AfterAll
	static void closeServer() {
		SERVER.close();
	}

	@Test
	void indexNowGetsOneRequestForAll() {
		SERVER.answer(200, "");
		note("INDEXNOW", "/schools/ai", "/en/schools/ai", "/schools/ai");
		indexNow().run();
		assertThat(SERVER.requests()).hasSize(1);
		MadeUpEngines.Request request = SERVER.requests().get(0);
		assertThat(request.method()).isEqualTo("POST");
		assertThat(request.address()).hasToString("/indexnow");
		assertThat(request.type()).isEqualTo("application/json; charset=utf-8");
		JsonNode body = this.json.readTree(request.body());
		assertThat(body.path("host").asString()).isEqualTo("college.example");
		assertThat(body.path("key").asString()).isEqualTo(INDEXNOW_KEY);
		assertThat(body.path("keyLocation").asString()).isEqualTo(BASE_URL + "/" + INDEXNOW_KEY + ".txt");
		assertThat(body.path("urlList").valueStream().map(JsonNode::asString))
			.containsExactlyInAnyOrder(BASE_URL + "/schools/ai", BASE_URL + "/en/schools/ai");
		assertThat(states()).isEqualTo(Map.of("SENT", 2));
		indexNow().run();
		assertThat(SERVER.requests()).as("once").hasSize(1);
	}

	@Test
	void baiduGetsOneAddressALine() {
		SERVER.answer(200, """
				{"remain":4999998,"success":1,"not_same_site":["%s/b"],"not_valid":["%s/c"]}""".formatted(BASE_URL,
				BASE_URL));
		note("BAIDU", "/a", "/b", "/c");
		baidu().run();
		MadeUpEngines.Request request = SERVER.requests().get(0);
		assertThat(request.method()).isEqualTo("POST");
		assertThat(decoded(request.address().toString())).isEqualTo("/urls?site=" + BASE_URL + "&token=" + BAIDU_TOKEN);
		assertThat(request.type()).isEqualTo("text/plain");
		assertThat(request.body().split("\n")).containsExactlyInAnyOrder(BASE_URL + "/a", BASE_URL + "/b",
				BASE_URL + "/c");
		assertThat(state("/a")).isEqualTo("SENT");
		assertThat(state("/b")).isEqualTo("FAILED");
		assertThat(state("/c")).isEqualTo("FAILED");
	}

	@ParameterizedTest
	@CsvSource({ "200, SENT", "202, SENT", "400, FAILED", "422, FAILED", "403, WAITING", "429, WAITING", "500, WAITING",
			"503, WAITING", "301, WAITING", "204, WAITING", "404, WAITING" })
	void eachStatusOfIndexNowMeansSomething(int status, String state) {
		SERVER.answer(status, "", "Location", SERVER.address("/elsewhere").toString());
		note("INDEXNOW", "/a");
		indexNow().run();
		assertThat(state("/a")).isEqualTo(state);
		assertThat(SERVER.requests()).as("no redirect is followed").hasSize(1);
		assertThat(this.jdbc.sql("select status from push_request").query(Integer.class).list())
			.containsExactly(status);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			200 | {"remain":9,"success":1}            | SENT
			200 | {"remain":9,"success":0}            | WAITING
			200 | <html>garbage                       | WAITING
			200 | {"remain":9                         | WAITING
			200 | []                                  | WAITING
			200 | {"success":"1"}                     | WAITING
			200 | {"success":1,"not_valid":[{"a":1}]} | SENT
			401 | {"error":401,"message":"token is not valid"} | WAITING
			500 | {"remain":9,"success":1}            | WAITING
			""")
	void eachAnswerOfBaiduMeansSomething(int status, String body, String state) {
		SERVER.answer(status, body);
		note("BAIDU", "/a");
		baidu().run();
		assertThat(state("/a")).isEqualTo(state);
	}

	@Test
	void aServerThatRefusesIsTriedLessAndLessOftenAndThenNoMore() {
		note("INDEXNOW", "/a");
		PushJob job = job(new IndexNowEngine(indexNowAt(URI.create("http://127.0.0.1:9/")), this.site, this.json));
		List<Duration> waits = new ArrayList<>();
		while (state("/a").equals("WAITING")) {
			job.run();
			Instant due = due("/a");
			waits.add(Duration.between(this.watch.instant(), due));
			job.run();
			assertThat(attempts("/a")).as("not before it is due").isEqualTo(waits.size());
			this.watch.set(due);
			assertThat(waits).hasSizeLessThan(20);
		}
		assertThat(state("/a")).isEqualTo("FAILED");
		assertThat(waits).hasSize(Outbox.ATTEMPTS);
		List<Duration> growing = waits.subList(0, waits.size() - 1);
		assertThat(growing).isSorted()
			.startsWith(Duration.ofMinutes(1), Duration.ofMinutes(4), Duration.ofMinutes(16))
			.endsWith(Duration.ofHours(16));
		assertThat(this.jdbc.sql("select failure from push_request").query(String.class).list())
			.hasSize(Outbox.ATTEMPTS)
			.containsOnly("UNREACHABLE");
	}

	/** In the head, and in the middle of the answer. */
	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void aServerThatHangsIsLeftAlone(boolean inTheMiddle) {
		CountDownLatch end = new CountDownLatch(1);
		SERVER.behave((exchange) -> {
			if (inTheMiddle) {
				exchange.sendResponseHeaders(200, 0);
				exchange.getResponseBody().write('x');
				exchange.getResponseBody().flush();
			}
			try {
				end.await(60, TimeUnit.SECONDS);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
			exchange.close();
		});
		note("INDEXNOW", "/a");
		this.sender.setLimit(Duration.ofMillis(300));
		try {
			indexNow().run();
		}
		finally {
			end.countDown();
		}
		assertThat(state("/a")).isEqualTo("WAITING");
		assertThat(this.jdbc.sql("select failure from push_request").query(String.class).list())
			.containsExactly("TIMEOUT");
	}

	@Test
	void anAnswerWithoutEndIsReadAtItsBeginning() {
		CountDownLatch refused = new CountDownLatch(1);
		SERVER.behave((exchange) -> {
			exchange.sendResponseHeaders(200, 0);
			try {
				for (int i = 0; i < 10_000; i++) {
					exchange.getResponseBody().write("长".repeat(10_000).getBytes(StandardCharsets.UTF_8));
				}
			}
			catch (IOException ex) {
				refused.countDown();
			}
			exchange.close();
		});
		note("INDEXNOW", "/a");
		indexNow().run();
		assertThat(refused.getCount()).as("nobody read on").isZero();
		assertThat(state("/a")).isEqualTo("SENT");
		assertThat(this.jdbc.sql("select reply from push_request").query(String.class).single())
			.isEqualTo("长".repeat(300));
	}

	@ParameterizedTest
	@CsvSource({ "600, 600", "'Fri, 01 Mar 2030 01:00:00 GMT', 3600", "999999999, 86400" })
	void whoeverAsksForATimeIsLeftAloneThatLong(String header, long seconds) {
		this.watch.set(Instant.parse("2030-03-01T00:00:00Z"));
		SERVER.answer(429, "slow down", "Retry-After", header);
		note("INDEXNOW", "/a");
		indexNow().run();
		assertThat(Duration.between(this.watch.instant(), due("/a"))).isEqualTo(Duration.ofSeconds(seconds));
		SERVER.answer(200, "");
		note("INDEXNOW", "/b");
		this.watch.forward(Duration.ofSeconds(seconds - 1));
		indexNow().run();
		assertThat(SERVER.requests()).as("nothing else is told either").isEmpty();
		this.watch.forward(Duration.ofSeconds(1));
		indexNow().run();
		assertThat(SERVER.requests()).hasSize(1);
		assertThat(states()).isEqualTo(Map.of("SENT", 2));
	}

	@Test
	void whatMakesNoSenseAsATimeIsPassedOver() {
		for (String header : List.of("soon", "-5", "99999999999999999999", "Fri, 99 Mar 2030 01:00:00 GMT")) {
			assertThat(new Reply(429, null, "", header).resumeAt(Instant.now())).as(header).isNull();
		}
	}

	@Test
	void theLastAddressOfADayEndsTheDay() {
		this.watch.set(Instant.parse("2030-03-01T08:00:00Z"));
		SERVER.answer(200, "{\"remain\":0,\"success\":1}");
		note("BAIDU", "/a");
		baidu().run();
		note("BAIDU", "/b");
		SERVER.answer(200, TAKEN.formatted(1));
		baidu().run();
		assertThat(SERVER.requests()).isEmpty();
		// Midnight in China
		this.watch.set(Instant.parse("2030-03-01T16:00:00Z"));
		SERVER.answer(400, "{\"error\":400,\"message\":\"over quota\"}");
		baidu().run();
		assertThat(due("/b")).isEqualTo(Instant.parse("2030-03-02T16:00:00Z"));
	}

	/** In several nodes at a time. */
	@Test
	void eachAddressIsSentOnceHoweverManyNodesLook() throws Exception {
		SERVER.answer(200, TAKEN.formatted(2000));
		for (int i = 0; i < 5; i++) {
			int part = i;
			note("BAIDU", IntStream.range(0, 1000).mapToObj((n) -> "/p/" + part + "/" + n).toArray(String[]::new));
		}
		ExecutorService nodes = Executors.newFixedThreadPool(4);
		try {
			List<Future<?>> runs = new ArrayList<>();
			for (int i = 0; i < 4; i++) {
				runs.add(nodes.submit(baidu()::run));
			}
			for (Future<?> run : runs) {
				run.get(60, TimeUnit.SECONDS);
			}
		}
		finally {
			nodes.shutdownNow();
		}
		List<String> seen = new ArrayList<>();
		SERVER.requests().forEach((request) -> seen.addAll(List.of(request.body().split("\n"))));
		assertThat(seen).hasSize(5000).doesNotHaveDuplicates();
		assertThat(SERVER.requests()).allMatch((request) -> request.body().lines().count() <= 2000);
		assertThat(states()).isEqualTo(Map.of("SENT", 5000));
	}

	@Test
	void whatANodeTookThatWasKilledIsSentByAnother() {
		SERVER.answer(200, "");
		note("INDEXNOW", "/a", "/b");
		List<Taken> taken = this.outbox.take("INDEXNOW", 10);
		assertThat(taken).hasSize(2);
		note("INDEXNOW", "/b");
		indexNow().run();
		assertThat(SERVER.requests()).hasSize(1);
		assertThat(SERVER.requests().get(0).body()).contains("/b").doesNotContain("/a\"");
		this.watch.forward(Outbox.LEASE.plusSeconds(1));
		note("INDEXNOW", "/b");
		indexNow().run();
		Set<String> sent = new HashSet<>();
		SERVER.requests()
			.subList(1, SERVER.requests().size())
			.forEach((request) -> this.json.readTree(request.body())
				.path("urlList")
				.forEach((url) -> assertThat(sent.add(url.asString())).as("once").isTrue()));
		assertThat(sent).containsExactlyInAnyOrder(BASE_URL + "/a", BASE_URL + "/b");
		assertThat(states().keySet()).containsExactly("SENT");
	}

	@Test
	void aPageThatChangesWhileItWaitsIsToldOnce() {
		SERVER.answer(200, "");
		note(Duration.ofMinutes(10), "INDEXNOW", "/a");
		for (int minute = 1; minute < 10; minute++) {
			this.watch.forward(Duration.ofMinutes(1));
			note(Duration.ofMinutes(10), "INDEXNOW", "/a");
			indexNow().run();
		}
		assertThat(SERVER.requests()).isEmpty();
		this.watch.forward(Duration.ofMinutes(1));
		indexNow().run();
		assertThat(SERVER.requests()).hasSize(1);
		// One that changed while it was being told is told again
		note("INDEXNOW", "/b");
		List<Taken> taken = this.outbox.take("INDEXNOW", 10);
		note(Duration.ofMinutes(10), "INDEXNOW", "/b");
		Reply busy = new Reply(500, null, "", null);
		this.outbox.settle("INDEXNOW", taken, busy, "", Engine.Verdict.of(Engine.Outcome.LATER));
		assertThat(this.jdbc.sql("select state from push_address where url like '%/b'").query(String.class).list())
			.containsExactly("WAITING");
		this.watch.forward(Duration.ofMinutes(10));
		indexNow().run();
		assertThat(SERVER.requests()).hasSize(2);
	}

	@Test
	void keyAndTokenAreNeverShownOrLogged(CapturedOutput output) {
		note("INDEXNOW", "/a");
		note("BAIDU", "/a");
		// Says what it was told
		SERVER.behave((exchange) -> MadeUpEngines.answer(exchange, 403, "no such " + exchange.getRequestURI() + " "
				+ SERVER.requests().get(SERVER.requests().size() - 1).body()));
		indexNow().run();
		baidu().run();
		job(new BaiduEngine(baiduAt(URI.create("http://127.0.0.1:9/")), this.site, this.json)).run();
		Visitor staff = signedIn(administrator());
		for (String path : List.of("/staff/push", "/staff/push/answers")) {
			assertThat(staff.get(path).body()).contains("403").doesNotContain(INDEXNOW_KEY, BAIDU_TOKEN);
		}
		assertThat(this.jdbc.sql("select string_agg(reply, ' ') from push_request").query(String.class).single())
			.contains("no such /indexnow", "token=…")
			.doesNotContain(INDEXNOW_KEY, BAIDU_TOKEN);
		assertThat(output.getAll()).contains("Told BAIDU of 1 addresses: 403")
			.doesNotContain(INDEXNOW_KEY, BAIDU_TOKEN);
		assertThat(indexNowAt(SERVER.address("/")).toString() + baiduAt(SERVER.address("/")))
			.doesNotContain(INDEXNOW_KEY, BAIDU_TOKEN);
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://api.indexnow.org/indexnow", "http://127.0.0.1.other.example/", "ftp://127.0.0.1/",
			"https://user@other.example/", "https://other.example/?a=1", "https:///x", "/indexnow" })
	void secretsGoNowhereUnencrypted(String endpoint) {
		assertThatThrownBy(() -> indexNowAt(URI.create(endpoint))).isInstanceOf(IllegalArgumentException.class)
			.hasMessageContaining("https")
			.hasMessageNotContaining(INDEXNOW_KEY);
		assertThatThrownBy(() -> baiduAt(URI.create(endpoint))).hasMessageNotContaining(BAIDU_TOKEN);
	}

	@ParameterizedTest
	@ValueSource(strings = { "short", "with space 123", "a/../../etc/passwd", "schlüssel-123" })
	void aKeyOfAnotherFormIsRefusedWithoutShowingIt(String key) {
		URI endpoint = SERVER.address("/");
		assertThatThrownBy(() -> new PushProperties.IndexNow(key, endpoint)).hasMessageContaining("indexnow.key")
			.hasMessageNotContaining(key);
		assertThatThrownBy(() -> new PushProperties.Baidu(key, endpoint)).hasMessageNotContaining(key);
	}

	@Test
	void nothingIsNotedOrSentUntilItIsSwitchedOn() {
		PushProperties off = new PushProperties(Duration.ZERO, new PushProperties.IndexNow("", SERVER.address("/")),
				new PushProperties.Baidu(" ", SERVER.address("/")));
		List<Engine> engines = List.of(new IndexNowEngine(off, this.site, this.json),
				new BaiduEngine(off, this.site, this.json));
		SERVER.answer(200, "");
		note("INDEXNOW", "/a");
		new PushJob(engines, this.outbox, this.sender, this.watch).run();
		assertThat(SERVER.requests()).isEmpty();
		assertThat(engines).noneMatch(Engine::isOn);
		// Nor from a copy of the site that no search engine is to find
		CollegeProperties hidden = TestProperties
			.of(Map.of("college.base-url", BASE_URL, "college.discovery.index", "false"));
		assertThat(List.of(new IndexNowEngine(indexNowAt(SERVER.address("/")), hidden, this.json),
				new BaiduEngine(baiduAt(SERVER.address("/")), hidden, this.json)))
			.noneMatch(Engine::isOn);
		assertThat(new KeyFile().keyOfIndexNow(off).getUrlMap()).isEmpty();
	}

	@Test
	void theKeyStandsAtItsAddressAndNoOther() {
		HttpResponse<String> file = get("/" + INDEXNOW_KEY + ".txt");
		assertThat(file.statusCode()).isEqualTo(200);
		assertThat(file.body()).isEqualTo(INDEXNOW_KEY);
		assertThat(file.headers().firstValue("Content-Type")).hasValue("text/plain;charset=UTF-8");
		assertThat(file.headers().firstValue("X-Robots-Tag")).hasValue("noindex");
		for (String path : List.of("/en/" + INDEXNOW_KEY + ".txt", "/" + INDEXNOW_KEY, "/" + INDEXNOW_KEY + "x.txt",
				"/other-key-0123456789.txt")) {
			assertThat(get(path).statusCode()).as(path).isEqualTo(404);
		}
	}

	@Test
	void peopleSeeWhatBecameOfEachAndCanHaveItToldOrNot() {
		SERVER.answer(503, "busy");
		note("INDEXNOW", "/a", "/b");
		indexNow().run();
		Person keeper = administrator();
		Visitor staff = signedIn(keeper);
		Document page = staff.page("/staff/push?q=/A&engine=INDEXNOW&state=WAITING");
		assertThat(page.select(".desk li")).hasSize(1);
		assertThat(page.select(".desk li").text()).contains(BASE_URL + "/a", "等待推送", "试了 1 次", "回复 503：busy");
		assertThat(page.select(".s-dl").text()).contains("IndexNow（必应等） 已启用，等待 2 条，失败 0 条", "百度 已启用");
		assertThat(staff.submit(page.selectFirst("form[action$=/give-up]")).headers().firstValue("Location"))
			.hasValue("/staff/push?done=given-up");
		assertThat(state("/a")).isEqualTo("DROPPED");
		assertThat(staff.submit(staff.page("/staff/push?q=/b").selectFirst("form[action$=/retry]")).statusCode())
			.isEqualTo(302);
		assertThat(due("/b")).isBeforeOrEqualTo(Instant.now());
		assertThat(attempts("/b")).isZero();
		staff.submit(staff.page("/staff/push?state=DROPPED").selectFirst("form[action$=/retry]"));
		assertThat(state("/a")).isEqualTo("WAITING");
		assertThat(deeds(keeper)).startsWith("push.retry DONE", "push.retry DONE", "push.give-up DONE");
		SERVER.answer(200, "");
		this.watch.set(Instant.now());
		indexNow().run();
		assertThat(staff.page("/staff/push?state=SENT").select(".desk form")).isEmpty();
		assertThat(staff.page("/staff/push/answers").select(".desk h2").eachText()).containsExactly("回复 200",
				"回复 503：busy");
	}

	@Test
	void whatIsLongPastIsForgotten() {
		SERVER.answer(200, "");
		note("INDEXNOW", "/a");
		indexNow().run();
		this.watch.forward(Outbox.MEMORY.minusDays(1));
		this.outbox.forget();
		assertThat(states()).isEqualTo(Map.of("SENT", 1));
		note("INDEXNOW", "/b");
		this.watch.forward(Duration.ofDays(2));
		this.outbox.forget();
		assertThat(states()).isEqualTo(Map.of("WAITING", 1));
		assertThat(this.jdbc.sql("select count(*) from push_request").query(Integer.class).single()).isZero();
	}

	private void note(String engine, String... paths) {
		note(Duration.ZERO, engine, paths);
	}

	private void note(Duration wait, String engine, String... paths) {
		this.outbox.note(engine, List.of(paths).stream().map((path) -> BASE_URL + path).toList(), wait);
	}

	private PushJob indexNow() {
		return job(new IndexNowEngine(indexNowAt(SERVER.address("/indexnow")), this.site, this.json));
	}

	private PushJob baidu() {
		return job(new BaiduEngine(baiduAt(SERVER.address("/urls")), this.site, this.json));
	}

	private PushJob job(Engine engine) {
		return new PushJob(List.of(engine), this.outbox, this.sender, this.watch);
	}

	private static PushProperties indexNowAt(URI endpoint) {
		return new PushProperties(Duration.ZERO, new PushProperties.IndexNow(INDEXNOW_KEY, endpoint),
				new PushProperties.Baidu("", SERVER.address("/")));
	}

	private static PushProperties baiduAt(URI endpoint) {
		return new PushProperties(Duration.ZERO, new PushProperties.IndexNow("", SERVER.address("/")),
				new PushProperties.Baidu(BAIDU_TOKEN, endpoint));
	}

	private String state(String path) {
		return column("state", path, String.class);
	}

	private int attempts(String path) {
		return column("attempts", path, Integer.class);
	}

	private Instant due(String path) {
		return column("due_at", path, OffsetDateTime.class).toInstant();
	}

	private <T> T column(String name, String path, Class<T> type) {
		return this.jdbc.sql("select " + name + " from push_address where url = ?")
			.param(BASE_URL + path)
			.query((row, number) -> row.getObject(1, type))
			.single();
	}

	private Map<String, Integer> states() {
		return this.jdbc.sql("select state, count(*) from push_address group by state")
			.query((row, number) -> Map.entry(row.getString(1), row.getInt(2)))
			.list()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
	}

	/** A clock that a test sets. */
	private static final class Watch extends Clock {

		private volatile Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);

		void set(Instant instant) {
			this.now = instant;
		}

		void forward(Duration time) {
			this.now = this.now.plus(time);
		}

		@Override
		public Instant instant() {
			return this.now;
		}

		@Override
		public ZoneId getZone() {
			return ZoneId.of("UTC");
		}

		@Override
		public Clock withZone(ZoneId zone) {
			return this;
		}

	}

}
