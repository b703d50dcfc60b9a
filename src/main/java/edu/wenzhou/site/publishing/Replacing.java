package edu.wenzhou.site.publishing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import edu.wenzhou.site.audit.Actor;
import edu.wenzhou.site.audit.AuditTrail;
import edu.wenzhou.site.publishing.Replacement.Place;
import edu.wenzhou.site.publishing.Revision.Base;
import edu.wenzhou.site.publishing.Revision.Saving;
import edu.wenzhou.site.staff.StaffUser;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds where something stands in the newest texts that a person may edit, and replaces
 * it there in new drafts. A page holds a part of them, so that neither the page nor the
 * memory grows with the content.
 */
@Service
class Replacing {

	/** Of a page. */
	static final int ITEMS = 20;

	/** After which a page takes no further item. */
	static final int PLACES = 200;

	/** How many texts the database hands over at a time. */
	private static final int LOT = 50;

	private final JdbcClient jdbc;

	private final ContentTypes types;

	private final ContentStore store;

	private final ContentLists lists;

	private final Presence presence;

	private final Editing editing;

	private final Forms forms;

	private final AuditTrail trail;

	Replacing(JdbcClient jdbc, ContentTypes types, ContentStore store, ContentLists lists, Presence presence,
			Editing editing, Forms forms, AuditTrail trail) {
		this.jdbc = jdbc;
		this.types = types;
		this.store = store;
		this.lists = lists;
		this.presence = presence;
		this.editing = editing;
		this.forms = forms;
		this.trail = trail;
	}

	/**
	 * The next items in which it stands, the oldest first. Three statements, however many
	 * there are; the database hands the texts over in small lots, until the page is full.
	 * @param after the last item of the page before; 0 for the first page
	 */
	@Transactional(readOnly = true)
	public Found find(StaffUser user, Replacement replacement, long after) {
		Map<String, Object> parameters = new HashMap<>(Map.of("after", after));
		List<Candidate> page = new ArrayList<>();
		int places = 0;
		boolean more = false;
		try (Stream<Candidate> candidates = candidates(user, replacement, parameters)) {
			for (Candidate candidate : (Iterable<Candidate>) candidates
				.filter((one) -> !one.places().isEmpty())::iterator) {
				if (page.size() == ITEMS || places >= PLACES) {
					more = true;
					break;
				}
				page.add(candidate);
				places += candidate.places().size();
			}
		}
		return new Found(rows(user, page), more);
	}

	private Stream<Candidate> candidates(StaffUser user, Replacement replacement, Map<String, Object> parameters) {
		return this.jdbc
			.sql("""
					select i.id, i.type, v.id as revision, v.content_hash, v.payload from content_item i
					join content_revision v on v.id = i.latest_revision_id
					where i.deleted_at is null and i.id > :after and %s and %s order by i.id"""
				.formatted(this.lists.editable(user, parameters), replacement.condition(parameters)))
			.params(parameters)
			.withFetchSize(LOT)
			.query((row, number) -> new Candidate(row.getLong("id"),
					new Base(row.getLong("revision"), row.getString("content_hash")),
					replacement.places(this.types.get(row.getString("type")), Values.parse(row.getString("payload")))))
			.stream();
	}

	private List<Row> rows(StaffUser user, List<Candidate> page) {
		if (page.isEmpty()) {
			return List.of();
		}
		List<Long> ids = page.stream().map(Candidate::item).toList();
		Map<Long, ContentItem> items = items(ids);
		Map<Long, List<Presence.Other>> others = this.presence.others(user, ids);
		return page.stream()
			.map((one) -> row(items.get(one.item()), one, others.getOrDefault(one.item(), List.of())))
			.toList();
	}

	private Row row(ContentItem item, Candidate candidate, List<Presence.Other> others) {
		List<Place> shown = candidate.places().stream().limit(PLACES).toList();
		Map<String, String> labels = shown.stream()
			.map(Place::field)
			.distinct()
			.collect(Collectors.toMap(Field::name, (field) -> this.forms.label(item.type(), field)));
		return new Row(item, candidate.base(), shown, candidate.places().size() - shown.size(), labels, others);
	}

	private Map<Long, ContentItem> items(Collection<Long> ids) {
		return this.store.items(" where i.id in (:ids)", Map.of("ids", ids))
			.stream()
			.collect(Collectors.toMap(ContentItem::id, Function.identity()));
	}

