package edu.wenzhou.site.table;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

import javax.xml.stream.XMLStreamException;

import edu.wenzhou.site.table.Table.Line;

/** A sheet of a workbook, cell by cell. */
final class Sheet {

	/** Numbers that people write out; others stay as the file has them. */
	private static final double LARGEST = 1e15;

	private static final double SMALLEST = 1e-9;

	/** Of the digits that a spreadsheet keeps, these are the ones it shows. */
	private static final MathContext SHOWN = new MathContext(15);

	private final List<String> strings;

	private final Formats formats;

	Sheet(List<String> strings, Formats formats) {
		this.strings = strings;
		this.formats = formats;
	}

	List<Line> read(byte[] part) throws XMLStreamException, TableRefusal {
		Lines lines = new Lines();
		int number = 0;
		int column = 0;
		try (Xml xml = new Xml(part)) {
			while (xml.next()) {
				if (xml.begins("row")) {
					number = number(xml.attribute("r"), number + 1);
					column = 0;
				}
				else if (xml.begins("c")) {
					column = column(xml.attribute("r"), column);
					lines.cell(column, cell(xml));
					column++;
				}
				else if (xml.ends("row")) {
					lines.end(number);
				}
				else if (xml.ends("sheetData")) {
					break;
				}
			}
		}
		return lines.all();
	}

	private static int number(String typed, int otherwise) {
		return (!typed.isEmpty() && typed.matches("[1-9][0-9]{0,6}")) ? Integer.parseInt(typed) : otherwise;
	}

	/** From 0; of {@code C7} it is 2. What is far to the right is beyond every limit. */
	private static int column(String address, int otherwise) {
		int column = 0;
		int letters = 0;
		while (letters < address.length() && address.charAt(letters) >= 'A' && address.charAt(letters) <= 'Z') {
			column = Math.min(column * 26 + address.charAt(letters) - 'A' + 1, Table.MOST_COLUMNS * 26);
			letters++;
		}
		return (letters > 0) ? column - 1 : otherwise;
	}

	private String cell(Xml xml) throws XMLStreamException {
		String type = xml.attribute("t");
		String style = xml.attribute("s");
		boolean formula = false;
		String value = null;
		while (xml.next() && !xml.ends("c")) {
			if (xml.begins("f")) {
				formula = true;
				xml.text("f");
			}
			else if (xml.begins("v")) {
				value = xml.text("v");
			}
			else if (xml.begins("is")) {
				value = xml.texts("is");
			}
		}
		if (value == null) {
			return formula ? Table.error("#CALC!") : "";
		}
		return switch (type) {
			case "s" -> plain(value.matches("[0-9]{1,6}") && Integer.parseInt(value) < this.strings.size()
					? this.strings.get(Integer.parseInt(value)) : "");
			case "inlineStr", "str" -> plain(value);
			case "b" -> value.equals("1") ? "TRUE" : "FALSE";
			case "e" -> Table.error(value);
			case "d" -> value.replaceAll("(T\\d\\d:\\d\\d):.*", "$1").replace("T00:00", "");
			default -> number(value.strip(), style);
		};
	}

	/** Signs that XML cannot hold stand there by their number. */
	private static String plain(String text) {
		return text.replace("_x000D_", "").replace("\0", "");
	}

	private String number(String value, String style) {
		if (!value.matches("-?[0-9.]{1,40}([eE][-+]?[0-9]{1,3})?")) {
			return value;
		}
		double number;
		try {
			number = Double.parseDouble(value);
		}
		catch (NumberFormatException ex) {
			return value;
		}
		if (number >= 0 && style.matches("[0-9]{1,6}") && this.formats.isDate(Integer.parseInt(style))) {
			return this.formats.date(number).orElse(value);
		}
		double size = Math.abs(number);
		if (size == 0) {
			return "0";
		}
		return (size < LARGEST && size > SMALLEST)
				? new BigDecimal(value).round(SHOWN).stripTrailingZeros().toPlainString() : value;
	}

}
