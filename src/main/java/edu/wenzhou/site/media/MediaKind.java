package edu.wenzhou.site.media;

/** What people do with a file; the names are stored. */
public enum MediaKind {

	/** Shown on a page. */
	PICTURE,
	/** Linked to, and saved by the reader. */
	ATTACHMENT

}
