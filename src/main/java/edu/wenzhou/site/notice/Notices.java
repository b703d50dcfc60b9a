package edu.wenzhou.site.notice;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

import edu.wenzhou.site.publishing.Expiry;
import edu.wenzhou.site.publishing.PerGeneration;
import edu.wenzhou.site.publishing.SiteGeneration;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.Assert;

/**
 * Finds notices, each method in one statement, and none that has expired. Every query is
 * made by {@link #current}, the one place that knows that rule: a filter of Hibernate's
 * that is always on would do the same, but keep the plan of no query at all.
 */
@Repository
@Transactional(readOnly = true)
public class Notices {

	private static final String LINES = "select n.slug, n.title, n.category, n.publishedOn, n.pinned, n.expireAt from Notice n";

	private static final String NEWEST = " order by n.publishedOn desc, n.id desc";

	private static final int KEPT = 20;

	private final EntityManager entities;

	private final Clock clock;

	private final PerGeneration<Current<NoticeLine>> newest;

	private final PerGeneration<Current<Count>> counts;

	Notices(EntityManager entities, Clock clock, SiteGeneration generation) {
		this.entities = entities;
		this.clock = clock;
		this.newest = new PerGeneration<>(generation, (lines) -> lines.holdAt(clock.instant()));
		this.counts = new PerGeneration<>(generation, (counts) -> counts.holdAt(clock.instant()));
	}

	/**
	 * Pinned ones first, then the newest. They are read once, since the pages that most
	 * people ask for begin with them. Not for others than requests: without a transaction
	 * the generation's number and the lines would take a connection each.
	 * @param most at most {@value #KEPT}
	 */
	@Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
	public List<NoticeLine> newest(int most) {
		Assert.isTrue(most <= KEPT, () -> "Not more than " + KEPT);
		List<NoticeLine> lines = this.newest.get(() -> new Current<>(lines(null, null, 0, KEPT), NoticeLine::expireAt))
			.all();
		return lines.subList(0, Math.min(most, lines.size()));
	}

	/**
	 * A stretch of the list. In the whole list pinned notices come first; in a part of it
	 * dates alone decide.
	 * @param year null for all
	 * @param category null for all
	 */
	public List<NoticeLine> lines(Integer year, NoticeCategory category, int offset, int most) {
		// Put together instead of "is null or": PostgreSQL plans each for its own index
		String conditions = ((year != null) ? " and n.year = :year" : "")
				+ ((category != null) ? " and n.category = :category" : "");
		TypedQuery<NoticeLine> query = current(LINES, conditions,
				conditions.isEmpty() ? NEWEST.replace("order by", "order by n.pinned desc,") : NEWEST,
				NoticeLine.class);
		if (year != null) {
			query.setParameter("year", year);
		}
		if (category != null) {
			query.setParameter("category", category);
		}
		return query.setFirstResult(offset).setMaxResults(most).getResultList();
	}

	/**
	 * The newest with their texts and attachments, for who shows them whole: two
	 * statements.
	 * @param category null for all
	 */
	public List<Notice> latest(NoticeCategory category, int most) {
		TypedQuery<Long> newest = current("select n.id from Notice n",
				(category != null) ? " and n.category = :category" : "", NEWEST, Long.class);
		if (category != null) {
			newest.setParameter("category", category);
		}
		List<Long> ids = newest.setMaxResults(most).getResultList();
		return ids.isEmpty() ? List.of()
				: current("from Notice n left join fetch n.attachments", " and n.id in :ids", NEWEST, Notice.class)
					.setParameter("ids", ids)
					.getResultList();
	}

	/**
	 * How many there are of each year and category that has some, the latest year first.
	 * They are counted once, since that takes the longer the more there are.
	 */
	List<Count> counts() {
		return this.counts.get(this::count).all();
	}

	private Current<Count> count() {
		return new Current<>(
				current("select n.year, n.category, count(*), min(n.expireAt) from Notice n", "",
						" group by n.year, n.category order by n.year desc", Count.class)
					.getResultList(),
				Count::nextExpiry);
	}

	Optional<Notice> find(String slug) {
		return current("from Notice n left join fetch n.attachments", " and n.slug = :slug", "", Notice.class)
			.setParameter("slug", slug)
			.getResultStream()
			.findFirst();
	}

	Optional<NoticeLine> after(Notice notice) {
		return next(notice, " and (n.publishedOn, n.id) > (:date, :id)", " order by n.publishedOn, n.id");
	}

	Optional<NoticeLine> before(Notice notice) {
		return next(notice, " and (n.publishedOn, n.id) < (:date, :id)", NEWEST);
	}

	private Optional<NoticeLine> next(Notice notice, String condition, String order) {
		return current(LINES, condition, order, NoticeLine.class).setParameter("date", notice.getPublishedOn())
			.setParameter("id", notice.getId())
			.setMaxResults(1)
			.getResultStream()
			.findFirst();
	}

	private <T> TypedQuery<T> current(String from, String conditions, String rest, Class<T> type) {
		return this.entities.createQuery(from + " where " + Expiry.current("n.expireAt") + conditions + rest, type)
			.setParameter("now", this.clock.instant());
	}

	/**
	 * How many notices a year has in a category.
	 *
	 * @param nextExpiry when there will be one less; null for never
	 */
	record Count(int year, NoticeCategory category, long number, Instant nextExpiry) {

	}

	/**
	 * What was found, until something is published or the first of it expires.
	 *
	 * @param nextExpiry null for never
	 */
	private record Current<T>(List<T> all, Instant nextExpiry) {

		Current(List<T> all, Function<T, Instant> expiry) {
			this(List.copyOf(all),
					all.stream().map(expiry).filter(Objects::nonNull).min(Comparator.naturalOrder()).orElse(null));
		}

		boolean holdAt(Instant now) {
			return this.nextExpiry == null || now.isBefore(this.nextExpiry);
		}

	}

}
