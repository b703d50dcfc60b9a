package edu.wenzhou.site.drawing;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Composite;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;

import edu.wenzhou.site.drawing.Drawing.Stroke;

/**
 * Paints a drawing where no style sheet dresses it, by the same rules as
 * {@code site.css}: lines keep their width however much the drawing is enlarged. Words of
 * a drawing are left out.
 *
 * @param ground of surfaces that hide what lies behind them
 * @param line of lines and filled surfaces
 * @param point of the one point
 * @param weight of a hairline in pixels
 */
public record Brush(Color ground, Color line, Color point, float weight) {

	/** Into a box, cut at its edges. */
	public void paint(Drawing drawing, Graphics2D graphics, Rectangle box) {
		Graphics2D inBox = (Graphics2D) graphics.create();
		try {
			inBox.clip(box);
			inBox.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
			inBox.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
			AffineTransform fit = fit(drawing, box);
			Composite opaque = inBox.getComposite();
			for (Stroke stroke : drawing.strokes()) {
				inBox.setComposite(opaque);
				paint(stroke, fit.createTransformedShape(Outline.of(stroke.d())), inBox);
			}
		}
		finally {
			inBox.dispose();
		}
	}

	private void paint(Stroke stroke, Shape shape, Graphics2D graphics) {
		switch (stroke.css()) {
			case "g" -> fill(shape, this.ground, graphics);
			case "b" -> fill(shape, this.line, graphics);
			case "a" -> fill(shape, this.point, graphics);
			case "s" -> draw(shape, 1.75f, null, 1, graphics);
			case "d" -> draw(shape, 1, new float[] { 9, 3, 2, 3 }, .65f, graphics);
			case "q" -> draw(shape, 1, null, .28f, graphics);
			case "h" -> draw(shape, 1, null, .75f, graphics);
			default -> draw(shape, 1, null, 1, graphics);
		}
	}

	private static void fill(Shape shape, Color colour, Graphics2D graphics) {
		graphics.setColor(colour);
		graphics.fill(shape);
	}

	private void draw(Shape shape, float width, float[] dashes, float opacity, Graphics2D graphics) {
		graphics.setColor(this.line);
		if (opacity < 1) {
			graphics.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, opacity));
		}
		float[] pattern = null;
		if (dashes != null) {
			pattern = new float[dashes.length];
			for (int i = 0; i < dashes.length; i++) {
				pattern[i] = dashes[i] * this.weight;
			}
		}
		graphics.setStroke(
				new BasicStroke(width * this.weight, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 4, pattern, 0));
		graphics.draw(shape);
	}

	/** What {@code preserveAspectRatio} says, for the ways that drawings use. */
	private static AffineTransform fit(Drawing drawing, Rectangle box) {
		double across = box.getWidth() / drawing.width();
		double down = box.getHeight() / drawing.height();
		double scale = drawing.fit().endsWith("meet") ? Math.min(across, down) : Math.max(across, down);
		double aside = drawing.fit().startsWith("xMin") ? 0 : (box.getWidth() - drawing.width() * scale) / 2;
		double below = drawing.fit().contains("YMin") ? 0 : (box.getHeight() - drawing.height() * scale) / 2;
		AffineTransform fit = AffineTransform.getTranslateInstance(box.getX() + aside, box.getY() + below);
		fit.scale(scale, scale);
		return fit;
	}

}
