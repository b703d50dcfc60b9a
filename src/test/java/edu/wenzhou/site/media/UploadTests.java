package edu.wenzhou.site.media;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;

import com.sun.management.ThreadMXBean;
import edu.wenzhou.site.media.Intake.Accepted;
import edu.wenzhou.site.media.PictureMill.Image;
import edu.wenzhou.site.media.UploadRefusal.Reason;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import javax.imageio.ImageIO;

import static edu.wenzhou.site.media.MadeFiles.bytes;
import static edu.wenzhou.site.media.MadeFiles.docx;
import static edu.wenzhou.site.media.MadeFiles.jpeg;
import static edu.wenzhou.site.media.MadeFiles.join;
import static edu.wenzhou.site.media.MadeFiles.part;
import static edu.wenzhou.site.media.MadeFiles.pdf;
import static edu.wenzhou.site.media.MadeFiles.png;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What becomes of uploads: good ones are kept clean, hostile ones refused or made
 * harmless.
 */
class UploadTests {

	/** What a refusal may take, on a machine that does other things too. */
	private static final Duration LONGEST = Duration.ofSeconds(1);

	/**
	 * And how much memory, freed or not: the largest of the files has a few megabytes.
	 */
	private static final long MOST_BYTES = 64L << 20;

	private final Intake intake = new Intake(new PictureMill());

	/** Classes are loaded and compiled by others' time. */
	@BeforeAll
	static void warmUp() throws UploadRefusal {
		Intake intake = new Intake(new PictureMill());
		intake.accept("a.jpg", jpeg(600, 400));
		intake.accept("a.png", png(60, 40));
		intake.accept("a.webp", MadeFiles.webp());
		intake.accept("a.docx", docx(Map.of()));
	}

