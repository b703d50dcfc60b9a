package edu.wenzhou.site.drawing;

import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

import edu.wenzhou.site.drawing.Bearings.Sign;
import edu.wenzhou.site.drawing.Drawing.Stroke;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

class BearingsTests {

	private static final Spot ROME = new Spot(41.9, 12.5, false);

	private static final Spot PRETORIA = new Spot(-25.75, 28.19, false);

	private static final Spot PHNOM_PENH = new Spot(11.56, 104.92, false);

	private static final Spot WASHINGTON = new Spot(38.9, -77.04, false);

	private static final Spot JAKARTA = new Spot(-6.21, 106.85, true);

	private static final List<Spot> TODAY = List.of(JAKARTA, PHNOM_PENH, PRETORIA, ROME, WASHINGTON);

	private static final Spot BUENOS_AIRES = new Spot(-34.6, -58.4, false);

	private final Bearings bearings = new Bearings();

	/** Worked out by hand with the formulas for great circles. */
	@ParameterizedTest
	@CsvSource({ "41.9, 12.5, 314.7, 9316", "-25.75, 28.19, 247.9, 11544", "11.56, 104.92, 225.1, 2458",
			"38.9, -77.04, 14.7, 12351", "-6.21, 106.85, 203.4, 4084", "90, 0, 0, 6894", "28, 120.7, 0, 0" })
	void directionAndDistanceFollowTheGreatCircle(double latitude, double longitude, double bearing, double distance) {
		Spot spot = new Spot(latitude, longitude, false);
		assertThat(spot.bearing()).isCloseTo(bearing, within(.06));
		assertThat(spot.distance()).isCloseTo(distance, within(1.0));
	}

	@Test
	void everyPlaceLiesInItsTrueDirectionAndDistance() {
		Drawing map = this.bearings.map(List.of(PHNOM_PENH, PRETORIA, ROME, WASHINGTON));
		double[] wenzhou = middle(places(map, "a"));
		List<double[]> lines = places(map, "s");
		List<Spot> spots = List.of(PHNOM_PENH, PRETORIA, ROME, WASHINGTON);
		assertThat(lines).hasSize(8);
		for (int i = 0; i < spots.size(); i++) {
			assertThat(lines.get(2 * i)).containsExactly(wenzhou, within(.1));
			double east = lines.get(2 * i + 1)[0] - wenzhou[0];
			double north = wenzhou[1] - lines.get(2 * i + 1)[1];
			assertThat((Math.toDegrees(Math.atan2(east, north)) + 360) % 360).isCloseTo(spots.get(i).bearing(),
					within(.3));
			assertThat(Math.hypot(east, north) / Bearings.RADIUS * Bearings.NEAR).isCloseTo(spots.get(i).distance(),
					within(15.0));
		}
		// Italy in the north-west, South Africa in the south-west, America over the pole
		assertThat(lines.get(5)[0]).isLessThan(wenzhou[0]);
		assertThat(lines.get(5)[1]).isLessThan(wenzhou[1]);
		assertThat(lines.get(3)[0]).isLessThan(wenzhou[0]);
		assertThat(lines.get(3)[1]).isGreaterThan(wenzhou[1]);
		assertThat(lines.get(7)[0]).isGreaterThan(wenzhou[0]);
		assertThat(lines.get(7)[1]).isLessThan(wenzhou[1]);
	}

	@Test
	void aGroupOfCountriesIsARingAndNoPoint() {
		assertThat(this.bearings.map(List.of(JAKARTA)).strokes()).extracting(Stroke::css).contains("s", "l", "a");
		// The arrow to the north alone
		assertThat(places(this.bearings.map(List.of(JAKARTA)), "b")).hasSize(3);
		assertThat(places(this.bearings.map(List.of(ROME)), "b")).hasSize(6);
	}

	@Test
	void oneCountryBeyondTheRimShowsTheWholeWorld() {
		assertThat(length(this.bearings.map(List.of(ROME)))).isCloseTo(9316 / Bearings.NEAR * Bearings.RADIUS,
				within(.2));
		List<Spot> both = Stream.of(ROME, BUENOS_AIRES).sorted(Spot.IN_ORDER).toList();
		assertThat(length(this.bearings.map(both))).isCloseTo(both.get(0).distance() / Bearings.WORLD * Bearings.RADIUS,
				within(.2));
	}

