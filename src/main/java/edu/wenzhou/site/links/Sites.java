package edu.wenzhou.site.links;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Whether two hosts belong together. Without the list of all public suffixes, which is
 * another one each month: under a country's ending, a short or usual second part is taken
 * for a part of the ending. So hosts below a name that strangers share, such as that of a
 * provider of blogs, are taken for one site.
 */
final class Sites {

	private static final Set<String> USUAL = Set.of("com", "edu", "gov", "net", "org", "mil", "gob", "gouv", "nom");

	private Sites() {
	}

	static boolean areOne(String host, String other) {
		return of(host).equals(of(other));
	}

	/** The part of a host that somebody registered; an address of the network whole. */
	static String of(String host) {
		String plain = host.toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
		List<String> parts = List.of(plain.split("\\."));
		int size = parts.size();
		if (size < 3 || plain.indexOf(':') >= 0 || plain.matches("[0-9.]+")) {
			return plain;
		}
		String second = parts.get(size - 2);
		boolean ending = parts.get(size - 1).length() == 2 && (USUAL.contains(second) || second.length() == 2);
		return String.join(".", parts.subList(size - (ending ? 3 : 2), size));
	}

}
