package edu.wenzhou.site.school;

import java.time.Instant;
import java.util.List;

import edu.wenzhou.site.fact.SourceQuote;
import edu.wenzhou.site.text.LocalizedText;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;

/** A second-level school of the college. Everything but the name may be unknown. */
@Entity
public class School {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	private String slug;

	private int position;

	private LocalizedText name;

	private LocalizedText otherNames;

	private String telephone;

	private LocalizedText lead;

	private LocalizedText body;

	@ManyToMany
	@JoinTable(name = "school_source", inverseJoinColumns = @JoinColumn(name = "source_quote_id"))
	@OrderColumn(name = "position")
	private List<SourceQuote> sources;

	@ElementCollection
	@CollectionTable(name = "school_picture")
	@Column(name = "media_item_id")
	@OrderColumn(name = "position")
	private List<Long> pictures;

	private Instant createdAt;

	private Instant updatedAt;

	@Version
	private long version;

	protected School() {
	}

	public String getSlug() {
		return this.slug;
	}

	public LocalizedText getName() {
		return this.name;
	}

	/** Under which it is also known; may be null. */
	public LocalizedText getOtherNames() {
		return this.otherNames;
	}

	public String getTelephone() {
		return this.telephone;
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
