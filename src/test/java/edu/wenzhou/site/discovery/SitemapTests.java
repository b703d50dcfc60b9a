package edu.wenzhou.site.discovery;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import crawlercommons.sitemaps.SiteMap;
import crawlercommons.sitemaps.SiteMapParser;
import edu.wenzhou.site.media.TestUses;
import edu.wenzhou.site.media.TestUses.PublicFile;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The sitemap is what search engines may list: no more, no less. */
class SitemapTests extends DiscoveryTest {

	@Autowired
	private TestUses library;

	@BeforeEach
	void notices() {
		someNotices();
	}

	@Test
	void itHoldsEveryPageThatMayBeListedAndNoOther() {
		Set<String> indexable = new TreeSet<>();
		crawl().described().forEach((path, page) -> {
			String canonical = page.selectFirst("link[rel=canonical]").attr("href");
			boolean listed = !page.selectFirst("meta[name=robots]").attr("content").contains("noindex");
			assertThat(crawl().answers().get(path).headers().firstValue("X-Robots-Tag")).as(path).isEmpty();
			if (crawl().answers().get(path).statusCode() == 200 && listed && canonical.equals(BASE_URL + path)) {
				indexable.add(canonical);
			}
		});
		assertThat(sitemap().keySet()).containsExactlyInAnyOrderElementsOf(indexable)
			.contains(BASE_URL + "/", BASE_URL + "/en", BASE_URL + "/notices/found-event-2",
					BASE_URL + "/notices?page=2", BASE_URL + "/en/notices?category=announcement&page=2",
					BASE_URL + "/notices?year=2025")
			.doesNotContain(BASE_URL + "/honours?level=national", BASE_URL + "/notices?year=2025&category=event");
	}

	@Test
	void itSaysOfEveryPageWhatThePageSaysOfItself() {
		Map<String, Listed> sitemap = sitemap();
		sitemap.forEach((address, entry) -> {
			String path = address.substring(BASE_URL.length());
			assertThat(entry.changed().toInstant()).as(path).isEqualTo(lastModified(path));
			assertThat(entry.changed().toString()).as(path).endsWith("+08:00");
			Map<String, String> versions = new LinkedHashMap<>();
			for (Element link : crawl().pages().get(path).select("link[hreflang]")) {
				versions.put(link.attr("hreflang"), link.attr("href"));
			}
			assertThat(entry.versions()).as(path).isEqualTo(versions).hasSize(3);
			entry.versions()
				.values()
				.forEach((other) -> assertThat(sitemap.get(other).versions()).as(path + " and " + other)
					.isEqualTo(entry.versions()));
		});
	}

	private Map<String, Listed> sitemap() {
		HttpResponse<String> answer = get("/sitemap.xml");
		assertThat(answer.statusCode()).isEqualTo(200);
		return entries(answer.body());
	}

	@Test
	void itIsValidAndAsCrawlersReadIt() throws Exception {
		String xml = get("/sitemap.xml").body();
		validate(xml, "sitemap");
		assertThatThrownBy(() -> validate(xml.replaceFirst("<lastmod>", "<lastmod>x"), "sitemap"))
			.isInstanceOf(AssertionError.class);
		URI address = URI.create(BASE_URL + "/sitemap.xml");
		SiteMap read = (SiteMap) new SiteMapParser(true).parseSiteMap("application/xml",
				xml.getBytes(StandardCharsets.UTF_8), address.toURL());
		assertThat(read.getSiteMapUrls()).hasSameSizeAs(entries(xml).keySet());
		assertThat(get("/sitemap.xml").headers().firstValue("Content-Type")).hasValue("application/xml;charset=UTF-8");
	}

	@Test
	void itNamesThePicturesOfAPageWithTheirHost() {
		PublicFile file = this.library.publicFile();
		PublicFile document = this.library.publicFile();
		String slug = "found-event-1";
		this.jdbc.sql("""
				update media_item set kind = 'PICTURE', content_type = 'image/png', file_name = '图 (1).png', width = 9,
				height = 9 where id = ?""").param(file.id()).update();
		this.jdbc.sql("""
				insert into content_media (item_id, sha256, live)
				select item_id, unnest(array[?, ?]), true from publication where slug = ?""")
			.params(file.sha256(), document.sha256(), slug)
			.update();
		try {
			String image = BASE_URL + "/media/" + file.sha256() + "/%E5%9B%BE%20%281%29.png";
			Map<String, Listed> sitemap = sitemap();
			assertThat(sitemap.get(BASE_URL + "/notices/" + slug).images()).containsExactly(image);
			assertThat(sitemap.get(BASE_URL + "/en/notices/" + slug).images()).containsExactly(image);
			assertThat(sitemap.get(BASE_URL + "/notices/found-event-2").images()).isEmpty();
			validate(get("/sitemap.xml").body(), "sitemap");
			assertThat(get("/sitemap-baidu.xml").body()).doesNotContain(image);
		}
		finally {
			this.jdbc.sql("delete from content_media where sha256 in (?, ?)")
				.params(file.sha256(), document.sha256())
				.update();
			this.library.forget(file.sha256());
			this.library.forget(document.sha256());
		}
	}

