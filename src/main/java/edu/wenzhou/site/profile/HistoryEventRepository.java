package edu.wenzhou.site.profile;

import java.util.List;

import edu.wenzhou.site.publishing.KeptPerGeneration;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Reads in the order of time. */
public interface HistoryEventRepository extends Repository<HistoryEvent, Long> {

	@KeptPerGeneration
	@Query("""
			select distinct e from HistoryEvent e
			left join fetch e.sources source
			left join fetch source.sentence
			order by e.position, e.id""")
	List<HistoryEvent> findAllWithSources();

	@KeptPerGeneration
	@Query("""
			select distinct p from Predecessor p
			left join fetch p.sources source
			left join fetch source.sentence
			order by p.position, p.id""")
	List<Predecessor> findPredecessorsWithSources();

}
