package edu.wenzhou.site.web;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.springframework.web.util.UriUtils;

/**
 * An address that somebody asked for, and which page may be meant by it. The usual ways
 * to spell one address differently make no difference: capitals, slashes twice or at the
 * end, {@code ;jsessionid}, {@code index.html} and its like, {@code .html}, and other
 * names of the languages than {@code /en}.
 *
 * @param language that it asks for
 * @param spelled as it came, only decoded, in small letters, without parameters in the
 * path and without needless slashes; with the language, if it came with one
 * @param bare the same without the language
 * @param path where the page stands that is meant, without language
 * @param query decoded; empty without one
 */
public record Address(Language language, String spelled, String bare, String path, String query) {

	private static final int LONGEST = 2000;

	private static final Set<String> ENGLISH = Set.of("en", "eng", "english", "en-us", "en_us", "en-gb", "en_gb");

	private static final Set<String> CHINESE = Set.of("zh", "cn", "chinese", "zh-cn", "zh_cn", "zh-hans");

	private static final String SUFFIX = "\\.(s?html?|php|aspx?|jspx?)";

	/** What servers take for the page of a folder. */
	private static final Pattern INDEX = Pattern.compile("index|(index|default|home|main)" + SUFFIX);

	private static final Pattern PAGE_SUFFIX = Pattern.compile(SUFFIX + "$");

	/**
	 * Reads an address.
	 * @param uri encoded or not, without host; may be anything
	 * @param query encoded or not; may be null
	 * @return nothing for what can be no address of a page: badly encoded, with control
	 * characters, backslashes or steps upwards
	 */
	public static Optional<Address> of(String uri, String query) {
		String decoded = (uri != null && uri.length() <= LONGEST) ? decoded(uri.replaceAll(";[^/]*", "")) : null;
		if (decoded == null || !decoded.startsWith("/") || decoded.matches("(?s).*[\\\\?#\\p{C}].*")) {
			return Optional.empty();
		}
		List<String> segments = new ArrayList<>(List.of(decoded.toLowerCase(Locale.ROOT).split("/+")));
		segments.removeIf(String::isEmpty);
		if (segments.contains(".") || segments.contains("..")) {
			return Optional.empty();
		}
		String first = segments.isEmpty() ? "" : segments.get(0);
		boolean english = ENGLISH.contains(first);
		List<String> bare = (english || CHINESE.contains(first)) ? segments.subList(1, segments.size()) : segments;
		String asked = (query != null && query.length() <= LONGEST) ? decoded(query) : null;
		return Optional.of(new Address(english ? Language.ENGLISH : Language.CHINESE, path(segments), path(bare),
				path(page(bare)), (asked != null) ? asked.replaceAll("\\p{C}", "") : ""));
	}

	/** Reads an address with its query, if it has one; a fragment is left out. */
	public static Optional<Address> of(String address) {
		String whole = address.replaceAll("(?s)#.*", "");
		int mark = whole.indexOf('?');
		return (mark < 0) ? of(whole, null) : of(whole.substring(0, mark), whole.substring(mark + 1));
	}

	/** The one address of the page that is meant, encoded. */
	public String canonical() {
		return this.language.address(UriUtils.encodePath(this.path, StandardCharsets.UTF_8));
	}

	/** Whether it names a file, and so no page. */
	public boolean isFile() {
		return this.path.lastIndexOf('.') > this.path.lastIndexOf('/');
	}

	private static List<String> page(List<String> segments) {
		List<String> page = new ArrayList<>(segments);
		while (!page.isEmpty() && INDEX.matcher(page.get(page.size() - 1)).matches()) {
			page.remove(page.size() - 1);
		}
		if (!page.isEmpty()) {
			String last = PAGE_SUFFIX.matcher(page.get(page.size() - 1)).replaceFirst("");
			if (!last.isEmpty()) {
				page.set(page.size() - 1, last);
			}
		}
		return page;
	}

	private static String path(List<String> segments) {
		return "/" + String.join("/", segments);
	}

	/** Null where the percent signs mean no bytes or the bytes no text. */
	private static String decoded(String text) {
		byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		ByteBuffer decoded = ByteBuffer.allocate(bytes.length);
		for (int i = 0; i < bytes.length; i++) {
			if (bytes[i] != '%') {
				decoded.put(bytes[i]);
				continue;
			}
			int high = (i + 2 < bytes.length) ? Character.digit(bytes[i + 1], 16) : -1;
			int low = (high >= 0) ? Character.digit(bytes[i + 2], 16) : -1;
			if (low < 0) {
				return null;
			}
			decoded.put((byte) (16 * high + low));
			i += 2;
		}
		try {
			return StandardCharsets.UTF_8.newDecoder().decode(decoded.flip()).toString();
		}
		catch (CharacterCodingException ex) {
			return null;
		}
	}

}
