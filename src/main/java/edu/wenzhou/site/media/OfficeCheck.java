package edu.wenzhou.site.media;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import edu.wenzhou.site.media.UploadRefusal.Reason;

/**
 * Looks through the ZIP archive that a Word or Excel file is, and reads no XML of it.
 * Both lists of entries, the one at the end and the one spread through the file, must be
 * the same, since programs differ in which of them they believe.
 */
final class OfficeCheck {

	/** What a file of each type cannot be without. */
	private static final Map<FileType, String> MAIN_PART = Map.of(FileType.DOCX, "word/document.xml", FileType.XLSX,
			"xl/workbook.xml");

	private static final String CONTENT_TYPES = "[Content_Types].xml";

	private static final int END_RECORD = 0x06054b50;

	private static final int END_RECORD_SIZE = 22;

	private static final int DIRECTORY_ENTRY = 0x02014b50;

	private static final int DIRECTORY_ENTRY_SIZE = 46;

	private static final int ENCRYPTED = 1;

	/** Archives, and the containers of old Office files and of embedded objects. */
	private static final List<String> ARCHIVES = List.of("PK\u0003\u0004", "PK\u0005\u0006", "Rar!",
			"7z\u00bc\u00af\u0027\u001c", "\u001f\u008b", "BZh", "\u00fd7zXZ", "\u00d0\u00cf\u0011\u00e0");

	/** What a part begins with, as long as the longest of these. */
	private static final int START = 8;

	private OfficeCheck() {
	}

	static void check(FileType type, byte[] content) throws UploadRefusal {
		Set<String> names;
		try {
			names = directory(content);
			Set<String> streamed = stream(content);
			require(streamed.equals(names));
		}
		catch (IOException | IndexOutOfBoundsException | IllegalArgumentException ex) {
			throw new UploadRefusal(Reason.OFFICE);
		}
		require(names.contains(CONTENT_TYPES) && names.contains(MAIN_PART.get(type)));
	}

	/** The names in the list at the end, which must fill the file to its last byte. */
	private static Set<String> directory(byte[] content) throws UploadRefusal {
		ByteBuffer zip = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
		int end = content.length - END_RECORD_SIZE;
		require(end >= 0 && zip.getInt(end) == END_RECORD);
		int count = zip.getShort(end + 10) & 0xffff;
		if (count > UploadLimits.ENTRIES) {
			throw new UploadRefusal(Reason.OFFICE_LARGE);
		}
		int at = zip.getInt(end + 16);
		require(at >= 0 && (long) at + zip.getInt(end + 12) == end);
		Set<String> names = new HashSet<>();
		for (int i = 0; i < count; i++) {
			require(zip.getInt(at) == DIRECTORY_ENTRY && (zip.getShort(at + 8) & ENCRYPTED) == 0);
			int length = zip.getShort(at + 28) & 0xffff;
			require(names.add(new String(content, at + DIRECTORY_ENTRY_SIZE, length, StandardCharsets.UTF_8)));
			at += DIRECTORY_ENTRY_SIZE + length + (zip.getShort(at + 30) & 0xffff) + (zip.getShort(at + 32) & 0xffff);
		}
		require(at == end);
		return names;
	}

	/** The names as they come; what is unpacked is counted and thrown away. */
	private static Set<String> stream(byte[] content) throws IOException, UploadRefusal {
		Set<String> names = new HashSet<>();
		byte[] buffer = new byte[64 * 1024];
		long unpacked = 0;
		try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
			ZipEntry entry;
			while ((entry = zip.getNextEntry()) != null) {
				checkName(entry.getName());
				require(names.add(entry.getName()));
				if (names.size() > UploadLimits.ENTRIES) {
					throw new UploadRefusal(Reason.OFFICE_LARGE);
				}
				byte[] start = zip.readNBytes(START);
				if (ARCHIVES.stream().anyMatch((magic) -> FileType.startsWith(start, 0, magic))) {
					throw new UploadRefusal(Reason.OFFICE_NESTED);
				}
				unpacked += start.length;
				if (entry.getName().equals(CONTENT_TYPES)) {
					byte[] types = zip.readNBytes(1 << 20);
					unpacked += types.length;
					if (new String(types, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT).contains("macroenabled")) {
						throw new UploadRefusal(Reason.OFFICE_MACRO);
					}
				}
				int count;
				while ((count = zip.read(buffer)) > 0) {
					unpacked += count;
					if (unpacked > UploadLimits.UNPACKED_BYTES) {
						throw new UploadRefusal(Reason.OFFICE_LARGE);
					}
				}
			}
		}
		return names;
	}

	private static void checkName(String name) throws UploadRefusal {
		require(!name.isEmpty() && !name.startsWith("/") && !name.contains("\\") && !name.contains(":")
				&& !(name + "/").contains("../") && name.indexOf('\0') < 0);
		String lower = name.toLowerCase(Locale.ROOT);
		if (lower.endsWith("vbaproject.bin") || lower.contains("/activex/")) {
			throw new UploadRefusal(Reason.OFFICE_MACRO);
		}
	}

	private static void require(boolean condition) throws UploadRefusal {
		if (!condition) {
			throw new UploadRefusal(Reason.OFFICE);
		}
	}

}
