package edu.wenzhou.site.fact;

import java.util.List;

import edu.wenzhou.site.text.LocalizedText;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface SourceDocumentRepository extends Repository<SourceDocument, Long> {

	@Query("select d from SourceDocument d order by d.position")
	List<SourceDocument> findAllInOrder();

	/** Without the texts, which are long. */
	@Query("select d.id as id, d.title as title from SourceDocument d")
	List<Heading> findHeadings();

	@Query("select o from SourceOmission o")
	List<SourceOmission> findOmissions();

	@Query("select r from SourceRestoration r")
	List<SourceRestoration> findRestorations();

	/** What a document is called. */
	interface Heading {

		Long getId();

		LocalizedText getTitle();

	}

}
