package edu.wenzhou.site.publishing;

import java.net.http.HttpResponse;
import java.time.OffsetDateTime;
import java.util.List;

import edu.wenzhou.site.media.MadeFiles;
import edu.wenzhou.site.staff.Role;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Pictures of a campus and of a school, from the library to the page. */
class PicturePublishingTests extends PublishingTest {

	private Visitor editor;

	private Visitor approver;

	/** With everything that can be said of it. */
	private String gate;

	/** With the least. */
	private String hall;

	@BeforeEach
	void pictures() {
		this.editor = with(Role.EDITOR);
		this.approver = with(Role.APPROVER);
		this.gate = picture(this.editor, "门.jpg", MadeFiles.jpeg(1800, 900), "altZh", "校门", "altEn", "The gate",
				"captionZh", "北门，<b>早晨</b>", "captionEn", "North gate");
		this.hall = picture(this.editor, "楼.jpg", MadeFiles.jpeg(700, 700), "altZh", "实训楼");
	}

	@ParameterizedTest
	@ValueSource(strings = { "campus lucheng /campuses/lucheng", "school ai /schools/ai" })
	void theyAreChosenPreviewedApprovedShownAndTakenAway(String which) {
		String[] words = which.split(" ");
		String path = words[2];
		long id = seeded(words[0], words[1]);
		String before = body(path);
		assertThat(Jsoup.parse(before).select("main img, main figure.sec")).isEmpty();
		Element form = form(this.editor, id);
		assertThat(form.select("[name=pictures][value=" + sha256(this.gate) + "] ~ label").text()).contains("门.jpg：校门");
		assertThat(form.select("#field-pictures .m-pic img").eachAttr("src")).contains(this.gate + "/file/480");
		edited(this.editor, id, "pictures", sha256(this.gate), "pictures", sha256(this.hall),
				"pictures." + sha256(this.hall), "1");
		assertThat(this.store.latest(this.store.item(id)).values().lines("pictures")).containsExactly(sha256(this.hall),
				sha256(this.gate));
		form = form(this.editor, id);
		assertThat(form.select("#field-pictures [checked]").eachAttr("value")).containsExactly(sha256(this.hall),
				sha256(this.gate));
		assertThat(form.select("#field-pictures .place input[value~=.]").eachAttr("value")).containsExactly("1", "2");
		edited(this.editor, id, "pictures." + sha256(this.hall), "2");

		List<String> addresses = previewed(id);
		assertThat(body(path)).as("a draft changes nothing").isEqualTo(before);
		String compared = this.editor.page(path(id) + "/compare").select("main").text();
		assertThat(compared).contains("门.jpg：校门", "楼.jpg：实训楼", "北门，");
		assertThat(this.editor.page(path(id) + "/compare").select(".d-pics img").eachAttr("src"))
			.containsExactly(this.gate + "/file/480", this.hall + "/file/480");

		published(this.editor, this.approver, id);
		Document page = Jsoup.parse(body(path));
		assertThat(page.select("main img").eachAttr("alt")).containsExactly("校门", "实训楼");
		assertThat(page.select("main figcaption").eachText()).containsExactly("北门，<b>早晨</b>");
		Element lead = page.selectFirst("main > .school + figure.pic-lead img");
		assertThat(lead.attr("width") + "x" + lead.attr("height")).isEqualTo("1350x900");
		assertThat(lead.attr("srcset")).matches("/media/\\S+ 480w, /media/\\S+ 960w, /media/\\S+ 1350w");
		assertThat(lead.hasAttr("loading") || lead.hasAttr("decoding")).as("painted with the page").isFalse();
		assertThat(page.select("main img").stream().skip(1)).allMatch((image) -> image.attr("loading").equals("lazy"));
		assertThat(page.select("main section:has(.pics) h2").text()).isEqualTo("图片");
		Document english = Jsoup.parse(body("/en" + path));
		assertThat(english.select("main img").eachAttr("alt")).containsExactly("The gate", "实训楼");
		assertThat(english.select("main img").stream().map((image) -> image.attr("lang"))).containsExactly("", "zh-CN");
		assertThat(english.select("main figcaption").eachText()).containsExactly("North gate");
		for (String address : addresses) {
			assertThat(get(address).statusCode()).as(address).isEqualTo(200);
			assertThat(get(address).headers().firstValue("Content-Type")).hasValue("image/jpeg");
		}

		assertThat(this.editor.page(this.gate).select(".desk a[href=" + path(id) + "] + .st").text()).isEqualTo("已公开");
		HttpResponse<String> refused = this.editor.post(this.gate + "/delete", "_csrf", this.editor.token());
		assertThat(refused.statusCode()).isEqualTo(409);
		edited(this.editor, id, "pictures", "");
		assertThat(this.editor.post(this.gate + "/delete", "_csrf", this.editor.token()).statusCode())
			.as("still public")
			.isEqualTo(409);
		published(this.editor, this.approver, id);
		assertThat(Jsoup.parse(body(path)).select("main").outerHtml())
			.isEqualTo(Jsoup.parse(before).select("main").outerHtml());
		assertThat(addresses).allSatisfy((address) -> assertThat(get(address).statusCode()).isEqualTo(404));
		assertThat(this.editor.post(this.gate + "/delete", "_csrf", this.editor.token()).statusCode()).isEqualTo(302);
	}

