package edu.wenzhou.site.search;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import com.github.houbb.pinyin.constant.enums.PinyinStyleEnum;
import com.github.houbb.pinyin.util.PinyinHelper;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** It reads as the library does. */
class PinyinDictionaryTests {

	@Test
	void phrasesOneAfterTheOtherReadAsInTheLibrary() throws IOException {
		List<String> phrases = new ArrayList<>();
		try (BufferedReader lines = new BufferedReader(new InputStreamReader(
				PinyinHelper.class.getResourceAsStream("/pinyin_dict_phrase.txt"), StandardCharsets.UTF_8))) {
			lines.lines().map((line) -> line.substring(0, line.indexOf(':'))).forEach(phrases::add);
		}
		assertThat(phrases).hasSizeGreaterThan(40_000);
		// Always the same order
		Random random = new Random(1);
		assertThat(phrases.stream()
			.filter((phrase) -> readsAlike(phrase + phrases.get(random.nextInt(phrases.size()))))
			.count()).isGreaterThan(40_000);
	}

	@Test
	void charactersReadAsInTheLibrary() {
		assertThat(IntStream.rangeClosed(0x3400, 0x9FFF)
			.mapToObj(Character::toString)
			.filter(PinyinDictionaryTests::readsAlike)
			.count()).isGreaterThan(20_000);
	}

	@Test
	void whatTheLibraryReadsWronglyIsCorrected() {
		assertThat(PinyinDictionary.get().syllables("乐成行长")).containsExactly("yue", "cheng", "hang", "zhang");
	}

	@Test
	void theDotsStayAndWhatNobodyKnowsIsItself() {
		assertThat(PinyinDictionary.get().syllables("旅a")).containsExactly("lü", "a");
		assertThat(PinyinDictionary.get().syllables("")).isEmpty();
	}

	/**
	 * Where the library reads at all: it leaves a lonely 一 and rare characters as they
	 * are.
	 */
	private static boolean readsAlike(String text) {
		String library = PinyinHelper.toPinyin(text, PinyinStyleEnum.NORMAL, " ").strip();
		if (!library.matches("[a-zü ]+")) {
			return false;
		}
		assertThat(String.join(" ", PinyinDictionary.get().syllables(text))).isEqualTo(library);
		return true;
	}

}
