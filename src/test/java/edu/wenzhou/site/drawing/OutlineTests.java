package edu.wenzhou.site.drawing;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import edu.wenzhou.site.drawing.Drawing.Stroke;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** What a pen wrote, as Java draws it. */
class OutlineTests {

	private static final Brush BRUSH = new Brush(Color.WHITE, Color.BLACK, Color.RED, 1);

	static Stream<Drawing> drawings() {
		return Stream
			.of(Stream.of(Theme.COLLEGE), Drawings.SCHOOLS.keySet().stream().sorted().map(Theme::school),
					Drawings.CAMPUSES.keySet().stream().sorted().map(Theme::campus))
			.flatMap((themes) -> themes)
			.map((theme) -> theme.drawing(440, 630));
	}

	/** The test's own reader of path data finds the same ends of the pieces. */
	@ParameterizedTest
	@MethodSource("drawings")
	void everyPieceEndsWhereThePenWent(Drawing drawing) {
		for (Stroke stroke : drawing.strokes()) {
			List<Point2D> ends = ends(Outline.of(stroke.d()));
			List<double[]> places = new PathData(stroke.d()).places();
			assertThat(ends).isNotEmpty();
			for (Point2D end : ends) {
				assertThat(places).as(drawing.css() + " " + stroke.css())
					.anyMatch((place) -> end.distance(place[0], place[1]) < .06);
			}
			Point2D end = Outline.of(stroke.d()).getCurrentPoint();
			double[] last = places.get(places.size() - 1);
			assertThat(stroke.d().endsWith("z") || end.distance(last[0], last[1]) < .06).isTrue();
		}
	}

	@Test
	void anArcBulgesToTheSideThatItTurnsTo() {
		Path2D over = Outline.of(new Pen().move(0, 10).arc(10, true, 20, 10).data());
		assertThat(bounds(over).getMinY()).isCloseTo(0, within(.01));
		assertThat(bounds(over).getMaxY()).isCloseTo(10, within(.01));
		Path2D under = Outline.of(new Pen().move(0, 10).arc(10, false, 20, 10).data());
		assertThat(bounds(under).getMaxY()).isCloseTo(20, within(.01));
		Path2D flat = Outline.of(new Pen().move(0, 0).arc(50, true, 60, 0).data());
		assertThat(bounds(flat).getMinY()).isCloseTo(-10, within(.1));
		Path2D circle = Outline.of(new Pen().circle(50, 40, 30).data());
		assertThat(bounds(circle)).isEqualTo(new Rectangle(20, 10, 60, 60));
	}

	@Test
	void aSmoothCurveGoesOnAsTheOneBeforeArrived() {
		Path2D wave = Outline.of(new Pen().move(0, 0).quadratic(10, -20, 20, 0).mirrored(40, 0).data());
		assertThat(bounds(wave).getMinY()).isCloseTo(-10, within(.3));
		assertThat(bounds(wave).getMaxY()).isCloseTo(10, within(.3));
	}

	@ParameterizedTest
	@MethodSource("drawings")
	void aBrushLeavesItsMarksInTheBoxAndNowhereElse(Drawing drawing) {
		BufferedImage image = new BufferedImage(500, 700, BufferedImage.TYPE_INT_RGB);
		Graphics2D graphics = image.createGraphics();
		graphics.setColor(Color.WHITE);
		graphics.fillRect(0, 0, 500, 700);
		BRUSH.paint(drawing, graphics, new Rectangle(30, 35, 440, 630));
		graphics.dispose();
		int marked = 0;
		for (int y = 0; y < 700; y++) {
			for (int x = 0; x < 500; x++) {
				boolean inside = x >= 30 && x < 470 && y >= 35 && y < 665;
				boolean white = image.getRGB(x, y) == Color.WHITE.getRGB();
				assertThat(inside || white).as("at %d, %d".formatted(x, y)).isTrue();
				marked += white ? 0 : 1;
			}
		}
		assertThat(marked).isGreaterThan(2000);
	}

	/** Of the line itself; Java's own counts control points. */
	private static Rectangle2D bounds(Path2D path) {
		Path2D flat = new Path2D.Double();
		flat.append(path.getPathIterator(null, .001), false);
		return flat.getBounds2D();
	}

	/** Of moves, lines and simple curves; an arc is cut where Java likes. */
	private static List<Point2D> ends(Path2D path) {
		List<Point2D> ends = new ArrayList<>();
		double[] numbers = new double[6];
		for (PathIterator pieces = path.getPathIterator(null); !pieces.isDone(); pieces.next()) {
			switch (pieces.currentSegment(numbers)) {
				case PathIterator.SEG_MOVETO, PathIterator.SEG_LINETO ->
					ends.add(new Point2D.Double(numbers[0], numbers[1]));
				case PathIterator.SEG_QUADTO -> ends.add(new Point2D.Double(numbers[2], numbers[3]));
				default -> {
				}
			}
		}
		return ends;
	}

}
