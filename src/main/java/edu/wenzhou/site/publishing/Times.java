package edu.wenzhou.site.publishing;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

import org.springframework.context.MessageSource;

/** Times as people say them: today at nine, tomorrow at eight; and as they type them. */
final class Times {

	private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");

	private final LocalDate today;

	private final MessageSource messages;

	Times(LocalDate today, MessageSource messages) {
		this.today = today;
		this.messages = messages;
	}

	/** With the year where it is another one. */
	public String of(ZonedDateTime time) {
		LocalDate day = time.toLocalDate();
		long days = ChronoUnit.DAYS.between(this.today, day);
		String name = (days == 0) ? "staff.when.today"
				: (days == -1) ? "staff.when.yesterday" : (days == 1) ? "staff.when.tomorrow" : null;
		return ((name != null) ? this.messages.getMessage(name, null, Locale.SIMPLIFIED_CHINESE) : of(day)) + " "
				+ HOUR.format(time);
	}

	public String of(LocalDate day) {
		return (day.getYear() == this.today.getYear()) ? DateTimeFormatter.ofPattern("MM-dd").format(day)
				: day.toString();
	}

	/** A day of a form; null where none was typed. */
	static LocalDate day(String typed) {
		try {
			return typed.isBlank() ? null : LocalDate.parse(typed);
		}
		catch (DateTimeException ex) {
			throw new Refusal("staff.refusal.day");
		}
	}

	/** A moment of a form, where the college is; null where none was typed. */
	static Instant moment(String typed) {
		try {
			return typed.isBlank() ? null
					: LocalDateTime.parse(typed, TypedTables.MINUTE).atZone(TypedTables.ZONE).toInstant();
		}
		catch (DateTimeException ex) {
			throw new Refusal("staff.refusal.time");
		}
	}

}
