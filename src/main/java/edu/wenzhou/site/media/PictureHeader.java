package edu.wenzhou.site.media;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

import edu.wenzhou.site.media.UploadRefusal.Reason;

/**
 * What a picture says of itself before anything of it is decoded: decoders believe it and
 * take memory for as much as it says.
 *
 * @param orientation from EXIF, 1 to 8; 1 is upright
 */
record PictureHeader(int width, int height, int orientation) {

	private static final int ORIENTATION = 0x0112;

	private static final int SHORT = 3;

	static PictureHeader of(FileType type, byte[] content) throws UploadRefusal {
		try {
			return switch (type) {
				case JPEG -> jpeg(content);
				case PNG -> png(content);
				case WEBP -> webp(content);
				default -> throw new IllegalArgumentException(type.name());
			};
		}
		catch (IndexOutOfBoundsException ex) {
			throw new UploadRefusal(Reason.PICTURE);
		}
	}

	/**
	 * Segments up to the first scan; then only their number and the end are looked for.
	 */
	private static PictureHeader jpeg(byte[] content) throws UploadRefusal {
		int width = 0;
		int height = 0;
		int orientation = 1;
		int at = 2;
		while (true) {
			require((content[at] & 0xff) == 0xff);
			int marker = content[at + 1] & 0xff;
			if (marker == 0xff) {
				at++;
				continue;
			}
			if (marker == 0xda) {
				break;
			}
			int length = (content[at + 2] & 0xff) << 8 | content[at + 3] & 0xff;
			require(length >= 2);
			boolean frame = marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
			if (frame) {
				require(width == 0);
				height = (content[at + 5] & 0xff) << 8 | content[at + 6] & 0xff;
				width = (content[at + 7] & 0xff) << 8 | content[at + 8] & 0xff;
			}
			if (marker == 0xe1 && FileType.startsWith(content, at + 4, "Exif\0\0")) {
				orientation = orientation(content, at + 10, length - 8);
			}
			at += 2 + length;
		}
		long scans = 0;
		boolean ended = false;
		// To the last byte: a comment may hold what looks like the end
		for (int i = at; i + 1 < content.length; i++) {
			if (content[i] == (byte) 0xff) {
				scans += (content[i + 1] == (byte) 0xda) ? 1 : 0;
				ended |= content[i + 1] == (byte) 0xd9;
			}
		}
		require(ended);
		PictureHeader header = checked(width, height, orientation);
		if (scans * width * height > UploadLimits.SCANNED_PIXELS) {
			throw new UploadRefusal(Reason.PIXELS);
		}
		return header;
	}

	/** The first chunk has the size, the last one is IEND; EXIF may be in between. */
	private static PictureHeader png(byte[] content) throws UploadRefusal {
		ByteBuffer buffer = ByteBuffer.wrap(content);
		require(FileType.startsWith(content, 12, "IHDR"));
		int width = buffer.getInt(16);
		int height = buffer.getInt(20);
		int orientation = 1;
		// Before the chunks are walked: what is told first is what is wrong first
		checked(width, height, orientation);
		int at = 8;
		while (!FileType.startsWith(content, at + 4, "IEND")) {
			int length = buffer.getInt(at);
			require(length >= 0 && length <= content.length - at - 12);
			if (FileType.startsWith(content, at + 4, "eXIf")) {
				orientation = orientation(content, at + 8, length);
			}
			at += 12 + length;
		}
		return checked(width, height, orientation);
	}

	/** One frame, as large as the canvas. */
	private static PictureHeader webp(byte[] content) throws UploadRefusal {
		ByteBuffer buffer = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
		long end = 8 + (buffer.getInt(4) & 0xffffffffL);
		List<int[]> sizes = new ArrayList<>();
		boolean frame = false;
		int orientation = 1;
		int at = 12;
		while (at + 8 <= Math.min(end, content.length)) {
			int length = buffer.getInt(at + 4);
			int data = at + 8;
			if (FileType.startsWith(content, at, "VP8X")) {
				sizes.add(new int[] { 1 + (buffer.getInt(data + 4) & 0xffffff), 1 + (buffer.getInt(data + 6) >>> 8) });
			}
			else if (FileType.startsWith(content, at, "VP8L")) {
				int bits = buffer.getInt(data + 1);
				sizes.add(new int[] { 1 + (bits & 0x3fff), 1 + (bits >> 14 & 0x3fff) });
				frame = true;
			}
			else if (FileType.startsWith(content, at, "VP8 ")) {
				sizes.add(new int[] { buffer.getShort(data + 6) & 0x3fff, buffer.getShort(data + 8) & 0x3fff });
				frame = true;
			}
			else if (FileType.startsWith(content, at, "ANIM") || FileType.startsWith(content, at, "ANMF")) {
				throw new UploadRefusal(Reason.ANIMATED);
			}
			else if (FileType.startsWith(content, at, "EXIF")) {
				orientation = orientation(content, data, length);
			}
			for (int[] size : sizes) {
				checked(size[0], size[1], orientation);
			}
			require(length >= 0 && length <= content.length - data);
			at = data + length + (length & 1);
		}
		require(frame && end <= content.length);
		int[] first = sizes.get(0);
		require(sizes.stream().allMatch((size) -> size[0] == first[0] && size[1] == first[1]));
		return checked(first[0], first[1], orientation);
	}

	/**
	 * From the first directory of a TIFF structure; upright where it says nothing that
	 * can be understood.
	 */
	private static int orientation(byte[] content, int start, int length) {
		if (length < 8 || start + length > content.length) {
			return 1;
		}
		// Some writers repeat the name of the JPEG segment in the other formats
		int from = FileType.startsWith(content, start, "Exif\0\0") ? 6 : 0;
		ByteBuffer tiff = ByteBuffer.wrap(content, start + from, length - from).slice();
		try {
			tiff.order((tiff.get(0) == 'I') ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
			int directory = tiff.getInt(4);
			int entries = tiff.getShort(directory) & 0xffff;
			for (int i = 0; i < entries; i++) {
				int entry = directory + 2 + 12 * i;
				if ((tiff.getShort(entry) & 0xffff) == ORIENTATION && tiff.getShort(entry + 2) == SHORT) {
					int value = tiff.getShort(entry + 8);
					return (value >= 1 && value <= 8) ? value : 1;
				}
			}
		}
		catch (IndexOutOfBoundsException ex) {
			// As good as nothing
		}
		return 1;
	}

	private static PictureHeader checked(int width, int height, int orientation) throws UploadRefusal {
		require(width > 0 && height > 0);
		if (width > UploadLimits.SIDE || height > UploadLimits.SIDE || (long) width * height > UploadLimits.PIXELS) {
			throw new UploadRefusal(Reason.PIXELS);
		}
		return new PictureHeader(width, height, orientation);
	}

	private static void require(boolean condition) throws UploadRefusal {
		if (!condition) {
			throw new UploadRefusal(Reason.PICTURE);
		}
	}

}
