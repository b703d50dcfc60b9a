package edu.wenzhou.site.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import edu.wenzhou.site.kept.KeptForm;
import org.springframework.validation.Errors;

/**
 * Words that are to be the same, as typed: one a line, or with signs between them.
 *
 * @param version of the group that the person saw; empty for a new one
 */
record SynonymForm(String words, String version) implements KeptForm<SynonymGroup, SynonymForm> {

	static final int LONGEST = 30;

	static final int MOST = 10;

	SynonymForm {
		words = (words != null) ? words.replaceAll("\\r\\n?|\\t", "\n").replaceAll("[\\p{C}&&[^\\n]]", "").strip() : "";
		version = (version != null) ? version : "";
	}

	static SynonymForm of(SynonymGroup group) {
		return new SynonymForm(String.join("\n", group.words()), String.valueOf(group.version()));
	}

	@Override
	public SynonymForm over(SynonymGroup now) {
		return new SynonymForm(this.words, String.valueOf(now.version()));
	}

	/** The words; or nothing, and the errors say why. */
	Optional<List<String>> read(Errors errors) {
		Map<String, String> byFold = new LinkedHashMap<>();
		List<String> twice = new ArrayList<>();
		for (String word : split()) {
			Folded fold = Folded.of(word);
			if (fold.length() == 0) {
				errors.rejectValue("words", "staff.search.synonym.sign", new Object[] { word }, null);
			}
			else if (word.codePointCount(0, word.length()) > LONGEST || fold.length() > LONGEST) {
				errors.rejectValue("words", "staff.search.synonym.long", new Object[] { start(word), LONGEST }, null);
			}
			else if (byFold.putIfAbsent(fold.text(), word) != null) {
				twice.add(word);
			}
		}
		if (!twice.isEmpty()) {
			errors.rejectValue("words", "staff.search.synonym.twice", new Object[] { String.join("、", twice) }, null);
		}
		if (!errors.hasErrors() && byFold.size() < 2) {
			errors.rejectValue("words", "staff.search.synonym.few");
		}
		if (byFold.size() > MOST) {
			errors.rejectValue("words", "staff.search.synonym.many", new Object[] { MOST }, null);
		}
		return errors.hasErrors() ? Optional.empty() : Optional.of(List.copyOf(byFold.values()));
	}

	private List<String> split() {
		return Arrays.stream(this.words.split("[\\n=＝、，,;；]"))
			.map((word) -> word.replaceAll("\\p{Z}+", " ").strip())
			.filter((word) -> !word.isEmpty())
			.toList();
	}

	private static String start(String word) {
		return word.substring(0, word.offsetByCodePoints(0, Math.min(word.codePointCount(0, word.length()), LONGEST)))
				+ "…";
	}

}
