package edu.wenzhou.site.discovery;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import edu.wenzhou.site.Crawl;
import edu.wenzhou.site.Generation;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** What every page tells machines, held against the words of schema.org that we use. */
class GraphTests extends DiscoveryTest {

	/**
	 * What a node of each type must have, and what it may have where it is known; search
	 * engines recommend these. Nothing else is said.
	 */
	private static final String TABLE = """
			CollegeOrUniversity     | @id name url                                   | alternateName description slogan foundingDate address telephone email department location award
			WebSite                 | @id name url                                   | inLanguage publisher
			WebPage                 | @id name url description inLanguage isPartOf primaryImageOfPage | dateModified breadcrumb mainEntity
			AboutPage               | @id name url description inLanguage isPartOf primaryImageOfPage about | dateModified breadcrumb
			CollectionPage          | @id name url description inLanguage isPartOf primaryImageOfPage | dateModified breadcrumb mainEntity
			BreadcrumbList          | @id itemListElement                            |
			ItemList                | numberOfItems itemListElement                  |
			ListItem                | position name                                  | item url
			EducationalOrganization | @id name url parentOrganization                | alternateName description telephone
			Place                   | @id name url                                   | description address geo
			PostalAddress           | addressCountry                                 | streetAddress addressLocality
			GeoCoordinates          | latitude longitude                             |
			NewsArticle             | @id headline datePublished author publisher mainEntityOfPage image inLanguage | dateModified description articleSection
			Dataset                 | @id name description url creator distribution  | publisher inLanguage isAccessibleForFree dateModified
			DataDownload            | contentUrl encodingFormat                      | inLanguage
			ImageObject             | url width height                               |
			""";

	private static final JsonMapper JSON = new JsonMapper();

	/** Where people can look at the pictures. */
	private static final Path PICTURES = Path.of("target", "share");

	private static Crawl crawl;

	private static Map<String, Graph> graphs;

	/** What is said elsewhere of when a page changed, by its address. */
	private static Map<String, List<Instant>> elsewhere;

	@BeforeEach
	void crawlOnce() {
		someNotices();
		if (crawl == null) {
			crawl = Crawl.of(this::get);
			graphs = new LinkedHashMap<>();
			crawl.described().forEach((path, page) -> graphs.put(path, Graph.of(page)));
			elsewhere = datesElsewhere();
		}
	}

	private Map<String, List<Instant>> datesElsewhere() {
		Map<String, List<Instant>> dates = new HashMap<>();
		for (String sitemap : List.of("/sitemap.xml", "/sitemap-baidu.xml")) {
			entries(get(sitemap).body())
				.forEach((address, entry) -> dates.computeIfAbsent(address, (one) -> new ArrayList<>())
					.add(entry.changed().toInstant()));
		}
		for (String feed : List.of("/feed.json", "/en/feed.json", "/feed/event.json")) {
			JSON.readTree(get(feed).body())
				.get("items")
				.forEach((item) -> dates.get(item.get("url").asString())
					.add(OffsetDateTime.parse(item.get("date_modified").asString()).toInstant()));
		}
		for (String feed : List.of("/feed.xml", "/en/feed.xml", "/feed/event.xml")) {
			Jsoup.parse(get(feed).body(), Parser.xmlParser())
				.select("entry")
				.forEach((entry) -> dates.get(entry.selectFirst("link[rel=alternate]").attr("href"))
					.add(OffsetDateTime.parse(entry.selectFirst("updated").text()).toInstant()));
		}
		return dates;
	}

	@Test
	void everyNodeKeepsToTheTable() {
		Map<String, List<Set<String>>> table = table();
		graphs.forEach((path, graph) -> graph.nodes().forEach((node) -> {
			String type = node.get("@type").asString();
			assertThat(table).as(path).containsKey(type);
			Set<String> required = table.get(type).get(0);
			Set<String> known = new TreeSet<>(required);
			known.addAll(table.get(type).get(1));
			known.add("@type");
			assertThat(node.propertyNames()).as(path + ": " + type).containsAll(required).isSubsetOf(known);
		}));
	}

	@Test
	void everyTypeOfTheTableIsUsed() {
		Set<String> used = graphs.values()
			.stream()
			.flatMap((graph) -> graph.nodes().stream())
			.map((node) -> node.get("@type").asString())
			.collect(Collectors.toCollection(TreeSet::new));
		// Those are tried below, as the seeds have none
		assertThat(Stream.concat(used.stream(), Stream.of("PostalAddress", "GeoCoordinates")))
			.containsExactlyInAnyOrderElementsOf(table().keySet());
	}

	@Test
	void nothingIsEmpty() {
		graphs.forEach((path, graph) -> graph.byId().values().forEach((node) -> isFull(path, node)));
	}

