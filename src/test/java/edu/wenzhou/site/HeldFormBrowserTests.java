package edu.wenzhou.site;

import java.util.List;
import java.util.UUID;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import edu.wenzhou.site.Browser.View;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

import static org.assertj.core.api.Assertions.assertThat;

/** On a phone without JavaScript, a text outlives the session that it was typed in. */
class HeldFormBrowserTests extends BrowserTest {

	private static final String TEXT = "第一行，会话过期以前写的。\n\n“第三行” <b>&amp;</b>";

	private final String name = "held-" + UUID.randomUUID().toString().substring(0, 8);

	private final String password = UUID.randomUUID().toString();

	@Autowired
	private JdbcClient jdbc;

	private long account;

	private long item;

	private long before;

	@BeforeEach
	void anEditor() {
		this.jdbc.sql("delete from sign_in_failure").update();
		this.account = this.jdbc.sql("""
				insert into staff_account (user_name, email, display_name, password_hash)
				values (:name, :name || '@college.example', '手机上的编辑', :hash) returning id""")
			.param("name", this.name)
			.param("hash", "{argon2}" + new Argon2PasswordEncoder(16, 32, 1, 19456, 2).encode(this.password))
			.query(Long.class)
			.single();
		this.jdbc.sql("insert into staff_role_grant (account_id, role) values (?, 'EDITOR')")
			.param(this.account)
			.update();
		this.item = this.jdbc.sql("select id from content_item where type = 'campus' and published_slug = 'lucheng'")
			.query(Long.class)
			.single();
		this.before = latest();
	}

	/** All tests share one database. */
	@AfterEach
	void asBefore() {
		this.jdbc.sql("alter table content_revision disable trigger user").update();
		this.jdbc.sql("update content_item set latest_revision_id = ? where id = ?")
			.params(this.before, this.item)
			.update();
		this.jdbc.sql("delete from content_revision where item_id = ? and id > ?")
			.params(this.item, this.before)
			.update();
		this.jdbc.sql("delete from edit_presence where item_id = ?").param(this.item).update();
		this.jdbc.sql("alter table content_revision enable trigger user").update();
	}

	@Test
	void theTextIsSavedAfterSigningInAgain() {
		View phone = new View(360, ColorScheme.LIGHT);
		browser().open(phone, (options) -> options.setJavaScriptEnabled(false), (page) -> {
			page.navigate(address("/staff/content/" + this.item + "/edit"));
			signIn(page, this.password);
			page.fill("[name=lead_zh]", TEXT);
			this.jdbc.sql("delete from spring_session where principal_name = ?")
				.param(String.valueOf(this.account))
				.update();
			page.click("button[name=then][value=save]");
			assertThat(page.textContent("h1")).isEqualTo("登录已过期，填的内容都还在");
			assertFits(page);
			signIn(page, "wrong password");
			assertThat(page.textContent("h1")).isEqualTo("登录已过期，填的内容都还在");
			signIn(page, this.password);
			assertThat(page.textContent("h1")).isEqualTo("接着保存");
			assertThat(page.textContent("main")).contains("手机上的编辑", "会话过期以前写的");
			assertFits(page);
			page.click("main button");
			assertThat(page.url()).contains("/staff/content/" + this.item + "/edit?saved");
			assertThat(page.inputValue("[name=lead_zh]")).isEqualTo(TEXT);
		});
		assertThat(latest()).isGreaterThan(this.before);
		assertThat(this.jdbc.sql("select author_id from content_revision where id = ?")
			.param(latest())
			.query(Long.class)
			.single()).isEqualTo(this.account);
	}

	private void signIn(Page page, String word) {
		page.fill("#name", this.name);
		page.fill("#password", word);
		page.click("main button");
	}

	private static void assertFits(Page page) {
		for (String check : List.of("sideways", "smallTargets", "lostText")) {
			assertThat(Browser.check(page, check)).as(check).isEmpty();
		}
	}

	private long latest() {
		return this.jdbc.sql("select latest_revision_id from content_item where id = ?")
			.param(this.item)
			.query(Long.class)
			.single();
	}

}
