package edu.wenzhou.site;

import java.util.List;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import edu.wenzhou.site.Browser.View;
import edu.wenzhou.site.staff.Person;
import edu.wenzhou.site.staff.Role;
import edu.wenzhou.site.staff.Scope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** On a phone without JavaScript, a text outlives the session that it was typed in. */
class HeldFormBrowserTests extends StaffBrowserTest {

	private static final String TEXT = "第一行，会话过期以前写的。\n\n“第三行” <b>&amp;</b>";

	private Person editor;

	private long item;

	private long before;

	@BeforeEach
	void anEditor() {
		this.editor = person("手机上的编辑", new Scope(Role.EDITOR, null, null));
		this.item = item("campus", "lucheng");
		this.before = latest(this.item);
	}

	@AfterEach
	void asBefore() {
		forget(this.item, this.before);
	}

	@Test
	void theTextIsSavedAfterSigningInAgain() {
		View phone = new View(360, ColorScheme.LIGHT);
		browser().openWithoutScripts(phone, (page) -> {
			page.navigate(address("/staff/content/" + this.item + "/edit"));
			signIn(page, this.editor);
			page.fill("[name=lead_zh]", TEXT);
			signOut(this.editor);
			Browser.press(page, ".e-foot [value=save]", "Enter");
			assertThat(page.textContent("h1")).isEqualTo("登录已过期，填的内容都还在");
			assertFits(page);
			signIn(page, this.editor.name(), "wrong password");
			assertThat(page.textContent("h1")).isEqualTo("登录已过期，填的内容都还在");
			signIn(page, this.editor);
			assertThat(page.textContent("h1")).isEqualTo("接着保存");
			assertThat(page.textContent("main")).contains("手机上的编辑", "会话过期以前写的");
			assertFits(page);
			Browser.press(page, "main button", "Enter");
			assertThat(page.url()).contains("/staff/content/" + this.item + "/edit?saved");
			assertThat(page.inputValue("[name=lead_zh]")).isEqualTo(TEXT);
		});
		assertThat(latest(this.item)).isGreaterThan(this.before);
		assertThat(this.jdbc.sql("select author_id from content_revision where id = ?")
			.param(latest(this.item))
			.query(Long.class)
			.single()).isEqualTo(this.editor.id());
	}

	private static void assertFits(Page page) {
		for (String check : List.of("sideways", "smallTargets", "lostText")) {
			assertThat(Browser.check(page, check)).as(check).isEmpty();
		}
	}

}
