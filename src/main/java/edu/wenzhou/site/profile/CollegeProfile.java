package edu.wenzhou.site.profile;

import java.time.Instant;
import java.util.List;

import edu.wenzhou.site.fact.Fact;
import edu.wenzhou.site.fact.SourceQuote;
import edu.wenzhou.site.text.LocalizedText;
import edu.wenzhou.site.web.SiteIdentity;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;

/** The college: one row, always there. */
@Entity
public class CollegeProfile implements SiteIdentity {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	private String slug;

	private LocalizedText name;

	private LocalizedText shortName;

	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "founded_year_fact_id")
	private Fact foundedYear;

	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "roots_year_fact_id")
	private Fact rootsYear;

	private LocalizedText approvingAuthority;

	private LocalizedText level;

	private LocalizedText kind;

	private LocalizedText motto;

	private LocalizedText modelName;

	private LocalizedText modelPractice;

	private LocalizedText summary;

	private LocalizedText address;

	private String telephone;

	private String email;

	private String icpNumber;

	private String policeNumber;

	@ElementCollection
	@CollectionTable(name = "college_profile_source")
	@OrderColumn(name = "position")
	private List<FieldSource> sources;

	private Instant createdAt;

	private Instant updatedAt;

	@Version
	private long version;

	protected CollegeProfile() {
	}

	@Override
	public LocalizedText getName() {
		return this.name;
	}

	/** What the college is called for short; may be null. */
	public LocalizedText getShortName() {
		return this.shortName;
	}

	public Fact getFoundedYear() {
		return this.foundedYear;
	}

	/** The year to which its history goes back. */
	public Fact getRootsYear() {
		return this.rootsYear;
	}

	public LocalizedText getApprovingAuthority() {
		return this.approvingAuthority;
	}

	/** 专科, for example. */
	public LocalizedText getLevel() {
		return this.level;
	}

	/** 理工, for example. */
	public LocalizedText getKind() {
		return this.kind;
	}

	@Override
	public LocalizedText getMotto() {
		return this.motto;
	}

	/**
	 * How that way works: what the region has or needs, and what the college does for it,
	 * each pair of them a clause of its own. Null where it is not told.
	 */
	public LocalizedText getModelPractice() {
		return this.modelPractice;
	}

	/** What its way of teaching is known as. */
	public LocalizedText getModelName() {
		return this.modelName;
	}

	/** One sentence that says what the college is; may name figures. */
	public LocalizedText getSummary() {
		return this.summary;
	}

	/**
	 * The passages that a field comes from; none for one that is not from the sources.
	 * @param field the column, without its language: {@code short_name}
	 */
	public List<SourceQuote> sourcesOf(String field) {
		return this.sources.stream().filter((source) -> source.field().equals(field)).map(FieldSource::quote).toList();
	}

	@Override
	public LocalizedText getAddress() {
		return this.address;
	}

	@Override
	public String getTelephone() {
		return this.telephone;
	}

	@Override
	public String getEmail() {
		return this.email;
	}

	@Override
	public String getIcpNumber() {
		return this.icpNumber;
	}

	@Override
	public String getPoliceNumber() {
		return this.policeNumber;
	}

	/** A passage, and which field rests on it. */
	@Embeddable
	record FieldSource(@Column(name = "field") String field,
			@ManyToOne(fetch = FetchType.LAZY) @JoinColumn(name = "source_quote_id") SourceQuote quote) {

	}

}
