package edu.wenzhou.site.text;

/**
 * A text as it is compared with others: full-width signs as narrow ones, capitals as
 * small letters, all blanks and all dashes as one, without what nobody sees. Each sign
 * knows where it came from, so that the original can be shown.
 */
public final class FoldedText {

	private final String original;

	private final String text;

	private final int[] at;

	private FoldedText(String original, String text, int[] at) {
		this.original = original;
		this.text = text;
		this.at = at;
	}

	public static FoldedText of(String original) {
		StringBuilder folded = new StringBuilder(original.length());
		int[] at = new int[original.length() + 1];
		for (int i = 0; i < original.length(); i++) {
			char sign = original.charAt(i);
			int type = Character.getType(sign);
			if (type != Character.FORMAT && type != Character.CONTROL) {
				at[folded.length()] = i;
				folded.append(fold(sign, type));
			}
		}
		at[folded.length()] = original.length();
		return new FoldedText(original, folded.toString(), at);
	}

	private static char fold(char sign, int type) {
		char narrow = (sign >= '\uff01' && sign <= '\uff5e') ? (char) (sign - 0xfee0) : sign;
		return switch (type) {
			case Character.SPACE_SEPARATOR -> ' ';
			case Character.DASH_PUNCTUATION -> '-';
			default -> Character.toLowerCase(narrow);
		};
	}

	/** As it is compared. */
	public String text() {
		return this.text;
	}

	/** A part of it, with what was around it. */
	public Spot spot(int start, int end) {
		return Spot.of(this.original, this.at[start], (end > start) ? this.at[end - 1] + 1 : this.at[end]);
	}

}
