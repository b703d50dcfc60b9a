package edu.wenzhou.site;

import java.util.List;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.options.ColorScheme;
import edu.wenzhou.site.Browser.View;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Chinese is typed by composing: letters first, then the characters that are meant. */
class CompositionTests extends EditingTest {

	private static final View DESK = new View(1280, ColorScheme.LIGHT);

	@Test
	void whatIsComposedStandsInTheTextOnceAndIsSavedWhole() {
		editing(DESK, "<p>原文</p>", (page, server) -> {
			enter(page);
			page.keyboard().press("Control+End");
			CDPSession keys = page.context().newCDPSession(page);
			for (String step : List.of("w", "wen", "wen zhou")) {
				compose(keys, step);
				assertThat(page.locator("[role=textbox]").textContent()).isEqualTo("原文" + step);
			}
			// Longer than the script waits
			page.waitForTimeout(2500);
			assertThat(server.saves()).isEmpty();
			insert(keys, "温州");
			assertThat(page.locator("[role=textbox]").textContent()).isEqualTo("原文温州");
			compose(keys, "xue");
			insert(keys, "学");
			page.keyboard().press("Enter");
			compose(keys, "x");
			compose(keys, "");
			page.waitForCondition(() -> !server.saves().isEmpty());
			assertThat(page.inputValue("[name=body]")).startsWith("<p>原文温州学</p>").doesNotContain("wen", "x");
			server.saves().forEach((save) -> assertThat(save.get("body")).startsWith("<p>原文温州学"));
			page.focus("[name=title]");
			page.keyboard().press("End");
			compose(keys, "biao ti");
			insert(keys, "标题");
			assertThat(page.inputValue("[name=title]")).isEqualTo("旧标题标题");
		});
	}

	private static void compose(CDPSession keys, String letters) {
		JsonObject step = new JsonObject();
		step.addProperty("text", letters);
		step.addProperty("selectionStart", letters.length());
		step.addProperty("selectionEnd", letters.length());
		keys.send("Input.imeSetComposition", step);
	}

	private static void insert(CDPSession keys, String text) {
		JsonObject step = new JsonObject();
		step.addProperty("text", text);
		keys.send("Input.insertText", step);
	}

}