	static Stream<Arguments> hostile() {
		byte[] jpeg = jpeg(64, 48);
		byte[] png = png(64, 48);
		byte[] gif = bytes("GIF89a/*\u0001\u0001*/=1;alert(1)");
		byte[] svg = bytes("<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>");
		byte[] html = bytes("<!DOCTYPE html><script>alert(1)</script>");
		return Stream.of(Arguments.of("nothing", "a.jpg", new byte[0], Reason.EMPTY),
				Arguments.of("GIF that is a script", "a.gif", gif, Reason.TYPE),
				Arguments.of("GIF that is a script", "a.jpg", gif, Reason.CONTENT),
				Arguments.of("SVG", "a.svg", svg, Reason.TYPE),
				Arguments.of("SVG under another name", "a.png", svg, Reason.CONTENT),
				Arguments.of("HTML", "a.html", html, Reason.TYPE),
				Arguments.of("HTML under another name", "a.jpg", html, Reason.CONTENT),
				Arguments.of("HTML under another name", "a.pdf", html, Reason.CONTENT),
				Arguments.of("HTML after a sign for JPEG", "a.jpg",
						join(new byte[] { (byte) 0xff, (byte) 0xd8, (byte) 0xff }, html), Reason.PICTURE),
				Arguments.of("program", "a.exe", bytes("MZ"), Reason.TYPE),
				Arguments.of("two extensions", "a.jpg.php", jpeg, Reason.TYPE),
				Arguments.of("PNG bomb", "a.png", MadeFiles.pngBomb(30_000, 30_000), Reason.PIXELS),
				Arguments.of("PNG bomb within the sides", "a.png", MadeFiles.pngBomb(12_000, 12_000), Reason.PIXELS),
				Arguments.of("PNG of negative size", "a.png", MadeFiles.pngBomb(-1, 10), Reason.PICTURE),
				Arguments.of("WebP bomb", "a.webp", MadeFiles.webpBomb(30_000), Reason.PIXELS),
				Arguments.of("WebP with a large frame", "a.webp", MadeFiles.webpWithLargeFrame(), Reason.PIXELS),
				Arguments.of("WebP whose canvas is another", "a.webp", MadeFiles.webpBomb(500), Reason.PICTURE),
				Arguments.of("WebP that moves", "a.webp", MadeFiles.animatedWebp(), Reason.ANIMATED),
				Arguments.of("JPEG of many scans", "a.jpg", MadeFiles.jpegOfManyScans(6000, 6000, 500), Reason.PIXELS),
				Arguments.of("half a JPEG", "a.jpg", part(jpeg, 0, jpeg.length / 2), Reason.PICTURE),
				Arguments.of("a few bytes of a JPEG", "a.jpg", part(jpeg, 0, 5), Reason.PICTURE),
				Arguments.of("half a PNG", "a.png", part(png, 0, png.length / 2), Reason.PICTURE),
				Arguments.of("a few bytes of a PNG", "a.png", part(png, 0, 10), Reason.PICTURE),
				Arguments.of("PNG without pixels", "a.png",
						join(part(png, 0, 33), part(png, png.length - 12, png.length)), Reason.PICTURE),
				Arguments.of("half a WebP", "a.webp", part(MadeFiles.webp(), 0, 24), Reason.PICTURE),
				Arguments.of("Word bomb", "a.docx", MadeFiles.docxBomb(300), Reason.OFFICE_LARGE),
				Arguments.of("Word file of many parts", "a.docx", MadeFiles.docxOfEntries(3000), Reason.OFFICE_LARGE),
				Arguments.of("Word file of 100,000 parts", "a.docx", MadeFiles.docxOfEntries(100_000),
						Reason.OFFICE_LARGE),
				Arguments.of("Word file with an archive", "a.docx",
						docx(Map.of("word/embeddings/a.xlsx", MadeFiles.xlsx())), Reason.OFFICE_NESTED),
				Arguments.of("Word file with an archive under another name", "a.docx",
						docx(Map.of("word/media/a.png", MadeFiles.xlsx())), Reason.OFFICE_NESTED),
				Arguments.of("macros", "a.docx", docx(Map.of("word/vbaProject.bin", new byte[9])), Reason.OFFICE_MACRO),
				Arguments.of("macros by type", "a.docx",
						MadeFiles.zip(Map.of("[Content_Types].xml",
								bytes("application/vnd.ms-word.document.macroEnabled.main+xml"), "word/document.xml",
								bytes("<a/>"))),
						Reason.OFFICE_MACRO),
				Arguments.of("docm", "a.docm", docx(Map.of()), Reason.TYPE),
				Arguments.of("way out of the folder", "a.docx", docx(Map.of("word/../../x", bytes("x"))),
						Reason.OFFICE),
				Arguments.of("way out on Windows", "a.docx", docx(Map.of("..\\x", bytes("x"))), Reason.OFFICE),
				Arguments.of("absolute path", "a.docx", docx(Map.of("/etc/x", bytes("x"))), Reason.OFFICE),
				Arguments.of("ZIP under another name", "a.docx", MadeFiles.zip(Map.of("a.txt", bytes("x"))),
						Reason.OFFICE),
				Arguments.of("Excel under Word's name", "a.docx", MadeFiles.xlsx(), Reason.OFFICE),
				Arguments.of("half a Word file", "a.docx", part(docx(Map.of()), 0, 60), Reason.OFFICE),
				Arguments.of("HTML after a Word file", "a.docx", join(docx(Map.of()), html), Reason.OFFICE),
				Arguments.of("two archives in one", "a.docx", join(docx(Map.of()), docx(Map.of("b", bytes("x")))),
						Reason.OFFICE),
				Arguments.of("JPEG before a Word file", "a.docx", join(jpeg, docx(Map.of())), Reason.CONTENT),
				Arguments.of("half a PDF", "a.pdf", bytes("%PDF-1.7\n1 0 obj"), Reason.PDF),
				Arguments.of("PDF with a script", "a.pdf", pdf("/OpenAction << /S /JavaScript /JS (app.alert(1)) >>"),
						Reason.PDF_ACTIVE),
				Arguments.of("PDF with a short script", "a.pdf", pdf("/AA << /O << /JS 7 0 R >> >>"),
						Reason.PDF_ACTIVE),
				Arguments.of("PDF with a disguised script", "a.pdf", pdf("/S /J#61va#53cript"), Reason.PDF_ACTIVE),
				Arguments.of("PDF that starts a program", "a.pdf", pdf("/S/Launch/F(cmd.exe)"), Reason.PDF_ACTIVE),
				Arguments.of("PDF with a file", "a.pdf", pdf("/EmbeddedFile"), Reason.PDF_ACTIVE),
				Arguments.of("PDF with files", "a.pdf", pdf("/Names << /EmbeddedFiles 3 0 R >>"), Reason.PDF_ACTIVE));
	}

