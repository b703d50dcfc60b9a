package edu.wenzhou.site.media;

/** Where the public finds the files of the library. */
public final class MediaAddress {

	private MediaAddress() {
	}

	/**
	 * The address of a file, without host.
	 * @param sha256 of the bytes: of the file itself or of one of its renditions
	 */
	public static String of(String sha256, String fileName) {
		return "/media/" + sha256 + "/" + FileNames.inAddress(fileName);
	}

}
