package edu.wenzhou.site.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds what looks like the personal data of somebody: numbers of identity cards, mobile
 * telephones and bank cards, and addresses at providers of private mail. Switchboards,
 * hotlines, years and order numbers are none of it; where something is as likely to be
 * one of those, nothing is said, since people stop reading what is often wrong.
 */
public final class PersonalData {

	/** Nothing that a number could be a part of stands before it. */
	private static final String START = "(?<![0-9a-z_])(?<![0-9][.-])";

	private static final String END = "(?![0-9a-z_])(?![.-][0-9])";

	private static final Pattern IDENTITY_CARD = Pattern
		.compile(START + "([1-8][0-9]{5}[ -]?(?:19|20)[0-9]{6}[ -]?[0-9]{3}[0-9x])" + END);

	/** With the country's number, or without. The two signs between its parts are one. */
	private static final Pattern MOBILE = Pattern
		.compile("(?:(?<![0-9a-z_])(?:\\+|00)86[ -]?|(?<![0-9a-z_])86[ -]|\\(86\\) ?|" + START
				+ ")(1[3-9][0-9](?:[0-9]{8}|([ -])[0-9]{4}\\2[0-9]{4}))" + END);

	/**
	 * The first digits are those that cards begin with; 2 is left out, as dates and order
	 * numbers do. With blanks only those of UnionPay: four sums beside one another look
	 * the same.
	 */
	private static final Pattern BANK_CARD = Pattern
		.compile(START + "((?:[3-6][0-9]|95)[0-9]{14,17}|62[0-9]{2}(?:([ -])[0-9]{4}){3}(?:[ -]?[0-9]{1,3})?)" + END);

	private static final Pattern PRIVATE_MAIL = Pattern
		.compile("(?<![a-z0-9._%+-])([a-z0-9_][a-z0-9._%+-]{0,63}@(?:vip\\.)?"
				+ "(?:qq\\.com|foxmail\\.com|163\\.(?:com|net)|126\\.com|yeah\\.net|188\\.com|139\\.com|189\\.cn|wo\\.cn"
				+ "|sina\\.(?:com|cn|com\\.cn)|sohu\\.com|aliyun\\.com|21cn\\.com|tom\\.com|263\\.net|gmail\\.com"
				+ "|googlemail\\.com|hotmail\\.com|outlook\\.com|live\\.(?:com|cn)|msn\\.com|icloud\\.com|me\\.com"
				+ "|yahoo\\.(?:com|cn|com\\.cn)|proton\\.me|protonmail\\.com))(?![a-z0-9-]|\\.[a-z0-9])");

	/** The first two digits of an identity card: a province. */
	private static final Set<Integer> PROVINCES = Set.of(11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41,
			42, 43, 44, 45, 46, 50, 51, 52, 53, 54, 61, 62, 63, 64, 65, 71, 81, 82, 83);

	private static final int[] WEIGHTS = { 7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2 };

	private static final String CHECK_DIGITS = "10x98765432";

	private PersonalData() {
	}

	/** All that there is in a line of text, in its order. */
	public static List<Found> in(String text) {
		FoldedText folded = FoldedText.of(text);
		List<Found> found = new ArrayList<>();
		// The first of them has the say: an identity card may pass for a bank card, too
		for (Kind kind : Kind.values()) {
			Matcher matcher = kind.pattern.matcher(folded.text());
			while (matcher.find()) {
				String compact = matcher.group(1).replaceAll("[ -]", "");
				int start = matcher.start(1);
				int end = matcher.end(1);
				if (kind.holds(compact) && found.stream().noneMatch((one) -> start < one.end && one.start < end)) {
					found.add(new Found(kind, folded.spot(start, end), kind.masked(matcher.group(1), compact), start,
							end));
				}
			}
		}
		found.sort(Comparator.comparingInt(Found::start));
		return found;
	}

