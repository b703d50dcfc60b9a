package edu.wenzhou.site;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.KeyboardModifier;
import edu.wenzhou.site.Browser.View;
import edu.wenzhou.site.text.RichText;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

import static org.assertj.core.api.Assertions.assertThat;

/** The text editor in a real browser, under the site's own policy. */
class EditorTests extends EditingTest {

	private static final View DESK = new View(1280, ColorScheme.LIGHT);

	private static final String ALL = """
			<h2>大</h2><h3>中</h3><h4>小</h4><p>有 <strong>粗</strong> 和 <em>斜</em>，\
			<a href="https://college.example/?a=1&amp;b=2">网站</a>、<a href="/schools">本站</a>、<a href="mailto:a@college.example">信</a>、\
			<a href="tel:0577-1">电话</a>，[[students_total]] 人<br>新行</p>\
			<p><img src="/media/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/%E5%9B%BE%201.jpg" alt="图" width="40" height="30"></p><ul><li><p>一</p><ol><li><p>一之一</p></li></ol></li></ul>\
			<blockquote><p>引</p></blockquote><table><caption>名称</caption><thead><tr><th scope="col"><p>甲</p></th>\
			<th scope="col"><p>乙</p></th></tr></thead><tbody><tr><th rowspan="2" scope="row"><p>丙</p></th><td><p>1</p></td></tr>\
			<tr><td><p>2</p></td></tr><tr><td colspan="2"><p>3</p></td></tr></tbody></table>""";

	@Autowired
	private ResourceUrlProvider addresses;

