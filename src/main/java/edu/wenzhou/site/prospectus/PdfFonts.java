package edu.wenzhou.site.prospectus;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;

import edu.wenzhou.site.web.CollegeProperties;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.NamingTable;
import org.apache.fontbox.ttf.OS2WindowsMetricsTable;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeCollection;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The fonts of this machine that a PDF can be set in: those of {@code college.pdf.fonts}
 * that exist and hold TrueType outlines. Read once, beside the start of the site, which
 * need not wait: some fifty megabytes.
 */
@Component
class PdfFonts {

	private static final Logger logger = LoggerFactory.getLogger(PdfFonts.class);

	/** What the fonts together must be able to show to be of any use. */
	private static final String NEEDED = "温州职业技术学院，。“”《》0123456789ABCabc";

	private static final int LAST_CODE_POINT = 0x3FFFF;

	private static final int REGULAR = 400;

	private final FutureTask<Found> found;

	PdfFonts(CollegeProperties properties) {
		this.found = new FutureTask<>(() -> read(properties.pdf().fonts())) {

			@Override
			protected void setException(Throwable failure) {
				logger.error("There will be no PDF of the prospectus: reading the fonts failed", failure);
				super.setException(failure);
			}

		};
		Thread reader = new Thread(this.found, "pdf-fonts");
		reader.setDaemon(true);
		reader.start();
	}

	private static Found read(List<Path> paths) {
		Found found = new Found(new ArrayList<>(), new BitSet());
		paths.stream().filter(Files::isReadable).forEach((path) -> add(path, found));
		if (!found.missing(NEEDED).isEmpty()) {
			logger.info("There will be no PDF of the prospectus: no font of college.pdf.fonts can show Chinese. "
					+ "On Debian and Ubuntu: apt-get install fonts-lxgw-wenkai fonts-wqy-zenhei, then start again.");
		}
		return found;
	}

	private static void add(Path path, Found found) {
		try {
			if (path.toString().toLowerCase(Locale.ROOT).endsWith(".ttc")) {
				try (TrueTypeCollection collection = new TrueTypeCollection(path.toFile())) {
					List<TrueTypeFont> faces = new ArrayList<>();
					collection.processAllFonts(faces::add);
					add(path, faces.get(0), found);
				}
			}
			else {
				try (TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBufferedFile(path.toFile()))) {
					add(path, font, found);
				}
			}
		}
		catch (IOException | RuntimeException ex) {
			logger.warn("The font {} cannot be read and is left out: {}", path, ex.getMessage());
		}
	}

	private static void add(Path path, TrueTypeFont font, Found found) throws IOException {
		if (!font.getTableMap().containsKey("glyf")) {
			throw new IOException("its outlines are not TrueType");
		}
		NamingTable names = font.getNaming();
		OS2WindowsMetricsTable metrics = font.getOS2Windows();
		String family = (names != null && names.getFontFamily() != null) ? names.getFontFamily()
				: path.getFileName().toString();
		CmapLookup characters = font.getUnicodeCmapLookup();
		found.files()
			.add(new FontFile(path.toFile(), family.replaceAll("[\"\\\\]", ""),
					(metrics != null) ? metrics.getWeightClass() : REGULAR));
		for (int codePoint = 0; codePoint <= LAST_CODE_POINT; codePoint++) {
			if (characters.getGlyphId(codePoint) > 0) {
				found.covered().set(codePoint);
			}
		}
	}

	/** Whether a PDF can be made at all. */
	boolean isUsable() {
		return missing(NEEDED).isEmpty();
	}

	List<FontFile> files() {
		return found().files();
	}

	/** The families as a value of the CSS property. */
	String cssFamilies() {
		return files().stream().map((file) -> '"' + file.family() + '"').distinct().collect(Collectors.joining(", "));
	}

	/** The characters of a text that no font has, each once; white space apart. */
	List<Integer> missing(String text) {
		return found().missing(text);
	}

	private Found found() {
		try {
			return this.found.get();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
		catch (ExecutionException ex) {
			// Said when it happened. Pages ask too, whether to link to a PDF: they are
			// shown without
			return new Found(List.of(), new BitSet());
		}
	}

	/** What can be used, and the characters of it. */
	private record Found(List<FontFile> files, BitSet covered) {

		private List<Integer> missing(String text) {
			return text.codePoints()
				.filter((codePoint) -> !Character.isWhitespace(codePoint) && !Character.isISOControl(codePoint))
				.filter((codePoint) -> !this.covered.get(codePoint))
				.distinct()
				.boxed()
				.toList();
		}

	}

	/** A file and how it is known. */
	record FontFile(File file, String family, int weight) {

	}

}
