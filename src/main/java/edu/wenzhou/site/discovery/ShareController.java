package edu.wenzhou.site.discovery;

import java.util.Locale;
import java.util.Optional;

import edu.wenzhou.site.web.CollegeProperties;
import edu.wenzhou.site.web.Language;
import edu.wenzhou.site.web.NotFoundException;
import edu.wenzhou.site.web.PublicPages;
import edu.wenzhou.site.web.Rendering;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * The pictures that go with links to pages. An address holds a hash of what the picture
 * shows, so whoever has it need not ask again. Only public pages have one, however the
 * address is made up; with another hash it is the picture of the page as it is now.
 */
@Controller
class ShareController {

	private static final String FOR_EVER = "public, max-age=31536000, immutable";

	private final SharePictures pictures;

	private final ShareCards cards;

	private final PublicPages pages;

	private final Rendering rendering;

	private final CollegeProperties properties;

	ShareController(SharePictures pictures, ShareCards cards, PublicPages pages, Rendering rendering,
			CollegeProperties properties) {
		this.pictures = pictures;
		this.cards = cards;
		this.pages = pages;
		this.rendering = rendering;
		this.properties = properties;
	}

	@GetMapping("/share/{version:[0-9a-f]{16}}/{*file}")
	ResponseEntity<byte[]> picture(@PathVariable String version, @PathVariable String file, Locale locale,
			HttpServletRequest request, HttpServletResponse response) {
		String path = ShareCards.path(file).orElseThrow(NotFoundException::new);
		Language language = Language.of(locale);
		String address = this.properties.url(language.address("/share/" + version + file));
		// Unless it was withdrawn meanwhile
		Optional<byte[]> kept = this.pictures.find(address).filter((picture) -> this.pages.changed(path).isPresent());
		if (kept.isPresent()) {
			return answer(kept.get(), true);
		}
		SharePictures.Made made = this.pictures
			.make(() -> this.cards.of(this.rendering.page(path, language, request, response), locale));
		return answer(made.picture(), made.card().address().equals(address));
	}

	private static ResponseEntity<byte[]> answer(byte[] picture, boolean forEver) {
		ResponseEntity.BodyBuilder answer = ResponseEntity.ok()
			.contentType(MediaType.IMAGE_PNG)
			// Made for others to show
			.header("Cross-Origin-Resource-Policy", "cross-origin");
		if (forEver) {
			answer.header(HttpHeaders.CACHE_CONTROL, FOR_EVER);
		}
		return answer.body(picture);
	}

}
