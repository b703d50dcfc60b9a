package edu.wenzhou.site.drawing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * A ruler of years: to scale from the first to the last, then an open piece to this day
 * that has no scale. All drawings of one ruler are as wide as it is, so that a year is as
 * long in one as in the other.
 *
 * @param from the first year of the ruler
 * @param to the last one; the open piece follows
 * @param width of the whole in years: {@value #BEFORE} before the ruler, the ruler, the
 * open piece
 */
public record YearScale(int from, int to, int width) {

	/** What began nobody knows when comes from before the ruler. */
	static final int BEFORE = 2;

	/** A single year is no ruler. */
	private static final int SHORTEST = 10;

	/** How wide lengths are drawn where there is no ruler. */
	private static final int WITHOUT_RULER = 40;

	private static final int MOST = 2000;

	public YearScale {
		if (from > to || width < BEFORE + to - from || width < 1 || width > MOST) {
			throw new IllegalArgumentException("No scale from " + from + " to " + to + ", " + width + " years wide");
		}
	}

	/**
	 * The ruler that has room for all.
	 * @param years what has a place on it, in any order; where there is none the ruler
	 * has only a width
	 * @param longest how many years the longest length spans that is drawn to its scale
	 */
	public static YearScale of(Collection<Integer> years, int longest) {
		if (years.isEmpty()) {
			return new YearScale(0, 0, Math.max(WITHOUT_RULER, longest));
		}
		TreeSet<Integer> sorted = new TreeSet<>(years);
		int to = sorted.last();
		int from = Math.min(sorted.first(), to - SHORTEST);
		int length = to - from;
		return new YearScale(from, to, Math.max(BEFORE + length + (length * 3 + 9) / 10, longest));
	}

	/** How far from the left edge a year stands, in years. */
	public int place(int year) {
		return BEFORE + year - this.from;
	}

	/**
	 * The years written above the ruler, in rows from the top down: those given and the
	 * one it begins with. A year stands like a flag at the right of its pole; one that
	 * would touch a later one, or be cut by its pole, goes up a row.
	 */
	public List<Row> rows(Collection<Integer> years) {
		TreeSet<Integer> sorted = new TreeSet<>(years);
		sorted.add(this.from);
		// So much a year may take up on the smallest screen with the largest letters
		int flag = (this.width + 2) / 3;
		List<List<Integer>> rows = new ArrayList<>();
		List<int[]> placed = new ArrayList<>();
		for (int year : sorted.descendingSet()) {
			int level = placed.stream()
				.filter((other) -> other[0] < year + flag)
				.mapToInt((other) -> other[1] + 1)
				.max()
				.orElse(0);
			placed.add(new int[] { year, level });
			if (level == rows.size()) {
				rows.add(0, new ArrayList<>());
			}
			rows.get(rows.size() - 1 - level).add(0, year);
		}
		return rows.stream().map(this::row).toList();
	}

	private Row row(List<Integer> years) {
		List<Flag> flags = new ArrayList<>();
		int here = 0;
		for (int year : years) {
			flags.add(new Flag(year, powers(place(year) - here)));
			here = place(year);
		}
		return new Row(flags, powers(this.width - here));
	}

	/** A style sheet cannot know every number, but it can know ten. */
	private static List<Integer> powers(int sum) {
		List<Integer> powers = new ArrayList<>();
		for (int power = Integer.highestOneBit(sum); power > 0; power /= 2) {
			if ((sum & power) != 0) {
				powers.add(power);
			}
		}
		return powers;
	}

	/**
	 * Years side by side.
	 *
	 * @param rest from the last one to the right edge, as powers of two
	 */
	public record Row(List<Flag> flags, List<Integer> rest) {

	}

	/**
	 * A year above the ruler.
	 *
	 * @param gap the years since the flag before or the left edge, as powers of two
	 */
	public record Flag(int year, List<Integer> gap) {

	}

}
