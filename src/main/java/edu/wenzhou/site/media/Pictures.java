package edu.wenzhou.site.media;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Pictures and other files that a body names. */
@Component
public class Pictures {

	/** As {@code RichText} writes it, with whatever attributes it lets through. */
	static final Pattern PICTURE = Pattern.compile("<img ([^<>]*?)\\s*/?>");

	static final Pattern SOURCE = Pattern.compile("(?:^|\\s)src=\"/media/([0-9a-f]{64})/[^\"]*\"");

	/** The address that a link leads to, if it is that of a file. */
	static final Pattern LINK = Pattern.compile("(?<=\\shref=\")/media/([0-9a-f]{64})/[^\"]*");

	private final MediaItemRepository items;

	Pictures(MediaItemRepository items) {
		this.items = items;
	}

	/**
	 * What the public could not see or not be told of: files that the library does not
	 * have, by their addresses, or pictures that it has without a description, by their
	 * names. One SQL statement, or none for a body that names no files.
	 * @param body sanitised HTML
	 */
	@Transactional(readOnly = true)
	public Unusable unusable(String body) {
		Map<String, String> pictures = shown(body);
		Map<String, String> files = new LinkedHashMap<>(pictures);
		LINK.matcher(body).results().forEach((link) -> files.putIfAbsent(link.group(1), link.group()));
		Set<String> missing = new LinkedHashSet<>();
		Set<String> undescribed = new LinkedHashSet<>();
		Map<String, MediaItem> items = files.isEmpty() ? Map.of()
				: this.items.findBySha256(files.keySet())
					.stream()
					.collect(Collectors.toMap(MediaItem::getSha256, Function.identity()));
		files.forEach((sha256, address) -> {
			MediaItem item = items.get(sha256);
			if (item == null || pictures.containsKey(sha256) && !item.isPicture()) {
				missing.add(address);
			}
			else if (!item.isComplete()) {
				undescribed.add(item.getFileName());
			}
		});
		return new Unusable(missing, undescribed);
	}

	/** The pictures that a body shows, SHA-256 to address. */
	static Map<String, String> shown(String body) {
		Map<String, String> shown = new LinkedHashMap<>();
		PICTURE.matcher(body).results().forEach((picture) -> {
			Matcher source = SOURCE.matcher(picture.group(1));
			if (source.find()) {
				shown.putIfAbsent(source.group(1), source.group().strip().replaceAll("^src=\"|\"$", ""));
			}
		});
		return shown;
	}

	/**
	 * Files that cannot be published.
	 *
	 * @param missing addresses of those that the library does not have
	 * @param undescribed names of those of which nobody said what they show
	 */
	public record Unusable(Set<String> missing, Set<String> undescribed) {

	}

}
