package edu.wenzhou.site.notice;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

class NoticePagesTests extends NoticeTest {

	private static final Pattern CHINESE = Pattern.compile("[\\p{IsHan}\u3000-\u303f\uff00-\uffef]");

	@Autowired
	private Notices notices;

	@Autowired
	private TransactionTemplate transaction;

	/** A preview puts a draft into the tables of what is public, and takes it back. */
	@Test
	void whatIsTakenBackIsNotCounted() {
		this.transaction.executeWithoutResult((status) -> {
			notice("draft", "EVENT", "2026-03-01T09:00+08:00");
			assertThat(this.notices.counts()).hasSize(1);
			status.setRollbackOnly();
		});
		assertThat(this.notices.counts()).isEmpty();
	}

	@Test
	void withoutNoticesTheListSaysSoAndTheFrontPageNothing() {
		Document list = page("/notices");
		assertThat(list.select("main h2").eachText()).containsExactly("还没有通知");
		assertThat(list.select("main form, main table, main .paging, main ul")).isEmpty();
		assertThat(page("/en/notices").select("main h2").eachText()).containsExactly("No notices yet");
		assertThat(get("/notices?category=event").statusCode()).isEqualTo(200);
		assertThat(get("/notices?page=2").statusCode()).isEqualTo(404);
		assertThat(page("/").select("#notices, main a[href=/notices]")).isEmpty();
	}

	@Test
	void aLineHasDateTitleAndCategory() {
		notice("one", "ADMISSIONS", "2026-03-01T09:00+08:00");
		Element line = page("/notices").selectFirst(".dated li");
		assertThat(line.text()).isEqualTo("2026-03-01 测试通知one 招生信息");
		assertThat(line.selectFirst("time").attr("datetime")).isEqualTo("2026-03-01");
		assertThat(page("/notices").selectFirst("[role=status]").text()).isEqualTo("共1条");
		assertThat(page("/en/notices").selectFirst("[role=status]").text()).isEqualTo("1 entry");
	}

	/** Not that of Greenwich. */
	@Test
	void theDayAndTheYearAreThoseOfTheCollege() {
		notice("late", "EVENT", "2025-12-31T16:00Z");
		notice("early", "EVENT", "2025-12-31T15:59:59Z");
		assertThat(page("/notices").select(".dated time").eachText()).containsExactly("2026-01-01", "2025-12-31");
		assertThat(slugs("/notices?year=2026")).containsExactly("late");
		assertThat(slugs("/notices?year=2025")).containsExactly("early");
		assertThat(page("/notices/test-late").selectFirst("main time").text()).isEqualTo("2026年1月1日 00:00");
		assertThat(page("/en/notices/test-late").selectFirst("main time").text()).isEqualTo("1 January 2026, 00:00");
	}

	@Test
	void theNewestStandFirstAndTheLaterMadeOfTheSameMoment() {
		notice("b", "EVENT", "2026-03-01T09:00+08:00");
		notice("a", "EVENT", "2026-03-01T09:00+08:00");
		notice("c", "EVENT", "2026-03-02T09:00+08:00");
		assertThat(slugs("/notices")).containsExactly("c", "a", "b");
	}

	@Test
	void pinnedOnesStandFirstInTheWholeListOnly() {
		notices(25);
		set("2", "pinned", true);
		assertThat(slugs("/notices")).startsWith("2", "25", "24").hasSize(20);
		assertThat(page("/notices").select(".pin").eachText()).containsExactly("置顶");
		assertThat(slugs("/notices?page=2")).containsExactly("6", "5", "4", "3", "1");
		assertThat(slugs("/notices?year=2025")).startsWith("25", "24").doesNotContain("2");
		assertThat(slugs("/notices?year=2025&page=2")).containsExactly("5", "4", "3", "2", "1");
		assertThat(page("/notices?year=2025&page=2").select(".pin")).isEmpty();
	}

