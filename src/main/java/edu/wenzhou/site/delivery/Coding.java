package edu.wenzhou.site.delivery;

import org.springframework.http.HttpHeaders;

/** How the bytes of an answer are packed, the one that is liked best last. */
enum Coding {

	IDENTITY("identity", "", ""),

	GZIP("gzip", "-g", ".gz"),

	BROTLI("br", "-b", ".br");

	private final String suffix;

	private final String extension;

	private final Header header;

	Coding(String token, String suffix, String extension) {
		this.suffix = suffix;
		this.extension = extension;
		this.header = new Header(HttpHeaders.CONTENT_ENCODING, token);
	}

	/** What tells browsers of it. */
	Header header() {
		return this.header;
	}

	/** What a tag ends with: the bytes of each coding are others. */
	String suffix() {
		return this.suffix;
	}

	/** What the name of a file ends with, as web servers expect it. */
	String extension() {
		return this.extension;
	}

}
