package edu.wenzhou.site.discovery;

import java.awt.image.BufferedImage;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import javax.imageio.ImageIO;

import edu.wenzhou.site.Crawl;
import edu.wenzhou.site.WebTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** The picture that goes with a link to a page. */
class ShareTests extends WebTest {

	/** Where people can look at what was made. */
	private static final Path PICTURES = Path.of("target", "share");

	@Autowired
	private SharePictures pictures;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void everyPageHasOne() throws Exception {
		Map<String, String> addresses = new LinkedHashMap<>();
		Crawl.of(this::get)
			.pages()
			.forEach((path, page) -> addresses.put(page.select("meta[property=og:image]").attr("content"), path));
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
	void itIsMadeOnce() throws Exception {
		String address = picture("/schools/ai");
		byte[] first = bytes("GET", address).body();
		int made = this.pictures.getMade();
		assertThat(bytes("GET", address).body()).isEqualTo(first);
		HttpResponse<byte[]> head = bytes("HEAD", address);
		assertThat(head.statusCode()).isEqualTo(200);
		assertThat(head.headers().firstValue("Content-Length")).hasValue(String.valueOf(first.length));
		assertThat(this.pictures.getMade()).isEqualTo(made);
	}

	@Test
	void anAddressOfBeforeShowsThePageAsItIs() throws Exception {
		String address = picture("/schools/ai");
		byte[] now = bytes("GET", address).body();
		this.jdbc.sql("update school set name_zh = '另一个学院' where slug = 'ai'").update();
		try {
			String after = picture("/schools/ai");
			assertThat(after).isNotEqualTo(address);
			HttpResponse<byte[]> changed = bytes("GET", after);
			assertThat(changed.statusCode()).isEqualTo(200);
			assertThat(changed.body()).isNotEqualTo(now);
			HttpResponse<byte[]> other = bytes("GET", address.replaceFirst("[0-9a-f]{16}", "0".repeat(16)));
			assertThat(other.body()).isEqualTo(changed.body());
			assertThat(other.headers().firstValue("Cache-Control")).hasValue("no-cache, no-transform");
		}
		finally {
			this.jdbc.sql("update school set name_zh = '人工智能学院' where slug = 'ai'").update();
		}
	}

	@Test
	void addressesThatAreMadeUpMakeNothing() throws Exception {
		bytes("GET", picture("/schools/ai"));
		int made = this.pictures.getMade();
		String hash = "0123456789abcdef";
		for (String path : List.of("/share/" + hash + "/schools/nowhere.png", "/share/" + hash + "/staff.png",
				"/share/" + hash + "/staff/content.png", "/share/" + hash + "/about/figures.csv.png",
				"/share/" + hash + "/share/" + hash + "/schools/ai.png.png", "/share/" + hash + "/schools/ai.jpg",
				"/share/" + hash + "/schools/ai", "/share/" + hash + "/.png", "/share/" + hash + "/", "/share/" + hash,
				"/share/xyz/schools/ai.png", "/share/" + hash + "/en/schools/ai.png", "/share/" + hash + "/error.png",
				"/share/" + hash + "/css/site.css.png", "/share/" + hash + "/schools/%3Cx%3E.png",
				"/en/share/" + hash + "/nowhere.png")) {
			assertThat(bytes("GET", path).statusCode()).as(path).isIn(404, 301);
		}
		for (int i = 0; i < 20; i++) {
			bytes("GET", "/share/%016x/schools/ai.png".formatted(i));
		}
		assertThat(this.pictures.getMade()).isEqualTo(made);
	}

	private String picture(String path) {
		return page(path).select("meta[property=og:image]").attr("content").substring(BASE_URL.length());
	}

	private HttpResponse<byte[]> bytes(String method, String path) throws IOException, InterruptedException {
		HttpRequest request = HttpRequest.newBuilder(URI.create(address(path)))
			.method(method, BodyPublishers.noBody())
			.build();
		return HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray());
	}

}
