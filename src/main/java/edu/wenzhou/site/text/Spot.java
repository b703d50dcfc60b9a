package edu.wenzhou.site.text;

/**
 * A place in a text, with a little of what is around it.
 *
 * @param found the place itself, as it was written
 */
public record Spot(String before, String found, String after) {

	/** Characters on each side. */
	private static final int AROUND = 16;

	static Spot of(String text, int start, int end) {
		int from = edge(text, Math.max(0, start - AROUND));
		int to = edge(text, Math.min(text.length(), end + AROUND));
		return new Spot(((from > 0) ? "…" : "") + text.substring(from, start), text.substring(start, end),
				text.substring(end, to) + ((to < text.length()) ? "…" : ""));
	}

	/** Never between the two halves of one character. */
	private static int edge(String text, int at) {
		return (at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at))) ? at - 1 : at;
	}

	/** For a sentence about it. */
	@Override
	public String toString() {
		return "「" + this.before + "【" + this.found + "】" + this.after + "」";
	}

}
