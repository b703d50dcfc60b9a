package edu.wenzhou.site;

import java.nio.file.Path;
import java.util.List;

import com.microsoft.playwright.options.ColorScheme;
import edu.wenzhou.site.Browser.View;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Pictures of the templates for people to look at, in {@code target/screenshots}. */
class ScreenshotTests extends BrowserTest {

	private static final Path FOLDER = Path.of("target", "screenshots");

	@Test
	void everyTemplateCanBeLookedAt() {
		for (int width : List.of(360, 1280)) {
			browser().open(new View(width, ColorScheme.LIGHT), (page) -> {
				for (String path : templates()) {
					page.navigate(address(path));
					String name = "/".equals(path) ? "home" : path.substring(1).replace('/', '-');
					Path file = FOLDER.resolve(name + "-" + width + ".png");
					Browser.picture(page, file);
					assertThat(file).isNotEmptyFile();
				}
			});
		}
	}

}
