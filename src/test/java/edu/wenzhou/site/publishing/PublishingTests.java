package edu.wenzhou.site.publishing;

import java.net.http.HttpResponse;
import java.util.List;

import edu.wenzhou.site.staff.Role;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PublishingTests extends PublishingTest {

	@Test
	void everythingOfTheSeedsIsAnItemThatReadsAsItIsPublic() {
		for (ContentType type : this.types.all()) {
			List<String> slugs = this.tables.slugs(type);
			assertThat(this.jdbc.sql("select published_slug from content_item where type = ?")
				.param(type.getKey())
				.query(String.class)
				.list()).as(type.getKey()).containsExactlyInAnyOrderElementsOf(slugs);
			for (String slug : slugs) {
				Values values = this.tables.read(type, slug);
				assertThat(values.isEmpty()).isFalse();
				long id = this.jdbc.sql("select id from content_item where type = ? and published_slug = ?")
					.params(type.getKey(), slug)
					.query(Long.class)
					.single();
				assertThat(this.store.live(this.store.item(id)).orElseThrow().values()).isEqualTo(values);
			}
		}
	}

	@Test
	void aChangeIsPublicOnceAnotherPersonHasApprovedIt() {
		long id = seeded("campus", "lucheng");
		Visitor editor = with(Role.EDITOR);
		Visitor approver = with(Role.APPROVER);
		edited(editor, id, "lead_zh", "一句新的导语。");
		assertThat(body("/campuses/lucheng")).doesNotContain("一句新的导语。");
		published(editor, approver, id);
		assertThat(body("/campuses/lucheng")).contains("一句新的导语。");
	}

	@Test
	void nobodyApprovesWhatTheyWrote() {
		long id = seeded("campus", "lucheng");
		Visitor both = with(Role.EDITOR, Role.APPROVER);
		edited(both, id, "lead_zh", "一句新的导语。");
		submitted(both, id);
		Element page = both.page(path(id) + "/review");
		assertThat(page.select("button[value=approve]")).isEmpty();
		HttpResponse<String> answer = decided(both, id, "approve", "");
		assertThat(answer.statusCode()).isEqualTo(409);
		assertThat(answer.body()).contains("要由别人批准");
		assertThat(body("/campuses/lucheng")).doesNotContain("一句新的导语。");
	}

}
