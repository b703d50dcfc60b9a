package edu.wenzhou.site.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import edu.wenzhou.site.search.Tokeniser.Token;
import edu.wenzhou.site.search.Vector.Weight;

/**
 * What somebody looks for: parts between spaces, each of which is to be found as it
 * stands, or one of those that mean the same. As conditions of PostgreSQL's full-text
 * search, each weaker than the one before it.
 */
final class Query {

	/** In Chinese characters; a word counts as two. */
	static final int LONGEST = 60;

	/** In letters, as they are compared: some signs are many, one of them eighteen. */
	static final int MOST_LETTERS = 200;

	/** So many pieces of a long query are looked for where not all have to be there. */
	private static final int MOST_PIECES = 12;

	/** What means the same may be longer than what was typed. */
	private static final int MOST_TOKENS = 100;

	/** Of one part, what people keep as meaning the same included. */
	private static final int MOST_ALTERNATIVES = 8;

	private static final String ANYWHERE = "";

	private static final String NAMES = Weight.A.name();

	private final String typed;

	private final String key;

	private final boolean tooLong;

	private final List<List<Folded>> parts;

	private Query(String typed, String key, boolean tooLong, List<List<Folded>> parts) {
		this.typed = typed;
		this.key = key;
		this.tooLong = tooLong;
		this.parts = parts;
	}

	/** Without anything that means the same. */
	static Query of(String typed) {
		return of(typed, Map.of());
	}

	/**
	 * @param typed as it came; null for nothing
	 * @param synonyms to each word those that mean the same
	 */
	static Query of(String typed, Map<String, List<String>> synonyms) {
		String shown = shown(typed);
		boolean tooLong = shown.codePointCount(0, shown.length()) > MOST_LETTERS;
		Folded whole = Folded.of(tooLong ? "" : shown);
		tooLong |= whole.length() > MOST_LETTERS || length(whole) > LONGEST;
		List<List<Folded>> parts = new ArrayList<>();
		if (!tooLong) {
			for (String part : shown.split("\\s+")) {
				Folded folded = Folded.of(part);
				if (folded.length() > 0) {
					parts.add(alternatives(folded, synonyms));
				}
			}
		}
		return new Query(shown, whole.key(), tooLong, parts);
	}

	/**
	 * What was typed without what cannot be shown, or turns round what stands beside it.
	 */
	private static String shown(String typed) {
		return (typed != null) ? typed.replaceAll("[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}\\u202A-\\u202E\\u2066-\\u2069]", " ")
			.replace('\u3000', ' ')
			.strip() : "";
	}

	private static int length(Folded text) {
		return Tokeniser.tokens(text).stream().mapToInt((token) -> token.han() ? 1 : 2).sum();
	}

	private static List<Folded> alternatives(Folded part, Map<String, List<String>> synonyms) {
		Set<String> texts = new LinkedHashSet<>(List.of(part.text()));
		String text = " " + part.text() + " ";
		synonyms.forEach((word, others) -> {
			String folded = Folded.of(word).text();
			// A word is a word, and not the beginning of another one
			boolean latin = !folded.isEmpty() && !Folded.isHan(folded.codePointAt(0));
			String sought = latin ? " " + folded + " " : folded;
			if (!folded.isEmpty() && text.contains(sought)) {
				others.forEach((other) -> texts
					.add(text.replace(sought, latin ? " " + Folded.of(other).text() + " " : Folded.of(other).text())));
			}
		});
		return texts.stream().limit(MOST_ALTERNATIVES).map(Folded::of).toList();
	}

	/**
	 * What is looked for, to be marked where it stands; each part and what means the
	 * same.
	 */
	List<Folded> getTexts() {
		return this.parts.stream().flatMap(List::stream).toList();
	}

	/** As it is shown to whoever typed it. */
	public String getTyped() {
		return this.typed;
	}

	/** The same without spaces, as names are compared. */
	String getKey() {
		return this.key;
	}

	/** Whether there is more of it than we look for. */
	boolean isTooLong() {
		return this.tooLong;
	}

	/** Whether there is nothing in it that could be found. */
	boolean isEmpty() {
		return this.parts.isEmpty();
	}

	/** Every part as it stands, in any order and place. */
	String asItStands() {
		return asItStands(ANYWHERE);
	}

	private String asItStands(String weight) {
		return or(this.parts.stream()
			.map((part) -> either(part, (text) -> phrase(text, weight)))
			.collect(Collectors.joining(" & ")), joined());
	}

