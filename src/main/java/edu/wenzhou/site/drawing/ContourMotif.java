package edu.wenzhou.site.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import edu.wenzhou.site.drawing.Canvas.Place;

/**
 * Contour lines of a made-up land, every fourth strong. Found by marching squares, then
 * drawn with as few curves as stay within a third of a unit of the true line.
 */
final class ContourMotif {

	private static final int LEVELS = 8;

	private static final double TOLERANCE = .35;

	/** How many cells one curve may cross. */
	private static final int REACH = 24;

	private final Canvas canvas;

	private final List<Hill> hills = new ArrayList<>();

	private final double cell;

	private ContourMotif(Canvas canvas, Random random) {
		this.canvas = canvas;
		this.cell = Math.max(5, canvas.height() / 24);
		int count = (int) Math.max(4, Math.round(canvas.width() / 110));
		double room = Math.max(canvas.width() / count, canvas.height() * .5);
		for (int i = 0; i < count; i++) {
			double x = (i + .2 + random.nextDouble() * .7) * canvas.width() / count;
			double y = canvas.height() * (.15 + random.nextDouble() * .8);
			this.hills.add(new Hill(x, y, .45 + random.nextDouble() * .6, room * (.28 + random.nextDouble() * .25)));
		}
	}

	static void contours(Canvas canvas, Random random) {
		ContourMotif land = new ContourMotif(canvas, random);
		MarchingSquares squares = new MarchingSquares(canvas.width(), canvas.height(), land.cell, land::height);
		for (int level = 1; level <= LEVELS; level++) {
			double height = level * squares.highest() / (LEVELS + .6);
			for (List<Place> line : squares.lines(height)) {
				land.draw((level % 4 == 0) ? Ink.STRONG : Ink.HAIR,
						line.stream().map((p) -> land.onto(p, height)).toList(), height);
			}
		}
	}

	private double height(double x, double y) {
		double sum = 0;
		for (Hill hill : this.hills) {
			sum += hill.at(x, y);
		}
		return sum;
	}

	private Place gradient(Place place) {
		double x = 0;
		double y = 0;
		for (Hill hill : this.hills) {
			double part = hill.at(place.x(), place.y()) / (hill.breadth() * hill.breadth());
			x -= part * (place.x() - hill.x());
			y -= part * (place.y() - hill.y()) * Hill.DEPTH;
		}
		return new Place(x, y);
	}

	/** Moves a place that is nearly on a contour line onto it. */
	private Place onto(Place place, double height) {
		Place gradient = gradient(place);
		Place step = gradient.times((height(place.x(), place.y()) - height) / Math.max(gradient.dot(gradient), 1e-9));
		return (step.length() < this.cell) ? place.minus(step) : place;
	}

	private void draw(Ink ink, List<Place> line, double height) {
		Pen pen = this.canvas.pen(ink);
		pen.move(line.get(0).x(), line.get(0).y());
		List<Place> tangents = tangents(line);
		int from = 0;
		while (from < line.size() - 1) {
			int to = from + 1;
			Place control = null;
			for (int next = to + 1; next < Math.min(line.size(), from + REACH); next++) {
				Place candidate = control(line.get(from), tangents.get(from), line.get(next), tangents.get(next));
				if (candidate != null && fits(line.get(from), candidate, line.get(next), height)) {
					to = next;
					control = candidate;
				}
				else if (control != null) {
					break;
				}
			}
			Place end = line.get(to);
			if (control != null) {
				pen.quadratic(control.x(), control.y(), end.x(), end.y());
			}
			else {
				pen.line(end.x(), end.y());
			}
			from = to;
		}
	}

	/** Of length one, in the direction in which the line runs. */
	private List<Place> tangents(List<Place> line) {
		List<Place> tangents = new ArrayList<>(line.size());
		for (int i = 0; i < line.size(); i++) {
			Place gradient = gradient(line.get(i));
			Place tangent = new Place(-gradient.y(), gradient.x()).times(1 / Math.max(gradient.length(), 1e-9));
			Place way = line.get(Math.min(i + 1, line.size() - 1)).minus(line.get(Math.max(i - 1, 0)));
			tangents.add((tangent.dot(way) < 0) ? tangent.times(-1) : tangent);
		}
		return tangents;
	}

	/** Where the tangents at two places meet, or null where they do not between them. */
	private static Place control(Place start, Place leave, Place end, Place arrive) {
		double cross = leave.cross(arrive);
		if (Math.abs(cross) < .02) {
			return null;
		}
		Place way = end.minus(start);
		double along = way.cross(arrive) / cross;
		double back = leave.cross(way) / cross;
		return (along > 0 && back > 0) ? start.plus(leave.times(along)) : null;
	}

	/** Whether a curve stays on the line of that height. */
	private boolean fits(Place from, Place control, Place to, double height) {
		for (double t = .2; t < .9; t += .2) {
			Place on = from.times((1 - t) * (1 - t)).plus(control.times(2 * t * (1 - t))).plus(to.times(t * t));
			if (Math.abs(height(on.x(), on.y()) - height) > TOLERANCE * gradient(on).length()) {
				return false;
			}
		}
		return true;
	}

	private record Hill(double x, double y, double height, double breadth) {

		/** Hills are flatter than they are wide. */
		static final double DEPTH = 1.5625;

		/** Nobody sees a hill from so far away. */
		static final double HORIZON = 16;

		double at(double placeX, double placeY) {
			double dx = placeX - this.x;
			double dy = placeY - this.y;
			double far = (dx * dx + dy * dy * DEPTH) / (2 * this.breadth * this.breadth);
			return (far > HORIZON) ? 0 : this.height * StrictMath.exp(-far);
		}

	}

}
