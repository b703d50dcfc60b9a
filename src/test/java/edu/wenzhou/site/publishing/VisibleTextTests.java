package edu.wenzhou.site.publishing;

import java.util.List;

import edu.wenzhou.site.publishing.VisibleText.Match;
import edu.wenzhou.site.text.RichText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class VisibleTextTests {

	@ParameterizedTest
	@ValueSource(strings = { "<p><a href=\"/word/x\">a</a></p>", "<p><img src=\"/x.png\" alt=\"word\" /></p>",
			"<th scope='word'>a</th>", "<!-- word -->", "<p>wo<strong>rd</strong></p>", "<p>wo<br />rd</p>",
			"<p>wo</p><p>rd</p>", "<p>[[word]] and [[a-word]]</p>", "<p>https://word.example/a</p>",
			"<p>看 www.word.example。</p>", "<p>word@college.example</p>", "<p>a@word.example</p>",
			"<p>word.edu.cn/a</p>", "<p title=\"a > word\">a</p>" })
	void whatIsNoWordForReadersIsNotFound(String body) {
		assertThat(VisibleText.of(Kind.RICH, body).find("word")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "<p>word</p>", "<p><a href=\"/x\">word</a></p>", "<p>a swords</p>", "<p>a [[b]]word</p>",
			"<p>&#119;ord</p>", "<p>见 https://college.example/a 的word</p>", "<p>a < word</p>", "word" })
	void whatReadersSeeIsFound(String body) {
		assertThat(VisibleText.of(Kind.RICH, body).find("word")).hasSize(1);
	}

	@Test
	void aWholeAddressIsAPhraseLikeAnyOther() {
		String text = "信箱 old@college.example，不是 gold@college.example";
		List<Match> found = VisibleText.of(Kind.LINES, text).find("old@college.example");
		assertThat(found).hasSize(1);
		assertThat(found.get(0).from()).isEqualTo(3);
	}

	/** In rich text they are written as references, and found all the same. */
	@Test
	void lettersThatMeanSomethingInMarkupAreFoundAndWritten() {
		String body = RichText.sanitize("<p>前 A&amp;B &lt;C&gt; \"D\" 100%+ 🎓 后</p>");
		String phrase = "A&B <C> \"D\" 100%+ 🎓";
		List<Match> found = VisibleText.of(Kind.RICH, body).find(phrase);
		assertThat(found).hasSize(1);
		assertThat(body.substring(found.get(0).from(), found.get(0).to()))
			.isEqualTo(VisibleText.written(Kind.RICH, phrase));
		assertThat(found.get(0).before()).isEqualTo(" 前 ");
		assertThat(found.get(0).seen()).isEqualTo(phrase);
		assertThat(VisibleText.written(Kind.RICH, "<b>x</b>")).isEqualTo("&lt;b&gt;x&lt;/b&gt;");
		assertThat(VisibleText.written(Kind.LINE, "<b>x</b>")).isEqualTo("<b>x</b>");
	}

	@Test
	void whatStandsAroundIsShownAcrossElementsAndCutShort() {
		String body = "<p>" + "甲".repeat(40) + "<strong>词</strong>" + "乙".repeat(40) + "</p>";
		Match match = VisibleText.of(Kind.RICH, body).find("词").get(0);
		assertThat(match.before()).isEqualTo("…" + "甲".repeat(24));
		assertThat(match.after()).isEqualTo("乙".repeat(24) + "…");
		assertThat(VisibleText.of(Kind.LINE, "词词词").find("词词")).as("not twice the same letter").hasSize(1);
	}

	/** Nobody waits long for a text that was written to make them wait. */
	@ParameterizedTest
	@ValueSource(strings = { "a", "a.", "<a ", "&amp;", "[[", "a@", "<a b=\"\" ", "<p>", "-www." })
	void aTextIsReadInOneGo(String part) {
		String body = part.repeat(200_000 / part.length());
		assertThat(VisibleText.of(Kind.RICH, body + "词").find("词")).hasSizeLessThan(2);
	}

}
