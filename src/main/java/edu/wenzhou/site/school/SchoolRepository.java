package edu.wenzhou.site.school;

import java.util.List;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Reads in the order that the college gives. */
public interface SchoolRepository extends Repository<School, Long> {

	@Query("""
			select distinct s from School s
			left join fetch s.sources source
			left join fetch source.sentence
			order by s.position, s.id""")
	List<School> findAllWithSources();

	@Query("""
			select distinct s from School s
			left join fetch s.sources source
			left join fetch source.sentence
			left join fetch s.pictures
			order by s.position, s.id""")
	List<School> findAllWithPictures();

}