	@Test
	void baiduGetsTheSamePagesWithItsTag() {
		String xml = get("/sitemap-baidu.xml").body();
		assertThat(entries(xml).keySet()).isEqualTo(sitemap().keySet());
		assertThat(parse(xml).getElementsByTagNameNS("http://www.baidu.com/schemas/sitemap-mobile/1/", "mobile")
			.getLength()).isEqualTo(entries(xml).size());
		assertThat(xml).contains("<mobile:mobile type=\"pc,mobile\"/>").doesNotContain("xhtml", "hreflang");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/sitemap.xml", "/sitemap-1.xml", "/sitemap-baidu.xml", "/sitemap-baidu-1.xml" })
	void whoeverHasItIsNotSentItAgain(String path) {
		HttpResponse<String> answer = get(path);
		String tag = answer.headers().firstValue("ETag").orElseThrow();
		String date = answer.headers().firstValue("Last-Modified").orElseThrow();
		assertThat(send("GET", path, "If-None-Match", tag).statusCode()).isEqualTo(304);
		assertThat(send("GET", path, "If-Modified-Since", date).statusCode()).isEqualTo(304);
		HttpResponse<String> head = send("HEAD", path);
		assertThat(head.statusCode()).isEqualTo(200);
		assertThat(head.body()).isEmpty();
		assertThat(head.headers().firstValue("ETag")).hasValue(tag);
		// In the same second
		this.jdbc.sql("update publication set changed_at = changed_at + interval '1 microsecond'").update();
		try {
			assertThat(send("GET", path, "If-None-Match", tag).statusCode()).isEqualTo(200);
		}
		finally {
			this.jdbc.sql("update publication set changed_at = changed_at - interval '1 microsecond'").update();
		}
		this.jdbc.sql("delete from publication where slug = 'found-event-1'").update();
		assertThat(send("GET", path, "If-None-Match", tag).statusCode()).isEqualTo(200);
	}

	@Test
	void theWholeIsAsOldAsItsNewestPage() {
		Instant newest = sitemap().values()
			.stream()
			.map((entry) -> entry.changed().toInstant())
			.max(Instant::compareTo)
			.orElseThrow();
		assertThat(lastModified("/sitemap.xml")).isEqualTo(newest);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/sitemap-2.xml", "/sitemap-01.xml", "/sitemap-x.xml", "/sitemap-999999999.xml",
			"/sitemap-9999999999.xml", "/en/sitemap.xml", "/en/sitemap-1.xml", "/sitemap-baidu-2.xml",
			"/en/sitemap-baidu.xml" })
	void thereIsNoOther(String path) {
		assertThat(get(path).statusCode()).isEqualTo(404);
	}

	@Test
	void thePagesSayWhichFeedsAndTextsThereAre() {
		Document list = crawl().pages().get("/en/notices?category=event");
		assertThat(alternates(list)).containsExactly("application/atom+xml /en/feed.xml Notices",
				"application/feed+json /en/feed.json Notices",
				"application/atom+xml /en/feed/event.xml Notices: Events",
				"application/feed+json /en/feed/event.json Notices: Events");
		assertThat(alternates(crawl().pages().get("/"))).containsExactly("text/markdown /index.md ",
				"application/atom+xml /feed.xml 通知", "application/feed+json /feed.json 通知");
		assertThat(alternates(crawl().pages().get("/schools/ai"))).containsExactly("text/markdown /schools/ai.md ");
		assertThat(alternates(crawl().pages().get("/notices?page=2")))
			.containsExactly("application/atom+xml /feed.xml 通知", "application/feed+json /feed.json 通知");
		assertThat(alternates(page("/nowhere"))).isEmpty();
	}

	private static List<String> alternates(Document page) {
		return page.select("link[rel=alternate]:not([hreflang])")
			.stream()
			.map((link) -> link.attr("type") + " " + link.attr("href").replace(BASE_URL, "") + " " + link.attr("title"))
			.toList();
	}

}
