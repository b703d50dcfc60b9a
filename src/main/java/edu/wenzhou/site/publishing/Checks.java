package edu.wenzhou.site.publishing;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whether something can be published as it is. Drafts may be incomplete and wrong; what
 * is handed in for review, and once more what is published, may not.
 */
@Component
class Checks {

	private static final String SLUG = "[a-z0-9]+(-[a-z0-9]+)*";

	private static final int LONGEST_SLUG = 80;

	/** More would be no source but a copy of it. */
	private static final int MOST_QUOTES = 100;

	private final JdbcClient jdbc;

	private final Passages passages;

	private final List<TextCheck> texts;

	private final PictureCheck files;

	private final LinkCheck links;

	private final TextLookout lookout;

	private final Clock clock;

	Checks(JdbcClient jdbc, Passages passages, List<TextCheck> texts, PictureCheck files, LinkCheck links,
			TextLookout lookout, Clock clock) {
		this.jdbc = jdbc;
		this.passages = passages;
		this.texts = texts;
		this.files = files;
		this.links = links;
		this.lookout = lookout;
		this.clock = clock;
	}

	/**
	 * What has to be changed before it can be published, in the order of the form: what
	 * keeps it from being shown, and what its readers would miss on the page.
	 */
	List<Problem> check(ContentType type, long item, Values values) {
		return verdict(type, item, values).problems();
	}

	/** The same, and what somebody has to give a reason for. */
	Verdict verdict(ContentType type, long item, Values values) {
		Verdict seen = seen(type, values);
		List<Problem> problems = new ArrayList<>(showing(type, item, values));
		problems.addAll(seen.problems());
		for (Field field : type.getFields()) {
			if (field.kind() == Kind.RICH) {
				headings(field, values.get(field.name()), problems);
			}
		}
		problems.addAll(this.links.check(type, values));
		ended(type, values, problems);
		return new Verdict(ordered(type, problems), seen.questions(), seen.unread());
	}

	/**
	 * What people should hear of while they write: files that are not there any more, or
	 * cannot be used, and words that are better not published.
	 */
	Verdict writing(ContentType type, Values values) {
		Verdict seen = seen(type, values);
		List<Problem> problems = files(type, values);
		problems.addAll(seen.problems());
		return new Verdict(ordered(type, problems), seen.questions(), seen.unread());
	}

	/** What somebody has to give a reason for. */
	List<Question> questions(ContentType type, Values values) {
		return seen(type, values).questions();
	}

	private Verdict seen(ContentType type, Values values) {
		TextLookout.Seen seen = this.lookout.look(type, values);
		List<String> order = order(type);
		List<Problem> problems = new ArrayList<>();
		// Two files of one name with the same in them are one question
		Map<String, Question> questions = new LinkedHashMap<>();
		seen.findings()
			.stream()
			.sorted(Comparator.comparingInt((finding) -> order.indexOf(finding.text().field())))
			.forEach((finding) -> {
				if (finding.forbidden()) {
					problems.add(finding.problem());
				}
				else {
					Question question = Question.of(finding);
					questions.putIfAbsent(question.key(), question);
				}
			});
		return new Verdict(problems, List.copyOf(questions.values()), seen.unread());
	}

	/**
	 * What has to be changed before a page can be made of it. That may not be much:
	 * whoever writes or decides has to see the page as it is, also years later.
	 */
	List<Problem> showing(ContentType type, long item, Values values) {
		List<Problem> problems = new ArrayList<>();
		for (Field field : type.getFields()) {
			String value = values.get(field.name());
			if (value.isEmpty()) {
				empty(field, values, problems);
			}
			else {
				List<Problem> wrong = form(type, field, value);
				problems.addAll(wrong);
				if (wrong.isEmpty()) {
					filled(type, item, field, value, problems);
				}
			}
		}
		// What can't be read can't be compared with other fields
		type.problems(values)
			.stream()
			.filter((problem) -> problems.stream().noneMatch((other) -> other.field().equals(problem.field())))
			.toList()
			.forEach(problems::add);
		return ordered(type, problems);
	}