	/** The public addresses of what the preview shows; none of them is public yet. */
	private List<String> previewed(long id) {
		String preview = path(id) + "/revisions/" + this.store.item(id).latestRevision() + "/preview";
		Document page = this.editor.page(preview);
		assertThat(page.select("main img").eachAttr("alt")).containsExactly("校门", "实训楼");
		assertThat(this.editor.page(preview + "?lang=en").select("main img").attr("alt")).isEqualTo("The gate");
		HttpResponse<String> typed = this.editor.submit(form(this.editor, id).attr("action", path(id) + "/preview"),
				"pictures", sha256(this.hall));
		assertThat(Jsoup.parse(typed.body()).select("main img").eachAttr("alt")).as("not saved").containsExactly("实训楼");
		List<String> addresses = page.select("main img")
			.stream()
			.flatMap((image) -> List.of((image.attr("src") + " " + image.attr("srcset")).split(",? ")).stream())
			.filter((word) -> word.startsWith("/"))
			.distinct()
			.toList();
		assertThat(addresses).hasSize(5).allMatch((address) -> address.startsWith("/staff/media/"));
		for (String address : addresses) {
			assertThat(this.approver.get(address).statusCode()).as(address).isEqualTo(200);
			assertThat(this.approver.get(address).headers().firstValue("Cache-Control")).hasValue("private, no-store");
			assertThat(get(address).statusCode()).isEqualTo(302);
			assertThat(get(address.substring("/staff".length())).statusCode()).isEqualTo(404);
		}
		return addresses.stream().map((address) -> address.substring("/staff".length())).toList();
	}

	@Test
	void anOlderPictureIsChosenByItsAddressAndNothingElseIs() {
		long id = seeded("campus", "lucheng");
		String waiting = uploaded(this.editor, "无说明.jpg", MadeFiles.jpeg(60, 40));
		String file = uploaded(this.editor, "表.pdf", MadeFiles.pdf("/X (" + System.nanoTime() + ")"));
		Element form = form(this.editor, id);
		assertThat(form.select("[name=pictures]").eachAttr("value")).doesNotContain(sha256(waiting), sha256(file))
			.contains(sha256(this.hall));
		String address = this.editor.page(this.hall).select(".s-link").text();
		edited(this.editor, id, "pictures", sha256(this.gate), "pictures.more", " https://college.example" + address);
		assertThat(this.store.latest(this.store.item(id)).values().lines("pictures")).containsExactly(sha256(this.gate),
				sha256(this.hall));
		assertThat(this.editor.page(path(id) + "/edit").select(".errsum")).isEmpty();
		for (String wrong : List.of(sha256(waiting), sha256(file), "f".repeat(64), "门.jpg")) {
			edited(this.editor, id, "pictures.more", wrong);
			assertThat(this.editor.page(path(id) + "/submit").select("main").text()).as(wrong)
				.contains("图片：有一项不是图库里写好说明的图片");
			assertThat(form(this.editor, id).select("#field-pictures [checked]").last().val()).isEqualTo(wrong);
			edited(this.editor, id, "pictures", sha256(this.gate));
		}
	}

