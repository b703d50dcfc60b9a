package edu.wenzhou.site.profile;

import java.util.Optional;

import edu.wenzhou.site.publishing.KeptPerGeneration;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The one college. */
public interface CollegeProfileRepository extends Repository<CollegeProfile, Long> {

	@KeptPerGeneration
	@Query("""
			select p from CollegeProfile p
			left join fetch p.sources source
			left join fetch source.quote quote
			left join fetch quote.sentence""")
	Optional<CollegeProfile> find();

}
