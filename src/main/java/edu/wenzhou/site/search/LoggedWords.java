package edu.wenzhou.site.search;

import java.text.Normalizer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What of a query may be kept. */
final class LoggedWords {

	/** No query is longer; what is, is looked at so far. */
	private static final int LOOKED_AT = 1_000;

	private static final Pattern EMAIL = Pattern.compile("[^\\s@]\\s?@\\s?[^\\s@]");

	/** Digits, also with the signs that people group them by. */
	private static final Pattern NUMBER = Pattern.compile("[0-9](?:[\\s().·_–—-]{0,3}[0-9])*");

	/** As telephones, identity cards, candidates and accounts have them. */
	private static final int PERSONAL_DIGITS = 7;

	private static final Pattern YEARS = Pattern.compile("(?:19|20)[0-9]{2}(?:\\D{1,3}(?:19|20)[0-9]{2})*");

	private LoggedWords() {
	}

	/**
	 * The words of a query, as searches compare them; empty where there are none, where
	 * they look like something about a person, or where they are longer than anything
	 * that people can keep for a query: a part of them would be another query. Names
	 * can't be told from words.
	 */
	static String of(String query) {
		if (query == null) {
			return "";
		}
		String looked = Normalizer.normalize(start(query, LOOKED_AT), Normalizer.Form.NFKC);
		boolean personal = EMAIL.matcher(looked).find()
				|| NUMBER.matcher(looked).results().map(MatchResult::group).anyMatch(LoggedWords::isPersonal);
		Folded words = Folded.of(looked);
		return (personal || words.length() > Query.LONGEST) ? "" : words.text().strip();
	}

	private static boolean isPersonal(String number) {
		return number.replaceAll("\\D", "").length() >= PERSONAL_DIGITS && !YEARS.matcher(number).matches();
	}

	private static String start(String text, int codePoints) {
		return (text.length() <= codePoints) ? text : text.substring(0,
				text.offsetByCodePoints(0, Math.min(codePoints, text.codePointCount(0, text.length()))));
	}

}
