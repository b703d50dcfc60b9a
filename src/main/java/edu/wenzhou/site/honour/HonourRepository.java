package edu.wenzhou.site.honour;

import java.util.List;

import edu.wenzhou.site.publishing.KeptPerGeneration;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Reads in the order that the college gives. */
public interface HonourRepository extends Repository<Honour, Long> {

	@KeptPerGeneration
	@Query("""
			select distinct h from Honour h
			left join fetch h.sources source
			left join fetch source.sentence
			order by h.position, h.id""")
	List<Honour> findAllWithSources();

}
