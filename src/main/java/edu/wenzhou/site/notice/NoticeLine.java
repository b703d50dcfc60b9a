package edu.wenzhou.site.notice;

import java.time.Instant;
import java.time.LocalDate;

import edu.wenzhou.site.text.LocalizedText;

/**
 * What a list shows of a notice: all but its texts, which may be long.
 *
 * @param expireAt when it goes from the list; null for never
 */
public record NoticeLine(String slug, LocalizedText title, NoticeCategory category, Instant publishedOn, boolean pinned,
		Instant expireAt) {

	public LocalDate getDate() {
		return Notice.day(this.publishedOn);
	}

}
