package edu.wenzhou.site.publishing;

import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which items a list shows, as typed: what is not understood filters nothing.
 *
 * @param type the key of a type; empty for all
 * @param state a name of {@link State}; empty for all but the trash
 * @param q words of the text, or a part of the address
 * @param sort a name of {@link Sort}
 * @param page counted from 1
 */
record ContentFilter(String type, String state, String q, String sort, String page) {

	private static final int LONGEST_QUERY = 100;

	private static final int LAST_PAGE = 100_000;

	ContentFilter {
		type = (type != null) ? type.replaceAll("\\p{C}", "") : "";
		state = (state != null) ? state : "";
		q = (q != null) ? q.replaceAll("\\p{C}", "").strip() : "";
		q = q.substring(0, q.offsetByCodePoints(0, Math.min(q.codePointCount(0, q.length()), LONGEST_QUERY)));
		sort = (sort != null) ? sort : "";
		page = (page != null) ? page : "";
	}

	/**
	 * Where an item stands; an item may be in several. Those without a condition here
	 * depend on who asks: see {@link ContentLists}.
	 */
	enum State {

		/** Waits for this person. */
		MY_TURN(null),
		/** Came back to its author. */
		RETURNED(null),
		/** Drafts of this person. */
		MINE(null),
		/** This person has opened it and not saved. */
		OPENED(null), LIVE("i.published_slug is not null"),
		/** Public, and something is wrong with it by now. */
		FAULTY(Findings.ANY),
		/** Holds something that the public does not see yet. */
		DRAFT("i.deleted_at is null and i.withdrawn_at is null and latest.content_hash is distinct from live.content_hash"),
		/** Waits for somebody's decision. */
		REVIEW("r.state = 'OPEN'"),
		/** Waits for its time. */
		SCHEDULED("r.state = 'APPROVED'"),
		/** Will soon be taken away. */
		EXPIRING("i.expire_at <= :soon and i.published_slug is not null"),
		/** Was public. */
		WITHDRAWN("i.withdrawn_at is not null and i.deleted_at is null"),
		/** Put away. */
		TRASH("i.deleted_at is not null");

		private final String condition;

		State(String condition) {
			this.condition = condition;
		}

		String condition() {
			return this.condition;
		}

	}

	/** The order of the list. */
	enum Sort {

		/** What was saved last comes first. */
		SAVED("i.updated_at desc, i.id desc"),
		/** By title. */
		TITLE("i.title, i.id"),
		/** What became public last comes first. */
		PUBLISHED("i.last_published_at desc nulls last, i.id desc");

		private final String order;

		Sort(String order) {
			this.order = order;
		}

		String order() {
			return this.order;
		}

	}

	State wantedState() {
		return named(State.values(), this.state, null);
	}

	Sort wantedSort() {
		return named(Sort.values(), this.sort, Sort.SAVED);
	}

	int wantedPage() {
		return this.page.matches("[1-9][0-9]{0,5}") ? Math.min(Integer.parseInt(this.page), LAST_PAGE) : 1;
	}

	/** The same list at another page. */
	public String link(int page) {
		UriComponentsBuilder link = UriComponentsBuilder.fromPath("/staff/content");
		add(link, "type", this.type);
		add(link, "state", this.state);
		add(link, "q", this.q);
		add(link, "sort", this.sort);
		if (page > 1) {
			link.queryParam("page", page);
		}
		return link.encode().build().toUriString();
	}

	private static void add(UriComponentsBuilder link, String name, String value) {
		if (!value.isEmpty()) {
			link.queryParam(name, value.replace("{", "").replace("}", ""));
		}
	}

	private static <E extends Enum<E>> E named(E[] all, String name, E otherwise) {
		for (E one : all) {
			if (one.name().equals(name)) {
				return one;
			}
		}
		return otherwise;
	}

}
