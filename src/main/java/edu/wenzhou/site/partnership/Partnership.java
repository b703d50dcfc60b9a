package edu.wenzhou.site.partnership;

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

/** An institution, platform or programme that the college runs with others. */
@Entity
public class Partnership {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	private String slug;

	private int position;

	private LocalizedText name;

	@Enumerated(EnumType.STRING)
	private PartnershipKind kind;

	@ManyToMany
	@JoinTable(name = "partnership_region", inverseJoinColumns = @JoinColumn(name = "region_id"))
	@OrderColumn(name = "position")
	private List<Region> regions;

	private LocalizedText partners;

	private Integer since;

	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "count_fact_id")
	private Fact count;

	private LocalizedText lead;

	private LocalizedText body;

	@ManyToMany
	@JoinTable(name = "partnership_source", inverseJoinColumns = @JoinColumn(name = "source_quote_id"))
	@OrderColumn(name = "position")
	private List<SourceQuote> sources;

	private Instant createdAt;

	private Instant updatedAt;

	@Version
	private long version;

	protected Partnership() {
	}

	public String getSlug() {
		return this.slug;
	}

	/** Of its page, or of its place in the list. */
	String getPath() {
		return "/partnerships" + ((this.body != null) ? "/" : "#") + this.slug;
	}

	public LocalizedText getName() {
		return this.name;
	}

	public PartnershipKind getKind() {
		return this.kind;
	}

	public List<Region> getRegions() {
		return this.regions;
	}

	public LocalizedText getPartners() {
		return this.partners;
	}

	/** The year it began; null when unknown. */
	public Integer getSince() {
		return this.since;
	}

	/** The figure that belongs to it; may be null. */
	public Fact getCount() {
		return this.count;
	}

	/** May name figures. */
	public LocalizedText getLead() {
		return this.lead;
	}

	/**
	 * HTML, sanitised again before it is shown; null for an item without a page of its
	 * own.
	 */
	public LocalizedText getBody() {
		return this.body;
	}

	public List<SourceQuote> getSources() {
		return this.sources;
	}

}
