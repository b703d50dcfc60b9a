package edu.wenzhou.site.prospectus;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import edu.wenzhou.site.WebTest;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.ContentDisposition;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** The PDF that the site makes of the prospectus, read back. */
@ExtendWith(OutputCaptureExtension.class)
class ProspectusPdfTests extends WebTest {

	private static final String PATH = "/about/prospectus.pdf";

	private static final String ENGLISH = "/en" + PATH;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private ProspectusPdfs pdfs;

	@Test
	void isServedAsAFileToLookAt() throws Exception {
		HttpResponse<byte[]> answer = bytes("GET", PATH);
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/pdf");
		assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
			.contains("filename=\"prospectus.pdf\"");
		assertThat(fileName(answer)).isEqualTo("温州职业技术学院-学校手册.pdf");
		assertThat(fileName(bytes("HEAD", ENGLISH))).matches("[A-Za-z ]+-Prospectus\\.pdf");
		assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-cache, no-transform");
		assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
		assertThat(answer.headers().firstValue("Content-Security-Policy")).isPresent();
		assertThat(answer.body()).startsWith("%PDF-".getBytes()).hasSizeBetween(50_000, 1_000_000);
		HttpResponse<byte[]> head = bytes("HEAD", PATH);
		assertThat(head.statusCode()).isEqualTo(200);
		assertThat(head.body()).isEmpty();
		assertThat(head.headers().firstValueAsLong("Content-Length")).hasValue(answer.body().length);
		String tag = answer.headers().firstValue("ETag").orElseThrow();
		assertThat(bytes("GET", PATH, "If-None-Match", tag).statusCode()).isEqualTo(304);
		assertThat(page("/about/prospectus").select("a[href=" + PATH + "]")).hasSize(1);
		assertThat(page("/en/about/prospectus").select("a[href=" + ENGLISH + "]")).hasSize(1);
	}

	@Test
	void holdsWhatThePageHolds() throws Exception {
		holdsWhatThePageHolds(PATH, "zh", "全日制在校生12000余人");
	}

	@Test
	void holdsTheSameInEnglish() throws Exception {
		holdsWhatThePageHolds(ENGLISH, "en", "more than 12,000");
	}

	private void holdsWhatThePageHolds(String path, String language, String figure) throws Exception {
		try (PDDocument document = document(path)) {
			String text = words(TaggedText.of(document));
			List<String> names = this.jdbc
				.sql("""
						select name_zh from college_profile union all select title_zh from profile_section
						union all select name_zh from predecessor union all select label_zh from fact
						union all select name_zh from campus union all select name_zh from school
						union all select title_zh from honour union all select name_zh from partnership"""
					.replace("_zh", "_" + language))
				.query(String.class)
				.list();
			assertThat(names).hasSizeGreaterThan(140).allSatisfy((name) -> assertThat(text).contains(words(name)));
			assertThat(text).contains(words(figure), words(BASE_URL + path.replace(".pdf", "")))
				.doesNotContain("〓", "[[");
			for (Element note : page(path.replace(".pdf", "")).select(".note-list blockquote")) {
				assertThat(text).contains(words(note.text()));
			}
		}
	}

	@Test
	void canBeReadByEverybody() throws Exception {
		canBeReadByEverybody(PATH, "zh-CN");
	}

	@Test
	void canBeReadByEverybodyInEnglish() throws Exception {
		canBeReadByEverybody(ENGLISH, "en");
	}

