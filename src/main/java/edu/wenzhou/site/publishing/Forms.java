package edu.wenzhou.site.publishing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

import edu.wenzhou.site.publishing.Field.Target;
import edu.wenzhou.site.publishing.FormView.Entry;
import edu.wenzhou.site.publishing.FormView.Group;
import edu.wenzhou.site.publishing.FormView.Line;
import edu.wenzhou.site.publishing.FormView.Option;
import edu.wenzhou.site.publishing.FormView.Thumb;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes the form of an item: the one form for all types. */
@Component
class Forms {

	private static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;

	/** Of a list; more would be no choice any more. */
	private static final int MOST_OPTIONS = 200;

	private static final Pattern FILE = Pattern.compile("[0-9a-f]{64}");

	private final MessageSource messages;

	private final JdbcClient jdbc;

	Forms(MessageSource messages, JdbcClient jdbc) {
		this.messages = messages;
		this.jdbc = jdbc;
	}

	FormView form(ContentType type, Values values, List<Problem> problems) {
		return form(type, values, problems, List.of());
	}

	/** A form that also says what will be asked when it is handed in. */
	FormView form(ContentType type, Values values, List<Problem> problems, List<Question> questions) {
		return form(type, values, problems, questions, null, Set.of());
	}

	/**
	 * A form in which somebody has to decide between two texts.
	 * @param theirs what somebody else wrote meanwhile
	 * @param open the fields in which both wrote
	 */
	FormView form(ContentType type, Values values, List<Problem> problems, Values theirs, Set<String> open) {
		return form(type, values, problems, List.of(), theirs, open);
	}

	private FormView form(ContentType type, Values values, List<Problem> problems, List<Question> questions,
			Values theirs, Set<String> open) {
		List<Problem> asked = questions.stream().map(Question::problem).toList();
		List<Group> groups = new ArrayList<>();
		for (Field field : type.getFields()) {
			Entry entry = new Entry(field, label(type, field), optional("staff.field", type, field, ".hint"),
					values.get(field.name()), messages(field, problems), messages(field, asked), options(field, values),
					open.contains(field.name()) ? theirs.get(field.name()) : null);
			if ("en".equals(field.lang())) {
				groups.get(groups.size() - 1).fields().add(entry);
			}
			else {
				groups.add(new Group(field.stem(), (field.lang() != null) ? stemLabel(type, field) : null,
						new ArrayList<>(List.of(entry))));
			}
		}
		return new FormView(groups, lines(type, problems), lines(type, asked));
	}

	private List<String> messages(Field field, List<Problem> problems) {
		return problems.stream().filter((one) -> one.field().equals(field.name())).map(this::message).toList();
	}

	/** The questions as the page asks them. */
	List<FormView.Asked> asked(ContentType type, List<Question> questions, Map<String, String> reasons) {
		return questions.stream()
			.map((question) -> new FormView.Asked(question.reason(), question.subject(),
					lines(type, List.of(question.problem())).get(0), reasons.getOrDefault(question.key(), "")))
			.toList();
	}

	/** The problems with the names of their fields. */
	List<Line> lines(ContentType type, List<Problem> problems) {
		// Of what was found before, the field may be no more
		return problems.stream()
			.flatMap((problem) -> type.getFields()
				.stream()
				.filter((one) -> one.name().equals(problem.field()))
				.map((field) -> new Line("field-" + problem.field(), label(type, field), message(problem))))
			.toList();
	}

	/** What people call a field, with its language where it has one. */
	String label(ContentType type, Field field) {
		String label = stemLabel(type, field);
		return (field.lang() == null) ? label
				: this.messages.getMessage("staff.field." + field.lang(), new Object[] { label }, CHINESE);
	}

