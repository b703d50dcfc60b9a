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

	/**
	 * The condition in SQL, over the parameters that come with it. Only what is asked for
	 * is in it: the fewer columns, the quicker the events are counted.
	 */
	String condition() {
		Map<String, String> conditions = new LinkedHashMap<>();
		conditions.put("person", "position(lower(:person) in lower(actor_name)) > 0");
		conditions.put("action", "action = :action");
		conditions.put("from", "at >= :from");
		conditions.put("to", "at < :to");
		conditions.put("type", "item_type = :type");
		conditions.put("id", "item_id = :id");
		conditions.keySet().retainAll(parameters().keySet());
		return conditions.isEmpty() ? "" : "where " + String.join(" and ", conditions.values());
	}

	Map<String, Object> parameters() {
		Map<String, Object> parameters = new LinkedHashMap<>();
		if (!this.person.isEmpty()) {
			parameters.put("person", this.person);
		}
		if (!this.action.isEmpty()) {
			parameters.put("action", this.action);
		}
		day(this.from).ifPresent((day) -> parameters.put("from", start(day)));
		day(this.to).ifPresent((day) -> parameters.put("to", start(day.plusDays(1))));
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
