package edu.wenzhou.site.media;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;

import javax.imageio.ImageIO;

import edu.wenzhou.site.media.PictureMill.Image;
import edu.wenzhou.site.media.PictureMill.Made;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What is cut out of a picture around its focal point. */
class CutTests {

	private final PictureMill mill = new PictureMill();

	@ParameterizedTest
	@CsvSource({ "3000,2000,50,50,0 0 3000x2000", "3000,2000,0,100,0 0 3000x2000", "4000,2000,50,50,500 0 3000x2000",
			"4000,2000,0,50,0 0 3000x2000", "4000,2000,100,50,1000 0 3000x2000", "4000,2000,40,50,100 0 3000x2000",
			"2000,4000,50,50,0 1334 2000x1333", "2000,4000,50,0,0 0 2000x1333", "2000,4000,50,100,0 2667 2000x1333",
			"2000,4000,9,25,0 334 2000x1333", "1,1,50,50,0 0 1x1", "2000,1,50,50,999 0 2x1",
			"1,2000,50,50,0 1000 1x1" })
	void itIsAsLargeAsThePictureAllowsAndNearestToThePoint(int width, int height, int x, int y, String expected) {
		Cut cut = Cut.of(width, height, x, y);
		assertThat("%d %d %dx%d".formatted(cut.x(), cut.y(), cut.width(), cut.height())).isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource({ "300,200,'300'", "480,320,'480'", "481,321,'480,481'", "1600,1067,'480,960,1600'",
			"5000,5000,'480,960,1600'", "4000,900,'480,960,1350'" })
	void itIsMadeNarrowerAndNeverWider(int width, int height, String widths) {
		assertThat(String.join(",", Cut.of(width, height, 50, 50).widths().stream().map(String::valueOf).toList()))
			.isEqualTo(widths);
	}

	@ParameterizedTest
	@CsvSource({ "1800,600,15,50", "1800,600,85,50", "600,1800,50,12", "600,1800,50,88", "2400,500,50,50",
			"1200,1200,70,20" })
	void whatIsAtThePointIsInAllThatIsCutAroundIt(int width, int height, int x, int y)
			throws UploadRefusal, IOException {
		byte[] photo = MadeFiles.jpegWithSpot(width, height, x, y);
		Cut cut = Cut.of(width, height, x, y);
		int across = Math.round(100f * (width * x / 100f - cut.x()) / cut.width());
		int down = Math.round(100f * (height * y / 100f - cut.y()) / cut.height());
		List<Image> images = this.mill.cut(FileType.JPEG, this.mill.make(FileType.JPEG, photo).whole().content(), x, y);
		assertThat(images.stream().map(Image::width).toList()).isEqualTo(cut.widths());
		for (Image image : images) {
			BufferedImage picture = ImageIO.read(new ByteArrayInputStream(image.content()));
			assertThat(picture.getWidth()).isEqualTo(image.width());
			assertThat(picture.getHeight()).isEqualTo(image.height());
			assertThat(MadeFiles.spot(picture)).isBetween(across - 2, across + 2);
			assertThat(MadeFiles.spotFromAbove(picture)).isBetween(down - 2, down + 2);
		}
	}

	@Test
	void whatIsFarFromThePointIsLeftOut() throws UploadRefusal, IOException {
		Made made = this.mill.make(FileType.JPEG, MadeFiles.jpegWithSpot(2000, 500, 3, 50));
		assertThat(made.cuts()).isNotEmpty();
		for (Image image : made.cuts()) {
			assertThat(MadeFiles.spot(ImageIO.read(new ByteArrayInputStream(image.content())))).isEqualTo(-1);
		}
	}

	@Test
	void aDrawingKeepsItsHoles() throws UploadRefusal, IOException {
		Made made = this.mill.make(FileType.PNG, MadeFiles.transparentPng(1000, 400));
		List<Image> again = this.mill.cut(FileType.PNG, made.whole().content(), 50, 50);
		assertThat(again).hasSameSizeAs(made.cuts());
		for (Image image : again) {
			BufferedImage picture = ImageIO.read(new ByteArrayInputStream(image.content()));
			assertThat(picture.getRGB(5, 5) >>> 24).isEqualTo(255);
			assertThat(picture.getRGB(image.width() - 5, 5) >>> 24).isZero();
		}
	}

	@Test
	void aPictureThatHasTheShapeIsCutToItself() throws UploadRefusal {
		Made made = this.mill.make(FileType.JPEG, MadeFiles.jpeg(960, 640));
		assertThat(made.cuts().get(1).content()).isEqualTo(made.whole().content());
		assertThat(made.cuts().get(0).content()).isEqualTo(made.renditions().get(0).content());
	}

}
