package edu.wenzhou.site.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import edu.wenzhou.site.search.Tokeniser.Token;
import edu.wenzhou.site.search.Vector.Weight;

/**
 * How a name is spelled: whole ({@code rengongzhineng}) and by its initials
 * ({@code rgzn}), from its beginning and from each character in it, without spaces and
 * tones. ü is v as keyboards have it, and u.
 */
final class Pinyin {

	/** Of a spelling; who has typed so much has said what is meant. */
	private static final int LONGEST = 30;

	/** Before a spelling in the index, so that it is never taken for a word. */
	private static final String MARK = "~";

	/** Of a Latin word among initials. */
	private static final int WORD = 8;

	private Pinyin() {
	}

	/** The lexeme of a spelling. */
	static String lexeme(String spelling) {
		return MARK + cut(spelling);
	}

	/**
	 * Adds the spellings of a name, those from its beginning as the heaviest; from there
	 * alone if it is not so much a name as a sentence.
	 */
	static void add(Vector vector, Folded name, boolean sentence) {
		List<Unit> units = units(name);
		for (int i = 0; i < units.size(); i++) {
			Weight weight = (i == 0) ? Weight.A : Weight.B;
			for (String spelling : spellings(units.subList(i, units.size()), !sentence || i == 0)) {
				if (spelling.length() > 1) {
					vector.add(lexeme(spelling), i + 1, weight);
				}
			}
		}
	}

	/** The whole name's spellings, not cut. */
	static Set<String> whole(Folded name) {
		List<Unit> units = units(name);
		Set<String> whole = new LinkedHashSet<>();
		if (units.stream().anyMatch(Unit::han)) {
			whole.addAll(variants(join(units, false)));
			whole.addAll(variants(join(units, true)));
		}
		return whole;
	}

	private static Set<String> spellings(List<Unit> units, boolean initials) {
		Set<String> spellings = new LinkedHashSet<>();
		// What begins with a word is found by the word
		if (units.get(0).han()) {
			variants(join(units, false)).forEach((spelling) -> spellings.add(cut(spelling)));
			if (initials) {
				variants(join(units, true)).forEach((spelling) -> spellings.add(cut(spelling)));
			}
		}
		return spellings;
	}

	private static String join(List<Unit> units, boolean initials) {
		StringBuilder joined = new StringBuilder();
		for (Unit unit : units) {
			if (joined.length() > LONGEST * 4) {
				break;
			}
			joined.append(initials ? unit.initial() : unit.spelling());
		}
		return joined.toString();
	}

	private static Set<String> variants(String spelling) {
		return (spelling.indexOf('ü') < 0) ? Set.of(spelling)
				: Set.of(spelling.replace('ü', 'v'), spelling.replace('ü', 'u'));
	}

	private static String cut(String spelling) {
		return spelling.substring(0, Math.min(spelling.length(), LONGEST));
	}

	/** One for each Chinese character and each word. */
	private static List<Unit> units(Folded name) {
		List<Unit> units = new ArrayList<>();
		StringBuilder run = new StringBuilder();
		for (Token token : Tokeniser.tokens(name)) {
			if (token.han()) {
				run.appendCodePoint(token.text().codePointAt(0));
			}
			if (!run.isEmpty() && (!token.han() || token.isLast())) {
				spell(run.toString(), units);
				run.setLength(0);
			}
			if (!token.han()) {
				units.add(new Unit(token.text(), token.text().substring(0, Math.min(WORD, token.text().length())),
						false));
			}
		}
		return units;
	}

	/** Together, since many characters are spoken as their neighbours have it. */
	private static void spell(String run, List<Unit> units) {
		for (String syllable : PinyinDictionary.get().syllables(run)) {
			// A character that nobody knows comes back as it is
			if (syllable.matches("[a-zü]+")) {
				units.add(new Unit(syllable, syllable.substring(0, 1), true));
			}
		}
	}

	private record Unit(String spelling, String initial, boolean han) {

	}

}
