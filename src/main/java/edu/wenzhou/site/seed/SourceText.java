package edu.wenzhou.site.seed;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/**
 * A source text, byte for byte.
 *
 * @param document what the seeds say of it
 * @param content the bytes as UTF-8
 * @param sha256 of the bytes
 */
record SourceText(SeedRecord.Document document, String content, String sha256) {

	private static final String BULLET = "•";

	/**
	 * A source text from its file.
	 * @throws CharacterCodingException if the bytes are not UTF-8
	 */
	static SourceText of(SeedRecord.Document document, byte[] bytes) throws CharacterCodingException {
		String content = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
			return new SourceText(document, content, HexFormat.of().formatHex(digest));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

	/** Where the words stand, each place in code points; empty if nowhere. */
	List<Integer> occurrences(String words) {
		List<Integer> found = new ArrayList<>();
		for (int i = this.content.indexOf(words); i >= 0; i = this.content.indexOf(words, i + words.length())) {
			found.add(this.content.codePointCount(0, i));
		}
		return found;
	}

	/**
	 * The text as sentences: a paragraph's, each with its full stop, and header lines,
	 * without blanks and bullets around them.
	 * @param headings lines that are headings, not sentences
	 */
	List<Sentence> sentences(Set<String> headings) {
		List<Sentence> sentences = new ArrayList<>();
		String heading = null;
		int paragraph = 0;
		int lineStart = 0;
		for (String line : this.content.split("\n", -1)) {
			if (headings.contains(line.strip())) {
				heading = line.strip();
				paragraph = 0;
			}
			else if (!line.isBlank()) {
				boolean item = line.strip().startsWith(BULLET);
				paragraph += item ? 0 : 1;
				int start = lineStart;
				for (String part : line.split("(?<=。)")) {
					String words = part.strip().replaceFirst("^" + BULLET + "\\s*", "");
					int from = this.content.codePointCount(0, start + part.indexOf(words));
					sentences.add(new Sentence(from, from + words.codePointCount(0, words.length()), words, heading,
							item ? null : paragraph));
					start += part.length();
				}
			}
			lineStart += line.length() + 1;
		}
		return sentences;
	}

	/** A sentence or header line; offsets in code points. */
	record Sentence(int start, int end, String content, String heading, Integer paragraph) {

	}

}
