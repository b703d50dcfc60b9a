package edu.wenzhou.site.media;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import edu.wenzhou.site.media.Attachments.Attachment;
import edu.wenzhou.site.text.LocalizedText;
import jakarta.servlet.http.HttpServletRequest;

/**
 * Files of the library as one page shows them. Each method takes one SQL statement, or
 * none where there is nothing to show or the page has asked for them before.
 */
public class PageFiles {

	/** What the library knows better. */
	private static final Pattern REPLACED = Pattern.compile("\\s*\\b(?:src|width|height)=\"[^\"]*\"");

	/** As wide as the text, which is 38 letters at most. */
	private static final String SIZES = "(min-width: 44rem) 40rem, 100vw";

	private final MediaItemRepository items;

	private final HttpServletRequest request;

	/** Those that were asked for by their numbers. */
	private final Map<Long, MediaItem> known = new HashMap<>();

	/** The request is looked at late: a handler may still turn it into a preview. */
	PageFiles(MediaItemRepository items, HttpServletRequest request) {
		this.items = items;
		this.request = request;
	}

	/**
	 * Gives the pictures in a body their size and their narrower renditions, and leaves
	 * everything else as it is.
	 * @param body sanitised HTML
	 */
	public String in(String body) {
		Preview preview = Preview.of(this.request);
		Set<String> wanted = Pictures.shown(body).keySet();
		String linked = Pictures.LINK.matcher(body)
			.replaceAll((link) -> Matcher.quoteReplacement(preview.prefix(link.group(1)) + link.group()));
		if (wanted.isEmpty()) {
			return linked;
		}
		Map<String, MediaItem> found = this.items.findBySha256(wanted)
			.stream()
			.filter(MediaItem::isPicture)
			.collect(Collectors.toMap(MediaItem::getSha256, Function.identity()));
		return Pictures.PICTURE.matcher(linked)
			.replaceAll((picture) -> Matcher.quoteReplacement(written(picture, found, preview)));
	}

	/** Pictures in the one shape, in the order of their numbers as given. */
	public List<Picture> pictures(Collection<Long> ids) {
		Preview preview = Preview.of(this.request);
		return inOrder(ids).filter(MediaItem::isPicture).map((item) -> picture(item, preview)).toList();
	}

	/** Files to download, in the order of their numbers as given. */
	public List<Attachment> attachments(Collection<Long> ids) {
		Preview preview = Preview.of(this.request);
		return inOrder(ids).map((item) -> Attachment.of(item, preview.address(item, item.getSha256()))).toList();
	}

	private Stream<MediaItem> inOrder(Collection<Long> ids) {
		List<Long> unknown = ids.stream().filter((id) -> !this.known.containsKey(id)).toList();
		if (!unknown.isEmpty()) {
			this.items.findByIds(unknown).forEach((item) -> this.known.put(item.getId(), item));
		}
		return ids.stream().map(this.known::get).filter(Objects::nonNull);
	}

	/** Where nothing is cut out of it yet, the style sheet cuts around the middle. */
	private static Picture picture(MediaItem item, Preview preview) {
		List<MediaRendition> cuts = item.cuts(item.getFocalX(), item.getFocalY());
		String set = (cuts.isEmpty() ? item.getRenditions() : cuts).stream()
			.map((one) -> preview.address(item, one.getSha256()) + " " + one.getWidth() + "w")
			.collect(Collectors.joining(", "));
		MediaRendition widest = cuts.isEmpty() ? null : cuts.get(cuts.size() - 1);
		return new Picture(item.getAlt(), item.getCaption(),
				preview.address(item, (widest != null) ? widest.getSha256() : item.getSha256()),
				set.isEmpty() ? null : set, (widest != null) ? widest.getWidth() : item.getWidth(),
				(widest != null) ? widest.getHeight() : item.getHeight());
	}

	private static String written(MatchResult picture, Map<String, MediaItem> items, Preview preview) {
		Matcher source = Pictures.SOURCE.matcher(picture.group(1));
		MediaItem item = source.find() ? items.get(source.group(1)) : null;
		if (item == null) {
			return picture.group();
		}
		String whole = preview.address(item, item.getSha256());
		StringBuilder html = new StringBuilder("<img src=\"").append(whole).append('"');
		if (!item.getRenditions().isEmpty()) {
			int widest = UploadLimits.WIDTHS.get(UploadLimits.WIDTHS.size() - 1);
			String set = item.getRenditions()
				.stream()
				.map((rendition) -> preview.address(item, rendition.getSha256()) + " " + rendition.getWidth() + "w")
				.collect(Collectors.joining(", "));
			// No line of text is wider than the widest rendition, so nobody needs more
			html.append(" srcset=\"")
				.append(set)
				.append((item.getWidth() < widest) ? ", " + whole + " " + item.getWidth() + "w" : "")
				.append("\" sizes=\"")
				.append(SIZES)
				.append('"');
		}
		html.append(" width=\"%d\" height=\"%d\" loading=\"lazy\" decoding=\"async\"".formatted(item.getWidth(),
				item.getHeight()));
		String rest = REPLACED.matcher(picture.group(1)).replaceAll("").strip();
		return html.append(rest.isEmpty() ? "" : " " + rest).append(" />").toString();
	}

	/**
	 * A picture in the one shape.
	 *
	 * @param alt null for an ornament
	 * @param caption null for none
	 * @param set other widths, as {@code srcset} wants them; null for none
	 */
	public record Picture(LocalizedText alt, LocalizedText caption, String address, String set, int width, int height) {

	}

}
