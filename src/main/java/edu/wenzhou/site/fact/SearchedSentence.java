package edu.wenzhou.site.fact;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import edu.wenzhou.site.publishing.Attention.Mark;
import edu.wenzhou.site.publishing.Attention.Part;

/**
 * A sentence of a source as it is searched: width, case, blanks and the kind of quotation
 * marks do not count, and a masked word reads as what it was. Every letter knows the
 * place in the sentence that it comes from.
 */
final class SearchedSentence {

	private final String heading;

	private final String content;

	private final List<Unit> units = new ArrayList<>();

	/** Compared. */
	private final int[] letters;

	/** To each letter, its unit. */
	private final int[] unitOf;

	/**
	 * Reads a sentence.
	 * @param masked what a filter put in place of a word; null for nothing
	 * @param restored that word
	 */
	SearchedSentence(String heading, String content, String masked, String restored) {
		this.heading = heading;
		this.content = content;
		List<Integer> all = new ArrayList<>();
		List<Integer> owners = new ArrayList<>();
		int at = 0;
		while (at < content.length()) {
			boolean hidden = masked != null && content.startsWith(masked, at);
			int end = at + (hidden ? masked.length() : Character.charCount(content.codePointAt(at)));
			Unit unit = new Unit(hidden ? restored : content.substring(at, end), at, end, hidden);
			this.units.add(unit);
			for (int letter : letters(unit.shown())) {
				all.add(letter);
				owners.add(this.units.size() - 1);
			}
			at = end;
		}
		this.letters = all.stream().mapToInt(Integer::intValue).toArray();
		this.unitOf = owners.stream().mapToInt(Integer::intValue).toArray();
	}

	/** What of a text is compared. */
	static int[] letters(String text) {
		return Normalizer.normalize(text, Normalizer.Form.NFKC)
			.toLowerCase(Locale.ROOT)
			.codePoints()
			.filter((letter) -> !Character.isWhitespace(letter) && !Character.isISOControl(letter))
			.map((letter) -> switch (letter) {
				case '“', '”', '„' -> '"';
				case '‘', '’' -> '\'';
				case '–', '—', '―' -> '-';
				default -> letter;
			})
			.toArray();
	}

	String heading() {
		return this.heading;
	}

	String content() {
		return this.content;
	}

	/** Where some letters first stand; null for nowhere. */
	Span find(int[] words) {
		for (int start = 0; words.length > 0 && start + words.length <= this.letters.length; start++) {
			if (Arrays.equals(this.letters, start, start + words.length, words, 0, words.length)) {
				return span(start, start + words.length, 0);
			}
		}
		return null;
	}

	/**
	 * The part that is most like some letters, by how many have to be put in, taken out
	 * or changed (Sellers' algorithm).
	 */
	Span closest(int[] words) {
		int length = this.letters.length;
		int[] cost = new int[length + 1];
		int[] start = new int[length + 1];
		Arrays.setAll(start, (column) -> column);
		for (int row = 1; row <= words.length; row++) {
			int diagonal = cost[0];
			int diagonalStart = start[0];
			cost[0] = row;
			for (int column = 1; column <= length; column++) {
				int change = diagonal + ((this.letters[column - 1] == words[row - 1]) ? 0 : 1);
				int least = Math.min(change, Math.min(cost[column], cost[column - 1]) + 1);
				int from = (least == change) ? diagonalStart
						: (least == cost[column] + 1) ? start[column] : start[column - 1];
				diagonal = cost[column];
				diagonalStart = start[column];
				cost[column] = least;
				start[column] = from;
			}
		}
		int best = 0;
		for (int column = 1; column <= length; column++) {
			if (cost[column] < cost[best]) {
				best = column;
			}
		}
		return (start[best] < best) ? span(start[best], best, cost[best]) : null;
	}

	private Span span(int from, int to, int distance) {
		return new Span(this.unitOf[from], this.unitOf[to - 1], distance);
	}

	/** Word for word. */
	String text(Span span) {
		return this.content.substring(this.units.get(span.first()).from(), this.units.get(span.last()).to());
	}

	/** All of it to be read, with some parts set off. */
	List<Part> parts(List<Span> marked) {
		List<Part> parts = new ArrayList<>();
		StringBuilder text = new StringBuilder();
		for (int i = 0; i < this.units.size(); i++) {
			text.append(this.units.get(i).shown());
			Mark mark = mark(i, marked);
			if (i + 1 == this.units.size() || mark(i + 1, marked) != mark) {
				parts.add(new Part(text.toString(), mark));
				text.setLength(0);
			}
		}
		return parts;
	}

	private Mark mark(int unit, List<Span> marked) {
		if (this.units.get(unit).restored()) {
			return Mark.RESTORED;
		}
		return marked.stream().anyMatch((span) -> span.first() <= unit && unit <= span.last()) ? Mark.MARKED
				: Mark.NONE;
	}

	/** A letter or a masked word, and where it stands. */
	private record Unit(String shown, int from, int to, boolean restored) {

	}

	/**
	 * A part of a sentence, by its units.
	 *
	 * @param distance how far it is from what was looked for; 0 for the same
	 */
	record Span(int first, int last, int distance) {

	}

}
