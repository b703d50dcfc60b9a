package edu.wenzhou.site.media;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import edu.wenzhou.site.media.UploadRefusal.Reason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.event.IIOReadProgressListener;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Makes new pictures of uploaded ones: only the pixels come through, upright; what else
 * the file held (place, camera, thumbnails, things appended) does not.
 */
@Component
class PictureMill {

	private static final Logger logger = LoggerFactory.getLogger(PictureMill.class);

	private static final float JPEG_QUALITY = 0.88f;

	/** A picture with so few colours is a drawing, which JPEG would blur. */
	private static final int FEW_COLOURS = 256;

	private final Semaphore decoders = new Semaphore(UploadLimits.DECODERS, true);

	/**
	 * The picture made anew, and its renditions.
	 * @param type one of the pictures
	 */
	Made make(FileType type, byte[] content) throws UploadRefusal {
		return with(type, content, (picture) -> {
			FileType written = (type == FileType.JPEG || !isDrawing(picture)) ? FileType.JPEG : FileType.PNG;
			Image whole = new Image(picture.getWidth(), picture.getHeight(), encode(written, picture));
			return new Made(written, whole, narrower(picture, written),
					cut(picture, written, MediaItem.MIDDLE, MediaItem.MIDDLE));
		});
	}

	/**
	 * The renditions of a picture in the one shape, cut around another focal point.
	 * @param type as it was written here
	 */
	List<Image> cut(FileType type, byte[] content, int focalX, int focalY) throws UploadRefusal {
		return with(type, content, (picture) -> cut(picture, type, focalX, focalY));
	}

	private <T> T with(FileType type, byte[] content, Work<T> work) throws UploadRefusal {
		PictureHeader header = PictureHeader.of(type, content);
		take();
		try {
			return work.on(upright(plain(decode(type, content, header), type), header.orientation()));
		}
		catch (IOException | RuntimeException ex) {
			// Decoders fail on broken pictures in every way that there is
			logger.info("A picture cannot be read: {}", ex.toString());
			throw new UploadRefusal(Reason.PICTURE);
		}
		finally {
			this.decoders.release();
		}
	}

	/** From the widest on, each made of the one before. */
	private static List<Image> narrower(BufferedImage picture, FileType written) throws IOException {
		List<Image> renditions = new ArrayList<>();
		BufferedImage made = picture;
		for (int i = UploadLimits.WIDTHS.size() - 1; i >= 0; i--) {
			int width = UploadLimits.WIDTHS.get(i);
			if (width < picture.getWidth()) {
				made = scale(made, width,
						Math.max(1, Math.round((float) width * picture.getHeight() / picture.getWidth())));
				renditions.add(0, new Image(width, made.getHeight(), encode(written, made)));
			}
		}
		return renditions;
	}

	private static List<Image> cut(BufferedImage picture, FileType written, int focalX, int focalY) throws IOException {
		Cut cut = Cut.of(picture.getWidth(), picture.getHeight(), focalX, focalY);
		List<Integer> widths = cut.widths();
		List<Image> renditions = new ArrayList<>();
		BufferedImage made = picture.getSubimage(cut.x(), cut.y(), cut.width(), cut.height());
		for (int i = widths.size() - 1; i >= 0; i--) {
			made = scale(made, widths.get(i), cut.heightFor(widths.get(i)));
			renditions.add(0, new Image(made.getWidth(), made.getHeight(), encode(written, made)));
		}
		return renditions;
	}

