package edu.wenzhou.site.partnership;

import java.util.List;

import edu.wenzhou.site.publishing.KeptPerGeneration;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Reads in the order that the college gives. */
public interface PartnershipRepository extends Repository<Partnership, Long> {

	/** With regions and sources, few of each, so one statement is enough. */
	@KeptPerGeneration
	@Query("""
			select distinct p from Partnership p
			left join fetch p.regions
			left join fetch p.sources source
			left join fetch source.sentence
			order by p.position, p.id""")
	List<Partnership> findAllWithRegionsAndSources();

	@Query("select r from Region r order by r.position, r.id")
	List<Region> findRegions();

}