	@Test
	void onlyTheFilesThatAreNeededAreServedAndForEver() {
		String editor = this.addresses.getForLookupPath("/js/editor/editor.js");
		assertThat(editor).matches("/js/editor/[0-9a-f]{32}/editor\\.js");
		HttpResponse<String> answer = get(editor);
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.headers().firstValue("Cache-Control")).hasValue("max-age=31536000, public");
		assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/javascript");
		assertThat(answer.body()).contains("from \"./prosemirror-view.js\"").doesNotContain("from 'prosemirror");
		String view = editor.replace("editor.js", "prosemirror-view.js");
		assertThat(get(view).body()).contains("from \"./prosemirror-model.js\"").doesNotContain("from 'prosemirror");
		for (String path : List.of("/js/editor/" + "0".repeat(32) + "/editor.js", "/js/editor/none.js",
				"/js/editor/prosemirror-view/1.41.5/dist/index.js", "/webjars/prosemirror-view/1.41.5/dist/index.js",
				"/js/editor/prosemirror-view/1.41.5/package.json")) {
			assertThat(get(path).statusCode()).as(path).isEqualTo(404);
		}
	}

	@Test
	void itLoadsWithoutAWordAndChangesNothing() {
		browser().open(DESK, (page) -> {
			FirstView first = new FirstView(page);
			first.expect(address(EDIT));
			serve(page, "<p>原文 [[students_total]]</p>");
			page.navigate(address(EDIT));
			text(page).waitFor();
			assertThat(first.console()).isEmpty();
			assertThat(first.failures()).isEmpty();
			assertThat(value(page)).isEqualTo("<p>原文 [[students_total]]</p>");
			assertThat(page
				.evaluate("[document.querySelector('textarea').checkVisibility(), document.styleSheets.length]"))
				.isEqualTo(List.of(false, 3));
			assertThat(first.requests()).hasSizeLessThan(30);
			assertThat(first.bytes()).as("all of an editing page, compressed").isLessThan(250_000);
		});
	}

	@Test
	void whatIsTypedIsInTheFieldOfTheForm() {
		editing(DESK, "<p>人数 [[students_total]]</p>", (page, server) -> {
			page.evaluate(
					"document.querySelector('form').addEventListener('input', (event) => window.heard ??= event.target.name)");
			enter(page);
			page.keyboard().press("Control+End");
			page.keyboard().type("，已定");
			page.keyboard().press("Enter");
			page.keyboard().insertText("第二段");
			assertThat(value(page)).isEqualTo("<p>人数 [[students_total]]，已定</p><p>第二段</p>");
			assertThat(page.evaluate("window.heard")).isEqualTo("body");
			page.keyboard().press("Control+A");
			page.keyboard().press("Delete");
			assertThat(value(page)).isEmpty();
			page.keyboard().press("Control+Z");
			assertThat(value(page)).contains("人数 [[students_total]]");
		});
	}

	@Test
	void allThatThePolicyAllowsSurvivesAndNothingElse() {
		assertThat(RichText.objections(ALL)).isEmpty();
		editing(DESK, ALL, (page, server) -> {
			enter(page);
			page.keyboard().press("Control+Home");
			page.keyboard().type("更");
			assertThat(value(page)).isEqualTo(ALL.replace("<h2>大", "<h2>更大"));
			acceptable(value(page));
		});
	}

	@Test
	void storedHtmlIsCleanedToo() {
		editing(DESK,
				"<p style='color:red' onclick='x()'>旧<u>文</u><img src='http://x.example/a.png'></p><script>x</script>",
				(page, server) -> {
					enter(page);
					page.keyboard().press("Control+Home");
					page.keyboard().type("新");
					assertThat(value(page)).isEqualTo("<p>新旧文〔请从图库插入图片〕</p>");
				});
	}

	@Test
	void pastingFromWordKeepsStructureAndNoStyle() {
		assertThat(pasted("word")).isEqualTo(
				"""
						<h2>2027年通知</h2><p><strong>重点内容</strong>普通文字<a href="https://college.example/a?b=1&amp;c=2">链接</a>，\
						共[[students_total]]人</p><ul><li><p>第一项</p><ol><li><p>第一项之一</p></li></ol></li><li><p>第二项</p></li></ul>\
						<ol><li><p>编号项</p></li></ol><table><tbody><tr><td colspan="2"><p>合并的格</p></td></tr><tr><td><p>甲</p></td>\
						<td><p>乙</p></td></tr></tbody></table><p>〔请从图库插入图片〕</p>""");
	}

	@Test
	void pastingFromExcelKeepsTheTable() {
		assertThat(pasted("excel")).isEqualTo("<table><tbody><tr><td><p>专业</p></td><td><p>人数</p></td></tr>"
				+ "<tr><td><p>机电</p></td><td><p>40</p></td></tr></tbody></table>");
	}

	@Test
	void pastingFromAPageKeepsEmphasis() {
		assertThat(pasted("web")).isEqualTo("<h4>小节</h4><p><strong>粗</strong><em>斜</em>平 白<br>换行</p><p>块</p><p>下文红</p>"
				+ "<ul><li><p>一</p></li><li><p>二</p></li></ul><blockquote><p>引</p></blockquote><p>〔请从图库插入图片〕</p>");
	}

	@Test
	void pastingSomethingHostileLeavesItsWords() {
		String found = pasted("hostile");
		assertThat(Jsoup.parse(found).text()).contains("文字", "一", "二", "尾巴", "格", "撇");
		assertThat(found).doesNotContain("evil", "javascript", "hit", "style", "on", "colspan", "<img");
	}

	/** By a paste event as scripts make it, and by the keys with the real clipboard. */
	private String pasted(String name) {
		String html = resource("/paste/" + name + ".html");
		List<String> found = new ArrayList<>();
		editing(DESK, "", (page, server) -> {
			enter(page);
			page.evaluate("""
					(html) => {
						const data = new DataTransfer();
						data.setData('text/html', html);
						data.setData('text/plain', 'plain');
						document.querySelector('[role=textbox]').dispatchEvent(
							new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
					}""", html);
			found.add(value(page));
			page.keyboard().press("Control+A");
			page.keyboard().press("Delete");
			page.evaluate("""
					(html) => document.addEventListener('copy', (event) => {
						event.clipboardData.setData('text/html', html);
						event.preventDefault();
						event.stopPropagation();
					}, { once: true, capture: true })""", html);
			page.keyboard().press("Control+C");
			page.keyboard().press("Control+V");
			page.waitForCondition(() -> !value(page).isEmpty());
			found.add(value(page));
			assertThat(page.evaluate("window.hit")).isNull();
		});
		assertThat(found.get(1)).as("with the real clipboard").isEqualTo(found.get(0));
		acceptable(found.get(0));
		return found.get(0);
	}

	@Test
	void copyingInsideTheEditorKeepsAll() {
		editing(DESK, ALL, (page, server) -> {
			enter(page);
			page.keyboard().press("Control+A");
			page.keyboard().press("Control+C");
			page.keyboard().press("Control+V");
			assertThat(value(page)).isEqualTo(ALL);
		});
	}

	@Test
	void aFileOnTheClipboardBecomesAHint() {
		editing(DESK, "", (page, server) -> {
			enter(page);
			page.evaluate("""
					() => {
						const data = new DataTransfer();
						data.items.add(new File(['x'], 'x.png', { type: 'image/png' }));
						document.querySelector('[role=textbox]').dispatchEvent(
							new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
					}""");
			assertThat(value(page)).isEqualTo("<p>〔请从图库插入图片〕</p>");
		});
	}

	@Test
	void theToolbarIsOneStopAndWorksByKeys() {
		editing(DESK, "<p>甲乙</p>", (page, server) -> {
			enter(page);
			page.keyboard().press("Control+A");
			page.keyboard().press("Alt+F10");
			assertThat(focused(page)).isEqualTo("正文");
			page.keyboard().press("ArrowRight");
			assertThat(focused(page)).isEqualTo("大标题");
			page.keyboard().press("End");
			assertThat(focused(page)).isEqualTo("重做");
			page.keyboard().press("ArrowRight");
			assertThat(focused(page)).isEqualTo("正文");
			page.keyboard().press("ArrowLeft");
			assertThat(focused(page)).isEqualTo("重做");
			page.keyboard().press("Home");
			for (int i = 0; i < 4; i++) {
				page.keyboard().press("ArrowRight");
			}
			assertThat(focused(page)).isEqualTo("加粗");
			page.keyboard().press("Enter");
			assertThat(value(page)).isEqualTo("<p><strong>甲乙</strong></p>");
			assertThat(button(page, "加粗").getAttribute("aria-pressed")).isEqualTo("true");
			page.keyboard().press("Shift+Tab");
			assertThat(focused(page)).as("one stop, at the button used last").isEqualTo("加粗");
			page.keyboard().press("Escape");
			page.keyboard().press("ArrowRight");
			// As a person does, who sees the cursor before going on
			page.waitForFunction("() => getSelection().isCollapsed");
			page.keyboard().type("丙");
			assertThat(value(page)).isEqualTo("<p><strong>甲乙丙</strong></p>");
			assertThat(page.locator("[role=toolbar] [tabindex='0']").count()).as("one in each bar").isEqualTo(2);
		});
	}

	@Test
	void buttonsMakeHeadingsListsAndQuotations() {
		editing(DESK, "<p>文</p>", (page, server) -> {
			enter(page);
			button(page, "大标题").click();
			assertThat(value(page)).isEqualTo("<h2>文</h2>");
			button(page, "正文").click();
			button(page, "项目").click();
			assertThat(value(page)).isEqualTo("<ul><li><p>文</p></li></ul>");
			button(page, "编号").click();
			assertThat(value(page)).isEqualTo("<ol><li><p>文</p></li></ol>");
			page.keyboard().press("Enter");
			page.keyboard().type("二");
			page.keyboard().press("Tab");
			assertThat(value(page)).isEqualTo("<ol><li><p>文</p><ol><li><p>二</p></li></ol></li></ol>");
			page.keyboard().press("Shift+Tab");
			button(page, "编号").click();
			assertThat(value(page)).isEqualTo("<ol><li><p>文</p></li></ol><p>二</p>");
			button(page, "引用").click();
			assertThat(value(page)).isEqualTo("<ol><li><p>文</p></li></ol><blockquote><p>二</p></blockquote>");
			button(page, "撤销").click();
			assertThat(value(page)).isEqualTo("<ol><li><p>文</p></li></ol><p>二</p>");
			button(page, "重做").click();
			assertThat(value(page)).contains("blockquote");
			acceptable(value(page));
		});
	}

	@Test
	void tablesAreMadeAndWalkedThroughByTab() {
		editing(DESK, "<p>前</p>", (page, server) -> {
			Locator bar = page.locator("[role=toolbar]").last();
			enter(page);
			assertThat(bar.isVisible()).isFalse();
			button(page, "表格").click();
			assertThat(bar.isVisible()).isTrue();
			page.keyboard().type("专业");
			page.keyboard().press("Tab");
			page.keyboard().type("人数");
			button(page, "删列").click();
			button(page, "删行").click();
			button(page, "表头行").click();
			button(page, "名称").click();
			page.getByLabel("表格的名称", new Page.GetByLabelOptions().setExact(true)).last().fill("各专业人数");
			page.keyboard().press("Enter");
			page.waitForCondition(() -> page.locator("dialog").count() == 0);
			String table = value(page);
			assertThat(table).startsWith("<p>前</p><table><caption>各专业人数</caption>").doesNotContain("contenteditable");
			acceptable(table);
			page.keyboard().press("Alt+F10");
			assertThat(focused(page)).isEqualTo("名称");
			page.keyboard().press("Alt+F10");
			assertThat(focused(page)).isEqualTo("表格");
			page.keyboard().press("Escape");
			page.keyboard().press("Escape");
			page.keyboard().press("Tab");
			assertThat(page.evaluate("Boolean(document.activeElement.closest('[role=textbox]'))")).isEqualTo(false);
			text(page).locator("td, th").first().click();
			button(page, "删表格").click();
			assertThat(value(page)).isEqualTo("<p>前</p>");
		});
	}

	@Test
	void theBarOfTablesDoesNotLieOnTheLineThatWasClicked() {
		editing(new View(1280, ColorScheme.LIGHT), "<p>文</p>".repeat(9) + ALL, (page, server) -> {
			Locator cell = text(page).locator("td").first();
			cell.scrollIntoViewIfNeeded();
			page.evaluate("scrollBy(0, document.querySelector('td').getBoundingClientRect().bottom - innerHeight + 5)");
			page.mouse().click(cell.boundingBox().x + 20, cell.boundingBox().y + 12);
			page.waitForCondition(() -> (boolean) cell.evaluate("""
					(cell) => cell.getBoundingClientRect().bottom
						<= document.querySelector('.e-text + .e-bar').getBoundingClientRect().top + 8"""));
		});
	}

	@Test
	void theHeadOfATableIsMarkedAsSuch() {
		editing(DESK, "", (page, server) -> {
			enter(page);
			button(page, "表格").click();
			page.keyboard().type("专业");
			assertThat(value(page)).startsWith("<table><thead><tr><th scope=\"col\"><p>专业</p></th><th scope=\"col\">")
				.contains("</thead><tbody><tr><td>");
			acceptable(value(page));
		});
	}

	@Test
	void everySelectedCellBecomesALink() {
		editing(DESK, "<table><tbody><tr><td><p></p></td><td><p>甲</p></td><td><p>乙</p></td></tr></tbody></table>",
				(page, server) -> {
					Locator cells = text(page).locator("td");
					cells.nth(1).click();
					cells.nth(2).click(new Locator.ClickOptions().setModifiers(List.of(KeyboardModifier.SHIFT)));
					page.waitForCondition(() -> text(page).locator(".selectedCell").count() == 2);
					link(page, "https://college.example/a");
					assertThat(value(page)).contains("<a href=\"https://college.example/a\">甲</a>",
							"<a href=\"https://college.example/a\">乙</a>");
				});
	}

	@Test
	void whereAllIsSelectedAndEmptyTheTextOfTheLinkIsAskedFor() {
		editing(DESK, "", (page, server) -> {
			enter(page);
			page.keyboard().press("Control+A");
			page.waitForCondition(() -> button(page, "链接").getAttribute("aria-disabled") == null);
			button(page, "链接").click();
			page.getByLabel("显示的文字").fill("学校");
			page.getByLabel("网址").fill("https://college.example/a");
			page.keyboard().press("Enter");
			assertThat(value(page)).isEqualTo("<p><a href=\"https://college.example/a\">学校</a></p>");
		});
	}

	private static void link(Page page, String address) {
		button(page, "链接").click();
		page.getByLabel("网址").fill(address);
		page.keyboard().press("Enter");
		page.waitForCondition(() -> page.locator("dialog").count() == 0);
	}

	@Test
	void linksAreAskedForAndChecked() {
		editing(DESK, "<p>看学校</p>", (page, server) -> {
			enter(page);
			page.keyboard().press("Control+A");
			page.waitForCondition(() -> button(page, "链接").getAttribute("aria-disabled") == null);
			page.keyboard().press("Control+K");
			Locator address = page.getByLabel("网址");
			address.fill("javascript:alert(1)");
			page.keyboard().press("Enter");
			assertThat(page.locator("dialog .err").first().textContent()).contains("https://");
			assertThat(address.getAttribute("aria-invalid")).isEqualTo("true");
			address.fill("www.college.example/a");
			page.keyboard().press("Enter");
			assertThat(value(page)).isEqualTo("<p><a href=\"https://www.college.example/a\">看学校</a></p>");
			page.keyboard().press("Control+K");
			assertThat(page.getByLabel("网址").inputValue()).isEqualTo("https://www.college.example/a");
			page.keyboard().press("Escape");
			page.waitForCondition(() -> page.locator("dialog").count() == 0);
			page.keyboard().press("Control+K");
			page.getByText("去掉链接").click();
			assertThat(value(page)).isEqualTo("<p>看学校</p>");
			page.waitForCondition(() -> page.locator("dialog").count() == 0);
			// For 20 ms the editor puts its selection back once it has the focus
			page.waitForCondition(() -> {
				page.keyboard().press("Control+End");
				return button(page, "链接").getAttribute("aria-disabled") == null;
			});
			button(page, "链接").click();
			page.getByLabel("网址").fill("office@college.example");
			page.getByLabel("显示的文字").fill("写信");
			page.getByText("确定").click();
			assertThat(value(page)).isEqualTo("<p>看学校<a href=\"mailto:office@college.example\">写信</a></p>");
			page.waitForCondition(() -> page.locator("dialog").count() == 0);
			page.keyboard().type("。");
			assertThat(value(page)).as("what follows is no link").endsWith("写信</a>。</p>");
			text(page).locator("a").click();
			page.waitForCondition(() -> "true".equals(button(page, "链接").getAttribute("aria-pressed")));
			page.keyboard().press("Control+K");
			page.getByLabel("网址").fill("tel:0577-1");
			page.keyboard().press("Enter");
			assertThat(value(page)).as("all of the link").isEqualTo("<p>看学校<a href=\"tel:0577-1\">写信</a>。</p>");
			acceptable(value(page));
		});
	}

	@Test
	void picturesComeFromTheLibrary() {
		editing(DESK, "<p>图：</p>", (page, server) -> {
			enter(page);
			page.keyboard().press("Control+End");
			button(page, "图片").click();
			page.getByText("实训楼").waitFor();
			page.getByText("插入", new Page.GetByTextOptions().setExact(true)).click();
			assertThat(page.locator("dialog [role=status]").textContent()).contains("请先选");
			page.getByLabel("实训楼").check();
			assertThat(page.getByLabel("替代文字", new Page.GetByLabelOptions().setExact(true)).inputValue())
				.isEqualTo("实训楼");
			page.getByLabel("替代文字", new Page.GetByLabelOptions().setExact(true)).fill("实训楼正面");
			page.getByText("插入", new Page.GetByTextOptions().setExact(true)).click();
			assertThat(value(page)).isEqualTo("<p>图：<img src=\"%s\" alt=\"实训楼正面\" width=\"640\" height=\"480\"></p>"
				.formatted(EditingServer.address('a')));
			assertThat(RichText.objections(value(page))).isEmpty();
			assertThat(text(page).locator("img[alt]").first().getAttribute("src"))
				.as("what is not public yet is seen here too")
				.isEqualTo("/staff/media/file/" + "a".repeat(64));
			text(page).locator("img[alt]").first().click();
			button(page, "图片").click();
			page.getByText("下一页").click();
			page.getByLabel("第三张").check();
			page.getByText("确定").click();
			assertThat(value(page)).contains("src=\"" + EditingServer.address('c') + "\" alt=\"第三张\"")
				.doesNotContain("a.jpg");
			button(page, "图片").click();
			page.getByLabel("在图库里查找").fill("楼");
			page.keyboard().press("Enter");
			page.waitForCondition(
					() -> server.searches().get(server.searches().size() - 1).equals("q=%E6%A5%BC&page=1"));
			page.keyboard().press("Escape");
			assertThat(value(page)).contains("c.jpg");
		});
	}

	@Test
	void theEditorIsNamedAndDescribedAsTheFieldWas() {
		editing(DESK, "", (page, server) -> {
			Locator text = text(page);
			assertThat(text.getAttribute("id")).isEqualTo("field-body");
			assertThat(text.getAttribute("aria-labelledby")).isEqualTo(page.getByText("正文").first().getAttribute("id"));
			assertThat(text.getAttribute("aria-describedby")).startsWith("field-body_hint field-body_error ");
			assertThat(text.getAttribute("aria-invalid")).isEqualTo("true");
			assertThat(text.getAttribute("aria-required")).isEqualTo("true");
			assertThat(text.getAttribute("lang")).isEqualTo("zh-CN");
			page.locator("label[for=field-body]").click();
			assertThat(text.evaluate("(text) => text === document.activeElement")).isEqualTo(true);
			assertThat(
					(int) text.evaluate("(text) => text.offsetHeight / parseFloat(getComputedStyle(text).lineHeight)"))
				.isGreaterThanOrEqualTo(12);
			page.navigate(address(EDIT) + "#field-body");
			page.reload();
			assertThat(text(page).evaluate("(text) => text === document.activeElement")).isEqualTo(true);
		});
	}

	@Test
	void theFieldIsSetByScriptsToo() {
		editing(DESK, "<p>一</p>", (page, server) -> {
			page.evaluate("""
					() => {
						const field = document.querySelector('textarea');
						field.value = '<p>二</p>';
						field.dispatchEvent(new Event('change', { bubbles: true }));
					}""");
			assertThat(text(page).textContent()).isEqualTo("二");
			assertThat(value(page)).isEqualTo("<p>二</p>");
		});
	}

	@Test
	void everyViewHolds() {
		List<String> found = new ArrayList<>();
		for (View view : List.of(new View(320, ColorScheme.LIGHT), new View(360, ColorScheme.DARK), DESK)) {
			for (ForcedColors colors : ForcedColors.values()) {
				editing(view, ALL, (options) -> options.setForcedColors(colors), (page, server) -> {
					page.evaluate(AxeBuilder.getAxeScript());
					text(page).locator("td").first().click();
					check(page, view + " " + colors + " in a table", found);
					page.keyboard().press("Control+K");
					check(page, view + " " + colors + " asking for a link", found);
					page.keyboard().press("Escape");
					button(page, "图片").click();
					page.getByLabel("实训楼").check();
					check(page, view + " " + colors + " asking for a picture", found);
				});
			}
		}
		assertThat(found).isEmpty();
	}

	private static void check(Page page, String where, List<String> found) {
		Browser.check(page, "settle");
		for (String check : List.of("axe", "sideways", "smallTargets")) {
			Browser.check(page, check)
				.stream()
				// What axe reads there are not the colours that are shown
				.filter((what) -> !where.contains("ACTIVE") || !what.startsWith("color-contrast"))
				.forEach((what) -> found.add(where + ": " + what));
		}
	}

	@Test
	void everythingIsReachedByTab() {
		editing(new View(320, ColorScheme.LIGHT), "<p>文</p>",
				(page, server) -> assertThat(KeyboardTests.walk(page)).isEmpty());
	}

	@Test
	void withoutJavaScriptTheFieldStays() {
		editing(DESK, "<p>原文</p>", (options) -> options.setJavaScriptEnabled(false), (page, server) -> {
			assertThat(page.locator("textarea").isVisible()).isTrue();
			page.locator("textarea").fill("<p>改</p>");
			page.getByText("保存", new Page.GetByTextOptions().setExact(true)).press("Enter");
			assertThat(server.submissions()).singleElement()
				.satisfies((sent) -> assertThat(sent).containsEntry("body", "<p>改</p>"));
		});
	}

	static Locator text(Page page) {
		return page.locator("[role=textbox]");
	}

	static String value(Page page) {
		return (String) page.evaluate("document.querySelector('textarea').value");
	}

	private static Locator button(Page page, String name) {
		return page.locator("[role=toolbar] button").getByText(name, new Locator.GetByTextOptions().setExact(true));
	}

	private static String focused(Page page) {
		return (String) page.evaluate("document.activeElement.textContent");
	}

	/** The server takes it as it is; only what links carry is added there. */
	private static void acceptable(String html) {
		assertThat(RichText.objections(html)).isEmpty();
		assertThat(Jsoup.parseBodyFragment(RichText.sanitize(html).replace(" rel=\"noopener\"", "")).body().html())
			.isEqualTo(Jsoup.parseBodyFragment(html).body().html());
	}

	private static String resource(String name) {
		try (InputStream in = EditorTests.class.getResourceAsStream(name)) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
