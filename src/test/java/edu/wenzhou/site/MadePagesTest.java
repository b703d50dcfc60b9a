package edu.wenzhou.site;

import java.util.ArrayList;
import java.util.List;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import edu.wenzhou.site.Browser.View;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A test of pages that are there only with what it makes, since the seeds have nothing
 * for them: what walks through the site by its links does not see them so.
 */
abstract class MadePagesTest extends BrowserTest {

	/** The windows in which every page has to hold. */
	abstract List<View> views();

	abstract List<String> madePaths();

	/** Those that are looked at on paper. */
	abstract List<String> printed();

	@Test
	void everyPageHoldsAtEveryWidthInBothSchemes() {
		List<String> found = new ArrayList<>();
		browser().open(views().get(0), (page) -> {
			for (String path : madePaths()) {
				page.navigate(address(path));
				Browser.holds(page, views()).forEach((what) -> found.add(path + what));
			}
		});
		assertThat(found).isEmpty();
	}

	@Test
	void theMarkupIsValid() {
		for (String path : madePaths()) {
			assertThat(Markup.complaints(get(path).body())).as(path).isBlank();
		}
	}

	@Test
	void onPaperNothingIsCutAndThereIsNothingThatOnlyAScreenCanUse() {
		browser().open(new View(672, ColorScheme.LIGHT), (page) -> {
			for (String path : printed()) {
				page.navigate(address(path));
				Paper paper = Paper.of(page);
				onPaper(path, paper);
				assertThat(paper.cutRows()).as(path).isEmpty();
				assertThat(paper.emptySheets()).as(path).isEmpty();
				assertThat(paper.forsakenHeadings()).as(path).isEmpty();
				assertThat(paper.printedMenus()).as(path).isEmpty();
				page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
				assertThat(Browser.ask(page, "print", "screenOnly")).as(path).isEmpty();
				assertThat(Browser.ask(page, "print", "pale")).as(path).isEmpty();
				page.emulateMedia(new Page.EmulateMediaOptions().setMedia(null));
			}
		});
	}

	/** What else a printed page has to be. */
	void onPaper(String path, Paper paper) {
	}

}
