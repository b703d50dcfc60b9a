package edu.wenzhou.site.drawing;

import java.util.List;

/**
 * What is drawn for a page where there is room for one drawing only, such as the picture
 * that goes with a shared link.
 *
 * @param slug of the school or campus; null for the vessel
 */
public record Theme(Kind kind, String slug) {

	/** The college itself: for every page that has no drawing of its own. */
	public static final Theme COLLEGE = new Theme(Kind.VESSEL, null);

	public static Theme school(String slug) {
		return new Theme(Kind.SCHOOL, slug);
	}

	public static Theme campus(String slug) {
		return new Theme(Kind.CAMPUS, slug);
	}

	/** The drawing; that of the college has a size of its own. */
	public Drawing drawing(int width, int height) {
		Drawings drawings = new Drawings();
		return switch (this.kind) {
			case SCHOOL -> drawings.school(this.slug, width, height);
			case CAMPUS -> drawings.campus(this.slug, width, height);
			case VESSEL -> Vessel.draw(List.of());
		};
	}

	/** Which family of drawings it is from. */
	public enum Kind {

		VESSEL, SCHOOL, CAMPUS

	}

}
