package edu.wenzhou.site.wording;

import java.util.Arrays;
import java.util.Optional;

import edu.wenzhou.site.kept.KeptForm;
import org.springframework.validation.Errors;

/**
 * A word of the list, as typed.
 *
 * @param version of the entry that the person saw; empty for a new one
 */
record WatchedWordForm(String word, String severity, String suggestion, String note,
		String version) implements KeptForm<WatchedWord, WatchedWordForm> {

	static final int LONGEST = 60;

	static final int LONGEST_SUGGESTION = 100;

	static final int LONGEST_NOTE = 300;

	WatchedWordForm {
		word = clean(word);
		severity = clean(severity);
		suggestion = clean(suggestion);
		note = clean(note);
		version = (version != null) ? version : "";
	}

	static WatchedWordForm of(WatchedWord word) {
		return new WatchedWordForm(word.word(), word.severity().name(), word.suggestion(), word.note(),
				String.valueOf(word.version()));
	}

	@Override
	public WatchedWordForm over(WatchedWord now) {
		return new WatchedWordForm(this.word, this.severity, this.suggestion, this.note, String.valueOf(now.version()));
	}

	/** The entry; or nothing, and the errors say why. */
	Optional<WatchedWord> read(Errors errors) {
		Optional<Severity> chosen = Arrays.stream(Severity.values())
			.filter((one) -> one.name().equals(this.severity))
			.findFirst();
		if (this.word.isEmpty()) {
			errors.rejectValue("word", "staff.words.word.missing");
		}
		else if (this.word.codePoints().noneMatch(Character::isLetterOrDigit)) {
			errors.rejectValue("word", "staff.words.word.sign");
		}
		length(errors, "word", this.word, LONGEST);
		if (chosen.isEmpty()) {
			errors.rejectValue("severity", "staff.words.severity.missing");
		}
		length(errors, "suggestion", this.suggestion, LONGEST_SUGGESTION);
		length(errors, "note", this.note, LONGEST_NOTE);
		if (!this.word.isEmpty() && this.suggestion.equals(this.word)) {
			errors.rejectValue("suggestion", "staff.words.suggestion.same");
		}
		return errors.hasErrors() ? Optional.empty() : Optional
			.of(new WatchedWord(0, readVersion(), this.word, chosen.get(), this.suggestion, this.note, "", null));
	}

	private static void length(Errors errors, String field, String text, int longest) {
		if (text.length() > longest) {
			errors.rejectValue(field, "staff.words.long", new Object[] { longest }, null);
		}
	}

	private static String clean(String text) {
		return (text != null) ? text.replaceAll("\\p{Cf}", "").replaceAll("[\\p{C}\\p{Z}]+", " ").strip() : "";
	}

}
