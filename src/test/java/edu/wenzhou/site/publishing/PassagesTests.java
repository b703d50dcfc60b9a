package edu.wenzhou.site.publishing;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import edu.wenzhou.site.staff.Role;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Choosing what an item rests on, without a script: nothing typed is lost on the way. */
class PassagesTests extends PublishingTest {

	private static final String MOTTO = "秉承“厚德长技,励学敦行”的校训";

	@Test
	void aSentenceIsFoundAndChosenAndTheFormKeepsAllElse() {
		Visitor editor = with(Role.EDITOR);
		long id = created(editor, "honour");
		String typed = "才写到一半的标题\n<b>";
		HttpResponse<String> answer = editor.submit(form(editor, id), "title_zh", typed, "year", "去年", "then",
				"passages/sources");
		String choice = location(answer);
		assertThat(choice).isEqualTo(path(id) + "/passages/sources");
		Document all = editor.page(choice);
		assertThat(all.select("#found input[name=quote]")).hasSizeGreaterThan(25);
		assertThat(all.text()).contains("学校介绍", "就业").doesNotContain("**", "人气值");
		Document found = editor.page(choice + "?q=%E7%A7%91%E6%8A%80%20%E4%B8%80%E7%AD%89%E5%A5%96");
		assertThat(found.select("#found_title").text()).isEqualTo("找到 1 句");
		assertThat(found.select("#found mark").eachText()).containsExactly("科技", "一等奖");
		String sentence = found.selectFirst("#found input[name=quote]").attr("value");
		assertThat(sentence).contains("浙江省科技进步一等奖").endsWith("。");
		assertThat(location(choose(editor, found, sentence))).isEqualTo(path(id) + "/edit?saved#field-sources");
		Element form = form(editor, id);
		assertThat(form.selectFirst("[name=sources]").wholeText()).isEqualTo(sentence);
		assertThat(form.selectFirst("[name=title_zh]").attr("value")).isEqualTo(typed.replace('\n', ' '));
		assertThat(form.selectFirst("[name=year]").attr("value")).isEqualTo("去年");
		assertThat(editor.page(path(id) + "/edit?check=").select("#field-sources_error")).isEmpty();
	}

	/**
	 * A part of a sentence can be quoted by itself, whatever way its marks were typed.
	 */
	@Test
	void whatWasLookedForCanBeTakenByItself() {
		Visitor editor = with(Role.EDITOR);
		long id = created(editor, "honour");
		Document found = search(editor, id, "秉承\"厚德长技，励学敦行\"的校训");
		assertThat(found.select(".p-part input").eachAttr("value")).containsExactly(MOTTO);
		choose(editor, found, MOTTO);
		assertThat(lines(id)).containsExactly(MOTTO);
		assertThat(search(editor, id, "学校").select(".p-part")).as("stands there more than once").isEmpty();
	}

	/** What is unticked goes, what is not shown stays, and new ones come to the end. */
	@Test
	void whatIsThereAlreadyIsTickedAndStaysWhereItIs() {
		Visitor editor = with(Role.EDITOR);
		long id = created(editor, "honour");
		edited(editor, id, "sources", "建校时间 1999年\n没有这一句\n" + MOTTO);
		Document found = search(editor, id, "厚德长技,励学敦行");
		assertThat(found.select("section[aria-labelledby=others] input[checked]").eachAttr("value"))
			.containsExactly("建校时间 1999年", "没有这一句", MOTTO);
		found = search(editor, id, MOTTO);
		assertThat(found.select("#found input[checked]").eachAttr("value")).containsExactly(MOTTO);
		choose(editor, found, "建校时间 1999年", MOTTO, "层次 专科");
		assertThat(lines(id)).containsExactly("建校时间 1999年", MOTTO, "层次 专科");
	}

	@Test
	void whatSomebodyElseChoseMeanwhileStays() {
		Visitor editor = with(Role.EDITOR);
		long id = created(editor, "honour");
		edited(editor, id, "sources", "建校时间 1999年");
		Document open = search(editor, id, "层次");
		edited(with(Role.EDITOR), id, "sources", "建校时间 1999年\n类型 理工", "title_zh", "别人写的");
		choose(editor, open, "层次 专科");
		assertThat(lines(id)).containsExactly("类型 理工", "层次 专科");
		assertThat(this.store.latest(this.store.item(id)).values().get("title_zh")).isEqualTo("别人写的");
	}

	@Test
	void lookingForSentencesLeavesAReviewAlone() {
		long id = seeded("campus", "lucheng");
		Visitor editor = with(Role.EDITOR);
		edited(editor, id, "lead_zh", "一句新的导语。");
		submitted(editor, id);
		String choice = location(editor.submit(form(editor, id), "then", "passages/sources"));
		Document page = editor.page(choice);
		choose(editor, page, page.select("input[name=quote][checked]").eachAttr("value").toArray(String[]::new));
		assertThat(this.store.item(id).isInReview()).isTrue();
	}

