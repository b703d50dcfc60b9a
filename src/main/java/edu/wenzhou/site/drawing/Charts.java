package edu.wenzhou.site.drawing;

import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The marks of charts, for templates as {@code charts}; label and value are text beside
 * them. Like {@link Drawings} pure functions. The style sheet gives ticks and rulers a
 * height of their own and stretches them to the width of the row; squares keep their
 * shape.
 */
public final class Charts {

	private static final int MOST_TICKS = 100;

	private static final int MOST_LINES = 40;

	private static final int MOST_SQUARES = 1000;

	private static final int SQUARE = 10;

	private static final int PEOPLE = 100;

	/** The width of a year. */
	private static final int YEAR = 10;

	private static final int YEARS_ROW = 24;

	private static final int STREAM = 50;

	/** How long before it joins a line begins to turn. */
	private static final int BEND = 7 * YEAR;

	/**
	 * One tick is one thing; every fifth is taller, every tenth tallest.
	 * @param value how many, from 0 to the scale; where more follow, the scale has room
	 * for one more
	 * @param part how many of them are the part of the whole that the row speaks of; 0
	 * for none
	 * @param scale how many the whole row has room for, at most 100; one scale a figure
	 */
	public Drawing ticks(int value, int part, int scale, OpenEnd end) {
		int room = (end == OpenEnd.ABOVE) ? scale - 1 : scale;
		int least = (end == OpenEnd.BELOW) ? 1 : 0;
		if (scale < 1 || scale > MOST_TICKS || value < least || value > room || part < 0 || part > value) {
			throw new IllegalArgumentException(
					"No ticks for " + value + " with a part of " + part + " on a scale of " + scale);
		}
		Canvas canvas = new Canvas(scale * 10, 28);
		int whole = (end == OpenEnd.BELOW) ? value - 1 : value;
		for (int i = 1; i <= scale; i++) {
			canvas.pen(ink(i, part, whole, value)).segment(i * 10 - 5, 26, i * 10 - 5, 26 - tall(i, 15, 20, 26));
		}
		canvas.pen(Ink.HAIR).segment(0, 26, whole * 10, 26);
		if (end == OpenEnd.ABOVE) {
			openCell(canvas, value * 10);
		}
		return canvas.drawing("ticks", Drawing.STRETCH);
	}

	private static Ink ink(int tick, int part, int whole, int value) {
		if (tick <= part) {
			return Ink.STRONG;
		}
		if (tick <= whole) {
			return Ink.HAIR;
		}
		return (tick <= value) ? Ink.CHAIN : Ink.QUIET;
	}

	/**
	 * A ruler with a tick a year, every fifth taller, every tenth tallest, and a dashed
	 * end that has no scale. Each year that is written above it has a pole up to its row;
	 * all rows and the ruler itself are of one height.
	 * @param rows what {@link YearScale#rows} answers
	 */
	public Drawing years(YearScale scale, List<YearScale.Row> rows) {
		double base = (rows.size() + 1) * YEARS_ROW - 1;
		Canvas canvas = new Canvas(scale.width() * YEAR, (rows.size() + 1) * YEARS_ROW);
		// Closer than that ticks would run together on a phone
		int step = (scale.width() > MOST_TICKS) ? 5 : 1;
		for (int year = scale.from(); year <= scale.to(); year++) {
			if (year % step == 0) {
				double x = scale.place(year) * YEAR;
				canvas.pen(Ink.HAIR).segment(x, base, x, base - tall(year, 8, 13, 19));
			}
		}
		for (int row = 0; row < rows.size(); row++) {
			double top = row * YEARS_ROW + 3;
			rows.get(row).flags().forEach((flag) -> {
				double x = scale.place(flag.year()) * YEAR;
				canvas.pen(Ink.STRONG).segment(x, base, x, top);
			});
		}
		double end = scale.place(scale.to()) * YEAR;
		canvas.pen(Ink.HAIR).segment(scale.place(scale.from()) * YEAR, base, end, base);
		canvas.pen(Ink.CHAIN).segment(end, base, canvas.width(), base);
		return canvas.drawing("years", Drawing.STRETCH);
	}

