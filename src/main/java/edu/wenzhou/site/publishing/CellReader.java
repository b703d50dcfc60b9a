package edu.wenzhou.site.publishing;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import edu.wenzhou.site.table.Table;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads the cells of one table: what people write in spreadsheets, in the form that the
 * fields of a type have.
 */
final class CellReader {

	private static final Pattern MOMENT = Pattern.compile(
			"(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?(?:[T ]?(\\d{1,2})[:时](\\d{1,2})分?(?::\\d{1,2}(?:\\.0+)?)?)?");

	private static final Set<String> YES = Set.of("是", "true", "1", "√", "✓", "y", "yes", "对");

	private static final Set<String> NO = Set.of("否", "false", "0", "×", "n", "no", "-");

	private final Forms forms;

	private final JdbcClient jdbc;

	/** By field, what records are called, and the key of each; empty where two are. */
	private final Map<String, Map<String, String>> records = new HashMap<>();

	CellReader(Forms forms, JdbcClient jdbc) {
		this.forms = forms;
		this.jdbc = jdbc;
	}

	/**
	 * A cell as the field has it.
	 * @param cell not empty
	 */
	Read read(Field field, String cell) {
		if (Table.isError(cell)) {
			return Read.wrong(field, "staff.import.problem.formula", Table.shown(cell));
		}
		return switch (field.kind()) {
			case NUMBER, DECIMAL -> Read.of(number(cell));
			case DATE, TIME -> moment(field, cell);
			case CHOICE -> choice(field, cell);
			case FLAG -> flag(field, cell);
			case REFERENCE -> record(field, cell);
			case LIST -> list(field, cell);
			default -> Read.of(cell);
		};
	}

	/** Without what only makes it easier to read. */
	private static String number(String cell) {
		String plain = Normalizer.normalize(cell, Normalizer.Form.NFKC).replaceAll("[\\s,]", "").replaceAll("年$", "");
		return plain.matches("-?[0-9]{1,15}\\.0+") ? new BigDecimal(plain).toBigInteger().toString() : plain;
	}

	private static Read moment(Field field, String cell) {
		boolean day = field.kind() == Kind.DATE;
		Matcher parts = MOMENT.matcher(Normalizer.normalize(cell, Normalizer.Form.NFKC).strip());
		try {
			if (parts.matches()) {
				LocalDate date = LocalDate.of(number(parts, 1), number(parts, 2), number(parts, 3));
				LocalTime time = (parts.group(4) != null) ? LocalTime.of(number(parts, 4), number(parts, 5))
						: LocalTime.MIDNIGHT;
				if (!day || time.equals(LocalTime.MIDNIGHT)) {
					return Read.of(day ? date.toString() : TypedTables.MINUTE.format(LocalDateTime.of(date, time)));
				}
			}
		}
		catch (DateTimeException ex) {
			// No such day: said below
		}
		return Read.wrong(field, day ? "staff.problem.date" : "staff.problem.time", cell);
	}

	private static int number(Matcher parts, int group) {
		return Integer.parseInt(parts.group(group));
	}

	private Read choice(Field field, String cell) {
		return field.options()
			.stream()
			.filter((option) -> option.equalsIgnoreCase(cell) || same(this.forms.readable(field, option), cell))
			.findFirst()
			.map(Read::of)
			.orElseGet(() -> Read.wrong(field, "staff.problem.choice", cell));
	}

	private static Read flag(Field field, String cell) {
		String word = normal(cell);
		return YES.contains(word) ? Read.of("true")
				: NO.contains(word) ? Read.of("") : Read.wrong(field, "staff.import.problem.flag", cell);
	}

	private Read list(Field field, String cell) {
		// One name may have such a sign in it
		Read whole = record(field, cell);
		if (whole.problem() == null) {
			return whole;
		}
		Set<String> keys = new LinkedHashSet<>();
		for (String part : cell.split("[、，,；;\\n]")) {
			if (!part.isBlank()) {
				Read read = record(field, part.strip());
				if (read.problem() != null) {
					return read;
				}
				keys.add(read.value());
			}
		}
		return Read.of(String.join("\n", keys));
	}

	private Read record(Field field, String cell) {
		String key = this.records.computeIfAbsent(field.name(), (name) -> records(field)).get(normal(cell));
		if (key == null) {
			return Read.wrong(field, "staff.problem.reference", cell);
		}
		return key.isEmpty() ? Read.wrong(field, "staff.import.problem.ambiguous", cell) : Read.of(key);
	}

	private Map<String, String> records(Field field) {
		Map<String, String> labels = new HashMap<>();
		Map<String, String> keys = new HashMap<>();
		this.jdbc
			.sql("select %s, %s from %s where %s".formatted(TypedTables.keyText(field.target()), field.target().label(),
					field.target().table(), field.target().filter()))
			.query((row) -> {
				String key = row.getString(1);
				keys.put(normal(key), key);
				if (row.getString(2) != null) {
					labels.merge(normal(row.getString(2)), key, (one, other) -> "");
				}
			});
		labels.putAll(keys);
		return labels;
	}

	private static boolean same(String one, String other) {
		return normal(one).equals(normal(other));
	}

	/** Width, case, blanks and punctuation make no other name. */
	static String normal(String text) {
		return Normalizer.normalize(text, Normalizer.Form.NFKC)
			.toLowerCase(Locale.ROOT)
			.replaceAll("[\\s_()\\[\\]*:]", "");
	}

	/**
	 * What came of a cell.
	 *
	 * @param problem null where there is none
	 */
	record Read(String value, Problem problem) {

		static Read of(String value) {
			return new Read(value, null);
		}

		static Read wrong(Field field, String key, String cell) {
			return new Read(null, Problem.of(field.name(), key, cell));
		}

	}

}
