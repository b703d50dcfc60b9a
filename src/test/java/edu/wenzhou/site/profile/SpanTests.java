package edu.wenzhou.site.profile;

import edu.wenzhou.site.drawing.OpenEnd;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SpanTests {

	@ParameterizedTest
	@CsvSource({ "连续16年, 16, NONE", "连续3年, 3, NONE", "近五年, 5, NONE", "近十年, 10, NONE", "近十五年, 15, NONE", "二十年, 20, NONE",
			"九十九年, 99, NONE", "超20年, 20, ABOVE", "十余年, 10, ABOVE", "20多年, 20, ABOVE", "连续近16年, 16, BELOW",
			"多年, 0, ABOVE", "for 16 years in a row, 16, NONE", "in the past five years, 5, NONE", "one year, 1, NONE",
			"for more than twenty years, 20, ABOVE", "over 30 years, 30, ABOVE", "nearly ten years, 10, BELOW",
			"for many years, 0, ABOVE" })
	void lengthsOfTimeAreRead(String period, int years, OpenEnd end) {
		assertThat(Span.of(period)).contains(new Span(years, end));
	}

	@ParameterizedTest
	@ValueSource(strings = { "每年", "each year", "连续", "in succession", "自运营以来", "since it began operating", "2019年",
			"第三年", "第十三年", "2019", "" })
	void whatSaysNoLengthIsNone(String period) {
		assertThat(Span.of(period)).isEmpty();
	}

	@Test
	void noPeriodHasNone() {
		assertThat(Span.of(null)).isEmpty();
		assertThat(Span.of("for 16\u00a0years in a row")).contains(new Span(16, OpenEnd.NONE));
	}

}
