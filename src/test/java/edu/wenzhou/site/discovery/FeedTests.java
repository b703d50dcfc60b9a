package edu.wenzhou.site.discovery;

import java.io.StringReader;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

import com.rometools.rome.feed.atom.Content;
import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.io.WireFeedInput;
import edu.wenzhou.site.media.TestUses;
import edu.wenzhou.site.media.TestUses.PublicFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.w3c.dom.NodeList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** Feeds of notices, as readers of feeds get them. */
class FeedTests extends DiscoveryTest {

	private static final String ATOM = "http://www.w3.org/2005/Atom";

	private static final List<String> FEEDS = List.of("/feed.xml", "/feed/event.xml", "/en/feed.xml",
			"/en/feed/disclosure.xml");

	@Autowired
	private TestUses library;

	@Test
	void theNewestStandFirstWithTheDatesOfTheirPages() throws Exception {
		notices("EVENT", 60);
		Feed feed = atom("/feed.xml");
		assertThat(feed.getFeedType()).isEqualTo("atom_1.0");
		assertThat(feed.getEntries()).hasSize(50);
		assertThat(feed.getEntries().get(0).getTitle()).isEqualTo("测试通知60");
		assertThat(feed.getUpdated().toInstant()).isEqualTo(lastModified("/notices"))
			.isEqualTo(lastModified("/feed.xml"));
		for (Entry entry : feed.getEntries()) {
			String path = link(entry.getAlternateLinks()).substring(BASE_URL.length());
			assertThat(entry.getUpdated().toInstant()).as(path).isEqualTo(lastModified(path));
			assertThat(entry.getPublished().toInstant().toString()).endsWith("T01:00:00Z");
		}
		JsonNode json = json("/feed.json");
		assertThat(json.get("items").size()).isEqualTo(50);
		for (int i = 0; i < 50; i++) {
			JsonNode item = json.get("items").get(i);
			Entry entry = feed.getEntries().get(i);
			assertThat(item.get("id").asString()).isEqualTo(entry.getId());
			assertThat(item.get("url").asString()).isEqualTo(link(entry.getAlternateLinks()));
			assertThat(instant(item, "date_modified")).isEqualTo(entry.getUpdated().toInstant());
			assertThat(instant(item, "date_published")).isEqualTo(entry.getPublished().toInstant());
			assertThat(item.get("content_html").asString()).isEqualTo(entry.getContents().get(0).getValue());
		}
	}

