package edu.wenzhou.site.publishing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import edu.wenzhou.site.publishing.Attention.Entry;
import edu.wenzhou.site.publishing.Chores.Chore;
import edu.wenzhou.site.publishing.ContentFilter.State;
import edu.wenzhou.site.publishing.FormView.Line;
import edu.wenzhou.site.staff.Role;
import edu.wenzhou.site.staff.StaffUser;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What a person has to do, in a number of statements that does not grow with what there
 * is.
 */
@Component
class Desk {

	/** Rows of a section; the rest is in the list. */
	static final int MOST = 20;

	/** Findings of an item; the rest is on its page. */
	private static final int LINES = 5;

	private static final int CHANGES = 10;

	private static final Set<State> COUNTED = EnumSet.of(State.MY_TURN, State.MINE, State.OPENED, State.SCHEDULED,
			State.EXPIRING, State.FAULTY);

	/** Of the review that is open, or of the one that sent the item back. */
	private static final String LAST_REVIEW = """
			case when r.id is not null then r.%1$s
			  else (select b.%1$s from review b where b.item_id = i.id order by b.id desc limit 1) end""";

	private static final String URGENT = LAST_REVIEW.formatted("due_on") + " nulls last, "
			+ LAST_REVIEW.formatted("requested_at") + ", i.id";

	private final ContentLists lists;

	private final ContentTypes types;

	private final Reviews reviews;

	private final List<Attention> attention;

	private final List<Chores> chores;

	private final Findings findings;

	private final Forms forms;

	private final JdbcClient jdbc;

	private final Clock clock;