	@ParameterizedTest(name = "{0} as {1}")
	@MethodSource("hostile")
	void aHostileFileIsRefusedSoonAndCheaply(String what, String name, byte[] content, Reason reason) {
		ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
		long allocated = thread.getCurrentThreadAllocatedBytes();
		long start = thread.getCurrentThreadCpuTime();
		assertThatExceptionOfType(UploadRefusal.class).isThrownBy(() -> this.intake.accept(name, content))
			.satisfies((refusal) -> assertThat(refusal.getReason()).isEqualTo(reason));
		assertThat(Duration.ofNanos(thread.getCurrentThreadCpuTime() - start)).isLessThan(LONGEST);
		assertThat(thread.getCurrentThreadAllocatedBytes() - allocated).isLessThan(MOST_BYTES);
	}

	@ParameterizedTest
	@CsvSource({ "jpg", "png", "webp", "pdf", "docx", "xlsx" })
	void aNameMustFitWhatTheFileIs(String extension) throws UploadRefusal {
		Map<String, byte[]> files = Map.of("jpg", jpeg(20, 20), "png", png(20, 20), "webp", MadeFiles.webp(), "pdf",
				pdf(""), "docx", docx(Map.of()), "xlsx", MadeFiles.xlsx());
		for (Map.Entry<String, byte[]> file : files.entrySet()) {
			if (file.getKey().equals(extension)) {
				this.intake.accept("A." + extension.toUpperCase(), file.getValue());
			}
			else {
				assertThatExceptionOfType(UploadRefusal.class).as(file.getKey())
					.isThrownBy(() -> this.intake.accept("a." + extension, file.getValue()));
			}
		}
	}

	@Test
	void whatIsAppendedToAPictureIsGone() throws UploadRefusal {
		byte[] secret = bytes("<script>alert('appended')</script>");
		byte[] archive = docx(Map.of("x", bytes("appended")));
		for (byte[] tail : new byte[][] { secret, archive }) {
			assertThat(text(this.intake.accept("a.jpg", join(jpeg(64, 48), tail)).whole())).doesNotContain("appended",
					"PK\u0003\u0004");
			assertThat(text(this.intake.accept("a.png", join(png(64, 48), tail)).whole())).doesNotContain("appended",
					"PK\u0003\u0004");
		}
		assertThat(text(this.intake.accept("a.webp", join(MadeFiles.webp(), secret)).whole()))
			.doesNotContain("appended");
	}

	@Test
	void aTextBesideThePixelsIsNotEvenRead() throws UploadRefusal {
		byte[] png = MadeFiles.pngWithHugeText();
		ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
		long allocated = thread.getCurrentThreadAllocatedBytes();
		Accepted accepted = this.intake.accept("a.png", png);
		assertThat(thread.getCurrentThreadAllocatedBytes() - allocated).isLessThan(MOST_BYTES);
		assertThat(text(accepted.whole())).doesNotContain("Comment");
	}