	/**
	 * The same for many lines, kind by kind; kinds of which there is nothing are left
	 * out.
	 */
	public static List<Group> groups(List<String> lines) {
		List<Found> all = lines.stream().flatMap((line) -> in(line).stream()).toList();
		return Arrays.stream(Kind.values())
			.map((kind) -> new Group(kind, all.stream().filter((one) -> one.kind() == kind).toList()))
			.filter((group) -> !group.found().isEmpty())
			.toList();
	}

	private static boolean isIdentityCard(String number) {
		if (!PROVINCES.contains(Integer.parseInt(number, 0, 2, 10))) {
			return false;
		}
		try {
			LocalDate.of(Integer.parseInt(number, 6, 10, 10), Integer.parseInt(number, 10, 12, 10),
					Integer.parseInt(number, 12, 14, 10));
		}
		catch (DateTimeException ex) {
			return false;
		}
		int sum = 0;
		for (int i = 0; i < WEIGHTS.length; i++) {
			sum += (number.charAt(i) - '0') * WEIGHTS[i];
		}
		return CHECK_DIGITS.charAt(sum % 11) == number.charAt(17);
	}

	/** The sum by Luhn; a digit again and again is an example. */
	private static boolean isBankCard(String number) {
		if (number.length() < 16 || number.length() > 19 || number.chars().skip(1).distinct().count() < 3) {
			return false;
		}
		int sum = 0;
		for (int i = 0; i < number.length(); i++) {
			int digit = number.charAt(number.length() - 1 - i) - '0';
			int counted = (i % 2 == 1) ? digit * 2 : digit;
			sum += (counted > 9) ? counted - 9 : counted;
		}
		return sum % 10 == 0;
	}

	private static String stars(String text, int first, int last) {
		return text.substring(0, first) + "*".repeat(text.length() - first - last)
				+ text.substring(text.length() - last);
	}

	/** What is looked for; the names are stored. */
	public enum Kind {

		/** Eighteen digits, the last one right. Those of fifteen are no longer valid. */
		IDENTITY_CARD(PersonalData.IDENTITY_CARD),
		/** 16 to 19 digits that sum up. */
		BANK_CARD(PersonalData.BANK_CARD),
		/** Of the mainland. */
		MOBILE(PersonalData.MOBILE),
		/** At a provider that people have mail boxes of their own at. */
		PRIVATE_MAIL(PersonalData.PRIVATE_MAIL);

		private final Pattern pattern;

		Kind(Pattern pattern) {
			this.pattern = pattern;
		}

		private boolean holds(String compact) {
			return switch (this) {
				case IDENTITY_CARD -> isIdentityCard(compact);
				case BANK_CARD -> isBankCard(compact);
				default -> true;
			};
		}

		/** What may stand in its place: enough to know oneself by. */
		private String masked(String found, String compact) {
			return switch (this) {
				case IDENTITY_CARD -> stars(compact, 6, 4).toUpperCase(Locale.ROOT);
				case BANK_CARD -> stars(compact, 0, 4);
				case MOBILE -> stars(compact, 3, 4);
				case PRIVATE_MAIL -> found.charAt(0) + "***" + found.substring(found.indexOf('@'));
			};
		}

	}

	/** All of one kind in a text. */
	public record Group(Kind kind, List<Found> found) {

		/** More would not be read. */
		private static final int SHOWN = 20;

		public List<Spot> spots() {
			return this.found.stream().map(Found::spot).toList();
		}

		/** What may stand there instead, for people to take over. */
		public String masked() {
			List<String> masked = this.found.stream().map(Found::masked).distinct().toList();
			return masked.stream().limit(SHOWN).collect(Collectors.joining("、"))
					+ ((masked.size() > SHOWN) ? "……" : "");
		}

		/** The places, for people to find them. */
		public String places() {
			return this.found.stream().limit(SHOWN).map((one) -> one.spot().toString()).collect(Collectors.joining("、"))
					+ ((this.found.size() > SHOWN) ? "……" : "");
		}

	}

	/**
	 * Something that was found.
	 *
	 * @param masked what may stand there instead
	 */
	public record Found(Kind kind, Spot spot, String masked, int start, int end) {

	}

}
