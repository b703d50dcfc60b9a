package edu.wenzhou.site;

import java.util.ArrayList;
import java.util.List;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import edu.wenzhou.site.Browser.View;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** One page of each template, used without a mouse. */
class KeyboardTests extends BrowserTest {

	private static final View PHONE = new View(320, ColorScheme.LIGHT);

	private static final View DESK = new View(1280, ColorScheme.DARK);

	@Test
	void tabReachesEverythingAndShowsWhereItIs() {
		List<String> found = new ArrayList<>();
		for (View view : List.of(PHONE, DESK)) {
			browser().open(view, (options) -> options.setReducedMotion(ReducedMotion.REDUCE), (page) -> {
				for (String path : templates()) {
					page.navigate(address(path));
					walk(page).forEach((what) -> found.add("%n%s at %s: %s".formatted(path, view, what)));
				}
			});
		}
		assertThat(found).isEmpty();
	}

	static List<String> walk(Page page) {
		int expected = Integer.parseInt(Browser.ask(page, "keyboard", "begin").get(0));
		List<String> found = new ArrayList<>();
		// More than are expected, as boxes that scroll take the focus too
		for (int key = 0; key < 2 * expected + 10; key++) {
			page.keyboard().press("Tab");
			List<String> step = Browser.ask(page, "keyboard", "step");
			if (step.contains("end")) {
				break;
			}
			step.stream().filter((what) -> !what.startsWith("covered")).forEach(found::add);
			if (step.stream().anyMatch((what) -> what.startsWith("covered"))) {
				// A bar that has just grown makes room with the next picture of the page
				page.waitForTimeout(300);
				found.addAll(Browser.ask(page, "keyboard", "still"));
			}
		}
		found.addAll(Browser.ask(page, "keyboard", "missed"));
		return found;
	}

	@Test
	void theFirstLinkSkipsTheMenu() {
		browser().open(DESK, (page) -> {
			for (String path : templates()) {
				page.navigate(address(path));
				page.keyboard().press("Tab");
				assertThat(Browser.ask(page, "keyboard", "fragment").get(0)).as(path).startsWith("#");
				page.keyboard().press("Enter");
				assertThat(Browser.ask(page, "keyboard", "atTarget")).as(path).isEmpty();
				page.keyboard().press("Tab");
				assertThat(Browser.ask(page, "keyboard", "inTarget")).as(path).isEmpty();
			}
		});
	}

	@Test
	void theMenuOpensAndClosesWithoutJavaScript() {
		View phone = new View(360, ColorScheme.LIGHT);
		browser().openWithoutScripts(phone, (page) -> {
			for (String path : templates()) {
				page.navigate(address(path));
				Locator button = page.locator(".menu-button");
				Locator links = page.locator("#" + button.getAttribute("popovertarget") + " a");
				assertThat(seen(links)).as(path + ": links before the menu is opened").isZero();
				button.click(new Locator.ClickOptions().setForce(true));
				assertThat(seen(links)).as(path + ": links in the open menu").isEqualTo(links.count()).isPositive();
				page.keyboard().press("Escape");
				assertThat(seen(links)).as(path + ": links after Escape").isZero();
				button.press("Enter");
				assertThat(seen(links)).as(path + ": links in the menu opened by Enter").isEqualTo(links.count());
				page.keyboard().press("Tab");
				assertThat(links.first().evaluate("(link) => link === document.activeElement"))
					.as(path + ": Tab goes on to the first link of the menu")
					.isEqualTo(true);
			}
		});
	}

	private static long seen(Locator links) {
		return links.all().stream().filter(Locator::isVisible).count();
	}

}
