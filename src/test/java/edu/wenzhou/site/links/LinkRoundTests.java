package edu.wenzhou.site.links;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import edu.wenzhou.site.publishing.NightWork;
import edu.wenzhou.site.publishing.Problem;
import edu.wenzhou.site.publishing.PublicItem;
import edu.wenzhou.site.publishing.PublicItems;
import edu.wenzhou.site.staff.StaffTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** Links of public texts to other sites are asked for once a night. */
class LinkRoundTests extends StaffTest {

	private static final MadeUpSite SITE = new MadeUpSite();

	private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

	private final Visit visit = VisitTests.visit(Duration.ofSeconds(5));

	@Autowired
	private NightWork work;

	@Autowired
	private PublicItems items;

	@Autowired
	private LinkBook book;

	private long item;

	@AfterAll
	static void close() {
		SITE.close();
	}

	@BeforeEach
	void anItem() {
		clear();
		this.item = this.jdbc.sql(
				"insert into content_item (type, slug, title) values ('partnership', 'made-up-links', '样例') returning id")
			.query(Long.class)
			.single();
	}

	@AfterEach
	void clear() {
		this.jdbc.sql("delete from publication where slug = 'made-up-links'").update();
		this.jdbc.sql(
				"update content_item set published_revision_id = null, published_slug = null where slug = 'made-up-links'")
			.update();
		this.jdbc.sql(
				"delete from content_revision where item_id in (select id from content_item where slug = 'made-up-links')")
			.update();
		this.jdbc.sql("delete from content_item where slug = 'made-up-links'").update();
		this.jdbc.sql("delete from content_link").update();
		this.jdbc.sql("update content_work set wanted_at = null, taken_at = null, night = current_date + 1").update();
		SITE.requests().clear();
	}

	@AfterEach
	void closeVisit() {
		this.visit.close();
	}

	@Test
	void eachAddressIsAskedForOnceWhereverItStands() {
		String page = SITE.at("a.example", "/200/page");
		text("<p><a href=\"" + page + "\">一</a><a href=\"" + page + "#part\">二</a><a href=\"/schools\">三</a>"
				+ "<a href=\"mailto:a@b.example\">四</a></p>",
				"合作方网站：" + SITE.at("b.example", "/404") + "。另见" + page + "，谢谢");
		round(100);
		assertThat(SITE.requests()).containsExactlyInAnyOrder("HEAD a.example/200/page", "HEAD b.example/404",
				"GET b.example/404");
		assertThat(this.jdbc.sql("select wanted_at is not null from content_work where name = 'CHECK'")
			.query(Boolean.class)
			.single()).as("what was found is to be told").isTrue();
	}

	@Test
	void capitalsAndLongAddressesHoldNothingUp() {
		text("<p><a href=\"" + SITE.at("a.example", "/200").replace("http:", "HTTP:")
				+ "\">一</a><a href=\"http://b.example/" + "路".repeat(1000) + "\">二</a></p>",
				"见HTTP://C.example:" + SITE.port() + "/200。");
		round(100);
		assertThat(SITE.requests()).containsExactlyInAnyOrder("HEAD a.example/200", "HEAD c.example/200");
	}

	@Test
	void deadIsWhatDidNotOpenOnTwoDays() {
		String gone = SITE.at("a.example", "/404");
		String silent = "http://unknown.example/";
		text("<p><a href=\"" + gone + "\">一</a><a href=\"" + silent + "\">二</a></p>", null);
		this.book.seen(List.of(gone, silent), DAY);
		night(DAY, gone, silent);
		assertThat(faults()).isEmpty();
		night(DAY, gone, silent);
		assertThat(faults()).as("twice in one night").isEmpty();
		night(DAY.plusDays(1), gone, silent);
		assertThat(faults()).containsExactlyInAnyOrder(
				Problem.of("body_zh", "staff.problem.link.dead", gone, 404, "2026-03-01"),
				Problem.of("body_zh", "staff.problem.link.silent", silent, "2026-03-01"));
		this.book.answered(gone, new Answer(Answer.Outcome.OPEN, 200, null), DAY.plusDays(2));
		this.book.answered(silent, Answer.of(Answer.Outcome.UNKNOWN), DAY.plusDays(2));
		assertThat(faults()).as("they open again, or nobody can say").isEmpty();
	}

