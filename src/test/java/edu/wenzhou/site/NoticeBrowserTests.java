package edu.wenzhou.site;

import java.util.ArrayList;
import java.util.List;

import com.microsoft.playwright.options.ColorScheme;
import edu.wenzhou.site.Browser.View;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Notices in a real browser. The seeds have none, so what walks through the site by its
 * links sees an empty list only.
 */
class NoticeBrowserTests extends MadePagesTest {

	private static final List<View> VIEWS = List.of(new View(320, ColorScheme.LIGHT), new View(320, ColorScheme.DARK),
			new View(768, ColorScheme.LIGHT), new View(960, ColorScheme.LIGHT), new View(1280, ColorScheme.LIGHT),
			new View(1280, ColorScheme.DARK));

	private static final List<String> PATHS = List.of("/", "/notices", "/notices?page=2",
			"/notices?year=2025&category=event", "/notices?category=disclosure", "/notices/browser-45", "/en",
			"/en/notices?page=2", "/en/notices/browser-44", "/en/notices/browser-45");

	@Autowired
	private JdbcClient jdbc;

	@Override
	List<View> views() {
		return VIEWS;
	}

	@Override
	List<String> madePaths() {
		return PATHS;
	}

	@Override
	List<String> printed() {
		return List.of("/notices", "/notices/browser-45", "/en/notices/browser-44");
	}

	@Override
	void onPaper(String path, Paper paper) {
		assertThat(paper.rows()).as(path).isNotEmpty();
	}

	@BeforeEach
	void notices() {
		this.jdbc.sql("""
				insert into notice (slug, category, title_zh, title_en, lead_zh, body_zh, body_en, pinned, published_on)
				select 'browser-' || n, case when n % 2 = 0 then 'EVENT' else 'ANNOUNCEMENT' end,
				'测试通知' || n || '：标题有长有短' || repeat('，长的会折行', n % 7),
				case when n % 2 = 0 then 'Test notice ' || n end, case when n % 3 = 0 then '测试导语。' end,
				'<h2>一、小标题</h2><p>测试正文。</p><ul><li>条目</li></ul><blockquote>引文</blockquote><table><caption>测试表</caption>'
				|| '<thead><tr><th scope="col">项目</th><th scope="col">时间</th><th scope="col">地点</th></tr></thead>'
				|| '<tbody><tr><th scope="row">项目一</th><td>上午九时</td><td>第一教室</td></tr></tbody></table>'
				|| '<p>见<a href="https://elsewhere.example/a-rather-long-address">链接</a>。</p>',
				case when n % 4 = 0 then '<p>Its text.</p>' end, n in (7, 9),
				timestamptz '2025-12-30 09:00+08' - (45 - n) * interval '20 days' from generate_series(1, 45) n""")
			.update();
		Generation.raise(this.jdbc);
	}

	@AfterEach
	void noNotices() {
		this.jdbc.sql("delete from notice where slug like 'browser-%'").update();
		Generation.raise(this.jdbc);
	}

	@Test
	void largeAndSpacedOutTextLosesNothing() {
		List<String> found = new ArrayList<>();
		for (int width : new int[] { 320, 768, 1280 }) {
			browser().open(new View(width, ColorScheme.LIGHT), (page) -> {
				FirstView first = new FirstView(page);
				for (String path : PATHS) {
					page.navigate(address(path));
					String where = path + " at " + width + ": ";
					Browser.check(page, "spaceText");
					Browser.check(page, "lostText").forEach((what) -> found.add(where + what));
					Browser.check(page, "unspaceText");
					first.letters(32);
					Browser.check(page, "lostText").forEach((what) -> found.add(where + "letters at 200 %: " + what));
					first.letters(16);
				}
			});
		}
		assertThat(found).isEmpty();
	}

	@Test
	void everyPageIsUsableByKeyboard() {
		List<String> found = new ArrayList<>();
		for (View view : List.of(VIEWS.get(0), VIEWS.get(4))) {
			browser().open(view, (page) -> {
				for (String path : PATHS.subList(1, 6)) {
					page.navigate(address(path));
					KeyboardTests.walk(page).forEach((what) -> found.add(path + " at " + view + ": " + what));
				}
			});
		}
		assertThat(found).isEmpty();
	}

	@Test
	void theMenuStandsInOneLineOnADeskAndBreaksNoWord() {
		for (String path : List.of("/notices", "/en/notices")) {
			for (int width : new int[] { 320, 960, 1280 }) {
				show(path, new View(width, ColorScheme.LIGHT), (page) -> {
					if (width < 960) {
						page.click(".menu-button");
					}
					assertThat(page.evaluate("""
							() => [...document.querySelectorAll('.menu a')].filter((link) => {
							  const text = document.createRange();
							  text.selectNodeContents(link);
							  return text.getClientRects().length !== 1;
							}).map((link) => link.textContent)""")).as(path + " at " + width).isEqualTo(List.of());
					assertThat(page.evaluate("""
							() => new Set([...document.querySelectorAll('.menu a')].map((link) => Math.round(
							link.getBoundingClientRect().top))).size""")).as(path + " at " + width)
						.isEqualTo((width < 960) ? 5 : 1);
				});
			}
		}
	}

}
