package edu.wenzhou.site.search;

import java.util.List;
import java.util.stream.Collectors;

import edu.wenzhou.site.search.Excerpt.Piece;
import edu.wenzhou.site.search.Ranking.Match;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What of a text is shown, and what in it is marked. */
class ExcerptTests {

	@Test
	void whatWasLookedForIsMarked() {
		assertThat(whole("温州职业技术学院在温州", "温州")).isEqualTo("[温州]职业技术学院在[温州]");
		assertThat(whole("溫州“温·州”", "温州")).isEqualTo("[溫州]“[温·州]”");
		assertThat(whole("School of Design", "des")).isEqualTo("School of [Design]");
		assertThat(whole("Redesign", "des")).isEqualTo("Redesign");
		assertThat(whole("近900人", "900")).isEqualTo("近[900]人");
		assertThat(whole("<b>温州</b>", "温州 b")).isEqualTo("<[b]>[温州]</[b]>");
	}

	@Test
	void piecesAreMarkedWhereOnlyTheyWereFound() {
		assertThat(text(Excerpt.whole("人工智能学院", Query.of("人工只能学院"), Match.IN_PART))).isEqualTo("[人工]智[能学院]");
	}

	@Test
	void anExcerptBeginsWithTheSentence() {
		String text = "第一句话在这里。第二句话里有温州两个字。";
		assertThat(text(around(text, "温州"))).isEqualTo("第二句话里有[温州]两个字。");
	}

	@Test
	void aLongSentenceIsCutAndSaysSo() {
		String text = "样例".repeat(100) + "，其中有温州两个字，" + "样例".repeat(100);
		String excerpt = text(around(text, "温州"));
		assertThat(excerpt).startsWith("…").endsWith("…").contains("[温州]");
		assertThat(excerpt.length()).isLessThan(120);
	}

	@Test
	void latinWordsStayWhole() {
		String excerpt = text(around("antidisestablishmentarianism ".repeat(40) + "here", "here"));
		assertThat(excerpt).startsWith("…").contains("[here]").doesNotContain(" ntidis", "…ntidis");
	}

	@Test
	void withoutAMarkItIsTheBeginning() {
		assertThat(text(around("温州职业技术学院", "rgzn"))).isEqualTo("温州职业技术学院");
		assertThat(around("", "温州")).isEmpty();
	}

	/** No cut between two halves. */
	@Test
	void charactersBeyondTheFirstPlaneStayWhole() {
		String rare = "\ud842\udfb7";
		assertThat(text(around(rare.repeat(300), "温州"))).doesNotContain("?").matches("(" + rare + ")+…");
		assertThat(text(around(rare.repeat(300) + "温州", "温州"))).matches("…(" + rare + ")+\\[温州]");
	}

	private static List<Piece> around(String text, String query) {
		return Excerpt.around(text, Query.of(query), Match.AS_IT_STANDS);
	}

	private static String whole(String text, String query) {
		return text(Excerpt.whole(text, Query.of(query), Match.AS_IT_STANDS));
	}

	private static String text(List<Piece> pieces) {
		return pieces.stream()
			.map((piece) -> piece.marked() ? "[" + piece.text() + "]" : piece.text())
			.collect(Collectors.joining());
	}

}
