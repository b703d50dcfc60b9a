package edu.wenzhou.site.drawing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;

import edu.wenzhou.site.drawing.Canvas.Place;

/** Finds the lines on which a field has one value, on a grid of square cells. */
final class MarchingSquares {

	/** A loop of fewer places than this is a speck, not a line. */
	private static final int SPECK = 9;

	private final double cell;

	private final double[][] heights;

	MarchingSquares(double width, double height, double cell, DoubleBinaryOperator field) {
		this.cell = cell;
		int columns = (int) Math.ceil(width / cell);
		int rows = (int) Math.ceil(height / cell);
		this.heights = new double[rows + 1][columns + 1];
		for (int row = 0; row <= rows; row++) {
			for (int column = 0; column <= columns; column++) {
				this.heights[row][column] = field.applyAsDouble(column * cell, row * cell);
			}
		}
	}

	/** The highest value at a corner of a cell. */
	double highest() {
		return Arrays.stream(this.heights).flatMapToDouble(Arrays::stream).max().orElseThrow();
	}

	/** The lines of one value, each from end to end; a closed one ends where it began. */
	List<List<Place>> lines(double level) {
		Chains chains = new Chains();
		for (int row = 0; row < this.heights.length - 1; row++) {
			for (int column = 0; column < this.heights[row].length - 1; column++) {
				List<Crossing> crossings = new ArrayList<>(4);
				cross(crossings, level, row, column, false);
				cross(crossings, level, row, column + 1, true);
				cross(crossings, level, row + 1, column, false);
				cross(crossings, level, row, column, true);
				for (int i = 0; i + 1 < crossings.size(); i += 2) {
					chains.add(crossings.get(i), crossings.get(i + 1));
				}
			}
		}
		return chains.lines();
	}

	private void cross(List<Crossing> crossings, double level, int row, int column, boolean down) {
		double from = this.heights[row][column];
		double to = down ? this.heights[row + 1][column] : this.heights[row][column + 1];
		if (from < level == to < level) {
			return;
		}
		double part = (level - from) / (to - from);
		Place place = new Place((column + (down ? 0 : part)) * this.cell, (row + (down ? part : 0)) * this.cell);
		crossings.add(new Crossing((row * 10000 + column) * 2 + (down ? 1 : 0), place));
	}

	/** Where a line crosses an edge of the grid; a crossing is shared by two cells. */
	private record Crossing(int edge, Place place) {

	}

	/** Joins short pieces to lines. */
	private static final class Chains {

		private final List<Crossing[]> pieces = new ArrayList<>();

		private final Map<Integer, List<Integer>> byEdge = new HashMap<>();

		void add(Crossing from, Crossing to) {
			for (Crossing end : List.of(from, to)) {
				this.byEdge.computeIfAbsent(end.edge(), (edge) -> new ArrayList<>(2)).add(this.pieces.size());
			}
			this.pieces.add(new Crossing[] { from, to });
		}

		List<List<Place>> lines() {
			List<List<Place>> lines = new ArrayList<>();
			boolean[] used = new boolean[this.pieces.size()];
			for (int i = 0; i < used.length; i++) {
				if (!used[i]) {
					used[i] = true;
					Deque<Crossing> line = new ArrayDeque<>(List.of(this.pieces.get(i)));
					for (Crossing next = next(line.getLast(), used); next != null; next = next(next, used)) {
						line.addLast(next);
					}
					for (Crossing next = next(line.getFirst(), used); next != null; next = next(next, used)) {
						line.addFirst(next);
					}
					boolean closed = line.getFirst().edge() == line.getLast().edge();
					if (!closed || line.size() >= SPECK) {
						lines.add(line.stream().map(Crossing::place).toList());
					}
				}
			}
			return lines;
		}

		private Crossing next(Crossing end, boolean[] used) {
			for (int piece : this.byEdge.get(end.edge())) {
				if (!used[piece]) {
					used[piece] = true;
					Crossing[] ends = this.pieces.get(piece);
					return (ends[0].edge() == end.edge()) ? ends[1] : ends[0];
				}
			}
			return null;
		}

	}

}
