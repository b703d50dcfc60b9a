package edu.wenzhou.site.drawing;

import java.util.List;

/**
 * A drawing as data; {@code fragments/drawing.html} puts it out as inline SVG. It holds
 * no colour, no style and no id, so that one may stand on a page many times and the style
 * sheet dresses it for light, dark and forced colours. It never carries information: the
 * text beside it does.
 *
 * @param css the class of the whole: motif, stratum, vessel, river, ticks, squares,
 * gauge, years, streams, bearings, lane or sign
 * @param width of the view box, which begins at 0 0; also the width before any style
 * @param height of the view box
 * @param fit the value of {@code preserveAspectRatio}
 * @param strokes in the order in which they are drawn, at most one for each class
 * @param labels the few words that belong to the drawing itself
 */
public record Drawing(String css, int width, int height, String fit, List<Stroke> strokes, List<Label> labels) {

	/** Fills its box and is cut at the edges, the middle stays in view. */
	static final String FILL = "xMidYMid slice";

	/** Fills its box and is cut at the far end. */
	static final String FILL_FROM_START = "xMinYMid slice";

	/** Stands whole in its box. */
	static final String WHOLE = "xMidYMid meet";

	/** Is stretched to its box, as only the marks of a chart may be. */
	static final String STRETCH = "none";

	public Drawing {
		strokes = List.copyOf(strokes);
		labels = List.copyOf(labels);
	}

	public String viewBox() {
		return "0 0 " + this.width + " " + this.height;
	}

	/**
	 * All lines of one class.
	 *
	 * @param css one of the letters of {@link Ink}
	 * @param d path data: relative commands, at most one decimal
	 */
	public record Stroke(String css, String d) {

	}

	/**
	 * A word in the drawing.
	 *
	 * @param x where it starts
	 * @param y its base line
	 */
	public record Label(int x, int y, String text) {

	}

}
