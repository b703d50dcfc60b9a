package edu.wenzhou.site.publishing;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import edu.wenzhou.site.publishing.ContentFilter.State;
import edu.wenzhou.site.publishing.ItemSearch.Found;
import edu.wenzhou.site.publishing.ItemSearch.Hit;
import edu.wenzhou.site.publishing.ItemSearch.Place;
import edu.wenzhou.site.staff.Role;
import edu.wenzhou.site.staff.Scope;
import edu.wenzhou.site.staff.StaffUser;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lists of items, each showing only what its reader has to do with. */
@Component
class ContentLists {

	static final int PAGE = 25;

	/**
	 * The same rows as those of {@link ContentItem#QUERY}. The joins are outer ones, so
	 * that PostgreSQL leaves those out that a condition does not need: the revisions are
	 * many.
	 */
	private static final String ROWS = """
			content_item i
			left join content_revision latest on latest.id = i.latest_revision_id
			left join content_revision live on live.id = i.published_revision_id
			left join review r on r.item_id = i.id and r.state in ('OPEN', 'APPROVED')
			where i.latest_revision_id is not null and\s""";

	private static final String COUNT = "select count(*) from " + ROWS;

	/** How long before its end an item is on the desk. */
	private static final Duration SOON = Duration.ofDays(14);

	/**
	 * Written by this person last, and not public yet nor on its way there. That there is
	 * no review is said of the column that joins it: only then PostgreSQL estimates how
	 * many are left.
	 */
	private static final String MINE = """
			latest.author_id = :me and r.item_id is null and i.deleted_at is null
			and latest.content_hash is distinct from live.content_hash
			and (i.withdrawn_at is null or i.withdrawn_at < latest.updated_at)""";

	/**
	 * Items whose last review sent them back. Nothing of it refers to the item at hand,
	 * so that it is read once and hashed.
	 */
	private static final String SENT_BACK = """
			select b.item_id from review b where b.state = 'RETURNED'
			and exists (select 1 from review_decision d where d.review_id = b.id and d.kind = 'RETURN')
			and not exists (select 1 from review c where c.item_id = b.item_id and c.id > b.id)""";

	/** Items that are public as nobody else has approved them; read once, too. */
	private static final String UNCHECKED = """
			select i.id from content_item i where i.id in (select e.item_id from review e where e.emergency)
			and %s""".formatted(ContentItem.UNCHECKED);

	/**
	 * Sent back, and nothing was handed in since. An emergency publication that was sent
	 * back is public as it is, whatever was handed in and taken back since.
	 */
	private static final String RETURNED = """
			latest.author_id = :me and r.item_id is null and i.deleted_at is null
			and (latest.content_hash is distinct from live.content_hash and i.id in (%s) or i.id in (%s))"""
		.formatted(SENT_BACK, UNCHECKED);

	/**
	 * All that may wait for anybody. Follows from the rest of the condition, and is said
	 * so that few items are looked at instead of all.
	 */
	private static final String WAITING = "i.id in (select w.item_id from review w where w.state in ('OPEN', 'RETURNED'))";

	private static final String OPENED = """
			i.deleted_at is null and exists (select 1 from edit_presence p
			  where p.item_id = i.id and p.account_id = :me and p.last_seen_at > :seen)""";

	private final JdbcClient jdbc;

	private final ContentStore store;

	private final ContentTypes types;

	private final ItemSearch search;

	private final Clock clock;

	ContentLists(JdbcClient jdbc, ContentStore store, ContentTypes types, ItemSearch search, Clock clock) {
		this.jdbc = jdbc;
		this.store = store;
		this.types = types;
		this.search = search;
		this.clock = clock;
	}

	/** Two statements, however many there are. */
	Result find(StaffUser user, ContentFilter filter) {
		Map<String, Object> parameters = new HashMap<>();
		List<String> conditions = new ArrayList<>();
		conditions.add((filter.wantedState() != null) ? condition(filter.wantedState(), user, parameters)
				: "i.deleted_at is null and (" + reach(user, parameters) + ")");
		if (this.types.all().stream().anyMatch((type) -> type.getKey().equals(filter.type()))) {
			conditions.add("i.type = :type");
			parameters.put("type", filter.type());
		}
		if (!filter.q().isEmpty()) {
			String words = this.search.condition(filter.q(), parameters).map((one) -> "(" + one + ") or ").orElse("");
			conditions.add(words + "i.slug ilike :q or i.published_slug ilike :q");
			parameters.put("q", "%" + filter.q().replaceAll("([\\\\%_])", "\\\\$1") + "%");
		}
		String where = "(" + String.join(") and (", conditions) + ")";
		long total = this.jdbc.sql(COUNT + where).params(parameters).query(Long.class).single();
		int pages = (int) Math.max(1, (total + PAGE - 1) / PAGE);
		int page = Math.min(filter.wantedPage(), pages);
		parameters.put("limit", PAGE);
		parameters.put("offset", (long) (page - 1) * PAGE);
		String order = " order by " + filter.wantedSort().order();
		// First which ones, so that those of the pages before are not put together
		return new Result(this.store.items(
				" where i.id in (select i.id from " + ROWS + where + order + " limit :limit offset :offset)" + order,
				parameters), total, page, pages);
	}

