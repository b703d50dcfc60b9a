package edu.wenzhou.site.publishing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

import edu.wenzhou.site.publishing.CellReader.Read;
import edu.wenzhou.site.publishing.PlannedRow.State;
import edu.wenzhou.site.publishing.PlannedRow.Wrong;
import edu.wenzhou.site.publishing.Revision.Base;
import edu.wenzhou.site.table.Table.Line;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Says of each row of a table what is going to happen to it, in a number of statements
 * that does not grow with the rows.
 */
@Component
class ImportPlans {

	private final Forms forms;

	private final JdbcClient jdbc;

	ImportPlans(Forms forms, JdbcClient jdbc) {
		this.forms = forms;
		this.jdbc = jdbc;
	}

	/** The fields that the headings name, in the order of the columns. */
	List<String> guess(ContentType type, List<String> head) {
		Map<String, String> known = new LinkedHashMap<>();
		List<Field> fields = TableImport.fillable(type);
		fields.forEach((field) -> {
			known.putIfAbsent(CellReader.normal(field.name()), field.name());
			known.putIfAbsent(CellReader.normal(this.forms.label(type, field)), field.name());
		});
		// What has no language is meant in Chinese
		fields.stream().filter((field) -> !"en".equals(field.lang())).forEach((field) -> {
			known.putIfAbsent(CellReader.normal(this.forms.stemLabel(type, field)), field.name());
			known.putIfAbsent(CellReader.normal(field.stem()), field.name());
		});
		// A title is called either, whatever the form calls it
		for (String word : List.of("title", "name")) {
			known.putIfAbsent(CellReader.normal(word), type.titleField());
			known.putIfAbsent(CellReader.normal(this.forms.label(word)), type.titleField());
		}
		List<String> guessed = new ArrayList<>();
		for (String heading : head) {
			String field = known.getOrDefault(CellReader.normal(heading), "");
			guessed.add(guessed.contains(field) ? "" : field);
		}
		return guessed;
	}

	/** Empty while the columns are not clear. */
	List<PlannedRow> plan(TableImport table, List<Line> lines) {
		if (!table.faults().isEmpty()) {
			return List.of();
		}
		ContentType type = table.type();
		CellReader reader = new CellReader(this.forms, this.jdbc);
		List<Reading> readings = lines.stream().map((line) -> reading(table, line, reader)).toList();
		Map<String, List<There>> there = there(type, readings);
		Map<String, Integer> seen = new HashMap<>();
		int place = place(type);
		List<PlannedRow> plan = new ArrayList<>();
		for (Reading reading : readings) {
			String slug = type.slug(reading.values());
			Integer twice = slug.isEmpty() ? null : seen.putIfAbsent(slug, reading.line().number());
			if (twice != null) {
				reading.problem(type.slugField(), "staff.import.problem.twice", slug, twice);
			}
			List<There> found = there.getOrDefault(slug, List.of());
			PlannedRow row = (slug.isEmpty() || found.isEmpty()) ? fresh(table, reading, place)
					: standing(table, reading, found);
			if (row.state() == State.NEW) {
				place++;
			}
			plan.add(row);
		}
		return plan;
	}

	private Reading reading(TableImport table, Line line, CellReader reader) {
		Map<String, String> cells = new HashMap<>();
		Reading reading = new Reading(line, new ArrayList<>());
		for (int column = 0; column < table.head().size(); column++) {
			Optional<Field> field = table.field(column);
			String cell = line.cell(column);
			if (field.isPresent() && !cell.isEmpty()) {
				Read read = reader.read(field.get(), cell);
				if (read.problem() != null) {
					reading.problems().add(read.problem());
				}
				else {
					cells.put(field.get().name(), read.value());
				}
			}
		}
		Values values = Values.typed(table.type(), (field) -> cells.get(field.name()));
		TableImport.fillable(table.type())
			.stream()
			.filter((field) -> values.has(field.name()))
			.forEach((field) -> reading.problems().addAll(Checks.form(table.type(), field, values.get(field.name()))));
		// Also a cell that says no, which is more than an empty one
		return reading.with(values, cells);
	}

	private PlannedRow fresh(TableImport table, Reading reading, int place) {
		ContentType type = table.type();
		Values values = reading.values();
		if (values.get(type.titleField()).isEmpty()
				&& reading.problems().stream().noneMatch((one) -> one.field().equals(type.titleField()))) {
			reading.problem(type.titleField(), "staff.problem.empty.text");
		}
		if (hasPlace(type) && !values.has("position")) {
			values = values.with("position", String.valueOf(place));
		}
		Values all = values;
		List<String> missing = type.getFields()
			.stream()
			.filter((field) -> field.required() && !all.has(field.name()))
			.map((field) -> this.forms.label(type, field))
			.toList();
		return row(table, reading, State.NEW, null, null, all, List.of(), missing);
	}

