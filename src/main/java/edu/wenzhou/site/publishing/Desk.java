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
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import edu.wenzhou.site.publishing.Attention.Entry;
import edu.wenzhou.site.publishing.Chores.Chore;
import edu.wenzhou.site.publishing.ContentFilter.State;
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

	private static final int CHANGES = 10;

	private static final Set<State> COUNTED = EnumSet.of(State.MY_TURN, State.MINE, State.OPENED, State.SCHEDULED,
			State.EXPIRING);

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

	private final JdbcClient jdbc;

	private final Clock clock;

	Desk(ContentLists lists, ContentTypes types, Reviews reviews, List<Attention> attention, List<Chores> chores,
			JdbcClient jdbc, Clock clock) {
		this.lists = lists;
		this.types = types;
		this.reviews = reviews;
		this.attention = attention;
		this.chores = chores;
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
		return new View(user, today, new Section<>(todo.rows().stream().map((item) -> {
			Return back = returns.get(item.id());
			LocalDate due = (back != null) ? back.dueOn() : item.review().dueOn();
			return new Todo(item, back, due, due != null && due.isBefore(today));
		}).toList(), todo.total()), section(user, State.MINE, counts, "i.updated_at desc, i.id desc"),
				section(user, State.OPENED, counts, "i.updated_at desc, i.id desc"),
				section(user, State.SCHEDULED, counts, "r.publish_at, i.id"),
				section(user, State.EXPIRING, counts, "i.expire_at, i.id"), attention(user, today), chores(user),
				changes(user));
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
			.filter((entry) -> Access.maySee(user, this.types.get(entry.type()), entry.slug()))
			.sorted(Comparator.comparing((entry) -> entry.reasons().get(0)))
			.toList();
		List<Entry> first = entries.subList(0, Math.min(MOST, entries.size()));
		Map<String, Long> ids = ids(first);
		return new Section<>(first.stream()
			.filter((entry) -> ids.containsKey(key(entry)))
			.map((entry) -> new Doubt(ids.get(key(entry)), entry,
					user.may(Role.EDITOR, this.types.get(entry.type()).getSection(), entry.slug())))
			.toList(), entries.size());
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
					where type in (:types) and published_slug in (:slugs)""")
				.param("types", types)
				.param("slugs", slugs)
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
	record View(StaffUser user, LocalDate today, Section<Todo> todo, Section<ContentItem> mine,
			Section<ContentItem> opened, Section<ContentItem> scheduled, Section<ContentItem> expiring,
			Section<Doubt> attention, List<Chore> chores, List<Change> changes) {

		public boolean mayPublish(ContentItem item) {
			return Access.mayPublish(this.user, item);
		}

		public boolean mayEdit(ContentItem item) {
			return Access.mayEdit(this.user, item);
		}

		/** Whether nothing waits for this person. */
		public boolean isClear() {
			return sums().isEmpty() && this.opened.rows().isEmpty() && this.chores.isEmpty();
		}

		/** How much there is where, by the id of the section. */
		public Map<String, Long> sums() {
			Map<String, Long> sums = new LinkedHashMap<>();
			sums.put("todo", this.todo.total());
			sums.put("mine", this.mine.total());
			sums.put("scheduled", this.scheduled.total());
			sums.put("expiring", this.expiring.total());
			sums.put("attention", this.attention.total());
			sums.values().removeIf((sum) -> sum == 0);
			return sums;
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
