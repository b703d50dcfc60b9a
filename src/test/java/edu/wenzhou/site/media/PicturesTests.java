package edu.wenzhou.site.media;

import java.util.List;

import edu.wenzhou.site.WebTest;
import jakarta.persistence.EntityManagerFactory;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;

import static org.assertj.core.api.Assertions.assertThat;

/** Pictures in bodies. */
class PicturesTests extends WebTest {

	@Autowired
	private Pictures pictures;

	@Autowired
	private TestUses uses;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private EntityManagerFactory factory;

	private Made wide;

	private Made narrow;

	@BeforeEach
	void twoPictures() {
		this.wide = picture(2000, 1000, 480, 960, 1600);
		this.narrow = picture(300, 200);
	}

	@Test
	void aPictureGetsItsSizeAndRenditionsAndAllElseStays() {
		String before = "<p>前 <strong>文</strong></p><figure>";
		String after = "<figcaption>图</figcaption></figure><table><tbody><tr><td>a &lt;img b</td></tr></tbody></table>";
		String body = before
				+ "<img src=\"%s\" alt=\"楼 src&#61;\" width=\"9\" height=\"9\" />".formatted(this.wide.address())
				+ after;
		assertThat(this.pictures.in(body, false)).isEqualTo(before
				+ """
						<img src="%s" srcset="%s 480w, %s 960w, %s 1600w" sizes="(min-width: 44rem) 40rem, 100vw" \
						width="2000" height="1000" loading="lazy" decoding="async" alt="楼 src&#61;" />""".formatted(
						this.wide.address(), this.wide.address(480), this.wide.address(960), this.wide.address(1600))
				+ after);
		assertThat(this.pictures.in("<img alt=\"\" src=\"" + this.narrow.address() + "\" />", false))
			.isEqualTo("<img src=\"" + this.narrow.address()
					+ "\" width=\"300\" height=\"200\" loading=\"lazy\" decoding=\"async\" alt=\"\" />");
	}

	@Test
	void aPictureBetweenTheWidthsIsTheWidestOfItself() {
		Made made = picture(700, 300, 480);
		assertThat(this.pictures.in("<img src=\"" + made.address() + "\" alt=\"\" />", false))
			.contains(" srcset=\"" + made.address(480) + " 480w, " + made.address() + " 700w\"");
	}

	@Test
	void whatTheLibraryDoesNotHaveStays() {
		String body = "<p><img src=\"/media/" + "0".repeat(64)
				+ "/a.jpg\" alt=\"\" /><img src=\"/img/a.jpg\" alt=\"\" /></p>";
		assertThat(this.pictures.in(body, false)).isEqualTo(body);
	}

	@Test
	void anyNumberOfPicturesIsOneStatementAndNoneIsNone() {
		String one = "<img src=\"" + this.wide.address() + "\" alt=\"\" />";
		String other = "<img src=\"" + this.narrow.address() + "\" alt=\"\" />";
		assertThat(hibernateStatements(() -> this.pictures.in("<p>a</p>", false))).isZero();
		assertThat(hibernateStatements(() -> this.pictures.in((one + other).repeat(20), false))).isEqualTo(1);
	}

	@Test
	void aPreviewTakesTheBackOfficesAddresses() {
		MockHttpServletRequest request = new MockHttpServletRequest();
		PicturesAdvice.OfPage page = new PicturesAdvice.OfPage(this.pictures, request);
		String body = "<img src=\"" + this.wide.address() + "\" alt=\"\" />";
		assertThat(page.in(body)).contains("src=\"" + this.wide.address() + "\"").doesNotContain("/staff");
		Pictures.preview(request);
		String file = "/staff/media/" + this.wide.id() + "/file";
		assertThat(page.in(body)).contains("src=\"" + file + "\"", file + "/480 480w, ").doesNotContain("\"/media/");
	}

	@Test
	void aPublicPageShowsThem() {
		String path = "/about/overview";
		String before = this.jdbc.sql("select body_zh from profile_section where slug = 'overview'")
			.query(String.class)
			.single();
		long statements = hibernateStatements(() -> get(path));
		this.jdbc.sql("update profile_section set body_zh = body_zh || :picture where slug = 'overview'")
			.param("picture",
					"<figure><img src=\"" + this.wide.address() + "\" alt=\"实训 \"><figcaption>图</figcaption></figure>")
			.update();
		try {
			assertThat(hibernateStatements(() -> get(path))).isEqualTo(statements + 1);
			Element picture = page(path).selectFirst(".prose figure img");
			assertThat(picture.attr("srcset")).contains(" 1600w");
			assertThat(picture.attr("alt")).isEqualTo("实训 ");
			assertThat(get("/about/prospectus").statusCode()).isEqualTo(200);
			assertThat(get("/about/prospectus.pdf").statusCode()).isIn(200, 404);
		}
		finally {
			this.jdbc.sql("update profile_section set body_zh = :body where slug = 'overview'")
				.param("body", before)
				.update();
		}
		assertThat(hibernateStatements(() -> get(path))).isEqualTo(statements);
	}

	private long hibernateStatements(Runnable work) {
		Statistics statistics = this.factory.unwrap(SessionFactory.class).getStatistics();
		statistics.clear();
		work.run();
		return statistics.getPrepareStatementCount();
	}

	private Made picture(int width, int height, int... renditions) {
		TestUses.PublicFile file = this.uses.publicFile();
		this.jdbc
			.sql("""
					update media_item set kind = 'PICTURE', content_type = 'image/jpeg', file_name = '楼.jpg', decorative = true,
					width = :width, height = :height where id = :id""")
			.param("width", width)
			.param("height", height)
			.param("id", file.id())
			.update();
		for (int rendition : renditions) {
			this.jdbc
				.sql("""
						insert into media_rendition (media_item_id, width, height, byte_size, sha256)
						values (:id, :width, :width * :high / :wide, 1, encode(sha256(convert_to(:id || 'x' || :width, 'UTF8')), 'hex'))""")
				.param("id", file.id())
				.param("width", rendition)
				.param("high", height)
				.param("wide", width)
				.update();
		}
		return new Made(file.id(), file.sha256(),
				this.jdbc.sql("select width || ' ' || sha256 from media_rendition where media_item_id = :id")
					.param("id", file.id())
					.query(String.class)
					.list());
	}

	private record Made(long id, String sha256, List<String> renditions) {

		String address() {
			return "/media/" + this.sha256 + "/%E6%A5%BC.jpg";
		}

		String address(int width) {
			String sha256 = this.renditions.stream()
				.filter((one) -> one.startsWith(width + " "))
				.findFirst()
				.orElseThrow()
				.split(" ")[1];
			return "/media/" + sha256 + "/%E6%A5%BC.jpg";
		}

	}

}
