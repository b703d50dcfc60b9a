package edu.wenzhou.site.notice;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import edu.wenzhou.site.text.LocalizedText;
import edu.wenzhou.site.web.SiteTime;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;

/** Something that the college makes known, until it expires: {@link Notices} finds it. */
@Entity
public class Notice {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	private String slug;

	private int position;

	@Enumerated(EnumType.STRING)
	private NoticeCategory category;

	private LocalizedText title;

	private LocalizedText lead;

	private LocalizedText body;

	private boolean pinned;

	private Instant publishedOn;

	@Column(insertable = false, updatable = false)
	private int year;

	private Instant expireAt;

	@ElementCollection
	@CollectionTable(name = "notice_attachment")
	@Column(name = "media_item_id")
	@OrderColumn(name = "position")
	private List<Long> attachments;

	private Instant createdAt;

	private Instant updatedAt;

	@Version
	private long version;

	protected Notice() {
	}

	/** The day that a moment belongs to at the college. */
	static LocalDate day(Instant moment) {
		return SiteTime.at(moment).toLocalDate();
	}

	/** Numbers of files in the library. */
	public List<Long> getAttachments() {
		return this.attachments;
	}

	Long getId() {
		return this.id;
	}

	public Instant getPublishedOn() {
		return this.publishedOn;
	}

	public String getSlug() {
		return this.slug;
	}

	public NoticeCategory getCategory() {
		return this.category;
	}

	public LocalizedText getTitle() {
		return this.title;
	}

	/** May be null. */
	public LocalizedText getLead() {
		return this.lead;
	}

	/** HTML, sanitised again before it is shown. */
	public LocalizedText getBody() {
		return this.body;
	}

	/** After which moment nothing shows it; null for never. */
	Instant getExpireAt() {
		return this.expireAt;
	}

	/**
	 * Whether it became another text after it was published, as its page shows it then.
	 * @param changed when the page last became another one; may be null
	 */
	public boolean isChangedSince(Instant changed) {
		return changed != null && changed.isAfter(this.publishedOn.plus(Duration.ofMinutes(1)));
	}

	public LocalDate getDate() {
		return day(this.publishedOn);
	}

}
