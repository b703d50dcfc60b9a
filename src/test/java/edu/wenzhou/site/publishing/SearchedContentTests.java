package edu.wenzhou.site.publishing;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;

import edu.wenzhou.site.search.TestIndex;
import edu.wenzhou.site.staff.Role;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** The search finds what is public from the moment in which it is, and nothing else. */
class SearchedContentTests extends PublishingTest {

	@Autowired
	private TestIndex index;

	@Test
	void whatIsPublishedIsFoundAndWhatIsWithdrawnIsNot() {
		Visitor editor = with(Role.EDITOR);
		Visitor approver = with(Role.APPROVER);
		long id = notice(editor, "searched", "罕见词甲乙丙的通知", "正文里有另外一个词戊己庚。");
		assertThat(found("甲乙丙")).as("a draft").isEmpty();
		submitted(editor, id);
		assertThat(found("甲乙丙")).as("in review").isEmpty();
		decided(approver, id, "approve", "");
		assertThat(found("甲乙丙")).containsExactly("/notices/searched");
		assertThat(found("戊己庚")).containsExactly("/notices/searched");
		assertThat(found("hanjianci")).containsExactly("/notices/searched");
		edited(editor, id, "title_zh", "改了名的通知", "body_zh", "正文里有一个新词辛壬癸。");
		assertThat(found("辛壬癸")).as("a newer draft").isEmpty();
		assertThat(found("甲乙丙")).containsExactly("/notices/searched");
		published(editor, approver, id);
		assertThat(found("辛壬癸")).containsExactly("/notices/searched");
		assertThat(found("戊己庚")).isEmpty();
		assertThat(found("甲乙丙")).isEmpty();
		approver.submit(path(id), path(id) + "/withdraw", "reason", "样例");
		assertThat(found("辛壬癸")).isEmpty();
		assertThat(names("改了名")).isEqualTo("[]");
	}

	@Test
	void whatMovesIsFoundWhereItIs() {
		Visitor editor = with(Role.EDITOR);
		long id = seeded("campus", "lucheng");
		edited(editor, id, "slug", "lucheng-moved", "lead_zh", "这里有罕见词子丑寅。");
		published(editor, with(Role.APPROVER), id);
		assertThat(found("子丑寅")).containsExactly("/campuses/lucheng-moved");
		assertThat(found("鹿城校区")).contains("/campuses/lucheng-moved").doesNotContain("/campuses/lucheng");
	}

	/** Its number stands in the texts of others, as readers see it. */
	@Test
	void aFigureIsFoundInTheTextsThatNameIt() {
		Visitor editor = with(Role.EDITOR);
		long id = seeded("figure", "students");
		assertThat(found("13579余人")).isEmpty();
		edited(editor, id, "value_zh", "13579", "value_en", "13,579");
		published(editor, with(Role.APPROVER), id);
		assertThat(found("13579余人")).contains("/about/overview", "/about/figures#students");
	}

	@Test
	void whatIsApprovedForATimeIsNotFoundBefore() {
		Visitor editor = with(Role.EDITOR);
		long id = notice(editor, "searched-later", "罕见词卯辰巳的通知", "正文。");
		submitted(editor, id, "at", "2099-01-01T08:00");
		with(Role.APPROVER).submit(path(id) + "/review", path(id) + "/review", "decision", "approve", "at",
				"2099-01-01T08:00");
		assertThat(this.store.item(id).isScheduled()).isTrue();
		assertThat(found("卯辰巳")).isEmpty();
	}

	@Test
	void whatHasEndedIsNotFound() {
		Visitor editor = with(Role.EDITOR);
		long id = notice(editor, "searched-ended", "罕见词午未申的通知", "正文。");
		edited(editor, id, "expire_at", "2099-06-30T18:00");
		published(editor, with(Role.APPROVER), id);
		assertThat(found("午未申")).containsExactly("/notices/searched-ended");
		assertThat(this.jdbc.sql("select expire_at from search_document where item_id = ? and scope = 'PUBLIC'")
			.param(id)
			.query(OffsetDateTime.class)
			.single()).isEqualTo(OffsetDateTime.parse("2099-06-30T18:00+08:00"));
		// As if it were later
		this.jdbc.sql("update search_document set expire_at = now() - interval '1 second' where item_id = ?")
			.param(id)
			.update();
		assertThat(found("午未申")).isEmpty();
		assertThat(names("午未申")).isEqualTo("[]");
		assertThat(found("wuweishen")).isEmpty();
	}

	@Test
	void theNewestDraftIsKeptForTheBackOffice() {
		Visitor editor = with(Role.EDITOR);
		long id = notice(editor, "", "罕见词酉戌亥", "正文。");
		assertThat(draft(id)).containsExactly("正文。");
		edited(editor, id, "body_zh", "另一段[[no-such-figure]]正文[[§1]]。");
		assertThat(draft(id)).containsExactly("另一段正文。");
		assertThat(found("酉戌亥")).isEmpty();
	}