	@Test
	void whatLeadsToAnotherSiteIsToldAtOnce() {
		String hijacked = SITE.at("old.example", "/to/http://casino.example:PORT/200");
		String own = SITE.at("old.example", "/to/http://www.old.example:PORT/200");
		text("<p><a href=\"" + hijacked + "\">一</a><a href=\"" + own + "\">二</a></p>", null);
		round(100);
		assertThat(faults()).containsExactly(
				Problem.of("body_zh", "staff.problem.link.moved", hijacked, SITE.at("casino.example", "/200")));
	}

	@Test
	void aNightAsksForNoMoreThanIsSetAndGoesOnTheNextTime() {
		text(IntStream.range(0, 5)
			.mapToObj((i) -> "<a href=\"" + SITE.at("h" + i + ".example", "/200") + "\">一</a>")
			.collect(Collectors.joining("", "<p>", "</p>")), null);
		round(2);
		assertThat(SITE.requests()).hasSize(2);
		List<String> first = new ArrayList<>(SITE.requests());
		SITE.requests().clear();
		round(2);
		assertThat(SITE.requests()).hasSize(2).doesNotContainAnyElementsOf(first);
	}

	@Test
	void aHostIsAskedOneByOne() {
		text(IntStream.range(0, 20)
			.mapToObj((i) -> "<a href=\"" + SITE.at("a.example", "/slow/" + i) + "\">一</a>")
			.collect(Collectors.joining("", "<p>", "</p>")), null);
		round(100);
		assertThat(SITE.requests()).hasSize(20);
		assertThat(SITE.most()).as("at once").isEqualTo(1);
	}

	@Test
	void whatNoTextHasAnyMoreIsForgotten() {
		text("<p><a href=\"" + SITE.at("a.example", "/200") + "\">一</a></p>", null);
		round(100);
		assertThat(this.jdbc.sql("select count(*) from content_link").query(Long.class).single()).isEqualTo(1);
		this.jdbc.sql("update publication set path = null, slug = null where item_id = ?").param(this.item).update();
		this.jdbc.sql("update content_link set seen_on = seen_on - 1").update();
		round(100);
		assertThat(this.jdbc.sql("select count(*) from content_link").query(Long.class).single()).isZero();
		this.jdbc.sql("delete from publication where item_id = ?").param(this.item).update();
	}

	@Test
	void nobodyIsAskedUnlessItIsSwitchedOn() {
		text("<p><a href=\"" + SITE.at("a.example", "/200") + "\">一</a></p>", null);
		this.work.want(NightWork.LINKS);
		round(new LinkProperties(false, 100)).run();
		assertThat(SITE.requests()).isEmpty();
		LinkProperties unset = new Binder(new MapConfigurationPropertySource()).bindOrCreate("college.links",
				LinkProperties.class);
		assertThat(unset).isEqualTo(new LinkProperties(false, 2000));
	}

	private void text(String body, String partners) {
		this.jdbc
			.sql("""
					with latest as (
					  insert into content_revision (item_id, seq, schema_version, payload, content_hash, title, kind, author_name)
					  values (:id, 1, 1, jsonb_strip_nulls(jsonb_build_object('slug', 'made-up-links', 'name_zh', '样例', 'body_zh', cast(:body as text), 'partners_zh', cast(:partners as text))),
					    repeat('0', 64), '样例', 'SAVED', '测试') returning id)
					update content_item set published_revision_id = latest.id, latest_revision_id = null, published_slug = 'made-up-links' from latest
					where content_item.id = :id""")
			.param("id", this.item)
			.param("body", body)
			.param("partners", partners)
			.update();
		this.jdbc.sql("""
				insert into publication (item_id, type, slug, path, changed_at)
				values (?, 'partnership', 'made-up-links', '/partnerships/made-up-links', now())""")
			.param(this.item)
			.update();
	}

	private LinkRound round(LinkProperties settings) {
		return new LinkRound(settings, this.work, this.items, this.book, this.visit);
	}

	private void round(int most) {
		// Another night
		this.jdbc.sql("update content_link set asked_on = asked_on - 1").update();
		this.work.want(NightWork.LINKS);
		round(new LinkProperties(true, most)).run();
	}

	/** As a round does it, on a day of its own. */
	private void night(LocalDate day, String... urls) {
		for (String url : urls) {
			this.book.answered(url, this.visit.ask(url), day);
		}
	}

	private List<Problem> faults() {
		List<PublicItem> found = new ArrayList<>();
		this.items.each((one) -> {
			if (one.id() == this.item) {
				found.add(one);
			}
		});
		Map<Long, List<Problem>> faults = round(new LinkProperties(true, 100)).check(found);
		return faults.getOrDefault(this.item, List.of());
	}

}
