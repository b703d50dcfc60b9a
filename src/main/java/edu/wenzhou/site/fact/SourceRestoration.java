package edu.wenzhou.site.fact;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

/** A masked word of a source text and what it was; offsets as in {@link SourceQuote}. */
@Entity
class SourceRestoration {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	private Long sourceDocumentId;

	private int startOffset;

	private int endOffset;

	private String restored;

	protected SourceRestoration() {
	}

	Long getSourceDocumentId() {
		return this.sourceDocumentId;
	}

	int getStartOffset() {
		return this.startOffset;
	}

	int getEndOffset() {
		return this.endOffset;
	}

	String getRestored() {
		return this.restored;
	}

}
