package edu.wenzhou.site.media;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
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
import edu.wenzhou.site.staff.StaffUser;
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

	private final PictureMill mill;

	private final Uses uses;

	private final AuditTrail trail;

	private final JdbcClient jdbc;

	private final Clock clock;

	Library(MediaItemRepository items, MediaStore store, PictureMill mill, Uses uses, AuditTrail trail, JdbcClient jdbc,
			Clock clock) {
		this.items = items;
		this.store = store;
		this.mill = mill;
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

	/** The file that these bytes belong to, whole or made of it. */
	@Transactional(readOnly = true)
	MediaItem owner(String sha256) {
		return this.items.findByAnySha256(sha256).stream().findFirst().orElseThrow(NotFoundException::new);
	}

	List<Use> usesOf(MediaItem item, StaffUser reader) {
		return this.uses.of(item, reader);
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
		keep(item, file.cuts(), MediaItem.MIDDLE, MediaItem.MIDDLE);
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
	 * What a picture shows and what of it matters. Where that point is new, the
	 * renditions around it are made here, by whoever is first.
	 * @return false where somebody else was quicker: then nothing is changed
	 * @throws UploadRefusal if the renditions cannot be made now; then nothing is changed
	 */
	@PreAuthorize(WRITERS)
	boolean describe(Actor actor, long id, Description description, long version) throws UploadRefusal {
		// Whoever comes to use the file meanwhile need not wait; whoever changes it has
		// won
		boolean mine = lock(id, "no key update skip locked");
		MediaItem item = this.items.find(id).filter(MediaItem::isPicture).orElseThrow(NotFoundException::new);
		if (!mine || item.getVersion() != version) {
			return false;
		}
		if (item.cuts(description.focalX(), description.focalY()).isEmpty()) {
			List<Image> cuts = this.mill.cut(FileType.ofName(item.getFileName()).orElseThrow(), content(item),
					description.focalX(), description.focalY());
			takeTurn();
			keep(item, cuts, description.focalX(), description.focalY());
		}
		Map<String, String> changes = changes(item, description);
		item.describe(description, this.clock.instant());
		this.trail.done(actor, "media.change", item(item), changes);
		if (!changes.isEmpty()) {
			// They read it from the database
			this.items.saveAndFlush(item);
			this.uses.described(item);
		}
		return true;
	}

	private static Map<String, String> changes(MediaItem item, Description description) {
		Map<String, String> changes = new LinkedHashMap<>();
		note(changes, "alt", item.getAlt(), description.alt());
		note(changes, "caption", item.getCaption(), description.caption());
		note(changes, "decorative", item.isDecorative(), description.alt() == null);
		note(changes, "focal-point", item.getFocalX() + "/" + item.getFocalY(),
				description.focalX() + "/" + description.focalY());
		return changes;
	}

	private byte[] content(MediaItem item) {
		try (InputStream content = this.store.open(item.getSha256()).orElseThrow()) {
			return content.readAllBytes();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void keep(MediaItem item, List<Image> cuts, int focalX, int focalY) {
		for (Image image : cuts) {
			item.add(new MediaRendition(item, image.width(), image.height(), image.content().length,
					this.store.put(image.content()), focalX, focalY));
		}
	}

	/**
	 * Deletes a file that nothing uses.
	 * @return what uses it; if that is anything, the file is still there
	 */
	@PreAuthorize(WRITERS)
	List<Use> delete(StaffUser user, Actor actor, long id) {
		// Whatever is coming to use the file has it locked, too: either that is seen here
		// when it is done, or it waits and finds no file
		lock(id, "update");
		MediaItem item = get(id);
		takeTurn();
		List<Use> used = this.uses.of(item, user);
		if (!used.isEmpty()) {
			this.trail.refused(actor, "media.delete", item(item), Map.of("uses", used.size()));
			return used;
		}
		Set<String> bytes = new LinkedHashSet<>(List.of(item.getSha256()));
		item.everything().forEach((rendition) -> bytes.add(rendition.getSha256()));
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
	 * Until the end of the transaction; always before {@link #takeTurn()}.
	 * @return whether there is such a file to lock
	 */
	private boolean lock(long id, String strength) {
		return this.jdbc.sql("select id from media_item where id = ? for " + strength)
			.param(id)
			.query(Long.class)
			.optional()
			.isPresent();
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

	private static void note(Map<String, String> changes, String name, LocalizedText before, LocalizedText after) {
		note(changes, name + "-zh", (before != null) ? before.zh() : null, (after != null) ? after.zh() : null);
		note(changes, name + "-en", (before != null) ? before.en() : null, (after != null) ? after.en() : null);
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
	 * @param caption null for none
	 */
	record Description(LocalizedText alt, LocalizedText caption, int focalX, int focalY) {

	}

}
