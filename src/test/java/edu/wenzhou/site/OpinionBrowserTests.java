package edu.wenzhou.site;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import edu.wenzhou.site.Browser.View;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The form below a preview, in a real browser of somebody without an account. */
class OpinionBrowserTests extends StaffBrowserTest {

	private static final String TOKEN = "browser-opinion-token";

	private static final List<View> VIEWS = List.of(new View(320, ColorScheme.LIGHT), new View(360, ColorScheme.DARK),
			new View(1280, ColorScheme.LIGHT));

	@BeforeEach
	void aLink() throws NoSuchAlgorithmException {
		this.jdbc
			.sql("""
					insert into preview_link (item_id, revision_id, token_hash, created_by, created_name, created_at, expires_at, opinion_due_on)
					select id, published_revision_id, ?, 0, '测试', now(), now() + interval '7 days', date '2031-01-02'
					from content_item where type = 'campus' and published_slug = 'lucheng'""")
			.param(MessageDigest.getInstance("SHA-256").digest(TOKEN.getBytes(StandardCharsets.UTF_8)))
			.update();
	}

	@AfterEach
	void noLink() {
		this.jdbc.sql("delete from preview_link where created_by = 0").update();
	}

	@Test
	void anOpinionIsSentFromAPhoneWithoutAScript() {
		List<String> found = new ArrayList<>();
		browser().openWithoutScripts(new View(360, ColorScheme.LIGHT), (page) -> {
			page.navigate(address("/preview/" + TOKEN));
			Browser.press(page, ".opinion button", "Enter");
			assertThat(page.locator(".opinion [role=alert] a").count()).isEqualTo(2);
			page.fill("#opinion_name", "王校长");
			page.press("[name=opinion][value=OBJECT]", "Space");
			page.fill("#opinion_comment", "第二段要改。");
			Browser.press(page, ".opinion button", "Enter");
			assertThat(page.locator(".opinion [role=status]").textContent()).contains("意见已收到", "王校长：有意见");
			assertThat(page.context().cookies()).isEmpty();
		});
		browser().open(VIEWS.get(0), (page) -> {
			for (String path : List.of("/preview/" + TOKEN, "/preview/" + TOKEN + "?lang=en")) {
				page.navigate(address(path));
				Browser.holds(page, VIEWS).forEach((what) -> found.add(path + what));
				Browser.click(page, ".opinion button");
				Browser.holds(page, VIEWS).forEach((what) -> found.add(path + " with errors" + what));
			}
		});
		assertThat(found).isEmpty();
		assertThat(this.jdbc.sql("select count(*) from opinion where name = '王校长'").query(Integer.class).single())
			.isOne();
	}

}
