package edu.wenzhou.site.media;

import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;

/**
 * A page that shows files which are not public yet, by addresses that are not public
 * either.
 *
 * @param under what these addresses begin with, followed by the public one
 * @param files which ones; all others the page shows as the public sees them
 */
public record Preview(String under, Set<String> files) {

	private static final String ATTRIBUTE = Preview.class.getName();

	private static final Preview NONE = new Preview("", Set.of());

	/** From now on what the pages of this request show is a preview. */
	public void on(HttpServletRequest request) {
		request.setAttribute(ATTRIBUTE, this);
	}

	static Preview of(HttpServletRequest request) {
		return (request.getAttribute(ATTRIBUTE) instanceof Preview preview) ? preview : NONE;
	}

	/** What stands before the public address of a file. */
	String prefix(String file) {
		return this.files.contains(file) ? this.under : "";
	}

	/** Where bytes that belong to a file are found. */
	String address(MediaItem item, String sha256) {
		return prefix(item.getSha256()) + item.address(sha256);
	}

}