	@Test
	void theErrorSaysWhatIsClosest() {
		Visitor editor = with(Role.EDITOR);
		long id = created(editor, "honour");
		assertThat(error(editor, id, "秉承“厚德长技，励学敦行”的校训")).endsWith("最接近的是“" + MOTTO + "”");
		assertThat(error(editor, id, "促进就业的办学方向")).as("as the public reads it").endsWith("最接近的是“促进**的办学方向”");
		assertThat(error(editor, id, "一句谁也没有写过、跟什么都不像的话")).contains("也没有相近的话", "从原文里选");
		assertThat(error(editor, id, "学校")).contains("处，请多复制几个字");
		String two = search(editor, id, "五育并举 留温率").select("#found").text();
		assertThat(two).contains("原文里没有");
		List<String> sentences = search(editor, id, "离不开").select("#found input").eachAttr("value");
		assertThat(
				error(editor, id, sentences.get(0) + search(editor, id, "五育并举").select("#found input").attr("value")))
			.contains("一行只写一句");
		assertThat(error(editor, id, "字\n".repeat(101))).contains("最多 100 句");
	}

	@Test
	void aWholeParagraphIsLookedForSentenceBySentence() {
		Visitor editor = with(Role.EDITOR);
		long id = created(editor, "honour");
		Document found = search(editor, id, "学校以立德树人为根本的人才培养当地离不开。 学校以扎根区域为特色的办学实力业内都认可。");
		assertThat(found.select("#found_title").text()).startsWith("没有一字不差的");
		assertThat(found.select("#found input").eachAttr("value")).contains("学校以立德树人为根本的人才培养当地离不开。",
				"学校以扎根区域为特色的办学实力业内都认同。");
		assertThat(search(editor, id, "zzzz").select("#found_title").text()).isEqualTo("原文里没有，也没有相近的句子");
		assertThat(search(editor, id, "%_' or 1=1 -- \\").select("#found input")).isEmpty();
		assertThat(search(editor, id, "字".repeat(600)).select("#found input")).isEmpty();
	}

	@Test
	void nonsenseIsAnsweredAndChangesNothing() {
		Visitor editor = with(Role.EDITOR);
		long id = created(editor, "honour");
		for (String field : List.of("title_zh", "nothing", "Sources")) {
			assertThat(editor.get(path(id) + "/passages/" + field).statusCode()).as(field).isEqualTo(404);
		}
		assertThat(editor.submit(form(editor, id), "then", "passages/title_zh").statusCode()).isEqualTo(404);
		edited(editor, id, "sources", "层次 专科");
		HttpResponse<String> half = editor.post(path(id) + "/passages/sources", "_csrf", editor.token(), "had",
				"层次 专科");
		assertThat(half.statusCode()).as("a connection that broke off").isEqualTo(400);
		assertThat(lines(id)).containsExactly("层次 专科");
		Document open = search(editor, id, "专科");
		assertThat(editor.submit(path(id), path(id) + "/trash").statusCode()).isEqualTo(302);
		HttpResponse<String> late = choose(editor, open, "<b>x</b>", "层次 专科");
		assertThat(late.statusCode()).isEqualTo(409);
		Document again = Jsoup.parse(late.body());
		assertThat(again.selectFirst(".errsum").text()).contains("它在回收站里");
		assertThat(again.select("#found input[checked]").eachAttr("value")).containsExactly("层次 专科");
	}

	private Document search(Visitor editor, long id, String words) {
		return editor.page(path(id) + "/passages/sources?q=" + encoded(words));
	}

	/** Sends the page's form with these sentences ticked and no others. */
	private static HttpResponse<String> choose(Visitor editor, Document page, String... quotes) {
		Element form = page.selectFirst("form[method=post][action*=/passages/]");
		List<String> fields = new ArrayList<>();
		form.select("input[type=hidden]").forEach((field) -> fields.addAll(List.of(field.attr("name"), field.val())));
		Arrays.stream(quotes).forEach((quote) -> fields.addAll(List.of("quote", quote)));
		return editor.post(form.attr("action"), fields.toArray(String[]::new));
	}

	private String error(Visitor editor, long id, String sources) {
		edited(editor, id, "sources", sources);
		Document page = editor.page(path(id) + "/edit?check=");
		assertThat(page.selectFirst("[name=sources]").wholeText()).isEqualTo(sources.strip());
		return page.selectFirst("#field-sources_error").text().replaceFirst("^错误：", "");
	}

	private List<String> lines(long id) {
		return this.store.latest(this.store.item(id)).values().lines("sources");
	}

	private static String location(HttpResponse<String> answer) {
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
		return answer.headers().firstValue("Location").orElseThrow();
	}

}
