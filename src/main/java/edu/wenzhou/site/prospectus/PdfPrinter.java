package edu.wenzhou.site.prospectus;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.slf4j.Slf4jLogger;
import com.openhtmltopdf.util.XRLog;
import edu.wenzhou.site.prospectus.PdfFonts.FontFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Makes a tagged PDF of an XHTML text and the style sheet {@code pdf/prospectus.css}. It
 * fetches nothing: only {@code data:} pictures are let in.
 */
@Component
class PdfPrinter {

	private static final Logger logger = LoggerFactory.getLogger(PdfPrinter.class);

	/** What a typesetter puts where he has no type. */
	private static final String NO_GLYPH = "〓";

	/** What XML cannot hold and a paste from a word processor may. */
	private static final Pattern FORBIDDEN = Pattern
		.compile("[^\\t\\n\\r\\x20-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

	/** Stands in the style sheet for the families of the machine. */
	private static final String FAMILIES = "FAMILIES";

	private final PdfFonts fonts;

	PdfPrinter(PdfFonts fonts) {
		XRLog.setLoggerImpl(new Slf4jLogger());
		this.fonts = fonts;
	}

	/**
	 * The PDF of a text.
	 * @param xhtml well-formed, without a document type
	 */
	byte[] print(String xhtml) throws IOException {
		Document document = parse(FORBIDDEN.matcher(xhtml).replaceAll(""));
		report(document.getDocumentElement().getTextContent());
		addStyle(document);
		describeLinks(document);
		ByteArrayOutputStream pdf = new ByteArrayOutputStream();
		PdfRendererBuilder builder = new PdfRendererBuilder();
		builder.usePdfUaAccessibility(true);
		builder.useReplacementText(this.fonts.missing(NO_GLYPH).isEmpty() ? NO_GLYPH : " ");
		for (ExternalResourceControlPriority time : ExternalResourceControlPriority.values()) {
			builder.useExternalResourceAccessControl((uri, type) -> uri.startsWith("data:"), time);
		}
		for (FontFile font : this.fonts.files()) {
			builder.useFont(font.file(), font.family(), font.weight(), FontStyle.NORMAL, true);
		}
		builder.withW3cDocument(document, null);
		builder.toStream(pdf);
		builder.run();
		return pdf.toByteArray();
	}

	/** PDF/UA wants a description of every link; it is taken from the title. */
	private static void describeLinks(Document document) {
		NodeList links = document.getElementsByTagName("a");
		for (int i = 0; i < links.getLength(); i++) {
			Element link = (Element) links.item(i);
			String label = link.getAttribute("aria-label");
			link.setAttribute("title", label.isEmpty() ? link.getTextContent() : label);
		}
	}

	private static Document parse(String xhtml) throws IOException {
		try {
			DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
			factory.setNamespaceAware(true);
			factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
			factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
			return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xhtml.getBytes(StandardCharsets.UTF_8)));
		}
		catch (SAXException ex) {
			throw new IOException("The text is not well-formed XHTML: " + ex.getMessage(), ex);
		}
		catch (ParserConfigurationException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private void report(String text) {
		List<Integer> missing = this.fonts.missing(text);
		for (int codePoint : missing) {
			logger.warn("No font of college.pdf.fonts has the character {} (U+{}); the PDF shows {} in its place",
					Character.toString(codePoint), Integer.toHexString(codePoint).toUpperCase(), NO_GLYPH);
		}
	}

	private void addStyle(Document document) throws IOException {
		Element style = document.createElementNS(document.getDocumentElement().getNamespaceURI(), "style");
		String sheet = new ClassPathResource("pdf/prospectus.css").getContentAsString(StandardCharsets.UTF_8);
		style.setTextContent(sheet.replace(FAMILIES, this.fonts.cssFamilies()));
		document.getDocumentElement().getElementsByTagName("head").item(0).appendChild(style);
	}

}
