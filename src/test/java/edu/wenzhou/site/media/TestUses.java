package edu.wenzhou.site.media;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import edu.wenzhou.site.media.Intake.Accepted;
import edu.wenzhou.site.media.Library.Description;
import edu.wenzhou.site.media.PictureMill.Image;
import edu.wenzhou.site.staff.StaffUser;
import edu.wenzhou.site.text.LocalizedText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What uses files of the library in tests: nothing, until a test says so. */
@Component
public class TestUses implements MediaUses {

	private final Map<String, Use> uses = new ConcurrentHashMap<>();

	private final Map<String, Runnable> asked = new ConcurrentHashMap<>();

	private final Map<String, Long> described = new ConcurrentHashMap<>();

	private final JdbcClient jdbc;

	private final Intake intake;

	private final MediaStore store;

	private final MediaItemRepository items;

	TestUses(JdbcClient jdbc, Intake intake, MediaStore store, MediaItemRepository items) {
		this.jdbc = jdbc;
		this.intake = intake;
		this.store = store;
		this.items = items;
	}

	/** Another file each time, which something public uses. */
	public PublicFile publicFile() {
		String sha256 = this.jdbc.sql("""
				with made as (select convert_to(gen_random_uuid()::text, 'UTF8') as content)
				insert into media_blob (sha256, content) select encode(sha256(content), 'hex'), content from made
				returning sha256""").query(String.class).single();
		long id = this.jdbc.sql("""
				insert into media_item
				(sha256, kind, content_type, file_name, byte_size, uploaded_by, created_at, updated_at)
				values (:sha256, 'ATTACHMENT', 'application/pdf', 'a.pdf', 36, '', now(), now()) returning id""")
			.param("sha256", sha256)
			.query(Long.class)
			.single();
		use(sha256, true);
		return new PublicFile(id, sha256, "a.pdf");
	}

	/** A picture that went the way of uploads, and that something public uses. */
	public long publicPicture(String name, byte[] content, LocalizedText alt, LocalizedText caption) {
		try {
			Accepted file = this.intake.accept(name, content);
			MediaItem item = new MediaItem(file.type(), this.store.put(file.whole().content()), file.name(),
					file.whole().content().length, "", Instant.now());
			item.measure(file.whole().width(), file.whole().height());
			for (Image image : file.cuts()) {
				item.add(new MediaRendition(item, image.width(), image.height(), image.content().length,
						this.store.put(image.content()), MediaItem.MIDDLE, MediaItem.MIDDLE));
			}
			item.describe(new Description(alt, caption, MediaItem.MIDDLE, MediaItem.MIDDLE), Instant.now());
			use(item.getSha256(), true);
			return this.items.save(item).getId();
		}
		catch (UploadRefusal ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** From now on something uses the file. */
	public void use(String sha256, boolean live) {
		this.uses.put(sha256, new Use("用它的一页", "/staff/account", live));
	}

	public void forget(String sha256) {
		this.uses.remove(sha256);
	}

	@Override
	public List<Use> usesOf(String sha256, StaffUser reader) {
		Runnable then = this.asked.remove(sha256);
		if (then != null) {
			then.run();
		}
		return this.uses.containsKey(sha256) ? List.of(this.uses.get(sha256)) : List.of();
	}

	/** What is to happen when somebody asks next what uses that file. */
	public void whenAsked(String sha256, Runnable then) {
		this.asked.put(sha256, then);
	}

	/** How often something else was said of that file. */
	public long descriptions(String sha256) {
		return this.described.getOrDefault(sha256, 0L);
	}

	@Override
	public void described(String sha256) {
		this.described.merge(sha256, 1L, Long::sum);
	}

	@Override
	public boolean isPublic(String sha256) {
		return this.uses.containsKey(sha256) && this.uses.get(sha256).live();
	}

	/** A file that was added behind the library's back. */
	public record PublicFile(long id, String sha256, String name) {

	}

}
