package edu.wenzhou.site.push;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/**
 * What came back.
 *
 * @param status null where nothing came
 * @param failure why nothing came; null where something did
 * @param body its beginning
 * @param retryAfter the header, as it came; null without one
 */
record Reply(Integer status, Failure failure, String body, String retryAfter) {

	private static final Duration LONGEST_WAIT = Duration.ofDays(1);

	static Reply none(Failure failure) {
		return new Reply(null, failure, "", null);
	}

	boolean is(int... statuses) {
		for (int one : statuses) {
			if (this.status != null && this.status == one) {
				return true;
			}
		}
		return false;
	}

	/** Until when it asks to be left alone, a day at most; null if it does not ask. */
	Instant resumeAt(Instant now) {
		if (this.retryAfter == null) {
			return null;
		}
		String text = this.retryAfter.strip();
		Instant asked;
		try {
			asked = text.matches("[0-9]{1,9}") ? now.plusSeconds(Long.parseLong(text))
					: ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
		}
		catch (DateTimeException ex) {
			return null;
		}
		Instant latest = now.plus(LONGEST_WAIT);
		return asked.isAfter(latest) ? latest : asked;
	}

	/** Why there is no answer. */
	enum Failure {

		/** It took too long. */
		TIMEOUT,
		/** No connection, or one that broke. */
		UNREACHABLE

	}

}