	/**
	 * Lines that begin nobody knows when, dashed, and become one strong line that runs on
	 * to the open end: schools that were merged. Each runs along the foot of its row, the
	 * one line along the foot of a row more; all rows are of one height.
	 * @param joins the year in which each line joins, from the top down; null for one
	 * that runs on alone
	 * @param years what else has a place on the scale; those that the one line passes are
	 * marked on it
	 */
	public Drawing streams(YearScale scale, List<Integer> joins, Collection<Integer> years) {
		if (joins.isEmpty() || joins.size() > MOST_LINES) {
			throw new IllegalArgumentException("No merging of " + joins.size() + " lines");
		}
		Canvas canvas = new Canvas(scale.width() * YEAR, (joins.size() + 1) * STREAM);
		double foot = canvas.height() - 4;
		SortedSet<Integer> points = new TreeSet<>();
		for (int i = 0; i < joins.size(); i++) {
			double y = (i + 1) * STREAM - 4;
			if (joins.get(i) == null) {
				canvas.pen(Ink.CHAIN).segment(0, y, canvas.width(), y);
				continue;
			}
			points.add(joins.get(i));
			double join = scale.place(joins.get(i)) * YEAR;
			double bend = join - Math.min(join, BEND);
			canvas.pen(Ink.CHAIN).segment(0, y, bend, y);
			canvas.pen(Ink.HAIR)
				.move(bend, y)
				.cubic(bend + (join - bend) * .55, y, join - (join - bend) * .55, foot, join, foot);
		}
		if (!points.isEmpty()) {
			canvas.pen(Ink.STRONG).segment(scale.place(points.first()) * YEAR, foot, canvas.width(), foot);
			for (int year : new TreeSet<>(years).tailSet(points.first())) {
				double x = scale.place(year) * YEAR;
				canvas.pen(Ink.QUIET).segment(x, 0, x, foot);
			}
		}
		for (int year : points) {
			// So short that it is all ends, which the style sheet makes square
			double x = scale.place(year) * YEAR;
			canvas.pen(Ink.POINT).segment(x, foot, x + .1, foot);
		}
		return canvas.drawing("streams", Drawing.STRETCH);
	}

	/**
	 * A length of time on the scale of a ruler, but without a place on it: one tick is
	 * one year, every fifth taller, every tenth tallest.
	 * @param years how many; 0 for a time of which nobody says how long it was, which is
	 * a dashed line
	 */
	public Drawing length(YearScale scale, int years, OpenEnd end) {
		int room = (end == OpenEnd.ABOVE) ? scale.width() - 1 : scale.width();
		if (years < 0 || years > room || (years == 0 && end != OpenEnd.ABOVE)) {
			throw new IllegalArgumentException("No length of " + years + " years on " + scale);
		}
		Canvas canvas = new Canvas(scale.width() * YEAR, 28);
		int whole = (end == OpenEnd.BELOW) ? years - 1 : years;
		for (int i = 1; i <= years; i++) {
			double x = i * YEAR - 5;
			canvas.pen((i <= whole) ? Ink.HAIR : Ink.CHAIN).segment(x, 26, x, 26 - tall(i, 15, 20, 26));
		}
		if (whole > 0) {
			canvas.pen(Ink.HAIR).segment(0, 26, whole * YEAR, 26);
		}
		if (years == 0) {
			canvas.pen(Ink.CHAIN).segment(0, 26, canvas.width() * .4, 26);
		}
		else if (end == OpenEnd.ABOVE) {
			openCell(canvas, years * YEAR);
		}
		return canvas.drawing("ticks", Drawing.STRETCH);
	}

	/** Room for more, of which nobody says how much. */
	private static void openCell(Canvas canvas, double x) {
		canvas.pen(Ink.CHAIN).segment(x, 26, x + 10, 26);
		canvas.pen(Ink.HATCH).segment(x + 1, 26, x + 5, 12).segment(x + 5, 26, x + 9, 12);
	}

