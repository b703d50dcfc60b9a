package edu.wenzhou.site.media;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Files of the library that the public is offered for download. */
@Component
public class Attachments {

	private final MediaItemRepository items;

	Attachments(MediaItemRepository items) {
		this.items = items;
	}

	/** Those that there are: one SQL statement, or none for none. */
	@Transactional(readOnly = true)
	public Map<Long, Attachment> byId(Collection<Long> ids) {
		return ids.isEmpty() ? Map.of()
				: this.items.findByIds(ids)
					.stream()
					.collect(Collectors.toMap(MediaItem::getId, (item) -> Attachment.of(item, item.getAddress())));
	}

	/**
	 * A file to download.
	 *
	 * @param format such as PDF
	 * @param size for people, such as 1.2 MB
	 * @param type for programs, such as application/pdf
	 */
	public record Attachment(String name, String address, String format, String size, String type, long bytes) {

		static Attachment of(MediaItem item, String address) {
			return new Attachment(item.getFileName(), address, item.getFormat(), item.getReadableSize(),
					item.getContentType(), item.getByteSize());
		}

	}

}
