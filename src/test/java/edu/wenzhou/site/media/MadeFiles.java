package edu.wenzhou.site.media;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import javax.imageio.ImageIO;

/** Files for tests, good and bad, each made here. */
public final class MadeFiles {

	private static final Random RANDOM = new Random(7);

	private MadeFiles() {
	}

	/** Red above, blue below, and many shades, so that no two are the same. */
	public static BufferedImage photo(int width, int height) {
		BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
		for (int y = 0; y < height; y++) {
			int strong = 180 + RANDOM.nextInt(60);
			for (int x = 0; x < width; x++) {
				int weak = x * 60 / width;
				image.setRGB(x, y, (y < height / 2) ? strong << 16 | weak : weak << 8 | strong);
			}
		}
		return image;
	}

	/** Grey, with a red spot whose middle is there, in per cent. */
	public static byte[] jpegWithSpot(int width, int height, int x, int y) {
		return encode(withSpot(width, height, x, y), "jpeg");
	}

	static BufferedImage withSpot(int width, int height, int x, int y) {
		BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
		// No two are the same
		int grey = 90 + RANDOM.nextInt(60);
		for (int i = 0; i < width * height; i++) {
			int shade = grey + RANDOM.nextInt(20);
			image.setRGB(i % width, i / width, shade << 16 | shade << 8 | shade);
		}
		Graphics2D graphics = image.createGraphics();
		int size = Math.max(6, Math.min(width, height) / 8);
		graphics.setColor(Color.RED);
		graphics.fillRect(width * x / 100 - size / 2, height * y / 100 - size / 2, size, size);
		graphics.dispose();
		return image;
	}

	/** How far from the left the spot is, in per cent; -1 if it is not there. */
	public static int spot(BufferedImage image) {
		return middle(image, true);
	}

	/** The same from above. */
	static int spotFromAbove(BufferedImage image) {
		return middle(image, false);
	}

	private static int middle(BufferedImage image, boolean across) {
		long sum = 0;
		int count = 0;
		for (int y = 0; y < image.getHeight(); y++) {
			for (int x = 0; x < image.getWidth(); x++) {
				Color colour = new Color(image.getRGB(x, y));
				if (colour.getRed() > 200 && colour.getGreen() < 60 && colour.getBlue() < 60) {
					sum += across ? x : y;
					count++;
				}
			}
		}
		return (count == 0) ? -1
				: (int) Math.round(100.0 * sum / count / (across ? image.getWidth() : image.getHeight()));
	}

	/** One form full of what is refused, under names that are no better. */
	public static Map<String, byte[]> hostile() {
		Map<String, byte[]> files = new LinkedHashMap<>();
		files.put("../../../etc/cron.d/x.svg", bytes("<svg onload=alert(1)/>"));
		files.put("<script src=x></script>.jpg", bytes("GIF89a/*=1;alert(1)"));
		files.put("\u202egpj.exe", bytes("MZ"));
		files.put("a.png", pngBomb(30_000, 30_000));
		files.put("b.webp", webpBomb(30_000));
		files.put("c.docx", docxBomb(300));
		files.put("d.jpg", jpegOfManyScans(6000, 6000, 500));
		files.put("e.pdf", pdf("/OpenAction << /S /JavaScript /JS (app.alert(1)) >>"));
		files.put("f.docx", docx(Map.of("../../../x", bytes("x"))));
		files.put("g".repeat(300) + ".jpg", part(jpeg(64, 48), 0, 99));
		return files;
	}

	public static byte[] jpeg(int width, int height) {
		return encode(photo(width, height), "jpeg");
	}

	public static byte[] png(int width, int height) {
		return encode(photo(width, height), "png");
	}

	/** Three colours and a hole. */
	static byte[] transparentPng(int width, int height) {
		BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
		Graphics2D graphics = image.createGraphics();
		graphics.setColor(new Color(RANDOM.nextInt(0xffffff)));
		graphics.fillRect(0, 0, width / 2, height);
		graphics.dispose();
		return encode(image, "png");
	}

