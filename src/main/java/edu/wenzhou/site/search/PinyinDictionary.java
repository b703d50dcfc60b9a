package edu.wenzhou.site.search;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.springframework.util.function.SingletonSupplier;

/**
 * The dictionaries of houbb's pinyin, read as it reads them: the longest phrase from a
 * character on decides how its characters are spoken, and a character that begins none is
 * spoken as it mostly is. The library itself makes a tree of maps of them, which takes 31
 * MB for ever and one and a half seconds of the start.
 */
final class PinyinDictionary {

	/**
	 * Read when the first name is spelled. Whoever waits for that waits for a lock: as a
	 * static field of a class it would hold up the carriers of virtual threads.
	 */
	private static final Supplier<PinyinDictionary> DICTIONARY = SingletonSupplier.of(PinyinDictionary::new);

	/** The dots of ü are none. */
	private static final String TONES = "[\u0300\u0301\u0304\u030C]";

	/** Sorted code points, and how each is spoken. */
	private final int[] characters;

	private final String[] readings;

	/** Sorted. */
	private final String[] phrases;

	/**
	 * The syllables with spaces between them; null for a phrase of which each character
	 * is spoken as it mostly is. Those are nine of ten.
	 */
	private final String[] spoken;

	private final int longest;

	private PinyinDictionary() {
		Map<String, String> once = new HashMap<>();
		SortedMap<Integer, String> readings = new TreeMap<>();
		read("pinyin_dict_char", (character, several) -> readings.put(character.codePointAt(0),
				once.computeIfAbsent(several.split(",", 2)[0], PinyinDictionary::withoutTone)));
		SortedMap<String, String> spoken = new TreeMap<>();
		// Ours comes last: it corrects the library's
		read("pinyin_dict_phrase", spoken::put);
		read("pinyin_dict_phrase_define", spoken::put);
		spoken.replaceAll((phrase, syllables) -> {
			String plain = withoutTone(syllables);
			return plain.equals(phrase.codePoints()
				.mapToObj((character) -> readings.getOrDefault(character, Character.toString(character)))
				.collect(Collectors.joining(" "))) ? null : plain;
		});
		this.characters = readings.keySet().stream().mapToInt(Integer::intValue).toArray();
		this.readings = readings.values().toArray(String[]::new);
		this.phrases = spoken.keySet().toArray(String[]::new);
		this.spoken = spoken.values().toArray(String[]::new);
		this.longest = Arrays.stream(this.phrases).mapToInt(String::length).max().orElse(0);
	}

	static PinyinDictionary get() {
		return DICTIONARY.get();
	}

	/**
	 * How characters are spoken one after the other, without tones.
	 * @return one syllable for each character; a character that nobody knows is itself
	 */
	List<String> syllables(String text) {
		List<String> syllables = new ArrayList<>();
		for (int i = 0; i < text.length();) {
			int phrase = longestPhrase(text, i);
			int end = (phrase >= 0) ? i + this.phrases[phrase].length() : i + Character.charCount(text.codePointAt(i));
			if (phrase >= 0 && this.spoken[phrase] != null) {
				syllables.addAll(List.of(this.spoken[phrase].split(" ")));
			}
			else {
				text.substring(i, end).codePoints().mapToObj(this::syllable).forEach(syllables::add);
			}
			i = end;
		}
		return syllables;
	}

	private String syllable(int character) {
		int index = Arrays.binarySearch(this.characters, character);
		return (index >= 0) ? this.readings[index] : Character.toString(character);
	}

	/** Negative where none begins. */
	private int longestPhrase(String text, int start) {
		for (int end = Math.min(text.length(), start + this.longest); end > start + 1; end--) {
			int index = Arrays.binarySearch(this.phrases, text.substring(start, end));
			if (index >= 0) {
				return index;
			}
		}
		return -1;
	}

	private static String withoutTone(String spoken) {
		return Normalizer.normalize(Normalizer.normalize(spoken, Form.NFD).replaceAll(TONES, ""), Form.NFC);
	}

	private static void read(String name, BiConsumer<String, String> entry) {
		try (BufferedReader lines = new BufferedReader(new InputStreamReader(
				PinyinDictionary.class.getResourceAsStream("/" + name + ".txt"), StandardCharsets.UTF_8))) {
			lines.lines().filter((line) -> !line.isBlank()).forEach((line) -> {
				String[] parts = line.split(":", 2);
				entry.accept(parts[0], parts[1]);
			});
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
