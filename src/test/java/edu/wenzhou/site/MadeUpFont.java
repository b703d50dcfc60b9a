package edu.wenzhou.site;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.TreeMap;

/**
 * A TrueType font whose every character is a box, for machines without a Chinese one:
 * enough to make a PDF and to read its words again, and nothing that belongs to somebody
 * else.
 */
final class MadeUpFont {

	private static final int UNITS = 1000;

	/** First and last character of each block it has. */
	private static final int[][] BLOCKS = { { 0x20, 0x7E }, { 0xA0, 0xFF }, { 0x2000, 0x206F }, { 0x2190, 0x21FF },
			{ 0x25A0, 0x25FF }, { 0x3000, 0x303F }, { 0x4E00, 0x9FFF }, { 0xFF00, 0xFFEF } };

	private static final byte[] BOX = bytes((glyph) -> {
		shorts(glyph, 1, 100, 0, 900, 800, 3, 0);
		glyph.write(new byte[] { 1, 1, 1, 1 });
		shorts(glyph, 100, 800, 0, -800);
		shorts(glyph, 0, 0, 800, 0);
	});

	private MadeUpFont() {
	}

	/**
	 * Writes it, unless it is there; never a part of it, since other tests may be
	 * reading.
	 */
	static Path at(Path file) {
		if (!Files.exists(file)) {
			try {
				Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
				Path whole = Files.write(Files.createTempFile(folder, "boxes", null), font());
				Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
		return file;
	}

	private static byte[] font() {
		int count = 1;
		for (int[] block : BLOCKS) {
			count += block[1] - block[0] + 1;
		}
		int glyphs = count;
		Map<String, byte[]> tables = new TreeMap<>();
		tables.put("OS/2", bytes((out) -> {
			shorts(out, 0, UNITS, 400, 5, 0);
			out.write(new byte[2 * 10 + 2 + 10 + 16]);
			out.write("NONE".getBytes(StandardCharsets.US_ASCII));
			shorts(out, 0x40, 0x20, 0xFFEF, 800, -200, 0, 800, 200);
		}));
		tables.put("cmap", bytes(MadeUpFont::characters));
		tables.put("glyf", bytes((out) -> {
			for (int i = 0; i < glyphs; i++) {
				out.write(BOX);
			}
		}));
		tables.put("head", bytes((out) -> {
			shorts(out, 1, 0, 1, 0, 0, 0, 0x5F0F, 0x3CF5, 0, UNITS);
			out.write(new byte[16]);
			shorts(out, 100, 0, 900, 800, 0, 8, 2, 1, 0);
		}));
		tables.put("hhea", bytes((out) -> {
			shorts(out, 1, 0, 800, -200, 0, UNITS, 100, 100, 900, 1, 0, 0, 0, 0, 0, 0, 0, 1);
		}));
		tables.put("hmtx", bytes((out) -> {
			shorts(out, UNITS);
			for (int i = 0; i < glyphs; i++) {
				shorts(out, 100);
			}
		}));
		tables.put("loca", bytes((out) -> {
			for (int i = 0; i <= glyphs; i++) {
				out.writeInt(i * BOX.length);
			}
		}));
		tables.put("maxp", bytes((out) -> shorts(out, 1, 0, glyphs, 4, 1, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0)));
		tables.put("name", bytes(MadeUpFont::names));
		tables.put("post", bytes((out) -> {
			shorts(out, 3, 0, 0, 0, -100, 50);
			out.write(new byte[20]);
		}));
		return file(tables);
	}

	/** Format 4: runs of characters whose glyphs follow each other too. */
	private static void characters(DataOutputStream out) throws IOException {
		int segments = BLOCKS.length + 1;
		shorts(out, 0, 1, 3, 1, 0, 12, 4, 16 + 8 * segments, 0, 2 * segments, 16, 3, 2 * segments - 16);
		for (int[] block : BLOCKS) {
			shorts(out, block[1]);
		}
		shorts(out, 0xFFFF, 0);
		for (int[] block : BLOCKS) {
			shorts(out, block[0]);
		}
		shorts(out, 0xFFFF);
		int glyph = 1;
		for (int[] block : BLOCKS) {
			shorts(out, glyph - block[0]);
			glyph += block[1] - block[0] + 1;
		}
		shorts(out, 1);
		out.write(new byte[2 * segments]);
	}

	private static void names(DataOutputStream out) throws IOException {
		byte[] name = "Boxes".getBytes(StandardCharsets.UTF_16BE);
		int[] kinds = { 1, 4, 6 };
		shorts(out, 0, kinds.length, 6 + 12 * kinds.length);
		for (int kind : kinds) {
			shorts(out, 3, 1, 0x409, kind, name.length, 0);
		}
		out.write(name);
	}

	private static byte[] file(Map<String, byte[]> tables) {
		return bytes((out) -> {
			shorts(out, 1, 0, tables.size(), 128, 3, 16 * tables.size() - 128);
			int offset = 12 + 16 * tables.size();
			for (Map.Entry<String, byte[]> table : tables.entrySet()) {
				out.write(table.getKey().getBytes(StandardCharsets.US_ASCII));
				out.writeInt(0);
				out.writeInt(offset);
				out.writeInt(table.getValue().length);
				offset += (table.getValue().length + 3) / 4 * 4;
			}
			for (byte[] table : tables.values()) {
				out.write(table);
				out.write(new byte[(4 - table.length % 4) % 4]);
			}
		});
	}

	private static void shorts(DataOutputStream out, int... values) throws IOException {
		for (int value : values) {
			out.writeShort(value);
		}
	}

	private static byte[] bytes(Writing writing) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try {
			writing.to(new DataOutputStream(bytes));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

	private interface Writing {

		void to(DataOutputStream out) throws IOException;

	}

}
