package edu.wenzhou.site.delivery;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.tomcat.util.http.MimeHeaders;
import org.springframework.http.HttpHeaders;

/**
 * A public answer of status 200 as it goes out, in every coding, made once. Its tag comes
 * from its bytes alone: what is rendered again and comes out the same keeps it.
 */
final class Rendition {

	/**
	 * For browsers and caches on the way. A change may take ten seconds to be seen; what
	 * is older is shown while it is asked for again, and for a day while the site is
	 * away.
	 */
	static final String CACHE_CONTROL = "public, max-age=10, stale-while-revalidate=60, stale-if-error=86400, no-transform";

	private static final Header VARY = new Header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);

	/** Of a connection and not of the page, or said anew here. */
	private static final Set<String> DROPPED = Set.of("connection", "keep-alive", "transfer-encoding", "date",
			"content-length", "content-type", "content-encoding", "etag", "last-modified", "vary", "accept-ranges",
			"server", "set-cookie");

	private final String key;

	private final long generation;

	private final String type;

	/** Names and values in turns, sorted, so that the same answer is the same list. */
	private final List<String> headers;

	/**
	 * Those, and what else every answer has, of every coding and with or without a body.
	 */
	private final Header[] always;

	private final String modified;

	private final long modifiedMillis;

	private final Codings codings;

	private final String tag;

	/** Of each coding. */
	private final Header[] tags = new Header[Coding.values().length];

	private Rendition(String key, long generation, String type, List<String> headers, String modified, byte[] content,
			Rendition before) {
		this.key = key;
		this.generation = generation;
		this.type = type;
		this.headers = headers;
		this.modified = modified;
		this.modifiedMillis = millis(modified);
		this.tag = tag(content);
		boolean same = before != null && before.tag.equals(this.tag) && before.type.equals(type);
		this.codings = same ? before.codings : Codings.of(type, content, this.tag);
		for (Coding coding : Coding.values()) {
			this.tags[coding.ordinal()] = new Header(HttpHeaders.ETAG, '"' + this.tag + coding.suffix() + '"');
		}
		this.always = always().toArray(Header[]::new);
	}

	private List<Header> always() {
		List<Header> always = new ArrayList<>();
		for (int i = 0; i < this.headers.size(); i += 2) {
			always.add(new Header(this.headers.get(i), this.headers.get(i + 1)));
		}
		if (this.modified != null) {
			always.add(new Header(HttpHeaders.LAST_MODIFIED, this.modified));
		}
		if (this.codings.areSeveral()) {
			always.add(VARY);
		}
		return always;
	}

	/**
	 * An answer to be kept.
	 * @param key path, query included, see {@link Keys}
	 * @param generation of the content that it was made of
	 * @param headers names and values in turns, as they came
	 * @param before what was kept until now, perhaps null: what is the same is not packed
	 * again
	 * @return null for one that is not to be kept: its headers forbid it, or it is too
	 * large
	 */
	static Rendition of(String key, long generation, String type, List<String> headers, byte[] content,
			Rendition before) {
		if (type == null || content.length > Codings.LARGEST) {
			return null;
		}
		String control = null;
		String modified = null;
		List<List<String>> kept = new ArrayList<>();
		for (int i = 0; i < headers.size(); i += 2) {
			String name = headers.get(i).toLowerCase(Locale.ROOT);
			String value = headers.get(i + 1);
			if (name.equals("set-cookie")) {
				return null;
			}
			if (name.equals("cache-control")) {
				control = value;
			}
			else if (name.equals("last-modified")) {
				modified = value;
			}
			else if (!DROPPED.contains(name)) {
				kept.add(List.of(name, value));
			}
		}
		if (control != null && (control.contains("no-store") || control.contains("private"))) {
			return null;
		}
		kept.add(List.of("cache-control", (control != null && control.contains("max-age=")) ? control : CACHE_CONTROL));
		kept.sort((one, other) -> one.toString().compareToIgnoreCase(other.toString()));
		return new Rendition(key, generation, type, kept.stream().flatMap(List::stream).toList(), modified, content,
				before);
	}

	String key() {
		return this.key;
	}

	long generation() {
		return this.generation;
	}

	String type() {
		return this.type;
	}

	/** Names and values in turns. */
	List<String> headers() {
		return this.headers;
	}

	/** Null where that is not known. */
	String modified() {
		return this.modified;
	}

	byte[] content() {
		return this.codings.in(Coding.IDENTITY);
	}

	/** Null where there is none that is smaller. */
	byte[] in(Coding coding) {
		return this.codings.in(coding);
	}

	String tag() {
		return this.tag;
	}

	boolean isHtml() {
		return this.type.startsWith("text/html");
	}

	/** In bytes, about, with what Java adds. */
	int weight() {
		return 1024 + this.codings.weight() + Stream.of(this.always).mapToInt(Header::weight).sum();
	}

	/**
	 * Answers a GET or a HEAD, by a response that has no headers yet. A Range is not
	 * heeded, as HTTP allows.
	 */
	void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
		Coding coding = this.codings.choose(request.getHeader(HttpHeaders.ACCEPT_ENCODING));
		Header own = this.tags[coding.ordinal()];
		MimeHeaders headers = HeadersValve.headers(request);
		for (Header header : this.always) {
			header.add(response, headers);
		}
		own.add(response, headers);
		if (isKnown(request, own.value())) {
			response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
			return;
		}
		byte[] body = this.codings.in(coding);
		response.setContentType(this.type);
		if (coding != Coding.IDENTITY) {
			coding.header().add(response, headers);
		}
		response.setContentLength(body.length);
		if (!"HEAD".equals(request.getMethod())) {
			response.getOutputStream().write(body);
		}
	}

	/** A tag decides alone where one is sent. */
	private boolean isKnown(HttpServletRequest request, String own) {
		String known = request.getHeader(HttpHeaders.IF_NONE_MATCH);
		if (known != null) {
			return known.contains(own) || known.strip().equals("*");
		}
		String since = (this.modified != null) ? request.getHeader(HttpHeaders.IF_MODIFIED_SINCE) : null;
		// Nearly always it is what we sent, letter by letter
		return since != null && (since.equals(this.modified) || this.modifiedMillis <= millis(since));
	}

	/** Before any time where there is none. */
	private static long millis(String date) {
		try {
			return (date != null) ? Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date)).toEpochMilli()
					: Long.MIN_VALUE;
		}
		catch (DateTimeException ex) {
			return Long.MIN_VALUE;
		}
	}

	static String tag(byte[] content) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(digest(content)).substring(0, 24);
	}

	static byte[] digest(byte[] content) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(content);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	static byte[] digest(String text) {
		return digest(text.getBytes(StandardCharsets.UTF_8));
	}

}
