package edu.wenzhou.site.profile;

import java.util.List;

import edu.wenzhou.site.publishing.KeptPerGeneration;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Reads in the order of the about pages. */
public interface ProfileSectionRepository extends Repository<ProfileSection, Long> {

	@KeptPerGeneration
	@Query("""
			select distinct s from ProfileSection s
			left join fetch s.sources source
			left join fetch source.sentence
			order by s.position, s.id""")
	List<ProfileSection> findAllWithSources();

}
