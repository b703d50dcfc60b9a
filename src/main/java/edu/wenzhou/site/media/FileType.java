package edu.wenzhou.site.media;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What may be uploaded. Everything else is refused, SVG, HTML and GIF among it. */
enum FileType {

	JPEG(MediaKind.PICTURE, "image/jpeg", "jpg", "jpeg"), PNG(MediaKind.PICTURE, "image/png", "png"),
	WEBP(MediaKind.PICTURE, "image/webp", "webp"), PDF(MediaKind.ATTACHMENT, "application/pdf", "pdf"),
	DOCX(MediaKind.ATTACHMENT, "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
	XLSX(MediaKind.ATTACHMENT, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx");

	private final MediaKind kind;

	private final String contentType;

	private final List<String> extensions;

	FileType(MediaKind kind, String contentType, String... extensions) {
		this.kind = kind;
		this.contentType = contentType;
		this.extensions = List.of(extensions);
	}

	/** By the last extension of a name, however written. */
	static Optional<FileType> ofName(String name) {
		String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
		return Arrays.stream(values()).filter((type) -> type.extensions.contains(extension)).findFirst();
	}

	/** Whether a file begins as files of this type do. */
	boolean isBegunBy(byte[] content) {
		return switch (this) {
			case JPEG -> startsWith(content, 0, "\u00ff\u00d8\u00ff");
			case PNG -> startsWith(content, 0, "\u0089PNG\r\n\u001a\n");
			case WEBP -> startsWith(content, 0, "RIFF") && startsWith(content, 8, "WEBP");
			case PDF -> startsWith(content, 0, "%PDF-");
			case DOCX, XLSX -> startsWith(content, 0, "PK\u0003\u0004");
		};
	}

	MediaKind kind() {
		return this.kind;
	}

	String contentType() {
		return this.contentType;
	}

	/** With which we name such a file. */
	String extension() {
		return this.extensions.get(0);
	}

	/** All that people may write. */
	List<String> extensions() {
		return this.extensions;
	}

	static boolean startsWith(byte[] content, int offset, String text) {
		byte[] expected = text.getBytes(StandardCharsets.ISO_8859_1);
		return content.length >= offset + expected.length
				&& Arrays.equals(content, offset, offset + expected.length, expected, 0, expected.length);
	}

}
