package edu.wenzhou.site.prospectus;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDMarkedContent;
import org.apache.pdfbox.text.PDFMarkedContentExtractor;
import org.apache.pdfbox.text.TextPosition;

/**
 * The text of a PDF in the order of its tags, as a screen reader says it; where things
 * stand on the sheet, and in which order they were painted, does not matter.
 */
final class TaggedText {

	private final Map<COSDictionary, Map<Integer, String>> pieces = new HashMap<>();

	private final StringBuilder text = new StringBuilder();

	private TaggedText() {
	}

	static String of(PDDocument document) throws IOException {
		TaggedText tagged = new TaggedText();
		for (PDPage page : document.getPages()) {
			PDFMarkedContentExtractor extractor = new PDFMarkedContentExtractor();
			extractor.processPage(page);
			Map<Integer, String> pieces = tagged.pieces.computeIfAbsent(page.getCOSObject(), (key) -> new HashMap<>());
			for (PDMarkedContent content : extractor.getMarkedContents()) {
				StringBuilder piece = new StringBuilder();
				add(content, piece);
				pieces.merge(content.getMCID(), piece.toString(), String::concat);
			}
		}
		tagged.add(document.getDocumentCatalog().getStructureTreeRoot(), null);
		return tagged.text.toString();
	}

	private static void add(PDMarkedContent content, StringBuilder piece) {
		for (Object part : content.getContents()) {
			if (part instanceof TextPosition position) {
				piece.append(position.getUnicode());
			}
			else if (part instanceof PDMarkedContent inner) {
				add(inner, piece);
			}
		}
	}

	private void add(PDStructureNode node, PDPage page) {
		for (Object kid : node.getKids()) {
			if (kid instanceof PDStructureElement element) {
				add(element, (element.getPage() != null) ? element.getPage() : page);
			}
			else if (kid instanceof PDMarkedContentReference reference) {
				add(reference.getMCID(), (reference.getPage() != null) ? reference.getPage() : page);
			}
			else if (kid instanceof Integer number) {
				add(number, page);
			}
		}
	}

	private void add(int number, PDPage page) {
		this.text.append(this.pieces.get(page.getCOSObject()).getOrDefault(number, ""));
	}

}
