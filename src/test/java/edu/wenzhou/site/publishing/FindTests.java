package edu.wenzhou.site.publishing;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import edu.wenzhou.site.publishing.ItemSearch.Place;
import edu.wenzhou.site.staff.Role;
import edu.wenzhou.site.staff.Scope;
import edu.wenzhou.site.staff.Section;
import edu.wenzhou.site.staff.StaffUser;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** Finding items by their words. */
class FindTests extends PublishingTest {

	@Autowired
	private ContentLists lists;

	@Test
	void whatWasWrittenLastIsFoundAndNobodyElseFindsIt() {
		long id = seeded("campus", "lucheng");
		Visitor editor = with(Role.EDITOR);
		edited(editor, id, "lead_zh", "校区旁边是鸬鹚码头，<b>可以</b>坐船。");
		Element row = row(editor, "鸬鹚码头", id);
		assertThat(row.select("h2").text()).isEqualTo("鹿城校区已公开有新草稿");
		assertThat(row.selectFirst(".s-said mark").text()).isEqualTo("鸬鹚码头");
		assertThat(row.selectFirst(".s-said").text()).isEqualTo("校区旁边是鸬鹚码头，<b>可以</b>坐船。");
		assertThat(row.text()).contains("校区").doesNotContain("在公开的文字里");
		assertThat(ids(editor.page("/staff/content?q=鸬鹚码头"))).containsExactly(id);
		assertThat(ids(editor.page("/staff/content?q=鸬鹚码头&type=school"))).isEmpty();
		assertThat(page("/search?q=鸬鹚码头").text()).doesNotContain("坐船");
		published(editor, with(Role.APPROVER), id);
		assertThat(page("/search?q=鸬鹚码头").select(".hits a").eachAttr("href")).containsExactly("/campuses/lucheng");
		assertThat(row(editor, "鸬鹚码头", id)).isNotNull();
	}

	@Test
	void whatIsPublicAndNoLongerInTheDraftIsFoundToo() {
		long id = seeded("campus", "lucheng");
		Visitor editor = with(Role.EDITOR);
		edited(editor, id, "lead_zh", "校区旁边是鸬鹚码头。");
		published(editor, with(Role.APPROVER), id);
		edited(editor, id, "lead_zh", "校区旁边是轮渡码头。");
		assertThat(row(editor, "鸬鹚码头", id).text()).contains("校区旁边是鸬鹚码头。", "在公开的文字里，新草稿里没有");
		assertThat(row(editor, "轮渡码头", id).text()).contains("校区旁边是轮渡码头。").doesNotContain("在公开的文字里");
		Document both = editor.page("/staff/search?q=校区旁边");
		assertThat(ids(both)).as("once, by the draft").containsExactly(id);
		assertThat(both.selectFirst("[role=status]").text()).isEqualTo("共 1 项");
		assertThat(row(editor, "校区旁边", id).text()).contains("轮渡码头");
	}

	@Test
	void newDraftsAreFoundOthersAreOfferedAndTheTrashIsLeftAlone() {
		Visitor editor = with(Role.EDITOR);
		long id = created(editor, "notice");
		edited(editor, id, "body_zh", "<h2>丝绸之路</h2><p>鸬鹚与轮渡。</p>", "slug", "zzqq-find");
		assertThat(ids(editor.page("/staff/content?q=qq-fi"))).as("by a part of the address").containsExactly(id);
		assertThat(row(editor, "鸬鹚", id).selectFirst("h2 a").text()).isEqualTo("（还没有标题）");
		assertThat(editor.page("/staff/search?q=鸬鹚轮渡").select("main").text()).contains("没有相同的");
		assertThat(editor.submit(path(id), path(id) + "/trash").statusCode()).isEqualTo(302);
		Document none = editor.page("/staff/search?q=鸬鹚");
		assertThat(none.select("main .notice").text()).contains("没有找到“鸬鹚”。");
		assertThat(decoded(none.selectFirst("main .notice a").attr("href"))).isEqualTo("/staff/content?q=鸬鹚");
		assertThat(ids(editor.page("/staff/content?q=鸬鹚"))).isEmpty();
		assertThat(ids(editor.page("/staff/content?q=鸬鹚&state=TRASH"))).containsExactly(id);
	}

	@Test
	void namesAreFoundByTheirSoundAndByWhatMeansTheSame() {
		Visitor editor = with(Role.EDITOR);
		assertThat(editor.page("/staff/search?q=rgzn").selectFirst(".desk h2 a").text()).isEqualTo("人工智能学院");
		assertThat(editor.page("/staff/search?q=温职院").select(".desk mark").eachText()).contains("温州职业技术学院");
		assertThat(editor.page("/staff/content?q=rengongzhineng").select(".desk h2 a").eachText()).contains("人工智能学院");
	}

