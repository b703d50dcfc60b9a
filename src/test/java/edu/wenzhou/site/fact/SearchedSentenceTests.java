package edu.wenzhou.site.fact;

import java.util.List;

import edu.wenzhou.site.publishing.Attention.Mark;
import edu.wenzhou.site.publishing.Attention.Part;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What somebody remembers of a sentence leads to its very letters. */
class SearchedSentenceTests {

	private static final String CONTENT = "秉承“厚德长技,励学敦行”的校训,促进**的办学方向,打造“5G+”研究院。";

	private final SearchedSentence sentence = new SearchedSentence("介绍", CONTENT, "**", "就业");

	@Test
	void widthCaseBlanksAndQuotationMarksDoNotCount() {
		for (String typed : new String[] { "秉承\"厚德长技，励学敦行\"的校训", "秉承“厚德长技, 励学敦行”的校训", "秉承 “ 厚德长技，励学敦行 ” 的校训" }) {
			assertThat(verbatim(typed)).as(typed).isEqualTo("秉承“厚德长技,励学敦行”的校训");
		}
		assertThat(verbatim("５g＋")).isEqualTo("5G+");
		assertThat(verbatim("厚德短技")).isNull();
		assertThat(this.sentence.find(new int[0])).isNull();
	}

	@Test
	void aMaskedWordIsFoundByWhatItWas() {
		assertThat(verbatim("促进就业的办学方向")).isEqualTo("促进**的办学方向");
		assertThat(verbatim("促进**的办学方向")).isNull();
		assertThat(closest("促进**的办学方向")).isEqualTo("促进**的办学方向");
		assertThat(this.sentence.parts(List.of(this.sentence.find(SearchedSentence.letters("促进就业的"))))).containsExactly(
				new Part("秉承“厚德长技,励学敦行”的校训,", Mark.NONE), new Part("促进", Mark.MARKED), new Part("就业", Mark.RESTORED),
				new Part("的", Mark.MARKED), new Part("办学方向,打造“5G+”研究院。", Mark.NONE));
	}

	@Test
	void theClosestPartIsTheOneThatNeedsTheFewestChanges() {
		assertThat(closest("厚德常技，励学敦行")).isEqualTo("厚德长技,励学敦行");
		assertThat(closest("励学敦行的校训")).isEqualTo("励学敦行”的校训");
		assertThat(closest("打造了“5G+”研究院。")).isEqualTo("打造“5G+”研究院。");
		assertThat(this.sentence.closest(SearchedSentence.letters("厚德常技，励学敦行")).distance()).isOne();
		assertThat(this.sentence.closest(SearchedSentence.letters("xyz"))).isNull();
	}

	private String verbatim(String typed) {
		SearchedSentence.Span span = this.sentence.find(SearchedSentence.letters(typed));
		return (span != null) ? this.sentence.text(span) : null;
	}

	private String closest(String typed) {
		return this.sentence.text(this.sentence.closest(SearchedSentence.letters(typed)));
	}

}
