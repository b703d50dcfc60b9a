package edu.wenzhou.site.search;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

import edu.wenzhou.site.search.Ranking.Match;
import edu.wenzhou.site.search.Tokeniser.Token;

/** Marks what was looked for, and cuts a text around it. */
final class Excerpt {

	/** As wide as so many Latin letters; a Chinese character is as wide as two. */
	private static final int WIDTH = 190;

	/** So much of it stands before what was looked for. */
	private static final int BEFORE = 40;

	private static final String SENTENCE_ENDS = "。！？；.!?;\n";

	private static final String CLAUSE_ENDS = "，、：,:";

	private static final String MORE = "…";

	private Excerpt() {
	}

	/** All of a text. */
	static List<Piece> whole(String text, Query query, Match match) {
		return cut(text, 0, text.length(), marks(text, query, match));
	}

	/** The part of a text around the first that was looked for, or its beginning. */
	static List<Piece> around(String text, Query query, Match match) {
		BitSet marks = marks(text, query, match);
		int first = Math.max(0, marks.nextSetBit(0));
		int from = begin(text, first);
		int to = end(text, from);
		List<Piece> pieces = new ArrayList<>();
		if (from > 0 && SENTENCE_ENDS.indexOf(text.charAt(from - 1)) < 0) {
			pieces.add(new Piece(MORE, false));
		}
		pieces.addAll(cut(text, from, to, marks));
		if (to < text.length()) {
			pieces.add(new Piece(MORE, false));
		}
		return pieces;
	}

	/** A sentence that begins not long before, or somewhere not far before. */
	private static int begin(String text, int first) {
		int from = first;
		for (int width = 0; from > 0; from = text.offsetByCodePoints(from, -1)) {
			if (SENTENCE_ENDS.indexOf(text.charAt(from - 1)) >= 0) {
				return from;
			}
			boolean clause = CLAUSE_ENDS.indexOf(text.charAt(from - 1)) >= 0;
			if (clause && width > BEFORE / 2 || width > BEFORE && !isInWord(text, from)) {
				return from;
			}
			width += width(text.codePointBefore(from));
		}
		return from;
	}

	private static int end(String text, int from) {
		int to = from;
		int last = from;
		for (int width = 0; to < text.length() && width <= WIDTH; to += Character.charCount(text.codePointAt(to))) {
			width += width(text.codePointAt(to));
			if (!isInWord(text, to)) {
				last = to;
			}
		}
		return (to == text.length() || last == from) ? to : last;
	}

	private static int width(int sign) {
		return (sign < 0x1100) ? 1 : 2;
	}

	/** Whether a cut there would be one through a Latin word. */
	private static boolean isInWord(String text, int at) {
		return at > 0 && isWord(text.codePointBefore(at)) && isWord(text.codePointAt(at));
	}

	private static boolean isWord(int sign) {
		return Character.isLetterOrDigit(sign) && width(sign) == 1;
	}

	private static List<Piece> cut(String text, int from, int to, BitSet marks) {
		List<Piece> pieces = new ArrayList<>();
		for (int start = from; start < to;) {
			boolean marked = marks.get(start);
			int end = marked ? marks.nextClearBit(start) : marks.nextSetBit(start);
			end = (end < 0) ? to : Math.min(end, to);
			pieces.add(new Piece(text.substring(start, end).replace('\n', ' '), marked));
			start = end;
		}
		return pieces;
	}

	/** The characters of a text that were looked for. */
	private static BitSet marks(String text, Query query, Match match) {
		BitSet marks = new BitSet();
		Folded folded = Folded.of(text);
		for (Folded sought : query.getTexts()) {
			if (match == Match.AS_IT_STANDS) {
				mark(folded, sought, marks);
			}
			else {
				Tokeniser.tokens(sought)
					.stream()
					.filter((token) -> !token.isLast())
					.map(Token::text)
					.forEach((piece) -> mark(folded, Folded.of(piece), marks));
			}
		}
		return marks;
	}

	private static void mark(Folded text, Folded sought, BitSet marks) {
		for (int i = 0; i + sought.length() <= text.length(); i++) {
			boolean word = !text.hasHan(i);
			if (!(word && i > 0 && !text.hasSpace(i - 1) && !text.hasHan(i - 1)) && begins(text, i, sought)) {
				int last = i + sought.length() - 1;
				// A word that goes on is marked as a whole
				while (!text.hasHan(last) && last + 1 < text.length() && !text.hasSpace(last + 1)
						&& !text.hasHan(last + 1)) {
					last++;
				}
				marks.set(text.start(i), text.end(last));
			}
		}
	}

	private static boolean begins(Folded text, int at, Folded sought) {
		for (int i = 0; i < sought.length(); i++) {
			if (text.sign(at + i) != sought.sign(i)) {
				return false;
			}
		}
		return sought.length() > 0;
	}

	/**
	 * A piece of a text.
	 *
	 * @param marked whether it was looked for
	 */
	record Piece(String text, boolean marked) {

	}

}
