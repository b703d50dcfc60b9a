package edu.wenzhou.site.staff;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Which passwords are refused: too short, too long, or among the first that anybody would
 * try. No rule asks for capitals or digits; long is what counts.
 */
@Component
class PasswordRules {

	static final int SHORTEST = 12;

	static final int LONGEST = 128;

	/** Whatever repeats with a period up to this is one short password typed often. */
	private static final int PERIOD = 4;

	private static final String[] RUNS = { "0123456789012345678901234567890", "abcdefghijklmnopqrstuvwxyz",
			"qwertyuiopasdfghjklzxcvbnm", "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik,9ol.0p;/", "qazwsxedcrfvtgbyhnujmikolp",
			"1q2w3e4r5t6y7u8i9o0p", "!@#$%^&*()_+" };

	private final Set<String> words = words();

	/**
	 * The message that says what is wrong, or null.
	 * @param own names of the account, which a guess would begin with
	 */
	String problem(String password, String... own) {
		int length = password.codePointCount(0, password.length());
		if (length < SHORTEST) {
			return "staff.password.short";
		}
		if (length > LONGEST) {
			return "staff.password.long";
		}
		return isCommon(password, own) ? "staff.password.common" : null;
	}

	private boolean isCommon(String password, String... own) {
		String plain = Normalizer.normalize(password, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
		if (isRun(plain) || isRepetition(plain)) {
			return true;
		}
		Set<String> known = new HashSet<>(this.words);
		for (String name : own) {
			for (String part : name.toLowerCase(Locale.ROOT).split("[@._\\s-]+")) {
				if (part.length() > 1) {
					known.add(part);
				}
			}
		}
		return isMadeOf(plain, known);
	}

	/** Neighbours in the alphabet, among the digits or on the keyboard, either way. */
	private static boolean isRun(String plain) {
		String backwards = new StringBuilder(plain).reverse().toString();
		for (String run : RUNS) {
			if (run.contains(plain) || run.contains(backwards)) {
				return true;
			}
		}
		return false;
	}

	private static boolean isRepetition(String plain) {
		for (int period = 1; period <= PERIOD; period++) {
			int repeats = period;
			if (plain.substring(repeats).equals(plain.substring(0, plain.length() - repeats))) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Whether nothing is left of it but words of the list, digits and punctuation:
	 * {@code Wenzhou-College-2026!}.
	 */
	private static boolean isMadeOf(String plain, Set<String> known) {
		int length = plain.length();
		boolean[] reachable = new boolean[length + 1];
		reachable[0] = true;
		for (int start = 0; start < length; start++) {
			if (!reachable[start]) {
				continue;
			}
			if (!Character.isLetter(plain.charAt(start))) {
				reachable[start + 1] = true;
			}
			for (int end = start + 1; end <= length; end++) {
				String part = plain.substring(start, end);
				if (known.contains(part) || known.contains(withoutLeet(part))) {
					reachable[end] = true;
				}
			}
		}
		return reachable[length];
	}

	/** {@code p@ssw0rd} is {@code password}. */
	private static String withoutLeet(String plain) {
		return plain.replace('0', 'o')
			.replace('1', 'i')
			.replace('3', 'e')
			.replace('4', 'a')
			.replace('5', 's')
			.replace('7', 't')
			.replace('@', 'a')
			.replace('$', 's')
			.replace('!', 'i');
	}

	private static Set<String> words() {
		try {
			String list = new ClassPathResource("passwords/common-words.txt")
				.getContentAsString(StandardCharsets.UTF_8);
			Set<String> words = new HashSet<>();
			list.lines()
				.filter((line) -> !line.startsWith("#"))
				.flatMap((line) -> java.util.Arrays.stream(line.split("\\s+")))
				.filter((word) -> !word.isEmpty())
				.forEach(words::add);
			return Set.copyOf(words);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
