package edu.wenzhou.site.partnership;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import edu.wenzhou.site.drawing.Spot;

/**
 * Partnerships by the region abroad that they belong to, for the map: first those with a
 * leader, in the order of the leaders, then those that no map can show.
 *
 * @param rows regions without partnerships are left out
 * @param spots of the first rows, one for each leader
 * @param home how many partnerships are in China
 */
public record Places(List<Row> rows, List<Spot> spots, int home) {

	/** The region that the college is in itself. */
	public static final String HOME = "china";

	static Places of(List<Region> regions, List<Partnership> partnerships) {
		Map<String, List<Partnership>> found = new LinkedHashMap<>();
		regions.forEach((region) -> found.put(region.getSlug(),
				partnerships.stream()
					.filter((partnership) -> partnership.getRegions()
						.stream()
						.anyMatch((other) -> other.getSlug().equals(region.getSlug())))
					.toList()));
		List<Row> rows = regions.stream()
			.filter((region) -> !region.getSlug().equals(HOME) && !found.get(region.getSlug()).isEmpty())
			.map((region) -> new Row(region, found.get(region.getSlug())))
			.toList();
		List<Row> shown = rows.stream()
			.filter(Row::isShown)
			.sorted(Comparator.comparing((row) -> row.region.getSpot(), Spot.IN_ORDER))
			.toList();
		return new Places(Stream.concat(shown.stream(), rows.stream().filter((row) -> !row.isShown())).toList(),
				shown.stream().map((row) -> row.region.getSpot()).toList(), found.getOrDefault(HOME, List.of()).size());
	}

	/** Whether the map needs the sign for a group of countries. */
	public boolean hasArea() {
		return this.spots.stream().anyMatch(Spot::area);
	}

	/** A region and what is done there. */
	public record Row(Region region, List<Partnership> partnerships) {

		/** Whether the map shows it. */
		public boolean isShown() {
			return this.region.getSpot() != null;
		}

	}

}
