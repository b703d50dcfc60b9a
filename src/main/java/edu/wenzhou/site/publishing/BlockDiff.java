package edu.wenzhou.site.publishing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import com.github.difflib.algorithm.Change;
import edu.wenzhou.site.publishing.TextBlocks.Block;
import edu.wenzhou.site.publishing.TextDiff.Mark;
import edu.wenzhou.site.publishing.TextDiff.Piece;

/** What differs between two lists of blocks: rows to be read from top to bottom. */
final class BlockDiff {

	/** Blocks that have less in common are two blocks, not one that changed. */
	private static final double ALIKE = 0.3;

	private static final long MOST_COMPARED = 5_000_000;

	/** Unchanged text longer than this is shortened. */
	private static final int LONG = 120;

	/** So much of it stays beside a change. */
	private static final int KEPT = 40;

	private final TextDiff texts;

	private final boolean all;

	/**
	 * Made anew for each page.
	 * @param all whether what did not change is shown too
	 */
	BlockDiff(TextDiff texts, boolean all) {
		this.texts = texts;
		this.all = all;
	}

	List<Row> rows(List<Block> before, List<Block> after) {
		List<Row> rows = new ArrayList<>();
		if (before.size() == 1 && after.size() == 1 && !before.equals(after)) {
			// A field of one line stays that field, whatever is in it
			rows.add(changed(before.get(0), after.get(0)));
			return rows;
		}
		List<Change> changes = this.texts.changes(before, after);
		int at = 0;
		if (changes == null) {
			replaced(before, after, rows);
			at = before.size();
		}
		else {
			for (Change change : changes) {
				before.subList(at, change.startOriginal).forEach((block) -> rows.add(same(block)));
				replaced(before.subList(change.startOriginal, change.endOriginal),
						after.subList(change.startRevised, change.endRevised), rows);
				at = change.endOriginal;
			}
		}
		before.subList(at, before.size()).forEach((block) -> rows.add(same(block)));
		return this.all ? rows : withGaps(rows);
	}

	/** Blocks without anything to compare them with. */
	List<Row> plain(List<Block> blocks) {
		return blocks.stream().map(BlockDiff::same).toList();
	}

	private void replaced(List<Block> before, List<Block> after, List<Row> rows) {
		int[] partners = partners(before, after);
		int next = 0;
		for (int i = 0; i < before.size(); i++) {
			if (partners[i] < 0) {
				rows.add(new Row(State.OUT, before.get(i).kind(), null, whole(Mark.OUT, before.get(i).text()),
						addresses(Mark.OUT, before.get(i))));
				continue;
			}
			added(after.subList(next, partners[i]), rows);
			rows.add(changed(before.get(i), after.get(partners[i])));
			next = partners[i] + 1;
		}
		added(after.subList(next, after.size()), rows);
	}

	private void added(List<Block> blocks, List<Row> rows) {
		blocks.forEach((block) -> rows
			.add(new Row(State.IN, null, block.kind(), whole(Mark.IN, block.text()), addresses(Mark.IN, block))));
	}

	private Row changed(Block before, Block after) {
		List<Piece> pieces = this.texts.pieces(before.text(), after.text());
		List<Piece> addresses = before.addresses().equals(after.addresses()) ? List.of()
				: this.texts.pieces(String.join(" ", before.addresses()), String.join(" ", after.addresses()));
		return new Row(State.CHANGED, before.kind(), after.kind(), this.all ? pieces : shortened(pieces), addresses);
	}

	/**
	 * For each block before, which one after it became; -1 for none. Partners stand in
	 * the same order on both sides.
	 */
	private static int[] partners(List<Block> before, List<Block> after) {
		int[] partners = new int[before.size()];
		Arrays.fill(partners, -1);
		long size = before.stream().mapToLong((block) -> block.text().length() + 1L).sum() * after.size()
				+ after.stream().mapToLong((block) -> block.text().length() + 1L).sum() * before.size();
		if (size > MOST_COMPARED) {
			return partners;
		}
		List<int[]> from = before.stream().map((block) -> pairs(block.text())).toList();
		List<int[]> to = after.stream().map((block) -> pairs(block.text())).toList();
		double[][] alike = new double[before.size()][after.size()];
		double[][] best = new double[before.size() + 1][after.size() + 1];
		for (int i = before.size() - 1; i >= 0; i--) {
			for (int j = after.size() - 1; j >= 0; j--) {
				alike[i][j] = before.get(i).text().equals(after.get(j).text()) ? 1 : alike(from.get(i), to.get(j));
				double taken = (alike[i][j] >= ALIKE) ? alike[i][j] + best[i + 1][j + 1] : 0;
				best[i][j] = Math.max(taken, Math.max(best[i + 1][j], best[i][j + 1]));
			}
		}
		for (int i = 0, j = 0; i < before.size() && j < after.size();) {
			if (alike[i][j] >= ALIKE && best[i][j] == alike[i][j] + best[i + 1][j + 1]) {
				partners[i++] = j++;
			}
			else if (best[i][j] == best[i + 1][j]) {
				i++;
			}
			else {
				j++;
			}
		}
		return partners;
	}

