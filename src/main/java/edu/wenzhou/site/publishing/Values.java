package edu.wenzhou.site.publishing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import edu.wenzhou.site.text.RichText;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a form holds, field by field, as it was typed: also what can't be published yet.
 * This is what revisions store, what is compared, restored and made public. Fields
 * without a value are not in it.
 */
public final class Values {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final TypeReference<TreeMap<String, String>> MAP = new TypeReference<>() {
	};

	private static final Pattern BLOCK = Pattern
		.compile("(?i)<(p|h[1-6]|ul|ol|table|blockquote|figure|div|section)[\\s>]");

	private static final Pattern MARKUP = Pattern.compile("</?[a-zA-Z]+[^<>]*>");

	/** Of a file of the library, in whatever it is written. */
	private static final Pattern ADDRESS = Pattern.compile("/media/([0-9a-f]{64})(?:/|$)");

	private static final Pattern FILE = Pattern.compile("\\b[0-9a-f]{64}\\b");

	private final SortedMap<String, String> byField;

	private Values(SortedMap<String, String> byField) {
		this.byField = byField;
	}

	static Values of(Map<String, String> byField) {
		SortedMap<String, String> kept = new TreeMap<>();
		byField.forEach((field, value) -> {
			if (value != null && !value.isEmpty()) {
				kept.put(field, value);
			}
		});
		return new Values(kept);
	}

	static Values empty() {
		return of(Map.of());
	}

	/**
	 * What was typed into a form of that type. Characters that no database keeps are
	 * dropped and line ends made alike; rich text is cleaned.
	 * @param sent looks a field up; null where it was not sent
	 */
	static Values typed(ContentType type, Function<Field, String> sent) {
		SortedMap<String, String> typed = new TreeMap<>();
		for (Field field : type.getFields()) {
			String value = sent.apply(field);
			if (value != null) {
				typed.put(field.name(), clean(field.kind(), value));
			}
		}
		return of(typed);
	}

	static Values parse(String json) {
		return new Values(JSON.readValue(json, MAP));
	}

	private static String clean(Kind kind, String value) {
		// Lone surrogates become question marks on the way through UTF-8
		String plain = new String(value.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)
			.replaceAll("\\r\\n?", "\n")
			.replaceAll("[\\p{Cc}&&[^\\n\\t]]", "");
		return switch (kind) {
			case RICH -> rich(plain);
			case LINES -> plain.replaceAll("[ \\t]+(?=\\n|$)", "").strip();
			case LIST ->
				String.join("\n", plain.lines().map(Values::key).filter((l) -> !l.isEmpty()).distinct().toList());
			case QUOTES -> String.join("\n", plain.lines().map(String::strip).filter((l) -> !l.isEmpty()).toList());
			default -> plain.replace('\n', ' ').strip();
		};
	}

	/** What names a record; for a file its address will do. */
	private static String key(String line) {
		Matcher address = ADDRESS.matcher(line);
		return address.find() ? address.group(1) : line.strip();
	}

	/** Without a script people type plain text; an empty line between two paragraphs. */
	private static String rich(String text) {
		String stripped = text.strip();
		if (stripped.isEmpty() || stripped.matches("(<p>(\\s|&nbsp;|<br ?/?>)*</p>\\s*)+")) {
			return "";
		}
		if (BLOCK.matcher(stripped).find()) {
			return RichText.sanitize(stripped);
		}
		StringBuilder html = new StringBuilder();
		for (String paragraph : stripped.split("\\n\\s*\\n")) {
			String lines = MARKUP.matcher(paragraph).find() ? paragraph : HtmlUtils.htmlEscape(paragraph, "UTF-8");
			html.append("<p>").append(lines.strip().replace("\n", "<br />")).append("</p>");
		}
		return RichText.sanitize(html.toString());
	}

	/** Empty where there is nothing. */
	public String get(String field) {
		return this.byField.getOrDefault(field, "");
	}

	public boolean has(String field) {
		return this.byField.containsKey(field);
	}

	/** The lines of a list. */
	List<String> lines(String field) {
		return get(field).lines().toList();
	}

	Values with(String field, String value) {
		SortedMap<String, String> changed = new TreeMap<>(this.byField);
		changed.put(field, value);
		return of(changed);
	}

	Set<String> fields() {
		return Collections.unmodifiableSet(this.byField.keySet());
	}

	/** The fields in which these differ from others. */
	Set<String> differing(Values others) {
		Set<String> all = new LinkedHashSet<>(this.byField.keySet());
		all.addAll(others.byField.keySet());
		all.removeIf((field) -> get(field).equals(others.get(field)));
		return all;
	}

	/** The files of the library that are named anywhere, by their SHA-256. */
	Set<String> files() {
		Set<String> files = new LinkedHashSet<>();
		this.byField.values()
			.forEach((value) -> FILE.matcher(value).results().forEach((file) -> files.add(file.group())));
		return files;
	}

	boolean isEmpty() {
		return this.byField.isEmpty();
	}

	/** Sorted by field: the canonical text. */
	String json() {
		return JSON.writeValueAsString(this.byField);
	}

	/** SHA-256 of the canonical text, in hexadecimal digits. */
	String hash() {
		try {
			return HexFormat.of()
				.formatHex(MessageDigest.getInstance("SHA-256").digest(json().getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof Values values && this.byField.equals(values.byField);
	}

	@Override
	public int hashCode() {
		return this.byField.hashCode();
	}

	@Override
	public String toString() {
		return this.byField.toString();
	}

}
