package edu.wenzhou.site.fact;

import java.time.Instant;

import edu.wenzhou.site.text.LocalizedText;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

/** A text that the college gave us, whole and never edited. */
@Entity
class SourceDocument {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	private String slug;

	private int position;

	private LocalizedText title;

	private String content;

	private String sha256;

	private Instant createdAt;

	protected SourceDocument() {
	}

	public Long getId() {
		return this.id;
	}

	public String getSlug() {
		return this.slug;
	}

	public LocalizedText getTitle() {
		return this.title;
	}

	String getContent() {
		return this.content;
	}

}
