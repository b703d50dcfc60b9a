package edu.wenzhou.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import edu.wenzhou.site.Browser.View;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Pages on A4 paper, one of each template in both languages. What Chromium prints stays
 * in {@code target/print} for people to look at.
 */
class PrintTests extends BrowserTest {

	/**
	 * As wide as A4 between its margins, so that the rules for widths agree with the
	 * paper.
	 */
	private static final View SHEET = new View(672, ColorScheme.LIGHT);

	private static final Path FOLDER = Path.of("target", "print");

	private static final Map<String, Paper> papers = new LinkedHashMap<>();

	@BeforeEach
	void printOnce() throws IOException {
		if (papers.isEmpty()) {
			Files.createDirectories(FOLDER);
			for (String path : templates()) {
				show(path, SHEET, (page) -> papers.put(path, Paper.of(page)));
				Files.write(
						FOLDER.resolve("/".equals(path) ? "home.pdf" : path.substring(1).replace('/', '-') + ".pdf"),
						papers.get(path).pdf());
			}
		}
	}

	@Test
	void everyTemplateIsPrinted() {
		assertThat(papers.keySet()).contains("/", "/en", "/about/prospectus", "/en/about/prospectus", "/about/history",
				"/about/figures", "/honours", "/partnerships", "/campuses", "/schools", "/sources", "/nowhere");
	}

	@Test
	void noMenuIsPrinted() {
		papers.forEach((path, paper) -> {
			assertThat(paper.menus()).as("menus of " + path).isNotEmpty();
			// An error page lists the ways on in its text, and so does a search for
			// nothing, whose menu also has the other language
			assertThat(paper.printedMenus()).as("menus on the paper of " + path)
				.hasSize(path.endsWith(NOWHERE) ? 2 : path.endsWith("/search") ? 1 : 0);
		});
	}

	@Test
	void nothingIsPrintedThatOnlyAScreenCanUse() {
		onPaper(ColorScheme.LIGHT,
				(path, page) -> assertThat(Browser.ask(page, "print", "screenOnly")).as(path).isEmpty());
	}

	@Test
	void paperIsWhiteAndTextDarkWhateverTheScreen() {
		for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
			onPaper(scheme, (path, page) -> {
				assertThat(Browser.ask(page, "print", "pale")).as(path + " " + scheme).isEmpty();
				Browser.ask(page, "print", "moreContrast");
				assertThat(Browser.ask(page, "print", "pale")).as(path + " " + scheme + ", more contrast").isEmpty();
			});
		}
	}

	@Test
	void theFirstSheetSaysWhoseItIsAndWhereItStands() {
		papers.forEach((path, paper) -> {
			String sheet = paper.sheets().get(0).replaceFirst("^1/[0-9]+", "");
			assertThat(sheet).as(path).startsWith(path.startsWith("/en") ? "WenzhouPolytechnic" : "温州职业技术学院");
			if (!path.endsWith(NOWHERE) && !path.endsWith("/search")) {
				assertThat(sheet).contains(BASE_URL + path);
			}
		});
	}

	@Test
	void sheetsAreNumberedAndNoneIsEmpty() {
		papers.forEach((path, paper) -> {
			int count = paper.sheets().size();
			for (int sheet = 1; sheet <= count; sheet++) {
				assertThat(paper.sheets().get(sheet - 1)).as(path).startsWith(sheet + "/" + count);
			}
			assertThat(paper.emptySheets()).as(path).isEmpty();
		});
	}

	@Test
	void noRowIsCutByTheEndOfASheet() {
		papers.forEach((path, paper) -> {
			// The seeds have no notice; NoticeBrowserTests prints some
			if (!path.endsWith("/notices")) {
				assertThat(paper.rows()).as("rows of " + path).isNotEmpty();
			}
			assertThat(paper.cutRows()).as("rows of " + path + " on " + paper.sheets().size() + " sheets").isEmpty();
		});
	}

	@Test
	void noHeadingEndsASheet() {
		papers.forEach((path, paper) -> assertThat(paper.forsakenHeadings()).as(path).isEmpty());
	}

	@Test
	void marksKeepTheirNumbersAndNotesStandInFull() {
		onPaper(ColorScheme.LIGHT, (path, page) -> {
			assertThat(Browser.ask(page, "print", "numbers")).as(path).isEmpty();
			int notes = page.locator(".note-list > li").count();
			assertThat(papers.get(path).notes()).as(path).hasSize(notes);
			assertThat(papers.get(path).lostNotes()).as(path).isEmpty();
		});
		assertThat(papers.get("/about/prospectus").notes()).hasSizeGreaterThan(20);
	}

	/** The sheet that people take home from a school's stand. */
	@Test
	void everySchoolsPageIsPrintedWholeWithItsAddress() {
		List<String> schools = paths().stream().filter((path) -> path.matches("/schools/[a-z-]+")).toList();
		assertThat(schools).hasSizeGreaterThan(5);
		for (String path : schools) {
			show(path, SHEET, (page) -> {
				page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
				List<String> said = Browser.ask(page, "print", "said").stream().map(Paper::letters).toList();
				Paper paper = Paper.of(page);
				String text = paper.sheets()
					.stream()
					.map((sheet) -> sheet.replaceFirst("^[0-9]+/[0-9]+", ""))
					.collect(Collectors.joining());
				assertThat(said).as(path).hasSizeGreaterThan(20).allMatch(text::contains);
				assertThat(paper.sheets().get(0)).as(path).contains(BASE_URL + path);
				assertThat(paper.sheets()).as(path).hasSizeLessThanOrEqualTo(2);
				assertThat(paper.emptySheets()).as(path).isEmpty();
			});
		}
	}

	@Test
	void theHeadOfATableIsRepeated() {
		show("/about/figures", SHEET, (page) -> {
			List<String> heads = Browser.ask(page, "print", "longTable");
			String text = String.join("", Paper.of(page).sheets());
			assertThat(text.split(Paper.letters(heads.get(0)), -1)).hasSizeGreaterThan(heads.size() + 2);
		});
	}

	@Test
	void onlyLinksThatLeaveTheSiteShowTheirAddress() {
		show("/about", SHEET, (page) -> {
			Browser.ask(page, "print", "linkOutside");
			String text = String.join("", Paper.of(page).sheets());
			assertThat(text).contains("outside(https://elsewhere.example/notice)").doesNotContain("(/", "(#");
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

	@Test
	void whatElsePaperMustNotShowIsNoticed() {
		browser().open(SHEET, (page) -> {
			make(page,
					"""
							<main><form><button>Send</button></form><p style='color:#999'>grey</p><p style='background:#222'>dark</p>
							<p style='break-before:page'>Text</p><h2>Alone</h2><p style='break-before:page'>Under it</p></main>""");
			Paper paper = Paper.of(page);
			assertThat(paper.forsakenHeadings()).isEqualTo(List.of("Alone"));
			assertThat(paper.emptySheets()).hasSize(3);
			page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
			assertThat(Browser.ask(page, "print", "screenOnly")).hasSize(2);
			assertThat(Browser.ask(page, "print", "pale")).hasSize(3);
		});
	}

	/** Shows one page of each template set for paper, without printing it. */
	private void onPaper(ColorScheme scheme, BiConsumer<String, Page> use) {
		browser().open(new View(SHEET.width(), scheme), (page) -> {
			page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
			for (String path : templates()) {
				page.navigate(address(path));
				use.accept(path, page);
			}
		});
	}

}
