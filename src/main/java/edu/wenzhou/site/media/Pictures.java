package edu.wenzhou.site.media;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives the pictures in a body their size and their narrower renditions, and leaves
 * everything else as it is.
 */
@Component
public class Pictures {

	/** As {@code RichText} writes it, with whatever attributes it lets through. */
	private static final Pattern PICTURE = Pattern.compile("<img ([^<>]*?)\\s*/?>");

	private static final Pattern SOURCE = Pattern.compile("(?:^|\\s)src=\"/media/([0-9a-f]{64})/[^\"]*\"");

	/** What the library knows better. */
	private static final Pattern REPLACED = Pattern.compile("\\s*\\b(?:src|width|height)=\"[^\"]*\"");

	/** As wide as the text, which is 38 letters at most. */
	private static final String SIZES = "(min-width: 44rem) 40rem, 100vw";

	private static final String PREVIEW = Pictures.class.getName() + ".preview";

	private final MediaItemRepository items;

	Pictures(MediaItemRepository items) {
		this.items = items;
	}

	/**
	 * From now on the pages of this request show pictures that are not public yet, by the
	 * back office's addresses: for previews, never for public pages.
	 */
	public static void preview(HttpServletRequest request) {
		request.setAttribute(PREVIEW, true);
	}

	static boolean isPreview(HttpServletRequest request) {
		return request.getAttribute(PREVIEW) != null;
	}

	/**
	 * One SQL statement, or none for a body without pictures.
	 * @param body sanitised HTML
	 */
	@Transactional(readOnly = true)
	public String in(String body, boolean preview) {
		Set<String> wanted = wanted(body).keySet();
		if (wanted.isEmpty()) {
			return body;
		}
		Map<String, MediaItem> items = find(wanted);
		return PICTURE.matcher(body)
			.replaceAll((picture) -> Matcher.quoteReplacement(written(picture, items, preview)));
	}

	/**
	 * What the public could not see or not be told of: pictures that the library does not
	 * have, by their addresses, or has without a description, by their names.
	 * @param body sanitised HTML
	 */
	@Transactional(readOnly = true)
	public Unusable unusable(String body) {
		Set<String> missing = new LinkedHashSet<>();
		Set<String> undescribed = new LinkedHashSet<>();
		Map<String, String> wanted = wanted(body);
		Map<String, MediaItem> items = wanted.isEmpty() ? Map.of() : find(wanted.keySet());
		wanted.forEach((sha256, address) -> {
			MediaItem item = items.get(sha256);
			if (item == null) {
				missing.add(address);
			}
			else if (!item.isComplete()) {
				undescribed.add(item.getFileName());
			}
		});
		return new Unusable(missing, undescribed);
	}

	/** The pictures of a body, SHA-256 to address. */
	private static Map<String, String> wanted(String body) {
		Map<String, String> wanted = new LinkedHashMap<>();
		PICTURE.matcher(body).results().forEach((picture) -> {
			Matcher source = SOURCE.matcher(picture.group(1));
			if (source.find()) {
				wanted.putIfAbsent(source.group(1), source.group().strip().replaceAll("^src=\"|\"$", ""));
			}
		});
		return wanted;
	}

	private Map<String, MediaItem> find(Collection<String> sha256s) {
		return this.items.findBySha256(sha256s)
			.stream()
			.filter(MediaItem::isPicture)
			.collect(Collectors.toMap(MediaItem::getSha256, Function.identity()));
	}

	private static String written(MatchResult picture, Map<String, MediaItem> items, boolean preview) {
		Matcher source = SOURCE.matcher(picture.group(1));
		MediaItem item = source.find() ? items.get(source.group(1)) : null;
		if (item == null) {
			return picture.group();
		}
		String file = "/staff/media/" + item.getId() + "/file";
		StringBuilder html = new StringBuilder("<img src=\"").append(preview ? file : item.getAddress()).append('"');
		if (!item.getRenditions().isEmpty()) {
			int widest = UploadLimits.WIDTHS.get(UploadLimits.WIDTHS.size() - 1);
			String set = item.getRenditions()
				.stream()
				.map((rendition) -> (preview ? file + "/" + rendition.getWidth() : item.address(rendition.getSha256()))
						+ " " + rendition.getWidth() + "w")
				.collect(Collectors.joining(", "));
			// No line of text is wider than the widest rendition, so nobody needs more
			String whole = (item.getWidth() < widest)
					? ", " + (preview ? file : item.getAddress()) + " " + item.getWidth() + "w" : "";
			html.append(" srcset=\"").append(set).append(whole).append("\" sizes=\"").append(SIZES).append('"');
		}
		html.append(" width=\"%d\" height=\"%d\" loading=\"lazy\" decoding=\"async\"".formatted(item.getWidth(),
				item.getHeight()));
		String rest = REPLACED.matcher(picture.group(1)).replaceAll("").strip();
		return html.append(rest.isEmpty() ? "" : " " + rest).append(" />").toString();
	}

	/**
	 * Pictures that cannot be published.
	 *
	 * @param missing addresses of those that the library does not have
	 * @param undescribed names of those of which nobody said what they show
	 */
	public record Unusable(Set<String> missing, Set<String> undescribed) {

	}

}
