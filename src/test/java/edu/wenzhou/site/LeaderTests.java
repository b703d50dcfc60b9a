package edu.wenzhou.site;

import com.microsoft.playwright.options.ColorScheme;
import edu.wenzhou.site.Browser.View;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The leaders of the map of partnerships meet their rows, however high those are. */
class LeaderTests extends BrowserTest {

	@ParameterizedTest
	@CsvSource({ "320, 16", "320, 32", "360, 16", "640, 16", "768, 16", "768, 32", "1280, 16", "1280, 32" })
	void leadersMeetTheirRows(int width, int letters) {
		for (String path : new String[] { "/partnerships", "/en/partnerships" }) {
			show(path, new View(width, ColorScheme.LIGHT), (page) -> {
				assertThat(Browser.ask(page, "leaders", "rows")).hasSize(5);
				new FirstView(page).letters(letters);
				assertThat(Browser.ask(page, "leaders", "astray")).as(path).isEmpty();
				Browser.ask(page, "leaders", "enlarge");
				assertThat(Browser.ask(page, "leaders", "astray")).as(path + " enlarged").isEmpty();
				Browser.check(page, "spaceText");
				assertThat(Browser.ask(page, "leaders", "astray")).as(path + " spaced").isEmpty();
			});
		}
	}

}
