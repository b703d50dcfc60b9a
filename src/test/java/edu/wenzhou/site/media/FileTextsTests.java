package edu.wenzhou.site.media;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

/** What is read of attachments, of good ones and of others. */
class FileTextsTests {

	@Test
	void wordIsReadParagraphByParagraphWithNotesAndBoxes() throws IOException {
		assertThat(office(MadeFiles.document("电话13812345678", "第二段"))).containsExactly("电话13812345678", "第二段");
		byte[] more = MadeFiles
			.docx(Map.of("word/footnotes.xml", bytes("<f><p><t>脚</t><t>注</t><br/><t>下一行</t></p></f>"),
					"word/header1.xml", bytes("<h><p><t>页眉</t><tab/><t>右</t></p></h>"), "word/styles.xml",
					bytes("<s><t>样式</t></s>"), "docProps/core.xml", bytes("<c><t>别处</t></c>")));
		assertThat(office(more)).containsExactlyInAnyOrder("脚注", "下一行", "页眉 右");
	}

	@Test
	void excelIsReadCellByCell() throws IOException {
		assertThat(office(MadeFiles.workbook("张三", "1.3812345678E10"))).containsExactlyInAnyOrder("张三", "13812345678");
		assertThat(office(MadeFiles.workbook("李四", "13912345678"))).containsExactlyInAnyOrder("李四", "13912345678");
	}

	@Test
	void nothingOutsideIsReadAndNothingIsExpanded() {
		String declared = "<!DOCTYPE d [<!ENTITY a SYSTEM 'file:///etc/hostname'><!ENTITY b 'bbbbbbbb'>]>";
		byte[] file = MadeFiles.docx(Map.of("word/document.xml", bytes(declared + "<d><p><t>x&a;&b;&b;y</t></p></d>")));
		TextCollector text = new TextCollector();
		try {
			OfficeText.read(file, text);
		}
		catch (IOException ex) {
			// That is fine, too
			text.end();
		}
		assertThat(String.join("", text.lines())).doesNotContain("b").hasSizeLessThan(3);
	}

	@Test
	void whatIsBrokenOrEndlessSaysSo() {
		assertThatIOException()
			.isThrownBy(() -> office(MadeFiles.docx(Map.of("word/document.xml", bytes("<d><p><t>x")))));
		byte[] endless = MadeFiles
			.docx(Map.of("word/document.xml", bytes("<d><t>" + "长".repeat(TextCollector.MOST + 1) + "</t></d>")));
		assertThatIOException().isThrownBy(() -> office(endless));
	}

	@Test
	void pdfIsReadPageByPage() throws IOException {
		assertThat(pdf(made("Tel 13812345678", "second line"))).containsExactly("Tel 13812345678", "second line");
		assertThatIOException().isThrownBy(() -> pdf(MadeFiles.pdf("")));
	}

	@Test
	void aLockedOrSwollenPdfIsNotOpened() throws IOException {
		ByteArrayOutputStream locked = new ByteArrayOutputStream();
		try (PDDocument document = new PDDocument()) {
			document.addPage(new PDPage());
			document.protect(new StandardProtectionPolicy("owner", "", new AccessPermission()));
			document.save(locked);
		}
		assertThatIOException().isThrownBy(() -> pdf(locked.toByteArray())).withMessageContaining("Locked");
		byte[] zeros = packed(new byte[(int) UploadLimits.UNPACKED_BYTES + 1]);
		assertThatIOException().isThrownBy(() -> pdf(stream("/Filter /FlateDecode", zeros)))
			.withMessageContaining("too much");
		zeros[0] = 0;
		assertThatIOException().isThrownBy(() -> pdf(stream("/Filter /FlateDecode", zeros)))
			.withMessageContaining("too much");
		for (String filter : List.of("/Filter /LZWDecode", "/Filter/#4CZW", "/Filter [ /A85 /RL ]", "/Filter 5 0 R",
				"/Filter [5 0 R]", "/Filter /RunLengthDecode", "/Filter [/FlateDecode /FlateDecode]",
				"/Filter [/FlateDecode %]\n /Fl]",
				"/Filter /FlateDecode /DecodeParms << /Predictor 15 /Columns 2000000000 >>",
				"/Filter /FlateDecode /DecodeParms 5 0 R")) {
			assertThatIOException().as(filter)
				.isThrownBy(() -> pdf(stream(filter, new byte[9])))
				.withMessageContaining("unusual");
		}
	}

	private static List<String> office(byte[] file) throws IOException {
		TextCollector text = new TextCollector();
		OfficeText.read(file, text);
		return text.lines();
	}

	private static List<String> pdf(byte[] file) throws IOException {
		TextCollector text = new TextCollector();
		PdfText.read(file, text);
		return text.lines();
	}

	private static byte[] made(String... lines) throws IOException {
		ByteArrayOutputStream file = new ByteArrayOutputStream();
		try (PDDocument document = new PDDocument()) {
			PDPage page = new PDPage();
			document.addPage(page);
			try (PDPageContentStream content = new PDPageContentStream(document, page)) {
				content.beginText();
				content.setFont(new PDType1Font(FontName.HELVETICA), 12);
				content.setLeading(20);
				content.newLineAtOffset(50, 700);
				for (String line : lines) {
					content.showText(line);
					content.newLine();
				}
				content.endText();
			}
			document.save(file);
		}
		return file.toByteArray();
	}

	private static byte[] stream(String filter, byte[] content) {
		return MadeFiles.join(bytes("%PDF-1.7\n1 0 obj\n<< /Length " + content.length + " " + filter + " >>\nstream\n"),
				content, bytes("\nendstream\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n"));
	}

	private static byte[] packed(byte[] content) {
		Deflater deflater = new Deflater();
		deflater.setInput(content);
		deflater.finish();
		ByteArrayOutputStream packed = new ByteArrayOutputStream();
		byte[] buffer = new byte[8192];
		while (!deflater.finished()) {
			packed.write(buffer, 0, deflater.deflate(buffer));
		}
		deflater.end();
		return packed.toByteArray();
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
