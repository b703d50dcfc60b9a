package edu.wenzhou.site.audit;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The details of an event in plain words. What a key means is the message
 * {@code staff.audit.detail.<key>}; a key without one stands as it is.
 */
@Component
class AuditDetails {

	private static final TypeReference<TreeMap<String, Object>> MAP = new TypeReference<>() {
	};

	private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

	private final JsonMapper json;

	private final MessageSource messages;

	AuditDetails(JsonMapper json, MessageSource messages) {
		this.json = json;
		this.messages = messages;
	}

	List<String> of(AuditEvent event) {
		Map<String, Object> details = new LinkedHashMap<>(this.json.readValue(event.details(), MAP));
		Object steps = details.containsKey("step") ? details.remove("of") : null;
		List<String> words = new ArrayList<>();
		details.forEach((key, value) -> {
			String text = words(key, String.valueOf(value));
			if (!text.isEmpty()) {
				String known = this.messages.getMessage("staff.audit.detail." + key, new Object[] { text, steps }, null,
						Locale.SIMPLIFIED_CHINESE);
				words.add((known != null) ? known : message("staff.audit.detail", key, text));
			}
		});
		return words;
	}

	/** Where on an item's page the revision stands that an event is about. */
	String part(AuditEvent event) {
		Object revision = this.json.readValue(event.details(), MAP).get("revision");
		return (revision instanceof Number) ? "#revision-" + revision : "";
	}

	/** A value as people say it. */
	private String words(String key, String value) {
		return switch (key) {
			case "at" -> time(value);
			case "role" -> Arrays.stream(value.split(" "))
				.map((word) -> either(word, "staff.role." + word, "staff.section." + word))
				.collect(Collectors.joining(" "));
			case "action" -> either(value, "staff.audit.action." + value);
			case "reason", "kind", "severity" -> either(value, value, "staff.audit.value." + value);
			default -> value;
		};
	}

	private static String time(String value) {
		try {
			return MINUTE.format(Instant.parse(value).atZone(AuditEvent.ZONE));
		}
		catch (DateTimeException ex) {
			return value;
		}
	}

	/** The first of these messages that there is, or the text itself. */
	private String either(String otherwise, String... keys) {
		for (String key : keys) {
			String message = key.startsWith("staff.")
					? this.messages.getMessage(key, null, null, Locale.SIMPLIFIED_CHINESE) : null;
			if (message != null) {
				return message;
			}
		}
		return otherwise;
	}

	private String message(String key, Object... arguments) {
		return this.messages.getMessage(key, arguments, Locale.SIMPLIFIED_CHINESE);
	}

}