	private static List<Problem> ordered(ContentType type, List<Problem> problems) {
		List<String> order = order(type);
		problems.sort(Comparator.comparingInt((problem) -> order.indexOf(problem.field())));
		return problems;
	}

	private static List<String> order(ContentType type) {
		return type.getFields().stream().map(Field::name).toList();
	}

	private List<Problem> files(ContentType type, Values values) {
		List<Problem> problems = new ArrayList<>();
		if (!values.files().isEmpty()) {
			for (Field field : type.getFields()) {
				if (field.isOfFiles()) {
					references(field, values.lines(field.name()), problems);
				}
				else if (field.kind() == Kind.RICH) {
					problems.addAll(this.files.check(field.name(), values.get(field.name())));
				}
			}
		}
		return problems;
	}

	/** Nobody would ever see what ends before it begins. */
	private void ended(ContentType type, Values values, List<Problem> problems) {
		String field = type.expiryField();
		boolean readable = field != null && values.has(field)
				&& problems.stream().noneMatch((problem) -> problem.field().equals(field));
		if (readable && !type.expiry(values).isAfter(this.clock.instant())) {
			problems.add(Problem.of(field, "staff.problem.past", values.get(field)));
		}
	}

	private static void empty(Field field, Values values, List<Problem> problems) {
		boolean translated = "zh".equals(field.lang()) && values.has(field.stem() + "_en");
		if (field.required() || translated) {
			problems.add(Problem.of(field.name(), translated && !field.required() ? "staff.problem.chinese"
					: "staff.problem.empty." + (field.kind().isText() ? "text" : "other")));
		}
	}

	/** What a value says by itself, whatever else there is. */
	static List<Problem> form(ContentType type, Field field, String value) {
		List<Problem> problems = new ArrayList<>();
		if (value.length() > field.kind().longest()) {
			return List.of(Problem.of(field.name(), "staff.problem.long", field.kind().longest()));
		}
		if (field.name().equals(type.slugField())) {
			slug(type, value, problems);
			return problems;
		}
		switch (field.kind()) {
			case NUMBER -> {
				if (!value.matches("-?[0-9]{1,9}") || Integer.parseInt(value) < field.least()
						|| Integer.parseInt(value) > field.most()) {
					problems.add(Problem.of(field.name(), "staff.problem.number", String.valueOf(field.least()),
							String.valueOf(field.most())));
				}
			}
			case DECIMAL -> {
				if (!value.matches("-?[0-9]{1,9}(\\.[0-9]{1,9})?") || Double.parseDouble(value) < field.least()
						|| Double.parseDouble(value) > field.most()) {
					problems.add(Problem.of(field.name(), "staff.problem.decimal", String.valueOf(field.least()),
							String.valueOf(field.most())));
				}
			}
			case DATE -> time(field, value, () -> LocalDate.parse(value), "staff.problem.date", problems);
			case TIME -> time(field, value, () -> LocalDateTime.parse(value, TypedTables.MINUTE), "staff.problem.time",
					problems);
			case CHOICE -> {
				if (!field.options().contains(value)) {
					problems.add(Problem.of(field.name(), "staff.problem.choice", value));
				}
			}
			case FLAG -> {
				if (!value.equals("true")) {
					problems.add(Problem.of(field.name(), "staff.problem.choice", value));
				}
			}
			default -> {
			}
		}
		return problems;
	}

	private void filled(ContentType type, long item, Field field, String value, List<Problem> problems) {
		if (field.name().equals(type.slugField())) {
			taken(type, item, value, problems);
			return;
		}
		switch (field.kind()) {
			case NUMBER, DECIMAL, DATE, TIME, CHOICE, FLAG -> {
				// They say all by themselves
			}
			case REFERENCE, LIST -> references(field, value.lines().toList(), problems);
			case QUOTES -> quotes(field, value.lines().toList(), problems);
			default -> this.texts.forEach((check) -> problems.addAll(check.check(field.name(), value)));
		}
	}