	@ParameterizedTest
	@CsvSource({ "1,64,48,top", "2,64,48,top", "3,64,48,bottom", "4,64,48,bottom", "5,48,64,left", "6,48,64,right",
			"7,48,64,right", "8,48,64,left", "99,64,48,top" })
	void theCamerasPlaceIsGoneAndThePictureUpright(int orientation, int width, int height, String red)
			throws UploadRefusal, IOException {
		byte[] photo = MadeFiles.withExif(jpeg(64, 48), orientation);
		assertThat(new String(photo, StandardCharsets.ISO_8859_1)).contains("Exif", "GPS-");
		Image made = this.intake.accept("a.jpg", photo).whole();
		assertThat(text(made)).doesNotContain("Exif", "GPS-");
		BufferedImage picture = ImageIO.read(new ByteArrayInputStream(made.content()));
		assertThat(picture.getWidth()).isEqualTo(width).isEqualTo(made.width());
		assertThat(picture.getHeight()).isEqualTo(height).isEqualTo(made.height());
		boolean top = red.equals("top");
		boolean left = red.equals("left");
		boolean right = red.equals("right");
		assertThat(isRed(picture, 3, 3)).isEqualTo(top || left);
		assertThat(isRed(picture, width - 4, 3)).isEqualTo(top || right);
		assertThat(isRed(picture, 3, height - 4)).isEqualTo(!top && !right);
		assertThat(isRed(picture, width - 4, height - 4)).isEqualTo(!top && !left);
	}

	@Test
	void photosBecomeJpegAndDrawingsPng() throws UploadRefusal {
		assertThat(this.intake.accept("a.jpeg", jpeg(64, 48)))
			.satisfies((made) -> assertThat(made.type()).isEqualTo(FileType.JPEG))
			.satisfies((made) -> assertThat(made.name()).isEqualTo("a.jpg"));
		assertThat(this.intake.accept("a.png", png(64, 480)).name()).isEqualTo("a.jpg");
		assertThat(this.intake.accept("a.png", MadeFiles.transparentPng(64, 48)).name()).isEqualTo("a.png");
		assertThat(this.intake.accept("a.webp", MadeFiles.webp()).name()).isEqualTo("a.png");
	}

	@Test
	void aDrawingKeepsItsHoles() throws UploadRefusal, IOException {
		Accepted made = this.intake.accept("a.png", MadeFiles.transparentPng(1000, 400));
		assertThat(made.renditions()).hasSize(2);
		for (Image image : Stream.concat(Stream.of(made.whole()), made.renditions().stream()).toList()) {
			BufferedImage picture = ImageIO.read(new ByteArrayInputStream(image.content()));
			assertThat(picture.getRGB(5, 5) >>> 24).isEqualTo(255);
			assertThat(picture.getRGB(image.width() - 5, 5) >>> 24).isZero();
		}
	}

	@ParameterizedTest
	@CsvSource({ "100,50,''", "480,10,''", "481,100,480x100", "2000,1500,480x360 960x720 1600x1200",
			"2000,1,480x1 960x1 1600x1" })
	void aWidePictureIsMadeNarrowerAndNoneWider(int width, int height, String sizes) throws UploadRefusal, IOException {
		Accepted made = this.intake.accept("a.jpg", jpeg(width, height));
		assertThat(made.renditions().stream().map((image) -> image.width() + "x" + image.height()).toList())
			.isEqualTo(Stream.of(sizes.split(" ")).filter((size) -> !size.isEmpty()).toList());
		for (Image image : made.renditions()) {
			BufferedImage picture = ImageIO.read(new ByteArrayInputStream(image.content()));
			assertThat(picture.getWidth()).isEqualTo(image.width());
			assertThat(picture.getHeight()).isEqualTo(image.height());
			assertThat(isRed(picture, image.width() / 2, 0)).isEqualTo(height > 1);
		}
	}

	@Test
	void aGreyPhotoStaysAsGreyAsItIs() throws UploadRefusal, IOException {
		BufferedImage grey = new BufferedImage(700, 20, BufferedImage.TYPE_BYTE_GRAY);
		for (int x = 0; x < 700; x++) {
			for (int y = 0; y < 20; y++) {
				grey.getRaster().setSample(x, y, 0, 128);
			}
		}
		for (String format : new String[] { "jpeg", "png" }) {
			Accepted made = this.intake.accept("a." + format, MadeFiles.encode(grey, format));
			BufferedImage narrow = ImageIO.read(new ByteArrayInputStream(made.renditions().get(0).content()));
			assertThat(narrow.getRGB(100, 5) & 0xff).as(format).isBetween(124, 132);
		}
	}

