package edu.wenzhou.site.drawing;

import java.util.Random;

import edu.wenzhou.site.drawing.Canvas.Place;

/** What is built: gears, traces, a bridge. */
final class MachineMotifs {

	private MachineMotifs() {
	}

	/** Two wheels of one module in mesh, with pitch circles and axes. */
	static void gears(Canvas canvas, Random random) {
		double module = canvas.height() * .029;
		double x = canvas.width() / 2 - canvas.height() * .207;
		double y = canvas.height() * .54;
		double direction = -.4;
		int teeth = 28;
		int fewer = 16;
		Place second = Place.around(x, y, module * (teeth + fewer) / 2, direction);
		wheel(canvas, x, y, teeth, module, direction);
		// A gap of the small wheel stands where a tooth of the large one is
		wheel(canvas, second.x(), second.y(), fewer, module, direction + Math.PI + Math.PI / fewer);
		Pen hair = canvas.pen(Ink.HAIR);
		for (int i = 0; i < 6; i++) {
			Place hole = Place.around(x, y, module * 8.3, i * Math.PI / 3 + .2);
			hair.circle(hole.x(), hole.y(), module * 2);
		}
		hair.circle(x, y, module * 11.6).circle(second.x(), second.y(), module * 5.4);
		canvas.pen(Ink.STRONG).circle(x, y, module * 5).circle(second.x(), second.y(), module * 3);
		axes(canvas, x, y, module * 18, module * teeth / 2);
		axes(canvas, second.x(), second.y(), module * 11, module * fewer / 2);
		canvas.point(second.x(), second.y());
	}

	private static void wheel(Canvas canvas, double x, double y, int teeth, double module, double phase) {
		double outer = module * (teeth + 2) / 2;
		double root = module * (teeth - 2.4) / 2;
		double[][] flank = { { root, -.3 }, { outer, -.15 }, { outer, .15 }, { root, .3 } };
		double pitch = 2 * Math.PI / teeth;
		Pen pen = canvas.pen(Ink.HAIR);
		for (int i = 0; i < teeth; i++) {
			for (int j = 0; j < flank.length; j++) {
				Place place = Place.around(x, y, flank[j][0], phase + (i + flank[j][1]) * pitch);
				if (i == 0 && j == 0) {
					pen.move(place.x(), place.y());
				}
				else {
					pen.line(place.x(), place.y());
				}
			}
		}
		pen.close();
	}

	private static void axes(Canvas canvas, double x, double y, double reach, double pitchRadius) {
		canvas.pen(Ink.CHAIN)
			.circle(x, y, pitchRadius)
			.segment(x - reach, y, x + reach, y)
			.segment(x, y - reach, x, y + reach);
	}

	/** A square chip whose pins fan out at 45 degrees; some traces end in a via. */
	static void traces(Canvas canvas, Random random) {
		int pins = canvas.pick(9, 9, 13);
		double side = Math.min(canvas.width(), canvas.height()) * .36;
		double pitch = side / (pins + 1);
		double x = canvas.width() / 2;
		double y = canvas.height() / 2;
		for (int turn = 0; turn < 4; turn++) {
			double reach = (turn % 2 == 0) ? x : y;
			for (int pin = 0; pin < pins; pin++) {
				trace(canvas, new Bearing(x, y, turn), pin - (pins - 1) / 2, pins, pitch, side / 2, reach, random);
			}
		}
		double half = side / 2;
		double core = side * .3;
		Pen hair = canvas.pen(Ink.HAIR);
		for (int i = 0; i <= 6; i++) {
			double at = -core + core * i / 3;
			hair.segment(x - core, y + at, x + core, y + at);
		}
		for (int i = 0; i <= 6; i++) {
			double at = -core + core * i / 3;
			hair.segment(x + at, y - core, x + at, y + core);
		}
		canvas.pen(Ink.STRONG)
			.move(x - half, y - half)
			.line(x + half, y - half)
			.line(x + half, y + half)
			.line(x - half, y + half)
			.close();
		canvas.point(x - side * .4, y - side * .4);
	}

	private static void trace(Canvas canvas, Bearing bearing, int pin, int pins, double pitch, double start,
			double reach, Random random) {
		double across = pin * pitch;
		double target = across * 2.7;
		double bend = start + pitch * (1.1 + ((pins - 1) / 2 - Math.abs(pin)) * 1.15);
		double straight = bend + Math.abs(target - across);
		boolean via = random.nextDouble() < .42;
		double length = random.nextDouble();
		Pen pen = canvas.pen(Ink.HAIR);
		move(pen, bearing.at(start, across));
		line(pen, bearing.at(bend, across));
		line(pen, bearing.at(straight, target));
		if (straight > reach) {
			return;
		}
		double end = via ? Math.min(reach - 8, straight + pitch * (.6 + length * 9)) : reach;
		if (end < straight + 4) {
			end = straight + 6;
		}
		line(pen, bearing.at(end, target));
		if (via) {
			Place hole = bearing.at(end + 2.6, target);
			pen.circle(hole.x(), hole.y(), 2.6);
		}
	}

	private static void move(Pen pen, Place place) {
		pen.move(place.x(), place.y());
	}

	private static void line(Pen pen, Place place) {
		pen.line(place.x(), place.y());
	}

	/** Two towers, their cables, the deck and the water below. */
	static void bridge(Canvas canvas, Random random) {
		double width = canvas.width();
		double height = canvas.height();
		double deck = height * .66;
		double top = height * .1;
		double girder = height * .03;
		int cables = canvas.pick(9, 13, 17);
		double[] towers = { width * .29, width * .79 };
		for (double tower : towers) {
			for (int side = -1; side <= 1; side += 2) {
				for (int i = 1; i <= cables; i++) {
					double part = (double) i / cables;
					canvas.pen(Ink.HAIR)
						.segment(tower, top + (deck - top) * .5 * (1 - part), tower + side * width * .25 * part, deck);
				}
			}
			tower(canvas, tower, top, height * .9, height * .015);
		}
		canvas.pen(Ink.STRONG).segment(0, deck, width, deck).segment(0, deck + girder, width, deck + girder);
		double panel = girder * 1.5;
		for (double x = panel / 2; x < width; x += panel) {
			canvas.pen(Ink.HAIR).segment(x, deck, x, deck + girder);
		}
		water(canvas);
		canvas.pen(Ink.CHAIN).segment(0, top, width, top);
		canvas.point(towers[0], top);
	}

	private static void tower(Canvas canvas, double x, double top, double bottom, double half) {
		canvas.pen(Ink.STRONG)
			.move(x - half, bottom)
			.line(x - half, top)
			.line(x + half, top)
			.line(x + half, bottom)
			.segment(x - 3 * half, bottom, x + 3 * half, bottom);
	}

	private static void water(Canvas canvas) {
		double unit = canvas.height() / 200;
		for (int row = 0; row < 5; row++) {
			double y = canvas.height() * (.8 + row * .045);
			for (int i = 0; i * 44 * unit < canvas.width(); i++) {
				double x = (row * 37 % 29 + i * 44) * unit;
				canvas.pen(Ink.HAIR).segment(x, y, x + (18 + (i * 7 + row * 5) % 14) * unit, y);
			}
		}
	}

	/** One of the four directions from a centre. */
	private record Bearing(double x, double y, int turn) {

		Place at(double along, double across) {
			return switch (this.turn) {
				case 0 -> new Place(this.x + along, this.y + across);
				case 1 -> new Place(this.x - across, this.y + along);
				case 2 -> new Place(this.x - along, this.y - across);
				default -> new Place(this.x + across, this.y - along);
			};
		}

	}

}
