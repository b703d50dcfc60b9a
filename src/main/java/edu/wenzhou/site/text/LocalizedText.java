package edu.wenzhou.site.text;

import java.util.Locale;

import jakarta.persistence.Embeddable;

/**
 * A public text: Chinese always, English where somebody translated it. Stored in two
 * columns that end in {@code _zh} and {@code _en}.
 *
 * @param zh never null in a text that exists
 * @param en null while there is no translation
 */
@Embeddable
public record LocalizedText(String zh, String en) {

	private static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;

	public static LocalizedText chinese(String zh) {
		return new LocalizedText(zh, null);
	}

	/** The text for a reader of that language; Chinese where there is no English. */
	public String in(Locale locale) {
		return isTranslatedFor(locale) ? this.en : this.zh;
	}

	/**
	 * The {@code lang} attribute that the text needs on a page of that language: null
	 * where the page's own language is right.
	 */
	public String langIn(Locale locale) {
		return isEnglish(locale) && this.en == null ? CHINESE.toLanguageTag() : null;
	}

	private boolean isTranslatedFor(Locale locale) {
		return isEnglish(locale) && this.en != null;
	}

	private static boolean isEnglish(Locale locale) {
		return Locale.ENGLISH.getLanguage().equals(locale.getLanguage());
	}

}
