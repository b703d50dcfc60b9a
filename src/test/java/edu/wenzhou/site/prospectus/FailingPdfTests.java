package edu.wenzhou.site.prospectus;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;

import edu.wenzhou.site.prospectus.ProspectusPdfs.Pdf;
import edu.wenzhou.site.web.NotReadyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.StringTemplateResolver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/** What visitors get while the PDF cannot be made. */
class FailingPdfTests {

	private static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;

	private final PdfFonts fonts = mock();

	private final PdfPrinter printer = mock();

	private final ProspectusPdfs pdfs;

	FailingPdfTests() {
		SpringTemplateEngine templates = new SpringTemplateEngine();
		templates.setTemplateResolver(new StringTemplateResolver());
		given(this.fonts.isUsable()).willReturn(true);
		this.pdfs = new ProspectusPdfs(this.fonts, this.printer, templates);
	}

	@AfterEach
	void stop() {
		this.pdfs.stop();
	}

	@Test
	void theOneBeforeStandsInForOneThatFails() throws IOException {
		given(this.printer.print(any())).willReturn(bytes("first"))
			.willThrow(new IOException("no type"))
			.willThrow(new StackOverflowError());
		Pdf first = of("1");
		assertThat(of("2")).isSameAs(first);
		assertThat(of("3")).isSameAs(first);
		assertThat(this.pdfs.getMakings()).isEqualTo(3);
	}

	@Test
	void oneThatFailsIsNotMadeForEveryVisitor() throws IOException {
		given(this.printer.print(any())).willThrow(new IOException("no type"));
		for (int visitor = 0; visitor < 3; visitor++) {
			assertThatExceptionOfType(NotReadyException.class).isThrownBy(() -> of("1"));
		}
		assertThat(this.pdfs.getMakings()).isEqualTo(1);
	}

	@Test
	void aNewStateIsTriedAtOnceAfterAFailure() throws IOException {
		given(this.printer.print(any())).willThrow(new IOException("no type")).willReturn(bytes("second"));
		assertThatExceptionOfType(NotReadyException.class).isThrownBy(() -> of("1"));
		assertThat(of("2").content()).isEqualTo(bytes("second"));
	}

	@Test
	void bothLanguagesAreMadeOneAfterTheOther() throws Exception {
		CountDownLatch begun = new CountDownLatch(1);
		given(this.printer.print(any())).willAnswer((call) -> {
			assertThat(begun.getCount()).as("another is being made").isOne();
			begun.countDown();
			return bytes("chinese");
		}).willReturn(bytes("english"));
		assertThat(of("1").content()).isEqualTo(bytes("chinese"));
		assertThat(this.pdfs.of(prospectus("1"), null, Locale.ENGLISH).orElseThrow().content())
			.isEqualTo(bytes("english"));
	}

	private Pdf of(String generation) {
		return this.pdfs.of(prospectus(generation), null, CHINESE).orElseThrow();
	}

	private static Prospectus prospectus(String generation) {
		return new Prospectus(generation, null, null, null, null, null, null, null, null, null, null, null);
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
