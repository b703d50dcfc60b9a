package edu.wenzhou.site.notice;

import java.time.Instant;
import java.time.LocalDate;

import edu.wenzhou.site.text.LocalizedText;

/** What a list shows of a notice: all but its texts, which may be long. */
public record NoticeLine(String slug, LocalizedText title, NoticeCategory category, Instant publishedOn,
		boolean pinned) {

	public LocalDate getDate() {
		return Notice.day(this.publishedOn);
	}

}
