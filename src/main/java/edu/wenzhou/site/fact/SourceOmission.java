package edu.wenzhou.site.fact;

import edu.wenzhou.site.text.LocalizedText;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

/** A passage that no record uses, and why; offsets as in {@link SourceQuote}. */
@Entity
class SourceOmission {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	private Long sourceDocumentId;

	private int startOffset;

	private int endOffset;

	private boolean shown;

	private LocalizedText reason;

	protected SourceOmission() {
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

	/** A heading of the source: no record uses it, yet it stays in view. */
	boolean isShown() {
		return this.shown;
	}

	LocalizedText getReason() {
		return this.reason;
	}

}
