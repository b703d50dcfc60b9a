package edu.wenzhou.site.table;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import javax.xml.stream.XMLStreamException;

import edu.wenzhou.site.table.Table.Line;
import edu.wenzhou.site.table.TableRefusal.Reason;

/**
 * The first sheet of an Excel workbook that is not hidden. Of a formula the value counts
 * that the spreadsheet last worked out; nothing is worked out here.
 */
final class Workbook {

	/** All parts that are read together. Two thousand rows take a tenth of it. */
	static final int UNPACKED = 16 * 1024 * 1024;

	/** In the whole workbook; a cell that no other cell is like needs one. */
	private static final int MOST_STRINGS = 200_000;

	private static final String BOOK = "xl/workbook.xml";

	private final Archive parts;

	private Workbook(Archive parts) {
		this.parts = parts;
	}

	static boolean isOne(byte[] file) throws TableRefusal {
		String start = new String(file, 0, Math.min(8, file.length), StandardCharsets.ISO_8859_1);
		if (start.startsWith("\u00d0\u00cf\u0011\u00e0")) {
			throw new TableRefusal(Reason.OLD);
		}
		return start.startsWith("PK");
	}

	static List<Line> read(byte[] file) throws TableRefusal {
		try {
			return new Workbook(new Archive(file, UNPACKED)).sheet();
		}
		catch (XMLStreamException ex) {
			throw new TableRefusal(Reason.UNREADABLE);
		}
	}

	private List<Line> sheet() throws XMLStreamException, TableRefusal {
		Map<String, String> targets = new HashMap<>();
		try (Xml xml = new Xml(part("xl/_rels/workbook.xml.rels"))) {
			while (xml.next()) {
				if (xml.begins("Relationship")) {
					targets.put(xml.attribute("Id"), xml.attribute("Target"));
				}
			}
		}
		String first = null;
		boolean from1904 = false;
		try (Xml xml = new Xml(part(BOOK))) {
			while (xml.next()) {
				if (xml.begins("workbookPr")) {
					from1904 = xml.attribute("date1904").matches("1|true");
				}
				if (xml.begins("sheet") && first == null && xml.attribute("state").matches("|visible")) {
					first = targets.get(xml.attribute("id"));
				}
			}
		}
		if (first == null) {
			throw new TableRefusal(Reason.UNREADABLE);
		}
		String path = first.startsWith("/") ? first.substring(1) : "xl/" + first;
		return new Sheet(strings(), Formats.of(this.parts.part("xl/styles.xml"), from1904)).read(part(path));
	}

	private byte[] part(String name) throws TableRefusal {
		byte[] part = this.parts.part(name);
		if (part == null) {
			throw new TableRefusal(Reason.UNREADABLE);
		}
		return part;
	}

	private List<String> strings() throws XMLStreamException, TableRefusal {
		List<String> strings = new ArrayList<>();
		byte[] part = this.parts.part("xl/sharedStrings.xml");
		if (part != null) {
			try (Xml xml = new Xml(part)) {
				while (xml.next()) {
					if (xml.begins("si")) {
						strings.add(xml.texts("si"));
						if (strings.size() > MOST_STRINGS) {
							throw new TableRefusal(Reason.UNPACKED);
						}
					}
				}
			}
		}
		return strings;
	}

}
