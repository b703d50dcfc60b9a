package edu.wenzhou.site.profile;

import java.time.Instant;
import java.util.List;

import edu.wenzhou.site.fact.Fact;
import edu.wenzhou.site.fact.SourceQuote;
import edu.wenzhou.site.text.LocalizedText;
import edu.wenzhou.site.web.SiteIdentity;
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

	private LocalizedText summary;

	private LocalizedText address;

	private String telephone;

	private String email;

	private String icpNumber;

	private String policeNumber;

	@ManyToMany
	@JoinTable(name = "college_profile_source", inverseJoinColumns = @JoinColumn(name = "source_quote_id"))
	@OrderColumn(name = "position")
	private List<SourceQuote> sources;

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

	/** What its way of teaching is known as. */
	public LocalizedText getModelName() {
		return this.modelName;
	}

	/** One sentence that says what the college is; may name figures. */
	public LocalizedText getSummary() {
		return this.summary;
	}

	/** The passages that the fields above come from. */
	public List<SourceQuote> getSources() {
		return this.sources;
	}

	/** Those of them that the summary quotes. */
	public List<SourceQuote> getSummarySources() {
		return this.sources.stream().filter((source) -> this.summary.zh().contains(source.getQuote())).toList();
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

}
