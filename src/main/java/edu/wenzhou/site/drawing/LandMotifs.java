package edu.wenzhou.site.drawing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import edu.wenzhou.site.drawing.Canvas.Curve;
import edu.wenzhou.site.drawing.Canvas.Place;

/** What grows and lies: tree rings, the scales of the sea, ridges. */
final class LandMotifs {

	private LandMotifs() {
	}

	/** Rings of three harmonics, every fifth strong, and one radius. */
	static void treeRings(Canvas canvas, Random random) {
		double[] phase = { random.nextDouble() * 6, random.nextDouble() * 6, random.nextDouble() * 6 };
		double x = canvas.width() * .4;
		double y = canvas.height() * .58;
		double most = StrictMath.hypot(canvas.width(), canvas.height()) * .62;
		int rings = canvas.pick(10, 16, 20);
		for (int i = 1; i <= rings; i++) {
			double radius = most * StrictMath.pow((double) i / rings, 1.08);
			int ring = i * 16 / rings;
			Curve curve = (angle) -> {
				double bulge = 1 + .05 * StrictMath.sin(2 * angle + phase[0])
						+ .035 * StrictMath.sin(3 * angle + phase[1] + ring * .12)
						+ .018 * StrictMath.sin(5 * angle + phase[2] + ring * .3);
				return new Place(x + radius * 1.12 * bulge * StrictMath.cos(angle),
						y + radius * .92 * bulge * StrictMath.sin(angle));
			};
			canvas.curve((i % 5 == 0) ? Ink.STRONG : Ink.HAIR, curve, 0, 2 * Math.PI, canvas.pick(12, 14, 16));
		}
		canvas.pen(Ink.CHAIN).segment(x, y, canvas.width(), y - (canvas.width() - x) * .34);
		canvas.point(x, y);
	}

	/**
	 * Rows of four concentric arcs, half offset. What the rows in front hide is not drawn
	 * at all.
	 */
	static void seaScales(Canvas canvas, Random random) {
		double radius = canvas.height() / canvas.pick(3, 4, 5);
		int rows = (int) Math.ceil(canvas.height() / (radius / 2)) + 2;
		for (int row = 0; row < rows; row++) {
			double y = row * radius / 2 + radius * .2;
			for (double size : new double[] { 1, .74, .48, .22 }) {
				double hidden = hiddenAngle(size);
				double side = radius * size * StrictMath.cos(hidden);
				double foot = y - radius * size * StrictMath.sin(hidden);
				for (double x = (row % 2 == 0) ? -radius : 0; x < canvas.width() + radius; x += 2 * radius) {
					canvas.pen(Ink.HAIR).move(x - side, foot).arc(radius * size, true, x + side, foot);
				}
			}
		}
	}

	/**
	 * Where an arc comes out from behind its two neighbours in front, whose centres lie
	 * one radius to the side and half a radius below.
	 */
	private static double hiddenAngle(double size) {
		return StrictMath.acos((size * size + .25) / size / StrictMath.sqrt(5)) - StrictMath.atan(.5);
	}

	/** Profiles of five hills, each hiding what lies behind it. */
	static void ridges(Canvas canvas, Random random) {
		List<Hill> hills = hills(canvas, random);
		int ridges = canvas.pick(9, 17, 21);
		double[] horizon = new double[161];
		Arrays.fill(horizon, canvas.height());
		for (int ridge = ridges - 1; ridge >= 0; ridge--) {
			seen(canvas, profile(canvas, hills, ridge, ridges), horizon);
		}
		Hill first = hills.get(0);
		canvas.point((first.x() < canvas.width() / 2) ? canvas.width() * .66 : canvas.width() * .3,
				canvas.height() * .12);
	}

	/** One hill to each fifth of the width, the highest never at an edge. */
	private static List<Hill> hills(Canvas canvas, Random random) {
		double[] heights = { 1.2, .85, .6, .45, .35 };
		int place = random.nextBoolean() ? 1 : 3;
		List<Hill> hills = new ArrayList<>();
		for (double height : heights) {
			double x = canvas.width() * (place + .2 + .6 * random.nextDouble()) / 5;
			hills.add(new Hill(x, height * (.9 + random.nextDouble() * .25),
					canvas.width() * (.05 + random.nextDouble() * .06)));
			place = (place + 2) % 5;
		}
		return hills;
	}

	private static Curve profile(Canvas canvas, List<Hill> hills, int ridge, int ridges) {
		double width = canvas.width();
		double height = canvas.height();
		double base = height * (.3 + ridge * .74 / ridges);
		double fade = StrictMath.sin(Math.PI * (ridge + 1) / (ridges + 1));
		double shift = (ridge * 17.0 / ridges - 8.5) * width * .006;
		return (part) -> {
			double x = part * width;
			double sum = 0;
			for (Hill hill : hills) {
				double distance = (x - hill.x() - shift) / hill.breadth();
				sum += hill.height() * StrictMath.exp(-distance * distance / 2);
			}
			return new Place(x,
					base - sum * height * .3 * fade + StrictMath.sin(part * 28 + ridge * 1.7) * height * .006);
		};
	}

	/** Draws what stands above the horizon, which then rises to it. */
	private static void seen(Canvas canvas, Curve profile, double[] horizon) {
		int last = horizon.length - 1;
		int pieces = canvas.pick(12, 20, 20);
		double from = -1;
		double before = 0;
		for (int i = 0; i <= last; i++) {
			double y = profile.at((double) i / last).y();
			double above = horizon[i] - y;
			if (above > 0 && from < 0) {
				from = (i == 0) ? 0 : (i - above / (above - before)) / last;
			}
			if (from >= 0 && (above <= 0 || i == last)) {
				double to = (above > 0) ? 1 : (i - above / (above - before)) / last;
				if (to - from > .02) {
					canvas.curve(Ink.HAIR, profile, from, to, (int) Math.ceil((to - from) * pieces));
				}
				from = -1;
			}
			before = above;
			horizon[i] = Math.min(horizon[i], y);
		}
	}

	private record Hill(double x, double height, double breadth) {

	}

}
