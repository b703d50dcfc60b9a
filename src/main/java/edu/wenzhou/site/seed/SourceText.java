package edu.wenzhou.site.seed;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * A source text, byte for byte.
 *
 * @param document what the seeds say of it
 * @param content the bytes as UTF-8
 * @param sha256 of the bytes
 */
record SourceText(SeedRecord.Document document, String content, String sha256) {

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

}