	@Test
	void partsOfAnOfficeFileAreNotReadAsXml() throws Exception {
		try (ServerSocket elsewhere = new ServerSocket(0)) {
			byte[] file = docx(Map.of("word/styles.xml",
					bytes("<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY x SYSTEM \"http://localhost:%d/\">]><a>&x;</a>"
						.formatted(elsewhere.getLocalPort()))));
			assertThat(this.intake.accept("a.docx", file).whole().content()).isEqualTo(file);
			elsewhere.setSoTimeout(200);
			assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(elsewhere::accept);
		}
	}

	@Test
	void aHarmlessPdfIsKeptAsItIs() throws UploadRefusal {
		byte[] pdf = pdf("/OpenAction [3 0 R /Fit] /Names << /Dests 4 0 R >> /X (JavaScript) /JSname /JS2");
		assertThat(this.intake.accept("通知.pdf", pdf).whole().content()).isEqualTo(pdf);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			value = { "photo.JPG|photo.jpg", "实训楼 外景.jpeg|实训楼 外景.jpg", "../../etc/passwd|passwd.jpg",
					"..\\..\\boot.jpg|boot.jpg", "C:\\Users\\a\\b.jpg|b.jpg", "%2e%2e%2fx.jpg|_2e_2e_2fx.jpg",
					".htaccess.jpg|htaccess.jpg", "..jpg|file.jpg", "` . `|file.jpg", "CON.jpg|_CON.jpg",
					"lpt1.x.jpg|_lpt1.x.jpg", "console.jpg|console.jpg", "a\"b'c<d>&#;.jpg|a_b_c_d____.jpg",
					"a.php.jpg|a.php.jpg", "e\u0301.jpg|\u00e9.jpg", "😀.jpg|😀.jpg" })
	void aNameIsKeptAsFarAsItIsHarmless(String given, String kept) {
		assertThat(FileNames.clean(given, "jpg")).isEqualTo(kept);
	}

	@ParameterizedTest
	@ValueSource(strings = { "a\0b.jpg", "a\r\nSet-Cookie: x.jpg", "\u202egpj.exe", "a\u200bb.jpg", "a\u2028b.jpg" })
	void whatCannotBeSeenIsNotInAName(String given) {
		String kept = FileNames.clean(given, "jpg");
		assertThat(kept).doesNotContainPattern("\\p{C}|\\p{Zl}|\\p{Zp}").endsWith(".jpg");
		assertThat(FileNames.disposition("inline", kept)).doesNotContainPattern("[^\\x20-\\x7e]");
	}

	@ParameterizedTest
	@ValueSource(strings = { "x", "楼", "😀" })
	void aNameIsCutWhereItIsTooLong(String letter) {
		for (int length : new int[] { 115, 116, 117, 300 }) {
			String kept = FileNames.clean(letter.repeat(length) + ".jpg", "jpg");
			assertThat(kept.length()).isLessThanOrEqualTo(UploadLimits.NAME_LENGTH).isGreaterThan(100);
			assertThat(kept).endsWith(letter + ".jpg");
		}
		assertThat(FileNames.clean(null, "jpg")).isEqualTo("file.jpg");
	}

	@Test
	void aNameInAnAddressAndInAHeader() {
		assertThat(FileNames.inAddress("实训 1.jpg")).isEqualTo("%E5%AE%9E%E8%AE%AD%201.jpg");
		assertThat(FileNames.disposition("attachment", "实训 1.pdf"))
			.isEqualTo("attachment; filename=\"__ 1.pdf\"; filename*=UTF-8''%E5%AE%9E%E8%AE%AD%201.pdf");
	}

	private static boolean isRed(BufferedImage picture, int x, int y) {
		int colour = picture.getRGB(x, y);
		return (colour >> 16 & 0xff) > (colour & 0xff);
	}

	private static String text(Image image) {
		return new String(image.content(), StandardCharsets.ISO_8859_1);
	}

}
