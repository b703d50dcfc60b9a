package edu.wenzhou.site.publishing;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

import org.springframework.context.MessageSource;

/** Times as people say them: today at nine, tomorrow at eight. */
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

}