	/** All pairs of neighbouring characters, sorted. */
	private static int[] pairs(String text) {
		int[] pairs = new int[Math.max(0, text.length() - 1)];
		for (int i = 0; i < pairs.length; i++) {
			pairs[i] = text.charAt(i) << Character.SIZE | text.charAt(i + 1);
		}
		Arrays.sort(pairs);
		return pairs;
	}

	/** The share of pairs that two texts have in common. */
	private static double alike(int[] from, int[] to) {
		int common = 0;
		for (int i = 0, j = 0; i < from.length && j < to.length;) {
			if (from[i] == to[j]) {
				common++;
				i++;
				j++;
			}
			else if (from[i] < to[j]) {
				i++;
			}
			else {
				j++;
			}
		}
		return (from.length + to.length == 0) ? 0 : 2.0 * common / (from.length + to.length);
	}

	private static Row same(Block block) {
		return new Row(State.SAME, block.kind(), block.kind(), whole(Mark.SAME, block.text()), List.of());
	}

	private static List<Piece> whole(Mark mark, String text) {
		return text.isEmpty() ? List.of() : List.of(new Piece(mark, text));
	}

	private static List<Piece> addresses(Mark mark, Block block) {
		return whole(mark, String.join(" ", block.addresses()));
	}

	/** One unchanged block stays before and after what changed. */
	private static List<Row> withGaps(List<Row> rows) {
		List<Row> kept = new ArrayList<>();
		int skipped = 0;
		for (int i = 0; i < rows.size(); i++) {
			Row row = rows.get(i);
			boolean beside = (i > 0 && !rows.get(i - 1).isSame()) || (i + 1 < rows.size() && !rows.get(i + 1).isSame());
			if (row.isSame() && !beside) {
				skipped++;
				continue;
			}
			if (skipped > 0) {
				kept.add(Row.gap(skipped));
				skipped = 0;
			}
			kept.add(row.isSame()
					? new Row(row.state(), row.before(), row.after(), shortened(row.pieces()), row.addresses()) : row);
		}
		if (skipped > 0 && !kept.isEmpty()) {
			kept.add(Row.gap(skipped));
		}
		return kept;
	}

	/** Long unchanged runs keep what is next to a change. */
	private static List<Piece> shortened(List<Piece> pieces) {
		List<Piece> shortened = new ArrayList<>();
		for (int i = 0; i < pieces.size(); i++) {
			Piece piece = pieces.get(i);
			String text = piece.text();
			int length = text.codePointCount(0, text.length());
			if (!piece.isSame() || length <= LONG) {
				shortened.add(piece);
				continue;
			}
			int head = (i > 0 || pieces.size() == 1) ? KEPT : 0;
			int tail = (i < pieces.size() - 1) ? KEPT : 0;
			if (head > 0) {
				shortened.add(new Piece(Mark.SAME, text.substring(0, text.offsetByCodePoints(0, head))));
			}
			shortened.add(new Piece(Mark.GAP, String.valueOf(length - head - tail)));
			if (tail > 0) {
				shortened.add(new Piece(Mark.SAME, text.substring(text.offsetByCodePoints(text.length(), -tail))));
			}
		}
		return shortened;
	}

	/** What became of a block. */
	enum State {

		SAME, OUT, IN, CHANGED,
		/** Unchanged blocks that are left out here. */
		GAP

	}

	/**
	 * A block, or several that are left out.
	 *
	 * @param before which kind it was; null for one that came
	 * @param after which kind it is; null for one that went
	 * @param pieces of its text; for a gap one with the number of blocks
	 * @param addresses of links and pictures, where they changed
	 */
	record Row(State state, String before, String after, List<Piece> pieces, List<Piece> addresses) {

		private static Row gap(int blocks) {
			return new Row(State.GAP, null, null, List.of(new Piece(Mark.GAP, String.valueOf(blocks))), List.of());
		}

		public boolean isSame() {
			return this.state == State.SAME;
		}

		public boolean isOut() {
			return this.state == State.OUT;
		}

		public boolean isIn() {
			return this.state == State.IN;
		}

		public boolean isChanged() {
			return this.state == State.CHANGED;
		}

		public boolean isGap() {
			return this.state == State.GAP;
		}

		/** Such as from a paragraph to a heading. */
		public boolean isOtherKind() {
			return isChanged() && !this.before.equals(this.after);
		}

		/** The kind of a block that came or went; null for a plain paragraph. */
		public String getKind() {
			String kind = isIn() ? this.after : isOut() ? this.before : "p";
			return kind.equals("p") ? null : kind;
		}

		/** How many blocks a gap leaves out. */
		public int getLeftOut() {
			return Integer.parseInt(this.pieces.get(0).text());
		}

	}

}
