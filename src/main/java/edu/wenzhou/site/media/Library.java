package edu.wenzhou.site.media;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import edu.wenzhou.site.audit.Actor;
import edu.wenzhou.site.audit.AuditTrail;
import edu.wenzhou.site.audit.AuditTrail.Item;
import edu.wenzhou.site.media.Intake.Accepted;
import edu.wenzhou.site.media.MediaUses.Use;
import edu.wenzhou.site.media.PictureMill.Image;
import edu.wenzhou.site.text.LocalizedText;
import edu.wenzhou.site.web.NotFoundException;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people of the back office do with the library. Each change is recorded with it.
 */
@Service
@Transactional
@PreAuthorize(Library.READERS)
class Library {

	/** Who looks: everybody who has to do with content. */
	static final String READERS = "hasAnyRole('EDITOR', 'REVIEWER_1', 'REVIEWER_2', 'APPROVER')";

	/** Who uploads, changes and deletes. */
	static final String WRITERS = "hasRole('EDITOR')";

	static final int PAGE = 24;

	private static final long KEY = 0x3ED1A;

	private final MediaItemRepository items;

	private final MediaStore store;

	private final Uses uses;

	private final AuditTrail trail;

	private final JdbcClient jdbc;

	private final Clock clock;

	Library(MediaItemRepository items, MediaStore store, Uses uses, AuditTrail trail, JdbcClient jdbc, Clock clock) {
		this.items = items;
		this.store = store;
		this.uses = uses;
		this.trail = trail;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	@Transactional(readOnly = true)
	Page<MediaItem> search(MediaFilter filter) {
		return this.items.search(filter.kinds(), filter.completeness(), filter.text(),
				PageRequest.of(filter.page() - 1, PAGE));
	}

	@Transactional(readOnly = true)
	MediaItem get(long id) {
		return this.items.find(id).orElseThrow(NotFoundException::new);
	}

	/**
	 * The picture with these bytes.
	 * @throws NotFoundException if there is none
	 */
	@Transactional(readOnly = true)
	MediaItem picture(String sha256) {
		return this.items.findBySha256(Set.of(sha256))
			.stream()
			.filter(MediaItem::isPicture)
			.findFirst()
			.orElseThrow(NotFoundException::new);
	}

	List<Use> usesOf(MediaItem item) {
		return this.uses.of(item);
	}

	/** Keeps a file, if its like is not there already. */
	@PreAuthorize(WRITERS)
	Added add(Actor actor, Accepted file) {
		takeTurn();
		String sha256 = this.store.put(file.whole().content());
		MediaItem there = this.items.findBySha256(Set.of(sha256)).stream().findFirst().orElse(null);
		if (there != null) {
			return new Added(there.getId(), there.getFileName(), there.isComplete(), true);
		}
		MediaItem item = new MediaItem(file.type(), sha256, file.name(), file.whole().content().length, actor.name(),
				this.clock.instant());
		if (item.isPicture()) {
			item.measure(file.whole().width(), file.whole().height());
		}
		for (Image image : file.renditions()) {
			item.add(new MediaRendition(item, image.width(), image.height(), image.content().length,
					this.store.put(image.content())));
		}
		this.items.save(item);
		this.trail.done(actor, "media.upload", item(item),
				Map.of("sha256", sha256, "type", file.type().contentType(), "bytes", item.getByteSize()));
		return new Added(item.getId(), item.getFileName(), item.isComplete(), false);
	}

	/** Records a file that did not get in; nothing of its content. */
	@PreAuthorize(WRITERS)
	void refused(Actor actor, String name, long bytes, UploadRefusal refusal) {
		this.trail.refused(actor, "media.refuse", new Item("media", null, name),
				Map.of("reason", refusal.getReason().name(), "bytes", bytes));
	}

	/**
	 * What a picture shows and what of it matters.
	 * @return false where somebody else was quicker: then nothing is changed
	 */
	@PreAuthorize(WRITERS)
	boolean describe(Actor actor, long id, Description description, long version) {
		MediaItem item = this.items.find(id).filter(MediaItem::isPicture).orElseThrow(NotFoundException::new);
		if (item.getVersion() != version) {
			return false;
		}
		Map<String, String> changes = new LinkedHashMap<>();
		note(changes, "alt-zh", (item.getAlt() != null) ? item.getAlt().zh() : null,
				(description.alt() != null) ? description.alt().zh() : null);
		note(changes, "alt-en", (item.getAlt() != null) ? item.getAlt().en() : null,
				(description.alt() != null) ? description.alt().en() : null);
		note(changes, "decorative", item.isDecorative(), description.alt() == null);
		note(changes, "focal-point", item.getFocalX() + "/" + item.getFocalY(),
				description.focalX() + "/" + description.focalY());
		item.describe(description.alt(), description.focalX(), description.focalY(), this.clock.instant());
		this.trail.done(actor, "media.change", item(item), changes);
		return true;
	}

	/**
	 * Deletes a file that nothing uses.
	 * @return what uses it; if that is anything, the file is still there
	 */
	@PreAuthorize(WRITERS)
	List<Use> delete(Actor actor, long id) {
		takeTurn();
		MediaItem item = get(id);
		List<Use> used = this.uses.of(item);
		if (!used.isEmpty()) {
			this.trail.refused(actor, "media.delete", item(item), Map.of("uses", used.size()));
			return used;
		}
		Set<String> bytes = new LinkedHashSet<>(List.of(item.getSha256()));
		item.getRenditions().forEach((rendition) -> bytes.add(rendition.getSha256()));
		this.items.delete(item);
		for (String sha256 : bytes) {
			// The query writes the deletion first; another picture may have the same
			// bytes
			if (this.items.findByAnySha256(sha256).isEmpty()) {
				this.store.delete(sha256);
			}
		}
		this.trail.done(actor, "media.delete", item(item), Map.of("sha256", item.getSha256()));
		return used;
	}

	/**
	 * One at a time, over all nodes, until the end of the transaction: else somebody
	 * could take away bytes that somebody else is just told are there.
	 */
	private void takeTurn() {
		this.jdbc.sql("select pg_advisory_xact_lock(?)").param(KEY).query((row) -> {
		});
	}

	static Item item(MediaItem item) {
		return new Item("media", String.valueOf(item.getId()), item.getFileName());
	}

	private static void note(Map<String, String> changes, String name, Object before, Object after) {
		if (!Objects.equals(before, after)) {
			changes.put(name, ((before != null) ? before : "") + " → " + ((after != null) ? after : ""));
		}
	}

	/**
	 * A file that is in the library now.
	 *
	 * @param there whether it was before
	 */
	record Added(long id, String name, boolean complete, boolean there) {

	}

	/**
	 * What a picture shows.
	 *
	 * @param alt null for an ornament
	 */
	record Description(LocalizedText alt, int focalX, int focalY) {

	}

}
