package edu.wenzhou.site.discovery;

import java.awt.Color;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import javax.imageio.ImageIO;

import edu.wenzhou.site.TestFonts;
import edu.wenzhou.site.drawing.Theme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The picture of a page, pixel by pixel. */
class SharePainterTests {

	/** Where the title may stand. */
	private static final Rectangle TITLE = new Rectangle(72, 132, 640, 366);

	private static final Path PICTURES = Path.of("target", "share");

	private static final int PAPER = new Color(0xf7f4ea).getRGB();

	@ParameterizedTest
	@ValueSource(strings = { "学院", "历史", "人工智能学院", "中企走出去温职院伴随成长计划", "关于做好二〇二六年提前招生综合素质测试报名工作的通知",
			"“温州模式”：区域有什么支柱产业，就建设什么专业；区域有什么企业难题，就建设什么服务平台", "𠮷㙟䶮鿏", "School of Continuing Education",
			"Growing with Wenzhou Companies Abroad: the Polytechnic’s Partner Programme",
			"Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft" })
	void theTitleIsWholeAndInItsPlace(String title) {
		BufferedImage image = picture(new SharePainter(fonts()), title, Theme.COLLEGE, title.hashCode());
		Rectangle ink = ink(image, new Rectangle(0, 100, 779, 400));
		assertThat(ink).as(title).isNotNull();
		assertThat(TITLE.contains(ink)).as(title + " at " + ink).isTrue();
	}

	private static ShareFonts fonts() {
		return new ShareFonts(TestFonts.pictures(), true);
	}

	private static BufferedImage picture(SharePainter painter, String title, Theme theme, int number) {
		byte[] png = painter.paint(card(title, theme));
		try {
			Files.createDirectories(PICTURES);
			Files.write(PICTURES.resolve(Integer.toHexString(number) + ".png"), png);
			return ImageIO.read(new ByteArrayInputStream(png));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static ShareCard card(String title, Theme theme) {
		return new ShareCard(title, "温州职业技术学院", "Wenzhou Polytechnic", "通知公告", "college.example", theme, "0", "0");
	}

	/** The smallest box around all that is not paper; null for none. */
	private static Rectangle ink(BufferedImage image, Rectangle within) {
		Rectangle ink = null;
		for (int y = within.y; y < within.y + within.height; y++) {
			for (int x = within.x; x < within.x + within.width; x++) {
				if (image.getRGB(x, y) != PAPER) {
					Rectangle pixel = new Rectangle(x, y, 1, 1);
					ink = (ink != null) ? ink.union(pixel) : pixel;
				}
			}
		}
		return ink;
	}

}