	Desk(ContentLists lists, ContentTypes types, Reviews reviews, List<Attention> attention, List<Chores> chores,
			Findings findings, Forms forms, JdbcClient jdbc, Clock clock) {
		this.lists = lists;
		this.types = types;
		this.reviews = reviews;
		this.attention = attention;
		this.chores = chores;
		this.findings = findings;
		this.forms = forms;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	View of(StaffUser user) {
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), TypedTables.ZONE);
		Map<State, Long> counts = this.lists.counts(user, COUNTED);
		Section<ContentItem> todo = section(user, State.MY_TURN, counts, URGENT);
		Map<Long, Return> returns = this.reviews
			.returns(todo.rows().stream().filter((item) -> item.review() == null).map(ContentItem::id).toList())
			.stream()
			.collect(Collectors.toMap(Return::item, Function.identity()));
		return new View(today, new Section<>(todo.rows().stream().map((item) -> {
			Return back = returns.get(item.id());
			LocalDate due = (back != null) ? back.dueOn() : item.review().dueOn();
			return new Todo(item, back, due, due != null && due.isBefore(today));
		}).toList(), todo.total()), shelves(user, counts), attention(user, today), chores(user), changes(user));
	}

	/** Sections in which items stand under one another; those that have some. */
	private List<Shelf> shelves(StaffUser user, Map<State, Long> counts) {
		Section<ContentItem> faulty = section(user, State.FAULTY, counts, "i.last_published_at desc nulls last, i.id");
		Map<Long, List<Problem>> findings = this.findings.of(faulty.rows().stream().map(ContentItem::id).toList());
		return Stream.of(
				shelf(State.FAULTY, faulty,
						(item) -> new Row(item, null, "staff.desk.saved.at", item.savedAt(), Way.EDIT,
								this.forms.lines(item.type(), findings.getOrDefault(item.id(), List.of())))),
				shelf(State.MINE, section(user, State.MINE, counts, "i.updated_at desc, i.id desc"),
						(item) -> new Row(item, null, "staff.desk.saved.at", item.savedAt(), Way.GO_ON)),
				shelf(State.OPENED, section(user, State.OPENED, counts, "i.updated_at desc, i.id desc"),
						(item) -> new Row(item, null, "staff.desk.saved.at", item.savedAt(), Way.GO_ON)),
				shelf(State.SCHEDULED, section(user, State.SCHEDULED, counts, "r.publish_at, i.id"),
						(item) -> new Row(item, "staff.desk.approved", "staff.desk.publish.at",
								item.review().publishAt(), Access.mayPublish(user, item) ? Way.RESCHEDULE : Way.LOOK)),
				shelf(State.EXPIRING, section(user, State.EXPIRING, counts, "i.expire_at, i.id"),
						(item) -> new Row(item, null, "staff.desk.expire.at", item.expireAt(),
								Access.mayEdit(user, item) ? Way.EDIT : Way.LOOK)))
			.filter((shelf) -> !shelf.rows().isEmpty())
			.toList();
	}

	private static Shelf shelf(State state, Section<ContentItem> section, Function<ContentItem, Row> row) {
		return new Shelf(state, section.rows().stream().map(row).toList(), section.total(), section.more());
	}

	private Section<ContentItem> section(StaffUser user, State state, Map<State, Long> counts, String order) {
		long total = counts.get(state);
		return new Section<>((total > 0) ? this.lists.first(user, state, order, MOST) : List.of(), total);
	}

	private Section<Doubt> attention(StaffUser user, LocalDate today) {
		if (!user.isWithContent()) {
			return new Section<>(List.of(), 0);
		}
		List<Entry> entries = this.attention.stream()
			.flatMap((source) -> source.entries(today).stream())
			.sorted(Comparator.comparing((entry) -> entry.reasons().get(0)))
			.toList();
		Map<String, Long> ids = ids(entries);
		List<Doubt> doubts = entries.stream()
			.filter((entry) -> ids.containsKey(key(entry)))
			.map((entry) -> doubt(user, ids.get(key(entry)), entry))
			.filter(Objects::nonNull)
			.toList();
		return new Section<>(doubts.subList(0, Math.min(MOST, doubts.size())), doubts.size());
	}

	/** Null where this person has nothing to do with the item. */
	private Doubt doubt(StaffUser user, long item, Entry entry) {
		ContentType type = this.types.get(entry.type());
		boolean editable = user.may(Role.EDITOR, type.getSection(), item);
		return (editable || !entry.isOfTime() && Access.maySee(user, type, item)) ? new Doubt(item, entry, editable)
				: null;
	}

	private List<Chore> chores(StaffUser user) {
		return this.chores.stream()
			.flatMap((chores) -> chores.open(user).stream())
			.filter((chore) -> chore.number() > 0)
			.toList();
	}

	private Map<String, Long> ids(List<Entry> entries) {
		Map<String, Long> ids = new HashMap<>();
		if (!entries.isEmpty()) {
			Set<String> types = new HashSet<>();
			Set<String> slugs = new HashSet<>();
			entries.forEach((entry) -> {
				types.add(entry.type());
				slugs.add(entry.slug());
			});
			this.jdbc.sql("""
					select id, type, published_slug from content_item
					where type = any (:types) and published_slug = any (:slugs)""")
				.param("types", types.toArray(String[]::new))
				.param("slugs", slugs.toArray(String[]::new))
				.query((row) -> {
					ids.put(row.getString("type") + " " + row.getString("published_slug"), row.getLong("id"));
				});
		}
		return ids;
	}

	private static String key(Entry entry) {
		return entry.type() + " " + entry.slug();
	}

	/** What became public or ceased to be, as the record has it. */
	private List<Change> changes(StaffUser user) {
		Map<String, Object> parameters = new HashMap<>();
		return this.jdbc
			.sql("""
					select i.id, i.type, e.item_name, e.action, e.actor_name, e.at
					from audit_event e join content_item i on e.item_type = i.type and e.item_id = cast(i.id as text)
					where e.action in ('content.publish', 'content.withdraw', 'content.expire') and e.outcome = 'DONE'
					and (%s) order by e.at desc, e.id desc limit %d""".formatted(this.lists.reach(user, parameters),
					CHANGES))
			.params(parameters)
			.query(Change::of)
			.list();
	}

	/** All of the desk; sections without rows are not shown. */
	record View(LocalDate today, Section<Todo> todo, List<Shelf> shelves, Section<Doubt> attention, List<Chore> chores,
			List<Change> changes) {

		/** Whether nothing waits for this person. */
		public boolean isClear() {
			return sums().isEmpty() && this.shelves.isEmpty() && this.chores.isEmpty();
		}

		/** How much there is where, by the id of the section. */
		public Map<String, Long> sums() {
			Map<String, Long> sums = new LinkedHashMap<>();
			sums.put("todo", this.todo.total());
			this.shelves.stream()
				.filter((shelf) -> shelf.state() != State.OPENED)
				.forEach((shelf) -> sums.put(shelf.id(), shelf.total()));
			sums.put("attention", this.attention.total());
			sums.values().removeIf((sum) -> sum == 0);
			return sums;
		}

	}

	/**
	 * Items that have something in common.
	 *
	 * @param state of the list that has all of them
	 */
	record Shelf(State state, List<Row> rows, long total, long more) {

		/** Of the section; its heading is the message {@code staff.desk.<id>}. */
		public String id() {
			return this.state.name().toLowerCase(Locale.ROOT);
		}

	}

	/**
	 * An item on a shelf.
	 *
	 * @param tag message that says where it stands; null for all that its state says
	 * @param when message that says what happens to it
	 * @param at the time of that
	 * @param lines what is wrong with what is public of it
	 */
	record Row(ContentItem item, String tag, String when, ZonedDateTime at, Way way, List<Line> lines) {

		Row(ContentItem item, String tag, String when, ZonedDateTime at, Way way) {
			this(item, tag, when, at, way, List.of());
		}

		/** The first of what is wrong. */
		public List<Line> some() {
			return this.lines.subList(0, Math.min(LINES, this.lines.size()));
		}

		/** How much more is wrong. */
		public int more() {
			return this.lines.size() - some().size();
		}

		public String href() {
			return "/staff/content/" + this.item.id() + this.way.rest;
		}

	}

	/** What to do next with an item. */
	enum Way {

		GO_ON("/edit", "staff.desk.go-on"), EDIT("/edit", "staff.edit"), LOOK("", "staff.desk.look"),
		RESCHEDULE("#schedule", "staff.schedule.change");

		private final String rest;

		private final String text;

		Way(String rest, String text) {
			this.rest = rest;
			this.text = text;
		}

		/** The message that names it. */
		public String text() {
			return this.text;
		}

	}

	/** The first rows of a section, and how many there are in all. */
	record Section<T>(List<T> rows, long total) {

		/** How many are not shown. */
		public long more() {
			return this.total - this.rows.size();
		}

	}

	/**
	 * Something that waits for this person.
	 *
	 * @param back that it was sent back; null where it is to be decided
	 */
	record Todo(ContentItem item, Return back, LocalDate due, boolean overdue) {

	}

	/** Something public that should be looked at. */
	record Doubt(long item, Entry entry, boolean editable) {

	}

	/** Something that the public saw change. */
	record Change(long item, String type, String title, String action, String who, ZonedDateTime at) {

		static Change of(ResultSet row, int number) throws SQLException {
			return new Change(row.getLong("id"), row.getString("type"), row.getString("item_name"),
					row.getString("action"), row.getString("actor_name"), Revision.time(row, "at"));
		}

	}

}
