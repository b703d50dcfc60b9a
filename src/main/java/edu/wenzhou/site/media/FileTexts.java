package edu.wenzhou.site.media;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * What readers read of files of the library: the text of attachments, and what pictures
 * are said to show. Attachments are read when they are uploaded, and the database keeps
 * their text: whoever checks what is to be published holds locks and cannot wait for a
 * file.
 */
@Component
public class FileTexts {

	private static final Logger logger = LoggerFactory.getLogger(FileTexts.class);

	private final MediaItemRepository items;

	private final MediaStore store;

	private final JdbcClient jdbc;

	/** A file may take much memory while it is read. */
	private final Semaphore readers = new Semaphore(UploadLimits.DECODERS);

	FileTexts(MediaItemRepository items, MediaStore store, JdbcClient jdbc) {
		this.items = items;
		this.store = store;
		this.jdbc = jdbc;
	}

	/**
	 * Those files that there are, by their SHA-256; two SQL statements, one where none is
	 * an attachment, none for none.
	 */
	public Map<String, FileText> of(Set<String> sha256) {
		Map<String, FileText> texts = new LinkedHashMap<>();
		if (!sha256.isEmpty()) {
			List<MediaItem> found = this.items.findBySha256(sha256);
			Map<Long, Content> contents = contents(
					found.stream().filter((item) -> !item.isPicture()).map(MediaItem::getId).toList());
			found.forEach((item) -> texts.put(item.getSha256(), text(item, contents.get(item.getId()))));
		}
		return texts;
	}

	FileText text(MediaItem item) {
		return text(item, item.isPicture() ? null : contents(List.of(item.getId())).get(item.getId()));
	}

	private static FileText text(MediaItem item, Content content) {
		if (item.isPicture()) {
			List<String> said = Stream.of(item.getAlt(), item.getCaption())
				.filter(Objects::nonNull)
				.flatMap((text) -> Stream.of(text.zh(), text.en()))
				.filter(Objects::nonNull)
				.toList();
			return new FileText(item.getFileName(), false, true, said);
		}
		// The name is read, too
		Stream<String> name = Stream.of(item.getFileName().replaceFirst("\\.[A-Za-z0-9]+$", ""));
		return (content != null)
				? new FileText(item.getFileName(), true, content.whole(),
						Stream.concat(name, content.lines().stream()).toList())
				: new FileText(item.getFileName(), true, false, name.toList());
	}

	private Map<Long, Content> contents(Collection<Long> attachments) {
		Map<Long, Content> contents = new HashMap<>();
		if (!attachments.isEmpty()) {
			this.jdbc.sql("select media_item_id, lines, whole from attachment_text where media_item_id in (:items)")
				.param("items", attachments)
				.query((row) -> {
					contents.put(row.getLong("media_item_id"),
							new Content(row.getString("lines").lines().toList(), row.getBoolean("whole")));
				});
		}
		return contents;
	}

	/**
	 * Reads an attachment, unless its text is there already or others are being read:
	 * then it is read a little later. Not to be called in a transaction.
	 */
	void read(long id) {
		MediaItem item = this.items.find(id).filter((one) -> !one.isPicture()).orElse(null);
		if (item == null || !contents(List.of(id)).isEmpty() || !this.readers.tryAcquire()) {
			return;
		}
		try {
			Content content = read(item);
			this.jdbc.sql("""
					insert into attachment_text (media_item_id, lines, whole)
					select id, ?, ? from media_item where id = ? on conflict do nothing""")
				.params(String.join("\n", content.lines()), content.whole(), id)
				.update();
		}
		finally {
			this.readers.release();
		}
	}

	/**
	 * Reads what nobody has read yet, such as what was uploaded to an earlier release.
	 */
	@Scheduled(fixedDelayString = "${college.media.read-every:30s}",
			initialDelayString = "${college.media.read-every:30s}")
	void readTheRest() {
		try {
			Optional<Long> next = next(0);
			while (next.isPresent()) {
				read(next.get());
				next = next(next.get());
			}
		}
		catch (DataAccessException | TransactionException ex) {
			logger.warn("Could not read attachments: {}", ex.getMessage());
		}
	}

	private Optional<Long> next(long after) {
		return this.jdbc.sql("""
				select m.id from media_item m where m.kind = 'ATTACHMENT' and m.id > ?
				and not exists (select from attachment_text t where t.media_item_id = m.id) order by m.id limit 1""")
			.param(after)
			.query(Long.class)
			.optional();
	}

	private Content read(MediaItem item) {
		byte[] content;
		try (InputStream stored = this.store.open(item.getSha256()).orElse(InputStream.nullInputStream())) {
			content = stored.readAllBytes();
		}
		catch (IOException ex) {
			logger.warn("Could not open {}: {}", item.getSha256(), ex.getMessage());
			return new Content(List.of(), false);
		}
		TextCollector text = new TextCollector();
		boolean whole = false;
		try {
			if (FileType.ofName(item.getFileName()).orElseThrow() == FileType.PDF) {
				PdfText.read(content, text);
			}
			else {
				OfficeText.read(content, text);
			}
			whole = !text.lines().isEmpty();
		}
		catch (IOException | RuntimeException | StackOverflowError ex) {
			// It is a file from anywhere, and readers fail in every way that there is
			logger.info("The text of {} cannot be read: {}", item.getSha256(), ex.toString());
		}
		return new Content(text.lines(), whole);
	}

	private record Content(List<String> lines, boolean whole) {

	}

	/**
	 * What is read of a file.
	 *
	 * @param attachment else it is a picture
	 * @param read whether there was any text, and all of it could be read; scans have
	 * none, and what was just uploaded may wait to be read
	 * @param lines of the text, with the name of an attachment
	 */
	public record FileText(String name, boolean attachment, boolean read, List<String> lines) {

	}

}
