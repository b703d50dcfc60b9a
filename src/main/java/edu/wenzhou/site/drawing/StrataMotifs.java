package edu.wenzhou.site.drawing;

import java.util.Random;

/** Layers for campuses, all drawn from the horizontal. */
final class StrataMotifs {

	private static final double THREAD = 13;

	private StrataMotifs() {
	}

	/** Dovetail joints between layers of boards. */
	static void dovetail(Canvas canvas, Random random) {
		double pitch = 46;
		int rows = (int) Math.max(2, Math.round(canvas.height() / 40));
		double height = canvas.height() / rows;
		double depth = height * .44;
		double[][] joint = { { .32, 0 }, { .24, 1 }, { .76, 1 }, { .68, 0 }, { 1, 0 } };
		for (int row = 0; row < rows; row++) {
			double y = row * height + height * .14;
			Pen strong = canvas.pen(Ink.STRONG);
			double start = (row % 2 == 0) ? -pitch : -pitch / 2;
			strong.move(start, y);
			for (double x = start; x < canvas.width(); x += pitch) {
				for (double[] corner : joint) {
					strong.line(x + pitch * corner[0], y + depth * corner[1]);
				}
			}
			for (double grain : new double[] { .56, .66, .76 }) {
				canvas.pen(Ink.HAIR).segment(0, y + height * grain + 2, canvas.width(), y + height * grain + 2);
			}
		}
	}

	/**
	 * Twill: each thread goes over two and under two, one further in each row. Drawn
	 * along the diagonals, where every step is the same.
	 */
	static void twill(Canvas canvas, Random random) {
		int columns = (int) Math.ceil(canvas.width() / THREAD);
		int rows = (int) Math.ceil(canvas.height() / THREAD);
		for (int diagonal = -rows; diagonal <= columns; diagonal++) {
			int turn = Math.floorMod(diagonal, 4);
			for (int row = -1; row < rows; row++) {
				double x = (diagonal + row) * THREAD;
				double y = row * THREAD;
				if (turn == 1) {
					warp(canvas, x + 2, y);
					warp(canvas, x + THREAD - 2, y);
				}
				else if (turn == 2) {
					weft(canvas, x, y + 2);
					weft(canvas, x, y + THREAD - 2);
				}
			}
		}
	}

	/** One edge of an upright thread over two crossings, as far as it is seen. */
	private static void warp(Canvas canvas, double x, double y) {
		if (x >= 0 && x <= canvas.width()) {
			canvas.pen(Ink.HAIR).segment(x, Math.max(y, 0), x, Math.min(y + 2 * THREAD, canvas.height()));
		}
	}

	private static void weft(Canvas canvas, double x, double y) {
		if (y >= 0 && y <= canvas.height() && x > -2 * THREAD && x < canvas.width()) {
			canvas.pen(Ink.HAIR).segment(Math.max(x, 0), y, Math.min(x + 2 * THREAD, canvas.width()), y);
		}
	}

	/** Long waves whose phase drifts from line to line. */
	static void waves(Canvas canvas, Random random) {
		double length = 190;
		int lines = 11;
		for (int i = 0; i < lines; i++) {
			wave(canvas, -length + i * .42 * length / (2 * Math.PI), canvas.height() * (i + .7) / (lines + .4), length,
					canvas.height() * .05 * (1 + .9 * StrictMath.sin(i * .7)));
		}
	}

	/** One wave from a place at or before the left edge to the right one. */
	static void wave(Canvas canvas, double start, double y, double length, double amplitude) {
		double half = length / 2;
		double x = start;
		Pen pen = canvas.pen(Ink.HAIR);
		pen.move(x, y).quadratic(x + half / 2, y - 2 * amplitude, x + half, y);
		for (x += half; x < canvas.width(); x += half) {
			pen.mirrored(x + half, y);
		}
	}

	/** Two sets of circles that cross; one set spreads from below, one from above. */
	static void circles(Canvas canvas, Random random) {
		double step = 11;
		int count = (int) Math.ceil(canvas.width() * .62 / step);
		halfCircles(canvas, canvas.width() * .24, canvas.height() * 1.1, step, count, true);
		halfCircles(canvas, canvas.width() * .71, -canvas.height() * .35, step, count, false);
	}

	/** From one end and back again, so that the pen hardly moves between two arcs. */
	private static void halfCircles(Canvas canvas, double x, double y, double step, int count, boolean upper) {
		for (int i = 1; i <= count; i++) {
			double radius = (i % 2 == 0) ? i * step : -i * step;
			canvas.pen(Ink.HAIR).move(x + radius, y).arc(i * step, upper == radius < 0, x - radius, y);
		}
	}

}
