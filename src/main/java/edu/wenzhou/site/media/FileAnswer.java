package edu.wenzhou.site.media;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;

import edu.wenzhou.site.web.NotFoundException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

/**
 * Sends a file so that it can do nothing in the site's name: with its own type, in a
 * sandbox, attachments to be saved. Ranges are ignored, as everybody may.
 */
@Component
public class FileAnswer {

	private final MediaItemRepository items;

	private final MediaStore store;

	FileAnswer(MediaItemRepository items, MediaStore store) {
		this.items = items;
		this.store = store;
	}

	/**
	 * Sends what belongs to one of some files, whole or made of it, whether or not they
	 * are public.
	 * @param files by their SHA-256
	 * @throws NotFoundException if the bytes belong to none of them
	 */
	public void send(Set<String> files, String sha256, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		MediaItem item = this.items.findByAnySha256(sha256)
			.stream()
			.filter((one) -> files.contains(one.getSha256()) && one.isComplete())
			.findFirst()
			.orElseThrow(NotFoundException::new);
		send(item, sha256, request, response);
	}

	void send(MediaItem item, String sha256, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		long size = item.everything()
			.stream()
			.filter((rendition) -> rendition.getSha256().equals(sha256))
			.findFirst()
			.map(MediaRendition::getByteSize)
			.orElse(item.getByteSize());
		try (InputStream content = this.store.open(sha256).orElseThrow(NotFoundException::new)) {
			response.setContentType(item.getContentType());
			response.setContentLengthLong(size);
			response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
			response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
					FileNames.disposition(item.isPicture() ? "inline" : "attachment", item.getFileName()));
			if (!HttpMethod.HEAD.matches(request.getMethod())) {
				content.transferTo(response.getOutputStream());
			}
		}
	}

}
