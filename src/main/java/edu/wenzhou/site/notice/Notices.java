package edu.wenzhou.site.notice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds notices, each method in one statement. None has a condition for the expiry: see
 * {@link Notice}.
 */
@Repository
@Transactional(readOnly = true)
public class Notices {

	private static final String LINES = "select n.slug, n.title, n.category, n.publishedOn, n.pinned from Notice n";

	private static final String NEWEST = " n.publishedOn desc, n.id desc";

	private final EntityManager entities;

	Notices(EntityManager entities) {
		this.entities = entities;
	}

	/** Pinned ones first, then the newest. */
	public List<NoticeLine> newest(int most) {
		return lines(null, null, 0, most);
	}

	/**
	 * A stretch of the list. In the whole list pinned notices come first; in a part of it
	 * dates alone decide.
	 * @param year null for all
	 * @param category null for all
	 */
	public List<NoticeLine> lines(Integer year, NoticeCategory category, int offset, int most) {
		List<String> conditions = new ArrayList<>();
		if (year != null) {
			conditions.add("n.year = :year");
		}
		if (category != null) {
			conditions.add("n.category = :category");
		}
		// Put together instead of "is null or": PostgreSQL plans each for its own index
		TypedQuery<NoticeLine> query = this.entities
			.createQuery(LINES + (conditions.isEmpty() ? " order by n.pinned desc," + NEWEST
					: " where " + String.join(" and ", conditions) + " order by" + NEWEST), NoticeLine.class);
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
		TypedQuery<Long> newest = this.entities.createQuery("select n.id from Notice n"
				+ ((category != null) ? " where n.category = :category" : "") + " order by" + NEWEST, Long.class);
		if (category != null) {
			newest.setParameter("category", category);
		}
		List<Long> ids = newest.setMaxResults(most).getResultList();
		return ids.isEmpty() ? List.of()
				: this.entities
					.createQuery("from Notice n left join fetch n.attachments where n.id in :ids order by" + NEWEST,
							Notice.class)
					.setParameter("ids", ids)
					.getResultList();
	}

	/**
	 * How many there are of each year and category that has some, the latest year first.
	 */
	List<Count> counts() {
		return this.entities.createQuery("""
				select n.year, n.category, count(*) from Notice n
				group by n.year, n.category order by n.year desc""", Count.class).getResultList();
	}

	Optional<Notice> find(String slug) {
		return this.entities
			.createQuery("from Notice n left join fetch n.attachments where n.slug = :slug", Notice.class)
			.setParameter("slug", slug)
			.getResultStream()
			.findFirst();
	}

	Optional<NoticeLine> after(Notice notice) {
		return next(notice, " where (n.publishedOn, n.id) > (:date, :id) order by n.publishedOn, n.id");
	}

	Optional<NoticeLine> before(Notice notice) {
		return next(notice, " where (n.publishedOn, n.id) < (:date, :id) order by" + NEWEST);
	}

	private Optional<NoticeLine> next(Notice notice, String where) {
		return this.entities.createQuery(LINES + where, NoticeLine.class)
			.setParameter("date", notice.getPublishedOn())
			.setParameter("id", notice.getId())
			.setMaxResults(1)
			.getResultStream()
			.findFirst();
	}

	/** How many notices a year has in a category. */
	record Count(int year, NoticeCategory category, long number) {

	}

}