	private static void isFull(String path, JsonNode node) {
		assertThat(node.isNull()).as(path).isFalse();
		if (node.isContainer()) {
			assertThat(node.isEmpty()).as(path + ": empty").isFalse();
		}
		else {
			assertThat(node.asString()).as(path).isNotBlank().doesNotContain("null", "**", "[[");
		}
		node.forEach((part) -> isFull(path, part));
	}

	@Test
	void whateverIsPointedToIsThere() {
		Set<String> front = graphs.get("/").byId().keySet();
		assertThat(front).contains(BASE_URL + "/#org", BASE_URL + "/#website");
		graphs.forEach((path, graph) -> graph.references()
			.forEach((id) -> assertThat(
					graph.byId().containsKey(id) || Set.of(BASE_URL + "/#org", BASE_URL + "/#website").contains(id))
				.as(path + " points to " + id)
				.isTrue()));
	}

	@Test
	void theSameThingHasOneNameInBothLanguages() {
		graphs.forEach((path, graph) -> {
			if (!path.matches("/en([/?].*)?")) {
				Graph english = graphs.get("/en" + (path.equals("/") ? "" : path));
				assertThat(things(english)).as(path).isEqualTo(things(graph));
			}
		});
		assertThat(things(graphs.get("/en/schools/ai"))).contains(BASE_URL + "/schools/ai#school");
		assertThat(graphs.get("/en/schools/ai").one("EducationalOrganization").get("url").asString())
			.isEqualTo(BASE_URL + "/en/schools/ai");
	}

	/** Names of all but the page itself and the way to it, which have a language. */
	private static Set<String> things(Graph graph) {
		return graph.byId()
			.keySet()
			.stream()
			.filter((id) -> !id.matches(".*#(webpage|breadcrumb|article)"))
			.collect(Collectors.toSet());
	}

	@Test
	void thePageSaysWhatItsHeadSays() {
		crawl.described().forEach((path, page) -> {
			JsonNode self = graphs.get(path).page();
			assertThat(self.get("url").asString()).as(path).isEqualTo(page.select("link[rel=canonical]").attr("href"));
			assertThat(self.get("@id").asString()).isEqualTo(self.get("url").asString() + "#webpage");
			assertThat(self.get("name").asString()).isEqualTo(meta(page, "og:title"));
			assertThat(self.get("description").asString())
				.isEqualTo(page.select("meta[name=description]").attr("content"))
				.isEqualTo(meta(page, "og:description"));
			assertThat(self.get("inLanguage").asString()).isEqualTo(page.select("html").attr("lang"));
			assertThat(self.get("primaryImageOfPage").get("url").asString()).isEqualTo(meta(page, "og:image"));
			assertThat(meta(page, "og:url")).isEqualTo(self.get("url").asString());
			assertThat(meta(page, "og:locale") + " " + meta(page, "og:locale:alternate"))
				.isEqualTo(path.matches("/en([/?].*)?") ? "en_US zh_CN" : "zh_CN en_US");
			assertThat(meta(page, "og:type"))
				.isEqualTo(path.matches("(/en)?/notices/found-.*") ? "article" : "website");
			assertThat(meta(page, "og:image:alt")).isEqualTo(page.title());
			assertThat(page.select("meta[name=twitter:card]").attr("content")).isEqualTo("summary_large_image");
			assertThat(page.select("meta[name=applicable-device]").attr("content")).isEqualTo("pc,mobile");
		});
	}

	/** One date for one page: see also {@code PageDateTests}. */
	@Test
	void everythingSaysTheSameDateOfAPage() {
		crawl.described().forEach((path, page) -> {
			Instant changed = crawl.answers()
				.get(path)
				.headers()
				.firstValue("Last-Modified")
				.map((date) -> ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant())
				.orElseThrow(() -> new AssertionError(path));
			assertThat(instant(path, graphs.get(path).page())).as(path).isEqualTo(changed);
			assertThat(elsewhere.getOrDefault(BASE_URL + path, List.of())).as(path).allMatch(changed::equals);
			graphs.get(path)
				.nodes()
				.stream()
				.filter((node) -> node.has("dateModified"))
				.forEach((node) -> assertThat(instant(path, node)).as(path).isEqualTo(changed));
			for (Element said : page.select("meta[property=article:modified_time], meta[property$=updated_time]")) {
				assertThat(OffsetDateTime.parse(said.attr("content")).toInstant()).as(path).isEqualTo(changed);
			}
		});
		String notice = "/notices/found-event-2";
		assertThat(crawl.pages().get(notice).select("meta[property=article:modified_time]")).hasSize(1);
		assertThat(elsewhere.get(BASE_URL + notice)).as("both sitemaps, the feed and that of its category").hasSize(6);
		assertThat(elsewhere.get(BASE_URL + "/schools/ai")).hasSize(2);
	}

