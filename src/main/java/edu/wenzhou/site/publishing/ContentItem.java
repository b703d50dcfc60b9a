package edu.wenzhou.site.publishing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZonedDateTime;

/**
 * An item and where it stands. Its status is derived from these, never stored.
 *
 * @param slug as the newest revision has it; may be empty
 * @param title as the newest revision has it; may be empty
 * @param publishedSlug null while nothing of it is public
 * @param publishedRevision null while nothing of it is public
 * @param savedAt when the newest revision was saved
 * @param savedBy who saved it
 * @param newer whether the newest revision differs from what is public
 * @param unchecked whether what is public was published in an emergency and nobody else
 * has approved it
 * @param review the one that is open or approved; null where there is none
 */
record ContentItem(long id, ContentType type, String slug, String title, String publishedSlug, Long publishedRevision,
		long latestRevision, ZonedDateTime firstPublishedAt, ZonedDateTime lastPublishedAt, ZonedDateTime expireAt,
		ZonedDateTime withdrawnAt, String withdrawnReason, String withdrawnTo, ZonedDateTime deletedAt,
		ZonedDateTime savedAt, String savedBy, boolean newer, boolean unchecked, Review review) {

	/** The condition of {@code unchecked} on a row {@code i}. */
	static final String UNCHECKED = """
			exists (select 1 from review e where e.revision_id = i.published_revision_id and e.emergency)
			and not exists (select 1 from review a where a.revision_id = i.published_revision_id and a.state = 'PUBLISHED')""";

	static final String QUERY = """
			select i.*, latest.author_name as saved_by, latest.updated_at as saved_at,
			  latest.content_hash is distinct from live.content_hash as newer, %s as unchecked, %s
			from content_item i
			join content_revision latest on latest.id = i.latest_revision_id
			left join content_revision live on live.id = i.published_revision_id
			left join review r on r.item_id = i.id and r.state in ('OPEN', 'APPROVED')""".formatted(UNCHECKED,
			Review.COLUMNS);

	static ContentItem of(ContentTypes types, ResultSet row) throws SQLException {
		return new ContentItem(row.getLong("id"), types.get(row.getString("type")), row.getString("slug"),
				row.getString("title"), row.getString("published_slug"),
				row.getObject("published_revision_id", Long.class), row.getLong("latest_revision_id"),
				Revision.time(row, "first_published_at"), Revision.time(row, "last_published_at"),
				Revision.time(row, "expire_at"), Revision.time(row, "withdrawn_at"), row.getString("withdrawn_reason"),
				row.getString("withdrawn_to"), Revision.time(row, "deleted_at"), Revision.time(row, "saved_at"),
				row.getString("saved_by"), row.getBoolean("newer"), row.getBoolean("unchecked"),
				(row.getObject("review_id") != null) ? Review.of(row) : null);
	}

	public boolean isLive() {
		return this.publishedSlug != null;
	}

	public boolean isWithdrawn() {
		return this.withdrawnAt != null;
	}

	public boolean isDeleted() {
		return this.deletedAt != null;
	}

	public boolean isInReview() {
		return this.review != null && this.review.state() == Review.State.OPEN && !this.review.emergency();
	}

	public boolean isScheduled() {
		return this.review != null && this.review.state() == Review.State.APPROVED;
	}

	/** What is public already waits for the look of somebody else. */
	public boolean isInReviewAfterwards() {
		return this.review != null && this.review.emergency();
	}

}