	/** What RFC 4287 demands and ROME would make up. */
	@Test
	void everyFeedHasWhatItMust() throws Exception {
		notices("EVENT", 3);
		for (String path : FEEDS) {
			String xml = get(path).body();
			assertThat(atom(path).getId()).as(path).startsWith("urn:uuid:");
			for (String name : List.of("feed", "entry")) {
				NodeList all = parse(xml).getElementsByTagNameNS(ATOM, name);
				for (int i = 0; i < all.getLength(); i++) {
					List<String> children = children(all.item(i).getChildNodes());
					for (String one : List.of("id", "title", "updated")) {
						assertThat(children.stream().filter(one::equals)).as(path + " " + name + " " + one).hasSize(1);
					}
				}
			}
			assertThat(children(parse(xml).getDocumentElement().getChildNodes())).contains("author", "icon");
			assertThat(link(atom(path).getOtherLinks().stream().filter((one) -> one.getRel().equals("self")).toList()))
				.isEqualTo(BASE_URL + path);
			NodeList dates = parse(xml).getElementsByTagNameNS(ATOM, "updated");
			for (int i = 0; i < dates.getLength(); i++) {
				assertThat(dates.item(i).getTextContent()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\+08:00");
			}
		}
		List<String> ids = new ArrayList<>();
		for (String path : FEEDS) {
			ids.add(atom(path).getId());
		}
		assertThat(ids).doesNotHaveDuplicates();
		assertThat(json("/feed.json").get("version").asString()).isEqualTo("https://jsonfeed.org/version/1.1");
		assertThat(json("/en/feed.json").get("feed_url").asString()).isEqualTo(BASE_URL + "/en/feed.json");
		assertThat(json("/en/feed.json").get("language").asString()).isEqualTo("en");
	}

	@Test
	void aCategoryHasAFeedOfItsOwn() throws Exception {
		notices("EVENT", 2);
		notices("DISCLOSURE", 1);
		assertThat(atom("/feed.xml").getEntries()).hasSize(3);
		Feed events = atom("/feed/event.xml");
		assertThat(events.getEntries()).extracting((entry) -> link(entry.getAlternateLinks()))
			.containsExactly(BASE_URL + "/notices/found-event-2", BASE_URL + "/notices/found-event-1");
		assertThat(events.getTitle()).isEqualTo("通知：活动 · 温州职业技术学院");
		assertThat(link(events.getAlternateLinks())).isEqualTo(BASE_URL + "/notices?category=event");
		assertThat(events.getEntries().get(0).getCategories().get(0).getTerm()).isEqualTo("event");
		assertThat(atom("/feed/admissions.xml").getEntries()).isEmpty();
		assertThat(json("/en/feed/disclosure.json").get("items").get(0).get("url").asString())
			.isEqualTo(BASE_URL + "/en/notices/found-disclosure-1");
		for (String path : List.of("/feed/EVENT.xml", "/feed/nothing.json", "/feed/.xml", "/feed")) {
			assertThat(get(path).statusCode()).as(path).isEqualTo(404);
		}
	}

	@Test
	void theContentIsWholeCleanAndReadableElsewhere() throws Exception {
		notices("EVENT", 1);
		String picture = "/media/" + "0".repeat(64) + "/x.png";
		set("found-event-1", "lead_zh", "有[[students]]学生");
		set("found-event-1", "body_zh", "<p onclick=\"x()\">见<a href=\"/schools/ai\">学院</a>、<a href=\"#x\">下</a>，"
				+ "[[students]]。<script>x()</script>𠮷 &amp; ]]></p><img src=\"" + picture + "\" alt=\"图\">");
		Content content = atom("/feed.xml").getEntries().get(0).getContents().get(0);
		assertThat(content.getType()).isEqualTo("html");
		assertThat(content.getValue())
			.contains("<a href=\"" + BASE_URL + "/schools/ai\"", "12000余人", "𠮷 &amp; ]]&gt;",
					"<img src=\"" + BASE_URL + picture + "\" alt=\"图\"")
			.doesNotContain("onclick", "script", "<sup", "[[", "href=\"#", "src=\"/");
		assertThat(atom("/feed.xml").getEntries().get(0).getSummary().getValue()).isEqualTo("有12000余人学生");
	}

	@Test
	void whatIsAttachedIsEnclosed() throws Exception {
		notices("EVENT", 2);
		PublicFile file = this.library.publicFile();
		this.jdbc.sql("""
				insert into notice_attachment (notice_id, position, media_item_id)
				select id, 0, ? from notice where slug = 'found-event-1'""").param(file.id()).update();
		try {
			String address = BASE_URL + "/media/" + file.sha256() + "/" + file.name();
			Entry entry = atom("/feed.xml").getEntries().get(1);
			Link enclosure = entry.getOtherLinks()
				.stream()
				.filter((link) -> link.getRel().equals("enclosure"))
				.findFirst()
				.orElseThrow();
			assertThat(enclosure.getHref()).isEqualTo(address);
			assertThat(enclosure.getLength()).isPositive();
			JsonNode attachment = json("/feed.json").get("items").get(1).get("attachments").get(0);
			assertThat(attachment.get("url").asString()).isEqualTo(address);
			assertThat(attachment.get("mime_type").asString()).isEqualTo(enclosure.getType()).contains("/");
			assertThat(json("/feed.json").get("items").get(0).has("attachments")).isFalse();
		}
		finally {
			this.jdbc.sql("delete from notice_attachment where media_item_id = ?").param(file.id()).update();
			this.library.forget(file.sha256());
		}
	}

	@Test
	void whatIsNotTranslatedSaysSo() throws Exception {
		notices("EVENT", 2);
		set("found-event-1", "title_en", "A test notice");
		set("found-event-1", "body_en", "<p>Its text.</p>");
		NodeList titles = parse(get("/en/feed.xml").body()).getElementsByTagNameNS(ATOM, "title");
		assertThat(titles.item(1).getTextContent()).isEqualTo("测试通知2");
		assertThat(titles.item(1).getAttributes().getNamedItem("xml:lang").getNodeValue()).isEqualTo("zh-CN");
		assertThat(titles.item(2).getTextContent()).isEqualTo("A test notice");
		assertThat(titles.item(2).getAttributes().getNamedItem("xml:lang").getNodeValue()).isEqualTo("en");
		assertThat(json("/en/feed.json").get("items").get(1).get("language").asString()).isEqualTo("en");
		assertThat(json("/en/feed.json").get("items").get(0).get("language").asString()).isEqualTo("zh-CN");
		assertThat(atom("/en/feed.xml").getEntries().get(0).getId())
			.isNotEqualTo(atom("/feed.xml").getEntries().get(0).getId());
	}

	@ParameterizedTest
	@ValueSource(strings = { "/feed.xml", "/feed/event.xml", "/feed.json", "/en/feed/event.json" })
	void whoeverHasItIsNotSentItAgain(String path) {
		notices("EVENT", 1);
		HttpResponse<String> answer = get(path);
		assertThat(answer.headers().firstValue("Content-Type")).hasValue(
				path.endsWith("xml") ? "application/atom+xml;charset=UTF-8" : "application/feed+json;charset=UTF-8");
		assertThat(answer.headers().firstValue("X-Robots-Tag")).hasValue("noindex");
		assertThat(answer.headers().firstValue("Content-Language")).hasValue(path.startsWith("/en") ? "en" : "zh-CN");
		String tag = answer.headers().firstValue("ETag").orElseThrow();
		String date = answer.headers().firstValue("Last-Modified").orElseThrow();
		HttpResponse<String> again = send("GET", path, "If-None-Match", tag, "If-Modified-Since", date);
		assertThat(again.statusCode()).isEqualTo(304);
		assertThat(again.body()).isEmpty();
		set("found-event-1", "title_zh", "另一个标题");
		assertThat(send("GET", path, "If-None-Match", tag).statusCode()).isEqualTo(200);
		assertThat(send("HEAD", path).headers().firstValue("ETag")).isPresent();
	}

	/** And its file, where the machine can make one. */
	@Test
	void theProspectusIsNamed() throws Exception {
		for (String language : List.of("", "/en")) {
			List<Link> related = atom(language + "/feed.xml").getOtherLinks()
				.stream()
				.filter((link) -> link.getRel().equals("related"))
				.toList();
			assertThat(related).extracting(Link::getHref)
				.startsWith(BASE_URL + language + "/about/prospectus")
				.isSubsetOf(BASE_URL + language + "/about/prospectus", BASE_URL + language + "/about/prospectus.pdf");
			for (Link link : related) {
				HttpResponse<byte[]> answer = bytes("GET", link.getHref().substring(BASE_URL.length()));
				assertThat(answer.statusCode()).as(link.getHref()).isEqualTo(200);
				assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith(link.getType());
			}
		}
	}

	@Test
	void theListLeadsToItsFeed() {
		notices("EVENT", 1);
		assertThat(page("/notices").select("main a[href=/feed.xml]").text()).isEqualTo("订阅通知（Atom）");
		assertThat(page("/en/notices?category=event").select("main a[href=/en/feed/event.xml]")).hasSize(1);
	}

	private static Instant instant(JsonNode item, String name) {
		return OffsetDateTime.parse(item.get(name).asString()).toInstant();
	}

	private static String link(List<Link> links) {
		assertThat(links).hasSize(1);
		return links.get(0).getHref();
	}

	private static List<String> children(NodeList nodes) {
		List<String> names = new ArrayList<>();
		for (int i = 0; i < nodes.getLength(); i++) {
			names.add(nodes.item(i).getLocalName());
		}
		return names;
	}

	private Feed atom(String path) throws Exception {
		HttpResponse<String> answer = get(path);
		assertThat(answer.statusCode()).as(path).isEqualTo(200);
		return (Feed) new WireFeedInput().build(new StringReader(answer.body()));
	}

	private JsonNode json(String path) {
		return JsonMapper.builder().build().readTree(get(path).body());
	}

}
