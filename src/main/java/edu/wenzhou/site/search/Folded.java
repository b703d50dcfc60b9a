package edu.wenzhou.site.search;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

import com.github.houbb.opencc4j.support.datamap.impl.DataMaps;

/**
 * A text as searches compare it: letters, digits and Chinese characters, all in one width
 * and case, without accents, traditional characters as simplified ones; whatever stands
 * between them is one space. Quotation marks and hyphens between two Chinese characters,
 * apostrophes in a word and what nobody sees are nothing: people leave them out.
 * <p>
 * Each sign knows where it stood. One sign can become several ({@code ㎡} is {@code m2}),
 * never several one, so a part of a text folds as it does in the whole.
 */
final class Folded {

	private static final int SPACE = ' ';

	private static final String APOSTROPHES = "'’ʼ＇";

	private static final String JOINERS = APOSTROPHES + "\"“”‘「」『』《》〈〉＂-‐‑‒–—―－~～·•・‧";

	private static final Map<Integer, Integer> SIMPLIFIED = simplified();

	private final int[] signs;

	/** In characters of the text, for each sign where it began and ended. */
	private final int[] starts;

	private final int[] ends;

	private Folded(int[] signs, int[] starts, int[] ends) {
		this.signs = signs;
		this.starts = starts;
		this.ends = ends;
	}

	static Folded of(String text) {
		Folder folder = new Folder(text.length());
		for (int i = 0; i < text.length();) {
			int sign = text.codePointAt(i);
			int next = i + Character.charCount(sign);
			folder.take(sign, i, next);
			i = next;
		}
		return folder.folded();
	}

	int length() {
		return this.signs.length;
	}

	/** A code point. */
	int sign(int index) {
		return this.signs[index];
	}

	/** Where the text has the sign. */
	int start(int index) {
		return this.starts[index];
	}

	/** Where the text has what follows the sign. */
	int end(int index) {
		return this.ends[index];
	}

	boolean hasSpace(int index) {
		return this.signs[index] == SPACE;
	}

	boolean hasHan(int index) {
		return isHan(this.signs[index]);
	}

	/** The signs from one index up to another. */
	String text(int from, int to) {
		return new String(this.signs, from, to - from);
	}

	/** The whole, with single spaces. */
	String text() {
		return text(0, length());
	}

	/** The whole without spaces, by which names are compared. */
	String key() {
		return text().replace(" ", "");
	}

	static boolean isHan(int sign) {
		return sign > 0x2E7F && UnicodeScript.of(sign) == UnicodeScript.HAN;
	}

	private static Map<Integer, Integer> simplified() {
		Map<Integer, Integer> simplified = new HashMap<>();
		DataMaps.defaults().tsChar().forEach((traditional, candidates) -> {
			String first = candidates.get(0);
			if (traditional.codePointCount(0, traditional.length()) == 1
					&& first.codePointCount(0, first.length()) == 1) {
				simplified.put(traditional.codePointAt(0), first.codePointAt(0));
			}
		});
		return Map.copyOf(simplified);
	}

	/** Takes one sign after the other. */
	private static final class Folder {

		private int[] signs;

		private int[] starts;

		private int[] ends;

		private int length;

		/** What stood since the last letter and may be nothing. */
		private boolean apostrophes;

		private boolean joiners;

		private boolean others;

		private Folder(int expected) {
			this.signs = new int[Math.max(expected, 16)];
			this.starts = new int[this.signs.length];
			this.ends = new int[this.signs.length];
		}

		private void take(int sign, int start, int end) {
			// Most of all texts, and nothing to normalise
			if (sign < 0x80 || sign >= 0x3400 && sign < 0xA000 || JOINERS.indexOf(sign) >= 0) {
				put(sign, start, end);
			}
			else if (Character.getType(sign) != Character.FORMAT) {
				Normalizer.normalize(Character.toString(sign), Normalizer.Form.NFKD)
					.codePoints()
					.filter((part) -> Character.getType(part) != Character.NON_SPACING_MARK)
					.forEach((part) -> put(part, start, end));
			}
		}

		private void put(int sign, int start, int end) {
			if (!Character.isLetterOrDigit(sign) && !isHan(sign)) {
				this.apostrophes |= APOSTROPHES.indexOf(sign) >= 0;
				this.joiners |= JOINERS.indexOf(sign) >= 0;
				this.others |= JOINERS.indexOf(sign) < 0;
				return;
			}
			int folded = Character.toLowerCase(SIMPLIFIED.getOrDefault(sign, sign));
			if (isGap(folded)) {
				add(SPACE, this.ends[this.length - 1], start);
			}
			add(folded, start, end);
			this.apostrophes = false;
			this.joiners = false;
			this.others = false;
		}

		/** Whether there is a space before this letter. */
		private boolean isGap(int next) {
			if (this.length == 0 || !this.joiners && !this.others) {
				return false;
			}
			boolean after = isHan(this.signs[this.length - 1]);
			return this.others || after != isHan(next) || !after && !this.apostrophes;
		}

		private void add(int sign, int start, int end) {
			if (this.length == this.signs.length) {
				int larger = this.length * 2;
				this.signs = Arrays.copyOf(this.signs, larger);
				this.starts = Arrays.copyOf(this.starts, larger);
				this.ends = Arrays.copyOf(this.ends, larger);
			}
			this.signs[this.length] = sign;
			this.starts[this.length] = start;
			this.ends[this.length] = end;
			this.length++;
		}

		private Folded folded() {
			return new Folded(Arrays.copyOf(this.signs, this.length), Arrays.copyOf(this.starts, this.length),
					Arrays.copyOf(this.ends, this.length));
		}

	}

}
