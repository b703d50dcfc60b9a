package edu.wenzhou.site.profile;

import java.time.Instant;
import java.util.List;

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

/** A school that became part of the college. */
@Entity
public class Predecessor {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	private String slug;

	private int position;

	private LocalizedText name;

	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "history_event_id")
	private HistoryEvent event;

	@ManyToMany
	@JoinTable(name = "predecessor_source", inverseJoinColumns = @JoinColumn(name = "source_quote_id"))
	@OrderColumn(name = "position")
	private List<SourceQuote> sources;

	private Instant createdAt;

	private Instant updatedAt;

	@Version
	private long version;

	protected Predecessor() {
	}

	public String getSlug() {
		return this.slug;
	}

	public LocalizedText getName() {
		return this.name;
	}

	public HistoryEvent getEvent() {
		return this.event;
	}

	public List<SourceQuote> getSources() {
		return this.sources;
	}

}
