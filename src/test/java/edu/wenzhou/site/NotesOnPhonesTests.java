package edu.wenzhou.site;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import edu.wenzhou.site.Browser.View;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The front page ends in many notes: on a phone each is short until it is asked for. */
class NotesOnPhonesTests extends BrowserTest {

	private static final View PHONE = new View(360, ColorScheme.LIGHT);

	@Test
	void aNoteOpensWhenAMarkLeadsToIt() {
		show("/", PHONE, (page) -> {
			double abridged = height(page, "#n2");
			page.locator("sup.src a[href='#n2']").first().click();
			assertThat(height(page, "#n2")).isGreaterThan(abridged * 1.5);
			assertThat(page.locator("#n2 .note-back a").first().isVisible()).isTrue();
		});
	}

	@Test
	void aNoteOpensByItsOwnLinkAndTheLastOneCloses() {
		show("/", PHONE, (page) -> {
			double abridged = height(page, "#n2");
			page.locator("#n3 .note-all").click();
			page.locator("#n2 .note-all").click();
			assertThat(height(page, "#n2")).isGreaterThan(abridged * 1.5);
			assertThat(page.locator("#n2 .note-all").isVisible()).isFalse();
			assertThat(page.locator("#n3 .note-all").isVisible()).isTrue();
		});
	}

	@Test
	void aShortNoteNeedsNoLinkAndAWideWindowShortensNone() {
		show("/", PHONE, (page) -> {
			Locator shortOne = page.locator(".note-list > li")
				.filter(new Locator.FilterOptions().setHasText("校园面积 1200亩"));
			assertThat(shortOne.locator(".note-all").count()).isZero();
		});
		show("/", new View(1280, ColorScheme.LIGHT),
				(page) -> assertThat(page.locator(".note-all").all()).noneMatch(Locator::isVisible));
		show("/about", PHONE, (page) -> assertThat(page.locator(".note-all").all()).noneMatch(Locator::isVisible));
	}

	private static double height(Page page, String selector) {
		return page.locator(selector + " blockquote").boundingBox().height;
	}

}
