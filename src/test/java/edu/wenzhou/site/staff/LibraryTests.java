package edu.wenzhou.site.staff;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

import javax.imageio.ImageIO;

import edu.wenzhou.site.media.MadeFiles;
import edu.wenzhou.site.media.TestUses;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.servlet.autoconfigure.MultipartProperties;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * The library of pictures and attachments, as editors use it and as the public sees it.
 */
class LibraryTests extends StaffTest {

	@Autowired
	private TestUses uses;

	@Autowired
	private JsonMapper json;

	@Autowired
	private MultipartProperties multipart;

	@Test
	void aPictureIsUploadedDescribedAndThenChosen() {
		Person editor = editor();
		Visitor visitor = signedIn(editor);
		HttpResponse<String> answer = upload(visitor, Map.of("实训楼 外景.jpeg", MadeFiles.jpeg(1200, 800)));
		String path = location(answer);
		assertThat(path).matches("/staff/media/[0-9]+\\?done=uploaded");
		Document page = visitor.page(path);
		assertThat(page.select("h1").text()).isEqualTo("实训楼 外景.jpg缺说明");
		assertThat(page.selectFirst(".notice").text()).contains("已上传", "请先写替代文字");
		assertThat(page.select(".s-dl").text()).contains("1200 × 800 像素", editor.displayName());
		path = path.substring(0, path.indexOf('?'));
		assertThat(choices(visitor, "实训楼 外景")).isEmpty();

		answer = visitor.submit(page.selectFirst("form[action=" + path + "]"), "role", "", "focalX", "x");
		assertThat(answer.statusCode()).isEqualTo(422);
		assertThat(Jsoup.parse(answer.body()).select(".errsum li").eachText()).containsExactly("请选择这张图片需要替代文字，还是装饰图片",
				"焦点请填 0 到 100 的整数");
		answer = describe(visitor, path, "meaning", "", "", "50", "101");
		assertThat(Jsoup.parse(answer.body()).select(".errsum li").eachText())
			.containsExactly("请填写替代文字，或选择“装饰图片，不需要说明”", "焦点请填 0 到 100 的整数");
		answer = describe(visitor, path, "ornament", "一棵树", "", "50", "50");
		assertThat(answer.statusCode()).isEqualTo(422);
		assertThat(Jsoup.parse(answer.body()).selectFirst("#altZh").wholeText()).isEqualTo("一棵树");
		assertThat(describe(visitor, path, "meaning", "学生 <b>走进</b> 实训楼", "Students", "30", "0").statusCode())
			.isEqualTo(302);

		page = visitor.page(path);
		assertThat(page.selectFirst("#altZh").wholeText()).isEqualTo("学生 <b>走进</b> 实训楼");
		assertThat(page.selectFirst("#focalX").val() + "/" + page.selectFirst("#focalY").val()).isEqualTo("30/0");
		JsonNode choice = choices(visitor, "走进").get(0);
		String sha256 = choice.get("sha256").asString();
		assertThat(choice.get("url").asString())
			.isEqualTo("/media/" + sha256 + "/%E5%AE%9E%E8%AE%AD%E6%A5%BC%20%E5%A4%96%E6%99%AF.jpg");
		assertThat(choice.get("thumb").asString()).isEqualTo(path + "/file/480");
		HttpResponse<String> inEditor = visitor.get("/staff/media/file/" + sha256);
		assertThat(inEditor.statusCode()).isEqualTo(200);
		assertThat(inEditor.headers().firstValue("Content-Type")).hasValue("image/jpeg");
		assertThat(inEditor.headers().firstValue("Cache-Control")).hasValue("private, no-store");
		assertThat(visitor.get("/staff/media/file/" + "0".repeat(64)).statusCode()).isEqualTo(404);
		assertThat(choice.get("alt").asString()).isEqualTo("学生 <b>走进</b> 实训楼");
		assertThat(choice.get("width").asInt() + "x" + choice.get("height").asInt()).isEqualTo("1200x800");
		assertThat(deeds(editor)).containsExactly("media.change DONE", "media.upload DONE", "session.sign-in DONE");
	}

