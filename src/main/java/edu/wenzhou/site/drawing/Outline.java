package edu.wenzhou.site.drawing;

import java.awt.geom.Arc2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;

/** Reads what a {@link Pen} wrote, as a shape of Java2D. */
final class Outline {

	private final String data;

	private final Path2D.Double path = new Path2D.Double();

	private int at;

	private double x;

	private double y;

	/** Where the part began that a closing line goes back to. */
	private Point2D start = new Point2D.Double();

	/** The last control point, from which a smooth curve goes on. */
	private Point2D control;

	private Outline(String data) {
		this.data = data;
	}

	static Path2D of(String data) {
		Outline outline = new Outline(data);
		while (outline.at < data.length()) {
			outline.command(data.charAt(outline.at++));
		}
		return outline.path;
	}

	/** One letter with all the numbers that follow. */
	private void command(char command) {
		if (command == 'z') {
			this.path.closePath();
			to(this.start);
			return;
		}
		char next = command;
		do {
			piece(next);
			// Further pairs after a move are lines
			next = (command == 'm') ? 'l' : command;
		}
		while (this.at < this.data.length() && !Character.isLetter(this.data.charAt(this.at)));
	}

	private void piece(char command) {
		switch (command) {
			case 'm' -> {
				Point2D place = place();
				to(place);
				this.start = place;
				this.path.moveTo(this.x, this.y);
			}
			case 'l' -> line(place());
			case 'h' -> line(new Point2D.Double(this.x + number(), this.y));
			case 'v' -> line(new Point2D.Double(this.x, this.y + number()));
			case 'q' -> quadratic(place());
			case 't' -> quadratic(mirrored());
			case 'c' -> cubic(place());
			case 's' -> cubic(mirrored());
			case 'a' -> arc();
			default -> throw new IllegalArgumentException("No command of a pen: " + command);
		}
	}

	private void line(Point2D end) {
		to(end);
		this.path.lineTo(this.x, this.y);
	}

	private void quadratic(Point2D by) {
		Point2D end = place();
		to(end);
		this.control = by;
		this.path.quadTo(by.getX(), by.getY(), this.x, this.y);
	}

	/** The next two numbers, counted from where the pen is. */
	private Point2D place() {
		return new Point2D.Double(this.x + number(), this.y + number());
	}

	private void cubic(Point2D leave) {
		Point2D arrive = place();
		Point2D end = place();
		to(end);
		this.control = arrive;
		this.path.curveTo(leave.getX(), leave.getY(), arrive.getX(), arrive.getY(), this.x, this.y);
	}

	private Point2D mirrored() {
		return (this.control != null)
				? new Point2D.Double(2 * this.x - this.control.getX(), 2 * this.y - this.control.getY())
				: new Point2D.Double(this.x, this.y);
	}

	/** Of a circle, and not more than half of it. */
	private void arc() {
		double radius = number();
		number();
		number();
		flag();
		boolean clockwise = flag();
		double fromX = this.x;
		double fromY = this.y;
		Point2D end = place();
		to(end);
		double chordX = this.x - fromX;
		double chordY = this.y - fromY;
		double half = Math.hypot(chordX, chordY) / 2;
		double size = Math.max(radius, half);
		double aside = Math.sqrt(size * size - half * half) / (2 * half) * (clockwise ? 1 : -1);
		double centreX = (fromX + this.x) / 2 - chordY * aside;
		double centreY = (fromY + this.y) / 2 + chordX * aside;
		double start = Math.toDegrees(Math.atan2(centreY - fromY, fromX - centreX));
		double angle = Math.toDegrees(2 * Math.asin(Math.min(1, half / size)));
		this.path.append(new Arc2D.Double(centreX - size, centreY - size, 2 * size, 2 * size, start,
				clockwise ? -angle : angle, Arc2D.OPEN), true);
	}

	private void to(Point2D place) {
		this.x = place.getX();
		this.y = place.getY();
		this.control = null;
	}

	private boolean flag() {
		skipBlank();
		return this.data.charAt(this.at++) == '1';
	}

	/** Ends at a sign, at a second point, and at anything that is no digit. */
	private double number() {
		skipBlank();
		int start = this.at;
		boolean fraction = false;
		while (this.at < this.data.length()) {
			char next = this.data.charAt(this.at);
			boolean belongs = Character.isDigit(next) || (next == '-' && this.at == start)
					|| (next == '.' && !fraction);
			if (!belongs) {
				break;
			}
			fraction |= next == '.';
			this.at++;
		}
		return Double.parseDouble(this.data.substring(start, this.at));
	}

	private void skipBlank() {
		if (this.data.charAt(this.at) == ' ') {
			this.at++;
		}
	}

}
