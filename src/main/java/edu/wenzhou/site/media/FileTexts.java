package edu.wenzhou.site.media;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What readers read of files of the library: the text of attachments, and what pictures
 * are said to show.
 */
@Component
public class FileTexts {

	private static final Logger logger = LoggerFactory.getLogger(FileTexts.class);

	/** Characters that are kept for the next time; files never change. */
	private static final int KEPT = 4 * TextCollector.MOST;

	private final MediaItemRepository items;

	private final MediaStore store;

	/** A file may take much memory while it is read. */
	private final Semaphore readers = new Semaphore(UploadLimits.DECODERS, true);

	private final Cache<String, Content> contents = Caffeine.newBuilder()
		.maximumWeight(KEPT)
		.<String, Content>weigher(
				(sha256, content) -> 100 + content.lines().stream().mapToInt((line) -> line.length() + 20).sum())
		.build();

	FileTexts(MediaItemRepository items, MediaStore store) {
		this.items = items;
		this.store = store;
	}

	/**
	 * Those files that there are, by their SHA-256; one SQL statement, or none for none.
	 */
	@Transactional(readOnly = true)
	public Map<String, FileText> of(Set<String> sha256) {
		Map<String, FileText> texts = new LinkedHashMap<>();
		if (!sha256.isEmpty()) {
			this.items.findBySha256(sha256).forEach((item) -> texts.put(item.getSha256(), text(item)));
		}
		return texts;
	}

	FileText text(MediaItem item) {
		if (item.isPicture()) {
			List<String> said = Stream.of(item.getAlt(), item.getCaption())
				.filter(Objects::nonNull)
				.flatMap((text) -> Stream.of(text.zh(), text.en()))
				.filter(Objects::nonNull)
				.toList();
			return new FileText(item.getFileName(), false, true, said);
		}
		Content content = this.contents.get(item.getSha256(), (sha256) -> read(item));
		// The name is read, too
		List<String> lines = Stream
			.concat(Stream.of(item.getFileName().replaceFirst("\\.[A-Za-z0-9]+$", "")), content.lines().stream())
			.toList();
		return new FileText(item.getFileName(), true, content.whole(), lines);
	}

	private Content read(MediaItem item) {
		TextCollector text = new TextCollector();
		boolean whole = false;
		this.readers.acquireUninterruptibly();
		try (InputStream stored = this.store.open(item.getSha256()).orElse(InputStream.nullInputStream())) {
			byte[] content = stored.readAllBytes();
			if (FileType.ofName(item.getFileName()).orElseThrow() == FileType.PDF) {
				PdfText.read(content, text);
			}
			else {
				OfficeText.read(content, text);
			}
			whole = !text.lines().isEmpty();
		}
		catch (IOException ex) {
			logger.info("The text of {} cannot be read: {}", item.getSha256(), ex.getMessage());
		}
		finally {
			this.readers.release();
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
	 * none
	 * @param lines of the text, with the name of an attachment
	 */
	public record FileText(String name, boolean attachment, boolean read, List<String> lines) {

	}

}
