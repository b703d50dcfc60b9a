package edu.wenzhou.site.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;

import edu.wenzhou.site.drawing.YearScale.Flag;
import edu.wenzhou.site.drawing.YearScale.Row;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class YearScaleTests {

	@Test
	void theScaleFollowsFromTheYears() {
		assertThat(YearScale.of(List.of(1999, 1965), 0)).isEqualTo(new YearScale(1965, 1999, 47));
		assertThat(YearScale.of(List.of(1999, 1965, 2024), 0)).isEqualTo(new YearScale(1965, 2024, 79));
	}

	@Test
	void aSingleYearHasARulerToo() {
		YearScale scale = YearScale.of(List.of(1999), 0);
		assertThat(scale).isEqualTo(new YearScale(1989, 1999, 15));
		assertThat(years(scale.rows(List.of(1999)))).containsExactly(List.of(1989, 1999));
	}

	@Test
	void theLongestLengthFitsOnTheScale() {
		assertThat(YearScale.of(List.of(1999), 31).width()).isEqualTo(31);
		assertThat(YearScale.of(List.of(), 61).width()).isEqualTo(61);
	}

	@Test
	void yearsFarApartShareARow() {
		YearScale scale = YearScale.of(List.of(1965, 1999), 0);
		assertThat(scale.rows(List.of(1965, 1999))).containsExactly(
				new Row(List.of(new Flag(1965, List.of(2)), new Flag(1999, List.of(32, 2))), List.of(8, 2, 1)));
	}

	@Test
	void aYearCloseToALaterOneGoesUpARow() {
		YearScale scale = YearScale.of(List.of(1965, 1999, 2001), 0);
		assertThat(years(scale.rows(List.of(1965, 1999, 2001)))).containsExactly(List.of(1999), List.of(1965, 2001));
	}

	/**
	 * Whatever the years: no two touch, no pole cuts a year, and each is in its place.
	 */
	@Test
	void noYearIsEverHidden() {
		Random random = new Random(1965);
		for (int i = 0; i < 500; i++) {
			TreeSet<Integer> years = new TreeSet<>();
			random.ints(1 + random.nextInt(12), 1900, 2030).forEach(years::add);
			YearScale scale = YearScale.of(years, 17);
			List<Row> rows = scale.rows(years);
			int flag = (scale.width() + 2) / 3;
			List<Integer> seen = new ArrayList<>();
			List<Integer> below = new ArrayList<>();
			for (Row row : rows) {
				int here = 0;
				List<Integer> places = new ArrayList<>();
				for (Flag each : row.flags()) {
					here += sum(each.gap());
					assertThat(here).isEqualTo(scale.place(each.year()));
					places.add(here);
					seen.add(each.year());
				}
				assertThat(here + sum(row.rest())).isEqualTo(scale.width());
				for (int place : places) {
					assertThat(places).noneMatch((other) -> other > place && other < place + flag);
					// Poles of years in higher rows pass through this one
					assertThat(below).noneMatch((other) -> other > place && other < place + flag);
				}
				below.addAll(places);
			}
			years.add(scale.from());
			assertThat(seen).containsExactlyInAnyOrderElementsOf(years);
		}
	}

	private static int sum(List<Integer> powers) {
		assertThat(powers).allMatch((power) -> Integer.bitCount(power) == 1).doesNotHaveDuplicates();
		return powers.stream().mapToInt(Integer::intValue).sum();
	}

	private static List<List<Integer>> years(List<Row> rows) {
		return rows.stream().map((row) -> row.flags().stream().map(Flag::year).toList()).toList();
	}

}
