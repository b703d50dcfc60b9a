package edu.wenzhou.site.honour;

import java.time.Instant;
import java.util.List;

import edu.wenzhou.site.fact.Fact;
import edu.wenzhou.site.fact.SourceQuote;
import edu.wenzhou.site.text.LocalizedText;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;

/** A title, award or platform granted to the college. */
@Entity
public class Honour {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	private String slug;

	private int position;

	private LocalizedText title;

	private LocalizedText detail;

	@Enumerated(EnumType.STRING)
	private HonourLevel level;

	@Enumerated(EnumType.STRING)
	private HonourCategory category;

	private LocalizedText awardingBody;

	private Integer year;

	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "count_fact_id")
	private Fact count;

	@ManyToMany
	@JoinTable(name = "honour_source", inverseJoinColumns = @JoinColumn(name = "source_quote_id"))
	@OrderColumn(name = "position")
	private List<SourceQuote> sources;

	private Instant createdAt;

	private Instant updatedAt;

	@Version
	private long version;

	protected Honour() {
	}

	public String getSlug() {
		return this.slug;
	}

	public LocalizedText getTitle() {
		return this.title;
	}

	/** More of the source's own wording; may be null and may name figures. */
	public LocalizedText getDetail() {
		return this.detail;
	}

	/** Null where the source does not say who ranks it. */
	public HonourLevel getLevel() {
		return this.level;
	}

	public HonourCategory getCategory() {
		return this.category;
	}

	public LocalizedText getAwardingBody() {
		return this.awardingBody;
	}

	public Integer getYear() {
		return this.year;
	}

	/** How many of them the college has; null for a single one. */
	public Fact getCount() {
		return this.count;
	}

	public List<SourceQuote> getSources() {
		return this.sources;
	}

}