	/**
	 * What people call a value: the label of a choice or a record, the text of anything
	 * else. A list is given line by line.
	 */
	String readable(Field field, String value) {
		if (value.isEmpty()) {
			return value;
		}
		return switch (field.kind()) {
			case CHOICE -> this.messages.getMessage(field.optionMessages() + value, null, value, CHINESE);
			case FLAG -> this.messages.getMessage("staff.yes", null, CHINESE);
			case TIME -> value.replace('T', ' ');
			case REFERENCE,
					LIST ->
				this.jdbc
					.sql("select %s from %s where %s = ?".formatted(field.target().label(), field.target().table(),
							TypedTables.keyText(field.target())))
					.param(value)
					.query(String.class)
					.optional()
					.orElseGet(() -> gone(field, value));
			default -> value;
		};
	}

	/**
	 * The pictures that a value names, for people to look at; nothing for other fields.
	 */
	List<Thumb> thumbs(Field field, String value) {
		if (!field.isOfPictures() || value.isEmpty()) {
			return List.of();
		}
		Map<String, Thumb> found = new HashMap<>();
		this.jdbc
			.sql("select sha256, id, %s from media_item where sha256 in (:files)".formatted(field.target().label()))
			.param("files", value.lines().toList())
			.query((row) -> {
				found.put(row.getString(1), new Thumb(thumb(row.getLong(2)), row.getString(3)));
			});
		return value.lines().map(found::get).filter(Objects::nonNull).toList();
	}

	private static String thumb(long id) {
		return "/staff/media/%d/file/480".formatted(id);
	}

	/**
	 * What was chosen and is gone since is shown as it is, as far as people can read it.
	 */
	private String gone(Field field, String key) {
		return (field.isOfFiles() && FILE.matcher(key).matches())
				? this.messages.getMessage("staff.list.gone", null, CHINESE) : key;
	}

	/** The same without its language. */
	String stemLabel(ContentType type, Field field) {
		String label = optional("staff.field", type, field, "");
		return (label != null) ? label : field.stem();
	}

	/** What fields of that name are called where a type has no label of its own. */
	String label(String stem) {
		return this.messages.getMessage("staff.field." + stem, null, CHINESE);
	}

	/** The message for this type's field, or the one for all fields of that name. */
	private String optional(String prefix, ContentType type, Field field, String suffix) {
		String general = this.messages.getMessage(prefix + "." + field.stem() + suffix, null, null, CHINESE);
		return this.messages.getMessage(prefix + "." + type.getKey() + "." + field.stem() + suffix, null, general,
				CHINESE);
	}

	private String message(Problem problem) {
		return this.messages.getMessage(problem.key(), problem.args().toArray(), CHINESE);
	}

	private List<Option> options(Field field, Values values) {
		List<String> chosen = values.lines(field.name());
		if (field.kind() == Kind.CHOICE) {
			return field.options()
				.stream()
				.map((option) -> Option.of(option, readable(field, option), chosen))
				.toList();
		}
		if (field.kind() != Kind.REFERENCE && field.kind() != Kind.LIST) {
			return List.of();
		}
		Target target = field.target();
		List<Option> options = new ArrayList<>(this.jdbc
			.sql("""
					(select %1$s as value, %2$s as label, id, row_number() over (order by %3$s) as place
					  from %4$s where %5$s order by %3$s limit :limit)
					union select %1$s, %2$s, id, :limit + 1 from %4$s where %1$s in (:chosen) and %1$s not in
					  (select %1$s from %4$s where %5$s order by %3$s limit :limit)
					order by place""".formatted(target.key(), target.label(), target.order(), target.table(),
					target.filter()))
			.param("limit", (target.files() != null) ? target.files().offered() : MOST_OPTIONS)
			.param("chosen", chosen.isEmpty() ? List.of("") : chosen)
			.query((row, number) -> Option.of(row.getString("value"), row.getString("label"), chosen)
				.with(field.isOfPictures() ? thumb(row.getLong("id")) : null))
			.list());
		chosen.stream()
			.filter((key) -> options.stream().noneMatch((option) -> option.value().equals(key)))
			.forEach((key) -> options.add(Option.of(key, gone(field, key), chosen)));
		if (field.kind() == Kind.LIST) {
			// The chosen ones in their own order, then what else there is
			options.sort(Comparator.comparingInt((option) -> option.isSelected() ? option.place() : Integer.MAX_VALUE));
		}
		return options;
	}

}
