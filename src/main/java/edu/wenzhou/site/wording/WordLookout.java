package edu.wenzhou.site.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import edu.wenzhou.site.publishing.Finding;
import edu.wenzhou.site.publishing.Lookout;
import edu.wenzhou.site.publishing.ReadText;
import edu.wenzhou.site.text.FoldedText;
import edu.wenzhou.site.text.Spot;
import org.springframework.stereotype.Component;

/**
 * Looks for all words of the list in all texts, and says each place; it replaces nothing.
 * A word of Latin letters is found as a whole word only. What stands where the suggestion
 * stands already is right: 学院 within 职业学院, where that was the suggestion.
 */
@Component
class WordLookout implements Lookout {

	private final WatchedWords words;

	WordLookout(WatchedWords words) {
		this.words = words;
	}

	@Override
	public List<Finding> look(List<ReadText> texts) {
		List<WatchedWord> words = this.words.all();
		if (words.isEmpty()) {
			return List.of();
		}
		List<Finding> findings = new ArrayList<>();
		for (ReadText text : texts) {
			List<FoldedText> lines = text.lines().stream().map(FoldedText::of).toList();
			words.forEach((word) -> finding(text, lines, word).ifPresent(findings::add));
		}
		return findings;
	}

	private static Optional<Finding> finding(ReadText text, List<FoldedText> lines, WatchedWord word) {
		String sought = FoldedText.of(word.word()).text();
		String right = FoldedText.of(word.suggestion()).text();
		List<Spot> spots = lines.stream().flatMap((line) -> spots(line, sought, right).stream()).toList();
		if (spots.isEmpty()) {
			return Optional.empty();
		}
		boolean forbidden = word.severity() == Severity.MUST_NOT;
		return Optional.of(new Finding(text, forbidden, "word", word.word(),
				forbidden ? "staff.finding.word.must-not" : "staff.finding.word.ask",
				List.of(word.word(), word.suggestion().isEmpty() ? 0 : 1, word.suggestion(),
						word.note().isEmpty() ? 0 : 1, word.note()),
				spots));
	}

	static List<Spot> spots(FoldedText line, String sought, String right) {
		List<Spot> spots = new ArrayList<>();
		String text = line.text();
		for (int at = text.indexOf(sought); at >= 0; at = text.indexOf(sought, at + 1)) {
			int end = at + sought.length();
			if (isWhole(text, at, end) && !isRight(text, at, sought, right)) {
				spots.add(line.spot(at, end));
				at = end - 1;
			}
		}
		return spots;
	}

	private static boolean isWhole(String text, int start, int end) {
		return !(start > 0 && isLatin(text.charAt(start)) && isLatin(text.charAt(start - 1)))
				&& !(end < text.length() && isLatin(text.charAt(end - 1)) && isLatin(text.charAt(end)));
	}

	private static boolean isLatin(char sign) {
		return sign < 0x250 && Character.isLetterOrDigit(sign);
	}

	private static boolean isRight(String text, int at, String sought, String right) {
		for (int within = right.indexOf(sought); within >= 0; within = right.indexOf(sought, within + 1)) {
			if (at >= within && text.startsWith(right, at - within)) {
				return true;
			}
		}
		return false;
	}

}
