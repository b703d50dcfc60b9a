package edu.wenzhou.site.discovery;

import java.net.http.HttpResponse;
import java.util.List;

import edu.wenzhou.site.Generation;
import edu.wenzhou.site.WebTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** The picture that goes with a link to a page. */
class ShareTests extends WebTest {

	@Autowired
	private SharePictures pictures;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void itIsMadeOnce() {
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
	void anAddressOfBeforeShowsThePageAsItIs() {
		String address = picture("/schools/ai");
		byte[] now = bytes("GET", address).body();
		this.jdbc.sql("update school set name_zh = '另一个学院' where slug = 'ai'").update();
		Generation.raise(this.jdbc);
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
			Generation.raise(this.jdbc);
		}
	}

	@Test
	void addressesThatAreMadeUpMakeNothing() {
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

}