	/** What publishing leaves is what making the whole anew gives. */
	@Test
	void theIndexIsAsIfItWereMadeAnew() {
		// Other tests change content behind its back
		this.index.make();
		List<String> before = this.index.content();
		Visitor editor = with(Role.EDITOR);
		Visitor approver = with(Role.APPROVER);
		long dated = notice(editor, "indexed-dated", "有日期的通知", "<h2>小标题</h2><p>正文有[[students]]。</p>");
		edited(editor, dated, "title_en", "A dated notice", "published_on", "2026-03-01T09:30", "expire_at",
				"2099-06-30T18:00");
		published(editor, approver, dated);
		long undated = notice(editor, "indexed-undated", "没有日期的通知", "正文。");
		published(editor, approver, undated);
		edited(editor, undated, "body_zh", "新草稿的正文。");
		long withdrawn = notice(editor, "indexed-withdrawn", "撤下的通知", "正文。");
		published(editor, approver, withdrawn);
		approver.submit(path(withdrawn), path(withdrawn) + "/withdraw", "reason", "样例");
		long campus = seeded("campus", "lucheng");
		edited(editor, campus, "slug", "lucheng-indexed", "lead_zh", "一句新的导语。");
		published(editor, approver, campus);
		long figure = seeded("figure", "students");
		edited(editor, figure, "value_zh", "13000", "value_en", "13,000");
		published(editor, approver, figure);
		List<String> left = this.index.content();
		assertThat(left.stream().filter((row) -> !before.contains(row))).hasSizeGreaterThan(10);
		this.index.make();
		assertThat(this.index.content()).isEqualTo(left);
	}

	/**
	 * A figure's draft reads as it is written, and other drafts as the figure is public.
	 */
	@Test
	void draftsAreFoundByTheNumbersThatTheyShow() {
		Visitor editor = with(Role.EDITOR);
		long figure = seeded("figure", "students");
		long overview = item("section", "overview");
		assertThat(draft(overview).get(0)).contains("12000余人");
		edited(editor, figure, "value_zh", "13579", "value_en", "13,579");
		assertThat(draft(figure).get(0)).contains("13579余人", "13,579 students").doesNotContain("12000");
		assertThat(draft(overview).get(0)).contains("12000余人");
		published(editor, with(Role.APPROVER), figure);
		assertThat(draft(overview).get(0)).contains("13579余人").doesNotContain("12000");
	}

	@Test
	void whatStandsInContentIsTextOnThePage() {
		Visitor editor = with(Role.EDITOR);
		long id = notice(editor, "searched-hostile", "<script>alert(1)</script><img src=x onerror=alert(1)>罕见词天干",
				"<p>地支&lt;script&gt;alert(2)&lt;/script&gt;<strong>罕见词</strong>地支</p>");
		published(editor, with(Role.APPROVER), id);
		Document page = page(search("罕见词天干"));
		assertThat(page.select(".hits a").text())
			.isEqualTo("<script>alert(1)</script><img src=x onerror=alert(1)>罕见词天干");
		assertThat(page.select("script:not([src]), main img, [onerror]")).isEmpty();
		assertThat(page(search("罕见词地支")).select(".hits small").text()).contains("地支<script>alert(2)</script>罕见词地支");
		assertThat(names("罕见词天干")).startsWith("[{");
	}

	/**
	 * An item without English is found on the English pages, too, and said to be Chinese.
	 */
	@Test
	void readersOfEnglishFindWhatIsNotTranslated() {
		Visitor editor = with(Role.EDITOR);
		long id = notice(editor, "searched-chinese", "罕见词东南西的通知", "正文。");
		published(editor, with(Role.APPROVER), id);
		Document page = page("/en" + search("东南西"));
		assertThat(page.select(".hits a").eachAttr("href")).containsExactly("/en/notices/searched-chinese");
		assertThat(page.select(".hits a").attr("lang")).isEqualTo("zh-CN");
		edited(editor, id, "title_en", "A rare word qwertyuiop");
		published(editor, with(Role.APPROVER), id);
		assertThat(page("/en" + search("qwertyuiop")).select(".hits a").eachAttr("href"))
			.containsExactly("/en/notices/searched-chinese");
		assertThat(page("/en" + search("东南西")).select(".hits a").text()).isEqualTo("A rare word qwertyuiop");
	}

	private long notice(Visitor editor, String slug, String title, String body) {
		long id = created(editor, "notice");
		edited(editor, id, "title_zh", title, "category", "EVENT", "body_zh", body, "slug", slug);
		return id;
	}

	/** What has these words as they stand, and nothing that is only like it. */
	private List<String> found(String words) {
		Document page = page(search(words));
		return page.select("main .notice").isEmpty() ? page.select(".hits a").eachAttr("href") : List.of();
	}

	private String names(String words) {
		return body("/search/suggest?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8));
	}

	private List<String> draft(long id) {
		return this.jdbc.sql("select plain_text from search_document where item_id = ? and scope = 'DRAFT'")
			.param(id)
			.query(String.class)
			.list();
	}

	private static String search(String words) {
		return "/search?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8);
	}

}
