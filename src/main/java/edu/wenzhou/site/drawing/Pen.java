package edu.wenzhou.site.drawing;

/**
 * Writes path data as short as it can be: relative commands, tenths of a unit, no command
 * letter and no separator that a reader can do without. Coordinates that come in are
 * absolute; the pen keeps its place in whole tenths, so rounding never adds up.
 */
final class Pen {

	private final StringBuilder data = new StringBuilder();

	private char command = 'z';

	private boolean fraction;

	private int x;

	private int y;

	private int startX;

	private int startY;

	Pen move(double x, double y) {
		int fromX = this.x;
		int fromY = this.y;
		go(x, y);
		this.startX = this.x;
		this.startY = this.y;
		this.command = 0;
		put('m', this.x - fromX, this.y - fromY);
		this.command = 'l';
		return this;
	}

	Pen line(double x, double y) {
		int fromX = this.x;
		int fromY = this.y;
		go(x, y);
		if (this.y == fromY) {
			put('h', this.x - fromX);
		}
		else if (this.x == fromX) {
			put('v', this.y - fromY);
		}
		else {
			put('l', this.x - fromX, this.y - fromY);
		}
		return this;
	}

	Pen segment(double x1, double y1, double x2, double y2) {
		return move(x1, y1).line(x2, y2);
	}

	Pen quadratic(double controlX, double controlY, double x, double y) {
		int fromX = this.x;
		int fromY = this.y;
		go(x, y);
		put('q', tenths(controlX) - fromX, tenths(controlY) - fromY, this.x - fromX, this.y - fromY);
		return this;
	}

	/** The next curve of a wave, mirrored from the one before. */
	Pen mirrored(double x, double y) {
		int fromX = this.x;
		int fromY = this.y;
		go(x, y);
		put('t', this.x - fromX, this.y - fromY);
		return this;
	}

	Pen cubic(double x1, double y1, double x2, double y2, double x, double y) {
		int fromX = this.x;
		int fromY = this.y;
		go(x, y);
		put('c', tenths(x1) - fromX, tenths(y1) - fromY, tenths(x2) - fromX, tenths(y2) - fromY, this.x - fromX,
				this.y - fromY);
		return this;
	}

	/** A cubic that leaves as the one before arrived. */
	Pen smooth(double x2, double y2, double x, double y) {
		int fromX = this.x;
		int fromY = this.y;
		go(x, y);
		put('s', tenths(x2) - fromX, tenths(y2) - fromY, this.x - fromX, this.y - fromY);
		return this;
	}

	/** An arc of at most half a circle, clockwise on the screen or against it. */
	Pen arc(double radius, boolean clockwise, double x, double y) {
		int fromX = this.x;
		int fromY = this.y;
		go(x, y);
		int r = tenths(radius);
		put('a', r, r, 0);
		// The two flags need nothing around them
		this.data.append(clockwise ? " 01" : " 00");
		number(this.x - fromX, false);
		number(this.y - fromY, true);
		return this;
	}

	Pen circle(double x, double y, double radius) {
		return move(x - radius, y).arc(radius, true, x + radius, y).arc(radius, true, x - radius, y);
	}

	Pen close() {
		this.data.append('z');
		this.command = 'z';
		this.x = this.startX;
		this.y = this.startY;
		return this;
	}

	boolean isUnused() {
		return this.data.isEmpty();
	}

	String data() {
		return this.data.toString();
	}

	private void go(double x, double y) {
		this.x = tenths(x);
		this.y = tenths(y);
	}

	private static int tenths(double value) {
		if (!Double.isFinite(value) || Math.abs(value) > 1e6) {
			throw new IllegalArgumentException("No place on a drawing: " + value);
		}
		return (int) Math.round(value * 10);
	}

	private void put(char command, int... values) {
		boolean needsSeparator = command == this.command;
		if (!needsSeparator) {
			this.data.append(command);
			this.command = command;
		}
		for (int value : values) {
			number(value, needsSeparator);
			needsSeparator = true;
		}
	}

	private void number(int tenths, boolean needsSeparator) {
		int size = Math.abs(tenths);
		boolean startsWithPoint = size < 10 && size > 0;
		if (tenths < 0) {
			this.data.append('-');
		}
		else if (needsSeparator && !(startsWithPoint && this.fraction)) {
			this.data.append(' ');
		}
		if (!startsWithPoint) {
			this.data.append(size / 10);
		}
		this.fraction = size % 10 != 0;
		if (this.fraction) {
			this.data.append('.').append(size % 10);
		}
	}

}