	@Test
	void filtersLeaveWhatTheyName() {
		notice("one", "ADMISSIONS", "2024-03-01T09:00+08:00");
		notice("two", "EVENT", "2024-04-01T09:00+08:00");
		notice("three", "EVENT", "2026-03-01T09:00+08:00");
		assertThat(slugs("/notices?category=event")).containsExactly("three", "two");
		assertThat(slugs("/notices?year=2024")).containsExactly("two", "one");
		assertThat(slugs("/notices?year=2024&category=event&page=")).containsExactly("two");
		Document none = page("/notices?year=2026&category=admissions");
		assertThat(none.selectFirst("[role=status]").text()).isEqualTo("2026，招生信息：没有符合所选条件的内容。");
		assertThat(none.select("main ul")).isEmpty();
		assertThat(page("/notices").select("#filter_year option").eachText()).containsExactly("全部", "2026", "2024");
		assertThat(page("/notices").select("#filter_category option").eachText()).containsExactly("全部", "招生信息", "通知公告",
				"公示", "活动");
	}

	@Test
	void everyCountIsTheLinkToSoManyNotices() {
		notice("one", "ADMISSIONS", "2024-03-01T09:00+08:00");
		notice("two", "EVENT", "2024-04-01T09:00+08:00");
		notice("three", "EVENT", "2024-05-01T09:00+08:00");
		notice("four", "EVENT", "2026-03-01T09:00+08:00");
		Document page = page("/notices?year=2024");
		assertThat(page.select(".matrix caption").text()).startsWith("各年各类条数");
		assertThat(page.select(".matrix tr").eachText()).containsExactly("年份 招生信息 活动 合计", "2026 0 1 1", "2024 1 2 3",
				"合计 1 3 4");
		assertThat(page.select(".matrix [aria-current]").eachText()).containsExactly("3");
		page.select(".matrix a")
			.forEach((link) -> assertThat(slugs(link.attr("href"))).as(link.attr("href"))
				.hasSize(Integer.parseInt(link.text())));
	}

	@ParameterizedTest
	@ValueSource(strings = { "page=0", "page=-1", "page=01", "page=1.5", "page=x", "page=9999999999", "year=1900",
			"year=x", "category=news", "category=EVENT", "page=%00", "year=2025%27--" })
	void nonsenseIsRefused(String query) {
		notice("one", "EVENT", "2025-03-01T09:00+08:00");
		assertThat(get("/notices?" + query).statusCode()).isEqualTo(400);
		assertThat(get("/en/notices?" + query).statusCode()).isEqualTo(400);
	}

	@Test
	void everyNoticeStandsOnOnePageAndThePagesLeadToEachOther() {
		notices(45);
		List<String> all = IntStream.rangeClosed(1, 3)
			.boxed()
			.flatMap((number) -> slugs("/notices?page=" + number).stream())
			.toList();
		assertThat(all).containsExactlyElementsOf(IntStream.iterate(45, (number) -> number > 0, (number) -> number - 1)
			.mapToObj(String::valueOf)
			.toList());
		assertThat(get("/notices?page=4").statusCode()).isEqualTo(404);
		assertThat(get("/notices?category=event&page=2").statusCode()).isEqualTo(404);
		assertThat(page("/notices").select(".paging a").eachAttr("href")).containsExactly("/notices", "/notices?page=2",
				"/notices?page=3", "/notices?page=2");
		assertThat(page("/notices").select(".paging a[rel]").eachText()).containsExactly("下一页");
		assertThat(page("/notices?page=2").select(".paging a[rel]").eachAttr("href")).containsExactly("/notices",
				"/notices?page=3");
		assertThat(page("/notices?page=3").select(".paging a[rel]").eachText()).containsExactly("上一页");
		assertThat(page("/notices?page=3").select(".paging [aria-current=page]").eachText()).containsExactly("3");
		assertThat(page("/en/notices?year=2025&category=announcement").select(".paging a[rel=next]").attr("href"))
			.isEqualTo("/en/notices?year=2025&category=announcement&page=2");
	}

	@Test
	void aLongListLinksItsEndsAndThePagesNearby() {
		notices(20 * 9 + 1);
		assertThat(steps("/notices")).containsExactly("1", "2", "…", "10", "下一页");
		assertThat(steps("/notices?page=3")).containsExactly("上一页", "1", "2", "3", "4", "…", "10", "下一页");
		assertThat(steps("/notices?page=4")).containsExactly("上一页", "1", "2", "3", "4", "5", "…", "10", "下一页");
		assertThat(steps("/notices?page=6")).containsExactly("上一页", "1", "…", "5", "6", "7", "…", "10", "下一页");
		assertThat(steps("/notices?page=10")).containsExactly("上一页", "1", "…", "9", "10");
		assertThat(page("/notices").select(".paging a").get(1).attr("aria-label")).isEqualTo("第2页，共10页");
	}