	@Test
	void severalFilesAtOnceAreKeptOrRefusedEachByItself() {
		Person editor = editor();
		Visitor visitor = signedIn(editor);
		Map<String, byte[]> files = new LinkedHashMap<>();
		files.put("a.png", MadeFiles.png(30, 20));
		files.put("<img src=x>.svg", "<svg/>".getBytes(StandardCharsets.UTF_8));
		files.put("b.pdf", MadeFiles.pdf("/X (" + System.nanoTime() + ")"));
		HttpResponse<String> answer = upload(visitor, files);
		assertThat(answer.statusCode()).isEqualTo(422);
		Document page = Jsoup.parse(answer.body());
		assertThat(page.select(".errsum li").text()).startsWith("_img src=x_.svg：不接受这种文件。可以上传 JPEG");
		assertThat(page.select(".desk h3").eachText()).containsExactly("a.jpg缺说明", "b.pdf");
		assertThat(deeds(editor)).containsExactly("media.upload DONE", "media.refuse REFUSED", "media.upload DONE",
				"session.sign-in DONE");
		assertThat(this.jdbc
			.sql("select item_name || details from audit_event where actor_id = :id and action = 'media.refuse'")
			.param("id", editor.id())
			.query(String.class)
			.single()).contains("_img src=x_.svg", "\"TYPE\"", "\"bytes\": 6").doesNotContain("<svg");
		assertThat(upload(visitor, Map.of()).statusCode()).isEqualTo(422);
		Map<String, byte[]> many = new LinkedHashMap<>();
		for (int i = 0; i < 11; i++) {
			many.put(i + ".pdf", MadeFiles.pdf(""));
		}
		assertThat(Jsoup.parse(upload(visitor, many).body()).select(".errsum").text()).contains("一次选的文件太多");
	}

	/** As long as a system lets it be. */
	@Test
	void theNameOfAFileMayBeLong() {
		String name = "关于做好毕业".repeat(41) + ".pdf";
		assertThat(name).hasSize(250);
		assertThat(
				upload(signedIn(editor()), Map.of(name, MadeFiles.pdf("/X (" + System.nanoTime() + ")"))).statusCode())
			.isEqualTo(302);
	}

	@Test
	void theSameFileIsKeptOnce() {
		Visitor visitor = signedIn(editor());
		byte[] picture = MadeFiles.jpeg(90, 70);
		String first = location(upload(visitor, Map.of("one.jpg", picture)));
		String second = location(upload(visitor, Map.of("two.jpg", picture)));
		assertThat(second).isEqualTo(first.replace("uploaded", "there"));
	}

	@Test
	void aFileThatIsTooLargeIsToldSoOnAPageOfOurs() {
		Person editor = editor();
		Visitor visitor = signedIn(editor);
		byte[] large = new byte[15 * 1024 * 1024 + 1];
		HttpResponse<String> answer = upload(visitor, Map.of("large.jpg", large));
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(413);
		assertThat(Jsoup.parse(answer.body()).select("h1, h1 ~ p, .s-h + p").text()).contains("文件太大", "最大 15 MB");
		Map<String, byte[]> files = new LinkedHashMap<>();
		for (int i = 0; i < 5; i++) {
			files.put(i + ".jpg", new byte[13 * 1024 * 1024]);
		}
		assertThat(upload(visitor, files).statusCode()).isEqualTo(413);
		assertThat(this.multipart.getMaxFileSize().toMegabytes()).isEqualTo(15);
		assertThat(this.multipart.getMaxRequestSize().toMegabytes()).isEqualTo(60);
	}

	@Test
	void strangersCannotMakeTheSiteReadTheirFiles() {
		HttpResponse<String> answer = upload(new Visitor(), Map.of("large.jpg", new byte[1024 * 1024]));
		assertThat(answer.statusCode()).isEqualTo(403);
	}

