package edu.wenzhou.site.drawing;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import edu.wenzhou.site.drawing.Drawing.Label;
import edu.wenzhou.site.drawing.Drawing.Stroke;

/**
 * A drawing while it is made. There is one pen for each ink, so a drawing is never more
 * than a handful of paths; inks cover each other in their own order.
 */
final class Canvas {

	private static final int SMALL = 180;

	private static final int LARGE = 360;

	/** Drawn first, lies below. */
	private static final List<Ink> ORDER = List.of(Ink.GROUND, Ink.QUIET, Ink.HAIR, Ink.SOLID, Ink.HATCH, Ink.STRONG,
			Ink.CHAIN, Ink.POINT);

	private final int width;

	private final int height;

	private final Map<Ink, Pen> pens = new EnumMap<>(Ink.class);

	private final List<Label> labels = new ArrayList<>();

	Canvas(int width, int height) {
		this.width = width;
		this.height = height;
	}

	double width() {
		return this.width;
	}

	double height() {
		return this.height;
	}

	Pen pen(Ink ink) {
		return this.pens.computeIfAbsent(ink, (key) -> new Pen());
	}

	/** A number of lines that suits the size: a small drawing has fewer. */
	int pick(int small, int plate, int large) {
		if (this.height < SMALL) {
			return small;
		}
		return (this.height < LARGE) ? plate : large;
	}

	void point(double x, double y) {
		pen(Ink.POINT).circle(x, y, (this.height < LARGE) ? 3 : 4.5);
	}

	void label(double x, double y, String text) {
		this.labels.add(new Label((int) Math.round(x), (int) Math.round(y), text));
	}

	/**
	 * A smooth curve in pieces of equal parameter length, leaving out those that nobody
	 * would see.
	 */
	void curve(Ink ink, Curve curve, double from, double to, int pieces) {
		Pen pen = pen(ink);
		double step = (to - from) / pieces;
		boolean drawing = false;
		for (int i = 0; i < pieces; i++) {
			double start = from + i * step;
			double end = start + step;
			if (!isSeen(curve, start, end)) {
				drawing = false;
				continue;
			}
			Place arrival = curve.at(end).minus(curve.slope(end, step).times(step / 3));
			Place last = curve.at(end);
			if (drawing) {
				pen.smooth(arrival.x(), arrival.y(), last.x(), last.y());
			}
			else {
				Place first = curve.at(start);
				Place leave = first.plus(curve.slope(start, step).times(step / 3));
				pen.move(first.x(), first.y());
				pen.cubic(leave.x(), leave.y(), arrival.x(), arrival.y(), last.x(), last.y());
			}
			drawing = true;
		}
	}

	private boolean isSeen(Curve curve, double from, double to) {
		for (int i = 0; i <= 4; i++) {
			Place place = curve.at(from + (to - from) * i / 4);
			if (place.x() > -2 && place.x() < this.width + 2 && place.y() > -2 && place.y() < this.height + 2) {
				return true;
			}
		}
		return false;
	}

	Drawing drawing(String css, String fit) {
		List<Stroke> strokes = ORDER.stream()
			.filter((ink) -> this.pens.containsKey(ink) && !this.pens.get(ink).isUnused())
			.map((ink) -> new Stroke(ink.css(), this.pens.get(ink).data()))
			.toList();
		return new Drawing(css, this.width, this.height, fit, strokes, this.labels);
	}

	/** A place, or a way from one to another. */
	record Place(double x, double y) {

		/** Seen from a centre; the angle runs clockwise on the screen. */
		static Place around(double x, double y, double radius, double angle) {
			return new Place(x + radius * StrictMath.cos(angle), y + radius * StrictMath.sin(angle));
		}

		Place plus(Place other) {
			return new Place(this.x + other.x, this.y + other.y);
		}

		Place minus(Place other) {
			return new Place(this.x - other.x, this.y - other.y);
		}

		Place times(double factor) {
			return new Place(this.x * factor, this.y * factor);
		}

		double dot(Place other) {
			return this.x * other.x + this.y * other.y;
		}

		double cross(Place other) {
			return this.x * other.y - this.y * other.x;
		}

		double length() {
			return StrictMath.sqrt(dot(this));
		}

	}

	/** A smooth curve by its parameter. */
	@FunctionalInterface
	interface Curve {

		Place at(double parameter);

		default Place slope(double parameter, double step) {
			double near = step / 64;
			return at(parameter + near).minus(at(parameter - near)).times(1 / (2 * near));
		}

	}

}
