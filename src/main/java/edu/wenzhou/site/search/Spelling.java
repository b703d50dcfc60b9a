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

	/** From 0 to 1: what is like it at all. */
	static final double SOMEWHAT = 0.7;

	/** What is so much like it that it is more than a guess. */
	static final double MUCH = 0.8;

	private Spelling() {
	}

	/**
	 * The names that are most like a query, the most similar first; often none.
	 * @param enough from 0 to 1
	 */
	static List<Name> nearest(Query query, List<Name> names, double enough) {
		Folded typed = Folded.of(query.getTyped());
		Collection<String> sounds = Pinyin.whole(typed);
		return names.stream()
			.map((name) -> new Candidate(name, similarity(typed, sounds, name)))
			.filter((candidate) -> candidate.similarity >= enough)
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

	/**
	 * The part of a word that is right if it is to be the beginning of another; two
	 * letters in the wrong order are one mistake.
	 */
	private static double begins(String word, String other) {
		int columns = word.length();
		int rows = Math.min(other.length(), columns + 2);
		int[][] changes = new int[rows + 1][columns + 1];
		int least = columns;
		for (int row = 0; row <= rows; row++) {
			for (int column = 0; column <= columns; column++) {
				if (row == 0 || column == 0) {
					changes[row][column] = row + column;
					continue;
				}
				boolean same = word.charAt(column - 1) == other.charAt(row - 1);
				int fewest = Math.min(changes[row - 1][column - 1] + (same ? 0 : 1),
						Math.min(changes[row - 1][column], changes[row][column - 1]) + 1);
				if (row > 1 && column > 1 && word.charAt(column - 1) == other.charAt(row - 2)
						&& word.charAt(column - 2) == other.charAt(row - 1)) {
					fewest = Math.min(fewest, changes[row - 2][column - 2] + 1);
				}
				changes[row][column] = fewest;
			}
			least = Math.min(least, changes[row][columns]);
		}
		return 1 - (double) least / columns;
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