	static byte[] encode(BufferedImage image, String format) {
		try {
			ByteArrayOutputStream bytes = new ByteArrayOutputStream();
			ImageIO.write(image, format, bytes);
			return bytes.toByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The smallest WebP: one pixel, without loss. */
	static byte[] webp() {
		return Base64.getDecoder().decode("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==");
	}

	/** With an orientation and a place in EXIF. */
	static byte[] withExif(byte[] jpeg, int orientation) {
		ByteBuffer tiff = ByteBuffer.allocate(100).order(ByteOrder.BIG_ENDIAN);
		tiff.put(bytes("MM\0*")).putInt(8);
		tiff.putShort((short) 2);
		tiff.putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) orientation).putShort((short) 0);
		tiff.putShort((short) 0x8825).putShort((short) 4).putInt(1).putInt(38);
		tiff.putInt(0);
		tiff.putShort((short) 1);
		tiff.putShort((short) 1).putShort((short) 2).putInt(2).put(bytes("N\0\0\0"));
		tiff.putInt(0);
		tiff.put(bytes("GPS-27.9-120.7"));
		byte[] exif = join(bytes("Exif\0\0"), tiff.array());
		byte[] segment = join(new byte[] { (byte) 0xff, (byte) 0xe1, 0, (byte) (exif.length + 2) }, exif);
		return join(part(jpeg, 0, 2), segment, part(jpeg, 2, jpeg.length));
	}

