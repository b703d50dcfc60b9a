package edu.wenzhou.site.drawing;

import java.util.Random;

/**
 * The kinds of motif: ten for schools, five for campuses. None is a map or a portrait of
 * a place.
 */
enum Motif {

	GEARS(MachineMotifs::gears), RULED_SURFACE(GeometryMotifs::ruledSurface), TRACES(MachineMotifs::traces),
	BRIDGE(MachineMotifs::bridge), ABACUS(AbacusMotif::abacus), TREE_RINGS(LandMotifs::treeRings),
	SEA_SCALES(LandMotifs::seaScales), RIDGES(LandMotifs::ridges), UNIT_CIRCLE(GeometryMotifs::unitCircle),
	LEAVES(GeometryMotifs::leaves),

	DOVETAIL(StrataMotifs::dovetail), TWILL(StrataMotifs::twill), WAVES(StrataMotifs::waves),
	CIRCLES(StrataMotifs::circles), CONTOURS(ContourMotif::contours);

	private final Painter painter;

	Motif(Painter painter) {
		this.painter = painter;
	}

	/** Campuses are drawn as layers and cut at the far end, schools keep their middle. */
	boolean isStratum() {
		return compareTo(DOVETAIL) >= 0;
	}

	/** Random numbers follow from the seed alone, by a method that Java specifies. */
	Drawing draw(String seed, int width, int height) {
		Canvas canvas = new Canvas(width, height);
		this.painter.paint(canvas, new Random(seed.hashCode()));
		return isStratum() ? canvas.drawing("stratum", Drawing.FILL_FROM_START) : canvas.drawing("motif", Drawing.FILL);
	}

	@FunctionalInterface
	interface Painter {

		void paint(Canvas canvas, Random random);

	}

}
