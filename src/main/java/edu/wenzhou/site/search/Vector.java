package edu.wenzhou.site.search;

import java.util.LinkedHashMap;
import java.util.Map;

import edu.wenzhou.site.search.Tokeniser.Token;

/**
 * A {@code tsvector} of PostgreSQL, as the text that it is cast from. It never becomes
 * what the database refuses: what has no room any more is left out, far behind the
 * beginning of a very long text.
 */
final class Vector {

	/** Of names, the lead, headings, and the rest. */
	enum Weight {

		A, B, C, D

	}

	/**
	 * PostgreSQL knows positions up to 16,383. Beyond them we begin again, so that
	 * phrases are found in all of a long text, at the price that two ends of it may seem
	 * to meet.
	 */
	private static final int POSITIONS = 16_000;

	/** The database keeps so many positions of a lexeme. */
	private static final int MOST_OF_ONE = 255;

	/** PostgreSQL takes 1,048,575 bytes of lexemes and positions. */
	private static final int MOST_BYTES = 1_000_000;

	private final Map<String, StringBuilder> lexemes = new LinkedHashMap<>();

	private final Map<String, Integer> numbers = new LinkedHashMap<>();

	private int next = 1;

	private int bytes;

	/** Adds a text, apart from those before it. */
	void add(String text, Weight weight) {
		add(Folded.of(text), weight);
	}

	void add(Folded text, Weight weight) {
		int last = 0;
		for (Token token : Tokeniser.tokens(text)) {
			add(token.text(), this.next + token.position(), weight);
			last = token.position() + 1;
		}
		// So that no phrase reaches from one text into another
		this.next += last + 1;
	}

	/** Adds a lexeme that is no part of a text. */
	void add(String lexeme, int position, Weight weight) {
		int number = this.numbers.getOrDefault(lexeme, 0);
		// Room for alignment and the number of positions, then two bytes each
		int more = (number == 0) ? lexeme.length() * 3 + 6 : 2;
		if (number == MOST_OF_ONE || this.bytes + more > MOST_BYTES) {
			return;
		}
		this.bytes += more;
		this.numbers.put(lexeme, number + 1);
		StringBuilder positions = this.lexemes.computeIfAbsent(lexeme, (key) -> new StringBuilder());
		positions.append((number == 0) ? ':' : ',').append((position - 1) % POSITIONS + 1);
		if (weight != Weight.D) {
			positions.append(weight);
		}
	}

	@Override
	public String toString() {
		StringBuilder text = new StringBuilder();
		this.lexemes.forEach(
				(lexeme, positions) -> text.append('\'').append(lexeme).append('\'').append(positions).append(' '));
		return text.toString();
	}

}
