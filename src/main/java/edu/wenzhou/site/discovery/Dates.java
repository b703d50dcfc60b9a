package edu.wenzhou.site.discovery;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** Moments as programs read them: to the second, by the clock of the college. */
final class Dates {

	private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

	private Dates() {
	}

	/** Such as {@code 2026-11-24T09:00:00+08:00}. */
	static String text(Instant moment) {
		return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment.truncatedTo(ChronoUnit.SECONDS).atZone(ZONE));
	}

}
