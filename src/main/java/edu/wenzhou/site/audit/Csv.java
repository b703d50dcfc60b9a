package edu.wenzhou.site.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;

/**
 * Rows of comma-separated values (RFC 4180) for spreadsheets, which would run a cell that
 * begins like a formula: such a cell gets an apostrophe in front.
 */
final class Csv {

	private static final String FORMULA_STARTS = "=+-@\t\r\n＝＋－＠";

	private final Writer out;

	Csv(Writer out) {
		this.out = out;
	}

	void row(String... cells) {
		StringBuilder row = new StringBuilder();
		for (String cell : cells) {
			row.append(row.isEmpty() ? "" : ",").append(quoted((cell != null) ? cell : ""));
		}
		try {
			this.out.append(row).append("\r\n");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String quoted(String cell) {
		String harmless = (!cell.isEmpty() && FORMULA_STARTS
			.indexOf(cell.stripLeading().isEmpty() ? cell.charAt(0) : cell.stripLeading().charAt(0)) >= 0) ? "'" + cell
					: cell;
		return '"' + harmless.replace("\"", "\"\"") + '"';
	}

}
