package edu.wenzhou.site.delivery;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;

/** The bytes of an answer in each coding that makes them smaller. */
final class Codings {

	/** In bytes; what is larger is not kept. */
	static final int LARGEST = 4 * 1024 * 1024;

	/** In bytes; below, packing saves nothing on the way. */
	private static final int SMALLEST = 512;

	/** What the build can know nothing of. */
	private static final String PAGE = "text/html";

	/** Good for its price: the best takes seventy times as long for a tenth less. */
	private static final Encoder.Parameters GOOD = Encoder.Parameters.create(5);

	private static final Encoder.Parameters BEST = Encoder.Parameters.create(11);

	private static final boolean BROTLI_AVAILABLE = Brotli4jLoader.isAvailable();

	private final byte[][] bytes = new byte[Coding.values().length][];

	private Codings(byte[] content) {
		this.bytes[Coding.IDENTITY.ordinal()] = content;
	}

	/**
	 * Packed now, or by the build.
	 * @param tag of the content, see {@link Rendition#tag(byte[])}
	 */
	static Codings of(String type, byte[] content, String tag) {
		Codings codings = new Codings(content);
		if (content.length >= SMALLEST && isText(type)) {
			byte[] gzip = type.startsWith(PAGE) ? null : PackedFiles.find(tag, Coding.GZIP);
			codings.add(Coding.GZIP, (gzip != null) ? gzip : gzip(content, Deflater.DEFAULT_COMPRESSION));
			byte[] brotli = type.startsWith(PAGE) ? null : PackedFiles.find(tag, Coding.BROTLI);
			codings.add(Coding.BROTLI, (brotli != null) ? brotli : brotli(content, GOOD));
		}
		return codings;
	}

	/** For what is packed once and sent for ever, however long that takes. */
	static Codings smallest(byte[] content) {
		Codings codings = new Codings(content);
		if (content.length >= SMALLEST) {
			codings.add(Coding.GZIP, gzip(content, Deflater.BEST_COMPRESSION));
			codings.add(Coding.BROTLI, brotli(content, BEST));
		}
		return codings;
	}

	private void add(Coding coding, byte[] packed) {
		if (packed != null && packed.length < this.bytes[0].length) {
			this.bytes[coding.ordinal()] = packed;
		}
	}

	byte[] in(Coding coding) {
		return this.bytes[coding.ordinal()];
	}

	boolean areSeveral() {
		return this.bytes[Coding.GZIP.ordinal()] != null || this.bytes[Coding.BROTLI.ordinal()] != null;
	}

	int weight() {
		int weight = 0;
		for (byte[] packed : this.bytes) {
			weight += (packed != null) ? packed.length : 0;
		}
		return weight;
	}

	/** The one to send to a browser that accepts these. */
	Coding choose(String accepted) {
		if (accepted != null) {
			if (this.bytes[Coding.BROTLI.ordinal()] != null && accepts(accepted, "br")) {
				return Coding.BROTLI;
			}
			if (this.bytes[Coding.GZIP.ordinal()] != null && accepts(accepted, "gzip")) {
				return Coding.GZIP;
			}
		}
		return Coding.IDENTITY;
	}

	/** Whether a list of codings names one, and not to say that it is unwanted. */
	private static boolean accepts(String accepted, String coding) {
		int start = accepted.indexOf(coding);
		while (start >= 0) {
			int end = start + coding.length();
			if ((start == 0 || isBetween(accepted.charAt(start - 1)))
					&& (end == accepted.length() || isBetween(accepted.charAt(end)))) {
				return end == accepted.length() || accepted.charAt(end) == ',' || !isRefused(accepted, end);
			}
			start = accepted.indexOf(coding, end);
		}
		return false;
	}

	private static boolean isBetween(char sign) {
		return sign == ',' || sign == ' ' || sign == ';' || sign == '\t';
	}

	/** By a weight of zero, which has no other digit. */
	private static boolean isRefused(String accepted, int from) {
		boolean zero = false;
		for (int i = from; i < accepted.length() && accepted.charAt(i) != ','; i++) {
			char sign = accepted.charAt(i);
			if (sign >= '1' && sign <= '9') {
				return false;
			}
			zero |= sign == '0';
		}
		return zero;
	}

	private static boolean isText(String type) {
		return type.startsWith("text/") || type.contains("json") || type.contains("xml") || type.contains("javascript")
				|| type.contains("svg");
	}

	private static byte[] gzip(byte[] content, int level) {
		ByteArrayOutputStream packed = new ByteArrayOutputStream(content.length / 3);
		try (GZIPOutputStream out = new GZIPOutputStream(packed) {
			{
				this.def.setLevel(level);
			}
		}) {
			out.write(content);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return packed.toByteArray();
	}

	/** Null where there is no Brotli for this kind of machine. */
	private static byte[] brotli(byte[] content, Encoder.Parameters parameters) {
		try {
			return BROTLI_AVAILABLE ? Encoder.compress(content, parameters) : null;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
