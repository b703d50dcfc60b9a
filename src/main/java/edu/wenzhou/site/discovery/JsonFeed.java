package edu.wenzhou.site.discovery;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import edu.wenzhou.site.discovery.Feed.Entry;
import edu.wenzhou.site.media.Attachments.Attachment;
import edu.wenzhou.site.web.CollegeProperties;
import edu.wenzhou.site.web.SiteTime;
import tools.jackson.databind.json.JsonMapper;

/** JSON Feed 1.1. */
final class JsonFeed {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private JsonFeed() {
	}

	static byte[] of(Feed feed, CollegeProperties properties) {
		Map<String, Object> json = new LinkedHashMap<>();
		json.put("version", "https://jsonfeed.org/version/1.1");
		json.put("title", feed.title());
		json.put("home_page_url", feed.home());
		json.put("feed_url", feed.json());
		json.put("description", feed.subtitle());
		json.put("icon", feed.icon());
		json.put("authors", List.of(author(feed)));
		json.put("language", feed.language());
		json.put("items", feed.entries().stream().map((entry) -> item(entry, properties)).toList());
		return JSON.writeValueAsBytes(json);
	}

	private static Map<String, String> author(Feed feed) {
		Map<String, String> author = new LinkedHashMap<>();
		author.put("name", feed.author());
		author.put("url", feed.site());
		return author;
	}

	private static Map<String, Object> item(Entry entry, CollegeProperties properties) {
		Map<String, Object> item = new LinkedHashMap<>();
		item.put("id", entry.id());
		item.put("url", entry.address());
		item.put("title", entry.title().text());
		item.put("content_html", entry.content().text());
		if (entry.summary() != null) {
			item.put("summary", entry.summary().text());
		}
		item.put("date_published", SiteTime.iso(entry.published()));
		item.put("date_modified", SiteTime.iso(entry.updated()));
		item.put("tags", List.of(entry.label()));
		item.put("language", entry.content().language());
		if (!entry.attachments().isEmpty()) {
			item.put("attachments", entry.attachments().stream().map((file) -> attachment(file, properties)).toList());
		}
		return item;
	}

	private static Map<String, Object> attachment(Attachment file, CollegeProperties properties) {
		Map<String, Object> attachment = new LinkedHashMap<>();
		attachment.put("url", properties.url(file.address()));
		attachment.put("mime_type", file.type());
		attachment.put("title", file.name());
		attachment.put("size_in_bytes", file.bytes());
		return attachment;
	}

}
