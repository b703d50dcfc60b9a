package edu.wenzhou.site.drawing;

import java.util.List;

import edu.wenzhou.site.drawing.Canvas.Curve;
import edu.wenzhou.site.drawing.Canvas.Place;

/**
 * Where places lie as seen from Wenzhou, for templates as {@code bearings}: an azimuthal
 * equidistant map, in which every direction and distance from the middle is true, and
 * leaders that go on from it to a list below. A row of the list has a strip on its left
 * that is as wide as the map's own, {@value #STRIP} of {@value #WIDTH}; the style sheet
 * stretches the strips to their rows, so leaders meet them however high they are.
 */
public final class Bearings {

	static final int WIDTH = 400;

	static final int STRIP = 52;

	/** Between two rings, in kilometres. */
	static final double RING = 5000;

	/** The rim of the map, or half the way around the world when a place lies beyond. */
	static final double NEAR = 3 * RING;

	static final double WORLD = 20_015;

	static final double RADIUS = 160;

	private static final double X = STRIP + 16 + RADIUS;

	private static final double MARGIN = 12;

	private static final double GAP = 8;

	/** Towards the opposite side of the world the graticule is stretched beyond use. */
	private static final double GRATICULE_END = 18_900;

	private static final int HEIGHT = 40;

	private static final double POINT = 3.5;

	/** Leaders overlap where drawings meet, as the edges of rows fall between pixels. */
	private static final double SEAM = 1;

	private static final double AREA = 7;

	/**
	 * The map, with a leader for each place.
	 * @param spots in {@link Spot#IN_ORDER their order}
	 */
	public Drawing map(List<Spot> spots) {
		double lowest = RADIUS + MARGIN + GAP * spots.stream().filter((spot) -> spot.turn() < 90).count();
		double[] exits = exits(spots, lowest);
		double highest = (exits.length > 0) ? exits[exits.length - 1] - GAP : 0;
		double y = Math.ceil(Math.max(RADIUS + MARGIN, -highest));
		Canvas canvas = new Canvas(WIDTH, (int) (y + lowest));
		double rim = spots.stream().anyMatch((spot) -> spot.distance() > NEAR) ? WORLD : NEAR;
		world(canvas, y, rim);
		for (int i = 0; i < spots.size(); i++) {
			leader(canvas, y, rim, spots.get(i), y + exits[i], lane(i, spots.size()));
		}
		canvas.pen(Ink.POINT).circle(X, y, 4.5);
		return canvas.drawing("bearings", Drawing.WHOLE);
	}

	/**
	 * The strip beside the name of a row: its leader turns to the name, level with its
	 * middle.
	 * @param row from 0
	 * @param rows how many have a leader
	 */
	public Drawing turn(int row, int rows) {
		Canvas canvas = strip(row, rows);
		canvas.pen(Ink.HAIR).move(lane(row, rows), 0).line(lane(row, rows), HEIGHT / 2).line(STRIP, HEIGHT / 2);
		return canvas.drawing("lane", Drawing.STRETCH);
	}

	/** The strip beside a whole row: the leaders of later rows pass. */
	public Drawing pass(int row, int rows) {
		Canvas canvas = strip(row, rows);
		for (int later = row + 1; later < rows; later++) {
			canvas.pen(Ink.HAIR).segment(lane(later, rows), 0, lane(later, rows), HEIGHT + SEAM);
		}
		return canvas.drawing("lane", Drawing.STRETCH);
	}

	/** A sign of the map for its key. */
	public Drawing sign(Sign sign) {
		Canvas canvas = new Canvas(24, 24);
		switch (sign) {
			case CENTRE -> canvas.pen(Ink.POINT).circle(12, 12, 5);
			case CAPITAL -> {
				canvas.pen(Ink.STRONG).segment(1, 12, 12, 12);
				canvas.pen(Ink.SOLID).circle(12, 12, 4);
			}
			case AREA -> {
				canvas.pen(Ink.STRONG).segment(1, 12, 5, 12);
				canvas.pen(Ink.HAIR).circle(12, 12, 7);
			}
			case RINGS -> canvas.pen(Ink.CHAIN).move(2, 12).arc(10, true, 12, 22).move(2, 2).arc(20, true, 22, 22);
		}
		return canvas.drawing("sign", Drawing.WHOLE);
	}

	private static Canvas strip(int row, int rows) {
		if (row < 0 || row >= rows) {
			throw new IllegalArgumentException("No row " + row + " of " + rows);
		}
		return new Canvas(STRIP, HEIGHT);
	}

	/** The first row has the lane next to it, so none has to cross another. */
	private static double lane(int row, int rows) {
		return STRIP - (row + 1) * Math.min(9, STRIP / (rows + .8));
	}

