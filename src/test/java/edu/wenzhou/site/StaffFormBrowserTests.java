package edu.wenzhou.site;

import java.util.ArrayList;
import java.util.List;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import edu.wenzhou.site.Browser.View;
import edu.wenzhou.site.staff.Person;
import edu.wenzhou.site.staff.Role;
import edu.wenzhou.site.staff.Scope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** The form of an item, with the real server behind it. */
class StaffFormBrowserTests extends StaffBrowserTest {

	private static final List<View> VIEWS = List.of(new View(360, ColorScheme.LIGHT), new View(1280, ColorScheme.DARK));

	private static final String SENTENCE = "学校以立德树人为根本的人才培养当地离不开。";

	private Person editor;

	private long item;

	private long before;

	@BeforeEach
	void anEditor() {
		this.editor = person("写表单的人", new Scope(Role.EDITOR, null, null));
		this.item = item("campus", "lucheng");
		this.before = latest(this.item);
	}

	@AfterEach
	void asBefore() {
		forget(this.item, this.before);
	}

	@Test
	void sentencesAreChosenAboveTheFormAndNothingIsSent() {
		browser().open(VIEWS.get(1), (page) -> {
			edit(page);
			page.fill("#field-lead_zh", "打到一半");
			Locator opener = page.locator("button[data-passages]");
			assertThat(opener).hasText("从原文里选");
			opener.click();
			Locator dialog = page.locator("dialog");
			assertThat(dialog.locator("[role=status]")).containsText("原文全部");
			assertThat(Browser.holds(page, VIEWS)).isEmpty();
			page.keyboard().type("离不开 人才培养");
			page.keyboard().press("Enter");
			assertThat(dialog.locator("[role=status]")).hasText("找到 1 句");
			dialog.locator("input[type=checkbox]").check();
			dialog.getByText("放进表单").click();
			assertThat(dialog).hasCount(0);
			assertThat(lines(page)).endsWith(SENTENCE).hasSizeGreaterThan(1);
			assertThat(opener).isFocused();
			assertThat(page.locator("#field-lead_zh")).hasValue("打到一半");
			assertThat(page.locator("#saved")).containsText("已自动保存");
			opener.click();
			assertThat(dialog.locator("[role=status]")).containsText("原文全部");
			dialog.locator("input[value='" + SENTENCE + "']").uncheck();
			page.keyboard().press("Escape");
			assertThat(lines(page)).as("given up").contains(SENTENCE);
			page.route("**/passages/**", (route) -> route.abort());
			opener.click();
			assertThat(dialog.locator("[role=status]")).containsText("读不到原文");
			page.keyboard().press("Escape");
		});
	}

	@Test
	void sentencesAreChosenOnAPhoneWithoutAScript() {
		browser().openWithoutScripts(VIEWS.get(0), (page) -> {
			edit(page);
			page.fill("#field-lead_zh", "打到一半");
			Browser.press(page, "button[data-passages]", "Enter");
			assertThat(page.locator("h1")).hasText("从原文里选：出处");
			page.fill("#q", "人才培养当地");
			Browser.press(page, "main form[method=get] button", "Enter");
			page.press("#found input >> nth=0", "Space");
			Browser.press(page, "main form[method=post] button", "Enter");
			assertThat(page.url()).endsWith("/edit?saved#field-sources");
			assertThat(page.inputValue("#field-sources")).contains(SENTENCE);
			assertThat(page.inputValue("#field-lead_zh")).isEqualTo("打到一半");
		});
	}

