package edu.wenzhou.site.delivery;

/** How the bytes of an answer are packed, the one that is liked best last. */
enum Coding {

	IDENTITY("identity", "", ""),

	GZIP("gzip", "-g", ".gz"),

	BROTLI("br", "-b", ".br");

	private final String token;

	private final String suffix;

	private final String extension;

	Coding(String token, String suffix, String extension) {
		this.token = token;
		this.suffix = suffix;
		this.extension = extension;
	}

	/** As HTTP calls it. */
	String token() {
		return this.token;
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
