package edu.wenzhou.site.media;

import java.io.IOException;
import java.net.URI;

import edu.wenzhou.site.web.NotFoundException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.ServletWebRequest;

/**
 * Files for the public: only while something public uses them. An address stands for the
 * same bytes for ever, so whoever has them need not ask again.
 */
@Controller
class MediaController {

	private static final String FOR_EVER = "public, max-age=31536000, immutable";

	private final MediaItemRepository items;

	private final Uses uses;

	private final FileAnswer answer;

	MediaController(MediaItemRepository items, Uses uses, FileAnswer answer) {
		this.items = items;
		this.uses = uses;
		this.answer = answer;
	}

	@GetMapping("/media/{sha256:[0-9a-f]{64}}/{name}")
	void file(@PathVariable String sha256, @PathVariable String name, HttpServletRequest request,
			HttpServletResponse response) throws IOException {
		MediaItem item = this.items.findByAnySha256(sha256)
			.stream()
			.filter(this.uses::arePublic)
			.findFirst()
			.orElseThrow(NotFoundException::new);
		if (!name.equals(item.getFileName())) {
			response.setStatus(HttpStatus.MOVED_PERMANENTLY.value());
			response.setHeader(HttpHeaders.LOCATION, URI.create(item.address(sha256)).toString());
			return;
		}
		response.setHeader(HttpHeaders.CACHE_CONTROL, FOR_EVER);
		if (!new ServletWebRequest(request, response).checkNotModified(sha256)) {
			this.answer.send(item, sha256, request, response);
		}
	}

}
