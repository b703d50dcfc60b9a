package edu.wenzhou.site.publishing;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;

import edu.wenzhou.site.discovery.Graph;
import edu.wenzhou.site.media.MadeFiles;
import edu.wenzhou.site.staff.Role;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** What searches and machines get to know of the pictures of campuses and schools. */
class PictureDiscoveryTests extends PublishingTest {

	private Visitor editor;

	private Visitor approver;

	@BeforeEach
	@AfterEach
	void nothingNoted() {
		this.jdbc.sql("delete from push_address").update();
	}

	@BeforeEach
	void people() {
		this.editor = with(Role.EDITOR);
		this.approver = with(Role.APPROVER);
	}

	@Test
	void machinesAreToldOfThemWithThePage() {
		long campus = seeded("campus", "lucheng");
		long school = seeded("school", "ai");
		String gate = picture(this.editor, "门.jpg", MadeFiles.jpeg(1800, 900), "altZh", "校门", "altEn", "The gate",
				"captionZh", "北门");
		String hall = picture(this.editor, "楼.jpg", MadeFiles.jpeg(500, 500), "altZh", "实训楼");
		Document before = page("/campuses/lucheng");
		assertThat(before.select("meta[property^=og:image]")).hasSize(5);
		assertThat(Graph.of(before).one("Place").has("image")).isFalse();
		edited(this.editor, campus, "pictures", sha256(gate), "pictures", sha256(hall));
		published(this.editor, this.approver, campus);
		edited(this.editor, school, "pictures", sha256(hall));
		published(this.editor, this.approver, school);

		Document page = page("/campuses/lucheng");
		List<String> shown = page.select("main img").eachAttr("src").stream().map((path) -> BASE_URL + path).toList();
		List<String> shared = page.select("meta[property=og:image]").eachAttr("content");
		assertThat(shared).hasSize(2).first().isEqualTo(shown.get(0));
		assertThat(shared.get(1)).startsWith(BASE_URL + "/share/");
		assertThat(meta(page, "og:image:width")).isEqualTo("1350");
		assertThat(meta(page, "og:image:height")).isEqualTo("900");
		assertThat(meta(page, "og:image:alt")).isEqualTo("校门");
		assertThat(meta(page("/en/campuses/lucheng"), "og:image:alt")).isEqualTo("The gate");
		Graph graph = Graph.of(page);
		JsonNode images = graph.one("Place").get("image");
		assertThat(images.valueStream().map((image) -> image.get("url").asString()).toList()).isEqualTo(shown);
		assertThat(images.valueStream().map((image) -> image.get("caption").asString()).toList()).containsExactly("北门",
				"实训楼");
		assertThat(graph.page().get("primaryImageOfPage")).isEqualTo(images.get(0));

		Document small = page("/schools/ai");
		assertThat(small.select("meta[property=og:image]").eachAttr("content")).as("too small to be shown large")
			.singleElement()
			.asString()
			.contains("/share/");
		assertThat(Graph.of(small).one("EducationalOrganization").get("image").get(0).get("url").asString())
			.isEqualTo(BASE_URL + small.select("main img").attr("src"));

		assertThat(listed("/campuses/lucheng")).containsExactly(whole(gate), whole(hall))
			.isEqualTo(listed("/en/campuses/lucheng"));
		assertThat(listed("/schools/ai")).containsExactly(whole(hall));
		assertThat(listed("/campuses/ouhai")).isEmpty();
		assertThat(body("/campuses/lucheng.md")).contains("![校门](" + shown.get(0) + ")", "北门",
				"![实训楼](" + shown.get(1) + ")");
	}

	/** Also when it is said later. */
	@Test
	void whatIsSaidOfThemIsFoundAndChangesThePage() {
		long campus = seeded("campus", "lucheng");
		String gate = picture(this.editor, "罕见名.jpg", MadeFiles.jpeg(300, 200), "altZh", "罕见词甲子的校门", "altEn",
				"Gate qwertyuiop", "captionZh", "罕见词乙丑");
		String address = whole(gate).substring(BASE_URL.length());
		long notice = created(this.editor, "notice");
		edited(this.editor, notice, "title_zh", "样例", "category", "EVENT", "slug", "picture-notice", "body_zh",
				"<p><img src=\"" + address + "\" alt=\"罕见词丙寅\"></p>");
		published(this.editor, this.approver, notice);
		edited(this.editor, campus, "pictures", sha256(gate));
		assertThat(found("甲子的校门")).as("a draft").isEmpty();
		published(this.editor, this.approver, campus);
		assertThat(found("甲子的校门")).containsExactly("/campuses/lucheng");
		assertThat(found("罕见词乙丑")).containsExactly("/campuses/lucheng");
		assertThat(page("/en/search?q=qwertyuiop").select(".hits a").eachAttr("href"))
			.containsExactly("/en/campuses/lucheng");
		assertThat(found("罕见名")).as("the name of the file").isEmpty();
		assertThat(found("罕见词丙寅")).containsExactly("/notices/picture-notice");

		nothingNoted();
		OffsetDateTime campusDate = changed(campus);
		OffsetDateTime noticeDate = changed(notice);
		assertThat(this.editor.submit(gate, gate, "altZh", "罕见词丁卯的校门").statusCode()).isEqualTo(302);
		assertThat(found("丁卯的校门")).containsExactly("/campuses/lucheng");
		assertThat(found("甲子的校门")).isEmpty();
		assertThat(changed(campus)).isAfter(campusDate);
		assertThat(changed(notice)).as("its body says itself what the picture shows").isEqualTo(noticeDate);
		assertThat(this.jdbc.sql("select distinct substr(url, ?) from push_address order by 1")
			.param(BASE_URL.length() + 1)
			.query(String.class)
			.list()).containsExactly("/campuses/lucheng", "/en/campuses/lucheng");
	}

	/** The pictures that the sitemap names for a page. */
	private List<String> listed(String path) {
		Element entry = Jsoup.parse(body("/sitemap.xml"), "", Parser.xmlParser())
			.select("url:has(> loc)")
			.stream()
			.filter((one) -> one.selectFirst("loc").text().equals(BASE_URL + path))
			.findFirst()
			.orElseThrow();
		return entry.select("image|loc").eachText();
	}

	/** Where the public finds a picture whole. */
	private String whole(String picture) {
		return BASE_URL + this.editor.page(picture).select(".s-link").text();
	}

	private OffsetDateTime changed(long id) {
		return this.jdbc.sql("select changed_at from publication where item_id = ?")
			.param(id)
			.query(OffsetDateTime.class)
			.single();
	}

	/** What has these words as they stand, and nothing that is only like it. */
	private List<String> found(String words) {
		Document page = page("/search?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8));
		return page.select("main .notice").isEmpty() ? page.select(".hits a").eachAttr("href") : List.of();
	}

	private static String meta(Document page, String property) {
		return page.selectFirst("meta[property=" + property + "]").attr("content");
	}

}
