package edu.wenzhou.site.media;

import java.util.List;

import edu.wenzhou.site.staff.StaffUser;

/**
 * Tells what uses a file of the library. Every bean of this type is asked; as long as
 * there is none, no file is public.
 */
public interface MediaUses {

	/**
	 * Whatever would miss the file: what is live, and the newest draft of anything.
	 * @param sha256 of the file itself, never of a narrower rendition
	 * @param reader is told of each, but of what is not theirs no more than is public
	 */
	List<Use> usesOf(String sha256, StaffUser reader);

	/**
	 * What is said of the file, or which part of it is shown, has changed: pages that
	 * show it are other pages now. Called in the transaction of the change, when it is
	 * written.
	 * @param sha256 of the file itself
	 */
	void described(String sha256);

	/** Whether something that the public can read at this moment uses the file. */
	boolean isPublic(String sha256);

	/**
	 * One place that uses a file.
	 *
	 * @param title as people know it, or what kind of thing it is
	 * @param path of its page in the back office; null if that is closed to the reader
	 * @param live whether the public sees it there; else it is in a draft
	 */
	record Use(String title, String path, boolean live) {

	}

}