	/** Wherever the end of the window happens to be. */
	@Test
	void theFootNeverCoversTheFieldThatTabLeadsTo() {
		for (View view : VIEWS) {
			browser().open(view, (page) -> {
				write(page);
				// As when much has to be said at once
				page.evaluate("document.getElementById('others').textContent = '王老师也打开了这一页。'.repeat(40)");
				page.focus("#field-sources");
				page.keyboard().press("Shift+Tab");
				Browser.ask(page, "keyboard", "begin");
				for (int height = 500; height < 900; height += 25) {
					page.setViewportSize(view.width(), height);
					page.evaluate("scrollTo(0, 0)");
					page.keyboard().press("Tab");
					assertThat(Browser.ask(page, "keyboard", "step")).as("%s, %d px high", view, height).isEmpty();
					page.keyboard().press("Shift+Tab");
					Browser.ask(page, "keyboard", "begin");
				}
			});
		}
	}

	/** However much of the field the window shows before. */
	@Test
	void theFieldThatTabLeadsToIsShown() {
		List<String> found = new ArrayList<>();
		for (View view : VIEWS) {
			browser().open(view, (page) -> {
				write(page);
				for (int shown = -40; shown < 320; shown += 5) {
					page.focus("#field-sources");
					page.keyboard().press("Shift+Tab");
					Browser.ask(page, "keyboard", "begin");
					page.evaluate("(shown) => scrollBy(0, document.getElementById('field-sources')"
							+ ".getBoundingClientRect().top - innerHeight + shown)", shown);
					page.keyboard().press("Tab");
					if (!Browser.ask(page, "keyboard", "step").isEmpty()) {
						page.waitForTimeout(300);
						for (String what : Browser.ask(page, "keyboard", "still")) {
							found.add("%s, %d px shown: %s".formatted(view, shown, what));
						}
					}
				}
			});
		}
		assertThat(found).isEmpty();
	}

	/** In the middle of a long form. */
	@Test
	void tabWithinTheFootLeavesThePageWhereItIs() {
		browser().open(VIEWS.get(1), (page) -> {
			edit(page);
			page.focus(".e-foot [value=save]");
			page.evaluate("scrollTo(0, 300)");
			page.keyboard().press("Tab");
			assertThat(page.evaluate("document.activeElement.value")).isEqualTo("submit");
			assertThat(page.evaluate("scrollY")).isEqualTo(300);
		});
	}

	/** Somebody else comes while a field at the edge of the window has the focus. */
	@Test
	void theFootDoesNotGrowOverTheFieldThatHasTheFocus() {
		for (View view : VIEWS) {
			browser().open(view, (page) -> {
				write(page);
				// The field ends where the foot begins
				page.evaluate("""
						() => {
						  const field = document.getElementById('field-sources');
						  field.focus();
						  scrollBy(0, field.getBoundingClientRect().top - innerHeight + 120);
						}""");
				page.evaluate("document.getElementById('%s').textContent = '王老师也打开了这一页。'.repeat(40)"
					.formatted((view.width() < 640) ? "saved" : "others"));
				page.waitForFunction(
						"""
								() => {
								  const { top, bottom } = document.activeElement.getBoundingClientRect();
								  const seen = document.elementFromPoint(innerWidth / 3, (top + Math.min(bottom, innerHeight)) / 2);
								  return document.activeElement === seen;
								}""");
			});
		}
	}

	@Test
	void bothLanguagesOfATextStandSideBySide() {
		browser().open(VIEWS.get(1), (page) -> {
			edit(page);
			var chinese = page.locator("#field-name_zh").boundingBox();
			var english = page.locator("#field-name_en").boundingBox();
			assertThat(english.y).isEqualTo(chinese.y);
			assertThat(english.x).isGreaterThan(chinese.x + chinese.width);
		});
	}