	/**
	 * Who jumps from heading to heading hears of a gap as of a part that is missing. The
	 * page has the heading of level 1.
	 */
	private static void headings(Field field, String body, List<Problem> problems) {
		int above = 1;
		for (Element heading : Jsoup.parseBodyFragment(body).select("h2, h3, h4")) {
			int level = heading.normalName().charAt(1) - '0';
			if (level > above + 1) {
				problems.add(Problem.of(field.name(), "staff.problem.heading", heading.text()));
				return;
			}
			above = level;
		}
	}

	private static void slug(ContentType type, String slug, List<Problem> problems) {
		if (!slug.matches(SLUG) || slug.length() > LONGEST_SLUG) {
			problems.add(Problem.of(type.slugField(), "staff.problem.slug"));
		}
		else if (type.reserved().contains(slug)) {
			problems.add(Problem.of(type.slugField(), "staff.problem.slug.reserved", slug));
		}
	}

	/**
	 * The other one by the title that is public: its draft may be closed to the reader.
	 */
	private void taken(ContentType type, long item, String slug, List<Problem> problems) {
		this.jdbc.sql("""
				select v.title from content_item i join content_revision v on v.id = i.published_revision_id
				where i.type = ? and i.published_slug = ? and i.id <> ?""")
			.params(type.getKey(), slug, item)
			.query(String.class)
			.optional()
			.ifPresent((title) -> problems.add(Problem.of(type.slugField(), "staff.problem.slug.taken", slug, title)));
	}

	private static void time(Field field, String value, Runnable parse, String message, List<Problem> problems) {
		try {
			parse.run();
		}
		catch (DateTimeException ex) {
			problems.add(Problem.of(field.name(), message, value));
		}
	}

	private void references(Field field, List<String> keys, List<Problem> problems) {
		Set<String> known = new HashSet<>();
		if (!keys.isEmpty()) {
			String key = TypedTables.keyText(field.target());
			known.addAll(
					this.jdbc
						.sql("select %1$s from %2$s where %1$s in (:keys) and (%3$s)".formatted(key,
								field.target().table(), field.target().filter()))
						.param("keys", keys)
						.query(String.class)
						.list());
		}
		Set<String> seen = new HashSet<>();
		for (String key : keys) {
			if (!seen.add(key)) {
				problems.add(Problem.of(field.name(), "staff.problem.twice", key));
			}
			else if (!known.contains(key)) {
				problems
					.add(field.isOfFiles() ? Problem.of(field.name(), "staff.problem.file." + field.target().files())
							: Problem.of(field.name(), "staff.problem.reference", key));
			}
		}
	}

	private void quotes(Field field, List<String> quotes, List<Problem> problems) {
		if (quotes.size() > MOST_QUOTES) {
			problems.add(Problem.of(field.name(), "staff.problem.quote.many", MOST_QUOTES));
			return;
		}
		Set<String> seen = new HashSet<>();
		for (String quote : quotes) {
			int found = this.passages.count(quote);
			if (!seen.add(quote)) {
				problems.add(Problem.of(field.name(), "staff.problem.twice", quote));
			}
			else if (found > 1) {
				problems.add(Problem.of(field.name(), "staff.problem.quote.several", quote, found));
			}
			else if (found == 0) {
				problems.add(missing(field, quote));
			}
		}
	}

	/** Says what must have been meant, so that it can be copied from there. */
	private Problem missing(Field field, String quote) {
		List<String> sentences = List.of(quote.split("(?<=。)"));
		if (sentences.size() > 1 && sentences.stream().allMatch((one) -> this.passages.count(one) > 0)) {
			return Problem.of(field.name(), "staff.problem.quote.sentences", quote);
		}
		return this.passages.closest(quote)
			.map((closest) -> Problem.of(field.name(), "staff.problem.quote.closest", quote, closest))
			.orElseGet(() -> Problem.of(field.name(), "staff.problem.quote.missing", quote));
	}

}
