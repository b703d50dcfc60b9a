package edu.wenzhou.site;

import java.nio.file.Path;
import java.util.List;

import com.microsoft.playwright.options.ColorScheme;
import edu.wenzhou.site.Browser.View;
import edu.wenzhou.site.media.MadeFiles;
import edu.wenzhou.site.media.TestUses;
import edu.wenzhou.site.text.LocalizedText;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Campuses and schools with pictures in a real browser. The seeds have none: what walks
 * through the site by its links sees these pages without.
 */
class PictureBrowserTests extends MadePagesTest {

	private static final Path FOLDER = Path.of("target", "screenshots");

	private static final List<View> VIEWS = List.of(new View(320, ColorScheme.LIGHT), new View(360, ColorScheme.DARK),
			new View(768, ColorScheme.LIGHT), new View(1280, ColorScheme.LIGHT), new View(1280, ColorScheme.DARK));

	private static final List<String> PATHS = List.of("/campuses/lucheng", "/schools/ai", "/en/campuses/lucheng");

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private TestUses library;

	@Override
	List<View> views() {
		return VIEWS;
	}

	@Override
	List<String> madePaths() {
		return PATHS;
	}

	@Override
	List<String> printed() {
		return PATHS;
	}

	/** Four for a campus, of all formats; one for a school. */
	@BeforeEach
	void pictures() {
		picture("campus", "lucheng", 0, 1700, 1200, new LocalizedText("测试：第一张", "Test: the first"),
				new LocalizedText("测试图注：第一张，说明写在页边", "A caption for testing"));
		picture("campus", "lucheng", 1, 500, 900, LocalizedText.chinese("测试：竖的一张"), null);
		picture("campus", "lucheng", 2, 900, 300, null,
				LocalizedText.chinese("测试图注：横的一张，图注很长，长到一行放不下，要折到第二行，在窄的屏幕上还要折到第三行"));
		picture("campus", "lucheng", 3, 200, 150, LocalizedText.chinese("测试：小的一张"), null);
		picture("school", "ai", 0, 1200, 800, LocalizedText.chinese("测试：学院"), null);
	}

	@AfterEach
	void noPictures() {
		this.jdbc.sql("delete from campus_picture").update();
		this.jdbc.sql("delete from school_picture").update();
		Generation.raise(this.jdbc);
	}

	@Test
	void everyPictureIsLoadedSharpAndOfTheOneShape() {
		for (View view : List.of(VIEWS.get(1), VIEWS.get(3))) {
			browser().open(view, (page) -> {
				for (String path : PATHS) {
					page.navigate(address(path));
					assertThat(page.evaluate(
							"""
									async () => {
									  const pictures = [...document.querySelectorAll('main img')];
									  for (const picture of pictures) {
									    picture.loading = 'eager';
									    await picture.decode();
									  }
									  return pictures.filter((one) => !one.naturalWidth || Math.abs(one.width / one.height - 1.5) > .01
									    // A wider one was there
									    || one.currentSrc !== one.src && new Image(one.width).width > one.naturalWidth + 1)
									    .map((one) => `${one.alt} ${one.width}x${one.height} of ${one.naturalWidth}`);
									}"""))
						.as(path + " at " + view)
						.isEqualTo(List.of());
					page.evaluate("() => scrollTo(0, 0)");
					Browser.picture(page, FOLDER.resolve(
							"pictures%s-%d-%s.png".formatted(path.replace('/', '-'), view.width(), view.scheme())));
				}
			});
		}
	}

	@Test
	void theLeadingPictureIsSeenWithoutScrollingFarAndMovesNothing() {
		show("/campuses/lucheng", new View(360, ColorScheme.LIGHT), (page) -> assertThat(page.evaluate("""
				() => document.querySelector('.pic-lead img').getBoundingClientRect().top < innerHeight"""))
			.isEqualTo(true));
	}

	private void picture(String table, String slug, int position, int width, int height, LocalizedText alt,
			LocalizedText caption) {
		long id = this.library.publicPicture(position + ".jpg", MadeFiles.jpegWithSpot(width, height, 50, 50), alt,
				caption);
		this.jdbc
			.sql("insert into %1$s_picture (%1$s_id, position, media_item_id) select id, ?, ? from %1$s where slug = ?"
				.formatted(table))
			.params(position, id, slug)
			.update();
		Generation.raise(this.jdbc);
	}

}
