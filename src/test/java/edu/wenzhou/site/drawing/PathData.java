package edu.wenzhou.site.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads path data as a browser does, and refuses what it cannot read. */
final class PathData {

	private static final Pattern COMMAND = Pattern.compile("\\G([mlhvcsqtaz])([^a-z]*)");

	private static final Pattern NUMBER = Pattern.compile("\\G ?(-?(?:\\d+(?:\\.\\d)?|\\.\\d))");

	private static final Pattern ARC = Pattern
		.compile("\\G ?(\\d+(?:\\.\\d)?|\\.\\d) ?(\\d+(?:\\.\\d)?|\\.\\d) 0 ([01])([01])");

	private final List<double[]> places = new ArrayList<>();

	private double x;

	private double y;

	PathData(String data) {
		double startX = 0;
		double startY = 0;
		Matcher command = COMMAND.matcher(data);
		int end = 0;
		while (command.find()) {
			end = command.end();
			switch (command.group(1)) {
				case "m" -> {
					List<Double> numbers = numbers(command.group(2), 2);
					step(numbers.subList(0, 2), 2);
					startX = this.x;
					startY = this.y;
					step(numbers.subList(2, numbers.size()), 2);
				}
				case "l", "t" -> step(numbers(command.group(2), 2), 2);
				case "q", "s" -> step(numbers(command.group(2), 4), 4);
				case "c" -> step(numbers(command.group(2), 6), 6);
				case "h" -> numbers(command.group(2), 1).forEach((dx) -> to(this.x + dx, this.y));
				case "v" -> numbers(command.group(2), 1).forEach((dy) -> to(this.x, this.y + dy));
				case "a" -> arcs(command.group(2));
				default -> {
					this.x = startX;
					this.y = startY;
				}
			}
		}
		if (end != data.length() || !data.startsWith("m")) {
			throw new IllegalArgumentException("No path: " + data);
		}
	}

	/** Every end of a piece, and every control point. */
	List<double[]> places() {
		return this.places;
	}

	private static List<Double> numbers(String text, int group) {
		List<Double> numbers = new ArrayList<>();
		Matcher number = NUMBER.matcher(text);
		int end = 0;
		while (number.find()) {
			numbers.add(Double.valueOf(number.group(1)));
			end = number.end();
		}
		if (end != text.length() || numbers.isEmpty() || numbers.size() % group != 0) {
			throw new IllegalArgumentException("No numbers: " + text);
		}
		return numbers;
	}

	private void arcs(String text) {
		int at = 0;
		Matcher arc = ARC.matcher(text);
		while (at < text.length()) {
			if (!arc.find(at)) {
				throw new IllegalArgumentException("No arc: " + text);
			}
			Matcher number = NUMBER.matcher(text);
			number.find(arc.end());
			double dx = Double.parseDouble(number.group(1));
			number.find(number.end());
			double dy = Double.parseDouble(number.group(1));
			at = number.end();
			to(this.x + dx, this.y + dy);
		}
	}

	private void step(List<Double> numbers, int group) {
		for (int i = 0; i < numbers.size(); i += group) {
			for (int j = 0; j < group - 2; j += 2) {
				this.places.add(new double[] { this.x + numbers.get(i + j), this.y + numbers.get(i + j + 1) });
			}
			to(this.x + numbers.get(i + group - 2), this.y + numbers.get(i + group - 1));
		}
	}

	private void to(double x, double y) {
		this.x = x;
		this.y = y;
		this.places.add(new double[] { x, y });
	}

}
