package edu.wenzhou.site.campus;

import edu.wenzhou.site.fact.FigureBook;
import edu.wenzhou.site.web.Thing;

/** A campus as machines are told about it. */
public final class CampusThing {

	private CampusThing() {
	}

	/** All that is known of it, figures in the language of the book. */
	public static Thing of(Campus campus, FigureBook figures) {
		String path = "/campuses/" + campus.getSlug();
		return Thing.of("Place", path + "#campus")
			.with("name", campus.getName())
			.with("url", Thing.page(path))
			.with("description", figures.plain(campus.getLead()))
			.with("address", Thing.address(campus.getAddress(), campus.getDistrict()))
			.with("geo",
					Thing.of("GeoCoordinates")
						.with("latitude", campus.getLatitude())
						.with("longitude", campus.getLongitude()));
	}

}
