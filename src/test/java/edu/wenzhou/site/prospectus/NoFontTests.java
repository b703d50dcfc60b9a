package edu.wenzhou.site.prospectus;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

import edu.wenzhou.site.HttpTest;
import edu.wenzhou.site.TestDatabase;
import edu.wenzhou.site.TestFonts;
import edu.wenzhou.site.web.TestProperties;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** A machine without Chinese fonts: everything but the PDF. */
@ExtendWith(OutputCaptureExtension.class)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "college.pdf.fonts=/nowhere/font.ttf")
class NoFontTests extends HttpTest {

	@DynamicPropertySource
	static void database(DynamicPropertyRegistry registry) {
		registry.add("spring.datasource.url", TestDatabase::url);
		registry.add("spring.datasource.username", () -> TestDatabase.USERNAME);
		registry.add("spring.datasource.password", () -> TestDatabase.PASSWORD);
	}

	@Test
	void thePageServesAndThereIsNoPdf() {
		assertThat(get("/about/prospectus").statusCode()).isEqualTo(200);
		assertThat(page("/about/prospectus").select("a[href$=.pdf]")).isEmpty();
		assertThat(get("/about/prospectus.pdf").statusCode()).isEqualTo(404);
		assertThat(page("/about/prospectus.pdf").selectFirst("h1").text()).isEqualTo("没有这个页面");
		assertThat(get("/en/about/prospectus.pdf").statusCode()).isEqualTo(404);
		assertThat(page("/en/about/prospectus.pdf").selectFirst("html").attr("lang")).isEqualTo("en");
	}

	@Test
	void anyTrueTypeFontWillDo() throws IOException {
		PdfFonts fonts = fonts(TestFonts.madeUp());
		assertThat(fonts.isUsable()).isTrue();
		byte[] pdf = new PdfPrinter(fonts).print(
				"<html xmlns='http://www.w3.org/1999/xhtml' lang='zh-CN'><head><title>样例</title></head><body><p>样例一句，Sample 1.</p></body></html>");
		try (PDDocument document = Loader.loadPDF(pdf)) {
			assertThat(new PDFTextStripper().getText(document)).contains("样例一句，Sample 1.");
			assertThat(document.getPage(0).getResources().getFontNames()).isNotEmpty();
		}
	}

	@Test
	void theStartSaysWhichPackagesToInstall(CapturedOutput output) {
		PdfFonts fonts = fonts(Path.of("/nowhere/font.ttf"));
		assertThat(fonts.isUsable()).isFalse();
		assertThat(output.getOut().lines().filter((line) -> line.contains("PDF of the prospectus"))).isNotEmpty()
			.last()
			.asString()
			.contains("INFO", "apt-get install fonts-lxgw-wenkai fonts-wqy-zenhei");
	}

	@Test
	void aFileThatIsNoFontIsLeftOut(CapturedOutput output) {
		PdfFonts fonts = fonts(Path.of("README.md"));
		assertThat(fonts.isUsable()).isFalse();
		assertThat(fonts.files()).isEmpty();
		assertThat(output).contains("WARN").contains("README.md cannot be read and is left out");
	}

	private static PdfFonts fonts(Path path) {
		return new PdfFonts(TestProperties.of(Map.of("college.pdf.fonts", path)));
	}

}
