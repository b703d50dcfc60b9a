package edu.wenzhou.site.drawing;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import edu.wenzhou.site.drawing.Drawing.Stroke;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ChartsTests {

	private final Charts charts = new Charts();

	@Test
	void oneTickIsOneThing() {
		Map<String, Long> pieces = pieces(this.charts.ticks(47, 7, 70, OpenEnd.NONE));
		// The base line is the one piece more
		assertThat(pieces).containsEntry("s", 7L).containsEntry("l", 41L).containsEntry("q", 23L);
		assertThat(this.charts.ticks(40, 0, 40, OpenEnd.NONE).viewBox()).isEqualTo("0 0 400 28");
	}

	@Test
	void everyFifthTickIsTallerAndEveryTenthTallest() {
		assertThat(data(this.charts.ticks(10, 0, 10, OpenEnd.NONE)).get("l"))
			.matches("m5 26v-15(m10 15v-15){3}m10 15v-20m10 20v-15(m10 15v-15){3}m10 15v-26.*");
	}

	@Test
	void anInexactCountEndsOpen() {
		assertThat(pieces(this.charts.ticks(24, 0, 70, OpenEnd.BELOW))).containsEntry("d", 1L).containsEntry("l", 24L);
		assertThat(pieces(this.charts.ticks(24, 0, 70, OpenEnd.ABOVE))).containsEntry("h", 2L).containsEntry("l", 25L);
	}

	@Test
	void aScaleIsAFullTen() {
		assertThat(this.charts.scale(64)).isEqualTo(70);
		assertThat(this.charts.scale(40)).isEqualTo(40);
		assertThat(this.charts.scale(0)).isEqualTo(10);
	}

	@Test
	void oneSquareIsAHundredPeople() {
		Drawing students = this.charts.squares(12000, 30, OpenEnd.ABOVE);
		assertThat(pieces(students)).containsEntry("b", 120L).containsEntry("d", 1L).containsKey("h");
		assertThat(students.viewBox()).isEqualTo("0 0 300 50");
		assertThat(pieces(this.charts.squares(900, 30, OpenEnd.BELOW))).containsEntry("b", 8L).containsEntry("d", 1L);
		assertThat(data(this.charts.squares(450, 30, OpenEnd.NONE)).get("b")).endsWith("m10 0h4v8h-4z");
	}

	@Test
	void theBarEndsAtTheValue() {
		assertThat(data(this.charts.ruler(98, OpenEnd.ABOVE))).containsEntry("b", "m1 32h980v10h-980z")
			.containsEntry("s", "m981 0v43")
			.containsKey("h");
		assertThat(data(this.charts.ruler(85.5, OpenEnd.NONE))).containsEntry("b", "m1 32h855v10h-855z")
			.doesNotContainKey("h");
		assertThat(data(this.charts.ruler(60, OpenEnd.BELOW))).containsEntry("b", "m1 32h590v10h-590z")
			.containsKey("d")
			.doesNotContainKey("s");
	}

	@Test
	void aYearIsATickAndTheRestHasNone() {
		YearScale scale = YearScale.of(List.of(1999, 1965), 17);
		assertThat(scale).isEqualTo(new YearScale(1965, 1999, 47));
		Drawing years = this.charts.years(scale, scale.rows(List.of(1965, 1999)));
		// The base line is the one piece more
		assertThat(pieces(years)).containsEntry("l", 36L).containsEntry("s", 2L).containsEntry("d", 1L);
		assertThat(years.viewBox()).isEqualTo("0 0 470 48");
		// 1965, 1966 to 1969, 1970
		assertThat(data(years).get("l")).startsWith("m20 47v-13m10 13v-8m10 8v-8m10 8v-8m10 8v-8m10 8v-19");
		assertThat(data(years)).containsEntry("d", "m360 47h110");
	}

	@Test
	void linesOfUnknownBeginningJoinInTheirYear() {
		YearScale scale = YearScale.of(List.of(1965, 1999), 17);
		Map<String, String> data = data(
				this.charts.streams(scale, List.of(1999, 1999, 1999, 1999), List.of(1965, 1999)));
		assertThat(data).containsEntry("d", "m0 46h290m-290 50h290m-290 50h290m-290 50h290")
			.containsEntry("s", "m360 246h110")
			.containsEntry("a", "m360 246h.1")
			.containsEntry("q", "m360 0v246");
		for (String line : data.get("l").split("(?=m)")) {
			assertThat(line).contains("c");
		}
		assertThat(data(this.charts.streams(scale, Collections.singletonList(null), List.of(1999))))
			.containsOnly(Map.entry("d", "m0 46h470"));
	}

	@Test
	void aLengthHasAsManyTicksAsYearsAndNoPlace() {
		YearScale scale = YearScale.of(List.of(1965, 1999), 17);
		Drawing sixteen = this.charts.length(scale, 16, OpenEnd.NONE);
		assertThat(sixteen.width()).isEqualTo(470);
		assertThat(pieces(sixteen)).isEqualTo(Map.of("l", 17L));
		assertThat(data(sixteen).get("l")).startsWith("m5 26v-15").endsWith("m-155 15h160");
		assertThat(pieces(this.charts.length(scale, 5, OpenEnd.ABOVE))).isEqualTo(Map.of("l", 6L, "d", 1L, "h", 2L));
		assertThat(pieces(this.charts.length(scale, 5, OpenEnd.BELOW))).isEqualTo(Map.of("l", 5L, "d", 1L));
		assertThat(pieces(this.charts.length(scale, 0, OpenEnd.ABOVE))).isEqualTo(Map.of("d", 1L));
	}

	@Test
	void theSameBytesAsEver() {
		YearScale scale = YearScale.of(List.of(1965, 1984, 1999, 2001), 17);
		assertThat(List
			.of(this.charts.years(scale, scale.rows(List.of(1965, 1984, 1999, 2001))),
					this.charts.streams(scale, List.of(2001, 1999, 1999), List.of(1965, 1984, 1999, 2001)),
					this.charts.length(scale, 16, OpenEnd.NONE), this.charts.length(scale, 5, OpenEnd.BELOW))
			.toString()
			.hashCode()).as("the drawings have changed; look at them, then put the new number here")
			.isEqualTo(1068845484);
	}

	@Test
	void everyRulerCanBeDrawn() {
		for (List<Integer> years : List.of(List.of(1999), List.of(1998, 1999), List.of(1800, 2200),
				IntStream.rangeClosed(1990, 2025).boxed().toList())) {
			YearScale scale = YearScale.of(years, 17);
			DrawingsTests.check(years.toString(), this.charts.years(scale, scale.rows(years)));
			DrawingsTests.check(years.toString(), this.charts.streams(scale, years.stream().limit(40).toList(), years));
			DrawingsTests.check(years.toString(), this.charts.length(scale, 16, OpenEnd.ABOVE));
		}
	}

	@ParameterizedTest
	@EnumSource
	void theEndsOfAScaleAreDrawnToo(OpenEnd end) {
		for (int value = 0; value <= 100; value++) {
			if (end != OpenEnd.BELOW || value > 0) {
				DrawingsTests.check("squares " + value, this.charts.squares(value + 1, 30, end));
				DrawingsTests.check("ruler " + value, this.charts.ruler(value, end));
			}
			if (value > 0 && value < 100) {
				DrawingsTests.check("ticks " + value, this.charts.ticks(value, 0, 100, end));
			}
		}
	}

	@Test
	void whatCannotBeDrawnIsRefused() {
		YearScale scale = YearScale.of(List.of(), 17);
		assertThat(scale.width()).isEqualTo(40);
		assertThatIllegalArgumentException().isThrownBy(() -> this.charts.length(scale, 41, OpenEnd.NONE));
		assertThatIllegalArgumentException().isThrownBy(() -> this.charts.length(scale, 40, OpenEnd.ABOVE));
		assertThatIllegalArgumentException().isThrownBy(() -> this.charts.length(scale, 0, OpenEnd.NONE));
		assertThatIllegalArgumentException().isThrownBy(() -> this.charts.streams(scale, List.of(), List.of()));
		assertThatIllegalArgumentException().isThrownBy(() -> new YearScale(1999, 1965, 40));
		assertThatIllegalArgumentException().isThrownBy(() -> new YearScale(1965, 1999, 35));
		assertThatIllegalArgumentException().isThrownBy(() -> this.charts.ticks(71, 0, 70, OpenEnd.NONE));
		assertThatIllegalArgumentException().isThrownBy(() -> this.charts.ticks(70, 0, 70, OpenEnd.ABOVE));
		assertThatIllegalArgumentException().isThrownBy(() -> this.charts.ticks(5, 6, 70, OpenEnd.NONE));
		assertThatIllegalArgumentException().isThrownBy(() -> this.charts.ticks(0, 0, 70, OpenEnd.BELOW));
		assertThatIllegalArgumentException().isThrownBy(() -> this.charts.squares(-1, 30, OpenEnd.NONE));
		assertThatIllegalArgumentException().isThrownBy(() -> this.charts.ruler(100.5, OpenEnd.NONE));
		assertThatIllegalArgumentException().isThrownBy(() -> this.charts.ruler(Double.NaN, OpenEnd.NONE));
	}

	private static Map<String, String> data(Drawing drawing) {
		return drawing.strokes().stream().collect(Collectors.toMap(Stroke::css, Stroke::d));
	}

	private static Map<String, Long> pieces(Drawing drawing) {
		return drawing.strokes()
			.stream()
			.collect(Collectors.toMap(Stroke::css, (stroke) -> stroke.d().chars().filter((c) -> c == 'm').count()));
	}

}
