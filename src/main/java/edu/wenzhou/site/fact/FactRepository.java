package edu.wenzhou.site.fact;

import java.util.List;

import edu.wenzhou.site.publishing.KeptPerGeneration;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface FactRepository extends Repository<Fact, Long> {

	@KeptPerGeneration
	@Query("""
			select distinct f from Fact f
			left join fetch f.sources source
			left join fetch source.sentence
			order by f.position, f.id""")
	List<Fact> findAllWithSources();

	@Query("select f.code from Fact f")
	List<String> findCodes();

}
