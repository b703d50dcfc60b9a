package edu.wenzhou.site.prospectus;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;

import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

import io.nayuki.qrcodegen.QrCode;

/**
 * An address as a QR code, drawn as one path of squares of side 1.
 *
 * @param size how many squares a side has, the quiet margin included
 * @param path what is dark, as the {@code d} of an SVG path
 * @param code the same as squares
 */
record QrSymbol(int size, String path, QrCode code) {

	/** Readers need a margin of four squares. */
	static final int MARGIN = 4;

	private static final int PIXELS = 8;

	static QrSymbol of(String text) {
		QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
		StringBuilder path = new StringBuilder();
		for (int y = 0; y < code.size; y++) {
			int x = 0;
			while (x < code.size) {
				int start = x;
				while (code.getModule(x, y)) {
					x++;
				}
				if (x > start) {
					path.append("M%d,%dh%dv1h-%dz".formatted(start + MARGIN, y + MARGIN, x - start, x - start));
				}
				x++;
			}
		}
		return new QrSymbol(code.size + 2 * MARGIN, path.toString(), code);
	}

	/** The same as a picture that needs no fetching, for what cannot draw an SVG. */
	public String getPicture() throws IOException {
		int side = this.size * PIXELS;
		BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_BINARY);
		for (int y = 0; y < side; y++) {
			for (int x = 0; x < side; x++) {
				boolean dark = this.code.getModule(x / PIXELS - MARGIN, y / PIXELS - MARGIN);
				image.setRGB(x, y, dark ? 0xFF000000 : 0xFFFFFFFF);
			}
		}
		ByteArrayOutputStream png = new ByteArrayOutputStream();
		ImageIO.write(image, "png", new MemoryCacheImageOutputStream(png));
		return "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray());
	}

}
