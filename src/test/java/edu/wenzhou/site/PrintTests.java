package edu.wenzhou.site;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.microsoft.playwright.options.ColorScheme;
import edu.wenzhou.site.Browser.View;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Pages on A4 paper. */
class PrintTests extends BrowserTest {

	/**
	 * As wide as A4 between its margins, so that the rules for widths agree with the
	 * paper.
	 */
	private static final View SHEET = new View(672, ColorScheme.LIGHT);

	private static final Map<String, Paper> papers = new LinkedHashMap<>();

	@BeforeEach
	void printOnce() {
		Stream
			.concat(Stream.of("/honours", "/about/figures", "/sources"),
					paths().stream().filter((path) -> path.endsWith("/about/prospectus")))
			.filter((path) -> !papers.containsKey(path))
			.forEach((path) -> show(path, SHEET, (page) -> papers.put(path, Paper.of(page))));
	}

	@Test
	void noMenuIsPrinted() {
		papers.forEach((path, paper) -> {
			assertThat(paper.menus()).as("menus of " + path).isNotEmpty();
			assertThat(paper.printedMenus()).as("menus on the paper of " + path).isEmpty();
		});
	}

	@Test
	void noRowIsCutByTheEndOfASheet() {
		papers.forEach((path, paper) -> {
			assertThat(paper.rows()).as("rows of " + path).isNotEmpty();
			assertThat(paper.cutRows()).as("rows of " + path + " on " + paper.sheets().size() + " sheets").isEmpty();
		});
	}

	@Test
	void aRowCutInTwoAndAPrintedMenuAreNoticed() {
		String row = "<li>begins %1$d" + "<p>goes on</p>".repeat(6) + "ends %1$d</li>";
		StringBuilder rows = new StringBuilder();
		for (int number = 1; number <= 20; number++) {
			rows.append(row.formatted(number));
		}
		browser().open(SHEET, (page) -> {
			make(page, "<nav><a href='/one'>One</a> <a href='/two'>Two</a></nav><main><ul>" + rows + "</ul></main>");
			Paper paper = Paper.of(page);
			assertThat(paper.printedMenus()).isEqualTo(List.of("One Two"));
			assertThat(paper.cutRows()).isNotEmpty().allMatch((cut) -> cut.contains("is not on sheet"));
			page.setContent(
					"<main><ul>" + rows.toString().replace("<li>", "<li style='break-inside:avoid'>") + "</ul></main>");
			assertThat(Paper.of(page).cutRows()).as("rows kept together").isEmpty();
		});
	}

}
