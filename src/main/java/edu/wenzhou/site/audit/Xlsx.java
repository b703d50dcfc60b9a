package edu.wenzhou.site.audit;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A workbook that is written while it is made: rows leave memory a few hundred at a time.
 * Every cell is a text of its own, so that nothing is a formula, whatever it begins with.
 */
final class Xlsx implements Closeable {

	/** What a cell of a spreadsheet holds at most. */
	private static final int LONGEST = 32_767;

	private static final int FLUSH = 500;

	private final Workbook book;

	private final String name;

	private final int most;

	private final String[] head;

	private Worksheet sheet;

	private int sheets;

	private int row;

	/**
	 * Begins the first sheet.
	 * @param most rows on a sheet, below its head; then comes another sheet
	 */
	Xlsx(OutputStream out, String name, int most, String... head) {
		this.book = new Workbook(out, "college", "1.0");
		this.name = name;
		this.most = most;
		this.head = head;
		begin();
	}

	void row(String... cells) {
		try {
			if (this.row > this.most) {
				this.sheet.finish();
				begin();
			}
			write(cells);
			if (this.row % FLUSH == 0) {
				this.sheet.flush();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void begin() {
		this.sheets++;
		this.sheet = this.book.newWorksheet((this.sheets == 1) ? this.name : this.name + " " + this.sheets);
		this.sheet.freezePane(0, 1);
		this.row = 0;
		write(this.head);
	}

	private void write(String... cells) {
		for (int i = 0; i < cells.length; i++) {
			if (cells[i] != null && !cells[i].isEmpty()) {
				this.sheet.inlineString(this.row, i, fitting(cells[i]));
			}
		}
		this.row++;
	}

	private static String fitting(String text) {
		return (text.length() <= LONGEST) ? text
				: text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, LONGEST - 1)));
	}

	@Override
	public void close() throws IOException {
		this.sheet.finish();
		this.book.close();
	}

}
