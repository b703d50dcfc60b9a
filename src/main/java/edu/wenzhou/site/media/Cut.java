package edu.wenzhou.site.media;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The part of a picture that fits into the one shape which pages give their pictures: as
 * much of it as there is, with the focal point as near to its middle as the edges allow.
 */
record Cut(int x, int y, int width, int height) {

	/** The shape, {@code aspect-ratio} in {@code site.css}. */
	private static final int WIDE = 3;

	private static final int HIGH = 2;

	/**
	 * The part of a picture of that size.
	 * @param focalX from the left, in per cent
	 * @param focalY from above, in per cent
	 */
	static Cut of(int width, int height, int focalX, int focalY) {
		boolean wide = (long) width * HIGH > (long) height * WIDE;
		int w = wide ? Math.max(1, Math.round((float) height * WIDE / HIGH)) : width;
		int h = wide ? height : Math.max(1, Math.round((float) width * HIGH / WIDE));
		return new Cut(start(width, w, focalX), start(height, h, focalY), w, h);
	}

	private static int start(int whole, int part, int focus) {
		int start = Math.round(whole * focus / 100f - part / 2f);
		return Math.max(0, Math.min(start, whole - part));
	}

	/** How wide its renditions are, from the narrowest on; none is wider than it is. */
	List<Integer> widths() {
		int widest = UploadLimits.WIDTHS.get(UploadLimits.WIDTHS.size() - 1);
		return IntStream
			.concat(UploadLimits.WIDTHS.stream().mapToInt(Integer::intValue).filter((one) -> one < this.width),
					IntStream.of(Math.min(this.width, widest)))
			.distinct()
			.boxed()
			.toList();
	}

	/** How high it is when it is made that wide. */
	int heightFor(int narrower) {
		return (narrower == this.width) ? this.height : Math.max(1, Math.round((float) narrower * HIGH / WIDE));
	}

}