	private PlannedRow standing(TableImport table, Reading reading, List<There> found) {
		ContentType type = table.type();
		There there = found.get(0);
		if (found.size() > 1) {
			reading.problem(type.slugField(), "staff.import.problem.several", type.slug(reading.values()));
		}
		else if (type.importing() == Importing.NEW) {
			reading.problem(type.slugField(), "staff.import.problem.there", there.title());
		}
		else if (there.inReview()) {
			reading.problem(type.slugField(), "staff.import.problem.review");
		}
		Values values = there.values();
		for (Field field : TableImport.fillable(type)) {
			if (reading.cells().containsKey(field.name())) {
				values = values.with(field.name(), reading.values().get(field.name()));
			}
		}
		Values all = values;
		List<String> changed = type.getFields()
			.stream()
			.filter((field) -> !all.get(field.name()).equals(there.values().get(field.name())))
			.map((field) -> this.forms.label(type, field))
			.toList();
		return row(table, reading, changed.isEmpty() ? State.SAME : State.CHANGED, there.item(), there.base(), all,
				changed, List.of());
	}

	private PlannedRow row(TableImport table, Reading reading, State state, Long item, Base base, Values values,
			List<String> changed, List<String> missing) {
		List<Wrong> wrong = IntStream.range(0, reading.problems().size()).mapToObj((at) -> {
			Problem problem = reading.problems().get(at);
			String cell = TableImport.letter(table.fields().indexOf(problem.field())) + reading.line().number();
			FormView.Line line = this.forms.lines(table.type(), List.of(problem)).get(0);
			return new Wrong(cell, line.label(), line.message());
		}).toList();
		return new PlannedRow(reading.line().number(), wrong.isEmpty() ? state : State.WRONG,
				table.type().title(values), item, base, values, changed, wrong, missing);
	}

	private static boolean hasPlace(ContentType type) {
		return type.getFields().stream().anyMatch((field) -> field.name().equals("position"));
	}

	/** Of the first new item: at the end. */
	private int place(ContentType type) {
		return hasPlace(type) ? this.jdbc.sql("select coalesce(max(position), 0) + 1 from " + type.table())
			.query(Integer.class)
			.single() : 0;
	}

	/** Items that stand, or stood last, under the slugs of the table. */
	private Map<String, List<There>> there(ContentType type, List<Reading> readings) {
		String[] slugs = readings.stream()
			.map((reading) -> type.slug(reading.values()))
			.filter((slug) -> !slug.isEmpty())
			.distinct()
			.toArray(String[]::new);
		Map<String, List<There>> there = new HashMap<>();
		this.jdbc
			.sql("""
					select i.id, i.slug, i.published_slug, i.title, v.id as revision, v.content_hash, v.payload,
					  exists (select 1 from review r where r.item_id = i.id and r.state in ('OPEN', 'APPROVED') and not r.emergency) as in_review
					from content_item i join content_revision v on v.id = i.latest_revision_id
					where i.type = :type and i.deleted_at is null and (i.slug = any (:slugs) or i.published_slug = any (:slugs))""")
			.param("type", type.getKey())
			.param("slugs", slugs)
			.query((row) -> {
				There one = new There(row.getLong("id"), row.getString("title"),
						new Base(row.getLong("revision"), row.getString("content_hash")), row.getBoolean("in_review"),
						Values.parse(row.getString("payload")));
				Arrays.asList(row.getString("slug"), row.getString("published_slug"))
					.stream()
					.filter(Objects::nonNull)
					.distinct()
					.forEach((slug) -> there.computeIfAbsent(slug, (key) -> new ArrayList<>()).add(one));
			});
		return there;
	}

	/** An item that is there already. */
	private record There(long item, String title, Base base, boolean inReview, Values values) {

	}

	/**
	 * A row as its cells were read.
	 *
	 * @param cells those that were taken, by their fields
	 */
	private record Reading(Line line, List<Problem> problems, Values values, Map<String, String> cells) {

		private Reading(Line line, List<Problem> problems) {
			this(line, problems, Values.empty(), Map.of());
		}

		private Reading with(Values values, Map<String, String> cells) {
			return new Reading(this.line, this.problems, values, cells);
		}

		private void problem(String field, String key, Object... args) {
			this.problems.add(Problem.of(field, key, args));
		}

	}

}
