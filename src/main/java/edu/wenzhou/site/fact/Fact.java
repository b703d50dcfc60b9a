package edu.wenzhou.site.fact;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import edu.wenzhou.site.text.LocalizedText;
import jakarta.persistence.Column;
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

/**
 * A figure, in its only home. Other records point to it, texts name it by its code, and
 * {@link Figures} says how it reads.
 */
@Entity
public class Fact {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	private String code;

	private int position;

	private LocalizedText label;

	private LocalizedText value;

	@Enumerated(EnumType.STRING)
	private Qualifier qualifier;

	private LocalizedText unit;

	private LocalizedText period;

	@Enumerated(EnumType.STRING)
	@Column(name = "fact_group")
	private FactGroup group;

	private LocalDate asOf;

	private LocalDate validUntil;

	@Enumerated(EnumType.STRING)
	private FactState state;

	@ManyToMany
	@JoinTable(name = "fact_source", inverseJoinColumns = @JoinColumn(name = "source_quote_id"))
	@OrderColumn(name = "position")
	private List<SourceQuote> sources;

	private Instant createdAt;

	private Instant updatedAt;

	@Version
	private long version;

	protected Fact() {
	}

	public Long getId() {
		return this.id;
	}

	String getCode() {
		return this.code;
	}

	LocalizedText getLabel() {
		return this.label;
	}

	/**
	 * In the source's words: 12000, 数百万, 第一. Only 五个 and 三年 became digits, to stand in a
	 * row with the others. English where it is written otherwise there: 1,000, or 200
	 * million for 2亿.
	 */
	LocalizedText getValue() {
		return this.value;
	}

	Qualifier getQualifier() {
		return this.qualifier;
	}

	/** Null for a rank. */
	LocalizedText getUnit() {
		return this.unit;
	}

	/**
	 * The time the figure counts, such as 近五年; null where the source gives none. May name
	 * other figures.
	 */
	LocalizedText getPeriod() {
		return this.period;
	}

	FactGroup getGroup() {
		return this.group;
	}

	/** The day for which the figure was taken; null where the source gives none. */
	LocalDate getAsOf() {
		return this.asOf;
	}

	/** The last day for which it holds; null where that is not known. */
	LocalDate getValidUntil() {
		return this.validUntil;
	}

	FactState getState() {
		return this.state;
	}

	/** The passage of the figure shown first, then those that repeat or contradict it. */
	List<SourceQuote> getSources() {
		return this.sources;
	}

}
