package edu.wenzhou.site.media;

import java.io.IOException;
import java.io.InputStream;

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
class FileAnswer {

	private final MediaStore store;

	FileAnswer(MediaStore store) {
		this.store = store;
	}

	void send(MediaItem item, String sha256, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		long size = item.getRenditions()
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
