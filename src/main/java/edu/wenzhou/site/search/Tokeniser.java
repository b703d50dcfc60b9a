package edu.wenzhou.site.search;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a text into what the index holds. Chinese has no spaces, and what a dictionary
 * takes for its words is wrong for names and new ones, so a run of Chinese characters
 * becomes its overlapping pairs, and its last character alone: then each character begins
 * one of them, and one character is looked for as a beginning. Letters and digits become
 * words.
 */
final class Tokeniser {

	/** To be raised whenever the same text gives something else. */
	static final int VERSION = 1;

	/** In signs; of a longer word the rest is left out. */
	static final int LONGEST_WORD = 40;

	private Tokeniser() {
	}

	static List<Token> tokens(Folded text) {
		List<Token> tokens = new ArrayList<>();
		int position = 0;
		for (int from = 0; from < text.length();) {
			if (text.hasSpace(from)) {
				from++;
				continue;
			}
			boolean han = text.hasHan(from);
			int to = from + 1;
			while (to < text.length() && !text.hasSpace(to) && text.hasHan(to) == han) {
				to++;
			}
			if (han) {
				for (int i = from; i < to; i++) {
					tokens.add(new Token(text.text(i, Math.min(i + 2, to)), position++, true));
				}
			}
			else {
				tokens.add(new Token(text.text(from, Math.min(to, from + LONGEST_WORD)), position++, false));
			}
			from = to;
		}
		return tokens;
	}

	/**
	 * A pair, a last character or a word.
	 *
	 * @param position counted in characters of a run and in words
	 * @param han whether it is Chinese
	 */
	record Token(String text, int position, boolean han) {

		/** Whether it is the last character of a run. */
		boolean isLast() {
			return this.han && this.text.codePointCount(0, this.text.length()) == 1;
		}

	}

}
