package edu.wenzhou.site.links;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import edu.wenzhou.site.publishing.Field;
import edu.wenzhou.site.publishing.Kind;
import edu.wenzhou.site.publishing.PublicItem;
import org.jsoup.Jsoup;

/** The addresses of other sites that stand in a public text. */
final class OutsideLinks {

	/** In bytes; what is longer is nothing that people copy. */
	static final int LONGEST = 2000;

	/** In a text without markup, up to what cannot be a part of it. */
	private static final Pattern TYPED = Pattern
		.compile("(?i)(?<![a-z0-9])https?://[\\x21-\\x7e&&[^\"'<>()\\[\\]{}|\\\\^`]]+");

	private OutsideLinks() {
	}

	/** By field, in the order of the form, each once a field. */
	static Map<String, Set<String>> of(PublicItem item) {
		Map<String, Set<String>> links = new LinkedHashMap<>();
		for (Field field : item.type().getFields()) {
			String value = item.values().get(field.name());
			if (!value.isEmpty() && value.toLowerCase(Locale.ROOT).contains("http")) {
				Set<String> found = new LinkedHashSet<>();
				in(field.kind(), value).map(OutsideLinks::plain).filter(OutsideLinks::isOne).forEach(found::add);
				if (!found.isEmpty()) {
					links.put(field.name(), found);
				}
			}
		}
		return links;
	}

	private static Stream<String> in(Kind kind, String value) {
		return switch (kind) {
			case RICH -> Jsoup.parseBodyFragment(value).select("a[href]").eachAttr("href").stream();
			case LINE, LINES -> TYPED.matcher(value).results().map((one) -> one.group().replaceFirst("[.,;:!?]+$", ""));
			default -> Stream.empty();
		};
	}

	/** Where on the page a link leads says nothing about whether it opens. */
	private static String plain(String link) {
		return link.strip().replaceFirst("#.*", "");
	}

	private static boolean isOne(String link) {
		return link.matches("(?i)https?://.+") && link.getBytes(StandardCharsets.UTF_8).length <= LONGEST;
	}

}