	/** As large as it says, and nothing else. */
	static byte[] pngBomb(int width, int height) {
		ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height).put((byte) 8).put((byte) 2);
		return join(new byte[] { (byte) 0x89 }, bytes("PNG\r\n\u001a\n"), chunk("IHDR", header.array()),
				chunk("IDAT", deflate(new byte[2_000_000])), chunk("IEND", new byte[0]));
	}

	/** A small picture with a text that takes a gigabyte when somebody reads it. */
	static byte[] pngWithHugeText() {
		byte[] png = png(40, 30);
		Deflater deflater = new Deflater(9);
		ByteArrayOutputStream packed = new ByteArrayOutputStream();
		byte[] zeros = new byte[1 << 20];
		byte[] buffer = new byte[1 << 16];
		for (int i = 0; i < 256; i++) {
			deflater.setInput(zeros);
			int count;
			while ((count = deflater.deflate(buffer)) > 0) {
				packed.write(buffer, 0, count);
			}
		}
		deflater.end();
		byte[] text = chunk("zTXt", join(bytes("Comment\0\0"), packed.toByteArray()));
		return join(part(png, 0, 33), text, part(png, 33, png.length));
	}

	static byte[] webpBomb(int side) {
		byte[] canvas = new byte[10];
		for (int i = 0; i < 3; i++) {
			canvas[4 + i] = (byte) (side - 1 >> 8 * i);
			canvas[7 + i] = (byte) (side - 1 >> 8 * i);
		}
		return riff(join(riffChunk("VP8X", canvas), part(webp(), 12, webp().length)));
	}

	/** A small canvas with a large frame. */
	static byte[] webpWithLargeFrame() {
		int bits = 16383 | 16383 << 14;
		byte[] frame = { 0x2f, (byte) bits, (byte) (bits >> 8), (byte) (bits >> 16), (byte) (bits >> 24), 0, 0, 0 };
		return riff(join(riffChunk("VP8X", new byte[10]), riffChunk("VP8L", frame)));
	}

	static byte[] animatedWebp() {
		return riff(join(riffChunk("VP8X", new byte[10]), riffChunk("ANIM", new byte[6])));
	}

	/** The scan of a progressive JPEG as often as that. */
	static byte[] jpegOfManyScans(int width, int height, int scans) {
		byte[] jpeg = encode(photo(16, 16), "jpeg");
		for (int i = 0; i < jpeg.length - 9; i++) {
			if (jpeg[i] == (byte) 0xff && jpeg[i + 1] == (byte) 0xc0) {
				jpeg[i + 1] = (byte) 0xc2;
				jpeg[i + 5] = (byte) (height >> 8);
				jpeg[i + 6] = (byte) height;
				jpeg[i + 7] = (byte) (width >> 8);
				jpeg[i + 8] = (byte) width;
				break;
			}
		}
		byte[] scan = { (byte) 0xff, (byte) 0xda, 0, 8, 1, 1, 0, 0, 0, 0 };
		byte[] all = part(jpeg, 0, jpeg.length - 2);
		byte[] more = new byte[scan.length * scans];
		for (int i = 0; i < scans; i++) {
			System.arraycopy(scan, 0, more, i * scan.length, scan.length);
		}
		return join(all, more, new byte[] { (byte) 0xff, (byte) 0xd9 });
	}

	public static byte[] pdf(String inside) {
		return bytes("%PDF-1.7\n1 0 obj\n<< /Type /Catalog " + inside
				+ " >>\nendobj\ntrailer\n<< /Root 1 0 R >>\nstartxref\n9\n%%EOF\n");
	}

	/** A Word file with these parts beside the necessary ones. */
	public static byte[] docx(Map<String, byte[]> more) {
		Map<String, byte[]> parts = new LinkedHashMap<>();
		parts.put("[Content_Types].xml", bytes("<Types/>"));
		parts.put("word/document.xml", bytes("<document>" + RANDOM.nextLong() + "</document>"));
		parts.putAll(more);
		return zip(parts);
	}

	static byte[] xlsx() {
		return zip(Map.of("[Content_Types].xml", bytes("<Types/>"), "xl/workbook.xml", bytes("<workbook/>")));
	}

	/** A Word file that says this, each paragraph in two runs. */
	public static byte[] document(String... paragraphs) {
		StringBuilder body = new StringBuilder();
		for (String paragraph : paragraphs) {
			int middle = paragraph.length() / 2;
			body.append("<w:p><w:r><w:t>%s</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>%s</w:t></w:r></w:p>"
				.formatted(paragraph.substring(0, middle), paragraph.substring(middle)));
		}
		return docx(Map.of("word/document.xml",
				utf8("<w:document xmlns:w=\"w\"><w:body>" + body + "</w:body></w:document>")));
	}

	/** An Excel file with a text and a number. */
	public static byte[] workbook(String text, String number) {
		return zip(Map.of("[Content_Types].xml", bytes("<Types/>"), "xl/workbook.xml", bytes("<workbook/>"),
				"xl/sharedStrings.xml", utf8("<sst><si><t>" + text + "</t></si></sst>"), "xl/worksheets/sheet1.xml",
				utf8("<worksheet><sheetData><row><c t=\"s\"><v>0</v></c><c><v>" + number
						+ "</v></c></row></sheetData></worksheet>")));
	}

	private static byte[] utf8(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	static byte[] zip(Map<String, byte[]> parts) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
			for (Map.Entry<String, byte[]> part : parts.entrySet()) {
				zip.putNextEntry(new ZipEntry(part.getKey()));
				zip.write(part.getValue());
				zip.closeEntry();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

	/** A part that unpacks to that many mebibytes. */
	static byte[] docxBomb(int mebibytes) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
			zip.setLevel(9);
			for (String name : new String[] { "[Content_Types].xml", "word/document.xml" }) {
				zip.putNextEntry(new ZipEntry(name));
				byte[] zeros = new byte[1 << 20];
				for (int i = 0; i < (name.startsWith("word") ? mebibytes : 0); i++) {
					zip.write(zeros);
				}
				zip.closeEntry();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

	static byte[] docxOfEntries(int count) {
		Map<String, byte[]> parts = new LinkedHashMap<>();
		for (int i = 0; i < count; i++) {
			parts.put("word/p" + i + ".xml", new byte[0]);
		}
		return docx(parts);
	}

	static byte[] join(byte[]... parts) {
		ByteArrayOutputStream joined = new ByteArrayOutputStream();
		for (byte[] part : parts) {
			joined.writeBytes(part);
		}
		return joined.toByteArray();
	}

	static byte[] part(byte[] content, int from, int to) {
		return java.util.Arrays.copyOfRange(content, from, to);
	}

	static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.ISO_8859_1);
	}

	private static byte[] chunk(String type, byte[] data) {
		CRC32 crc = new CRC32();
		crc.update(join(bytes(type), data));
		return join(ByteBuffer.allocate(4).putInt(data.length).array(), bytes(type), data,
				ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
	}

	private static byte[] deflate(byte[] data) {
		Deflater deflater = new Deflater(9);
		deflater.setInput(data);
		deflater.finish();
		byte[] packed = new byte[data.length / 500 + 1000];
		int length = deflater.deflate(packed);
		deflater.end();
		return part(packed, 0, length);
	}

	private static byte[] riff(byte[] chunks) {
		return join(bytes("RIFF"), little(chunks.length + 4), bytes("WEBP"), chunks);
	}

	private static byte[] riffChunk(String type, byte[] data) {
		return join(bytes(type), little(data.length), data);
	}

	private static byte[] little(int value) {
		return ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array();
	}

}
