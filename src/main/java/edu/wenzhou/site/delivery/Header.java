package edu.wenzhou.site.delivery;

import java.nio.charset.StandardCharsets;

import jakarta.servlet.http.HttpServletResponse;
import org.apache.tomcat.util.http.MimeHeaders;

/**
 * A header of answers that are sent often. What Tomcat is given as text it encodes anew
 * for each answer, sign by sign: a quarter of what a page from memory costs. What it is
 * given as bytes goes out as it is.
 */
final class Header {

	private static final int DELETE = 127;

	private final String name;

	private final String value;

	private final byte[] nameBytes;

	private final byte[] valueBytes;

	Header(String name, String value) {
		this.name = name;
		this.value = value;
		this.nameBytes = bytes(name);
		this.valueBytes = bytes(value);
	}

	/** Signs that steer are blanks, as Tomcat makes them: no header ends in another. */
	private static byte[] bytes(String text) {
		byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
		for (int i = 0; i < bytes.length; i++) {
			if ((bytes[i] >= 0 && bytes[i] < ' ' && bytes[i] != '\t') || bytes[i] == DELETE) {
				bytes[i] = ' ';
			}
		}
		return bytes;
	}

	String value() {
		return this.value;
	}

	/**
	 * Adds it to an answer.
	 * @param headers of Tomcat's own, see {@link HeadersValve}; null where there is none
	 */
	void add(HttpServletResponse response, MimeHeaders headers) {
		if (headers != null) {
			// Tomcat keeps what it is given, and writes numbers of later answers into it
			headers.addValue(this.nameBytes.clone(), 0, this.nameBytes.length)
				.setBytes(this.valueBytes.clone(), 0, this.valueBytes.length);
		}
		else {
			response.addHeader(this.name, this.value);
		}
	}

	/** In bytes, about, with what Java adds. */
	int weight() {
		return 200 + 2 * (this.nameBytes.length + this.valueBytes.length);
	}

}
