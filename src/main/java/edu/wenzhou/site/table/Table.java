package edu.wenzhou.site.table;

import java.util.ArrayList;
import java.util.List;

/**
 * What stands in a table. Rows without anything are left out.
 *
 * @param head its first row, as wide as the widest
 * @param lines the others
 */
public record Table(List<String> head, List<Line> lines) {

	/** Largest file, in bytes. */
	public static final int LARGEST = 2 * 1024 * 1024;

	/** Rows below the head. */
	public static final int MOST_LINES = 2_000;

	public static final int MOST_COLUMNS = 50;

	/** Begins and ends a cell that holds no value; what stands there cannot be typed. */
	private static final String ERROR = "\u0000";

	/**
	 * Reads a workbook or a text with separators, whichever it is.
	 * @throws TableRefusal if it is no table, or one that is too large
	 */
	public static Table read(byte[] file) throws TableRefusal {
		if (file.length == 0) {
			throw new TableRefusal(TableRefusal.Reason.EMPTY);
		}
		if (file.length > LARGEST) {
			throw new TableRefusal(TableRefusal.Reason.LARGE);
		}
		List<Line> lines = Workbook.isOne(file) ? Workbook.read(file) : DelimitedText.read(file);
		if (lines.isEmpty()) {
			throw new TableRefusal(TableRefusal.Reason.EMPTY);
		}
		List<String> head = new ArrayList<>(lines.get(0).cells());
		lines.forEach((line) -> {
			while (head.size() < line.cells().size()) {
				head.add("");
			}
		});
		return new Table(List.copyOf(head), lines.subList(1, lines.size()));
	}

	/** A cell whose formula has no value. */
	static String error(String shown) {
		return ERROR + shown.replace(ERROR, "");
	}

	/**
	 * Whether a cell holds no value but says that there is none, such as {@code #REF!}.
	 */
	public static boolean isError(String cell) {
		return cell.startsWith(ERROR) || cell.matches("#(REF!|N/A|VALUE!|DIV/0!|NAME\\?|NUM!|NULL!|SPILL!|CALC!)");
	}

	/** A cell as people read it. */
	public static String shown(String cell) {
		return cell.replace(ERROR, "");
	}

	/**
	 * A row.
	 *
	 * @param number as the spreadsheet counts, from 1
	 * @param cells without empty ones at the end
	 */
	public record Line(int number, List<String> cells) {

		/** Empty where there is none. */
		public String cell(int column) {
			return (column < this.cells.size()) ? this.cells.get(column) : "";
		}

	}

}
