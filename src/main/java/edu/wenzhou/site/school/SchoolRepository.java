package edu.wenzhou.site.school;

import java.util.List;

import edu.wenzhou.site.publishing.KeptPerGeneration;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Reads in the order that the college gives. */
public interface SchoolRepository extends Repository<School, Long> {

	@KeptPerGeneration
	@Query("""
			select distinct s from School s
			left join fetch s.sources source
			left join fetch source.sentence
			order by s.position, s.id""")
	List<School> findAllWithSources();

	@KeptPerGeneration
	@Query("""
			select distinct s from School s
			left join fetch s.sources source
			left join fetch source.sentence
			left join fetch s.pictures
			order by s.position, s.id""")
	List<School> findAllWithPictures();

}
