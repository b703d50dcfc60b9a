package edu.wenzhou.site.campus;

import java.time.Instant;
import java.util.List;

import edu.wenzhou.site.fact.Fact;
import edu.wenzhou.site.fact.SourceQuote;
import edu.wenzhou.site.text.LocalizedText;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
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

/** A place where the college teaches. Everything but the name may be unknown. */
@Entity
public class Campus {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	private String slug;

	private int position;

	private LocalizedText name;

	private LocalizedText district;

	private LocalizedText address;

	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "area_fact_id")
	private Fact area;

	private Double latitude;

	private Double longitude;

	private LocalizedText lead;

	private LocalizedText body;

	@ManyToMany
	@JoinTable(name = "campus_source", inverseJoinColumns = @JoinColumn(name = "source_quote_id"))
	@OrderColumn(name = "position")
	private List<SourceQuote> sources;

	@ElementCollection
	@CollectionTable(name = "campus_picture")
	@Column(name = "media_item_id")
	@OrderColumn(name = "position")
	private List<Long> pictures;

	private Instant createdAt;

	private Instant updatedAt;

	@Version
	private long version;

	protected Campus() {
	}

	public String getSlug() {
		return this.slug;
	}

	public LocalizedText getName() {
		return this.name;
	}

	public LocalizedText getDistrict() {
		return this.district;
	}

	public LocalizedText getAddress() {
		return this.address;
	}

	public Fact getArea() {
		return this.area;
	}

	/** Degrees, WGS 84; null when unknown, together with the longitude. */
	public Double getLatitude() {
		return this.latitude;
	}

	/** Degrees, WGS 84. */
	public Double getLongitude() {
		return this.longitude;
	}

	public LocalizedText getLead() {
		return this.lead;
	}

	/** HTML, sanitised again before it is shown. */
	public LocalizedText getBody() {
		return this.body;
	}

	public List<SourceQuote> getSources() {
		return this.sources;
	}

	/**
	 * Numbers of pictures in the library, the leading one first; only where they were
	 * asked for.
	 */
	public List<Long> getPictures() {
		return this.pictures;
	}

}
