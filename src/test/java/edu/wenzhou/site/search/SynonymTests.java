package edu.wenzhou.site.search;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import edu.wenzhou.site.publishing.SiteGeneration;
import edu.wenzhou.site.staff.Person;
import edu.wenzhou.site.staff.Role;
import edu.wenzhou.site.staff.Scope;
import edu.wenzhou.site.staff.Section;
import edu.wenzhou.site.staff.StaffTest;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

class SynonymTests extends StaffTest {

	private static final String PATH = "/staff/search/synonyms";

	@Autowired
	private Synonyms synonyms;

	@Autowired
	private SiteGeneration generation;

	@AfterEach
	void onlyWhatCameWithTheSite() {
		this.jdbc.sql("delete from search_synonym where changed_by <> ''").update();
		this.generation.raise(Instant.now());
	}

	@Test
	void theShortNameThatTheSourceUsesIsThereFromTheBeginning() {
		assertThat(this.synonyms.all()).containsOnlyKeys("温职院", "温州职业技术学院")
			.containsEntry("温职院", List.of("温州职业技术学院"))
			.containsEntry("温州职业技术学院", List.of("温职院"));
		assertThat(this.jdbc.sql("select count(*) from source_document where content like '%温职院%'")
			.query(Integer.class)
			.single()).isPositive();
		assertThat(signedIn(keeper()).page(PATH).select(".desk li").text()).contains("温州职业技术学院 = 温职院", "随网站建立");
	}

	@Test
	void aGroupIsAddedChangedAndDeletedAndHoldsAtOnce() {
		Person keeper = keeper();
		Visitor visitor = signedIn(keeper);
		long before = this.generation.number();
		HttpResponse<String> answer = visitor.submit(PATH + "/new", PATH + "/new", "words", "食堂\r\n 餐厅 、Ｃanteen\r\n");
		assertThat(answer.headers().firstValue("Location")).contains(PATH + "?done=added");
		assertThat(this.generation.number()).isGreaterThan(before);
		assertThat(this.synonyms.all()).containsEntry("canteen", List.of("食堂", "餐厅"))
			.containsEntry("食堂", List.of("餐厅", "canteen"));
		Document list = visitor.page(PATH + "?done=added");
		assertThat(list.selectFirst(".notice").text()).contains("已增加");
		assertThat(list.select(".desk li").first().text()).contains("食堂 = 餐厅 = Ｃanteen", keeper.displayName());

		String entry = list.select(".desk li h2 a").first().attr("href");
		assertThat(visitor.page(entry).selectFirst("#words").wholeText()).isEqualTo("食堂\n餐厅\nＣanteen");
		answer = visitor.submit(entry, entry, "words", "食堂\n餐厅\n饭堂");
		assertThat(answer.headers().firstValue("Location")).contains(PATH + "?done=changed");
		assertThat(this.synonyms.all()).containsEntry("饭堂", List.of("食堂", "餐厅")).doesNotContainKey("canteen");

		Document sure = visitor.page(entry + "/delete");
		assertThat(sure.selectFirst("h1").text()).isEqualTo("删除“食堂 = 餐厅 = 饭堂”？");
		assertThat(this.synonyms.all()).containsKey("食堂");
		answer = visitor.submit(entry + "/delete", entry + "/delete");
		assertThat(answer.headers().firstValue("Location")).contains(PATH + "?done=deleted");
		assertThat(this.synonyms.all()).doesNotContainKey("食堂");
		assertThat(visitor.get(entry).statusCode()).isEqualTo(404);
		assertThat(deeds(keeper)).containsExactly("synonym.delete DONE", "synonym.change DONE", "synonym.add DONE",
				"session.sign-in DONE");
		assertThat(
				signedIn(administrator()).page("/staff/audit?action=synonym.change").select(".desk li").first().text())
			.contains("修改同义词：食堂 = 餐厅 = 饭堂", "原来是 食堂 = 餐厅 = Ｃanteen");
	}

	@Test
	void visitorsFindWhatMeansTheSame() {
		assertThat(page("/search?q=鹿城分部").select(".hits a[href=/campuses/lucheng]")).isEmpty();
		Visitor visitor = signedIn(keeper());
		visitor.submit(PATH + "/new", PATH + "/new", "words", "鹿城分部\n鹿城校区");
		Document found = page("/search?q=鹿城分部");
		assertThat(found.select(".hits a").first().attr("href")).isEqualTo("/campuses/lucheng");
		assertThat(found.select(".hits mark").first().text()).isEqualTo("鹿城校区");
		String entry = visitor.page(PATH).select(".desk li h2 a").first().attr("href");
		visitor.submit(entry + "/delete", entry + "/delete");
		assertThat(page("/search?q=鹿城分部").select(".hits a[href=/campuses/lucheng] mark")).isEmpty();
	}

	@Test
	void whatIsWrongIsSaidAndWhatWasTypedIsKept() {
		Visitor visitor = signedIn(keeper());
		refused(visitor, "", "至少要两个不同的词");
		refused(visitor, " \n 、\n", "至少要两个不同的词");
		refused(visitor, "食堂", "至少要两个不同的词");
		refused(visitor, "食堂\n！！", "“！！”里没有字，搜不到");
		refused(visitor, "食堂\n" + "长".repeat(31), "“" + "长".repeat(30) + "…”太长，一个词最多 30 个字");
		refused(visitor, "ＡＩ\nai\n人工智能", "重复了，请去掉一个：ai");
		refused(visitor, IntStream.range(0, 11).mapToObj((n) -> "词" + n).collect(Collectors.joining("\n")),
				"一组最多 10 个词");
		refused(visitor, "温职院\n温职", "“温职院”已经在另一组里：温州职业技术学院 = 温职院。一个词只能在一组，请改那一组。");
		assertThat(this.synonyms.all()).hasSize(2);
		String own = visitor.page(PATH).selectFirst(".desk li h2 a").attr("href");
		assertThat(visitor.submit(own, own, "words", "温州职业技术学院\n温职院").statusCode()).as("its own words").isEqualTo(302);
		this.jdbc.sql("update search_synonym set changed_by = ''").update();
		assertThat(this.synonyms.all()).containsEntry("温职院", List.of("温州职业技术学院"));
	}

