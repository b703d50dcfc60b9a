package edu.wenzhou.site.drawing;

import java.util.Comparator;

/**
 * A place on the globe, as seen from Wenzhou; {@link Bearings} draws it.
 *
 * @param latitude in degrees, north positive
 * @param longitude in degrees, east positive
 * @param area whether it stands for a group of countries, which no point can show
 */
public record Spot(double latitude, double longitude, boolean area) {

	/**
	 * Clockwise from the east: the order in which leaders go down to the rows without
	 * crossing, as all of them leave the map on its left.
	 */
	public static final Comparator<Spot> IN_ORDER = Comparator.comparingDouble(Spot::turn)
		.thenComparingDouble(Spot::distance);

	private static final Spot WENZHOU = new Spot(28, 120.7, false);

	private static final double EARTH_RADIUS = 6371;

	public Spot {
		if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) {
			throw new IllegalArgumentException("No place: " + latitude + ", " + longitude);
		}
	}

	/** The direction in which one sets out, in degrees clockwise from the north. */
	double bearing() {
		return bearing(this.latitude, this.longitude);
	}

	/** In kilometres along the great circle. */
	double distance() {
		return distance(this.latitude, this.longitude);
	}

	double turn() {
		return (bearing() + 270) % 360;
	}

	/** Takes any angle, as curves of the graticule run on past the poles. */
	static double bearing(double latitude, double longitude) {
		double[] way = way(latitude, longitude);
		return (StrictMath.toDegrees(StrictMath.atan2(way[0], way[1])) + 360) % 360;
	}

	static double distance(double latitude, double longitude) {
		double[] way = way(latitude, longitude);
		return EARTH_RADIUS * StrictMath.atan2(StrictMath.hypot(way[0], way[1]), way[2]);
	}

	/** East, north and up, for an observer in Wenzhou. */
	private static double[] way(double latitude, double longitude) {
		double from = StrictMath.toRadians(WENZHOU.latitude);
		double to = StrictMath.toRadians(latitude);
		double east = StrictMath.toRadians(longitude - WENZHOU.longitude);
		double along = StrictMath.cos(to) * StrictMath.cos(east);
		return new double[] { StrictMath.cos(to) * StrictMath.sin(east),
				StrictMath.cos(from) * StrictMath.sin(to) - StrictMath.sin(from) * along,
				StrictMath.sin(from) * StrictMath.sin(to) + StrictMath.cos(from) * along };
	}

}
