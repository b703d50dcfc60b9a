package edu.wenzhou.site.search;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

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

	private final Map<Integer, String> characters = new HashMap<>();

	/** The syllables with spaces between them. */
	private final Map<String, String> phrases = new HashMap<>();

	private final int longest;

	private PinyinDictionary() {
		Map<String, String> once = new HashMap<>();
		read("pinyin_dict_char", (character, readings) -> this.characters.put(character.codePointAt(0),
				once.computeIfAbsent(readings.split(",", 2)[0], PinyinDictionary::withoutTone)));
		// Ours comes last: it corrects the library's
		read("pinyin_dict_phrase", this.phrases::put);
		read("pinyin_dict_phrase_define", this.phrases::put);
		this.phrases.replaceAll((phrase, spoken) -> withoutTone(spoken));
		this.longest = this.phrases.keySet().stream().mapToInt(String::length).max().orElse(0);
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
			int end = endOfPhrase(text, i);
			if (end > i) {
				syllables.addAll(List.of(this.phrases.get(text.substring(i, end)).split(" ")));
				i = end;
			}
			else {
				int character = text.codePointAt(i);
				i += Character.charCount(character);
				syllables.add(this.characters.getOrDefault(character, Character.toString(character)));
			}
		}
		return syllables;
	}

	private int endOfPhrase(String text, int start) {
		for (int end = Math.min(text.length(), start + this.longest); end > start + 1; end--) {
			if (this.phrases.containsKey(text.substring(start, end))) {
				return end;
			}
		}
		return start;
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
