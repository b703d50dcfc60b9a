package edu.wenzhou.site.media;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import edu.wenzhou.site.media.UploadRefusal.Reason;

/**
 * Looks through the bytes of a PDF for what does things: scripts, programs to start,
 * files inside. It does not look into compressed or encrypted parts; the reader's program
 * and the sandbox that the file is served with have to hold there.
 */
final class PdfCheck {

	/** How near the end the end must be said. */
	private static final int TAIL = 1024;

	/** Names that may be written {@code /J#61vaScript}. */
	private static final Pattern ESCAPE = Pattern.compile("#([0-9A-Fa-f]{2})");

	/**
	 * The short one only where a script or a reference follows: three letters turn up by
	 * chance in compressed pictures.
	 */
	private static final Pattern ACTIVE = Pattern
		.compile("/(?:JavaScript|Launch|EmbeddedFiles?)(?![A-Za-z0-9])|/JS\\s*+(?:\\(|<|[0-9]++\\s++[0-9]++\\s++R)");

	private PdfCheck() {
	}

	static void check(byte[] content) throws UploadRefusal {
		String text = new String(content, StandardCharsets.ISO_8859_1);
		if (text.indexOf("%%EOF", Math.max(0, text.length() - TAIL)) < 0) {
			throw new UploadRefusal(Reason.PDF);
		}
		if (ACTIVE.matcher(names(text)).find()) {
			throw new UploadRefusal(Reason.PDF_ACTIVE);
		}
	}

	/** The same with its names as they are meant. */
	static String names(String text) {
		return ESCAPE.matcher(text)
			.replaceAll(
					(match) -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(match.group(1), 16))));
	}

}
