package edu.wenzhou.site.fact;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import edu.wenzhou.site.text.LocalizedText;

/**
 * The numbered notes of one page. A template asks for a mark where a figure or a claim
 * stands, and puts the notes out after all of them. One number is one sentence of the
 * source: what rests on the same sentence shares it.
 */
public final class Notes {

	private final Map<Long, Entry> bySentence = new LinkedHashMap<>();

	private final Locale locale;

	private int ids;

	private int marks;

	private int doubtful;

	public Notes(Locale locale) {
		this.locale = locale;
	}

	/** A mark for something that the source says plainly. */
	public Mark mark(List<SourceQuote> sources, String name) {
		return mark(new Claim(sources, name, null, FactState.CONFIRMED));
	}

	/** The same for something with a name in the database. */
	public Mark mark(List<SourceQuote> sources, LocalizedText name) {
		return mark(claim(sources, name));
	}

	/** A mark for each sentence that a whole text is made of. */
	public List<Mark> each(List<SourceQuote> sources, LocalizedText name) {
		return sources.stream().map((source) -> mark(List.of(source), name)).toList();
	}

	/** A mark for a figure. */
	public Mark mark(Figure figure) {
		return mark(Claim.of(figure));
	}

	Claim claim(List<SourceQuote> sources, LocalizedText name) {
		return new Claim(sources, name.in(this.locale), name.langIn(this.locale), FactState.CONFIRMED);
	}

	/**
	 * Notes what a thing rests on, once for each time it is shown.
	 * @return null for what rests on nothing, which is shown without a mark
	 */
	Mark mark(Claim claim) {
		if (claim.sources().isEmpty()) {
			return null;
		}
		String id = "r" + (++this.ids);
		return new Mark(note(claim, id), id, claim);
	}

	/** Lets a mark that stands near stand for another thing as well. */
	void join(Mark mark, Claim claim) {
		note(claim, mark.id());
	}

	/** The first passage of a claim gives the number. */
	private int note(Claim claim, String id) {
		this.marks++;
		this.doubtful += (claim.state() == FactState.CONFIRMED) ? 0 : 1;
		int first = 0;
		for (SourceQuote source : claim.sources()) {
			Entry note = this.bySentence.computeIfAbsent(source.getSentence().getId(),
					(key) -> new Entry(this.bySentence.size() + 1, source.getSentence()));
			note.quotes.put(source.getStartOffset(), source);
			note.uses.putIfAbsent(claim.name(), new Use(id, claim.name(), claim.lang()));
			first = (first != 0) ? first : note.number;
		}
		return first;
	}

	/** As they are now: each mark that follows changes them. */
	public List<Note> getAll() {
		return this.bySentence.values().stream().map(Entry::note).toList();
	}

	/** How many notes there are. */
	public int getCount() {
		return this.bySentence.size();
	}

	/** How many figures and claims of the page are marked, alone or with others. */
	public int getMarks() {
		return this.marks;
	}

	/** How many of them are to be confirmed or contradicted. */
	public int getDoubtful() {
		return this.doubtful;
	}

	/** Whether a note shows a restored word. */
	public boolean isRestored() {
		return this.bySentence.values().stream().anyMatch((note) -> note.sentence.getRestored() != null);
	}

	/**
	 * What needs a mark.
	 *
	 * @param sources its passages, with their sentences; the first gives the number
	 * @param name what it is called, for the way back
	 * @param lang the {@code lang} attribute that the name needs, or null
	 * @param state how far it can be relied on
	 */
	record Claim(List<SourceQuote> sources, String name, String lang, FactState state) {

		static Claim of(Figure figure) {
			return new Claim(figure.sources(), figure.label(), figure.lang(), figure.state());
		}

		/** Whether one mark says of both what is to be said. */
		boolean agreesWith(Claim other) {
			return this.state == other.state && !this.sources.isEmpty() && !other.sources.isEmpty()
					&& this.sources.get(0).getSentence().getId().equals(other.sources.get(0).getSentence().getId());
		}

	}

