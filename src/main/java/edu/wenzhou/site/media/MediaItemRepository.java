package edu.wenzhou.site.media;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.data.repository.query.Param;

interface MediaItemRepository extends Repository<MediaItem, Long> {

	MediaItem save(MediaItem item);

	/** Writes it at once. */
	MediaItem saveAndFlush(MediaItem item);

	void delete(MediaItem item);

	@Query("select m from MediaItem m left join fetch m.renditions where m.id = :id")
	Optional<MediaItem> find(@Param("id") long id);

	@Query("select m from MediaItem m left join fetch m.renditions where m.sha256 in :sha256s")
	List<MediaItem> findBySha256(@Param("sha256s") Collection<String> sha256s);

	@Query("select m from MediaItem m left join fetch m.renditions where m.id in :ids")
	List<MediaItem> findByIds(@Param("ids") Collection<Long> ids);

	/** The items that these bytes belong to, whole or narrower. */
	@Query("""
			select m from MediaItem m left join fetch m.renditions
			where m.sha256 = :sha256
			or exists (select r.id from MediaRendition r where r.item = m and r.sha256 = :sha256)
			order by m.id""")
	List<MediaItem> findByAnySha256(@Param("sha256") String sha256);

	/**
	 * The newest first.
	 * @param text in lower case; empty finds everything
	 * @param complete whether those that still lack a description are wanted, or not
	 */
	@Query("""
			select m from MediaItem m where m.kind in :kinds
			and case when m.kind = edu.wenzhou.site.media.MediaKind.ATTACHMENT or m.decorative = true
			or m.alt.zh is not null then true else false end in :complete
			and (:text = '' or locate(:text, lower(m.fileName)) > 0 or locate(:text, lower(m.alt.zh)) > 0
			or locate(:text, lower(m.alt.en)) > 0)
			order by m.createdAt desc, m.id desc""")
	Page<MediaItem> search(@Param("kinds") Collection<MediaKind> kinds, @Param("complete") Collection<Boolean> complete,
			@Param("text") String text, Pageable page);

}
