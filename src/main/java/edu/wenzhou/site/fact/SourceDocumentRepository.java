package edu.wenzhou.site.fact;

import java.util.List;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface SourceDocumentRepository extends Repository<SourceDocument, Long> {

	@Query("select d from SourceDocument d order by d.position")
	List<SourceDocument> findAllInOrder();

	@Query("select o from SourceOmission o")
	List<SourceOmission> findOmissions();

	@Query("select r from SourceRestoration r")
	List<SourceRestoration> findRestorations();

}
