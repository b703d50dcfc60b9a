package edu.wenzhou.site.publishing;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import edu.wenzhou.site.staff.Person;
import edu.wenzhou.site.staff.Role;
import edu.wenzhou.site.staff.Scope;
import edu.wenzhou.site.web.Language;
import edu.wenzhou.site.web.Rendering;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/** Pages as they would be: made from what would be public, and leaving nothing behind. */
class PreviewTests extends PublishingTest {

	@Autowired
	private Checks checks;

	@Autowired
	private TransactionTemplate transaction;

	@Test
	void aPreviewIsThePublicPageWithABarAndWithoutThePerson() {
		long id = seeded("campus", "lucheng");
		Person person = person(new Scope(Role.EDITOR, null, null));
		Visitor editor = signedIn(person);
		edited(editor, id, "lead_zh", "校区在河边。", "lead_en", "By the river.");
		String address = path(id) + "/revisions/" + this.store.item(id).latestRevision() + "/preview";
		Document page = editor.page(address);
		assertThat(page.select(".preview-bar a").eachAttr("href")).containsExactly(address + "?lang=zh",
				address + "?lang=en", path(id));
		assertThat(page.select(".preview-bar [aria-current=page]").text()).isEqualTo("中文");
		Document english = editor.page(address + "?lang=en");
		assertThat(english.select("main").text()).contains("By the river.");
		assertThat(english.select(".preview-bar [aria-current=page]").text()).isEqualTo("English");
		Document live = Jsoup.parse(body("/campuses/lucheng"));
		assertThat(page.select(".menu-en a").attr("href")).isEqualTo(address + "?lang=en");
		assertThat(english.select(".menu-en a").attr("href")).isEqualTo(address + "?lang=zh");
		live.select(".menu-en a").attr("href", address + "?lang=en");
		assertThat(page.select("header.top").outerHtml()).isEqualTo(live.select("header.top").outerHtml());
		for (Document one : List.of(page, english)) {
			one.select(".preview-bar, .menu-en").remove();
			assertThat(one.html()).doesNotContain(person.displayName(), person.name(), "_csrf", "/staff");
		}
	}

	/** In no language there is a public page to lead to. */
	@Test
	void thePreviewOfWhatIsNotPublicLeadsToNoPageInTheOtherLanguage() {
		Visitor editor = with(Role.EDITOR);
		long id = created(editor, "notice");
		edited(editor, id, "title_zh", "还没公开的通知", "category", "EVENT", "slug", "preview-language", "body_zh",
				"<p>文。</p>");
		String address = path(id) + "/revisions/" + this.store.item(id).latestRevision() + "/preview";
		Document english = editor.page(editor.page(address).select(".menu-en a").attr("href"));
		assertThat(english.selectFirst("html").attr("lang")).isEqualTo("en");
		assertThat(editor.page(english.select(".menu-en a").attr("href")).select("h1").text()).isEqualTo("还没公开的通知");
		HttpResponse<String> typed = editor.submit(form(editor, id).attr("action", path(id) + "/preview"));
		assertThat(Jsoup.parse(typed.body()).select(".menu a")).isNotEmpty();
		assertThat(Jsoup.parse(typed.body()).select(".menu-en")).as("what is typed has no address").isEmpty();
	}

	/** What publishing alone asks for keeps nobody from seeing the page. */
	@Test
	void aDraftThatCannotBePublishedYetIsShown() {
		Visitor editor = with(Role.EDITOR);
		long id = created(editor, "notice");
		edited(editor, id, "title_zh", "还不能发布的通知", "category", "EVENT", "slug", "preview-unready", "body_zh",
				"<h4>小标题</h4><p><a href=\"/notices/not-there\">还没公开的一页</a></p>", "expire_at", "2020-01-01T00:00");
		String address = path(id) + "/revisions/" + this.store.item(id).latestRevision() + "/preview";
		assertThat(editor.page(address).select("main h4, main a[href=/notices/not-there]").eachText())
			.containsExactly("小标题", "还没公开的一页");
		assertThat(editor.submit(form(editor, id).attr("action", path(id) + "/preview")).statusCode()).isEqualTo(200);
		assertThat(editor.page(path(id) + "/compare").select("section[aria-labelledby=page_zh]").text())
			.contains("还没公开的一页");
		for (String check : List.of("/edit?check", "/submit")) {
			assertThat(editor.page(path(id) + check).select(".errsum li").text()).as(check)
				.contains("小标题“小标题”", "链接“/notices/not-there”", "“2020-01-01T00:00”已经过去了");
		}
		assertThat(editor.page(path(id) + "/submit").select("main form")).as("handed in").isEmpty();
	}

	@Test
	void previewsLeaveTheDatabaseAsItWas() {
		long campus = seeded("campus", "lucheng");
		Visitor editor = with(Role.EDITOR);
		edited(editor, campus, "lead_zh", "校区在河边。", "lead_en", "By the river.");
		long honour = created(editor, "honour");
		String category = form(editor, honour).select("select[name=category] option").last().attr("value");
		edited(editor, honour, "title_zh", "一项测试荣誉", "slug", "test-honour-preview", "category", category);
		Map<String, String> before = content();
		for (long id : List.of(campus, honour)) {
			editor.page(path(id) + "/compare");
			editor.page(path(id) + "/revisions/" + this.store.item(id).latestRevision() + "/preview?lang=en");
			assertThat(editor.submit(form(editor, id).attr("action", path(id) + "/preview")).statusCode())
				.isEqualTo(200);
		}
		this.jdbc.sql("delete from edit_presence").update();
		assertThat(content()).isEqualTo(before);
		assertThat(body("/campuses/lucheng")).doesNotContain("校区在河边。");
	}

	@Test
	void aPreviewThatFailsHalfWayLeavesTheDatabaseAsItWas() {
		long id = seeded("campus", "lucheng");
		edited(with(Role.EDITOR), id, "lead_zh", "校区在河边。");
		ContentItem item = this.store.item(id);
		Values values = this.store.latest(item).values();
		Rendering failing = mock(Rendering.class);
		given(failing.html(any(), any(), any(), any(), any())).willAnswer((call) -> {
			assertThat(this.tables.read(item.type(), "lucheng")).isEqualTo(values);
			throw new IllegalStateException("half-way");
		});
		Previews previews = new Previews(this.tables, this.checks, this.store, failing, this.transaction);
		Map<String, String> before = content();
		assertThatIllegalStateException()
			.isThrownBy(() -> previews.html(item, values, Language.CHINESE, "", null, null))
			.withMessage("half-way");
		assertThat(content()).isEqualTo(before);
	}

	/** All tables but those of sessions and of the record, as text. */
	private Map<String, String> content() {
		this.jdbc.sql("delete from edit_presence").update();
		Map<String, String> content = new TreeMap<>();
		this.jdbc.sql("""
				select table_name from information_schema.tables where table_schema = 'public'
				and table_type = 'BASE TABLE' and table_name !~ 'session|sign_in|audit|staff_account|flyway'""")
			.query(String.class)
			.list()
			.forEach((table) -> content.put(table,
					this.jdbc
						.sql("select coalesce(string_agg(t::text, E'\\n' order by t::text), '') from " + table + " t")
						.query(String.class)
						.single()));
		assertThat(content).containsKeys("campus", "campus_source", "honour", "content_item", "site_generation");
		return content;
	}

}
