package edu.wenzhou.site.publishing;

import edu.wenzhou.site.staff.Role;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What becomes of the pages that come first for a query. */
class BestBetPublishingTests extends PublishingTest {

	private static final String PATH = "/staff/search/best-bets";

	@AfterEach
	void noEntry() {
		this.jdbc.sql("delete from search_best_bet").update();
	}

	@Test
	void anEntryFollowsAPageThatMovesAndShowsThatOneIsGone() {
		Visitor editor = with(Role.EDITOR);
		Visitor approver = with(Role.APPROVER);
		long id = created(editor, "notice");
		String category = form(editor, id).select("select[name=category] option").last().attr("value");
		edited(editor, id, "title_zh", "测试置顶", "slug", "best-bet-test", "category", category, "body_zh", "<p>正文。</p>");
		assertThat(approver.submit(PATH + "/new", PATH + "/new", "query", "置顶测试", "pages", "/notices/best-bet-test")
			.statusCode()).as("not public yet").isEqualTo(422);
		published(editor, approver, id);
		assertThat(approver
			.submit(PATH + "/new", PATH + "/new", "query", "置顶测试", "pages", "/notices/best-bet-test\n/notices")
			.statusCode()).isEqualTo(302);
		edited(editor, id, "slug", "best-bet-moved");
		published(editor, approver, id);
		assertThat(entry(approver).select("p a").eachText()).containsExactly("/notices/best-bet-moved", "/notices");
		assertThat(entry(approver).select(".st")).isEmpty();

		assertThat(approver.submit(path(id), path(id) + "/withdraw", "reason", "测试").statusCode()).isEqualTo(302);
		assertThat(entry(approver).select("p a").eachText()).containsExactly("/notices");
		assertThat(entry(approver).selectFirst(".st").text()).isEqualTo("有网页已不公开");
		assertThat(entry(approver).selectFirst("s").text()).isEqualTo("/notices/best-bet-moved");
	}

	private static Element entry(Visitor visitor) {
		return visitor.page(PATH).selectFirst(".desk li");
	}

}
