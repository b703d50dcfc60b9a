package edu.wenzhou.site.wording;

import java.util.List;

import edu.wenzhou.site.text.FoldedText;
import edu.wenzhou.site.text.PlainText;
import edu.wenzhou.site.text.Spot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class WordLookoutTests {

	/** How often a word is found in a text where something else is suggested. */
	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			第一           | ''       | 第一、第一，第 一              | 2
			ＡＢ           | ''       | ab、Ab、ＡＢ                   | 3
			ai             | ''       | AI，AI学院，said，ai2，用AI    | 3
			top 10         | ''       | top　10                        | 1
			学院           | 职业学院 | 职业学院、学院、学院职业学院   | 2
			全国最好       | ''       | 全国\u200b最好                 | 1
			啊啊           | ''       | 啊啊啊啊                       | 2
			没有           | ''       | 别的                           | 0
			""")
	void everyPlaceIsFound(String word, String suggestion, String text, int places) {
		assertThat(spots(text, word, suggestion)).hasSize(places);
	}

	@Test
	void aPlaceIsShownAsItWasWritten() {
		assertThat(spots("在ＡＢ里", "ab", "")).containsExactly(new Spot("在", "ＡＢ", "里"));
	}

	@Test
	void emphasisIsNoGapAndBlocksAreOne() {
		List<String> lines = PlainText
			.of("<p>全国<strong>最</strong><em>好</em>的</p><p>全国</p><p>最好</p><ul><li>全国</li><li>最好</li></ul>全国<br>最好"
					+ "<img alt=\"全国最好\"><table><tr><td>全国</td><td>最好</td></tr></table>")
			.lines();
		assertThat(lines.stream().flatMap((line) -> spots(line, "全国最好", "").stream())).hasSize(2);
	}

	private static List<Spot> spots(String text, String word, String suggestion) {
		return WordLookout.spots(FoldedText.of(text), FoldedText.of(word).text(), FoldedText.of(suggestion).text());
	}

}
