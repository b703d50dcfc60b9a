package edu.wenzhou.site.discovery;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.font.LineBreakMeasurer;
import java.awt.font.TextLayout;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.AttributedString;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

import edu.wenzhou.site.drawing.Brush;
import edu.wenzhou.site.drawing.Drawing;
import edu.wenzhou.site.drawing.Theme;
import edu.wenzhou.site.drawing.Theme.Kind;
import org.springframework.stereotype.Component;

/**
 * Paints the picture that goes with a link to a page, in the site's own look: the title
 * on a drawing sheet, the drawing of its subject on a plate beside it. A school has the
 * deep ground that its page has.
 */
@Component
class SharePainter {

	static final int WIDTH = 1200;

	static final int HEIGHT = 630;

	private static final int MARGIN = 72;

	/** Of the column of text. */
	private static final int COLUMN = 640;

	private static final int PLATE = 780;

	/** Where the title may stand: between the name and the ruler. */
	private static final int TITLE_TOP = 132;

	private static final int RULER = 506;

	private static final int LINES = 3;

	private static final float[] TITLE_SIZES = { 92, 80, 70, 62, 54, 47, 41, 36 };

	/** In letters; a longer stretch without a space is cut anywhere. */
	private static final int LONGEST_WORD = 18;

	private static final float LEADING = 1.24f;

	private static final Look PAPER = new Look(new Color(0xf7f4ea), new Color(0x17211f), new Color(0x4a5652),
			new Color(0x78837d), new Color(0xc4dcd2), new Color(0x0f4a45), new Color(0xa52e17));

	private static final Look DEEP = new Look(new Color(0x0e3f3b), new Color(0xf7f4ea), new Color(0xb5d3c8),
			new Color(0x7fb3a6), new Color(0x0e3f3b), new Color(0x7fb3a6), new Color(0xf7f4ea));

	private static final Color SEAL = new Color(0xa52e17);

	private final ShareFonts fonts;

	SharePainter(ShareFonts fonts) {
		this.fonts = fonts;
	}

	/** The picture as a PNG. */
	byte[] paint(ShareCard card) {
		BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
		Graphics2D graphics = image.createGraphics();
		try {
			graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
			graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
			graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
			Look look = (card.theme().kind() == Kind.SCHOOL) ? DEEP : PAPER;
			graphics.setColor(look.ground());
			graphics.fillRect(0, 0, WIDTH, HEIGHT);
			plate(card.theme(), look, graphics);
			words(card, look, graphics);
		}
		finally {
			graphics.dispose();
		}
		return png(image);
	}

	private static void plate(Theme theme, Look look, Graphics2D graphics) {
		Rectangle plate = new Rectangle(PLATE, 0, WIDTH - PLATE, HEIGHT);
		graphics.setColor(look.plate());
		graphics.fill(plate);
		if (theme.kind() == Kind.VESSEL) {
			plate.grow(-12, -24);
		}
		Drawing drawing = theme.drawing(plate.width, plate.height);
		new Brush(look.plate(), look.line(), look.point(), 1.5f).paint(drawing, graphics, plate);
	}

	private void words(ShareCard card, Look look, Graphics2D graphics) {
		graphics.setColor(SEAL);
		graphics.fillRect(MARGIN, 66, 22, 22);
		graphics.setColor(look.text());
		if (card.college() != null) {
			line(card.college(), 30, MARGIN + 38, 88, graphics);
		}
		title(card, graphics);
		ruler(look, graphics);
		graphics.setColor(look.quiet());
		if (card.section() != null) {
			line(card.section(), 28, MARGIN, 562, graphics);
		}
		layout(card.host(), 24, graphics)
			.ifPresent((host) -> host.draw(graphics, MARGIN + COLUMN - host.getAdvance(), 561));
	}

