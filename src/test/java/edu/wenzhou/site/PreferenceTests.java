package edu.wenzhou.site;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Contrast;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.ReducedMotion;
import edu.wenzhou.site.Browser.View;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** One page of each template, for visitors who have set their device to suit them. */
class PreferenceTests extends BrowserTest {

	@Test
	void forcedColoursAreTaken() {
		assertThat(found(new EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE))).isEmpty();
	}

	@Test
	void moreContrastIsGiven() {
		assertThat(found(new EmulateMediaOptions().setContrast(Contrast.MORE))).isEmpty();
	}

	@Test
	void nothingMovesForThoseWhoAskForStillness() {
		assertThat(found(new EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE))).isEmpty();
	}

	private Map<String, List<String>> found(EmulateMediaOptions preference) {
		Map<String, List<String>> found = new LinkedHashMap<>();
		for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
			for (int width : List.of(320, 1280)) {
				View view = new View(width, scheme);
				browser().open(view, (page) -> {
					FirstView first = new FirstView(page);
					page.emulateMedia(preference);
					for (String path : templates()) {
						first.expect(address(path));
						page.navigate(address(path));
						List<String> wrong = new ArrayList<>(Browser.check(page, "lostText"));
						if (preference.reducedMotion != null) {
							wrong.addAll(Browser.check(page, "motions"));
						}
						wrong.addAll(first.console());
						if (!wrong.isEmpty()) {
							found.put(path + " at " + view, wrong);
						}
					}
				});
			}
		}
		return found;
	}

}