	@Test
	void nobodyFindsWhatNobodyShowsThem() {
		Visitor all = with(Role.EDITOR);
		long design = seeded("school", "design");
		long ai = seeded("school", "ai");
		long campus = seeded("campus", "lucheng");
		for (long id : List.of(design, ai, campus)) {
			edited(all, id, "lead_zh", "鸬鹚码头有一间教室。");
		}
		long notice = created(all, "notice");
		edited(all, notice, "title_zh", "鸬鹚码头的通知");
		assertThat(ids(all.page("/staff/search?q=鸬鹚码头"))).containsExactlyInAnyOrder(design, ai, campus, notice);
		Visitor one = signedIn(person(new Scope(Role.EDITOR, Section.SCHOOL, ai)));
		for (String page : List.of("/staff/search?q=", "/staff/content?q=")) {
			assertThat(ids(one.page(page + "鸬鹚码头"))).as(page).containsExactly(ai);
			assertThat(ids(one.page(page + "鸬鹚码头的通知"))).as(page).doesNotContain(notice);
		}
		List<ContentItem> everything = this.store.items("", Map.of());
		Set<Set<Long>> differing = new HashSet<>();
		for (Scope scope : scopes(ai, design, campus)) {
			StaffUser user = new StaffUser(-1, "x", "x", "x", List.of(scope));
			Set<Long> shown = everything.stream()
				.filter((item) -> Access.maySee(user, item))
				.map(ContentItem::id)
				.collect(Collectors.toSet());
			Set<Long> expected = new HashSet<>(Set.of(design, ai, campus, notice));
			expected.retainAll(shown);
			assertThat(found(user, "鸬鹚码头")).as(scope.toString()).isEqualTo(expected);
			assertThat(shown).as(scope.toString()).containsAll(found(user, "学院"));
			assertThat(this.lists.find(user, new ContentFilter("", "", "鸬鹚码头", "", "")).items())
				.extracting(ContentItem::id)
				.as(scope.toString())
				.containsExactlyInAnyOrderElementsOf(expected);
			differing.add(expected);
		}
		assertThat(differing).hasSizeGreaterThan(4);
	}

	private static List<Scope> scopes(long ai, long design, long campus) {
		List<Scope> scopes = new ArrayList<>(List.of(new Scope(Role.ADMINISTRATOR, null, null)));
		for (Role role : List.of(Role.EDITOR, Role.REVIEWER_1, Role.REVIEWER_2, Role.APPROVER)) {
			scopes.add(new Scope(role, null, null));
			Arrays.stream(Section.values()).forEach((section) -> scopes.add(new Scope(role, section, null)));
			scopes.add(new Scope(role, Section.SCHOOL, ai));
			scopes.add(new Scope(role, Section.SCHOOL, design));
			scopes.add(new Scope(role, Section.CAMPUS, campus));
			// An item of another kind: for nothing
			scopes.add(new Scope(role, Section.CAMPUS, ai));
		}
		return scopes;
	}

	private Set<Long> found(StaffUser user, String query) {
		return this.lists.search(user, query).places().stream().map(Place::item).collect(Collectors.toSet());
	}

	@Test
	void longResultsComeInParts() {
		Visitor editor = with(Role.EDITOR);
		Document first = editor.page("/staff/search?q=学院");
		assertThat(first.select(".desk > li")).hasSize(20);
		Document second = editor.page(first.selectFirst(".paging a[rel=next]").attr("href"));
		assertThat(second.select(".desk > li")).isNotEmpty();
		assertThat(ids(second)).doesNotContainAnyElementsOf(ids(first));
		assertThat(second.selectFirst("#q").val()).isEqualTo("学院");
		assertThat(editor.get("/staff/search?q=%E5%AD%A6%E9%99%A2&page=999").statusCode()).isEqualTo(404);
		assertThat(editor.get("/staff/search?q=%E5%AD%A6%E9%99%A2&page=-1").statusCode()).isEqualTo(400);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "%20", "%00", "%EF%BF%BE", "'", "%27%20%26%20%7C%20!%20:*%20%3C-%3E", "%25_%5C",
			"%22;--", "%7Bx%7D", "a:*%26b" })
	void whateverIsTypedIsAnswered(String q) {
		Visitor editor = with(Role.EDITOR);
		assertThat(editor.get("/staff/search?q=" + q).statusCode()).isEqualTo(200);
		assertThat(editor.get("/staff/content?q=" + q).statusCode()).isEqualTo(200);
	}

	@Test
	void whatIsTooLongIsKeptAndSaidToBe() {
		HttpResponse<String> answer = with(Role.EDITOR).get("/staff/search?q=" + "%E5%AD%A6".repeat(61));
		assertThat(answer.statusCode()).isEqualTo(400);
		Document page = Jsoup.parse(answer.body());
		assertThat(page.selectFirst("#q_error").text()).isEqualTo("错误：太长了，最多 60 个字（一个英文词算两个字），总共不超过 200 个字符");
		assertThat(page.selectFirst("#q").val()).isEqualTo("学".repeat(61));
	}

	/** Null where it is not there. */
	private static Element row(Visitor visitor, String query, long id) {
		return visitor.page("/staff/search?q=" + query)
			.select(".desk > li")
			.stream()
			.filter((row) -> row.selectFirst("h2 a").attr("href").equals(path(id)))
			.findAny()
			.orElse(null);
	}

	private static List<Long> ids(Document page) {
		return page.select(".desk > li h2 a")
			.eachAttr("href")
			.stream()
			.map((href) -> Long.parseLong(href.substring(href.lastIndexOf('/') + 1)))
			.toList();
	}

}
