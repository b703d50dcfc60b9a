package edu.wenzhou.site.publishing;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import edu.wenzhou.site.publishing.Field.Target;
import edu.wenzhou.site.text.RichText;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Writes values into the tables that the public sees, and reads them back. Names of
 * tables and columns come from the descriptions of the types, which are code; values are
 * parameters. Runs in the transaction of whoever calls.
 */
class TypedTables {

	/** Where the college is. */
	static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

	/** As browsers send a minute. */
	static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");

	/**
	 * Typed where the English text says nothing on purpose, such as the unit of a year;
	 * left empty it is not translated, and the Chinese is shown.
	 */
	private static final String NOTHING = "-";

	private final JdbcClient jdbc;

	private final Passages passages;

	TypedTables(JdbcClient jdbc, Passages passages) {
		this.jdbc = jdbc;
		this.passages = passages;
	}

	/**
	 * Makes the public row of an item what the values say.
	 * @param slug under which it is public now; null if it is not
	 */
	void write(ContentType type, String slug, Values values) {
		Map<String, Object> columns = columns(type, values);
		long id;
		if (slug == null) {
			id = this.jdbc
				.sql("insert into %s (%s) values (%s) returning id".formatted(type.table(),
						String.join(", ", columns.keySet()),
						String.join(", ",
								columns.keySet().stream().map((column) -> value(type, column, "now()")).toList())))
				.params(new ArrayList<>(columns.values()))
				.query(Long.class)
				.single();
		}
		else {
			List<Object> parameters = new ArrayList<>(columns.values());
			parameters.add(slug);
			id = this.jdbc.sql("update %s set %s, updated_at = now(), version = version + 1 where %s = ? returning id"
				.formatted(type.table(),
						String.join(", ",
								columns.keySet()
									.stream()
									.map((column) -> column + " = " + value(type, column, column))
									.toList()),
						type.slugField()))
				.params(parameters)
				.query(Long.class)
				.single();
		}
		lists(type, id, values);
		quotes(type, id, values);
	}

	/** The place of a value in a statement; an item without a date gets or keeps one. */
	private static String value(ContentType type, String column, String otherwise) {
		return column.equals(type.dateField()) ? "coalesce(cast(? as timestamptz), %s)".formatted(otherwise) : "?";
	}

	/** Takes the public row of an item away. */
	void remove(ContentType type, String slug) {
		this.jdbc.sql("delete from %s where %s = ?".formatted(type.table(), type.slugField())).param(slug).update();
	}

	/** The slugs of all that is public of a type. */
	List<String> slugs(ContentType type) {
		return this.jdbc.sql("select %s from %s order by id".formatted(type.slugField(), type.table()))
			.query(String.class)
			.list();
	}

	/** What is public of an item, as its form would hold it. */
	Values read(ContentType type, String slug) {
		Map<String, Object> row = this.jdbc
			.sql("select * from %s where %s = ?".formatted(type.table(), type.slugField()))
			.param(slug)
			.query()
			.singleRow();
		SortedMap<String, String> values = new TreeMap<>();
		for (Field field : type.getFields()) {
			Target target = field.target();
			String value = switch (field.kind()) {
				case LIST -> String.join("\n", this.jdbc
					.sql("select t.%s from %s j join %s t on t.id = j.%s where j.%s_id = ? order by j.position"
						.formatted(target.key(), target.join(), target.table(), target.joinColumn(), type.table()))
					.param(row.get("id"))
					.query(String.class)
					.list());
				case QUOTES -> String.join("\n", this.jdbc.sql(
						"select q.quote from %s s join source_quote q on q.id = s.source_quote_id where s.%s_id = ?%s order by s.position"
							.formatted(type.quoteTable(), type.table(),
									quotedField(field) != null ? " and s.field = '" + quotedField(field) + "'" : ""))
					.param(row.get("id"))
					.query(String.class)
					.list());
				case REFERENCE -> (row.get(field.column()) == null) ? ""
						: this.jdbc.sql("select %s from %s where id = ?".formatted(target.key(), target.table()))
							.param(row.get(field.column()))
							.query(String.class)
							.single();
				default -> "en".equals(field.lang()) && "".equals(row.get(field.column())) ? NOTHING
						: text(field.kind(), row.get(field.column()));
			};
			values.put(field.name(), value);
		}
		return Values.of(values);
	}

