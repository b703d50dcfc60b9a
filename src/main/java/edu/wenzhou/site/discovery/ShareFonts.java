package edu.wenzhou.site.discovery;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.awt.font.TextAttribute;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.AttributedString;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import edu.wenzhou.site.web.CollegeProperties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * The fonts of this machine that the pictures of pages are written in: those of
 * {@code college.share.fonts} that exist, then whatever Java finds by itself. Read when
 * the first picture is made. A character is looked for in their order.
 */
@Component
class ShareFonts {

	private static final Logger logger = LoggerFactory.getLogger(ShareFonts.class);

	/** Shown for a character that no font has, where the others are there. */
	private static final String UNKNOWN = "〓";

	private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

	/** As wide as a letter between letters, and as a character between those. */
	private static final String QUOTES = "‘’“”…—";

	/** Of the size of the font: no narrower than Chinese punctuation. */
	private static final float WIDE = .9f;

	/** A text is worth showing if no more than one in this many characters is missing. */
	private static final int TOLERATED = 5;

	private static final List<String> COUNTRIES = List.of(" SC", " KR");

	private final List<Path> files;

	private final boolean javas;

	private List<Font> fonts;

	@Autowired
	ShareFonts(CollegeProperties properties) {
		this(properties.share().fonts(), true);
	}

	/**
	 * Only these.
	 * @param javas whether to take what Java finds by itself as well
	 */
	ShareFonts(List<Path> files, boolean javas) {
		this.files = files.stream().filter(Files::isReadable).toList();
		this.javas = javas;
	}

	/** What pictures look like depends on these. */
	List<String> names() {
		return this.files.stream().map((file) -> file.getFileName().toString()).toList();
	}

	/**
	 * A text in the fonts that have its characters.
	 * @return nothing if it can't be shown
	 */
	Optional<AttributedString> write(String text, float size) {
		StringBuilder shown = new StringBuilder();
		List<Font> chosen = new ArrayList<>();
		int characters = 0;
		int missing = 0;
		boolean latin = !HAN.matcher(text).find();
		for (int character : text.strip().codePoints().toArray()) {
			String written = Character.toString(character);
			Optional<Font> font = (latin && QUOTES.indexOf(character) >= 0)
					? fonts().stream().filter((one) -> isNarrow(character, one)).findFirst().or(() -> fontOf(character))
					: fontOf(character);
			if (font.isEmpty()) {
				missing++;
				written = UNKNOWN;
				font = fontOf(UNKNOWN.codePointAt(0));
				if (font.isEmpty()) {
					return Optional.empty();
				}
			}
			characters++;
			shown.append(written);
			for (int i = 0; i < written.length(); i++) {
				chosen.add(font.get());
			}
		}
		if (characters == 0 || missing * TOLERATED > characters) {
			return Optional.empty();
		}
		AttributedString string = new AttributedString(shown.toString());
		int end;
		for (int start = 0; start < chosen.size(); start = end) {
			end = start + 1;
			while (end < chosen.size() && chosen.get(end) == chosen.get(start)) {
				end++;
			}
			string.addAttribute(TextAttribute.FONT, chosen.get(start).deriveFont(size), start, end);
		}
		return Optional.of(string);
	}

	private Optional<Font> fontOf(int character) {
		int written = Character.isWhitespace(character) ? ' ' : character;
		return fonts().stream().filter((font) -> font.canDisplay(written)).findFirst();
	}

	private static boolean isNarrow(int character, Font font) {
		return font.canDisplay(character) && !isWide(character, font);
	}

	/** Whether a character takes as much room as a Chinese one. */
	private static boolean isWide(int character, Font font) {
		return font.deriveFont(100f)
			.createGlyphVector(new FontRenderContext(null, true, true), Character.toString(character))
			.getLogicalBounds()
			.getWidth() >= 100 * WIDE;
	}

	private synchronized List<Font> fonts() {
		if (this.fonts == null) {
			List<Font> found = new ArrayList<>();
			this.files.forEach((file) -> found.addAll(read(file)));
			if (this.javas) {
				javas().ifPresent(found::add);
			}
			if (found.isEmpty()) {
				logger.warn("The pictures of pages are drawings without words, as there is no font: "
						+ "see college.share.fonts in README.md");
			}
			this.fonts = List.copyOf(found);
		}
		return this.fonts;
	}

	/**
	 * A collection may hold the same letters for several countries. The Chinese ones come
	 * first; Korean ones have quotation marks that fit between Latin letters.
	 */
	private static List<Font> read(Path file) {
		try {
			List<Font> faces = List.of(Font.createFonts(file.toFile()));
			List<Font> wanted = COUNTRIES.stream()
				.flatMap((country) -> faces.stream().filter((face) -> face.getFontName().contains(country)).limit(1))
				.toList();
			return wanted.isEmpty() ? faces.subList(0, 1) : wanted;
		}
		catch (IOException | FontFormatException | RuntimeException ex) {
			logger.warn("The font {} cannot be read and is left out: {}", file, ex.getMessage());
			return List.of();
		}
		catch (InternalError | LinkageError ex) {
			logger.warn("Java cannot use the font {} on this machine", file, ex);
			return List.of();
		}
	}

	/** Without a font in the system it fails, and may do so in many ways. */
	private static Optional<Font> javas() {
		try {
			Font font = new Font(Font.SANS_SERIF, Font.BOLD, 1);
			return font.canDisplay('A') ? Optional.of(font) : Optional.empty();
		}
		catch (RuntimeException | InternalError | LinkageError ex) {
			logger.info("Java finds no font on this machine: {}", ex.toString());
			return Optional.empty();
		}
	}

}
