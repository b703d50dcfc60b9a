package edu.wenzhou.site.discovery;

import edu.wenzhou.site.drawing.Theme;

/**
 * What the picture of a page shows.
 *
 * @param title of the page
 * @param college what the page calls it; null where the title does
 * @param latin the same for a machine that can write nothing else
 * @param section the page above; null where there is none but the front page
 * @param host where the site is
 * @param version a hash of all that decides how the picture looks
 * @param address of the picture, whole
 */
record ShareCard(String title, String college, String latin, String section, String host, Theme theme, String version,
		String address) {

	public int width() {
		return SharePainter.WIDTH;
	}

	public int height() {
		return SharePainter.HEIGHT;
	}

}
