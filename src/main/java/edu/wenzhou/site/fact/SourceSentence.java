package edu.wenzhou.site.fact;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

/**
 * A sentence of a source text, or a header line of it: what one numbered note shows.
 * Offsets as in {@link SourceQuote}.
 */
@Entity
class SourceSentence {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	private Long sourceDocumentId;

	private int startOffset;

	private int endOffset;

	private String content;

	private String heading;

	private Integer paragraph;

	private String masked;

	private String restored;

	protected SourceSentence() {
	}

	Long getId() {
		return this.id;
	}

	int getStartOffset() {
		return this.startOffset;
	}

	/** Verbatim, masked words included: not for showing to visitors. */
	String getContent() {
		return this.content;
	}

	/** The heading of the source under which it stands; may be null. */
	String getHeading() {
		return this.heading;
	}

	/** Counted from 1 under the heading; null for a line of a list. */
	Integer getParagraph() {
		return this.paragraph;
	}

	/** What a filter put in place of a word; null where the sentence is whole. */
	String getMasked() {
		return this.masked;
	}

	/** The word that must have stood there; null where the sentence is whole. */
	String getRestored() {
		return this.restored;
	}

}
