package edu.wenzhou.site.media;

import java.time.Duration;
import java.util.List;

/**
 * How large an upload may be, in every way. The table in {@code docs/security.md} says
 * the same, and a test compares.
 */
final class UploadLimits {

	/** Of a file; {@code application.yaml} tells the server the same. */
	static final int FILE_BYTES = 15 * 1024 * 1024;

	/** How many files one form takes; more are sent with the next. */
	static final int FILES = 10;

	/** Of a picture, in pixels. */
	static final int SIDE = 12_000;

	/** Of a picture, width times height. */
	static final int PIXELS = 40_000_000;

	/**
	 * Pixels times scans: a progressive JPEG of a few kilobytes may go over all of them a
	 * thousand times.
	 */
	static final long SCANNED_PIXELS = 600_000_000L;

	/** How many pictures are decoded at a time, since each may take 400 MB. */
	static final int DECODERS = 2;

	/** How long an upload waits for its turn. */
	static final Duration PATIENCE = Duration.ofSeconds(20);

	/** How long decoding one picture may take. */
	static final Duration DECODING = Duration.ofSeconds(15);

	/** Of an Office file. */
	static final int ENTRIES = 2_000;

	/** Of an Office file, all entries together. */
	static final long UNPACKED_BYTES = 100L * 1024 * 1024;

	/** Of a name, with its extension. */
	static final int NAME_LENGTH = 120;

	/** Widths of the renditions that a picture gets where it is wider. */
	static final List<Integer> WIDTHS = List.of(480, 960, 1600);

	private UploadLimits() {
	}

}
