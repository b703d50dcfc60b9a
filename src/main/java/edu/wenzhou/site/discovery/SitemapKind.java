package edu.wenzhou.site.discovery;

/**
 * For whom a sitemap is. Baidu's has a tag of its own, which the schema of the others
 * does not know, and neither translations nor pictures, which Baidu does not read there.
 */
enum SitemapKind {

	STANDARD("/sitemap"), BAIDU("/sitemap-baidu");

	private final String stem;

	SitemapKind(String stem) {
		this.stem = stem;
	}

	/** Where it begins: with all pages, or with the list of its parts. */
	String path() {
		return this.stem + ".xml";
	}

	String path(long part) {
		return this.stem + "-" + part + ".xml";
	}

}
