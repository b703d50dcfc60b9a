package edu.wenzhou.site.drawing;

/** How a mark ends when its number is not exact. A number itself is never rounded. */
public enum OpenEnd {

	/** The number as it stands: a plain end. */
	NONE,

	/** A little less, 近: the last piece is dashed. */
	BELOW,

	/** More by an unknown amount, 超, 余 or 多: an open, hatched piece follows. */
	ABOVE

}
