package edu.wenzhou.site;

import java.util.List;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import edu.wenzhou.site.Browser.View;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The field of the search, by keyboard, by mouse, and without a script. */
class SearchBrowserTests extends BrowserTest {

	private static final View PHONE = new View(320, ColorScheme.LIGHT);

	@Test
	void theKeyboardChoosesASuggestion() {
		show("/search", PHONE, (page) -> {
			Locator field = typed(page, "rengong");
			Locator options = page.locator("[role=option]");
			PlaywrightAssertions.assertThat(options.first()).hasText("人工智能学院");
			assertThat(field.getAttribute("aria-expanded")).isEqualTo("true");
			assertThat(page.locator("#" + field.getAttribute("aria-controls")).getAttribute("role"))
				.isEqualTo("listbox");
			PlaywrightAssertions.assertThat(page.locator(".search [role=status]")).containsText("条建议");
			page.keyboard().press("ArrowDown");
			assertThat(field.getAttribute("aria-activedescendant")).isEqualTo(options.first().getAttribute("id"));
			assertThat(options.first().getAttribute("aria-selected")).isEqualTo("true");
			assertThat(Browser.check(page, "sideways")).isEmpty();
			page.keyboard().press("Enter");
			page.waitForURL("**/schools/ai");
		});
	}

	@Test
	void escapeClosesTheListAndKeepsTheText() {
		show("/search", PHONE, (page) -> {
			Locator field = typed(page, "校区");
			page.locator("[role=option]").first().waitFor();
			page.keyboard().press("Escape");
			PlaywrightAssertions.assertThat(page.locator("[role=listbox]")).isHidden();
			assertThat(field.getAttribute("aria-expanded")).isEqualTo("false");
			assertThat(field.inputValue()).isEqualTo("校区");
			page.keyboard().press("Enter");
			page.waitForURL("**/search?q=*");
			assertThat(page.locator(".hits a").first().getAttribute("href")).isEqualTo("/campuses");
		});
	}

	@Test
	void theArrowsGoRoundThroughTheField() {
		show("/search", PHONE, (page) -> {
			Locator field = typed(page, "温州");
			page.locator("[role=option]").first().waitFor();
			page.keyboard().press("ArrowUp");
			assertThat(field.getAttribute("aria-activedescendant"))
				.isEqualTo(page.locator("[role=option]").last().getAttribute("id"));
			page.keyboard().press("ArrowDown");
			assertThat(field.getAttribute("aria-activedescendant")).isNull();
		});
	}

	@Test
	void aMouseChoosesASuggestion() {
		show("/en/search", PHONE, (page) -> {
			typed(page, "marx");
			page.locator("[role=option]").first().click();
			page.waitForURL("**/en/schools/marxism");
		});
	}

	/** As at the page of an address that leads nowhere. */
	@Test
	void withoutAScriptTheFormWorks() {
		browser().openWithoutScripts(PHONE, (page) -> {
			page.navigate(address("/nowhere"));
			page.locator("input[name=q]").fill("瓯海校区");
			page.locator(".search button").press("Enter");
			page.waitForURL("**/search?q=*");
			assertThat(page.locator(".hits a").first().getAttribute("href")).isEqualTo("/campuses/ouhai");
			assertThat(page.locator("[role=combobox]").count()).isZero();
		});
	}

	@Test
	void axeHasNothingToSayOfTheOpenList() {
		for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
			show("/search", new View(1280, scheme), (page) -> {
				typed(page, "学院");
				page.locator("[role=option]").first().waitFor();
				page.keyboard().press("ArrowDown");
				page.evaluate(AxeBuilder.getAxeScript());
				assertThat(Browser.check(page, "axe")).isEmpty();
				assertThat(Browser.check(page, "smallTargets")).isEmpty();
			});
		}
	}

	private static Locator typed(Page page, String text) {
		Locator field = page.locator("input[name=q]");
		field.click();
		field.pressSequentially(text);
		return field;
	}

}
