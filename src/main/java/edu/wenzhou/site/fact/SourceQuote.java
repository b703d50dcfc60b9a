package edu.wenzhou.site.fact;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;

/**
 * A passage of a source text that some record rests on. Offsets count Unicode characters
 * (code points) from 0, the end excluded.
 */
@Entity
public class SourceQuote {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "source_document_id")
	private SourceDocument document;

	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "source_sentence_id")
	private SourceSentence sentence;

	private int startOffset;

	private int endOffset;

	private String quote;

	private String anchor;

	protected SourceQuote() {
	}

	Long getId() {
		return this.id;
	}

	/** The document that it is a passage of; see {@link Figures#documents}. */
	public Long getDocumentId() {
		return this.document.getId();
	}

	/**
	 * The sentence that it is a part of; queries that read quotes for a page fetch it
	 * too.
	 */
	SourceSentence getSentence() {
		return this.sentence;
	}

	int getStartOffset() {
		return this.startOffset;
	}

	int getEndOffset() {
		return this.endOffset;
	}

	/** Verbatim, masked words included: see {@link #getReadable}. */
	String getQuote() {
		return this.quote;
	}

	/** The same for visitors: with the words that were masked. */
	public String getReadable() {
		return (this.sentence.getMasked() != null)
				? this.quote.replace(this.sentence.getMasked(), this.sentence.getRestored()) : this.quote;
	}

	/** Its place on the sources page; the same as long as the source text is. */
	public String getAnchor() {
		return this.anchor;
	}

	/** Where a reader sees the passage in its sentence. */
	public String getPath() {
		return "/sources#" + this.anchor;
	}

}
