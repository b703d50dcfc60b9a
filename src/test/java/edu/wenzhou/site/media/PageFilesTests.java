package edu.wenzhou.site.media;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

import edu.wenzhou.site.Generation;
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

/** Files of the library on pages. */
class PageFilesTests extends WebTest {

	@Autowired
	private MediaItemRepository items;

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
		assertThat(in(body)).isEqualTo(before
				+ """
						<img src="%s" srcset="%s 480w, %s 960w, %s 1600w" sizes="(min-width: 44rem) 40rem, 100vw" \
						width="2000" height="1000" loading="lazy" decoding="async" alt="楼 src&#61;" />""".formatted(
						this.wide.address(), this.wide.address(480), this.wide.address(960), this.wide.address(1600))
				+ after);
		assertThat(in("<img alt=\"\" src=\"" + this.narrow.address() + "\" />"))
			.isEqualTo("<img src=\"" + this.narrow.address()
					+ "\" width=\"300\" height=\"200\" loading=\"lazy\" decoding=\"async\" alt=\"\" />");
	}

	@Test
	void aPictureBetweenTheWidthsIsTheWidestOfItself() {
		Made made = picture(700, 300, 480);
		assertThat(in("<img src=\"" + made.address() + "\" alt=\"\" />"))
			.contains(" srcset=\"" + made.address(480) + " 480w, " + made.address() + " 700w\"");
	}

	@Test
	void whatTheLibraryDoesNotHaveStays() {
		String body = "<p><img src=\"/media/" + "0".repeat(64)
				+ "/a.jpg\" alt=\"\" /><img src=\"/img/a.jpg\" alt=\"\" /></p>";
		assertThat(in(body)).isEqualTo(body);
	}

	@Test
	void anyNumberOfPicturesIsOneStatementAndNoneIsNone() {
		String one = "<img src=\"" + this.wide.address() + "\" alt=\"\" />";
		String other = "<img src=\"" + this.narrow.address() + "\" alt=\"\" />";
		assertThat(hibernateStatements(() -> in("<p>a</p>"))).isZero();
		assertThat(hibernateStatements(() -> in((one + other).repeat(20)))).isEqualTo(1);
	}

	@Test
	void aPreviewHasAddressesOfItsOwnForItsOwnFilesOnly() {
		MockHttpServletRequest request = new MockHttpServletRequest();
		PageFiles page = new PageFiles(this.items, request);
		String body = "<img src=\"%s\" alt=\"\" /><img src=\"%s\" alt=\"\" /><a href=\"%s\">a</a>"
			.formatted(this.wide.address(), this.narrow.address(), this.wide.address());
		List<Long> both = List.of(this.wide.id(), this.narrow.id());
		assertThat(page.in(body)).contains("src=\"" + this.wide.address() + "\"").doesNotContain("/staff");
		new Preview("/staff", Set.of(this.wide.sha256())).on(request);
		assertThat(page.in(body))
			.contains("src=\"/staff" + this.wide.address() + "\"", "/staff" + this.wide.address(480) + " 480w, ",
					"href=\"/staff" + this.wide.address() + "\"", "src=\"" + this.narrow.address() + "\"")
			.doesNotContain("\"" + this.wide.address());
		assertThat(page.pictures(both).stream().map(PageFiles.Picture::address))
			.containsExactly("/staff" + this.wide.address(), this.narrow.address());
		assertThat(page.attachments(both).stream().map(Attachments.Attachment::address))
			.containsExactly("/staff" + this.wide.address(), this.narrow.address());
	}

	@Test
	void aListKeepsItsOrderAndWhatIsGoneIsLeftOut() {
		PageFiles page = new PageFiles(this.items, new MockHttpServletRequest());
		List<Long> ids = Arrays.asList(this.narrow.id(), null, -1L, this.wide.id());
		assertThat(page.pictures(ids).stream().map(PageFiles.Picture::address)).containsExactly(this.narrow.address(),
				this.wide.address());
		PageFiles other = new PageFiles(this.items, new MockHttpServletRequest());
		assertThat(hibernateStatements(() -> other.pictures(ids))).isEqualTo(1);
		assertThat(hibernateStatements(() -> other.pictures(List.of(this.wide.id(), this.narrow.id()))))
			.as("the page has them")
			.isZero();
		assertThat(hibernateStatements(() -> page.pictures(List.of()))).isZero();
	}

	@Test
	void aPictureIsShownAsItIsCutAroundItsFocalPoint() {
		PageFiles page = new PageFiles(this.items, new MockHttpServletRequest());
		PageFiles.Picture uncut = page.pictures(List.of(this.wide.id())).get(0);
		assertThat(uncut.set()).contains(this.wide.address(480) + " 480w", this.wide.address(1600) + " 1600w");
		assertThat(uncut.width() + "x" + uncut.height()).isEqualTo("2000x1000");
		for (String cut : List.of("50 50 480", "50 50 960", "10 20 480", "10 20 1500")) {
			String[] numbers = cut.split(" ");
			this.jdbc.sql("""
					insert into media_rendition (media_item_id, width, height, byte_size, sha256, focal_x, focal_y)
					select :id, w, w * 2 / 3, 1, encode(sha256(convert_to(:id || :cut, 'UTF8')), 'hex'), x, y
					from (values (cast(:w as integer), cast(:x as integer), cast(:y as integer))) v (w, x, y)""")
				.param("id", this.wide.id())
				.param("cut", cut)
				.param("w", numbers[2])
				.param("x", numbers[0])
				.param("y", numbers[1])
				.update();
		}
		this.jdbc.sql("update media_item set focal_x = 10, focal_y = 20 where id = ?").param(this.wide.id()).update();
		page = new PageFiles(this.items, new MockHttpServletRequest());
		PageFiles.Picture picture = page.pictures(List.of(this.wide.id())).get(0);
		assertThat(picture.width() + "x" + picture.height()).isEqualTo("1500x1000");
		assertThat(picture.set()).matches("/media/[0-9a-f]{64}/\\S+ 480w, \\Q" + picture.address() + "\\E 1500w");
		assertThat(page.in("<img src=\"" + this.wide.address() + "\" alt=\"\" />")).as("a body shows the whole picture")
			.doesNotContain(picture.address(), "1500w");
	}

	@Test
	void aPublicPageShowsThem() {
		String path = "/about/overview";
		String before = this.jdbc.sql("select body_zh from profile_section where slug = 'overview'")
			.query(String.class)
			.single();
		// Both are the first of their generation
		Generation.raise(this.jdbc);
		long statements = hibernateStatements(() -> get(path));
		this.jdbc.sql("update profile_section set body_zh = body_zh || :picture where slug = 'overview'")
			.param("picture",
					"<figure><img src=\"" + this.wide.address() + "\" alt=\"实训 \"><figcaption>图</figcaption></figure>")
			.update();
		Generation.raise(this.jdbc);
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
			Generation.raise(this.jdbc);
		}
		assertThat(hibernateStatements(() -> get(path))).isEqualTo(statements);
	}

	private String in(String body) {
		return new PageFiles(this.items, new MockHttpServletRequest()).in(body);
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
