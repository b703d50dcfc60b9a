package edu.wenzhou.site.prospectus;

import java.util.List;
import java.util.stream.Collectors;

import jakarta.persistence.EntityManager;
import org.springframework.stereotype.Repository;

/**
 * Which state the content is in: a word that is another one whenever a row of a content
 * table was added, changed or removed, by whatever way, and the same one otherwise.
 */
@Repository
class ContentGeneration {

	/** All that the prospectus is made of. */
	static final List<String> TABLES = List.of("source_document", "source_sentence", "source_quote", "source_omission",
			"source_restoration", "fact", "fact_source", "college_profile", "college_profile_source", "profile_section",
			"profile_section_source", "history_event", "history_event_source", "predecessor", "predecessor_source",
			"campus", "campus_source", "school", "school_source", "honour", "honour_source", "region", "partnership",
			"partnership_region", "partnership_source");

	/** A sum of the rows' hashes: it needs no order, and rows know their position. */
	private static final String QUERY = TABLES.stream()
		.map((table) -> "(select coalesce(sum(hashtextextended(cast(t as text), 0)), 0) from %s t)".formatted(table))
		.collect(Collectors.joining(", ", "select md5(concat_ws(' ', ", "))"));

	private final EntityManager entities;

	ContentGeneration(EntityManager entities) {
		this.entities = entities;
	}

	/** One SQL statement. */
	String current() {
		return (String) this.entities.createNativeQuery(QUERY, String.class).getSingleResult();
	}

}