	@Test
	void aListThatIsSavedKeepsItsOrder() {
		long id = seeded("partnership", this.jdbc.sql("""
				select p.slug from partnership p join partnership_region r on r.partnership_id = p.id
				group by p.id order by count(*) desc limit 1""").query(String.class).single());
		List<String> regions = this.store.latest(this.store.item(id)).values().lines("regions");
		assertThat(regions).hasSizeGreaterThan(1);
		String first = regions.get(0);
		edited(this.editor, id, "regions." + first, "9");
		List<String> moved = this.store.latest(this.store.item(id)).values().lines("regions");
		assertThat(moved).containsExactlyInAnyOrderElementsOf(regions).endsWith(first);
		edited(this.editor, id, "lead_zh", "只改导语。");
		assertThat(this.store.latest(this.store.item(id)).values().lines("regions")).isEqualTo(moved);
	}

	@Test
	void aPictureThatStaysIsNoDifference() {
		long id = seeded("campus", "lucheng");
		String address = this.editor.page(this.hall).select(".s-link").text();
		edited(this.editor, id, "body_zh",
				"<figure><img src=\"" + address + "\" alt=\"实训楼\"><figcaption>正文里的图</figcaption></figure><p>一段。</p>",
				"pictures", sha256(this.gate));
		published(this.editor, this.approver, id);
		edited(this.editor, id, "district_zh", "鹿城区");
		Document page = this.editor.page(path(id) + "/compare?all=1");
		assertThat(page.select("section[aria-labelledby=page_zh] .d-mark").text()).contains("鹿城区")
			.doesNotContain("实训楼", "校门", "北门", "/media/");
		assertThat(page.select("section[aria-labelledby=page_zh]").text()).contains("正文里的图", "校门");
	}

	@Test
	void aPageWithPicturesTakesOneStatementMoreAndOneWithoutNone() {
		String path = "/campuses/lucheng";
		long id = seeded("campus", "lucheng");
		long other = seeded("campus", "ouhai");
		int without = second(path);
		edited(this.editor, id, "pictures", sha256(this.gate), "pictures", sha256(this.hall));
		published(this.editor, this.approver, id);
		assertThat(second(path)).isEqualTo(without + 1);
		assertThat(without + 1).isLessThanOrEqualTo(6);
		edited(this.editor, other, "pictures", sha256(this.hall));
		published(this.editor, this.approver, other);
		assertThat(second(path)).isEqualTo(without + 1);
		assertThat(second("/campuses/ruian")).isEqualTo(without);
	}

	/** The statements of a page that is not the first of its generation. */
	private int second(String path) {
		get(path);
		return statements(() -> get(path)).size();
	}

	@Test
	void whatIsSaidOfAPicturePublicPagesShowChangesTheSite() {
		long id = seeded("campus", "lucheng");
		edited(this.editor, id, "pictures", sha256(this.gate));
		long generation = generation();
		this.editor.submit(this.gate, this.gate, "altZh", "北门");
		assertThat(generation()).as("only a draft shows it").isEqualTo(generation);
		published(this.editor, this.approver, id);
		generation = generation();
		String lead = lead();
		OffsetDateTime changed = changed(id);
		for (String[] change : new String[][] { { "altZh", "北面的校门" }, { "captionZh", "", "captionEn", "" },
				{ "focalX", "0" } }) {
			assertThat(this.editor.submit(this.gate, this.gate, change).statusCode()).isEqualTo(302);
			assertThat(generation()).as(change[0]).isEqualTo(++generation);
			assertThat(changed(id)).as("the page has another date, too").isAfter(changed);
			changed = changed(id);
		}
		assertThat(this.editor.submit(this.gate, this.gate).statusCode()).isEqualTo(302);
		assertThat(generation()).as("nothing changed").isEqualTo(generation);
		Document page = Jsoup.parse(body("/campuses/lucheng"));
		assertThat(page.select(".pic-lead img").attr("alt")).isEqualTo("北面的校门");
		assertThat(page.select(".pic-lead figcaption")).isEmpty();
		assertThat(lead()).isNotEqualTo(lead);
		assertThat(get(lead()).statusCode()).isEqualTo(200);
		assertThat(get(lead).statusCode()).as("pages that were made before").isEqualTo(200);
	}

	private String lead() {
		return Jsoup.parse(body("/campuses/lucheng")).select(".pic-lead img").attr("src");
	}

	private OffsetDateTime changed(long id) {
		return this.jdbc.sql("select changed_at from publication where item_id = ?")
			.param(id)
			.query(OffsetDateTime.class)
			.single();
	}

	private long generation() {
		return this.jdbc.sql("select number from site_generation").query(Long.class).single();
	}

}
