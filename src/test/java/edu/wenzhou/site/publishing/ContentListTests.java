package edu.wenzhou.site.publishing;

import java.util.ArrayList;
import java.util.List;

import edu.wenzhou.site.staff.Role;
import edu.wenzhou.site.staff.Scope;
import edu.wenzhou.site.staff.Section;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The list of all that people have a part in: filtered, searched, sorted, by pages. */
class ContentListTests extends PublishingTest {

	@Test
	void pagesFollowEachOtherByLinksAndShowEveryItemOnceInEachOrder() {
		Visitor editor = with(Role.EDITOR);
		for (String[] order : new String[][] { { "TITLE", "title" }, { "SAVED", "updated_at desc" },
				{ "PUBLISHED", "last_published_at desc nulls last" } }) {
			List<String> expected = this.jdbc
				.sql("select '/staff/content/' || id from content_item where type = 'honour' and deleted_at is null "
						+ "order by %s, id%s".formatted(order[1], order[1].contains("desc") ? " desc" : ""))
				.query(String.class)
				.list();
			List<String> seen = new ArrayList<>();
			String link = "/staff/content?type=honour&sort=" + order[0];
			while (link != null) {
				Document page = editor.page(link);
				assertThat(page.selectFirst("[role=status]").text()).isEqualTo("共 %d 项".formatted(expected.size()));
				assertThat(page.selectFirst("#type option[selected]").attr("value")).isEqualTo("honour");
				assertThat(page.selectFirst("#sort option[selected]").attr("value")).isEqualTo(order[0]);
				seen.addAll(page.select(".desk h2 a").eachAttr("href"));
				Element next = page.selectFirst("a[rel=next]");
				link = (next != null) ? next.attr("href") : null;
			}
			assertThat(seen).as(order[0]).hasSizeGreaterThan(ContentLists.PAGE).isEqualTo(expected);
		}
	}

	@Test
	void wordsTypesAndStatesNarrowTheListToWhatOneHasAPartIn() {
		Visitor editor = with(Role.EDITOR);
		long id = created(editor, "school");
		edited(editor, id, "name_zh", "只有一所的试验学院", "slug", "list-only-one");
		assertThat(found(editor, "q=只有一所的试验")).containsExactly(path(id));
		assertThat(found(editor, "q=list-only-o")).containsExactly(path(id));
		assertThat(found(editor, "q=list-only-one&type=school&state=DRAFT")).containsExactly(path(id));
		assertThat(found(editor, "q=list-only-one&state=LIVE")).isEmpty();
		assertThat(found(editor, "q=list-only-one&type=campus")).isEmpty();
		assertThat(found(editor, "q=list_only%25one")).as("signs of patterns are letters").isEmpty();
		assertThat(editor.page("/staff/content?q=list_only%25one").selectFirst("main").text()).contains("没有符合条件的内容");
		Visitor elsewhere = signedIn(person(new Scope(Role.EDITOR, Section.CAMPUS, null)));
		assertThat(found(elsewhere, "q=list-only-one")).isEmpty();
		assertThat(elsewhere.page("/staff/content").select(".desk p > span:first-child").eachText()).isNotEmpty()
			.containsOnly("校区");
	}

	@Test
	void whatMakesNoSenseIsPassedOver() {
		Visitor editor = with(Role.EDITOR);
		String all = editor.page("/staff/content").selectFirst("[role=status]").text();
		for (String query : List.of("state=LOST", "sort=x", "page=x", "page=-3", "type=nonsense",
				"page=99999999999999999999")) {
			Document page = editor.page("/staff/content?" + query);
			assertThat(page.selectFirst("[role=status]").text()).as(query).isEqualTo(all);
			assertThat(page.select(".desk h2 a")).as(query).isNotEmpty();
		}
	}

	private static List<String> found(Visitor visitor, String query) {
		return visitor.page("/staff/content?" + query).select(".desk h2 a").eachAttr("href");
	}

}
