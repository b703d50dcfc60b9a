package edu.wenzhou.site.table;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.xml.stream.XMLStreamException;

/**
 * Which cells show a number as a day or a time: a spreadsheet keeps both as numbers and
 * only the format tells.
 */
final class Formats {

	private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");

	/** The 31st of December 9999. */
	private static final double LAST = 2_958_466;

	/** Styles of cells. */
	private static final int MOST = 100_000;

	/** Formats of a workbook's own, of which spreadsheets take 250. */
	private static final int OWN = 1_000;

	/** Year, month, day, hour, second. */
	private static final String PARTS = "ymdhs";

	private final List<Boolean> dates;

	private final LocalDate begin;

	private Formats(List<Boolean> dates, boolean from1904) {
		this.dates = dates;
		// Two days earlier than the first, as the spreadsheet takes 1900 for a leap year
		this.begin = from1904 ? LocalDate.of(1904, 1, 1) : LocalDate.of(1899, 12, 30);
	}

	/**
	 * Reads the styles of a workbook.
	 * @param part null where it has none
	 */
	static Formats of(byte[] part, boolean from1904) throws XMLStreamException {
		List<Boolean> dates = new ArrayList<>();
		if (part != null) {
			Map<String, Boolean> own = new HashMap<>();
			boolean cells = false;
			try (Xml xml = new Xml(part)) {
				while (xml.next() && dates.size() < MOST) {
					if (xml.begins("numFmt") && own.size() < OWN) {
						own.computeIfAbsent(xml.attribute("numFmtId"), (id) -> isDate(xml.attribute("formatCode")));
					}
					else if (xml.begins("cellXfs") || xml.ends("cellXfs")) {
						cells = xml.begins("cellXfs");
					}
					else if (cells && xml.begins("xf")) {
						String format = xml.attribute("numFmtId");
						dates.add(own.getOrDefault(format, isBuiltIn(format)));
					}
				}
			}
		}
		return new Formats(dates, from1904);
	}

	/** The numbers that programs know without being told, those of Chinese ones too. */
	private static boolean isBuiltIn(String format) {
		return format.matches("1[4-9]|2[0-2]|2[7-9]|3[0-6]|4[5-7]|5[0-8]");
	}

	/**
	 * A format that names a part of a day, beside quoted words, colours and conditions.
	 */
	private static boolean isDate(String code) {
		int at = 0;
		while (at < code.length() && code.charAt(at) != ';') {
			char sign = code.charAt(at);
			if (PARTS.indexOf(Character.toLowerCase(sign)) >= 0) {
				return true;
			}
			at = switch (sign) {
				case '"' -> after(code, '"', at);
				case '[' -> after(code, ']', at);
				// The next sign stands for itself, or for a space of its width
				case '\\', '_', '*' -> at + 2;
				default -> at + 1;
			};
		}
		return false;
	}

	private static int after(String code, char end, int begin) {
		int found = code.indexOf(end, begin + 1);
		return (found < 0) ? code.length() : found + 1;
	}

	boolean isDate(int style) {
		return style < this.dates.size() && this.dates.get(style);
	}

	/** A day, a minute of it, or a time without a day; nothing for what is none. */
	Optional<String> date(double number) {
		if (number >= LAST) {
			return Optional.empty();
		}
		long minutes = Math.round(number * 24 * 60);
		LocalDateTime time = this.begin.atStartOfDay().plusMinutes(minutes);
		if (minutes < 24 * 60) {
			return Optional.of(time.toLocalTime().toString());
		}
		return Optional.of((minutes % (24 * 60) == 0) ? time.toLocalDate().toString() : MINUTE.format(time));
	}

}
