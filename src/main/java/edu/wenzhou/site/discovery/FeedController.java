package edu.wenzhou.site.discovery;

import java.util.Arrays;
import java.util.Locale;

import edu.wenzhou.site.notice.NoticeCategory;
import edu.wenzhou.site.web.CollegeProperties;
import edu.wenzhou.site.web.Filters;
import edu.wenzhou.site.web.NotFoundException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Feeds of notices: of all, and of each category, in both languages. */
@Controller
class FeedController {

	private static final MediaType JSON = MediaType.parseMediaType("application/feed+json;charset=UTF-8");

	private static final MediaType ATOM = MediaType.parseMediaType("application/atom+xml;charset=UTF-8");

	private final Feeds feeds;

	private final CollegeProperties properties;

	FeedController(Feeds feeds, CollegeProperties properties) {
		this.feeds = feeds;
		this.properties = properties;
	}

	@GetMapping("/feed.xml")
	ResponseEntity<byte[]> atom(Locale locale) {
		return atom(this.feeds.of(null, locale));
	}

	@GetMapping("/feed/{category}.xml")
	ResponseEntity<byte[]> atom(@PathVariable String category, Locale locale) {
		return atom(this.feeds.of(category(category), locale));
	}

	@GetMapping("/feed.json")
	ResponseEntity<byte[]> json(Locale locale) {
		return json(this.feeds.of(null, locale));
	}

	@GetMapping("/feed/{category}.json")
	ResponseEntity<byte[]> json(@PathVariable String category, Locale locale) {
		return json(this.feeds.of(category(category), locale));
	}

	private ResponseEntity<byte[]> atom(Feed feed) {
		return answer(ATOM, AtomFeed.of(feed, this.properties), feed);
	}

	private ResponseEntity<byte[]> json(Feed feed) {
		return answer(JSON, JsonFeed.of(feed, this.properties), feed);
	}

	/** Spring answers 304 to whoever has it. Weak, so that it may be compressed. */
	private static ResponseEntity<byte[]> answer(MediaType type, byte[] content, Feed feed) {
		return ResponseEntity.ok()
			.contentType(type)
			.eTag("W/\"" + DigestUtils.md5DigestAsHex(content) + "\"")
			.lastModified(feed.updated())
			.header(HttpHeaders.CONTENT_LANGUAGE, feed.language())
			.body(content);
	}

	private static NoticeCategory category(String value) {
		return Arrays.stream(NoticeCategory.values())
			.filter((category) -> Filters.value(category).equals(value))
			.findFirst()
			.orElseThrow(NotFoundException::new);
	}

}
