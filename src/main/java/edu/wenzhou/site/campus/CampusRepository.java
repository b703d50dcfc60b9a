package edu.wenzhou.site.campus;

import java.util.List;

import edu.wenzhou.site.publishing.KeptPerGeneration;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Reads in the order that the college gives. */
public interface CampusRepository extends Repository<Campus, Long> {

	@KeptPerGeneration
	@Query("""
			select distinct c from Campus c
			left join fetch c.sources source
			left join fetch source.sentence
			order by c.position, c.id""")
	List<Campus> findAllWithSources();

	@KeptPerGeneration
	@Query("""
			select distinct c from Campus c
			left join fetch c.sources source
			left join fetch source.sentence
			left join fetch c.pictures
			order by c.position, c.id""")
	List<Campus> findAllWithPictures();

}
