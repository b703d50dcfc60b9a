package edu.wenzhou.site.web;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import edu.wenzhou.site.text.LocalizedText;

/**
 * Something that a page tells machines about, in the words of schema.org: the college, a
 * school, a place. Only what is known is said, so whatever is empty is left out. How it
 * is written into a page, and with which address, is not the concern of who says it.
 */
public final class Thing {

	/** The college, in the same words on whatever page. */
	public static final String COLLEGE = "/#org";

	/** The whole site. */
	public static final String SITE = "/#website";

	private final String type;

	private final String id;

	private final Map<String, Object> properties = new LinkedHashMap<>();

	private Thing(String type, String id) {
		this.type = type;
		this.id = id;
	}

	/** A part of another thing, that nothing else points to. */
	public static Thing of(String type) {
		return new Thing(type, null);
	}

	/**
	 * A thing that others can point to.
	 * @param id its name for ever, the same in all languages: the path of the page that
	 * tells most about it, and a fragment
	 */
	public static Thing of(String type, String id) {
		return new Thing(type, id);
	}

	/**
	 * Says something more about it.
	 * @param value text, of one language or both, number, {@link java.time.Instant},
	 * {@link Thing}, {@link Reference}, {@link Address}, or several of them; nothing is
	 * said for null, an empty text and a thing without properties
	 */
	public Thing with(String property, Object value) {
		if (!isEmpty(value)) {
			this.properties.put(property, value);
		}
		return this;
	}

	private static boolean isEmpty(Object value) {
		return value == null || (value instanceof CharSequence text && text.toString().isBlank())
				|| (value instanceof LocalizedText text && text.zh().isBlank())
				|| (value instanceof Thing thing && thing.properties.isEmpty())
				|| (value instanceof Collection<?> several && several.stream().allMatch(Thing::isEmpty));
	}

	/** The word of schema.org for what it is. */
	public String type() {
		return this.type;
	}

	/** Without host; null for a part of another thing. */
	public String id() {
		return this.id;
	}

	public Map<String, Object> properties() {
		return Collections.unmodifiableMap(this.properties);
	}

	/**
	 * Where something is; nothing is said if neither part is known.
	 * @param street may be null
	 * @param district may be null
	 */
	public static Thing address(LocalizedText street, LocalizedText district) {
		Thing address = of("PostalAddress").with("streetAddress", street).with("addressLocality", district);
		return address.properties.isEmpty() ? address : address.with("addressCountry", "CN");
	}

	/** Points to another thing, on this page or elsewhere. */
	public Reference reference() {
		return new Reference(this.id);
	}

	/** A page, in the language of the page that speaks of it. */
	public static Address page(String path) {
		return new Address(path, null);
	}

	/** A page or file that belongs to a language. */
	public static Address in(Language language, String path) {
		return new Address(path, language);
	}

	/** A file that is the same in all languages. */
	public static Address file(String path) {
		return in(Language.CHINESE, path);
	}

	/**
	 * Stands for a thing that is told about elsewhere.
	 *
	 * @param id see {@link Thing#of(String, String)}
	 */
	public record Reference(String id) {

	}

	/**
	 * The address of something on this site.
	 *
	 * @param path without language
	 * @param language null for that of the page
	 */
	public record Address(String path, Language language) {

	}

}
