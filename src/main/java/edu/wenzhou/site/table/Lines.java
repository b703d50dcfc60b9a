package edu.wenzhou.site.table;

import java.util.ArrayList;
import java.util.List;

import edu.wenzhou.site.table.Table.Line;

/** Takes rows as they come, and no more than a table may have. */
final class Lines {

	/** All cells together: one text of a workbook may stand in thousands of them. */
	private static final int MOST_CHARACTERS = 4_000_000;

	private static final int LONGEST_CELL = 200_000;

	private final List<Line> lines = new ArrayList<>();

	private List<String> cells = new ArrayList<>();

	private int characters;

	/** Puts a text where it belongs in the row that has begun. */
	void cell(int column, String text) throws TableRefusal {
		String stripped = text.strip();
		if (stripped.isEmpty()) {
			return;
		}
		if (column >= Table.MOST_COLUMNS) {
			throw new TableRefusal(TableRefusal.Reason.COLUMNS);
		}
		this.characters += stripped.length();
		if (this.characters > MOST_CHARACTERS || stripped.length() > LONGEST_CELL) {
			throw new TableRefusal(TableRefusal.Reason.UNPACKED);
		}
		while (this.cells.size() <= column) {
			this.cells.add("");
		}
		this.cells.set(column, stripped);
	}

	/** Ends the row. */
	void end(int number) throws TableRefusal {
		if (!this.cells.isEmpty()) {
			// The head is none of them
			if (this.lines.size() > Table.MOST_LINES) {
				throw new TableRefusal(TableRefusal.Reason.LINES);
			}
			this.lines.add(new Line(number, List.copyOf(this.cells)));
			this.cells = new ArrayList<>();
		}
	}

	List<Line> all() {
		return this.lines;
	}

}
