package edu.wenzhou.site.media;

import java.io.InputStream;
import java.util.Optional;

/** Keeps bytes under their SHA-256; knows nothing of what they are. */
interface MediaStore {

	/**
	 * Keeps the bytes; nothing happens where they are kept already.
	 * @return their SHA-256 in 64 lower-case hexadecimal digits
	 */
	String put(byte[] content);

	/** The bytes; empty where none are kept under that name. */
	Optional<InputStream> open(String sha256);

	/** Forgets the bytes; nothing happens where there are none. */
	void delete(String sha256);

}