	/** Bars and buttons that stay in the window do not lie on what is written. */
	@Test
	void theLineThatIsWrittenIsSeen() {
		for (int width : new int[] { 360, 700, 1280 }) {
			browser().open(new View(width, ColorScheme.LIGHT), (page) -> {
				edit(page);
				page.click("[role=textbox]#field-body_zh");
				for (int line = 0; line < 40; line++) {
					page.keyboard().type("行");
					page.keyboard().press("Enter");
				}
				page.keyboard().type("末行");
				assertThat(covered(page)).as("at the bottom, %d px", width).isEmpty();
				for (int line = 0; line < 30; line++) {
					page.keyboard().press("ArrowUp");
				}
				assertThat(covered(page)).as("at the top, %d px", width).isEmpty();
				page.locator("[aria-label^='正文（中文）'][aria-label$='格式'] button").getByText("表格").click();
				page.locator("[aria-label^='正文（中文）'][aria-label$='表格']").waitFor();
				for (int line = 0; line < 20; line++) {
					page.keyboard().press("Enter");
				}
				assertThat(covered(page)).as("in a table, %d px", width).isEmpty();
				assertThat(page.evaluate("""
						() => {
						  const bar = document.querySelector('.e-text + .e-bar:not([hidden])').getBoundingClientRect();
						  return document.elementFromPoint(bar.left + 9, bar.bottom - 4).closest('.e-bar') !== null
						    && bar.bottom <= innerHeight;
						}""")).as("the bar of tables, %d px", width).isEqualTo(true);
			});
		}
	}

	/** What lies on the line of the cursor. */
	private static String covered(Page page) {
		page.waitForTimeout(300);
		return page.evaluate("""
				() => {
				  const { focusNode } = getSelection();
				  const line = focusNode.nodeType === Node.TEXT_NODE ? focusNode.parentElement : focusNode;
				  const rect = line.getBoundingClientRect();
				  const block = line.closest('.e-text');
				  return [rect.top + 2, rect.bottom - 2].map((y) => document.elementFromPoint(rect.left + 1, y))
				    .filter((found) => !block.contains(found)).map((found) => found?.className ?? 'the edge').join();
				}""").toString();
	}

	/** Enter in a field saves; the first button that is seen does something else. */
	@Test
	void enterInAFieldSaves() {
		browser().open(VIEWS.get(1), (page) -> {
			edit(page);
			page.fill("#field-district_zh", "鹿城");
			page.keyboard().press("Enter");
			page.waitForURL("**/edit?saved#field-district_zh");
		});
	}

	/** Which side is chosen is said by a person, not by whatever the form shows first. */
	@Test
	void whileThereIsSomethingToDecideNothingIsSavedByItself() {
		browser().open(VIEWS.get(1), (page) -> {
			edit(page);
			// As if somebody else had saved: this is not the text that the form began
			// with
			page.evalOnSelector("input[name=stamp]", "(field) => field.value = '0'.repeat(64)");
			page.fill("#field-name_zh", "我写的名称");
			Browser.click(page, ".e-foot [value=save]");
			assertThat(page.locator("h2#conflict_title")).isVisible();
			String theirs = page.textContent(".e-theirs .s-said");
			page.clock().install();
			page.fill("#field-district_zh", "又写了一处");
			page.check("#field-name_zh-theirs");
			page.clock().runFor(6000);
			assertThat(latest(this.item)).isEqualTo(this.before);
			assertThat(page.evaluate("Object.values(localStorage).join()").toString()).contains("我写的名称", "又写了一处");
			Browser.click(page, ".e-foot [value=save]");
			page.waitForURL("**/edit?saved*");
			assertThat(page.inputValue("#field-name_zh")).isEqualTo(theirs);
			assertThat(page.inputValue("#field-district_zh")).isEqualTo("又写了一处");
		});
	}

	/**
	 * Something that is being saved and never is, so that the foot has something to say.
	 */
	private void write(Page page) {
		page.route("**/autosave", (route) -> {
		});
		edit(page);
		page.fill("#field-lead_zh", "打到一半");
		assertThat(page.locator("#saved")).not().isEmpty();
	}

	private void edit(Page page) {
		page.navigate(address("/staff/content/" + this.item + "/edit"));
		signIn(page, this.editor);
	}

	private static List<String> lines(Page page) {
		return page.inputValue("#field-sources").lines().toList();
	}

}
