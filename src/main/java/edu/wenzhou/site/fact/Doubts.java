package edu.wenzhou.site.fact;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import edu.wenzhou.site.publishing.Attention.Mark;
import edu.wenzhou.site.publishing.Attention.Part;
import edu.wenzhou.site.publishing.Attention.Passage;

/** Cuts quotes so that what the college has to decide on is seen side by side. */
public final class Doubts {

	private static final Pattern CLAUSE = Pattern.compile("[^,;:。，；：]+");

	private Doubts() {
	}

	/** Each clause with a masked word, as the source has it and as it was restored. */
	public static List<Passage> restored(List<SourceQuote> quotes) {
		List<Passage> passages = new ArrayList<>();
		for (SourceQuote quote : quotes) {
			String masked = quote.getSentence().getMasked();
			if (masked != null) {
				Pattern word = Pattern.compile(masked, Pattern.LITERAL);
				CLAUSE.matcher(quote.getQuote())
					.results()
					.map(MatchResult::group)
					.filter((c) -> c.contains(masked))
					.forEach((clause) -> {
						passages.add(new Passage(null, false, parts(clause, word, masked, Mark.MARKED)));
						passages.add(new Passage(null, true,
								parts(clause, word, quote.getSentence().getRestored(), Mark.RESTORED)));
					});
			}
		}
		return passages;
	}

	/** Each quote under its heading, with the numbers set off. */
	static List<Passage> conflicting(List<SourceQuote> quotes, String unit) {
		Pattern number = Pattern.compile("[0-9][0-9.]*[余多]?(" + Pattern.quote(unit) + ")?");
		return quotes.stream()
			.map((quote) -> new Passage(quote.getSentence().getHeading(), false,
					parts(quote.getQuote(), number, null, Mark.MARKED)))
			.toList();
	}

	/**
	 * A text with what a pattern finds set off.
	 * @param instead stands in the place of what was found; null for that itself
	 */
	private static List<Part> parts(String text, Pattern found, String instead, Mark mark) {
		List<Part> parts = new ArrayList<>();
		int from = 0;
		for (MatchResult match : found.matcher(text).results().toList()) {
			if (match.start() > from) {
				parts.add(new Part(text.substring(from, match.start()), Mark.NONE));
			}
			parts.add(new Part((instead != null) ? instead : match.group(), mark));
			from = match.end();
		}
		if (from < text.length()) {
			parts.add(new Part(text.substring(from), Mark.NONE));
		}
		return parts;
	}

}
