package edu.wenzhou.site.profile;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import edu.wenzhou.site.drawing.OpenEnd;

/**
 * A length of time, as the period of a figure says it: 连续16年, 近五年, 多年. A period that says
 * something else, such as 每年, is none. The 近 of 近五年 means the years just past, not fewer
 * than five.
 *
 * @param years how many; 0 where the words are 多年
 */
record Span(int years, OpenEnd end) {

	private static final String DIGITS = "一二三四五六七八九";

	private static final List<String> WORDS = List.of("one", "two", "three", "four", "five", "six", "seven", "eight",
			"nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
			"nineteen", "twenty");

	private static final Pattern CHINESE = Pattern.compile("(超过?|连续近)?(?<![0-9第十" + DIGITS + "])([0-9]{1,2}|[" + DIGITS
			+ "]?十[" + DIGITS + "]?|[" + DIGITS + "])([余多])?年");

	private static final Pattern ENGLISH = Pattern
		.compile("(?:(over|more than|nearly)\\s)?\\b([0-9]{1,2}|" + String.join("|", WORDS) + ")\\syears?\\b");

	private static final Pattern UNKNOWN = Pattern.compile("[多数]年|\\b(many|several)\\syears\\b");

	/** The length that a text tells of. */
	static Optional<Span> of(String period) {
		if (period == null) {
			return Optional.empty();
		}
		String text = period.replace('\u00a0', ' ');
		Matcher chinese = CHINESE.matcher(text);
		if (chinese.find()) {
			return Optional.of(new Span(number(chinese.group(2)),
					end(chinese.group(1), chinese.group(3) != null, "连续近".equals(chinese.group(1)))));
		}
		Matcher english = ENGLISH.matcher(text);
		if (english.find()) {
			return Optional.of(new Span(number(english.group(2)),
					end(english.group(1), false, "nearly".equals(english.group(1)))));
		}
		return UNKNOWN.matcher(text).find() ? Optional.of(new Span(0, OpenEnd.ABOVE)) : Optional.empty();
	}

	private static OpenEnd end(String before, boolean more, boolean nearly) {
		if (nearly) {
			return OpenEnd.BELOW;
		}
		return (before != null || more) ? OpenEnd.ABOVE : OpenEnd.NONE;
	}

	private static int number(String text) {
		if (WORDS.contains(text)) {
			return WORDS.indexOf(text) + 1;
		}
		if (Character.isDigit(text.charAt(0))) {
			return Integer.parseInt(text);
		}
		int ten = text.indexOf('十');
		if (ten < 0) {
			return DIGITS.indexOf(text) + 1;
		}
		int tens = (ten == 0) ? 1 : DIGITS.indexOf(text.charAt(0)) + 1;
		return tens * 10 + DIGITS.indexOf(text.substring(ten + 1)) + ((ten + 1 < text.length()) ? 1 : 0);
	}

}