	private static Instant instant(String path, JsonNode node) {
		String said = node.get("dateModified").asString();
		assertThat(said).as(path).endsWith("+08:00");
		return OffsetDateTime.parse(said).toInstant();
	}

	@Test
	void theWayToAPageIsThatOfItsBreadcrumbs() {
		crawl.described().forEach((path, page) -> {
			Graph graph = graphs.get(path);
			List<String> shown = page.select(".crumbs li").eachText();
			if (path.matches("/(en)?")) {
				assertThat(graph.page().has("breadcrumb")).isFalse();
				return;
			}
			JsonNode list = graph.one("BreadcrumbList").get("itemListElement");
			assertThat(list.size()).as(path).isGreaterThan(1).isEqualTo(shown.size());
			for (int i = 0; i < list.size(); i++) {
				assertThat(list.get(i).get("position").asInt()).isEqualTo(i + 1);
				assertThat(list.get(i).get("name").asString()).isEqualTo(shown.get(i));
				String item = list.get(i).get("item").asString();
				assertThat(crawl.pages()).containsKey(item.substring(BASE_URL.length()).replaceAll("^$", "/"));
			}
			assertThat(list.get(list.size() - 1).get("item").asString()).isEqualTo(graph.page().get("url").asString());
		});
	}

	@Test
	void theFrontPageTellsAboutTheCollege() {
		JsonNode college = graphs.get("/").one("CollegeOrUniversity");
		assertThat(college.get("name").asString()).isEqualTo("温州职业技术学院");
		assertThat(Graph.texts(college, "alternateName")).containsExactly("温职院", "Wenzhou Polytechnic", "温州机械工业学校",
				"温州商业学校", "温州经济学校", "温州业余科技大学");
		assertThat(college.get("foundingDate").asString()).isEqualTo("1999");
		assertThat(college.get("slogan").asString()).isEqualTo("厚德长技，励学敦行");
		assertThat(college.get("url").asString()).isEqualTo(BASE_URL + "/");
		assertThat(Graph.texts(college, "award")).hasSize(7).contains("国家示范性高职院校");
		assertThat(college.get("department").size()).isEqualTo(10);
		assertThat(college.get("location").size()).isEqualTo(5);
		assertThat(college.has("address") || college.has("telephone") || college.has("email")).isFalse();
		JsonNode english = graphs.get("/en").one("CollegeOrUniversity");
		assertThat(english.get("name").asString()).isEqualTo("Wenzhou Polytechnic");
		assertThat(Graph.texts(english, "alternateName")).contains("温州职业技术学院", "Wenzhou Business School")
			.doesNotContain("Wenzhou Polytechnic");
		assertThat(english.get("@id")).isEqualTo(college.get("@id"));
		assertThat(graphs.get("/").one("WebSite").get("publisher").get("@id")).isEqualTo(college.get("@id"));
	}

	@Test
	void whatStaffFillInIsTold() {
		this.jdbc
			.sql("""
					update college_profile set address_zh = '样例路1号', telephone = '0577-0000', email = 'a@college.example'""")
			.update();
		this.jdbc.sql("""
				update campus set latitude = 27.9, longitude = 120.7, district_zh = '样例区', lead_zh = '有[[students]]。'
				where slug = 'lucheng'""").update();
		this.jdbc.sql("update school set telephone = '0577-1111', other_names_zh = '另一个名字' where slug = 'ai'").update();
		Generation.raise(this.jdbc);
		try {
			JsonNode college = Graph.of(page("/")).one("CollegeOrUniversity");
			assertThat(college.get("address").get("streetAddress").asString()).isEqualTo("样例路1号");
			assertThat(college.get("address").get("addressCountry").asString()).isEqualTo("CN");
			assertThat(college.get("telephone").asString()).isEqualTo("0577-0000");
			assertThat(college.get("email").asString()).isEqualTo("a@college.example");
			JsonNode campus = Graph.of(page("/campuses/lucheng")).one("Place");
			assertThat(campus.get("geo").get("latitude").asDouble()).isEqualTo(27.9);
			assertThat(campus.get("geo").get("longitude").asDouble()).isEqualTo(120.7);
			assertThat(campus.get("address").get("addressLocality").asString()).isEqualTo("样例区");
			assertThat(campus.get("description").asString()).isEqualTo("有12000余人。");
			JsonNode school = Graph.of(page("/schools/ai")).one("EducationalOrganization");
			assertThat(school.get("telephone").asString()).isEqualTo("0577-1111");
			assertThat(school.get("alternateName").asString()).isEqualTo("另一个名字");
			assertThat(school.get("parentOrganization").get("@id").asString()).isEqualTo(BASE_URL + "/#org");
		}
		finally {
			this.jdbc.sql("update college_profile set address_zh = null, telephone = null, email = null").update();
			this.jdbc.sql("""
					update campus set latitude = null, longitude = null, district_zh = null, lead_zh = null
					where slug = 'lucheng'""").update();
			this.jdbc.sql("update school set telephone = null, other_names_zh = null where slug = 'ai'").update();
			Generation.raise(this.jdbc);
		}
	}

