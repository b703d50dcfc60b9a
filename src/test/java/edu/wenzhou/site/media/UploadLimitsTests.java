package edu.wenzhou.site.media;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;

import edu.wenzhou.site.media.UploadRefusal.Reason;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What the documents and the sentences say of uploads is what the code does. */
class UploadLimitsTests {

	private static final int MEBIBYTE = 1024 * 1024;

	@Test
	void theDocumentSaysTheLimits() throws IOException {
		List<String> document = Files.readAllLines(Path.of("docs/security.md"));
		assertThat(document).contains("| a file | %d MB |".formatted(UploadLimits.FILE_BYTES / MEBIBYTE),
				"| a form | %d files, 60 MB |".formatted(UploadLimits.FILES),
				"| a side of a picture | %d pixels |".formatted(UploadLimits.SIDE),
				"| a picture | %d pixels |".formatted(UploadLimits.PIXELS),
				"| a picture, pixels times scans | %d |".formatted(UploadLimits.SCANNED_PIXELS),
				"| decoded at a time | %d |".formatted(UploadLimits.DECODERS),
				"| waiting for that | %d seconds |".formatted(UploadLimits.PATIENCE.toSeconds()),
				"| decoding | %d seconds |".formatted(UploadLimits.DECODING.toSeconds()),
				"| entries of an Office file | %d |".formatted(UploadLimits.ENTRIES),
				"| an Office file unpacked | %d MB |".formatted(UploadLimits.UNPACKED_BYTES / MEBIBYTE),
				"| a name | %d characters |".formatted(UploadLimits.NAME_LENGTH));
	}

	@Test
	void theDocumentSaysEveryType() throws IOException {
		List<String> rows = Files.readAllLines(Path.of("docs/security.md"))
			.stream()
			.dropWhile((line) -> !line.startsWith("| accepted |"))
			.skip(2)
			.takeWhile((line) -> line.startsWith("|"))
			.toList();
		assertThat(rows).hasSameSizeAs(FileType.values());
		Arrays.stream(FileType.values())
			.forEach((type) -> assertThat(rows).anyMatch((row) -> row
				.matches("\\| \\w+ \\(`\\.%s`\\).*".formatted(String.join("`, `\\.", type.extensions())))));
	}

	@Test
	void everyReasonHasASentenceWithTheRightNumbers() throws IOException {
		Properties messages = new Properties();
		try (var reader = Files.newBufferedReader(Path.of("src/main/resources/staff-messages.properties"))) {
			messages.load(reader);
		}
		for (Reason reason : Reason.values()) {
			assertThat(messages.getProperty("staff.media.refuse." + reason)).as(reason.name()).endsWith("。");
		}
		assertThat(messages.getProperty("staff.media.refuse.PIXELS")).contains(UploadLimits.SIDE + " 像素",
				UploadLimits.PIXELS / 10_000 + " 万像素");
		assertThat(messages.getProperty("staff.media.refuse.LARGE"))
			.contains(UploadLimits.FILE_BYTES / MEBIBYTE + " MB");
		assertThat(messages.getProperty("staff.error.413.text")).contains(UploadLimits.FILE_BYTES / MEBIBYTE + " MB",
				"60 MB");
	}

}