	/** Every piece of every part, wherever it stands. */
	String inPieces() {
		return or(this.parts.stream()
			.map((part) -> either(part, (text) -> String.join(" & ", pieces(text))))
			.collect(Collectors.joining(" & ")), joined());
	}

	/**
	 * Two of the pieces, or what sounds the same. Which of them have enough in common is
	 * found out by {@link #getPieces}.
	 */
	String inPart() {
		List<String> pieces = getPieces();
		String some = (pieces.size() < 3) ? String.join(" | ", pieces)
				: IntStream.range(0, pieces.size())
					.boxed()
					.flatMap((one) -> IntStream.range(one + 1, pieces.size())
						.mapToObj((other) -> "(" + pieces.get(one) + " & " + pieces.get(other) + ")"))
					.collect(Collectors.joining(" | "));
		return or(some, soundsLike());
	}

	/** Every part as it stands in one of the names. */
	String inNames() {
		return asItStands(NAMES);
	}

	/** The different pieces of what was typed. */
	List<String> getPieces() {
		return this.parts.stream()
			.flatMap((part) -> pieces(part.get(0)).stream())
			.distinct()
			.limit(MOST_PIECES)
			.toList();
	}

	/** The condition that a name is spelled like the query; empty if it has no sound. */
	String soundsLike() {
		return Pinyin.whole(Folded.of(this.typed))
			.stream()
			// The initials of a Chinese query say too little
			.filter((spelling) -> spelling.length() > 3)
			.limit(1)
			.map((spelling) -> prefix(Pinyin.lexeme(spelling)))
			.collect(Collectors.joining());
	}

	/** Syllables with spaces between them are one spelling. */
	private String joined() {
		boolean spelling = this.parts.size() > 1 && this.key.matches("[a-z]+");
		return spelling ? prefix(Pinyin.lexeme(this.key)) : "";
	}

	private static String either(List<Folded> alternatives, Function<Folded, String> condition) {
		return alternatives.stream()
			.flatMap((text) -> Stream.of(condition.apply(text), spelled(text)))
			.filter((one) -> !one.isEmpty())
			.collect(Collectors.joining(" | ", "(", ")"));
	}

	/** Letters alone can be the beginning of how a name is spelled. */
	private static String spelled(Folded text) {
		return text.text().matches("[a-z]{2,}") ? prefix(Pinyin.lexeme(text.text())) : "";
	}

	/** One after the other as in the text; words may go on. */
	private static String phrase(Folded text, String weight) {
		StringBuilder phrase = new StringBuilder();
		int before = 0;
		List<Token> tokens = sought(text);
		for (Token token : tokens) {
			if (!phrase.isEmpty()) {
				phrase.append(" <").append(token.position() - before).append("> ");
			}
			phrase.append(piece(token, weight));
			before = token.position();
		}
		return (tokens.size() > 1) ? "(" + phrase + ")" : phrase.toString();
	}

	private static List<String> pieces(Folded text) {
		return sought(text).stream().map((token) -> piece(token, ANYWHERE)).distinct().toList();
	}

	/** A last character is looked for where it is all there is of a run. */
	private static List<Token> sought(Folded text) {
		List<Token> sought = new ArrayList<>();
		Token before = null;
		for (Token token : Tokeniser.tokens(text).stream().limit(MOST_TOKENS).toList()) {
			boolean end = token.isLast() && before != null && before.han() && !before.isLast();
			if (!end) {
				sought.add(token);
			}
			before = token;
		}
		return sought;
	}

	private static String piece(Token token, String weight) {
		if (token.han() && !token.isLast()) {
			return "'" + token.text() + "'" + (weight.equals(ANYWHERE) ? "" : ":" + weight);
		}
		return prefix(token.han() ? token.text() : withoutPlural(token.text())) + weight;
	}

	/** The tokeniser leaves nothing in a lexeme that would need to be escaped. */
	private static String prefix(String lexeme) {
		return "'" + lexeme + "':*";
	}

	/** What an English plural begins with, since words may go on. */
	private static String withoutPlural(String word) {
		if (word.matches("[a-z]{2,}ies")) {
			return word.substring(0, word.length() - 3);
		}
		if (word.matches("[a-z]+(s|x|z|ch|sh)es")) {
			return word.substring(0, word.length() - 2);
		}
		return word.matches("[a-z]{2,}[^siu]s") ? word.substring(0, word.length() - 1) : word;
	}

	private static String or(String one, String other) {
		return other.isEmpty() ? one : "(" + one + ") | " + other;
	}

}