	private void canBeReadByEverybody(String path, String language) throws Exception {
		try (PDDocument document = document(path)) {
			PDDocumentCatalog catalog = document.getDocumentCatalog();
			assertThat(catalog.getMarkInfo().isMarked()).isTrue();
			assertThat(catalog.getLanguage()).isEqualTo(language);
			assertThat(catalog.getViewerPreferences().displayDocTitle()).isTrue();
			assertThat(document.getDocumentInformation().getTitle()).isEqualTo(page(path.replace(".pdf", "")).title());
			assertThat(new String(catalog.getMetadata().toByteArray())).contains("pdfuaid");
			Set<String> tags = new LinkedHashSet<>();
			tags(catalog.getStructureTreeRoot().getCOSObject().getDictionaryObject(COSName.K), tags);
			assertThat(tags).contains("H1", "H2", "H3", "P", "L", "LI", "Table", "TR", "TH", "TD", "Figure", "Link");
			for (PDPage page : document.getPages()) {
				for (PDAnnotation link : page.getAnnotations()) {
					assertThat(link.getContents()).as("what a link leads to").isNotBlank();
				}
			}
		}
	}

	@Test
	void bringsItsFontsAlongAsSubsets() throws Exception {
		try (PDDocument document = document(PATH)) {
			List<String> fonts = new ArrayList<>();
			for (PDPage page : document.getPages()) {
				for (COSName name : page.getResources().getFontNames()) {
					PDFont font = page.getResources().getFont(name);
					assertThat(font.isEmbedded()).as(font.getName()).isTrue();
					assertThat(font.getName()).matches("[A-Z]{6}\\+.*");
					fonts.add(font.getName());
				}
			}
			assertThat(fonts).isNotEmpty();
		}
	}

	@Test
	void hasBookmarksAndContentsWithPageNumbers() throws Exception {
		try (PDDocument document = document(PATH)) {
			List<String> bookmarks = new ArrayList<>();
			for (PDOutlineItem item : document.getDocumentCatalog().getDocumentOutline().children()) {
				assertThat(item.findDestinationPage(document)).isNotNull();
				bookmarks.add(item.getTitle());
			}
			assertThat(bookmarks).containsExactlyElementsOf(page("/about/prospectus").select(".toc a").eachText());
			PDFTextStripper stripper = new PDFTextStripper();
			stripper.setEndPage(1);
			String front = stripper.getText(document);
			PDOutlineItem last = document.getDocumentCatalog().getDocumentOutline().getLastChild();
			int page = document.getPages().indexOf(last.findDestinationPage(document)) + 1;
			assertThat(front.replaceAll("[ .]+", " ")).contains("出处 " + page)
				.contains("1 / " + document.getNumberOfPages());
			List<PDAnnotation> links = document.getPage(0).getAnnotations();
			assertThat(links).hasSizeGreaterThan(bookmarks.size());
		}
	}

	@Test
	void noHeadingEndsASheet() throws Exception {
		for (String path : List.of(PATH, ENGLISH)) {
			List<String> headings = page(path.replace(".pdf", "")).select("main :is(h2, h3, h4, caption, thead)")
				.eachText()
				.stream()
				.map(ProspectusPdfTests::words)
				.toList();
			assertThat(headings).hasSizeGreaterThan(30);
			try (PDDocument document = document(path)) {
				PDFTextStripper stripper = new PDFTextStripper();
				stripper.setSortByPosition(true);
				// The first sheet ends its contents with a heading's text
				for (int sheet = 2; sheet < document.getNumberOfPages(); sheet++) {
					stripper.setStartPage(sheet);
					stripper.setEndPage(sheet);
					String text = words(stripper.getText(document)).replaceFirst("[0-9]+/[0-9]+$", "");
					assertThat(headings).as("sheet %d of %s", sheet, path).noneMatch(text::endsWith);
				}
			}
		}
	}

	@Test
	void isMadeOnceForManyAndAnewWhenTheContentChanged() throws Exception {
		get(PATH);
		int before = this.pdfs.getMakings();
		String first = tag();
		this.jdbc.sql("update school set lead_zh = '样例一句。' where slug = 'ai'").update();
		try {
			ExecutorService visitors = Executors.newFixedThreadPool(6);
			try {
				List<Future<Integer>> answers = visitors.invokeAll(
						IntStream
							.range(0, 12).<java.util.concurrent.Callable<Integer>>mapToObj(
									(i) -> () -> bytes("GET", PATH).statusCode())
							.toList());
				for (Future<Integer> answer : answers) {
					assertThat(answer.get()).isEqualTo(200);
				}
			}
			finally {
				visitors.shutdown();
			}
			assertThat(this.pdfs.getMakings()).isEqualTo(before + 1);
			assertThat(tag()).isNotEqualTo(first);
			try (PDDocument document = document(PATH)) {
				assertThat(TaggedText.of(document)).contains("样例一句。");
			}
		}
		finally {
			this.jdbc.sql("update school set lead_zh = null where slug = 'ai'").update();
		}
	}

