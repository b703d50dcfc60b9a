package edu.wenzhou.site.fact;

import java.time.LocalDate;
import java.util.List;

import edu.wenzhou.site.drawing.OpenEnd;

/**
 * A {@link Fact} as a reader of one language sees it.
 *
 * @param code names the figure in texts, and its row on the figures page
 * @param lang the {@code lang} attribute that its words need: null where they are in the
 * page's own language
 * @param label what is counted
 * @param qualifier how exact the number is
 * @param before the word that stands before the number (近, 超), with its space, or empty
 * @param value the number or rank, as the source writes it or as English does
 * @param after the word that stands after the number (余, 多), or empty
 * @param unit with its space; empty for a rank
 * @param period the time the figure counts, or null
 * @param asOf the day for which it was taken, or null
 * @param group its heading on the figures page
 * @param state how far it can be relied on
 * @param sources the passages behind it; the first is the one shown
 */
public record Figure(String code, String lang, String label, Qualifier qualifier, String before, String value,
		String after, String unit, String period, LocalDate asOf, FactGroup group, FactState state,
		List<SourceQuote> sources) {

	/** The figure in running text: 近900人, nearly 900 staff. */
	public String text() {
		return this.before + this.value + this.after + this.unit;
	}

	/** What is shown of it where it is set large. */
	public Face face() {
		return new Face(this.lang, this.label, this.before, this.value, this.after + this.unit, this.period, this.state,
				this.sources.stream()
					.map((source) -> new Notes.Sentence(source.getSentence(), List.of(source)))
					.toList());
	}

	/** The passage it comes from, on the sources page. */
	public String sourcePath() {
		return this.sources.get(0).getPath();
	}

	/** The passages that repeat or contradict it. */
	public List<SourceQuote> otherSources() {
		return this.sources.subList(1, this.sources.size());
	}

	/** The number, for a chart; null for words such as 第一. */
	public Integer number() {
		String digits = this.value.replace(",", "");
		return digits.matches("[0-9]{1,9}") ? Integer.valueOf(digits) : null;
	}

	/** How the end of its bar is drawn: the source's 近 and 超 are never rounded away. */
	public OpenEnd end() {
		return switch (this.qualifier) {
			case EXACT -> OpenEnd.NONE;
			case NEARLY -> OpenEnd.BELOW;
			case OVER, MORE, SOME, OVER_AND_MORE -> OpenEnd.ABOVE;
		};
	}

	public boolean conflicting() {
		return this.state == FactState.CONFLICTING;
	}

	public boolean confirmed() {
		return this.state == FactState.CONFIRMED;
	}

	/**
	 * What a figure set large looks like, on every page.
	 *
	 * @param rest the word after the number, and the unit
	 * @param sentences behind it, each with its own passage underlined
	 */
	public record Face(String lang, String label, String before, String value, String rest, String period,
			FactState state, List<Notes.Sentence> sentences) {

		public boolean confirmed() {
			return this.state == FactState.CONFIRMED;
		}

	}

}
