package edu.wenzhou.site.fact;

import java.util.List;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface SourceQuoteRepository extends Repository<SourceQuote, Long> {

	/** In reading order; where two begin together the longer one comes first. */
	@Query("select q from SourceQuote q order by q.document.id, q.startOffset, q.endOffset desc")
	List<SourceQuote> findAllInReadingOrder();

	/**
	 * Every record that quotes a passage, of whatever type: the view {@code citation}.
	 */
	@Query(nativeQuery = true, value = """
			select source_quote_id as quoteId, item_type as type, title_zh as titleZh, title_en as titleEn, path
			from citation order by source_quote_id, item_type, position, item_slug""")
	List<CitationRow> findCitations();

	/** A row of the view {@code citation}. */
	interface CitationRow {

		Long getQuoteId();

		String getType();

		String getTitleZh();

		String getTitleEn();

		String getPath();

	}

}
