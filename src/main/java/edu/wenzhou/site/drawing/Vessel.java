package edu.wenzhou.site.drawing;

import java.util.List;

/**
 * A celadon vessel as an engineering drawing: left half with its throwing lines, right
 * half in section, dimensions around it and leaders to four of its parts.
 */
final class Vessel {

	private static final double AXIS = 200;

	private static final double MOUTH = 42;

	private static final double FLOOR = 478;

	private static final double FOOT = 506;

	/** Height and radius, from the mouth down. */
	private static final double[][] PROFILE = { { 42, 30 }, { 50, 34 }, { 64, 31 }, { 102, 27 }, { 132, 46 },
			{ 166, 92 }, { 212, 128 }, { 260, 136 }, { 320, 118 }, { 390, 84 }, { 452, 60 }, { 482, 58 }, { 498, 66 },
			{ 506, 66 } };

	/** Where a leader touches, and the height of its word. */
	private static final double[][] LEADERS = { { AXIS + 29, 78, 78 }, { AXIS + radius(180), 180, 168 },
			{ AXIS + radius(320), 320, 320 }, { AXIS + 66, 502, 484 } };

	private Vessel() {
	}

	static Drawing draw(List<String> words) {
		Canvas canvas = new Canvas(470, 566);
		body(canvas);
		throwing(canvas.pen(Ink.HATCH));
		section(canvas);
		canvas.pen(Ink.CHAIN).segment(AXIS, MOUTH - 30, AXIS, FOOT + 30);
		dimensions(canvas);
		for (int i = 0; i < Math.min(words.size(), LEADERS.length); i++) {
			double[] leader = LEADERS[i];
			canvas.pen(Ink.HAIR).segment(leader[0], leader[1], 360, leader[2]).line(382, leader[2]);
			canvas.pen(Ink.SOLID).circle(leader[0], leader[1], 3);
			canvas.label(388, leader[2] + 8, words.get(i));
		}
		return canvas.drawing("vessel", Drawing.WHOLE);
	}

	private static void body(Canvas canvas) {
		Pen ground = canvas.pen(Ink.GROUND).move(AXIS, MOUTH).line(AXIS - PROFILE[0][1], MOUTH);
		profile(ground, -1);
		ground.line(AXIS, FOOT).close();
		Pen strong = canvas.pen(Ink.STRONG).move(AXIS, MOUTH).line(AXIS - PROFILE[0][1], MOUTH);
		profile(strong, -1);
		strong.line(AXIS, FOOT);
		// The rim as the left half shows it
		strong.move(AXIS - 30, MOUTH).quadratic(AXIS - 15, MOUTH + 6, AXIS, MOUTH + 6);
		strong.move(AXIS + PROFILE[0][1] - wall(MOUTH), MOUTH).line(AXIS + PROFILE[0][1], MOUTH);
		profile(strong, 1);
	}

	/** From the mouth to the foot, through every point of the profile. */
	private static void profile(Pen pen, int side) {
		for (int i = 0; i + 1 < PROFILE.length; i++) {
			double height = PROFILE[i + 1][0] - PROFILE[i][0];
			double leave = PROFILE[i][1] + slope(i) * height / 3;
			double arrive = PROFILE[i + 1][1] - slope(i + 1) * height / 3;
			pen.cubic(AXIS + side * leave, PROFILE[i][0] + height / 3, AXIS + side * arrive,
					PROFILE[i + 1][0] - height / 3, AXIS + side * PROFILE[i + 1][1], PROFILE[i + 1][0]);
		}
	}

	private static void throwing(Pen pen) {
		for (double y = MOUTH + 12; y < FOOT - 4; y += 9) {
			double radius = radius(y);
			double sag = radius * .16;
			pen.move(AXIS - radius, y).quadratic(AXIS - radius / 2, y + sag, AXIS, y + sag * .98);
		}
	}

	private static void section(Canvas canvas) {
		canvas.curve(Ink.STRONG, (y) -> new Canvas.Place(AXIS + radius(y) - wall(y), y), MOUTH, FLOOR - 2, 16);
		canvas.pen(Ink.STRONG).line(AXIS, FLOOR);
		canvas.pen(Ink.STRONG).segment(AXIS, 490, AXIS + 56, 490).line(AXIS + 60, FOOT).line(AXIS + 66, FOOT);
		Pen hatch = canvas.pen(Ink.HATCH);
		for (double y = MOUTH + 6; y < FLOOR - 2; y += 7) {
			hatch.segment(AXIS + radius(y) - wall(y), y, AXIS + radius(y - 5), y - 5);
		}
		for (double x = AXIS + 4; x < AXIS + 51; x += 7) {
			hatch.segment(x, 490, x + 8, 480);
		}
	}

	private static void dimensions(Canvas canvas) {
		canvas.pen(Ink.HAIR)
			.segment(14, MOUTH, AXIS - 40, MOUTH)
			.segment(14, FOOT, AXIS - 76, FOOT)
			.segment(26, MOUTH, 26, FOOT)
			.segment(64, 546, 336, 546)
			.segment(64, 276, 64, 556)
			.segment(336, 276, 336, 556);
		arrow(canvas, 26, MOUTH, 0, 1);
		arrow(canvas, 26, FOOT, 0, -1);
		arrow(canvas, 64, 546, 1, 0);
		arrow(canvas, 336, 546, -1, 0);
		for (int i = 0; i <= 50; i++) {
			double y = MOUTH + i * (FOOT - MOUTH) / 50;
			canvas.pen(Ink.HATCH).segment(26, y, (i % 5 == 0) ? 35 : 30, y);
		}
	}

	private static void arrow(Canvas canvas, double x, double y, int right, int down) {
		canvas.pen(Ink.SOLID)
			.move(x, y)
			.line(x + 13 * right - 4 * down, y + 13 * down - 4 * right)
			.line(x + 13 * right + 4 * down, y + 13 * down + 4 * right)
			.close();
	}

	private static double wall(double y) {
		return 6 + 2 * (y - MOUTH) / (FOOT - MOUTH);
	}

	private static double radius(double y) {
		int i = 0;
		while (i < PROFILE.length - 2 && y > PROFILE[i + 1][0]) {
			i++;
		}
		double height = PROFILE[i + 1][0] - PROFILE[i][0];
		double t = (y - PROFILE[i][0]) / height;
		double t2 = t * t;
		double t3 = t2 * t;
		return (2 * t3 - 3 * t2 + 1) * PROFILE[i][1] + (t3 - 2 * t2 + t) * slope(i) * height
				+ (3 * t2 - 2 * t3) * PROFILE[i + 1][1] + (t3 - t2) * slope(i + 1) * height;
	}

	private static double slope(int i) {
		double[] before = PROFILE[Math.max(i - 1, 0)];
		double[] after = PROFILE[Math.min(i + 1, PROFILE.length - 1)];
		return (after[1] - before[1]) / (after[0] - before[0]);
	}

}
