package edu.wenzhou.site.discovery;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;

import javax.imageio.ImageIO;

/**
 * The seal of {@code img/icon.svg} as pictures of pixels, for those who read no SVG or
 * ask for {@code /favicon.ico} without looking at a page.
 */
final class Icons {

	private static final Color SEAL = new Color(0xa52e17);

	private static final Color PAPER = new Color(0xf7f4ea);

	/** The margin on each side, of the 16 units of the drawing. */
	private static final int MARGIN = 2;

	private static final int HEADER = 6;

	private static final int ENTRY = 16;

	private Icons() {
	}

	/**
	 * A PNG.
	 * @param opaque whether on paper; else what is around the seal is transparent
	 */
	static byte[] png(int size, boolean opaque) {
		BufferedImage image = new BufferedImage(size, size,
				opaque ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_INT_ARGB);
		Graphics2D pen = image.createGraphics();
		if (opaque) {
			pen.setColor(PAPER);
			pen.fillRect(0, 0, size, size);
		}
		int margin = Math.round(size * MARGIN / 16f);
		pen.setColor(SEAL);
		pen.fillRect(margin, margin, size - 2 * margin, size - 2 * margin);
		pen.dispose();
		ByteArrayOutputStream png = new ByteArrayOutputStream();
		try {
			ImageIO.write(image, "png", png);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return png.toByteArray();
	}

	/** A file of several sizes. */
	static byte[] ico(int... sizes) {
		List<byte[]> images = Arrays.stream(sizes).mapToObj((size) -> png(size, false)).toList();
		int offset = HEADER + ENTRY * sizes.length;
		ByteBuffer file = ByteBuffer.allocate(offset + images.stream().mapToInt((image) -> image.length).sum())
			.order(ByteOrder.LITTLE_ENDIAN);
		file.putShort((short) 0).putShort((short) 1).putShort((short) sizes.length);
		for (int i = 0; i < sizes.length; i++) {
			file.put((byte) sizes[i]).put((byte) sizes[i]).put((byte) 0).put((byte) 0);
			file.putShort((short) 1).putShort((short) 32).putInt(images.get(i).length).putInt(offset);
			offset += images.get(i).length;
		}
		images.forEach(file::put);
		return file.array();
	}

}
