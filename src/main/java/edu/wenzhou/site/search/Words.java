package edu.wenzhou.site.search;

import java.text.Normalizer;
import java.util.Locale;

/** Words as searches compare them. */
final class Words {

	private Words() {
	}

	/** Without what is no difference to a reader: width, case, more than one space. */
	static String fold(String text) {
		return Normalizer.normalize((text != null) ? text : "", Normalizer.Form.NFKC)
			.toLowerCase(Locale.ROOT)
			.replaceAll("[\\p{C}\\p{Z}]+", " ")
			.strip();
	}

}