	@Test
	void eachPageOfTheWholeListNamesItself() {
		notices(45);
		assertThat(canonical("/notices?page=1")).isEqualTo("/notices");
		assertThat(canonical("/notices?page=2")).isEqualTo("/notices?page=2");
		assertThat(canonical("/en/notices?page=2")).isEqualTo("/en/notices?page=2");
		assertThat(page("/notices?page=2").select("link[hreflang]").eachAttr("href")).containsExactly(
				BASE_URL + "/notices?page=2", BASE_URL + "/en/notices?page=2", BASE_URL + "/notices?page=2");
		assertThat(page("/notices?page=2").title()).isEqualTo("通知，第2页 · 温州职业技术学院");
		assertThat(page("/notices").title()).isEqualTo("通知 · 温州职业技术学院");
		assertThat(page("/notices?page=2").select("a[hreflang]").attr("href")).isEqualTo("/en/notices?page=2");
		assertThat(page("/en/notices?year=2025&page=2").select("a[hreflang]").attr("href"))
			.isEqualTo("/notices?year=2025&page=2");
	}

	/**
	 * The whole list stands on several pages, none of which shows what one choice leaves.
	 */
	@Test
	void withOneChoiceEachPageNamesItself() {
		notices(45);
		notice("event", "EVENT", "2024-03-01T09:00+08:00");
		assertThat(canonical("/notices?year=2025")).isEqualTo("/notices?year=2025");
		assertThat(canonical("/notices?year=2025&page=2")).isEqualTo("/notices?year=2025&page=2");
		assertThat(canonical("/en/notices?page=1&category=event")).isEqualTo("/en/notices?category=event");
		Document category = page("/notices?category=announcement&page=2");
		assertThat(category.select("link[hreflang]").eachAttr("href")).containsExactly(
				BASE_URL + "/notices?category=announcement&page=2",
				BASE_URL + "/en/notices?category=announcement&page=2",
				BASE_URL + "/notices?category=announcement&page=2");
		assertThat(category.select("meta[name=robots]").attr("content")).isEqualTo("max-image-preview:large");
		assertThat(category.title()).isEqualTo("通知：通知公告，第2页 · 温州职业技术学院");
		assertThat(category.select("meta[name=description]").attr("content")).isEqualTo("温州职业技术学院的通知：通知公告，最新的在前。");
		for (String path : List.of("/notices?year=2025&category=announcement", "/notices?category=admissions")) {
			assertThat(page(path).select("meta[name=robots]").attr("content")).as(path).isEqualTo("noindex,follow");
			assertThat(canonical(path)).isEqualTo(path);
			assertThat(page(path).select("link[hreflang]")).isEmpty();
		}
	}

	/** By the clock of the college, to the second. */
	@Test
	void aPageSaysWhenItWillBeGone() {
		notice("one", "EVENT", "2026-03-01T09:00+08:00");
		assertThat(page("/notices/test-one").select("meta[name=robots]").attr("content"))
			.isEqualTo("max-image-preview:large");
		set("one", "expire_at", OffsetDateTime.parse("2091-07-01T00:30:00.5+08:00"));
		assertThat(page("/en/notices/test-one").select("meta[name=robots]").attr("content"))
			.isEqualTo("max-image-preview:large, unavailable_after: 2091-07-01T00:30:00+08:00");
	}