	@Test
	void listsNameWhatTheyLeadTo() {
		JsonNode schools = graphs.get("/schools").one("CollectionPage").get("mainEntity");
		assertThat(schools.get("numberOfItems").asInt()).isEqualTo(10);
		assertThat(schools.get("itemListElement").get(0).get("name").asString()).isEqualTo("智能制造学院");
		assertThat(graphs.get("/honours").page().get("mainEntity").get("numberOfItems").asInt()).isEqualTo(49);
		graphs.forEach((path, graph) -> graph.nodes()
			.stream()
			.filter((node) -> node.get("@type").asString().equals("ItemList"))
			.forEach((list) -> list.get("itemListElement").forEach((item) -> {
				String address = item.get("url").asString().substring(BASE_URL.length());
				assertThat(crawl.target(path, address)).as(path + " lists " + address).isNotNull();
			})));
		assertThat(graphs.get("/honours?level=national&category=").page().has("mainEntity"))
			.as("a filtered list is the whole one to search engines")
			.isFalse();
	}

	@Test
	void theDataCanBeTakenAway() {
		JsonNode data = graphs.get("/about/figures").one("Dataset");
		assertThat(data.get("description").asString()).hasSizeBetween(50, 5000);
		assertThat(graphs.get("/en/about/figures").one("Dataset").get("description").asString()).hasSizeBetween(50,
				5000);
		List<String> types = new ArrayList<>();
		data.get("distribution").forEach((file) -> {
			var answer = get(file.get("contentUrl").asString().substring(BASE_URL.length()));
			assertThat(answer.statusCode()).isEqualTo(200);
			assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
				.startsWith(file.get("encodingFormat").asString());
			assertThat(answer.headers().firstValue("Content-Language")).hasValue(file.get("inLanguage").asString());
			types.add(file.get("encodingFormat").asString() + " " + file.get("inLanguage").asString());
		});
		assertThat(types).containsExactly("text/csv zh-CN", "application/json zh-CN", "text/csv en",
				"application/json en");
	}

	@Test
	void everyPageHasAPicture() throws Exception {
		Map<String, String> addresses = new LinkedHashMap<>();
		crawl.described().forEach((path, page) -> addresses.put(meta(page, "og:image"), path));
		assertThat(addresses).hasSizeGreaterThan(60);
		Files.createDirectories(PICTURES);
		for (String address : addresses.keySet()) {
			assertThat(address).matches(BASE_URL + "(/en)?/share/[0-9a-f]{16}/[a-z0-9/-]+\\.png");
			String path = address.substring(BASE_URL.length());
			HttpResponse<byte[]> answer = bytes("GET", path);
			assertThat(answer.statusCode()).as(path).isEqualTo(200);
			assertThat(answer.headers().firstValue("Content-Type")).hasValue("image/png");
			assertThat(answer.headers().firstValue("Cache-Control")).hasValue("public, max-age=31536000, immutable");
			assertThat(answer.headers().allValues("Cross-Origin-Resource-Policy")).containsExactly("cross-origin");
			assertThat(answer.headers().firstValue("Content-Security-Policy")).isPresent();
			BufferedImage image = ImageIO.read(new ByteArrayInputStream(answer.body()));
			assertThat(List.of(image.getWidth(), image.getHeight())).as(path).containsExactly(1200, 630);
			assertThat(answer.body().length).as(path).isBetween(10_000, 200_000);
			Files.write(PICTURES.resolve(path.replaceFirst("share/[0-9a-f]+/", "").substring(1).replace('/', '_')),
					answer.body());
		}
	}

	@Test
	void errorPagesTellNothing() {
		for (String path : List.of("/nowhere", "/en/nowhere", "/honours?level=galactic")) {
			Document page = page(path);
			assertThat(page.select("script:not([src]), meta[property]")).as(path).isEmpty();
		}
	}

	private static String meta(Document page, String property) {
		assertThat(page.select("meta[property=" + property + "]")).as(property).hasSize(1);
		return page.select("meta[property=" + property + "]").attr("content");
	}

	private static Map<String, List<Set<String>>> table() {
		Map<String, List<Set<String>>> table = new LinkedHashMap<>();
		TABLE.lines().forEach((line) -> {
			String[] cells = line.split("\\|", -1);
			table.put(cells[0].strip(), List.of(words(cells[1]), words(cells[2])));
		});
		return table;
	}

	private static Set<String> words(String cell) {
		return Arrays.stream(cell.strip().split("\\s+"))
			.filter((word) -> !word.isEmpty())
			.collect(Collectors.toCollection(TreeSet::new));
	}

}