	/** A hairline with thirteen ticks, from which the sections of a page hang. */
	private static void ruler(Look look, Graphics2D graphics) {
		graphics.setColor(look.rule());
		graphics.fillRect(MARGIN, RULER, COLUMN, 2);
		for (int tick = 0; tick <= 12; tick++) {
			graphics.fillRect(MARGIN + tick * (COLUMN - 2) / 12, RULER, 2, (tick % 12 == 0) ? 14 : 8);
		}
	}

	/**
	 * In the largest size in which it fits, the lines about equally long; the name of the
	 * college in Latin letters where the fonts of the machine cannot show it.
	 */
	private void title(ShareCard card, Graphics2D graphics) {
		String text = this.fonts.write(card.title(), 1).isPresent() ? card.title() : card.latin();
		for (float size : TITLE_SIZES) {
			Optional<AttributedString> title = this.fonts.write(text, size);
			if (title.isEmpty()) {
				return;
			}
			List<TextLayout> lines = lines(title.get(), COLUMN, graphics);
			boolean last = size == TITLE_SIZES[TITLE_SIZES.length - 1];
			if (lines.size() <= ((size > 75) ? 2 : LINES) || last) {
				draw((lines.size() <= LINES) ? balanced(title.get(), lines.size(), graphics)
						: cut(text, size, graphics), size, graphics);
				return;
			}
		}
	}

	private void draw(List<TextLayout> lines, float size, Graphics2D graphics) {
		float leading = size * LEADING;
		float height = leading * lines.size();
		float baseLine = TITLE_TOP + (RULER - TITLE_TOP - height) / 2 + size;
		for (TextLayout line : lines) {
			// The left half of a Chinese opening mark is empty
			float empty = (float) Math.max(0, line.getBounds().getX() - size / 4);
			line.draw(graphics, MARGIN - empty, baseLine);
			baseLine += leading;
		}
	}

	/** The narrowest column that takes no more lines. */
	private static List<TextLayout> balanced(AttributedString title, int count, Graphics2D graphics) {
		int width = COLUMN;
		while (width > COLUMN / 3 && lines(title, width - 8, graphics).size() == count) {
			width -= 8;
		}
		return lines(title, width, graphics);
	}

	private List<TextLayout> cut(String text, float size, Graphics2D graphics) {
		int end = text.length();
		List<TextLayout> lines;
		do {
			int space = text.lastIndexOf(' ', end - 1);
			end = (end - space < LONGEST_WORD && space > 0) ? space : text.offsetByCodePoints(end, -1);
			lines = lines(this.fonts.write(text.substring(0, end).strip() + "…", size).orElseThrow(), COLUMN, graphics);
		}
		while (lines.size() > LINES);
		return lines;
	}

	private static List<TextLayout> lines(AttributedString text, int width, Graphics2D graphics) {
		LineBreakMeasurer measurer = new LineBreakMeasurer(text.getIterator(),
				BreakIterator.getLineInstance(Locale.CHINA), graphics.getFontRenderContext());
		List<TextLayout> lines = new ArrayList<>();
		while (measurer.getPosition() < text.getIterator().getEndIndex()) {
			lines.add(measurer.nextLayout(width));
		}
		return lines;
	}

	private void line(String text, float size, int x, int baseLine, Graphics2D graphics) {
		layout(text, size, graphics).ifPresent((line) -> line.draw(graphics, x, baseLine));
	}

	private Optional<TextLayout> layout(String text, float size, Graphics2D graphics) {
		return this.fonts.write(text, size)
			.map((string) -> new TextLayout(string.getIterator(), graphics.getFontRenderContext()));
	}

	private static byte[] png(BufferedImage image) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		// Else it would go through a file
		try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
			ImageIO.write(image, "png", out);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

	/**
	 * The colours of {@code site.css}, of the light scheme.
	 *
	 * @param rule of the ruler
	 * @param line of the drawing
	 */
	private record Look(Color ground, Color text, Color quiet, Color rule, Color plate, Color line, Color point) {

	}

}
