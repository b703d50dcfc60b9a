package edu.wenzhou.site.media;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
		Map<Long, Attachment> found = byId(ids);
		return ids.stream().map(found::get).filter(Objects::nonNull).toList();
	}

	/** Those that there are: one SQL statement, or none for none. */
	@Transactional(readOnly = true)
	public Map<Long, Attachment> byId(Collection<Long> ids) {
		return ids.isEmpty() ? Map.of()
				: this.items.findAllByIdIn(ids)
					.stream()
					.collect(Collectors.toMap(MediaItem::getId,
							(item) -> new Attachment(item.getFileName(), item.getAddress(), item.getFormat(),
									item.getReadableSize(), item.getContentType(), item.getByteSize())));
	}

	/**
	 * A file to download.
	 *
	 * @param format such as PDF
	 * @param size for people, such as 1.2 MB
	 * @param type for programs, such as application/pdf
	 */
	public record Attachment(String name, String address, String format, String size, String type, long bytes) {

	}

}
