package edu.wenzhou.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/**
 * A page as Chromium prints it on A4.
 *
 * @param pdf the file, to look at
 * @param sheets the text of each sheet without spaces
 * @param menus the labels of each menu, whether printed or not
 * @param rows the text of each row of a list or table, one piece a line
 * @param headings the text of each heading
 * @param contents the text of each list of headings
 * @param notes the text of each note
 */
record Paper(byte[] pdf, List<String> sheets, List<String> menus, List<String> rows, List<String> headings,
		List<String> contents, List<String> notes) {

	static Paper of(Page page) {
		page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
		// Before the PDF is made, as Chromium goes back to the screen after it
		List<String> menus = Browser.ask(page, "print", "menus");
		List<String> rows = Browser.ask(page, "print", "rows");
		List<String> headings = Browser.ask(page, "print", "headings");
		List<String> contents = Browser.ask(page, "print", "contents");
		List<String> notes = Browser.ask(page, "print", "notes");
		byte[] pdf = page.pdf(new Page.PdfOptions().setFormat("A4").setPreferCSSPageSize(true));
		return new Paper(pdf, sheets(pdf), menus, rows, headings, contents, notes);
	}

	private static List<String> sheets(byte[] pdf) {
		try (PDDocument document = Loader.loadPDF(pdf)) {
			List<String> sheets = new ArrayList<>();
			for (int sheet = 1; sheet <= document.getNumberOfPages(); sheet++) {
				PDFTextStripper stripper = new PDFTextStripper();
				stripper.setStartPage(sheet);
				stripper.setEndPage(sheet);
				sheets.add(letters(stripper.getText(document)));
			}
			return sheets;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** A text without spaces, each character in its plain form. */
	static String letters(String text) {
		return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s+", "");
	}

	List<String> printedMenus() {
		String text = String.join("", this.sheets);
		return this.menus.stream().filter((menu) -> text.contains(letters(menu))).toList();
	}

	/** Notes of which something is not on paper. */
	List<String> lostNotes() {
		String text = String.join("", this.sheets);
		return this.notes.stream().filter((note) -> !text.contains(letters(note))).toList();
	}

	/** Headings that are the last of their sheet. */
	List<String> forsakenHeadings() {
		List<String> forsaken = new ArrayList<>();
		for (String sheet : this.sheets.subList(0, this.sheets.size() - 1)) {
			if (this.contents.stream().noneMatch((list) -> sheet.endsWith(letters(list)))) {
				this.headings.stream().filter((heading) -> sheet.endsWith(letters(heading))).forEach(forsaken::add);
			}
		}
		return forsaken;
	}

	/** Sheets that hold next to nothing, as they read. */
	List<String> emptySheets() {
		return this.sheets.stream().filter((sheet) -> sheet.length() < 40).toList();
	}

	/**
	 * The rows whose texts are on no sheet all together. In any order, as a PDF does not
	 * keep theirs; where rows share a text, any of its places will do.
	 */
	List<String> cutRows() {
		List<String> cut = new ArrayList<>();
		for (String row : this.rows) {
			List<String> parts = Stream.of(row.split("\n")).map(Paper::letters).toList();
			if (this.sheets.stream().noneMatch((sheet) -> parts.stream().allMatch(sheet::contains))) {
				cut.add(cut(row, parts));
			}
		}
		return cut;
	}

	private String cut(String row, List<String> parts) {
		String longest = Collections.max(parts, Comparator.comparing(String::length));
		for (int i = 0; i < this.sheets.size(); i++) {
			String sheet = this.sheets.get(i);
			if (sheet.contains(longest)) {
				List<String> elsewhere = parts.stream().filter((part) -> !sheet.contains(part)).toList();
				return "%s is not on sheet %d with the rest of: %s".formatted(elsewhere, i + 1, row);
			}
		}
		return "not on paper: " + row;
	}

}
