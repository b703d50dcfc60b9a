package edu.wenzhou.site.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** How the site writes moments for machines: as its own clock shows them. */
public final class SiteTime {

	/** Where the college is. */
	public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

	private static final DateTimeFormatter ISO = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx");

	private SiteTime() {
	}

	/** For people, who need no more than this. */
	public static ZonedDateTime at(Instant moment) {
		return moment.atZone(ZONE);
	}

	/** To the second, with the distance to UTC: 2026-11-05T09:30:00+08:00. */
	public static String iso(Instant moment) {
		return ISO.format(at(moment));
	}

}
