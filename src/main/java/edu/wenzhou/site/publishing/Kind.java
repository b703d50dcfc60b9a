package edu.wenzhou.site.publishing;

/** What a field of a form holds, and how it is written. */
public enum Kind {

	/** One line of text. */
	LINE(300),
	/** Text with line breaks. */
	LINES(4_000),
	/** HTML, cleaned by {@link edu.wenzhou.site.text.RichText}. */
	RICH(200_000),
	/** A whole number. */
	NUMBER(9),
	/** A number with a fraction. */
	DECIMAL(20),
	/** A day: {@code 2026-09-01}. */
	DATE(10),
	/** A minute in Asia/Shanghai: {@code 2026-09-01T08:00}. */
	TIME(16),
	/** One of some words. */
	CHOICE(80),
	/** {@code true} or empty. */
	FLAG(4),
	/** Another record, by its slug. */
	REFERENCE(80),
	/** Other records in their order, a slug a line. */
	LIST(4_000),
	/** Passages of the sources in their order, word for word, one a line. */
	QUOTES(20_000);

	private final int longest;

	Kind(int longest) {
		this.longest = longest;
	}

	/** In characters. */
	int longest() {
		return this.longest;
	}

	boolean isText() {
		return this == LINE || this == LINES || this == RICH;
	}

}
