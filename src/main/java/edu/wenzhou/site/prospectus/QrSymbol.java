package edu.wenzhou.site.prospectus;

import io.nayuki.qrcodegen.QrCode;

/**
 * An address as a QR code, drawn as one path of squares of side 1.
 *
 * @param size how many squares a side has, the quiet margin included
 * @param path what is dark, as the {@code d} of an SVG path
 */
record QrSymbol(int size, String path) {

	/** Readers need a margin of four squares. */
	static final int MARGIN = 4;

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
		return new QrSymbol(code.size + 2 * MARGIN, path.toString());
	}

}
