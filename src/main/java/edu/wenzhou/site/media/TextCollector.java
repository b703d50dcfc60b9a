package edu.wenzhou.site.media;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

/** Gathers the text of a file line by line, up to a limit. */
final class TextCollector extends Writer {

	/** A book has half as many. */
	static final int MOST = 1_000_000;

	private final List<String> lines = new ArrayList<>();

	private final StringBuilder line = new StringBuilder();

	private int length;

	/**
	 * Adds to the line.
	 * @throws IOException once there is too much
	 */
	void add(String text) throws IOException {
		this.length += text.length();
		if (this.length > MOST) {
			throw new IOException("More text than anybody reads");
		}
		// Fonts with wrong tables give characters that no database keeps
		this.line.append(text.replaceAll("\\p{Cc}", " "));
	}

	/** Ends the line. */
	void end() {
		String text = this.line.toString().strip();
		if (!text.isEmpty()) {
			this.lines.add(text);
		}
		this.line.setLength(0);
	}

	@Override
	public void write(char[] buffer, int offset, int count) throws IOException {
		String[] parts = new String(buffer, offset, count).split("\\R", -1);
		for (int i = 0; i < parts.length; i++) {
			if (i > 0) {
				end();
			}
			add(parts[i]);
		}
	}

	@Override
	public void flush() {
		// Nothing waits
	}

	@Override
	public void close() {
		end();
	}

	List<String> lines() {
		return List.copyOf(this.lines);
	}

}
