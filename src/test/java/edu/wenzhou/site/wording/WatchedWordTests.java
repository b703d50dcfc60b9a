package edu.wenzhou.site.wording;

import java.net.http.HttpResponse;
import java.util.List;

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

/** The list of words, as people keep it. */
class WatchedWordTests extends StaffTest {

	private static final String PATH = "/staff/words";

	@Autowired
	private WatchedWords words;

	@AfterEach
	void noWords() {
		this.jdbc.sql("delete from watched_word").update();
	}

	@Test
	void aWordIsAddedChangedAndDeletedByWhoLooksAfterTheSite() {
		Person keeper = administrator();
		Visitor visitor = signedIn(keeper);
		Document empty = visitor.page(PATH);
		assertThat(empty.select("main").text()).contains("还没有要检查的词");
		assertThat(empty.select("header a[href=" + PATH + "]").attr("aria-current")).isEqualTo("true");
		HttpResponse<String> answer = visitor.submit(PATH + "/new", PATH + "/new", "word", "  最  佳 ", "severity",
				"MUST_NOT", "suggestion", "优秀", "note", "不用最高级");
		assertThat(answer.headers().firstValue("Location")).contains(PATH + "?done=added");
		Document list = visitor.page(PATH + "?done=added");
		assertThat(list.selectFirst(".notice").text()).contains("已增加");
		assertThat(list.select(".desk li").text()).contains("最 佳", "不能发布", "建议改为“优秀”", "不用最高级", keeper.displayName());
		String entry = list.select(".desk li h2 a").attr("href");
		assertThat(visitor.page(entry).selectFirst("#severity option[selected]").val()).isEqualTo("MUST_NOT");
		answer = visitor.submit(entry, entry, "word", "最佳", "severity", "ASK", "suggestion", "");
		assertThat(answer.headers().firstValue("Location")).contains(PATH + "?done=changed");
		assertThat(this.words.all()).singleElement().satisfies((word) -> {
			assertThat(word.severity()).isEqualTo(Severity.ASK);
			assertThat(word.suggestion()).isEmpty();
		});
		assertThat(visitor.page(entry + "/delete").selectFirst("h1").text()).isEqualTo("删除“最佳”？");
		answer = visitor.submit(entry + "/delete", entry + "/delete");
		assertThat(answer.headers().firstValue("Location")).contains(PATH + "?done=deleted");
		assertThat(this.words.all()).isEmpty();
		assertThat(visitor.get(entry).statusCode()).isEqualTo(404);
		assertThat(deeds(keeper)).containsExactly("word.delete DONE", "word.change DONE", "word.add DONE",
				"session.sign-in DONE");
		assertThat(visitor.page("/staff/audit?action=word.change").select(".desk li").first().text())
			.contains("修改要检查的词：最佳", "原来是 最 佳", "说明理由才能发布");
	}

	@Test
	void whatIsWrongIsSaidAndWhatWasTypedIsKept() {
		Visitor visitor = signedIn(keeper());
		refused(visitor, "word", "请填写词或短语", "word", " ", "severity", "ASK");
		refused(visitor, "word", "词里要有字", "word", "！！", "severity", "ASK");
		refused(visitor, "word", "最多 60 个字", "word", "长".repeat(61), "severity", "ASK");
		refused(visitor, "severity", "请选择查到以后怎么办", "word", "词", "severity", "X");
		refused(visitor, "suggestion", "最多 100 个字", "word", "词", "severity", "ASK", "suggestion", "长".repeat(101));
		refused(visitor, "suggestion", "和要检查的词一样，请写别的", "word", "词", "severity", "ASK", "suggestion", "词");
		refused(visitor, "note", "最多 300 个字", "word", "词", "severity", "ASK", "note", "长".repeat(301));
		visitor.submit(PATH + "/new", PATH + "/new", "word", "ＡＢ", "severity", "ASK");
		refused(visitor, "word", "“ＡＢ”已经在表里，请改那一条", "word", "ab", "severity", "ASK");
		String own = visitor.page(PATH).selectFirst(".desk li h2 a").attr("href");
		assertThat(visitor.submit(own, own, "word", "Ab").statusCode()).as("its own word").isEqualTo(302);
		assertThat(visitor.page(PATH + "?q=ＡＢ").select(".desk li")).hasSize(1);
		assertThat(visitor.page(PATH + "?q=没有").select("main").text()).contains("没有符合条件的。");
	}

	private static void refused(Visitor visitor, String field, String message, String... fields) {
		HttpResponse<String> answer = visitor.submit(PATH + "/new", PATH + "/new", fields);
		assertThat(answer.statusCode()).as(message).isEqualTo(422);
		Document page = Jsoup.parse(answer.body());
		assertThat(page.select(".errsum li a[href=#" + field + "]").text()).isEqualTo(message);
		assertThat(page.select("#" + field + "_error").text()).isEqualTo("错误：" + message);
		assertThat(page.selectFirst("#word").val()).isEqualTo(fields[1].strip());
	}

	@Test
	void twoPeopleDoNotOverwriteEachOther() {
		Visitor first = signedIn(keeper());
		Visitor second = signedIn(administrator());
		first.submit(PATH + "/new", PATH + "/new", "word", "最佳", "severity", "ASK");
		String entry = first.page(PATH).select(".desk li h2 a").attr("href");
		Document open = first.page(entry);
		second.submit(entry, entry, "word", "最佳", "severity", "MUST_NOT", "note", "规定");
		HttpResponse<String> answer = first.submit(open.selectFirst("form[action=" + entry + "]"), "word", "最好");
		assertThat(answer.statusCode()).isEqualTo(409);
		Document page = Jsoup.parse(answer.body());
		assertThat(page.select(".errsum").text()).contains("最佳", "不能发布", "规定", "请再保存一次");
		assertThat(page.selectFirst("#word").val()).isEqualTo("最好");
		assertThat(first.submit(page.selectFirst("form[action=" + entry + "]")).statusCode()).isEqualTo(302);
		assertThat(this.words.all()).singleElement().satisfies((word) -> assertThat(word.word()).isEqualTo("最好"));
	}

	@Test
	void whoWritesOnlyLooks() {
		signedIn(keeper()).submit(PATH + "/new", PATH + "/new", "word", "最佳", "severity", "ASK");
		Visitor visitor = signedIn(
				person(new Scope(Role.EDITOR, null, null), new Scope(Role.APPROVER, Section.NOTICE, null)));
		Document page = visitor.page(PATH);
		assertThat(page.select(".desk li h2").text()).contains("最佳");
		assertThat(page.select("main").text()).contains("您可以查看");
		assertThat(page.select("main form[method=post], main .desk a, main a[href$=/new]")).isEmpty();
		String entry = PATH + "/" + this.words.all().get(0).id();
		for (String path : List.of(PATH + "/new", entry, entry + "/delete")) {
			assertThat(visitor.get(path).statusCode()).as(path).isEqualTo(403);
			assertThat(visitor.post(path, "_csrf", visitor.token(), "word", "新", "severity", "ASK").statusCode())
				.as(path)
				.isEqualTo(403);
		}
		assertThat(this.words.all()).hasSize(1);
	}

	private Person keeper() {
		return person(new Scope(Role.APPROVER, null, null));
	}

}
