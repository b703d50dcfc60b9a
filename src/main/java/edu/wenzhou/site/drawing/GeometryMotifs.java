package edu.wenzhou.site.drawing;

import java.util.Random;

import edu.wenzhou.site.drawing.Canvas.Place;

/** What is constructed: a ruled surface, the unit circle, leaves from one spine. */
final class GeometryMotifs {

	/** How far the curves of the unit circle run, in radians. */
	private static final double RUN = 2.6 * Math.PI;

	private GeometryMotifs() {
	}

	/** Two families of straight lines whose envelopes are curves. */
	static void ruledSurface(Canvas canvas, Random random) {
		double left = canvas.width() * .08;
		double right = canvas.width() * .92;
		double top = canvas.height() * .08;
		double bottom = canvas.height() * .92;
		int steps = canvas.pick(15, 22, 28);
		Pen hair = canvas.pen(Ink.HAIR);
		for (int i = 0; i <= steps; i++) {
			double part = (double) i / steps;
			double x = (right - left) * part;
			double y = (bottom - top) * part;
			hair.segment(left, top + y, left + x, bottom);
			hair.segment(right, bottom - y, right - x, top);
		}
		canvas.pen(Ink.STRONG).move(left, top).line(left, bottom).line(right, bottom).line(right, top).close();
		canvas.pen(Ink.CHAIN).segment(left, bottom, right, top).segment(left, top, right, bottom);
		canvas.point(canvas.width() / 2, canvas.height() / 2);
	}

	/** Twelve radii, four projections, sine and cosine on graph paper. */
	static void unitCircle(Canvas canvas, Random random) {
		double width = canvas.width();
		double radius = canvas.height() * .3;
		double x = radius + width * .06;
		double y = canvas.height() / 2;
		double start = x + radius + width * .05;
		graphPaper(canvas, x, y, radius / 4);
		Pen hair = canvas.pen(Ink.HAIR);
		for (int i = 0; i < 6; i++) {
			Place end = Place.around(x, y, radius, i * Math.PI / 6);
			hair.segment(x - (end.x() - x), y - (end.y() - y), end.x(), end.y());
		}
		hair.circle(x, y, radius);
		wave(canvas, Ink.HAIR, start, radius, Math.PI / 2);
		wave(canvas, Ink.STRONG, start, radius, 0);
		canvas.pen(Ink.STRONG).segment(0, y, width, y);
		for (int i = 1; i < 4; i++) {
			Place end = Place.around(x, y, radius, -i * Math.PI / 6);
			canvas.pen(Ink.CHAIN).segment(end.x(), end.y(), start + (width - start) * i * Math.PI / 6 / RUN, end.y());
		}
		Place third = Place.around(x, y, radius, -Math.PI / 3);
		canvas.point(third.x(), third.y());
	}

	private static void graphPaper(Canvas canvas, double x, double y, double step) {
		Pen quiet = canvas.pen(Ink.QUIET);
		for (double at = x % step; at < canvas.width(); at += step) {
			quiet.segment(at, 0, at, canvas.height());
		}
		for (double at = y % step; at < canvas.height(); at += step) {
			quiet.segment(0, at, canvas.width(), at);
		}
	}

	private static void wave(Canvas canvas, Ink ink, double start, double radius, double phase) {
		double y = canvas.height() / 2;
		canvas.curve(ink, (part) -> new Place(start + (canvas.width() - start) * part,
				y - radius * StrictMath.sin(part * RUN + phase)), 0, 1, 14);
	}

	/** Leaves on both sides of one spine, above a table. */
	static void leaves(Canvas canvas, Random random) {
		double x = canvas.width() / 2;
		double bottom = canvas.height() * .9;
		// A very wide drawing has no very wide leaves
		double width = Math.min(canvas.width(), canvas.height() * 2.2);
		double height = canvas.height();
		int leaves = canvas.pick(11, 15, 19);
		for (int side = -1; side <= 1; side += 2) {
			for (int i = 1; i <= leaves; i++) {
				double part = (double) i / leaves;
				Place tip = tip(x, bottom, side * width, height, part);
				canvas.pen(Ink.HAIR)
					.move(x, bottom)
					.cubic(x + side * width * .05 * part, bottom - height * .55, tip.x() - side * width * .16,
							tip.y() - height * (.07 - part * .04), tip.x(), tip.y());
			}
			double reach = side * width;
			canvas.curve(Ink.STRONG, (part) -> tip(x, bottom, reach, height, part), 0, 1, 5);
		}
		canvas.pen(Ink.STRONG).segment(x, bottom, x, height * .1);
		canvas.pen(Ink.CHAIN).segment(0, bottom, canvas.width(), bottom);
		canvas.point(x, bottom);
	}

	private static Place tip(double x, double bottom, double reach, double height, double part) {
		return new Place(x + reach * .46 * StrictMath.sin(part * 1.5),
				bottom - height * .8 * StrictMath.cos(part * 1.22));
	}

}
