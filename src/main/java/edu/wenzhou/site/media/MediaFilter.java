package edu.wenzhou.site.media;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which files to show; all values are as typed and may be null or empty.
 *
 * @param kind {@code picture}, {@code attachment}, {@code waiting} for pictures that lack
 * a description, or {@code usable} for those that have one
 * @param q part of a name or an alternative text
 */
record MediaFilter(String kind, String q, String number) {

	static final List<String> KINDS = List.of("picture", "attachment", "waiting", "usable");

	MediaFilter {
		kind = KINDS.contains(kind) ? kind : "";
		// Without the one character that PostgreSQL does not know
		q = (q != null) ? q.replaceAll("\\p{C}", "").strip() : "";
	}

	/** From 1. */
	public int page() {
		return (this.number != null && this.number.matches("[1-9][0-9]{0,5}")) ? Integer.parseInt(this.number) : 1;
	}

	Set<MediaKind> kinds() {
		return switch (this.kind) {
			case "picture", "waiting", "usable" -> Set.of(MediaKind.PICTURE);
			case "attachment" -> Set.of(MediaKind.ATTACHMENT);
			default -> Set.of(MediaKind.values());
		};
	}

	Set<Boolean> completeness() {
		return switch (this.kind) {
			case "waiting" -> Set.of(false);
			case "usable" -> Set.of(true);
			default -> Set.of(true, false);
		};
	}

	String text() {
		return this.q.toLowerCase(Locale.ROOT);
	}

	/** The address of another page of the same. */
	String link(int page) {
		UriComponentsBuilder link = UriComponentsBuilder.fromPath("/staff/media");
		if (!this.kind.isEmpty()) {
			link.queryParam("kind", this.kind);
		}
		if (!this.q.isEmpty()) {
			link.queryParam("q", "{q}");
		}
		if (page > 1) {
			link.queryParam("page", page);
		}
		return (this.q.isEmpty() ? link.encode().build() : link.encode().buildAndExpand(this.q)).toUriString();
	}

}
