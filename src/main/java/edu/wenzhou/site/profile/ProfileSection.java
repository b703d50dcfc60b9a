package edu.wenzhou.site.profile;

import java.time.Instant;
import java.util.List;

import edu.wenzhou.site.fact.FactState;
import edu.wenzhou.site.fact.SourceQuote;
import edu.wenzhou.site.text.LocalizedText;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;

/** A page of text about the college. Lead and body may name figures. */
@Entity
public class ProfileSection {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	private String slug;

	private int position;

	private LocalizedText title;

	private LocalizedText lead;

	private LocalizedText body;

	@Enumerated(EnumType.STRING)
	private FactState state;

	@ManyToMany
	@JoinTable(name = "profile_section_source", inverseJoinColumns = @JoinColumn(name = "source_quote_id"))
	@OrderColumn(name = "position")
	private List<SourceQuote> sources;

	private Instant createdAt;

	private Instant updatedAt;

	@Version
	private long version;

	protected ProfileSection() {
	}

	public String getSlug() {
		return this.slug;
	}

	public LocalizedText getTitle() {
		return this.title;
	}

	public LocalizedText getLead() {
		return this.lead;
	}

	/** HTML, sanitised again before it is shown. */
	public LocalizedText getBody() {
		return this.body;
	}

	public FactState getState() {
		return this.state;
	}

	public List<SourceQuote> getSources() {
		return this.sources;
	}

}
