package edu.wenzhou.site.drawing;

/** Water that grows calmer and finer with distance. */
final class River {

	private River() {
	}

	static Drawing draw() {
		Canvas canvas = new Canvas(1440, 150);
		for (int i = 0; i < 13; i++) {
			double length = 260 - i * 6;
			StrataMotifs.wave(canvas, -(i * 61 % length), 10 + i * 11, length, 2 + i * .75);
		}
		return canvas.drawing("river", "xMinYMin slice");
	}

}
