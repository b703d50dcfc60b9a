package edu.wenzhou.site.publishing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import com.github.difflib.algorithm.Change;
import com.github.difflib.algorithm.DiffAlgorithmListener;
import com.github.difflib.algorithm.myers.MyersDiff;

/**
 * What of a text stayed, went and came, as people read it: Chinese by character, words,
 * numbers and references to figures as a whole. One of these serves a whole page and
 * works within a limit: what differs too much is shown as replaced, sentence by sentence
 * or altogether.
 */
final class TextDiff {

	private static final Pattern TOKEN = Pattern.compile("\\[\\[[^\\[\\]\\s]{1,80}]]|"
			+ "[\\p{IsLatin}\\p{Nd}]{1,100}(?:['’.,][\\p{IsLatin}\\p{Nd}]{1,100}){0,20}|\\R|\\X");

	private static final Pattern SENTENCE = Pattern.compile("[^。！？；\\n]{1,400}[。！？；\\n]*|[。！？；\\n]{1,400}");

	/** Equal characters between two changes that are no help to a reader. */
	private static final int ISLAND = 2;

	/** Below this share of equal text a patchwork is harder to read than both texts. */
	private static final double ALIKE = 0.25;

	/**
	 * Most steps of the algorithm for one text; their number squared is what it keeps.
	 */
	private static final int MOST_STEPS = 1_200;

	private static final long WORK_OF_ONE = 20_000_000;

	private static final int WORK_SHARE = 100;

	private long left = 4_000_000;

	/** The pieces of both texts in reading order. */
	List<Piece> pieces(String before, String after) {
		List<Part> parts = readable(merged(parts(before, after)), before, after);
		List<Piece> pieces = new ArrayList<>();
		for (Part part : parts) {
			if (part.same()) {
				pieces.add(new Piece(Mark.SAME, part.before()));
				continue;
			}
			if (!part.before().isEmpty()) {
				pieces.add(Piece.of(Mark.OUT, part.before()));
			}
			if (!part.after().isEmpty()) {
				pieces.add(Piece.of(Mark.IN, part.after()));
			}
		}
		return pieces;
	}

	/**
	 * Where two lists differ, in order; null if finding out would take too long.
	 */
	<T> List<Change> changes(List<T> before, List<T> after) {
		int start = 0;
		int end = 0;
		int shorter = Math.min(before.size(), after.size());
		while (start < shorter && before.get(start).equals(after.get(start))) {
			start++;
		}
		while (end < shorter - start && before.get(before.size() - 1 - end).equals(after.get(after.size() - 1 - end))) {
			end++;
		}
		List<T> from = new ArrayList<>(before.subList(start, before.size() - end));
		List<T> to = new ArrayList<>(after.subList(start, after.size() - end));
		int offset = start;
		try {
			return new MyersDiff<T>().computeDiff(from, to, new Limit(from.size() + to.size()))
				.stream()
				.sorted(Comparator.comparingInt((Change change) -> change.startOriginal)
					.thenComparingInt((change) -> change.startRevised))
				.map((change) -> new Change(change.deltaType, change.startOriginal + offset,
						change.endOriginal + offset, change.startRevised + offset, change.endRevised + offset))
				.toList();
		}
		catch (TooMuch ex) {
			return null;
		}
	}

	private List<Part> parts(String before, String after) {
		if (before.equals(after)) {
			return before.isEmpty() ? List.of() : List.of(new Part(true, before, before));
		}
		List<String> from = split(TOKEN, before);
		List<String> to = split(TOKEN, after);
		List<Change> changes = changes(from, to);
		return (changes != null) ? parts(from, to, changes) : bySentence(before, after);
	}

	private List<Part> bySentence(String before, String after) {
		List<String> from = split(SENTENCE, before);
		List<String> to = split(SENTENCE, after);
		List<Change> changes = changes(from, to);
		if (changes == null) {
			return List.of(new Part(false, before, after));
		}
		List<Part> parts = new ArrayList<>();
		for (Part part : parts(from, to, changes)) {
			List<String> old = split(TOKEN, part.before());
			List<String> now = split(TOKEN, part.after());
			List<Change> within = part.same() ? null : changes(old, now);
			parts.addAll((within != null) ? readable(merged(parts(old, now, within)), part.before(), part.after())
					: List.of(part));
		}
		return parts;
	}

