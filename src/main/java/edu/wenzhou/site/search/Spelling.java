package edu.wenzhou.site.search;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import edu.wenzhou.site.search.Search.Name;
import edu.wenzhou.site.search.Tokeniser.Token;

/** Finds names that look or sound like what somebody typed and nothing is called. */
final class Spelling {

	private static final int MOST = 3;

	/** From 0 to 1; below it two words have too little in common. */
	private static final double ENOUGH = 0.6;

	private Spelling() {
	}

	/** The names that are most like a query, the most similar first; often none. */
	static List<Name> nearest(Query query, List<Name> names) {
		Folded typed = Folded.of(query.getTyped());
		Collection<String> sounds = Pinyin.whole(typed);
		return names.stream()
			.map((name) -> new Candidate(name, similarity(typed, sounds, name)))
			.filter((candidate) -> candidate.similarity >= ENOUGH)
			.sorted(Comparator.comparingDouble((Candidate candidate) -> -candidate.similarity))
			.map((candidate) -> candidate.name)
			.filter(distinctTitles())
			.limit(MOST)
			.toList();
	}

	private static Predicate<Name> distinctTitles() {
		Set<String> seen = new HashSet<>();
		return (name) -> seen.add(name.title());
	}

	private static double similarity(Folded typed, Collection<String> sounds, Name name) {
		String key = typed.key();
		Stream<Double> sound = name.spellings()
			.stream()
			.flatMap((spelling) -> Stream.concat(sounds.stream(), Stream.of(key))
				.filter((one) -> one.matches("[a-z]{4,}"))
				.map((one) -> begins(one, spelling)));
		Stream<Double> look = name.keys().stream().map((one) -> shared(pairs(key), pairs(one)));
		return Stream.concat(Stream.concat(sound, look), Stream.of(words(typed, name)))
			.max(Comparator.naturalOrder())
			.orElse(0.0);
	}

	/** How well each Latin word fits one of the name, on the average. */
	private static double words(Folded typed, Name name) {
		List<String> sought = latin(typed);
		List<String> known = latin(Folded.of(name.title()));
		return (sought.isEmpty() || known.isEmpty()) ? 0
				: sought.stream()
					.mapToDouble((word) -> known.stream().mapToDouble((other) -> begins(word, other)).max().orElse(0))
					.average()
					.orElse(0);
	}

	private static List<String> latin(Folded text) {
		return Tokeniser.tokens(text).stream().filter((token) -> !token.han()).map(Token::text).toList();
	}

	/** The part of a word that is right if it is to be the beginning of another. */
	private static double begins(String word, String other) {
		int[] before = new int[word.length() + 1];
		for (int i = 0; i <= word.length(); i++) {
			before[i] = i;
		}
		int least = before[word.length()];
		for (int j = 1; j <= Math.min(other.length(), word.length() + 2); j++) {
			int[] now = new int[word.length() + 1];
			now[0] = j;
			for (int i = 1; i <= word.length(); i++) {
				int change = (word.charAt(i - 1) == other.charAt(j - 1)) ? 0 : 1;
				now[i] = Math.min(before[i - 1] + change, Math.min(before[i], now[i - 1]) + 1);
			}
			least = Math.min(least, now[word.length()]);
			before = now;
		}
		return 1 - (double) least / word.length();
	}

	/** How much two sets have in common. */
	private static double shared(Set<String> one, Set<String> other) {
		if (one.isEmpty() || other.isEmpty()) {
			return 0;
		}
		return 2.0 * one.stream().filter(other::contains).count() / (one.size() + other.size());
	}

	private static Set<String> pairs(String key) {
		Set<String> pairs = new HashSet<>();
		int[] signs = key.codePoints().toArray();
		for (int i = 0; i + 1 < signs.length; i++) {
			pairs.add(new String(signs, i, 2));
		}
		return pairs;
	}

	private record Candidate(Name name, double similarity) {

	}

}