	private static void world(Canvas canvas, double y, double rim) {
		canvas.pen(Ink.GROUND).circle(X, y, RADIUS);
		double end = Math.min(rim, GRATICULE_END);
		for (int i = 0; i < 360; i += 30) {
			int longitude = i;
			graticule(canvas, y, rim, end, -90, 90, (latitude) -> new double[] { latitude, longitude });
		}
		for (int i = -60; i <= 60; i += 30) {
			int latitude = i;
			graticule(canvas, y, rim, end, -180, 180, (longitude) -> new double[] { latitude, longitude });
		}
		for (double distance = RING; distance < rim; distance += RING) {
			canvas.pen(Ink.CHAIN).circle(X, y, RADIUS * distance / rim);
		}
		canvas.pen(Ink.CHAIN).segment(X - RADIUS, y, X + RADIUS, y).segment(X, y + RADIUS, X, y - RADIUS);
		canvas.pen(Ink.HAIR).circle(X, y, RADIUS);
		for (int degrees = 0; degrees < 360; degrees += 10) {
			Place from = toward(y, degrees, RADIUS);
			Place to = toward(y, degrees, RADIUS + ((degrees % 30 == 0) ? 7 : 4));
			canvas.pen(Ink.HAIR).segment(from.x(), from.y(), to.x(), to.y());
		}
		// North
		canvas.pen(Ink.SOLID).move(X, y - RADIUS).line(X + 4, y - RADIUS + 13).line(X - 4, y - RADIUS + 13).close();
	}

	/** The parts of a meridian or parallel that lie on the map. */
	private static void graticule(Canvas canvas, double y, double rim, double end, double from, double to, Line line) {
		Curve curve = (parameter) -> {
			double[] at = line.at(parameter);
			return toward(y, Spot.bearing(at[0], at[1]), RADIUS * Spot.distance(at[0], at[1]) / rim);
		};
		Reach reach = (parameter) -> {
			double[] at = line.at(parameter);
			return Spot.distance(at[0], at[1]) <= end;
		};
		double start = from;
		for (double step = from; step < to; step += 5) {
			if (reach.holds(step) != reach.holds(step + 5)) {
				double edge = edge(reach, step, step + 5);
				if (reach.holds(step)) {
					curve(canvas, curve, start, edge);
				}
				start = edge;
			}
		}
		if (reach.holds(to)) {
			curve(canvas, curve, start, to);
		}
	}

	private static void curve(Canvas canvas, Curve curve, double from, double to) {
		canvas.curve(Ink.QUIET, curve, from, to, (int) Math.ceil((to - from) / 20));
	}

	private static double edge(Reach reach, double from, double to) {
		boolean first = reach.holds(from);
		double low = from;
		double high = to;
		for (int i = 0; i < 20; i++) {
			double middle = (low + high) / 2;
			if (reach.holds(middle) == first) {
				low = middle;
			}
			else {
				high = middle;
			}
		}
		return (low + high) / 2;
	}

	/**
	 * The heights at which leaders run to the left, from the middle of the map: those
	 * that leave it on its right half go around above or below it, the others run level
	 * with where they leave it, and all keep their distance.
	 */
	private static double[] exits(List<Spot> spots, double lowest) {
		double[] exits = new double[spots.size()];
		double free = lowest;
		for (int i = 0; i < exits.length; i++) {
			Spot spot = spots.get(i);
			if (i > 0 && spot.turn() < spots.get(i - 1).turn()) {
				throw new IllegalArgumentException("Places out of order: " + spots);
			}
			double wanted = toward(0, spot.bearing(), RADIUS).y();
			if (spot.turn() >= 270) {
				wanted = -RADIUS - MARGIN;
			}
			else if (spot.turn() < 90) {
				wanted = free - GAP;
			}
			free = Math.min(wanted, free - GAP);
			exits[i] = free;
		}
		return exits;
	}

	private static void leader(Canvas canvas, double y, double rim, Spot spot, double exit, double lane) {
		double distance = RADIUS * spot.distance() / rim;
		double size = spot.area() ? AREA : 0;
		Place before = toward(y, spot.bearing(), Math.max(0, distance - size));
		Place place = toward(y, spot.bearing(), distance);
		Place after = toward(y, spot.bearing(), distance + size);
		Place end = toward(y, spot.bearing(), Math.max(RADIUS, distance + size));
		canvas.pen(Ink.STRONG).segment(X, y, before.x(), before.y());
		canvas.pen(spot.area() ? Ink.HAIR : Ink.SOLID).circle(place.x(), place.y(), spot.area() ? AREA : POINT);
		Pen pen = canvas.pen(Ink.HAIR).segment(after.x(), after.y(), end.x(), end.y());
		boolean left = spot.turn() >= 90 && spot.turn() < 270;
		pen.line(left ? X - RADIUS - GAP : end.x(), exit).line(lane, exit).line(lane, canvas.height() + SEAM);
	}

	private static Place toward(double y, double bearing, double distance) {
		return Place.around(X, y, distance, StrictMath.toRadians(bearing - 90));
	}

	/** What the map shows beside lines. */
	public enum Sign {

		/** Wenzhou. */
		CENTRE,

		/** The capital of a country. */
		CAPITAL,

		/** A group of countries. */
		AREA,

		/** Equal distances. */
		RINGS

	}

	/** Latitude and longitude by one of them. */
	@FunctionalInterface
	private interface Line {

		double[] at(double parameter);

	}

	@FunctionalInterface
	private interface Reach {

		boolean holds(double parameter);

	}

}