	private static List<Part> parts(List<String> from, List<String> to, List<Change> changes) {
		List<Part> parts = new ArrayList<>();
		int at = 0;
		for (Change change : changes) {
			add(parts, true, from.subList(at, change.startOriginal), List.of());
			add(parts, false, from.subList(change.startOriginal, change.endOriginal),
					to.subList(change.startRevised, change.endRevised));
			at = change.endOriginal;
		}
		add(parts, true, from.subList(at, from.size()), List.of());
		return parts;
	}

	private static void add(List<Part> parts, boolean same, List<String> before, List<String> after) {
		if (!before.isEmpty() || !after.isEmpty()) {
			String old = String.join("", before);
			parts.add(new Part(same, old, same ? old : String.join("", after)));
		}
	}

	/** Without islands of equal text too small to read. */
	private static List<Part> merged(List<Part> parts) {
		List<Part> merged = new ArrayList<>();
		for (int i = 0; i < parts.size(); i++) {
			Part part = parts.get(i);
			int last = merged.size() - 1;
			boolean afterChange = last >= 0 && !merged.get(last).same();
			if (afterChange && !part.same()) {
				merged.set(last, merged.get(last).and(part));
			}
			else if (afterChange && i + 1 < parts.size() && !parts.get(i + 1).same()
					&& island(merged.get(last), part, parts.get(i + 1))) {
				merged.set(last, merged.get(last).and(part));
			}
			else {
				merged.add(part);
			}
		}
		return merged;
	}

	private static boolean island(Part change, Part same, Part next) {
		return length(same.before()) <= ISLAND && same.before().indexOf('\n') < 0
				&& change.size() + next.size() >= 2 * length(same.before());
	}

	private static List<Part> readable(List<Part> parts, String before, String after) {
		int same = parts.stream().filter(Part::same).mapToInt((part) -> length(part.before().strip())).sum();
		int shorter = Math.min(length(before.strip()), length(after.strip()));
		long changes = parts.stream().filter((part) -> !part.same()).count();
		return (changes > 1 && same < ALIKE * shorter) ? List.of(new Part(false, before, after)) : parts;
	}

	private static List<String> split(Pattern pattern, String text) {
		return pattern.matcher(text).results().map(MatchResult::group).toList();
	}

	private static int length(String text) {
		return text.codePointCount(0, text.length());
	}

	/** Which text a piece belongs to. */
	enum Mark {

		/** Both. */
		SAME,
		/** Only the old one. */
		OUT,
		/** Only the new one. */
		IN,
		/** Both, and left out here. */
		GAP

	}

	/**
	 * A run of text.
	 *
	 * @param text for a gap the number of characters left out
	 */
	record Piece(Mark mark, String text) {

		/** A line's end that came or went has to be seen. */
		static Piece of(Mark mark, String text) {
			return new Piece(mark, text.replace("\n", "↵\n"));
		}

		public boolean isSame() {
			return this.mark == Mark.SAME;
		}

		public boolean isOut() {
			return this.mark == Mark.OUT;
		}

		public boolean isIn() {
			return this.mark == Mark.IN;
		}

		public boolean isGap() {
			return this.mark == Mark.GAP;
		}

	}

	private record Part(boolean same, String before, String after) {

		private Part and(Part next) {
			return new Part(false, this.before + next.before, this.after + next.after);
		}

		private int size() {
			return length(this.before) + length(this.after);
		}

	}

	/** Counts the steps of the algorithm. */
	private final class Limit implements DiffAlgorithmListener {

		private final int size;

		private final long most;

		private Limit(int size) {
			this.size = size;
			this.most = Math.min(MOST_STEPS, WORK_OF_ONE / (size + 1));
		}

		@Override
		public void diffStart() {
		}

		@Override
		public void diffStep(int value, int max) {
			TextDiff.this.left -= value + this.size / WORK_SHARE;
			if (value > this.most || TextDiff.this.left < 0) {
				throw new TooMuch();
			}
		}

		@Override
		public void diffEnd() {
		}

	}

	private static final class TooMuch extends RuntimeException {

		private static final long serialVersionUID = 1L;

		private TooMuch() {
			super(null, null, false, false);
		}

	}

}
