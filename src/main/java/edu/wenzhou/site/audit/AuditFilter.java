package edu.wenzhou.site.audit;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which events to show; all values are as typed and may be null or empty.
 *
 * @param person part of a name
 * @param from the first day, in the college's time
 * @param to the last day
 * @param item the type and the number of an item, such as {@code campus:12}
 */
record AuditFilter(String person, String action, String from, String to, String item) {

	AuditFilter {
		person = trim(person);
		action = trim(action);
		from = trim(from);
		to = trim(to);
		item = trim(item);
	}

	/** Whether both days can be read as days. */
	public boolean isReadable() {
		return (this.from.isEmpty() || day(this.from).isPresent()) && (this.to.isEmpty() || day(this.to).isPresent());
	}

	/** The condition in SQL, over the parameters that come with it. */
	String condition() {
		String condition = """
				where (:person = '' or position(lower(:person) in lower(actor_name)) > 0)
				and (:action = '' or action = :action)
				and at >= :from and at < :to""";
		// Only where it is asked for, so that the index is used
		return this.item.isEmpty() ? condition : condition + " and item_type = :type and item_id = :id";
	}

	Map<String, Object> parameters() {
		Map<String, Object> parameters = new LinkedHashMap<>();
		parameters.put("person", this.person);
		parameters.put("action", this.action);
		parameters.put("from", start(day(this.from).orElse(LocalDate.of(2000, 1, 1))));
		parameters.put("to", start(day(this.to).orElse(LocalDate.of(2999, 12, 30)).plusDays(1)));
		if (!this.item.isEmpty()) {
			int colon = this.item.indexOf(':');
			parameters.put("type", (colon < 0) ? this.item : this.item.substring(0, colon));
			parameters.put("id", this.item.substring(colon + 1));
		}
		return parameters;
	}

	private static OffsetDateTime start(LocalDate day) {
		return day.atStartOfDay(AuditEvent.ZONE).toOffsetDateTime().withOffsetSameInstant(ZoneOffset.UTC);
	}

	private static Optional<LocalDate> day(String text) {
		try {
			return Optional.of(LocalDate.parse(text)).filter((day) -> day.getYear() >= 2000 && day.getYear() < 3000);
		}
		catch (DateTimeParseException ex) {
			return Optional.empty();
		}
	}

	private static String trim(String text) {
		// Among them the one character that PostgreSQL does not know
		return (text != null) ? text.replaceAll("\\p{C}", "").strip() : "";
	}

}
