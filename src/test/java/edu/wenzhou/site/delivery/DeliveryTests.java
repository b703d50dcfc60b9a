package edu.wenzhou.site.delivery;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPInputStream;

import com.aayushatharva.brotli4j.decoder.Decoder;
import edu.wenzhou.site.Crawl;
import edu.wenzhou.site.HttpTest;
import edu.wenzhou.site.delivery.FaultProxy.Weather;
import edu.wenzhou.site.publishing.SiteGeneration;
import edu.wenzhou.site.web.Address;
import edu.wenzhou.site.web.MissedAddresses;
import org.apache.catalina.Container;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.support.ServletRequestHandledEvent;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Pages from memory, on a PostgreSQL that is killed, stopped and started again. */
@DirtiesContext
@Import(DeliveryTests.Rendered.class)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "college.delivery.enabled=true")
class DeliveryTests extends HttpTest {

	private static TestServer server;

	private static FaultProxy network;

	private static Path mirror;

	@Autowired
	private ResourceUrlProvider addresses;

	@Autowired
	private Warmer warmer;

	@Autowired
	private Renditions renditions;

	@Autowired
	private SiteGeneration generation;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private Rendered rendered;

	@Autowired
	private WebServerApplicationContext web;

	@DynamicPropertySource
	static void own(DynamicPropertyRegistry registry) throws IOException {
		server = new TestServer();
		network = new FaultProxy(server.port());
		mirror = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "mirror");
		registry.add("spring.datasource.url",
				() -> server.url().replace(":" + server.port() + "/", ":" + network.port() + "/"));
		registry.add("college.delivery.mirror-dir", () -> mirror);
	}

	@AfterAll
	static void stop() throws IOException {
		network.close();
		server.close();
	}

	private void everythingIsReady() {
		await().atMost(Duration.ofSeconds(90)).until(() -> this.warmer.warmed() == this.generation.number());
	}

	/** Or people would read of it among what visitors missed. */
	@Test
	void theSiteMissesNothingOfItsOwn() {
		everythingIsReady();
		get("/never-there");
		assertThat(this.rendered.missed).contains("/never-there")
			.noneMatch((path) -> path.matches("(/en)?/(robots|favicon|llms).*"));
	}

	/** The site renders again what it keeps, and so learns of what is gone. */
	@Test
	void whatIsGoneIsMissedByVisitorsOnly() {
		everythingIsReady();
		String gone = "/campuses/ruian";
		assertThat(get(gone).statusCode()).isEqualTo(200);
		try {
			elsewhere("update campus set slug = 'moved' where slug = 'ruian'");
			everythingIsReady();
			assertThat(this.renditions.get(gone)).as("the site has asked for it").isNull();
			assertThat(this.rendered.missed).noneMatch((path) -> path.contains("/campuses/"));
			assertThat(get(gone).statusCode()).isEqualTo(404);
			assertThat(this.rendered.missed).contains(gone);
		}
		finally {
			elsewhere("update campus set slug = 'ruian' where slug = 'moved'");
		}
	}

	@Test
	void aPageIsTheSameInEveryCoding() throws IOException {
		HttpResponse<byte[]> plain = bytes("GET", "/schools/ai");
		HttpResponse<byte[]> gzip = bytes("GET", "/schools/ai", "Accept-Encoding", "gzip");
		HttpResponse<byte[]> brotli = bytes("GET", "/schools/ai", "Accept-Encoding", "gzip, deflate, br;q=0.9");
		assertThat(new GZIPInputStream(new ByteArrayInputStream(gzip.body())).readAllBytes()).isEqualTo(plain.body());
		assertThat(Decoder.decompress(brotli.body()).getDecompressedData()).isEqualTo(plain.body());
		assertThat(brotli.body().length).isLessThan(gzip.body().length);
		Set<String> tags = new TreeSet<>();
		for (HttpResponse<byte[]> answer : List.of(plain, gzip, brotli)) {
			assertThat(answer.statusCode()).isEqualTo(200);
			assertThat(answer.headers().allValues("Vary")).containsExactly("Accept-Encoding");
			assertThat(answer.headers().firstValue("Content-Length")).hasValue(String.valueOf(answer.body().length));
			assertThat(answer.headers().firstValue("Cache-Control").orElseThrow()).contains("max-age=",
					"stale-while-revalidate=", "stale-if-error=");
			assertThat(answer.headers().firstValue("Content-Security-Policy")).isPresent();
			assertThat(answer.headers().firstValue("Content-Language")).hasValue("zh-CN");
			assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
			tags.add(answer.headers().firstValue("ETag").orElseThrow());
		}
		assertThat(tags).as("tags of other bytes").hasSize(3).allMatch((tag) -> tag.matches("\"[\\w-]+\""));
		assertThat(gzip.headers().firstValue("Content-Encoding")).hasValue("gzip");
		assertThat(brotli.headers().firstValue("Content-Encoding")).hasValue("br");
		assertThat(bytes("GET", "/schools/ai", "Accept-Encoding", "br;q=0, gzip;q=0").headers()
			.firstValue("Content-Encoding")).isEmpty();
	}

	/** Else they would go out as text, and each page would cost a third more. */
	@Test
	void headersReachTomcatAsBytes() {
		Container[] contexts = ((TomcatWebServer) this.web.getWebServer()).getTomcat().getHost().findChildren();
		assertThat(contexts).singleElement()
			.satisfies((context) -> assertThat(context.getPipeline().getValves())
				.hasAtLeastOneElementOfType(HeadersValve.class));
	}

	/** Smaller than the running site would make it. */
	@ParameterizedTest
	@ValueSource(strings = { "/css/site.css", "/css/staff.css", "/js/search.js", "/js/editor/editor.js",
			"/js/editor/prosemirror-view.js" })
	void aFileOfTheApplicationGoesOutAsTheBuildHasPackedIt(String file) throws IOException {
		String path = this.addresses.getForLookupPath(file);
		byte[] plain = bytes("GET", path).body();
		byte[] gzip = bytes("GET", path, "Accept-Encoding", "gzip").body();
		byte[] brotli = bytes("GET", path, "Accept-Encoding", "br").body();
		Codings now = Codings.of("text/css", plain, "unknown");
		assertThat(brotli.length).isLessThan(now.in(Coding.BROTLI).length);
		assertThat(gzip.length).isLessThan(now.in(Coding.GZIP).length);
		assertThat(Decoder.decompress(brotli).getDecompressedData()).isEqualTo(plain);
		assertThat(new GZIPInputStream(new ByteArrayInputStream(gzip)).readAllBytes()).isEqualTo(plain);
	}

	@Test
	void whoeverHasAPageIsToldSo() {
		HttpResponse<String> page = get("/honours");
		String tag = page.headers().firstValue("ETag").orElseThrow();
		String modified = page.headers().firstValue("Last-Modified").orElseThrow();
		for (String[] known : new String[][] { { "If-None-Match", tag }, { "If-None-Match", "\"x\", W/" + tag },
				{ "If-Modified-Since", modified } }) {
			HttpResponse<String> answer = send("GET", "/honours", known);
			assertThat(answer.statusCode()).as(known[1]).isEqualTo(304);
			assertThat(answer.body()).isEmpty();
			assertThat(answer.headers().firstValue("ETag")).hasValue(tag);
			assertThat(answer.headers().firstValue("Cache-Control")).isPresent();
		}
		for (String[] unknown : new String[][] { { "If-None-Match", "\"other\"", "If-Modified-Since", modified },
				{ "If-Modified-Since", "Mon, 01 Jan 2001 00:00:00 GMT" }, { "If-Modified-Since", "yesterday" },
				{ "Range", "bytes=0-9" } }) {
			HttpResponse<String> answer = send("GET", "/honours", unknown);
			assertThat(answer.statusCode()).as(unknown[1]).isEqualTo(200);
			assertThat(answer.body()).isEqualTo(page.body());
		}
		HttpResponse<String> staff = send("GET", "/honours", "Cookie",
				"SESSION=c2lnbmVkLWlu; __Host-SESSION=c2lnbmVkLWlu");
		assertThat(staff.headers().firstValue("ETag")).as("for whoever is signed in, too").hasValue(tag);
		HttpResponse<String> head = send("HEAD", "/honours");
		assertThat(head.statusCode()).isEqualTo(200);
		assertThat(head.body()).isEmpty();
		assertThat(head.headers().firstValue("Content-Length")).isEqualTo(page.headers().firstValue("Content-Length"));
		assertThat(head.headers().firstValue("ETag")).hasValue(tag);
	}

	@Test
	void oddAddressesMakeNoEntry() {
		everythingIsReady();
		String page = get("/honours?level=national&category=institution").body();
		int before = this.renditions.mostAsked().size();
		int renderings = this.rendered.count.get();
		for (int i = 0; i < 50; i++) {
			assertThat(get("/honours?from=" + i).body()).isEqualTo(get("/honours").body());
			assertThat(get("/honours?x=" + i + "&category=institution&level=national").body()).isEqualTo(page);
		}
		assertThat(this.rendered.count.get()).isEqualTo(renderings);
		for (String odd : List.of("/%68onours", "/about?level=national", "/honours?level=nowhere", "/nowhere",
				"/staff/sign-in", "/search?q=a")) {
			get(odd);
		}
		assertThat(this.renditions.mostAsked()).hasSize(before);
		assertThat(get("/honours?level=nowhere").statusCode()).isEqualTo(400);
		assertThat(get("/nowhere").statusCode()).isEqualTo(404);
		assertThat(send("POST", "/honours", BodyPublishers.noBody()).statusCode()).isEqualTo(405);
	}

	@Test
	void aPageIsRenderedOnceHoweverManyAsk() {
		everythingIsReady();
		this.renditions.remove("/partnerships");
		int before = this.rendered.count.get();
		ExecutorService visitors = Executors.newFixedThreadPool(20);
		try {
			List<CompletableFuture<Integer>> answers = new ArrayList<>();
			for (int i = 0; i < 20; i++) {
				answers.add(CompletableFuture.supplyAsync(() -> get("/partnerships").statusCode(), visitors));
			}
			assertThat(answers).allMatch((answer) -> answer.join() == 200);
		}
		finally {
			visitors.shutdown();
		}
		assertThat(this.rendered.count.get() - before).isOne();
	}

	@Test
	void whatIsPublishedHereIsSeenAtOnceAndWhatIsTheSameKeepsItsTag() {
		String tag = get("/about/history").headers().firstValue("ETag").orElseThrow();
		String name = "鹿城校区" + System.nanoTime();
		try {
			this.transaction.executeWithoutResult((status) -> {
				this.jdbc.sql("update campus set name_zh = ? where slug = 'lucheng'").param(name).update();
				this.generation.raise(Instant.now());
				assertThat(get("/campuses/lucheng").body()).as("before it is certain").doesNotContain(name);
			});
			assertThat(get("/campuses/lucheng").body()).contains(name);
			assertThat(send("GET", "/about/history", "If-None-Match", tag).statusCode()).isEqualTo(304);
		}
		finally {
			this.transaction.executeWithoutResult((status) -> {
				this.jdbc.sql("update campus set name_zh = '鹿城校区' where slug = 'lucheng'").update();
				this.generation.raise(Instant.now());
			});
		}
	}

	@Test
	void whatChangesElsewhereIsSeenSoonAlsoInTheMirror() throws IOException {
		everythingIsReady();
		String name = "鹿城校区" + System.nanoTime();
		String gone = "/partnerships/enterprise-service-platform";
		assertThat(get(gone).statusCode()).isEqualTo(200);
		assertThat(mirror.resolve(gone.substring(1) + ".html")).exists();
		try {
			elsewhere("update campus set name_zh = '" + name + "' where slug = 'lucheng'",
					"update partnership set slug = 'moved' where slug = 'enterprise-service-platform'");
			await().atMost(Duration.ofSeconds(10)).until(() -> get("/campuses/lucheng").body().contains(name));
			assertThat(get(gone).statusCode()).isEqualTo(404);
			everythingIsReady();
			assertThat(mirror.resolve("_/current/campuses/lucheng.html")).exists();
			assertThat(Files.readString(mirror.resolve("campuses/lucheng.html"))).contains(name);
			Path packed = mirror.resolve("campuses/lucheng.html.gz");
			assertThat(new String(new GZIPInputStream(Files.newInputStream(packed)).readAllBytes(),
					StandardCharsets.UTF_8))
				.contains(name);
			assertThat(mirror.resolve(gone.substring(1) + ".html")).doesNotExist();
		}
		finally {
			elsewhere("update campus set name_zh = '鹿城校区' where slug = 'lucheng'",
					"update partnership set slug = 'enterprise-service-platform' where slug = 'moved'");
		}
	}

	/** Another node changes something. */
	private void elsewhere(String... changes) {
		this.transaction.executeWithoutResult((status) -> {
			for (String change : changes) {
				this.jdbc.sql(change).update();
			}
			this.jdbc.sql("update site_generation set number = number + 1").update();
		});
	}

	@ParameterizedTest
	@EnumSource(Fault.class)
	void noVisitorNoticesThatTheDatabaseIsAway(Fault fault) throws Exception {
		everythingIsReady();
		List<String> paths = Crawl.of(this::get)
			.answers()
			.entrySet()
			.stream()
			.filter((answer) -> answer.getValue().statusCode() == 200 && !Keys.isOutside(answer.getKey()))
			.map((answer) -> answer.getKey())
			.toList();
		assertThat(paths).hasSizeGreaterThan(100);
		// Nobody has asked for it: it was rendered ahead
		assertThat(this.renditions.get("/en/about/history")).isNotNull();
		try (SteadyVisitors visitors = new SteadyVisitors(address(""), paths)) {
			visitors.await(paths.size());
			fault.begin.run();
			if (fault.lasting) {
				HttpResponse<String> search = get("/search?q=a");
				assertThat(search.statusCode()).isEqualTo(503);
				assertThat(search.headers().firstValue("Retry-After")).isPresent();
				// Somebody published just before, and it cannot be rendered
				Instant start = Instant.now();
				assertThat(get("/honours").statusCode()).isEqualTo(200);
				assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(3));
			}
			visitors.await(2 * paths.size());
			fault.end.run();
			await().atMost(Duration.ofSeconds(10)).until(() -> get("/search?q=a").statusCode() == 200);
			visitors.await(paths.size());
			assertThat(visitors.failures()).isEmpty();
		}
	}

	private enum Fault {

		KILLED(true, () -> server.kill(), () -> server.restart()),
		STOPPED_IN_ITS_TRACKS(true, () -> server.hang(), () -> server.goOn()),
		BLACK_HOLE(true, () -> network.turn(Weather.BLACK_HOLE), () -> network.turn(Weather.FAIR)),
		RESTARTED(false, () -> {
			server.kill();
			server.restart();
		}, () -> {
		}), SLOW(false, () -> network.turn(Weather.SLOW), () -> network.turn(Weather.FAIR)), FLAPPING(false, () -> {
			for (int i = 0; i < 6; i++) {
				network.turn((i % 2 == 0) ? Weather.BLACK_HOLE : Weather.FAIR);
				Thread.sleep(600);
			}
		}, () -> {
		});

		/** Whether nothing can be had from the database until it ends. */
		private final boolean lasting;

		private final Action begin;

		private final Action end;

		Fault(boolean lasting, Action begin, Action end) {
			this.lasting = lasting;
			this.begin = begin;
			this.end = end;
		}

	}

	private interface Action {

		void run() throws Exception;

	}

	/** What the application itself answers, and what it finds nothing for. */
	@TestConfiguration
	static class Rendered implements MissedAddresses {

		private final Set<String> missed = ConcurrentHashMap.newKeySet();

		private final AtomicInteger count = new AtomicInteger();

		@EventListener
		void rendered(ServletRequestHandledEvent event) {
			this.count.incrementAndGet();
		}

		@Override
		public void missed(Address address, String referrer) {
			this.missed.add(address.spelled());
		}

	}

}