	/** The scale for the largest value of a figure: the next full ten. */
	public int scale(int largest) {
		return Math.max(10, (largest + 9) / 10 * 10);
	}

	/**
	 * One square is 100 people; what is left over fills its part of the last square.
	 * @param perRow how many squares stand in a row, at most 50
	 */
	public Drawing squares(int people, int perRow, OpenEnd end) {
		int squares = (people + PEOPLE - 1) / PEOPLE + ((end == OpenEnd.ABOVE) ? 1 : 0);
		if (people < 0 || squares > MOST_SQUARES || perRow < 1 || perRow > 50) {
			throw new IllegalArgumentException("No squares for " + people + " people, " + perRow + " in a row");
		}
		int rows = Math.max(1, (squares + perRow - 1) / perRow);
		Canvas canvas = new Canvas(perRow * SQUARE, rows * SQUARE);
		for (int i = 0; i < squares; i++) {
			double x = i % perRow * SQUARE + 1;
			double y = i / perRow * SQUARE + 1;
			int here = Math.min(PEOPLE, people - i * PEOPLE);
			if (here <= 0) {
				canvas.pen(Ink.CHAIN)
					.move(x + 7.5, y + .5)
					.line(x + .5, y + .5)
					.line(x + .5, y + 7.5)
					.line(x + 7.5, y + 7.5);
				canvas.pen(Ink.HATCH).segment(x + .5, y + 5, x + 5, y + .5).segment(x + 2, y + 7.5, x + 7.5, y + 2);
			}
			else if (end == OpenEnd.BELOW && i == squares - 1) {
				box(canvas.pen(Ink.CHAIN), x + .5, y + .5, 7, 7);
			}
			else {
				box(canvas.pen(Ink.SOLID), x, y, 8.0 * here / PEOPLE, 8);
				if (here < PEOPLE) {
					box(canvas.pen(Ink.HAIR), x + .5, y + .5, 7, 7);
				}
			}
		}
		return canvas.drawing("squares", Drawing.WHOLE);
	}

	/**
	 * A ruler from 0 to 100 with a bar to the value.
	 * @param percent from 0 to 100, read to one decimal
	 */
	public Drawing ruler(double percent, OpenEnd end) {
		if (!(percent >= 0 && percent <= 100)) {
			throw new IllegalArgumentException("No percentage: " + percent);
		}
		Canvas canvas = new Canvas(1002, 44);
		for (int i = 0; i <= 100; i++) {
			canvas.pen((i <= percent) ? Ink.HAIR : Ink.QUIET)
				.segment(i * 10 + 1, 30, i * 10 + 1, 30 - tall(i, 8, 13, 19));
		}
		double edge = percent * 10 + 1;
		double solid = (end == OpenEnd.BELOW) ? Math.max(1, edge - 10) : edge;
		canvas.pen(Ink.QUIET).segment(edge, 30, 1001, 30);
		box(canvas.pen(Ink.SOLID), 1, 32, solid - 1, 10);
		if (end == OpenEnd.BELOW) {
			canvas.pen(Ink.CHAIN)
				.move(solid, 32)
				.line(edge, 32)
				.line(edge, 42)
				.line(solid, 42)
				.segment(edge, 0, edge, 32);
		}
		else {
			canvas.pen(Ink.STRONG).segment(edge, 0, edge, 43);
		}
		if (end == OpenEnd.ABOVE) {
			for (double x = edge + 3; x < 999; x += 7) {
				canvas.pen(Ink.HATCH).segment(x, 42, Math.min(x + 5, 1001), 32);
			}
			canvas.pen(Ink.HATCH).segment(1001, 32, 1001, 42);
		}
		return canvas.drawing("gauge", Drawing.STRETCH);
	}

	private static int tall(int number, int one, int five, int ten) {
		if (number % 10 == 0) {
			return ten;
		}
		return (number % 5 == 0) ? five : one;
	}

	private static void box(Pen pen, double x, double y, double width, double height) {
		pen.move(x, y).line(x + width, y).line(x + width, y + height).line(x, y + height).close();
	}

}