	private void take() throws UploadRefusal {
		try {
			if (!this.decoders.tryAcquire(UploadLimits.PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
				throw new UploadRefusal(Reason.BUSY);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new UploadRefusal(Reason.BUSY);
		}
	}

	private static BufferedImage decode(FileType type, byte[] content, PictureHeader header) throws IOException {
		ImageReader reader = reader(type);
		try (ImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
			// Without what is beside the pixels: a PNG of a few bytes can hold a text of
			// gigabytes
			reader.setInput(input, true, true);
			if (reader.getWidth(0) != header.width() || reader.getHeight(0) != header.height()) {
				throw new IOException("The decoder sees another size");
			}
			reader.addIIOReadProgressListener(new Deadline());
			BufferedImage picture = reader.read(0);
			if (picture.getWidth() != header.width() || picture.getHeight() != header.height()) {
				throw new IOException("Decoded to another size");
			}
			return picture;
		}
		finally {
			reader.dispose();
		}
	}

	private static ImageReader reader(FileType type) throws IOException {
		// By itself: what is registered for a format depends on the class loader
		return (type == FileType.WEBP) ? new WebPImageReaderSpi().createReaderInstance(null)
				: ImageIO.getImageReadersByFormatName(type.name()).next();
	}

	/** With eight bits for each of red, green and blue of the web, and perhaps alpha. */
	private static BufferedImage plain(BufferedImage picture, FileType type) {
		boolean transparent = type != FileType.JPEG && picture.getColorModel().hasAlpha();
		boolean plain = picture.getType() == BufferedImage.TYPE_INT_RGB
				|| picture.getType() == BufferedImage.TYPE_3BYTE_BGR
				|| transparent && (picture.getType() == BufferedImage.TYPE_INT_ARGB
						|| picture.getType() == BufferedImage.TYPE_4BYTE_ABGR);
		if (transparent && !isTransparent(picture)) {
			return copy(picture, BufferedImage.TYPE_INT_RGB, picture.getWidth(), picture.getHeight(),
					new AffineTransform());
		}
		return plain ? picture : copy(picture, transparent ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB,
				picture.getWidth(), picture.getHeight(), new AffineTransform());
	}

	private static boolean isTransparent(BufferedImage picture) {
		int[] row = new int[picture.getWidth()];
		for (int y = 0; y < picture.getHeight(); y++) {
			picture.getRGB(0, y, row.length, 1, row, 0, row.length);
			for (int colour : row) {
				if (colour >>> 24 != 0xff) {
					return true;
				}
			}
		}
		return false;
	}

	/** With transparent parts, or few colours. */
	private static boolean isDrawing(BufferedImage picture) {
		if (picture.getColorModel().hasAlpha()) {
			return true;
		}
		Set<Integer> colours = new HashSet<>();
		int[] row = new int[picture.getWidth()];
		for (int y = 0; y < picture.getHeight(); y++) {
			picture.getRGB(0, y, row.length, 1, row, 0, row.length);
			int last = ~row[0];
			for (int colour : row) {
				if (colour != last && colours.add(colour) && colours.size() > FEW_COLOURS) {
					return false;
				}
				last = colour;
			}
		}
		return true;
	}

	/** Turned and mirrored as EXIF says that the camera was held. */
	private static BufferedImage upright(BufferedImage picture, int orientation) {
		int w = picture.getWidth();
		int h = picture.getHeight();
		AffineTransform turn = switch (orientation) {
			case 2 -> new AffineTransform(-1, 0, 0, 1, w, 0);
			case 3 -> new AffineTransform(-1, 0, 0, -1, w, h);
			case 4 -> new AffineTransform(1, 0, 0, -1, 0, h);
			case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
			case 6 -> new AffineTransform(0, 1, -1, 0, h, 0);
			case 7 -> new AffineTransform(0, -1, -1, 0, h, w);
			case 8 -> new AffineTransform(0, -1, 1, 0, 0, w);
			default -> null;
		};
		if (turn == null) {
			return picture;
		}
		boolean lying = orientation >= 5;
		return copy(picture, picture.getType(), lying ? h : w, lying ? w : h, turn);
	}

	/** By halves as long as that goes, so that no pixel is passed over. */
	private static BufferedImage scale(BufferedImage picture, int width, int height) {
		BufferedImage scaled = picture;
		while (scaled.getWidth() > width) {
			int w = Math.max(width, (scaled.getWidth() + 1) / 2);
			int h = Math.max(height, (scaled.getHeight() + 1) / 2);
			if (w == width) {
				h = height;
			}
			scaled = copy(scaled, scaled.getType(), w, h,
					AffineTransform.getScaleInstance((double) w / scaled.getWidth(), (double) h / scaled.getHeight()));
		}
		return scaled;
	}

	private static BufferedImage copy(BufferedImage picture, int type, int width, int height, AffineTransform how) {
		BufferedImage copy = new BufferedImage(width, height, type);
		Graphics2D graphics = copy.createGraphics();
		try {
			graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION,
					(how.getType() & AffineTransform.TYPE_MASK_SCALE) != 0 ? RenderingHints.VALUE_INTERPOLATION_BILINEAR
							: RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
			graphics.drawImage(picture, how, null);
		}
		finally {
			graphics.dispose();
		}
		return copy;
	}

	private static byte[] encode(FileType type, BufferedImage picture) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		ImageWriter writer = ImageIO.getImageWritersByFormatName(type.name()).next();
		try (ImageOutputStream output = new MemoryCacheImageOutputStream(bytes)) {
			ImageWriteParam param = writer.getDefaultWriteParam();
			if (type == FileType.JPEG) {
				param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
				param.setCompressionQuality(JPEG_QUALITY);
				param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
			}
			writer.setOutput(output);
			writer.write(null, new IIOImage(picture, null, null), param);
		}
		finally {
			writer.dispose();
		}
		return bytes.toByteArray();
	}

	/**
	 * What became of a picture.
	 *
	 * @param type JPEG or PNG
	 * @param renditions from the narrowest on, each narrower than the whole
	 * @param cuts the same in the one shape, cut around the middle
	 */
	record Made(FileType type, Image whole, List<Image> renditions, List<Image> cuts) {

	}

	/** A file of a picture. */
	record Image(int width, int height, byte[] content) {

	}

	/** What is done with a decoded picture. */
	@FunctionalInterface
	private interface Work<T> {

		T on(BufferedImage picture) throws IOException;

	}

	/** Stops a decoder that takes too long, where it tells how far it is. */
	private static final class Deadline implements IIOReadProgressListener {

		private final long end = System.nanoTime() + UploadLimits.DECODING.toNanos();

		@Override
		public void imageProgress(ImageReader source, float percentageDone) {
			if (System.nanoTime() > this.end) {
				source.abort();
			}
		}

		@Override
		public void readAborted(ImageReader source) {
			throw new IllegalStateException("Decoding took too long");
		}

		@Override
		public void sequenceStarted(ImageReader source, int minIndex) {
		}

		@Override
		public void sequenceComplete(ImageReader source) {
		}

		@Override
		public void imageStarted(ImageReader source, int imageIndex) {
		}

		@Override
		public void imageComplete(ImageReader source) {
		}

		@Override
		public void thumbnailStarted(ImageReader source, int imageIndex, int thumbnailIndex) {
		}

		@Override
		public void thumbnailProgress(ImageReader source, float percentageDone) {
		}

		@Override
		public void thumbnailComplete(ImageReader source) {
		}

	}

}