	@Test
	void nothingIsPublicUntilSomethingPublicUsesIt() throws Exception {
		Visitor visitor = signedIn(editor());
		byte[] content = MadeFiles.jpeg(1000, 500);
		String path = page(upload(visitor, Map.of("公开.jpg", content)));
		String sha256 = sha256(path);
		String address = "/media/" + sha256 + "/%E5%85%AC%E5%BC%80.jpg";
		assertThat(get(address).statusCode()).isEqualTo(404);
		this.uses.use(sha256, true);
		assertThat(get(address).statusCode()).as("not described").isEqualTo(404);
		describe(visitor, path, "ornament", "", "", "50", "50");
		this.uses.use(sha256, false);
		assertThat(get(address).statusCode()).as("used by a draft").isEqualTo(404);
		assertThat(visitor.get(address).statusCode()).as("also for those who have signed in").isEqualTo(404);
		this.uses.use(sha256, true);
		HttpResponse<String> answer = get(address);
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.headers().map()).containsEntry("Content-Type", List.of("image/jpeg"))
			.containsEntry("Cache-Control", List.of("public, max-age=31536000, immutable"))
			.containsEntry("Content-Security-Policy", List.of("default-src 'none'; sandbox"))
			.containsEntry("X-Content-Type-Options", List.of("nosniff"))
			.containsEntry("ETag", List.of("\"" + sha256 + "\""))
			.containsEntry("Content-Disposition",
					List.of("inline; filename=\"__.jpg\"; filename*=UTF-8''%E5%85%AC%E5%BC%80.jpg"))
			.doesNotContainKeys("Set-Cookie", "Content-Encoding");
		assertThat(send("GET", address, "If-None-Match", "\"" + sha256 + "\"").statusCode()).isEqualTo(304);
		assertThat(send("GET", address, "If-None-Match", "\"other\"").statusCode()).isEqualTo(200);
		HttpResponse<String> head = send("HEAD", address);
		assertThat(head.statusCode()).isEqualTo(200);
		assertThat(head.body()).isEmpty();
		assertThat(head.headers().firstValue("Content-Length"))
			.isEqualTo(answer.headers().firstValue("Content-Length"));
		HttpResponse<String> range = send("GET", address, "Range", "bytes=0-9");
		assertThat(range.statusCode()).isEqualTo(200);
		assertThat(range.headers().firstValue("Accept-Ranges").orElse("none")).isEqualTo("none");
		assertThat(range.headers().firstValue("Content-Length"))
			.isEqualTo(answer.headers().firstValue("Content-Length"));

