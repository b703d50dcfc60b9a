package edu.wenzhou.site.table;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

import edu.wenzhou.site.table.Table.Line;
import edu.wenzhou.site.table.TableRefusal.Reason;

/**
 * A text with a row a line and a comma, a semicolon or a tab between cells; cells with
 * any of these in quotes, as spreadsheets write them.
 */
public final class DelimitedText {

	private static final String SEPARATORS = ",\t;";

	private final String text;

	private final char separator;

	private final Lines lines = new Lines();

	private final StringBuilder cell = new StringBuilder();

	/** Whether something stands in the cell but blanks. */
	private boolean begun;

	private int column;

	private DelimitedText(String text) {
		this.text = text;
		this.separator = separator(text);
	}

	/** The text of a file: UTF-8, or what spreadsheets in Chinese write otherwise. */
	public static String decoded(byte[] file) {
		String text;
		try {
			text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
		}
		catch (CharacterCodingException ex) {
			text = new String(file, Charset.forName("GB18030"));
		}
		return text.startsWith("\ufeff") ? text.substring(1) : text;
	}

	static List<Line> read(byte[] file) throws TableRefusal {
		String text = decoded(file);
		// No text of any kind has one, but nearly every other file
		if (text.indexOf('\0') >= 0) {
			throw new TableRefusal(Reason.UNREADABLE);
		}
		return new DelimitedText(text.replaceAll("\\r\\n?", "\n")).read();
	}

	/** What stands most often in the first line; a comma where nothing does. */
	private static char separator(String text) {
		String first = text.lines()
			.filter((line) -> !line.isBlank())
			.findFirst()
			.orElse("")
			.replaceAll("\"[^\"]*\"", "");
		char best = ',';
		long most = 0;
		for (char candidate : SEPARATORS.toCharArray()) {
			long found = first.chars().filter((sign) -> sign == candidate).count();
			if (found > most) {
				best = candidate;
				most = found;
			}
		}
		return best;
	}

	private List<Line> read() throws TableRefusal {
		int number = 1;
		boolean quoted = false;
		for (int i = 0; i < this.text.length(); i++) {
			char sign = this.text.charAt(i);
			if (quoted && sign == '"' && this.text.startsWith("\"\"", i)) {
				this.cell.append(sign);
				this.begun = true;
				i++;
			}
			else if (sign == '"' && (quoted || !this.begun)) {
				quoted = !quoted;
			}
			else if (!quoted && sign == this.separator) {
				endCell();
				this.column++;
			}
			else if (!quoted && sign == '\n') {
				endCell();
				this.lines.end(number++);
				this.column = 0;
			}
			else {
				this.cell.append(sign);
				this.begun |= !Character.isWhitespace(sign);
			}
		}
		if (quoted) {
			throw new TableRefusal(Reason.QUOTE);
		}
		endCell();
		this.lines.end(number);
		return this.lines.all();
	}

	private void endCell() throws TableRefusal {
		this.lines.cell(this.column, this.cell.toString());
		this.cell.setLength(0);
		this.begun = false;
	}

}
