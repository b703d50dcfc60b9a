package edu.wenzhou.site.fact;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import edu.wenzhou.site.fact.SourceQuoteRepository.CitationRow;
import edu.wenzhou.site.text.LocalizedText;

/**
 * A source text cut for reading: lines, their sentences, the quoted passages in each with
 * the records that rest on them, masked words restored, unused lines left out with the
 * reason. All offsets count code points, as in {@link SourceQuote}.
 */
class SourcePage {

	private static final int FULL_STOP = '。';

	private final int[] content;

	private final List<SourceQuote> quotes;

	private final List<SourceOmission> omissions;

	private final List<SourceRestoration> restorations;

	private final Map<Long, List<CitationRow>> citations;

	SourcePage(SourceDocument document, List<SourceQuote> quotes, List<SourceOmission> omissions,
			List<SourceRestoration> restorations, Map<Long, List<CitationRow>> citations) {
		this.content = document.getContent().codePoints().toArray();
		this.quotes = quotes.stream().filter((quote) -> document.getId().equals(quote.getDocumentId())).toList();
		this.omissions = omissions.stream()
			.filter((omission) -> document.getId().equals(omission.getSourceDocumentId()))
			.toList();
		this.restorations = restorations.stream()
			.filter((restoration) -> document.getId().equals(restoration.getSourceDocumentId()))
			.toList();
		this.citations = citations;
	}

	/** The lines of the text that are not blank, in order. */
	List<Line> lines() {
		List<Line> lines = new ArrayList<>();
		int start = 0;
		for (int i = 0; i <= this.content.length; i++) {
			if (i == this.content.length || this.content[i] == '\n') {
				if (!slice(start, i).isBlank()) {
					lines.add(line(start, i));
				}
				start = i + 1;
			}
		}
		return lines;
	}

	private Line line(int start, int end) {
		for (SourceOmission omission : this.omissions) {
			if (omission.getStartOffset() >= start && omission.getEndOffset() <= end) {
				return omission.isShown()
						? new Line(Kind.HEADING, LocalizedText.chinese(slice(start, end).strip()), List.of())
						: new Line(Kind.OMITTED, omission.getReason(), List.of());
			}
		}
		List<Sentence> sentences = new ArrayList<>();
		int from = start;
		for (int i = start; i < end; i++) {
			if (this.content[i] == FULL_STOP || i == end - 1) {
				sentences.add(sentence(from, i + 1));
				from = i + 1;
			}
		}
		return new Line(Kind.TEXT, null, sentences);
	}

	private Sentence sentence(int start, int end) {
		List<Passage> passages = this.quotes.stream()
			.filter((quote) -> quote.getStartOffset() >= start && quote.getStartOffset() < end)
			.map((quote) -> passage(quote, start, end))
			.toList();
		return new Sentence(segments(start, end), passages);
	}

	private Passage passage(SourceQuote quote, int sentenceStart, int sentenceEnd) {
		boolean whole = quote.getStartOffset() == sentenceStart && quote.getEndOffset() >= sentenceEnd;
		List<Citation> citing = this.citations.getOrDefault(quote.getId(), List.of())
			.stream()
			.map((row) -> new Citation(row.getType(), new LocalizedText(row.getTitleZh(), row.getTitleEn()),
					row.getPath()))
			.toList();
		return new Passage(quote.getAnchor(), whole, segments(quote.getStartOffset(), quote.getEndOffset()), citing);
	}

	/** The text between two offsets, cut wherever quoting or restoring begins or ends. */
	private List<Segment> segments(int start, int end) {
		List<Segment> segments = new ArrayList<>();
		int from = start;
		for (int i = start + 1; i <= end; i++) {
			if (i == end || isQuoted(i) != isQuoted(from) || restoration(i) != restoration(from)) {
				SourceRestoration restoration = restoration(from);
				String text = (restoration != null) ? restoration.getRestored() : slice(from, i);
				segments.add(new Segment(text, isQuoted(from), restoration != null));
				from = i;
			}
		}
		return segments;
	}

	/**
	 * Whether some passage shorter than its sentence covers the character: a quoted
	 * sentence is not underlined from end to end.
	 */
	private boolean isQuoted(int offset) {
		Predicate<SourceQuote> covers = (quote) -> quote.getStartOffset() <= offset && offset < quote.getEndOffset();
		return this.quotes.stream()
			.anyMatch(covers.and((quote) -> this.content[quote.getEndOffset() - 1] != FULL_STOP));
	}

	private SourceRestoration restoration(int offset) {
		return this.restorations.stream()
			.filter((restoration) -> restoration.getStartOffset() <= offset && offset < restoration.getEndOffset())
			.findFirst()
			.orElse(null);
	}

	private String slice(int start, int end) {
		return new String(this.content, start, end - start);
	}

	/** What a line of the source is on the page. */
	enum Kind {

		/** A heading of the source. */
		HEADING,

		/** A line that is left out; its text is the reason. */
		OMITTED,

		/** A line of sentences. */
		TEXT

	}

	record Line(Kind kind, LocalizedText text, List<Sentence> sentences) {

	}

	record Sentence(List<Segment> segments, List<Passage> passages) {

	}

	/** A stretch of text. */
	record Segment(String text, boolean quoted, boolean restored) {

	}

	/** A quoted passage; {@code whole} when it is its whole sentence. */
	record Passage(String anchor, boolean whole, List<Segment> segments, List<Citation> citations) {

	}

	/** A record that rests on a passage, and where it stands on the site. */
	record Citation(String type, LocalizedText title, String path) {

	}

}
