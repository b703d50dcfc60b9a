package edu.wenzhou.site.media;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Files of the library that a page offers for download. */
@Component
public class Attachments {

	private final MediaItemRepository items;

	Attachments(MediaItemRepository items) {
		this.items = items;
	}

	/** In the order of their numbers as given: one SQL statement, or none for none. */
	@Transactional(readOnly = true)
	public List<Attachment> find(Collection<Long> ids) {
		if (ids.isEmpty()) {
			return List.of();
		}
		Map<Long, MediaItem> found = this.items.findAllByIdIn(ids)
			.stream()
			.collect(Collectors.toMap(MediaItem::getId, Function.identity()));
		return ids.stream()
			.map(found::get)
			.filter(Objects::nonNull)
			.map((item) -> new Attachment(item.getFileName(), item.getAddress(), item.getFormat(),
					item.getReadableSize()))
			.toList();
	}

	/**
	 * A file to download.
	 *
	 * @param format such as PDF
	 * @param size for people, such as 1.2 MB
	 */
	public record Attachment(String name, String address, String format, String size) {

	}

}