	/** How many items use a file in their newest text that this person may not edit. */
	long beyond(StaffUser user, FileReplacement replacement) {
		Map<String, Object> parameters = new HashMap<>();
		return this.jdbc
			.sql("select count(*) from content_item i where i.deleted_at is null and %s and not %s"
				.formatted(replacement.condition(parameters), this.lists.editable(user, parameters)))
			.params(parameters)
			.query(Long.class)
			.single();
	}

	/**
	 * Makes a draft of each item in which something was chosen. Each is there or is not
	 * there by itself; nothing is done at all if one of them is none of this person's.
	 */
	Outcome replace(StaffUser user, Actor actor, Replacement replacement, List<Choice> choices) {
		Map<Long, ContentItem> items = new LinkedHashMap<>();
		for (Choice choice : choices) {
			ContentItem item = this.store.item(choice.item());
			Access.demand(Access.mayEdit(user, item));
			items.put(item.id(), item);
		}
		Outcome outcome = new Outcome(new LinkedHashMap<>(), new LinkedHashMap<>());
		for (Choice choice : choices) {
			try {
				outcome.made()
					.put(choice.item(), this.editing.replace(user, actor, choice.item(), choice.base(), replacement,
							choice.places()));
			}
			catch (Left ex) {
				outcome.left().put(choice.item(), ex.getReason());
				Map<String, Object> details = new HashMap<>(replacement.details());
				details.put("reason", "staff.replace.left." + ex.getReason());
				this.trail.refused(actor, "content.replace", Editing.entry(items.get(choice.item())), details);
			}
		}
		return outcome;
	}

	/**
	 * What became of it, for whoever may see these items.
	 * @param made item to revision, as somebody says
	 */
	Report report(StaffUser user, Map<Long, Long> made, Map<Long, Left.Reason> left) {
		List<Long> ids = Stream.concat(made.keySet().stream(), left.keySet().stream()).toList();
		if (ids.isEmpty()) {
			return new Report(List.of(), List.of());
		}
		Map<Long, ContentItem> items = items(ids);
		items.values().removeIf((item) -> !Access.maySee(user, item));
		List<Draft> drafts = made.entrySet()
			.stream()
			.filter((one) -> items.containsKey(one.getKey()))
			.map((one) -> new Draft(items.get(one.getKey()), this.store.revision(one.getKey(), one.getValue())))
			.filter((one) -> one.revision().kind() == Saving.REPLACE)
			.toList();
		return new Report(drafts,
				left.entrySet()
					.stream()
					.filter((one) -> items.containsKey(one.getKey()))
					.map((one) -> new Kept(items.get(one.getKey()), one.getValue()))
					.toList());
	}

	private record Candidate(long item, Base base, List<Place> places) {

	}

	/**
	 * A page of items.
	 *
	 * @param more whether others follow
	 */
	record Found(List<Row> rows, boolean more) {

		/** The last item of the page; 0 for an empty one. */
		public long last() {
			return this.rows.isEmpty() ? 0 : this.rows.get(this.rows.size() - 1).item().id();
		}

		/** How many places the page shows. */
		public int shown() {
			return this.rows.stream().mapToInt((row) -> row.places().size()).sum();
		}

	}

	/**
	 * An item in which it stands.
	 *
	 * @param base the text in which it was found
	 * @param more how many further places there are that are not shown
	 * @param labels what people call the fields, by their names
	 * @param others who have it open just now
	 */
	record Row(ContentItem item, Base base, List<Place> places, int more, Map<String, String> labels,
			List<Presence.Other> others) {

		/** Whether others are deciding on it, so that it is left alone. */
		public boolean isHeld() {
			return this.item.isInReview() || this.item.isScheduled();
		}

		/** Whether its newest text is not the public one. */
		public boolean isDraft() {
			return this.item.newer() || !this.item.isLive();
		}

	}

	/**
	 * Where somebody wants it replaced in an item.
	 *
	 * @param base the text that they saw
	 * @param places with the texts that go with them
	 */
	record Choice(long item, Base base, Map<String, String> places) {

	}

	/** Item to new revision, and item to the reason why there is none. */
	record Outcome(Map<Long, Long> made, Map<Long, Left.Reason> left) {

	}

	/** The same with what people read of it. */
	record Report(List<Draft> drafts, List<Kept> kept) {

	}

	/** An item with its new draft. */
	record Draft(ContentItem item, Revision revision) {

	}

	/** An item without one. */
	record Kept(ContentItem item, Left.Reason reason) {

	}

}
