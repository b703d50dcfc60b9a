package edu.wenzhou.site.drawing;

import java.util.List;
import java.util.Map;

import org.springframework.util.ConcurrentLruCache;

/**
 * Chooses and makes the drawings, for templates as {@code drawings}. Every answer follows
 * from the parameters alone: the same today, tomorrow and on every machine, down to the
 * byte. Width and height are units of the view box, from {@value #LEAST} to
 * {@value #MOST}; a height below 180 gets fewer lines, one of 360 or more the finest.
 */
public final class Drawings {

	static final int LEAST = 40;

	static final int MOST = 2000;

	static final Map<String, Motif> SCHOOLS = Map.of("smart-manufacturing", Motif.GEARS, "design", Motif.RULED_SURFACE,
			"ai", Motif.TRACES, "architecture", Motif.BRIDGE, "digital-trade", Motif.ABACUS, "lucheng",
			Motif.TREE_RINGS, "ruian", Motif.SEA_SCALES, "yongjia", Motif.RIDGES, "foundation", Motif.UNIT_CIRCLE,
			"marxism", Motif.LEAVES);

	static final Map<String, Motif> CAMPUSES = Map.of("higher-education-park", Motif.DOVETAIL, "lucheng", Motif.TWILL,
			"ouhai", Motif.WAVES, "ruian", Motif.CIRCLES, "yongjia", Motif.CONTOURS);

	private static final List<Motif> FOR_SCHOOLS = List.of(Motif.values()).subList(0, 10);

	private static final List<Motif> FOR_CAMPUSES = List.of(Motif.values()).subList(10, 15);

	/** A page has up to fifteen, and to draw them took a fifth of the time for it. */
	private final ConcurrentLruCache<Wanted, Drawing> drawn = new ConcurrentLruCache<>(100,
			(wanted) -> wanted.kind().draw(wanted.slug(), wanted.width(), wanted.height()));

	/** The words are those of the motto, which seldom change. */
	private final ConcurrentLruCache<List<String>, Drawing> vessels = new ConcurrentLruCache<>(4, Vessel::draw);

	private final Drawing river = River.draw();

	/**
	 * The motif of a school. A slug that the table does not know gets a kind that follows
	 * from its letters, so a new school has a drawing from its first day and keeps it.
	 */
	public Drawing school(String slug, int width, int height) {
		return draw(kindOfSchool(slug), slug, width, height);
	}

	/** The layer of a campus, by the same rule as {@link #school}. */
	public Drawing campus(String slug, int width, int height) {
		return draw(kindOfCampus(slug), slug, width, height);
	}

	/**
	 * The celadon vessel of the front page: left half thrown, right half in section.
	 * @param words what stands at its leaders, from the mouth to the foot; at most four
	 */
	public Drawing vessel(List<String> words) {
		return this.vessels.get(List.copyOf(words));
	}

	/** The water along the foot of the front page's head. */
	public Drawing river() {
		return this.river;
	}

	static Motif kindOfSchool(String slug) {
		return kind(SCHOOLS, FOR_SCHOOLS, slug);
	}

	static Motif kindOfCampus(String slug) {
		return kind(CAMPUSES, FOR_CAMPUSES, slug);
	}

	private static Motif kind(Map<String, Motif> known, List<Motif> family, String slug) {
		Motif kind = known.get(slug);
		return (kind != null) ? kind : family.get(Math.floorMod(slug.hashCode(), family.size()));
	}

	private Drawing draw(Motif kind, String slug, int width, int height) {
		if (width < LEAST || height < LEAST || width > MOST || height > MOST) {
			throw new IllegalArgumentException("No size for a drawing: " + width + " by " + height);
		}
		return this.drawn.get(new Wanted(kind, slug, width, height));
	}

	private record Wanted(Motif kind, String slug, int width, int height) {

	}

}
