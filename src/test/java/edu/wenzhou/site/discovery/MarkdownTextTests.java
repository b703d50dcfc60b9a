package edu.wenzhou.site.discovery;

import java.util.List;

import org.commonmark.Extension;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What our HTML becomes, and that readers of Markdown take it for that. */
class MarkdownTextTests {

	private static final String BASE_URL = "https://college.example";

	private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create(), FootnotesExtension.create());

	/** As a reader of Markdown understands it. */
	static Document read(String markdown) {
		return Jsoup.parse(HtmlRenderer.builder()
			.extensions(EXTENSIONS)
			.build()
			.render(Parser.builder().extensions(EXTENSIONS).build().parse(markdown)));
	}

	/** Each says just this when it is read back. */
	@ParameterizedTest
	@ValueSource(strings = { "1. keine Liste", "12) 也不是", "- 不是列表", "+ 不是", "# 不是标题", "C# 与 F #", "=== 不是线", "--- 不是线",
			"> 不是引文", "*星* _线_ **星星**", "`code` ~~x~~", "[文](/x) ![图](/y)", "<b>x</b> <!-- x -->", "&amp; &lt;",
			"a | b | c", "\\ \\* \\\\", "| --- |", "[^1] [^1]: x", "http://x.example/_a_*b*", "1999.", "!",
			"12000余人。“引文”" })
	void whatLooksLikeMarkdownStaysText(String words) {
		String html = "<h1></h1><p></p><h2></h2><ul><li></li><li>甲<br>乙</li></ul><dl><dt></dt><dd></dd></dl>"
				+ "<table><tr><th></th><th>丙</th></tr><tr><td></td><td>丁</td></tr></table><blockquote><p></p></blockquote>";
		Document page = Jsoup.parse("<main>" + html + "</main>", BASE_URL);
		page.select("h1, p, h2, li:first-child, dt, dd, th:first-child, td:first-child")
			.forEach((one) -> one.text(words));
		MarkdownText text = new MarkdownText(page.selectFirst("main"), "：");
		Document read = read("# " + text.title() + "\n\n" + text.body());
		assertThat(read.select("h1, h2, p, li, th, td, blockquote").not(":has(p, li)").eachText()).as(text.body())
			.containsExactly(words, words, words, words, "甲 乙", words + "：" + words, words, "丙", words, "丁", words);
		assertThat(read.select("a, img, em, strong, code, del, hr, sup, pre")).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', quoteCharacter = '"', value = { "<p>甲<b>乙</b>丙</p>; 甲**乙**丙",
			"<p>甲<b>“乙”</b>丙</p>; 甲“乙”丙", "<p>甲<em> 乙 </em>丙</p>; 甲 *乙* 丙",
			"<p>甲 <a href='/x(1)'>乙</a>！</p>; 甲 [乙](https://college.example/x%281%29)！",
			"<p>好!<a href='/x'>乙</a></p>; 好\\![乙](https://college.example/x)", "<p><a href='#x'>乙</a></p>; 乙",
			"<p><img src='/y.png' alt='一[张]图'></p>; ![一\\[张\\]图](https://college.example/y.png)",
			"<p>他说<q>好</q>。</p>; 他说“好”。",
			"<ol><li>甲<ul><li>乙</li></ul></li><li><p>丙</p><p>丁</p></li></ol>; 1. 甲||   - 乙|2. 丙||   丁",
			"<table><tr><th colspan=2>甲</th></tr><tr><td>a|b</td><td>乙</td></tr></table>; ¦ 甲 ¦  ¦|¦ --- ¦ --- ¦|¦ a\\¦b ¦ 乙 ¦" })
	void markupBecomesMarkdown(String html, String markdown) {
		Element main = Jsoup.parse("<main><h1>x</h1>" + html + "</main>", BASE_URL).selectFirst("main");
		assertThat(new MarkdownText(main, "：").body()).isEqualTo(markdown.replace('|', '\n').replace('¦', '|'));
	}

}
