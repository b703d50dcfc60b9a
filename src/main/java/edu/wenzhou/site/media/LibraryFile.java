package edu.wenzhou.site.media;

import edu.wenzhou.site.text.LocalizedText;

/**
 * A file of the library, for whoever puts it somewhere.
 *
 * @param picture else it is an attachment
 * @param usable whether it is said what it shows, where that has to be said
 * @param said what it shows; null for an ornament and for an attachment
 */
public record LibraryFile(long id, String sha256, String name, String address, boolean picture, boolean usable,
		LocalizedText said, Integer width, Integer height) {

	static LibraryFile of(MediaItem item) {
		return new LibraryFile(item.getId(), item.getSha256(), item.getFileName(), item.getAddress(), item.isPicture(),
				item.isComplete(), item.getAlt(), item.getWidth(), item.getHeight());
	}

	/**
	 * The alternative text for a text in a language, as the editor offers it: in Chinese
	 * where there is none in English; empty for an ornament.
	 */
	public String alt(String lang) {
		if (this.said == null) {
			return "";
		}
		return ("en".equals(lang) && this.said.en() != null) ? this.said.en() : this.said.zh();
	}

}