		HttpResponse<String> wrong = get("/media/" + sha256 + "/other.jpg");
		assertThat(wrong.statusCode()).isEqualTo(301);
		assertThat(wrong.headers().firstValue("Location")).hasValue(address);
		for (String narrow : this.jdbc.sql(
				"select r.sha256 from media_rendition r join media_item m on m.id = r.media_item_id where m.sha256 = :sha256")
			.param("sha256", sha256)
			.query(String.class)
			.list()) {
			assertThat(get(address.replace(sha256, narrow)).headers().firstValue("ETag"))
				.hasValue("\"" + narrow + "\"");
		}
		for (String nowhere : List.of("/media/" + "0".repeat(64) + "/a.jpg", "/media/" + sha256, "/media/a/a.jpg",
				"/media/" + sha256.toUpperCase() + "/a.jpg", address + "/x")) {
			assertThat(get(nowhere).statusCode()).as(nowhere).isEqualTo(404);
		}
		this.uses.forget(sha256);
		assertThat(get(address).statusCode()).as("used no longer").isEqualTo(404);
	}

	@Test
	void anAttachmentIsSavedAndNotOpened() {
		Visitor visitor = signedIn(editor());
		byte[] docx = MadeFiles.docx(Map.of());
		String path = page(upload(visitor, Map.of("招生 计划.docx", docx)));
		String sha256 = sha256(path);
		this.uses.use(sha256, true);
		for (HttpResponse<String> answer : List.of(visitor.get(path + "/file"),
				get("/media/" + sha256 + "/%E6%8B%9B%E7%94%9F%20%E8%AE%A1%E5%88%92.docx"))) {
			assertThat(answer.headers().firstValue("Content-Disposition")).hasValue(
					"attachment; filename=\"__ __.docx\"; filename*=UTF-8''%E6%8B%9B%E7%94%9F%20%E8%AE%A1%E5%88%92.docx");
			assertThat(answer.headers().firstValue("Content-Security-Policy")).hasValue("default-src 'none'; sandbox");
			assertThat(answer.headers().firstValue("Content-Length")).hasValue(String.valueOf(docx.length));
		}
		assertThat(visitor.get(path + "/file").headers().firstValue("Cache-Control")).hasValue("private, no-store");
		assertThat(visitor.page(path).select("form[action=" + path + "]")).as("nothing to describe").isEmpty();
		assertThat(visitor.post(path, "_csrf", visitor.token(), "role", "ornament", "focalX", "1", "focalY", "1")
			.statusCode()).isEqualTo(404);
	}

	@Test
	void whoIsSlowerIsShownWhatTheOtherWrote() {
		Visitor first = signedIn(editor());
		Visitor second = signedIn(editor());
		String path = page(upload(first, Map.of("a.jpg", MadeFiles.jpeg(50, 40))));
		Document seen = second.page(path);
		describe(first, path, "meaning", "先写的", "", "10", "20");
		HttpResponse<String> late = second.post(path, "_csrf", second.token(), "version",
				seen.selectFirst("input[name=version]").val(), "role", "meaning", "altZh", "后写的", "altEn", "", "focalX",
				"50", "focalY", "50");
		assertThat(late.statusCode()).isEqualTo(409);
		Document page = Jsoup.parse(late.body());
		assertThat(page.selectFirst(".errsum").text()).contains("别人改过", "先写的", "10 / 20");
		assertThat(page.selectFirst("#altZh").wholeText()).isEqualTo("后写的");
		assertThat(second.page(path).selectFirst("#altZh").wholeText()).isEqualTo("先写的");
		assertThat(second
			.post(path, "_csrf", second.token(), "version", page.selectFirst("input[name=version]").val(), "role",
					"meaning", "altZh", "后写的", "altEn", "", "focalX", "50", "focalY", "50")
			.statusCode()).isEqualTo(302);
		assertThat(second.page(path).selectFirst("#altZh").wholeText()).isEqualTo("后写的");
	}

	@Test
	void whatIsUsedStaysAndWhatIsNotGoesWithItsBytes() {
		Person editor = editor();
		Visitor visitor = signedIn(editor);
		String path = page(upload(visitor, Map.of("a.jpg", MadeFiles.jpeg(1000, 700))));
		String sha256 = sha256(path);
		List<String> bytes = new ArrayList<>(this.jdbc.sql(
				"select r.sha256 from media_rendition r join media_item m on m.id = r.media_item_id where m.sha256 = :sha256")
			.param("sha256", sha256)
			.query(String.class)
			.list());
		bytes.add(sha256);
		assertThat(bytes).as("two narrower ones, and three that are cut").hasSize(6);
		for (boolean live : new boolean[] { true, false }) {
			this.uses.use(sha256, live);
			Document page = visitor.page(path);
			assertThat(page.select(".desk a").attr("href")).isEqualTo("/staff/account");
			assertThat(page.select(".desk").text()).isEqualTo("用它的一页" + (live ? "已公开" : "草稿"));
			assertThat(page.select("a[href$=/delete]")).isEmpty();
			HttpResponse<String> refused = visitor.post(path + "/delete", "_csrf", visitor.token());
			assertThat(refused.statusCode()).isEqualTo(409);
			assertThat(Jsoup.parse(refused.body()).select(".errsum").text()).contains("不能删除");
			assertThat(visitor.get(path).statusCode()).isEqualTo(200);
		}
		this.uses.forget(sha256);
		assertThat(visitor.page(path).select("a[href=" + path + "/delete]")).hasSize(1);
		assertThat(location(visitor.submit(path + "/delete", path + "/delete"))).isEqualTo("/staff/media?done=deleted");
		assertThat(visitor.get(path).statusCode()).isEqualTo(404);
		assertThat(this.jdbc.sql("select count(*) from media_blob where sha256 in (:bytes)")
			.param("bytes", bytes)
			.query(Long.class)
			.single()).isZero();
		assertThat(deeds(editor)).startsWith("media.delete DONE", "media.delete REFUSED", "media.delete REFUSED");
	}

	@Test
	void bytesThatAnotherPictureHasTooStay() {
		Visitor visitor = signedIn(editor());
		String one = page(upload(visitor, Map.of("a.jpg", MadeFiles.jpeg(700, 300))));
		String other = page(upload(visitor, Map.of("b.jpg", MadeFiles.jpeg(700, 300))));
		this.jdbc.sql("""
				update media_rendition set (sha256, byte_size) = (select r.sha256, r.byte_size from media_rendition r
				join media_item m on m.id = r.media_item_id where m.sha256 = :one and r.focal_x is null)
				where focal_x is null and media_item_id = (select id from media_item where sha256 = :other)""")
			.param("one", sha256(one))
			.param("other", sha256(other))
			.update();
		visitor.post(one + "/delete", "_csrf", visitor.token());
		assertThat(visitor.get(one).statusCode()).isEqualTo(404);
		assertThat(visitor.get(other + "/file/480").statusCode()).isEqualTo(200);
	}

	@Test
	void theLibraryIsFilteredSearchedAndTurnedOver() {
		Visitor visitor = signedIn(editor());
		String mark = "翻页" + System.nanoTime();
		this.jdbc
			.sql("""
					insert into media_item (sha256, kind, content_type, file_name, byte_size, width, height, alt_zh,
					uploaded_by, created_at, updated_at)
					select encode(sha256(convert_to(:mark || n, 'UTF8')), 'hex'), 'PICTURE', 'image/jpeg', :mark || n || '.jpg',
					1000, 40, 30, case when n % 2 = 0 then '第' || n || '张 ABC' end, '', now() + make_interval(secs => n), now()
					from generate_series(1, 50) n""")
			.param("mark", mark)
			.update();
		List<String> seen = new ArrayList<>();
		String path = "/staff/media?kind=picture&q=" + mark;
		int pages = 0;
		while (path != null) {
			Document page = visitor.page(path);
			seen.addAll(page.select(".m-grid h2").eachText());
			assertThat(page.select(".m-grid img[width=40][height=30][loading=lazy]"))
				.hasSameSizeAs(page.select(".m-grid li"));
			assertThat(page.selectFirst("#q").val()).isEqualTo(mark);
			path = (page.selectFirst("a[rel=next]") != null) ? page.selectFirst("a[rel=next]").attr("href") : null;
			pages++;
		}
		assertThat(pages).isEqualTo(3);
		assertThat(seen).hasSize(50).doesNotHaveDuplicates().startsWith(mark + "50.jpg").endsWith(mark + "1.jpg");
		assertThat(visitor.page("/staff/media?kind=waiting&q=" + mark).select("h1 .cnt").text()).isEqualTo("25");
		assertThat(visitor.page("/staff/media?kind=attachment&q=" + mark).select(".m-grid")).isEmpty();
		assertThat(visitor.page("/staff/media?page=99&q=" + mark).select(".m-grid li")).hasSize(2);
		assertThat(visitor.page("/staff/media?kind=nonsense&page=-1&q=" + mark).select(".m-grid li")).hasSize(24);
		assertThat(visitor.page("/staff/media?q=48张 abc".replace(" ", "%20")).select(".m-grid h2").eachText())
			.contains(mark + "48.jpg");
		JsonNode answer = this.json.readTree(visitor.get("/staff/media/choose.json?page=2&q=" + mark).body());
		assertThat(answer.get("page").asInt() + " of " + answer.get("pages").asInt()).isEqualTo("2 of 2");
		assertThat(answer.get("items").size()).isEqualTo(1);
	}

	@Test
	void anotherFocalPointMakesOtherRenditionsOnce() throws Exception {
		Visitor visitor = signedIn(editor());
		String path = page(upload(visitor, Map.of("远景.jpg", MadeFiles.jpegWithSpot(2000, 600, 90, 50))));
		String sha256 = sha256(path);
		List<String> middle = cuts(path, 50, 50);
		assertThat(middle).hasSize(2);
		assertThat(spots(middle)).containsOnly(-1);
		assertThat(describe(visitor, path, "meaning", "远处的楼", "", "90", "50").statusCode()).isEqualTo(302);
		List<String> right = cuts(path, 90, 50);
		assertThat(right).hasSameSizeAs(middle).doesNotContainAnyElementsOf(middle);
		// The picture ends there, so the spot cannot come nearer to the middle
		assertThat(spots(right)).allMatch((place) -> place > 74 && place < 82);
		assertThat(visitor.page(path).select(".m-cut img").attr("src")).contains("/" + right.get(0) + "/");
		this.uses.use(sha256, true);
		for (String cut : List.of(middle.get(0), right.get(0))) {
			String address = "/media/" + cut + "/%E8%BF%9C%E6%99%AF.jpg";
			assertThat(get(address).statusCode()).as("also on pages that were made before").isEqualTo(200);
			assertThat(get(address).headers().firstValue("Cache-Control"))
				.hasValue("public, max-age=31536000, immutable");
		}
		assertThat(describe(visitor, path, "meaning", "远处的楼", "", "50", "50").statusCode()).isEqualTo(302);
		assertThat(describe(visitor, path, "meaning", "远处的楼", "", "90", "50").statusCode()).isEqualTo(302);
		assertThat(cuts(path, 50, 50)).isEqualTo(middle);
		assertThat(cuts(path, 90, 50)).isEqualTo(right);
		this.uses.forget(sha256);
	}

	@Test
	void aPictureFromBeforeThereWereCutsGetsThemWhenItIsSaved() {
		Visitor visitor = signedIn(editor());
		String path = page(upload(visitor, Map.of("a.jpg", MadeFiles.jpeg(640, 480))));
		List<String> cuts = cuts(path, 50, 50);
		this.jdbc.sql("delete from media_rendition where focal_x is not null and media_item_id = ?")
			.param(Long.valueOf(path.substring("/staff/media/".length())))
			.update();
		assertThat(visitor.page(path).select(".m-cut")).isEmpty();
		assertThat(describe(visitor, path, "ornament", "", "", "50", "50").statusCode()).isEqualTo(302);
		assertThat(cuts(path, 50, 50)).hasSameSizeAs(cuts);
		assertThat(visitor.page(path).select(".m-cut img")).hasSize(1);
	}

	@Test
	void ofTwoAtOnceOneMakesTheRenditionsAndTheOtherIsTold() throws Exception {
		Visitor first = signedIn(editor());
		Visitor second = signedIn(editor());
		String path = page(upload(first, Map.of("a.jpg", MadeFiles.jpegWithSpot(1000, 500, 20, 50))));
		String version = first.page(path).selectFirst("input[name=version]").val();
		List<HttpResponse<String>> answers = atOnce(List.of(first, second), (visitor) -> visitor.post(path, "_csrf",
				visitor.token(), "version", version, "role", "ornament", "focalX", "20", "focalY", "50"));
		assertThat(answers.stream().map(HttpResponse::statusCode)).containsExactlyInAnyOrder(302, 409);
		assertThat(cuts(path, 20, 50)).hasSize(2);
		assertThat(this.jdbc.sql("select count(*) from audit_event where action = 'media.change' and item_id = ?")
			.param(path.substring("/staff/media/".length()))
			.query(Integer.class)
			.single()).isOne();
	}

	@Test
	void ofTwoWhoUploadTheSameAtOnceBothGetTheOneThatIsKept() throws Exception {
		byte[] content = MadeFiles.jpeg(1700, 900);
		List<HttpResponse<String>> answers = atOnce(List.of(signedIn(editor()), signedIn(editor())),
				(visitor) -> upload(visitor, Map.of("同时.jpg", content)));
		assertThat(answers.stream().map(LibraryTests::page)).hasSize(2).containsOnly(page(answers.get(0)));
		assertThat(answers.stream().map((answer) -> location(answer).replaceAll(".*done=", "")))
			.containsExactlyInAnyOrder("uploaded", "there");
		assertThat(this.jdbc
			.sql("select count(*) || ' ' || count(distinct sha256) from media_rendition where media_item_id = ?")
			.param(Long.valueOf(page(answers.get(0)).substring("/staff/media/".length())))
			.query(String.class)
			.single()).isEqualTo("6 6");
	}

	@Test
	void aCaptionIsKeptAndShownToTheNextPerson() {
		Visitor visitor = signedIn(editor());
		String path = picture(visitor, "a.jpg", MadeFiles.jpeg(50, 40), "captionZh", "实训楼 <i>", "captionEn",
				"Workshops");
		Document page = visitor.page(path);
		assertThat(page.selectFirst("#captionZh").val()).isEqualTo("实训楼 <i>");
		assertThat(page.selectFirst("#captionEn").val()).isEqualTo("Workshops");
		HttpResponse<String> answer = visitor.submit(path, path, "captionZh", "", "altZh", "字".repeat(301));
		assertThat(answer.statusCode()).isEqualTo(422);
		assertThat(Jsoup.parse(answer.body()).select(".errsum li").eachText()).containsExactly("最多 300 个字",
				"填了英文就要有中文");
		Document seen = signedIn(person(new Scope(Role.APPROVER, null, null))).page(path);
		assertThat(seen.select(".s-dl").text()).contains("实训楼 <i>", "Workshops");
	}

	@Test
	void usersAreToldWhenSomethingElseIsSaidOfAFileAndOnlyThen() {
		Visitor visitor = signedIn(editor());
		String path = picture(visitor, "a.jpg", MadeFiles.jpeg(50, 40), "altZh", "楼");
		String sha256 = sha256(path);
		assertThat(this.uses.descriptions(sha256)).isOne();
		visitor.submit(path, path);
		assertThat(this.uses.descriptions(sha256)).as("nothing changed").isOne();
		visitor.submit(path, path, "altZh", "");
		assertThat(this.uses.descriptions(sha256)).as("refused").isOne();
		visitor.submit(path, path, "altEn", "Building");
		visitor.submit(path, path, "captionZh", "图注");
		visitor.submit(path, path, "focalX", "1");
		assertThat(this.uses.descriptions(sha256)).isEqualTo(4);
	}

	@Test
	void aHostileFormIsAnsweredWithSentencesAndKeepsNothing() {
		Person editor = editor();
		Visitor visitor = signedIn(editor);
		long before = this.jdbc.sql("select count(*) from media_item").query(Long.class).single();
		Map<String, byte[]> files = MadeFiles.hostile();
		HttpResponse<String> answer = upload(visitor, files);
		assertThat(answer.statusCode()).isEqualTo(422);
		Document page = Jsoup.parse(answer.body());
		assertThat(page.select(".errsum li")).hasSameSizeAs(files.keySet());
		assertThat(page.select(".errsum li").text()).doesNotContain("??", "\u202e", "../", "<");
		assertThat(page.select("img, script[src=x], #added")).isEmpty();
		assertThat(this.jdbc.sql("select count(*) from media_item").query(Long.class).single()).isEqualTo(before);
		assertThat(deeds(editor)).hasSize(files.size() + 1).contains("media.refuse REFUSED");
		assertThat(upload(visitor, Map.of("b.jpg", MadeFiles.jpeg(30, 20))).statusCode()).as("goes on").isEqualTo(302);
	}

	@Test
	void reviewersLookAndChangeNothing() {
		String path = page(upload(signedIn(editor()), Map.of("a.jpg", MadeFiles.jpeg(50, 40))));
		Visitor reviewer = signedIn(person(new Scope(Role.REVIEWER_1, null, null)));
		assertThat(reviewer.page(path).select("main form, a[href$=/delete]")).isEmpty();
		assertThat(reviewer.page("/staff/media").select("a[href$=/new]")).isEmpty();
		assertThat(upload(reviewer, Map.of("b.jpg", MadeFiles.jpeg(50, 40))).statusCode()).isEqualTo(403);
		assertThat(reviewer.page("/staff").select("nav a[href=/staff/media]")).hasSize(1);
		assertThat(signedIn(administrator()).page("/staff").select("nav a[href=/staff/media]")).isEmpty();
		Visitor ofOneSchool = signedIn(person(new Scope(Role.EDITOR, Section.SCHOOL, item("school", "ai"))));
		assertThat(ofOneSchool.page(path).select("main form")).hasSize(1);
	}

	private HttpResponse<String> describe(Visitor visitor, String path, String role, String zh, String en, String x,
			String y) {
		String version = visitor.page(path).selectFirst("input[name=version]").val();
		return visitor.post(path, "_csrf", visitor.token(), "version", version, "role", role, "altZh", zh, "altEn", en,
				"focalX", x, "focalY", y);
	}

	private JsonNode choices(Visitor visitor, String q) {
		HttpResponse<String> answer = visitor.get("/staff/media/choose.json?q=" + encoded(q));
		assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
		return this.json.readTree(answer.body()).get("items");
	}

	private static String location(HttpResponse<String> answer) {
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
		return answer.headers().firstValue("Location").orElseThrow();
	}

	private static String page(HttpResponse<String> answer) {
		return location(answer).replaceAll("\\?.*", "");
	}

	/** What is cut around that point, from the narrowest on. */
	private List<String> cuts(String path, int x, int y) {
		return this.jdbc.sql(
				"select sha256 from media_rendition where media_item_id = ? and focal_x = ? and focal_y = ? order by width")
			.params(Long.valueOf(path.substring("/staff/media/".length())), x, y)
			.query(String.class)
			.list();
	}

	/** Where the spot is in each, in per cent from the left. */
	private List<Integer> spots(List<String> sha256s) throws IOException {
		List<Integer> places = new ArrayList<>();
		for (String sha256 : sha256s) {
			byte[] content = this.jdbc.sql("select content from media_blob where sha256 = ?")
				.param(sha256)
				.query(byte[].class)
				.single();
			BufferedImage picture = ImageIO.read(new ByteArrayInputStream(content));
			assertThat(Math.round(picture.getWidth() / 1.5)).isCloseTo(picture.getHeight(), within(1L));
			places.add(MadeFiles.spot(picture));
		}
		return places;
	}

	private static <T> List<T> atOnce(List<Visitor> visitors, Function<Visitor, T> work) throws Exception {
		CyclicBarrier start = new CyclicBarrier(visitors.size());
		ExecutorService threads = Executors.newFixedThreadPool(visitors.size());
		try {
			List<Future<T>> all = visitors.stream().map((visitor) -> threads.submit(() -> {
				start.await();
				return work.apply(visitor);
			})).toList();
			List<T> answers = new ArrayList<>();
			for (Future<T> one : all) {
				answers.add(one.get());
			}
			return answers;
		}
		finally {
			threads.shutdown();
		}
	}

}