	@Test
	void aPageShowsAllOfItsNotice() {
		notice("one", "DISCLOSURE", "2026-03-01T09:00+08:00");
		set("one", "lead_zh", "测试导语");
		set("one", "body_zh", "<h2>一、</h2><p onclick=\"x()\">正文<script>x()</script></p>");
		Document page = page("/notices/test-one");
		assertThat(page.title()).isEqualTo("测试通知one · 温州职业技术学院");
		assertThat(page.select("h1").text()).isEqualTo("测试通知one");
		assertThat(page.select("main time").eachAttr("datetime")).containsExactly("2026-03-01T09:00:00+08:00");
		assertThat(page.select("main a[href='/notices?category=disclosure']").text()).isEqualTo("公示");
		assertThat(page.select("main .lead").text()).isEqualTo("测试导语");
		assertThat(page.selectFirst(".prose").children().outerHtml().replaceAll("\\s", ""))
			.isEqualTo("<h2>一、</h2><p>正文</p>");
		assertThat(page.select("meta[name=description]").attr("content")).isEqualTo("测试导语");
		assertThat(page.select(".crumbs a").eachAttr("href")).containsExactly("/", "/notices");
		assertThat(page.select("header .menu [aria-current]").eachText()).containsExactly("通知");
		assertThat(page.select(".near")).as("it is the only one").isEmpty();
		assertThat(get("/notices/test-two").statusCode()).isEqualTo(404);
		assertThat(get("/notices/Test-one").statusCode()).isEqualTo(404);
	}

	@Test
	void neighboursAreTheNextByDate() {
		notice("b", "EVENT", "2026-03-01T09:00+08:00");
		notice("a", "EVENT", "2026-03-01T09:00+08:00");
		notice("c", "ADMISSIONS", "2026-03-02T09:00+08:00");
		set("b", "pinned", true);
		assertThat(page("/notices/test-a").select(".near a").eachAttr("href")).containsExactly("/notices/test-c",
				"/notices/test-b");
		assertThat(page("/notices/test-a").select(".near dt").eachText()).containsExactly("较新", "较早");
		assertThat(page("/notices/test-c").select(".near a").eachAttr("href")).containsExactly("/notices/test-a");
		assertThat(page("/notices/test-b").select(".near a").eachAttr("href")).containsExactly("/notices/test-a");
	}

	@Test
	void whatIsNotTranslatedIsMarkedAsChinese() {
		notice("chinese", "EVENT", "2026-03-01T09:00+08:00");
		notice("english", "EVENT", "2026-03-02T09:00+08:00");
		set("chinese", "lead_zh", "测试导语");
		set("english", "title_en", "A test notice");
		set("english", "body_en", "<p>Its text.</p>");
		for (String path : List.of("/en", "/en/notices", "/en/notices/test-chinese", "/en/notices/test-english")) {
			for (Element element : page(path).select("head meta, body *:not([lang=zh-CN] *)")) {
				if (!element.attr("lang").equals("zh-CN")) {
					assertThat(CHINESE.matcher(element.ownText() + element.attr("content")).find())
						.as(path + ": " + element)
						.isFalse();
				}
			}
		}
		Document english = page("/en/notices/test-english");
		assertThat(english.select("h1").text()).isEqualTo("A test notice");
		assertThat(english.select("h1[lang], .prose[lang], title[lang]")).isEmpty();
		assertThat(english.select("meta[name=description]").attr("content"))
			.isEqualTo("Events, published by Wenzhou Polytechnic on 2 March 2026.");
		assertThat(page("/en/notices/test-chinese").select("h1[lang=zh-CN], .prose[lang=zh-CN], title[lang=zh-CN]"))
			.hasSize(3);
	}

	@Test
	void theFrontPageShowsTheNewestFive() {
		notices(7);
		set("1", "pinned", true);
		Document home = page("/");
		assertThat(home.select("section:has(#notices) .dated a").eachAttr("href")).containsExactly("/notices/test-1",
				"/notices/test-7", "/notices/test-6", "/notices/test-5", "/notices/test-4");
		assertThat(home.select("section:has(#notices) .sec-head a").attr("href")).isEqualTo("/notices");
		assertThat(page("/en").select("section:has(#notices) .sec-head a").attr("href")).isEqualTo("/en/notices");
	}

	private List<String> slugs(String path) {
		return page(path).select(".dated a")
			.eachAttr("href")
			.stream()
			.map((link) -> link.replaceFirst("(/en)?/notices/test-", ""))
			.toList();
	}

	private List<String> steps(String path) {
		return page(path).select(".paging li").eachText();
	}

	private String canonical(String path) {
		return page(path).selectFirst("link[rel=canonical]").attr("href").substring(BASE_URL.length());
	}

}
