package edu.wenzhou.site.redirects;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import edu.wenzhou.site.publishing.PublicItems;
import edu.wenzhou.site.web.Address;
import edu.wenzhou.site.web.FixedPage;
import org.springframework.stereotype.Component;

/**
 * Guesses which page was meant by an address at which there is none: the one with the
 * most similar path, or the one whose title is in the address.
 */
@Component
class Suggestions {

	/** Below this it is no help. */
	private static final double LEAST = 0.6;

	/** How much the last segment alone counts, and a section in common with it. */
	private static final double LAST_SEGMENT = 0.8;

	private static final double SAME_SECTION = 0.15;

	private final List<FixedPage> fixed;

	private final PublicItems items;

	Suggestions(List<FixedPage> fixed, PublicItems items) {
		this.fixed = fixed;
		this.items = items;
	}

	/** The likely addresses, by the number of the miss; for some there is none. */
	Map<Long, String> of(List<Miss> misses) {
		Map<Long, Guess> best = new HashMap<>();
		Map<Long, Address> asked = new LinkedHashMap<>();
		misses.forEach((miss) -> Address.of(miss.path()).ifPresent((address) -> asked.put(miss.id(), address)));
		this.fixed.forEach((page) -> consider(page.path(), "", asked, best));
		if (!asked.isEmpty()) {
			this.items.titles((path, title) -> consider(path, title.toLowerCase(Locale.ROOT), asked, best));
		}
		Map<Long, String> likely = new HashMap<>();
		best.forEach((id, guess) -> likely.put(id, asked.get(id).language().address(guess.path())));
		return likely;
	}

	private static void consider(String path, String title, Map<Long, Address> asked, Map<Long, Guess> best) {
		asked.forEach((id, address) -> {
			double likeness = likeness(address.path(), path, title);
			Guess before = best.get(id);
			if (likeness >= LEAST && (before == null || likeness > before.likeness())) {
				best.put(id, new Guess(path, likeness));
			}
		});
	}

	/** From 0 to 1. */
	static double likeness(String asked, String path, String title) {
		String word = last(asked);
		String words = word.replaceAll("[-_]+", " ");
		if (!title.isEmpty() && words.length() > 1 && (title.contains(words) || words.contains(title))) {
			return Math.max(LEAST,
					(double) Math.min(words.length(), title.length()) / Math.max(words.length(), title.length()));
		}
		double whole = similarity(asked, path);
		// A number is like many others and says nothing
		if (!word.matches(".*\\p{L}.*")) {
			return whole * LAST_SEGMENT;
		}
		double section = first(asked).equals(first(path)) ? SAME_SECTION : 0;
		return Math.max(whole, similarity(word, last(path)) * LAST_SEGMENT + section);
	}

	private static String first(String path) {
		return path.substring(1).split("/", 2)[0];
	}

	private static String last(String path) {
		return path.substring(path.lastIndexOf('/') + 1);
	}

	/** 1 less the part of signs that have to change. */
	private static double similarity(String one, String other) {
		int longest = Math.max(one.length(), other.length());
		int most = (int) (longest * (1 - LEAST / (LAST_SEGMENT + SAME_SECTION))) + 1;
		if (longest == 0 || Math.abs(one.length() - other.length()) > most) {
			return 0;
		}
		return 1 - (double) distance(one, other) / longest;
	}

	/** How many signs have to be put in, left out or changed. */
	private static int distance(String one, String other) {
		int[] before = new int[other.length() + 1];
		for (int j = 0; j < before.length; j++) {
			before[j] = j;
		}
		for (int i = 1; i <= one.length(); i++) {
			int[] now = new int[before.length];
			now[0] = i;
			for (int j = 1; j < now.length; j++) {
				int changed = before[j - 1] + ((one.charAt(i - 1) == other.charAt(j - 1)) ? 0 : 1);
				now[j] = Math.min(changed, 1 + Math.min(before[j], now[j - 1]));
			}
			before = now;
		}
		return before[other.length()];
	}

	/** A page, and how much it is like what was asked for. */
	private record Guess(String path, double likeness) {

	}

}