	/** What a query finds of all that this person has a part in, but for the trash. */
	Found search(StaffUser user, String query) {
		Map<String, Object> parameters = new HashMap<>();
		return this.search.find(query, "i.deleted_at is null and (" + reach(user, parameters) + ")", parameters);
	}

	/** Some of what was found, in its order. */
	List<FoundItem> found(StaffUser user, Found found, int offset, int limit) {
		List<Place> places = found.places().stream().skip(offset).limit(limit).toList();
		if (places.isEmpty()) {
			return List.of();
		}
		Map<Long, Hit> hits = this.search.hits(found, places);
		Map<Long, ContentItem> items = this.store
			.items(" where i.id in (:ids)", Map.of("ids", places.stream().map(Place::item).toList()))
			.stream()
			.filter((item) -> Access.maySee(user, item))
			.collect(Collectors.toMap(ContentItem::id, Function.identity()));
		return places.stream()
			.filter((place) -> items.containsKey(place.item()) && hits.containsKey(place.item()))
			.map((place) -> new FoundItem(items.get(place.item()), hits.get(place.item())))
			.toList();
	}

	/** How many items are in each of these states, in one statement. */
	Map<State, Long> counts(StaffUser user, Set<State> states) {
		Map<String, Object> parameters = new HashMap<>();
		String counts = states.stream()
			.map((state) -> "(" + COUNT + condition(state, user, parameters) + ") as " + state)
			.collect(Collectors.joining(", "));
		return this.jdbc.sql("select " + counts).params(parameters).query((row, number) -> {
			Map<State, Long> found = new EnumMap<>(State.class);
			for (State state : states) {
				found.put(state, row.getLong(state.name()));
			}
			return found;
		}).single();
	}

	/** The first items of a state, in an order that code of this package names. */
	List<ContentItem> first(StaffUser user, State state, String order, int limit) {
		Map<String, Object> parameters = new HashMap<>();
		return this.store.items(
				" where " + condition(state, user, parameters) + " order by " + order + " limit " + limit, parameters);
	}

	/** What is in a state and in this person's reach. */
	private String condition(State state, StaffUser user, Map<String, Object> parameters) {
		parameters.put("me", user.id());
		return switch (state) {
			case MY_TURN -> WAITING + " and ((" + turn(user, parameters) + ") or (" + RETURNED + " and "
					+ editable(user, parameters) + "))";
			case RETURNED -> RETURNED + " and " + editable(user, parameters);
			case MINE -> MINE + " and not (" + RETURNED + ") and " + editable(user, parameters);
			case OPENED -> {
				parameters.put("seen", ContentStore.at(this.clock.instant().minus(Presence.LONGEST)));
				yield OPENED + " and not (" + MINE + ") and not (" + RETURNED + ") and " + editable(user, parameters);
			}
			case FAULTY -> state.condition() + " and " + editable(user, parameters);
			case EXPIRING -> {
				parameters.put("soon", ContentStore.at(this.clock.instant().plus(SOON)));
				yield state.condition() + " and (" + reach(user, parameters) + ")";
			}
			default -> state.condition() + " and (" + reach(user, parameters) + ")";
		};
	}

	/** The same as {@link Access#mayDecide}. */
	private String turn(StaffUser user, Map<String, Object> parameters) {
		String steps = Stream.of(Role.REVIEWER_1, Role.REVIEWER_2, Role.APPROVER)
			.map((role) -> "r.steps[r.step + 1] = '" + role + "' and (" + reach(user, role::equals, parameters) + ")")
			.collect(Collectors.joining(" or "));
		return """
				r.state = 'OPEN' and r.requested_by <> :me and not (:me = any (r.authors))
				and not exists (select 1 from review_decision d
				  where d.review_id = r.id and d.kind = 'APPROVE' and d.decided_by = :me)
				and (%s)""".formatted(steps);
	}

	/** What this person may edit, as a condition on items. */
	String editable(StaffUser user, Map<String, Object> parameters) {
		return "(" + reach(user, Role.EDITOR::equals, parameters) + ")";
	}

	/** What this person has any part in, as a condition on items. */
	String reach(StaffUser user, Map<String, Object> parameters) {
		return reach(user, (role) -> role != Role.ADMINISTRATOR, parameters);
	}

	private String reach(StaffUser user, Predicate<Role> roles, Map<String, Object> parameters) {
		List<String> reached = new ArrayList<>();
		for (Scope scope : user.scopes()) {
			if (!roles.test(scope.role())) {
				continue;
			}
			if (scope.section() == null) {
				return "true";
			}
			List<String> keys = this.types.all()
				.stream()
				.filter((type) -> type.getSection() == scope.section())
				.map(ContentType::getKey)
				.toList();
			String name = "reach" + parameters.size();
			parameters.put(name, keys.isEmpty() ? List.of("") : keys);
			if (scope.item() == null) {
				reached.add("i.type in (:" + name + ")");
			}
			else {
				parameters.put(name + "item", scope.item());
				reached.add("i.type in (:%s) and i.id = :%sitem".formatted(name, name));
			}
		}
		return reached.isEmpty() ? "false" : "(" + String.join(") or (", reached) + ")";
	}

	/** An item and what of it was looked for. */
	record FoundItem(ContentItem item, Hit hit) {

	}

	/** A page of a list. */
	record Result(List<ContentItem> items, long total, int page, int pages) {

	}

}