	private void lists(ContentType type, long id, Values values) {
		for (Field field : type.getFields()) {
			if (field.kind() == Kind.LIST) {
				Target target = field.target();
				this.jdbc.sql("delete from %s where %s_id = ?".formatted(target.join(), type.table()))
					.param(id)
					.update();
				int position = 0;
				for (String key : values.lines(field.name())) {
					this.jdbc
						.sql("insert into %s (%s_id, %s, position) select ?, id, ? from %s where %s = ?".formatted(
								target.join(), type.table(), target.joinColumn(), target.table(), keyText(target)))
						.params(id, position++, key)
						.update();
				}
			}
		}
	}

	private void quotes(ContentType type, long id, Values values) {
		List<Field> fields = type.getFields().stream().filter((field) -> field.kind() == Kind.QUOTES).toList();
		if (fields.isEmpty()) {
			return;
		}
		this.jdbc.sql("delete from %s where %s_id = ?".formatted(type.quoteTable(), type.table())).param(id).update();
		int position = 0;
		for (Field field : fields) {
			String of = quotedField(field);
			for (String quote : values.lines(field.name())) {
				this.jdbc
					.sql("insert into %s (%s_id, source_quote_id, position%s) values (?, ?, ?%s)".formatted(
							type.quoteTable(), type.table(), (of != null) ? ", field" : "",
							(of != null) ? ", '" + of + "'" : ""))
					.params(id, this.passages.id(quote), position++)
					.update();
			}
		}
	}

	/** Null for the passages of a whole record. */
	private static String quotedField(Field field) {
		return field.name().startsWith("sources_of_") ? field.name().substring("sources_of_".length()) : null;
	}

	static String keyText(Target target) {
		return target.key().equals("id") ? "cast(id as text)" : target.key();
	}

	private Map<String, Object> columns(ContentType type, Values values) {
		Map<String, Object> columns = new LinkedHashMap<>();
		for (Field field : type.getFields()) {
			if (field.column() != null) {
				columns.put(field.column(), value(field, values.get(field.name())));
			}
		}
		return columns;
	}

	private Object value(Field field, String text) {
		if (field.kind() == Kind.FLAG) {
			return "true".equals(text);
		}
		if (text.isEmpty()) {
			return null;
		}
		if (text.equals(NOTHING) && "en".equals(field.lang())) {
			return "";
		}
		return switch (field.kind()) {
			case NUMBER -> Integer.valueOf(text);
			case DECIMAL -> Double.valueOf(text);
			case DATE -> LocalDate.parse(text);
			case TIME -> LocalDateTime.parse(text, MINUTE).atZone(ZONE).toOffsetDateTime();
			case REFERENCE -> this.jdbc
				.sql("select id from %s where %s = ?".formatted(field.target().table(), keyText(field.target())))
				.param(text)
				.query(Long.class)
				.single();
			default -> text;
		};
	}

	private static String text(Kind kind, Object value) {
		if (value == null) {
			return "";
		}
		if (value instanceof Timestamp time) {
			return MINUTE.format(time.toInstant().atZone(ZONE));
		}
		if (value instanceof OffsetDateTime time) {
			return MINUTE.format(time.withOffsetSameInstant(ZoneOffset.UTC).atZoneSameInstant(ZONE));
		}
		if (value instanceof Date date) {
			return date.toLocalDate().toString();
		}
		if (value instanceof Boolean flag) {
			return flag ? "true" : "";
		}
		if (value instanceof Double number) {
			return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
		}
		return (kind == Kind.RICH) ? RichText.sanitize(value.toString().strip()) : value.toString();
	}

}
