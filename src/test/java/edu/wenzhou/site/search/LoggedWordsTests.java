package edu.wenzhou.site.search;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class LoggedWordsTests {

	@ParameterizedTest
	@CsvSource({ "宿舍, 宿舍", "ＡＩ　学院, ai 学院", "Tuition Fees!, tuition fees", "學生宿舍, 学生宿舍", "2025 分数线, 2025 分数线",
			"2024-2025 学年, 2024 2025 学年", "5G+, 5g", "邮编 325035, 邮编 325035", "'1999 2000, 2001', 1999 2000 2001" })
	void wordsAreKeptAsSearchesCompareThem(String query, String kept) {
		assertThat(LoggedWords.of(query)).isEqualTo(kept);
	}

	@ParameterizedTest
	@ValueSource(strings = { "13812345678", "138 1234 5678", "张三 138-1234-5678", "+86 13812345678", "０５７７－８６６８００００",
			"(0577) 8668 0000", "330302200501011234", "33030220050101123X", "25330302123456", "wang.min@example.edu.cn",
			"wang.min ＠ example.com", "QQ 12345678", "①③⑧①②③④⑤⑥⑦⑧" })
	void whatLooksLikeAPersonIsNot(String query) {
		assertThat(LoggedWords.of(query)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "  ", "!!!", "\u0000", "\ud800", "。，" })
	void noWordsAreNothing(String query) {
		assertThat(LoggedWords.of(query)).isEmpty();
		assertThat(LoggedWords.of(null)).isEmpty();
	}

	@Test
	void whatIsTooLongToBeSettledIsNotKeptRatherThanCut() {
		assertThat(LoggedWords.of("学".repeat(60))).isEqualTo("学".repeat(60));
		assertThat(LoggedWords.of("\ud842\udfb7".repeat(60))).isEqualTo("\ud842\udfb7".repeat(60));
		assertThat(LoggedWords.of("a".repeat(60) + "!!")).as("as searches compare it").isEqualTo("a".repeat(60));
		assertThat(LoggedWords.of("学".repeat(61))).isEmpty();
		assertThat(LoggedWords.of("scholarship ".repeat(6))).isEmpty();
		assertThat(LoggedWords.of("\ud842\udfb7".repeat(100_000))).isEmpty();
		assertThat(LoggedWords.of("\u0000宿\u0007舍\ud800")).isEqualTo("宿 舍");
	}

}