	private static void refused(Visitor visitor, String words, String message) {
		HttpResponse<String> answer = visitor.submit(PATH + "/new", PATH + "/new", "words", words);
		assertThat(answer.statusCode()).as(words).isEqualTo(422);
		Document page = Jsoup.parse(answer.body());
		assertThat(page.select(".errsum li").text()).isEqualTo(message);
		assertThat(page.select("#words_error").text()).isEqualTo("错误：" + message);
		assertThat(page.selectFirst("#words").wholeText()).isEqualTo(words.strip());
	}

	@Test
	void twoPeopleDoNotOverwriteEachOther() {
		Visitor first = signedIn(keeper());
		Person other = keeper();
		Visitor second = signedIn(other);
		first.submit(PATH + "/new", PATH + "/new", "words", "食堂\n餐厅");
		String entry = first.page(PATH).select(".desk li h2 a").first().attr("href");
		Document open = first.page(entry);
		second.submit(entry, entry, "words", "食堂\n餐厅\n饭堂");
		HttpResponse<String> answer = first.submit(open.selectFirst("form[action=" + entry + "]"), "words", "食堂\n餐馆");
		assertThat(answer.statusCode()).isEqualTo(409);
		Document page = Jsoup.parse(answer.body());
		assertThat(page.select(".errsum").text()).contains(other.displayName(), "食堂 = 餐厅 = 饭堂", "请再保存一次");
		assertThat(page.selectFirst("#words").wholeText()).isEqualTo("食堂\n餐馆");
		assertThat(this.synonyms.all()).containsKey("饭堂").doesNotContainKey("餐馆");
		assertThat(first.submit(page.selectFirst("form[action=" + entry + "]")).statusCode()).isEqualTo(302);
		assertThat(this.synonyms.all()).containsEntry("餐馆", List.of("食堂")).doesNotContainKey("饭堂");
	}

	@Test
	void longListsAreFilteredAndComeInParts() {
		this.jdbc.sql("""
				with made as (insert into search_synonym (changed_at, changed_by)
				  select now() - n * interval '1 hour', '测试' from generate_series(1, 30) n returning id)
				insert into search_synonym_word (word, synonym_id, position, label)
				select '词' || id || w.suffix, id, w.position, '词' || id || w.suffix
				from made, (values ('甲', 1), ('乙', 2)) as w (suffix, position)""").update();
		Visitor visitor = signedIn(keeper());
		Document page = visitor.page(PATH + "?q=词");
		assertThat(page.selectFirst("h1 [role=status]").attr("aria-label")).isEqualTo("共 30 条");
		assertThat(page.select(".desk li")).hasSize(25);
		assertThat(page.selectFirst("#q").val()).isEqualTo("词");
		Document second = visitor.page(page.selectFirst(".paging a[rel=next]").attr("href"));
		assertThat(second.select(".desk li")).hasSize(5);
		assertThat(decoded(second.selectFirst(".paging a[rel=prev]").attr("href"))).isEqualTo(PATH + "?q=词");
		assertThat(visitor.page(PATH + "?q=温职").select(".desk li")).hasSize(1);
		assertThat(visitor.page(PATH + "?q=%7Bx%7D%00").select("main").text()).contains("没有符合条件的。");
		assertThat(visitor.get(PATH + "?page=9").statusCode()).isEqualTo(404);
		assertThat(visitor.get(PATH + "?page=x").statusCode()).isEqualTo(400);
	}

	@Test
	void thereIsAnEndToThem() {
		this.jdbc
			.sql("insert into search_synonym (changed_at, changed_by) select now(), '测试' from generate_series(1, 999)")
			.update();
		HttpResponse<String> answer = signedIn(keeper()).submit(PATH + "/new", PATH + "/new", "words", "食堂\n餐厅");
		assertThat(answer.statusCode()).isEqualTo(422);
		assertThat(Jsoup.parse(answer.body()).select(".errsum li").text()).isEqualTo("最多 1000 组。请先删去不用的。");
	}

	@Test
	void whoHasNoLastWordOnAllContentOnlyLooks() {
		Visitor visitor = signedIn(
				person(new Scope(Role.EDITOR, null, null), new Scope(Role.APPROVER, Section.NOTICE, null)));
		Document page = visitor.page(PATH);
		assertThat(page.select(".desk li h2").text()).contains("温职院");
		assertThat(page.select("main").text()).contains("您可以查看");
		assertThat(page.select("main form[method=post], main .desk a, main a[href$=/new]")).isEmpty();
		String entry = PATH + "/" + this.jdbc.sql("select id from search_synonym").query(Long.class).single();
		for (String path : List.of(PATH + "/new", entry, entry + "/delete")) {
			assertThat(visitor.get(path).statusCode()).as(path).isEqualTo(403);
			assertThat(visitor.post(path, "_csrf", visitor.token(), "words", "食堂\n餐厅").statusCode()).as(path)
				.isEqualTo(403);
		}
		assertThat(this.synonyms.all()).hasSize(2);
	}

	private Person keeper() {
		return person(new Scope(Role.APPROVER, null, null));
	}

}
