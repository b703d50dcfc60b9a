package edu.wenzhou.site.drawing;

import java.util.List;

/**
 * The marks of charts, for templates as {@code charts}; label and value are text beside
 * them. Like {@link Drawings} pure functions. The style sheet gives ticks and rulers a
 * height of their own and stretches them to the width of the row; squares keep their
 * shape.
 */
public final class Charts {

	private static final int MOST_TICKS = 100;

	private static final int MOST_LINES = 12;

	private static final int MOST_SQUARES = 1000;

	private static final int SQUARE = 10;

	private static final int PEOPLE = 100;

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
			// An open cell
			canvas.pen(Ink.CHAIN).segment(value * 10, 26, value * 10 + 10, 26);
			canvas.pen(Ink.HATCH)
				.segment(value * 10 + 1, 26, value * 10 + 5, 12)
				.segment(value * 10 + 5, 26, value * 10 + 9, 12);
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
	 * Lines that run side by side, dashed, and become one: schools that were merged. Each
	 * line is level with the middle of its share of the height.
	 * @param lines how many, 2 to 12
	 */
	public Drawing merge(int lines) {
		if (lines < 2 || lines > MOST_LINES) {
			throw new IllegalArgumentException("No merging of " + lines + " lines");
		}
		int height = lines * 50;
		StringBuilder dashed = new StringBuilder();
		StringBuilder solid = new StringBuilder();
		for (int i = 0; i < lines; i++) {
			int from = i * 50 + 25;
			int to = (height - (lines - 1) * 6) / 2 + i * 6;
			dashed.append("M0 ").append(from).append("h370");
			solid.append("M370 ")
				.append(from)
				.append("C460 ")
				.append(from)
				.append(" 450 ")
				.append(to)
				.append(" 520 ")
				.append(to)
				.append("h120");
		}
		return new Drawing("merge", 640, height, Drawing.STRETCH,
				List.of(new Drawing.Stroke(Ink.CHAIN.css(), dashed.toString()),
						new Drawing.Stroke(Ink.STRONG.css(), solid.toString())),
				List.of());
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