	@Test
	void canBeLookedAt() throws Exception {
		Path folder = Files.createDirectories(Path.of("target", "print"));
		for (String path : List.of(PATH, ENGLISH)) {
			Path file = folder.resolve("made" + path.replace('/', '-'));
			Files.write(file, bytes("GET", path).body());
			assertThat(file).isNotEmptyFile();
		}
	}

	@Test
	void aCharacterThatNoFontHasIsReportedAndNotPrintedAsAnother(CapturedOutput output) throws Exception {
		String rare = Character.toString(0x1F3EB);
		this.jdbc.sql("update school set lead_zh = ? where slug = 'ai'").param("样例" + rare + "。").update();
		try (PDDocument document = document(PATH)) {
			assertThat(TaggedText.of(document)).contains("样例").doesNotContain("样例#");
			assertThat(output).contains("WARN").contains("has the character " + rare + " (U+1F3EB)");
		}
		finally {
			this.jdbc.sql("update school set lead_zh = null where slug = 'ai'").update();
		}
	}

	@Test
	void isSentWholeOnly() throws Exception {
		HttpResponse<byte[]> answer = bytes("GET", PATH, "Range", "bytes=0-9");
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.headers().firstValue("Accept-Ranges")).isEmpty();
		assertThat(answer.body()).hasSizeGreaterThan(10_000);
	}

	@Test
	void namesThePageItIsTakenFromAndItsLanguage() throws Exception {
		HttpResponse<byte[]> answer = bytes("GET", ENGLISH);
		assertThat(answer.headers().firstValue("Link"))
			.hasValue("<" + BASE_URL + "/en/about/prospectus>; rel=\"canonical\"");
		assertThat(answer.headers().firstValue("Content-Language")).hasValue("en");
	}

	@Test
	void aPastedControlCharacterIsLeftOut() throws Exception {
		this.jdbc.sql("update school set lead_zh = ? where slug = 'ai'").param("样\u000b例。").update();
		try (PDDocument document = document(PATH)) {
			assertThat(TaggedText.of(document)).contains("样例。");
		}
		finally {
			this.jdbc.sql("update school set lead_zh = null where slug = 'ai'").update();
		}
	}

	private String tag() throws Exception {
		return bytes("HEAD", PATH).headers().firstValue("ETag").orElseThrow();
	}

	private PDDocument document(String path) throws Exception {
		return Loader.loadPDF(bytes("GET", path).body());
	}

	private static String fileName(HttpResponse<byte[]> answer) {
		ContentDisposition disposition = ContentDisposition
			.parse(answer.headers().firstValue("Content-Disposition").orElseThrow());
		assertThat(disposition.isInline()).isTrue();
		return disposition.getFilename();
	}

	private static void tags(COSBase node, Set<String> tags) throws IOException {
		if (node instanceof COSObject reference) {
			tags(reference.getObject(), tags);
		}
		else if (node instanceof Iterable<?> kids) {
			for (Object kid : kids) {
				tags((COSBase) kid, tags);
			}
		}
		else if (node instanceof COSDictionary element) {
			String tag = element.getNameAsString(COSName.S);
			if (tag != null) {
				tags.add(tag);
			}
			tags(element.getDictionaryObject(COSName.K), tags);
		}
	}

	/** A font may have one glyph for several dashes; a PDF then knows one of them. */
	private static String words(String text) {
		return text.replaceAll("[\\s\u00a0]", "").replaceAll("[‐-―]", "-");
	}

}