	/**
	 * The number beside a figure or a claim.
	 *
	 * @param number of the note that it leads to
	 * @param id its own place on the page, for the way back
	 * @param claim what it belongs to
	 */
	public record Mark(int number, String id, Claim claim) {

		/** What the page shows of it. */
		public Face face() {
			return new Face(this.id, this.number, this.claim.state());
		}

	}

	/**
	 * What a mark looks like, wherever it stands.
	 *
	 * @param id its own place on the page
	 * @param number of the note that it leads to
	 */
	public record Face(String id, int number, FactState state) {

		/** The id of that note. */
		public String note() {
			return Note.id(this.number);
		}

	}

	/**
	 * A place that a note leads back to.
	 *
	 * @param lang the {@code lang} attribute that the name needs, or null
	 */
	public record Use(String id, String name, String lang) {

	}

	/** What becomes a note. */
	private static final class Entry {

		private final int number;

		private final SourceSentence sentence;

		private final TreeMap<Integer, SourceQuote> quotes = new TreeMap<>();

		/** Each name once, in the order of the page. */
		private final Map<String, Use> uses = new LinkedHashMap<>();

		private Entry(int number, SourceSentence sentence) {
			this.number = number;
			this.sentence = sentence;
		}

		private Note note() {
			return new Note(this.number, new Sentence(this.sentence, this.quotes.values()),
					this.quotes.firstEntry().getValue().getPath(), List.copyOf(this.uses.values()));
		}

	}

	/**
	 * A numbered sentence of the source.
	 *
	 * @param number from 1
	 * @param sourcePath the sentence among the others, on the sources page
	 * @param uses the places that it leads back to
	 */
	public record Note(int number, Sentence sentence, String sourcePath, List<Use> uses) {

		static String id(int number) {
			return "n" + number;
		}

		public String id() {
			return id(this.number);
		}

		/** Whether the sentence is more than a phone shows of it at first. */
		public boolean isLong() {
			return this.sentence.segments().stream().mapToInt((segment) -> segment.text().length()).sum() > 36;
		}

	}

	/**
	 * A sentence to show: where it stands, and its text cut where underlining begins or
	 * ends. A passage that is the whole sentence is not underlined.
	 */
	public record Sentence(String heading, Integer paragraph, List<Segment> segments) {

		Sentence(SourceSentence sentence, Collection<SourceQuote> quotes) {
			this(sentence.getHeading(), sentence.getParagraph(), segments(sentence, quotes));
		}

		private static List<Segment> segments(SourceSentence sentence, Collection<SourceQuote> quotes) {
			int[] content = sentence.getContent().codePoints().toArray();
			boolean[] quoted = new boolean[content.length];
			for (SourceQuote quote : quotes) {
				int start = quote.getStartOffset() - sentence.getStartOffset();
				int end = quote.getEndOffset() - sentence.getStartOffset();
				for (int i = start; i < end && end - start < content.length; i++) {
					quoted[i] = true;
				}
			}
			List<Segment> segments = new ArrayList<>();
			int from = 0;
			for (int i = 1; i <= content.length; i++) {
				if (i == content.length || quoted[i] != quoted[from]) {
					addSegments(segments, new String(content, from, i - from), quoted[from], sentence);
					from = i;
				}
			}
			return segments;
		}

		/** Cut once more where a masked word was restored. */
		private static void addSegments(List<Segment> segments, String text, boolean quoted, SourceSentence sentence) {
			String rest = text;
			while (sentence.getMasked() != null && rest.contains(sentence.getMasked())) {
				int at = rest.indexOf(sentence.getMasked());
				if (at > 0) {
					segments.add(new Segment(rest.substring(0, at), quoted, false));
				}
				segments.add(new Segment(sentence.getRestored(), quoted, true));
				rest = rest.substring(at + sentence.getMasked().length());
			}
			if (!rest.isEmpty()) {
				segments.add(new Segment(rest, quoted, false));
			}
		}

	}

	/** A stretch of a sentence, half-width punctuation set full-width for reading. */
	public record Segment(String text, boolean quoted, boolean restored) {

		public Segment {
			text = text.replace(',', '，').replace(';', '；').replace("(", "（").replace(")", "）");
		}

	}

}
