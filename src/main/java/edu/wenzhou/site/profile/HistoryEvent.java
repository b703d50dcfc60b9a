package edu.wenzhou.site.profile;

import java.time.Instant;
import java.util.List;

import edu.wenzhou.site.fact.Fact;
import edu.wenzhou.site.fact.SourceQuote;
import edu.wenzhou.site.text.LocalizedText;
import jakarta.persistence.Entity;
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

/**
 * Something that happened in a year, or a first whose year nobody wrote down. A year that
 * is also a published figure is held by its fact, any other here; a first has a reach
 * instead. Each event has one of the three.
 */
@Entity
public class HistoryEvent {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	private String slug;

	private int position;

	private Integer year;

	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "year_fact_id")
	private Fact yearFact;

	private LocalizedText reach;

	private LocalizedText title;

	private LocalizedText text;

	@ManyToMany
	@JoinTable(name = "history_event_source", inverseJoinColumns = @JoinColumn(name = "source_quote_id"))
	@OrderColumn(name = "position")
	private List<SourceQuote> sources;

	private Instant createdAt;

	private Instant updatedAt;

	@Version
	private long version;

	protected HistoryEvent() {
	}

	public Long getId() {
		return this.id;
	}

	public String getSlug() {
		return this.slug;
	}

	/** Null where {@link #getYearFact} holds it, and for a first without a year. */
	public Integer getYear() {
		return this.year;
	}

	public Fact getYearFact() {
		return this.yearFact;
	}

	/**
	 * Among whom a first without a year was the first: 全国首个; null for an event with one.
	 * Read on by the text.
	 */
	public LocalizedText getReach() {
		return this.reach;
	}

	public LocalizedText getTitle() {
		return this.title;
	}

	/** May name figures. */
	public LocalizedText getText() {
		return this.text;
	}

	public List<SourceQuote> getSources() {
		return this.sources;
	}

}
