package edu.wenzhou.site.text;

import java.util.Locale;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LocalizedTextTests {

	@Test
	void englishWhereThereIsSome() {
		LocalizedText text = new LocalizedText("学院", "School");
		assertThat(text.in(Locale.ENGLISH)).isEqualTo("School");
		assertThat(text.in(Locale.UK)).isEqualTo("School");
		assertThat(text.in(Locale.SIMPLIFIED_CHINESE)).isEqualTo("学院");
		assertThat(text.langIn(Locale.ENGLISH)).isNull();
	}

	@Test
	void markedChineseWhereThereIsNone() {
		LocalizedText text = LocalizedText.chinese("学院");
		assertThat(text.in(Locale.ENGLISH)).isEqualTo("学院");
		assertThat(text.langIn(Locale.ENGLISH)).isEqualTo("zh-CN");
		assertThat(text.langIn(Locale.SIMPLIFIED_CHINESE)).isNull();
	}

}
