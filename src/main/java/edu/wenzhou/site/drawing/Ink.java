package edu.wenzhou.site.drawing;

/** The kinds of line and fill; the style sheet knows them by one letter each. */
enum Ink {

	/** A hairline. */
	HAIR("l"),

	/** A strong line. */
	STRONG("s"),

	/** A chain line: axes, pitch circles; in charts a dashed end. */
	CHAIN("d"),

	/** A quiet line: graph paper, the rest of a scale. */
	QUIET("q"),

	/** A surface in the lighter ground. */
	GROUND("g"),

	/** A surface in the colour of the lines. */
	SOLID("b"),

	/** Hatching. */
	HATCH("h"),

	/** The one point in the colour of the seal. */
	POINT("a");

	private final String css;

	Ink(String css) {
		this.css = css;
	}

	String css() {
		return this.css;
	}

}