	@Test
	void leadersNeverCrossAndStayOnTheSheet() {
		Random random = new Random(1965);
		for (int round = 0; round < 300; round++) {
			List<Spot> spots = Stream
				.generate(() -> new Spot(random.nextInt(-90, 91), random.nextInt(-180, 181), random.nextBoolean()))
				.limit(1 + round % 9)
				.sorted(Spot.IN_ORDER)
				.toList();
			Drawing map = this.bearings.map(spots);
			DrawingsTests.check(spots.toString(), map);
			List<List<double[]>> leaders = leaders(map);
			assertThat(leaders).as(spots.toString()).hasSameSizeAs(spots);
			for (int i = 0; i < leaders.size(); i++) {
				assertThat(leaders.get(i)).as(spots.toString())
					.allMatch((place) -> place[0] > 0 && place[1] > 0 && place[1] < map.height() + 1.1);
				for (int j = i + 1; j < leaders.size(); j++) {
					// Places in one direction leave the map at one point
					assertThat(spots.get(j).turn() - spots.get(i).turn() > 1
							&& cross(leaders.get(i).subList(1, 5), leaders.get(j).subList(1, 5)))
						.as(i + " and " + j + " of " + spots)
						.isFalse();
				}
			}
		}
	}

	@Test
	void leadersGoOnWhereTheStripsOfTheRowsBegin() {
		List<List<double[]>> leaders = leaders(this.bearings.map(TODAY));
		for (int row = 0; row < TODAY.size(); row++) {
			double lane = leaders.get(row).get(4)[0];
			assertThat(places(this.bearings.turn(row, TODAY.size()), "l")).first()
				.satisfies((place) -> assertThat(place).containsExactly(new double[] { lane, 0 }, within(.06)));
			for (int before = 0; before < row; before++) {
				assertThat(places(this.bearings.pass(before, TODAY.size()), "l"))
					.anySatisfy((place) -> assertThat(place).containsExactly(new double[] { lane, 0 }, within(.06)));
			}
		}
		assertThat(this.bearings.pass(4, 5).strokes()).isEmpty();
		assertThatIllegalArgumentException().isThrownBy(() -> this.bearings.turn(5, 5));
	}

	@Test
	void whatCannotBeDrawnIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> new Spot(91, 0, false));
		assertThatIllegalArgumentException().isThrownBy(() -> new Spot(0, Double.NaN, false));
		assertThatIllegalArgumentException().isThrownBy(() -> this.bearings.map(List.of(ROME, JAKARTA)));
	}

	@Test
	void theSameBytesAsEver() {
		Map<String, Drawing> all = new LinkedHashMap<>();
		all.put("today", this.bearings.map(TODAY));
		all.put("world", this.bearings.map(List.of(BUENOS_AIRES)));
		for (Sign sign : Sign.values()) {
			all.put("sign " + sign, this.bearings.sign(sign));
		}
		for (int row = 0; row < 5; row++) {
			all.put("turn " + row, this.bearings.turn(row, 5));
		}
		all.put("pass", this.bearings.pass(0, 5));
		all.forEach(DrawingsTests::check);
		assertThat(all.get("today").strokes().toString().length()).isLessThan(6000);
		assertThat(all.toString().hashCode())
			.as("the drawings have changed; look at them, then put the new number here")
			.isEqualTo(-329588617);
	}

	/** The pieces of the hairlines that have five corners. */
	private static List<List<double[]>> leaders(Drawing map) {
		List<List<double[]>> leaders = new ArrayList<>();
		List<double[]> places = places(map, "l");
		StringBuilder before = new StringBuilder();
		int from = 0;
		for (String piece : data(map, "l").split("(?=m)")) {
			int to = new PathData(before.append(piece).toString()).places().size();
			if (to - from == 5) {
				leaders.add(places.subList(from, to));
			}
			from = to;
		}
		return leaders;
	}

	private static boolean cross(List<double[]> one, List<double[]> other) {
		for (int i = 1; i < one.size(); i++) {
			for (int j = 1; j < other.size(); j++) {
				if (Line2D.linesIntersect(one.get(i - 1)[0], one.get(i - 1)[1], one.get(i)[0], one.get(i)[1],
						other.get(j - 1)[0], other.get(j - 1)[1], other.get(j)[0], other.get(j)[1])) {
					return true;
				}
			}
		}
		return false;
	}

	/** Of the first line from Wenzhou. */
	private static double length(Drawing map) {
		List<double[]> line = places(map, "s");
		return Math.hypot(line.get(1)[0] - line.get(0)[0], line.get(1)[1] - line.get(0)[1]);
	}

	private static double[] middle(List<double[]> circle) {
		return new double[] { (circle.get(0)[0] + circle.get(1)[0]) / 2, circle.get(0)[1] };
	}

	private static List<double[]> places(Drawing drawing, String css) {
		return new PathData(data(drawing, css)).places();
	}

	private static String data(Drawing drawing, String css) {
		return drawing.strokes()
			.stream()
			.filter((stroke) -> stroke.css().equals(css))
			.map(Stroke::d)
			.findFirst()
			.orElseThrow();
	}

}
