package edu.wenzhou.site.web;

import java.util.Locale;

/**
 * A language of the site. Every page stands at one path in all of them, with the
 * language's prefix before it: {@code /schools} and {@code /en/schools}, the front pages
 * at {@code /} and {@code /en}. Paths in controllers, templates and the database are
 * without prefix; links get it when they are written.
 */
public enum Language {

	CHINESE(Locale.SIMPLIFIED_CHINESE, ""),

	ENGLISH(Locale.ENGLISH, "/en");

	private final Locale locale;

	private final String prefix;

	Language(Locale locale, String prefix) {
		this.locale = locale;
		this.prefix = prefix;
	}

	/** The language of a reader; Chinese for one that the site does not speak. */
	public static Language of(Locale locale) {
		return ENGLISH.locale.getLanguage().equals(locale.getLanguage()) ? ENGLISH : CHINESE;
	}

	/** The language of the page at an address, by its prefix; null gives Chinese. */
	public static Language at(String address) {
		return (address != null && (address.equals(ENGLISH.prefix) || address.startsWith(ENGLISH.prefix + "/")))
				? ENGLISH : CHINESE;
	}

	public Locale locale() {
		return this.locale;
	}

	/** As in {@code lang} and {@code hreflang}. */
	public String tag() {
		return this.locale.toLanguageTag();
	}

	/** Where the page of a path stands in this language; a query or fragment is kept. */
	public String address(String path) {
		boolean frontPage = path.matches("/([?#].*)?");
		return (this.prefix.isEmpty() || !frontPage) ? this.prefix + path : this.prefix + path.substring(1);
	}

	/** The path of a page that stands at this address in this language. */
	public String path(String address) {
		return address.equals(this.prefix) ? "/" : address.substring(this.prefix.length());
	}

	/** The one to switch to. */
	public Language other() {
		return (this == CHINESE) ? ENGLISH : CHINESE;
	}

}
