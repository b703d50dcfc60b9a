package edu.wenzhou.site.publishing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * The order of what somebody chose of a list. Without a script it is told by numbers: the
 * field {@code <list>.<value>} holds the place that the value is to have. What has none
 * comes last; so does what was typed into {@code <list>.more}.
 */
final class Places {

	private Places() {
	}

	/**
	 * What was sent for a field, in its order.
	 * @param sent all that was sent under a name; null for nothing
	 */
	static List<String> ordered(String field, Function<String, String[]> sent) {
		String[] values = sent.apply(field);
		List<Chosen> chosen = new ArrayList<>();
		for (int i = 0; values != null && i < values.length; i++) {
			chosen.add(Chosen.of(values[i], i + 1, sent.apply(field + "." + values[i])));
		}
		// Sorting keeps the order of the page otherwise
		chosen.sort(Comparator.comparingInt(Chosen::place).thenComparingInt(Chosen::moved));
		List<String> ordered = new ArrayList<>(chosen.stream().map(Chosen::value).toList());
		String[] more = sent.apply(field + ".more");
		if (more != null) {
			ordered.addAll(List.of(more));
		}
		return ordered;
	}

	/**
	 * A chosen value.
	 *
	 * @param place that it is to have
	 * @param moved of two with the same number the one that was moved there gets the
	 * place: -1 for one that comes from below, 1 for one that comes from above
	 */
	private record Chosen(String value, int place, int moved) {

		private static Chosen of(String value, int now, String[] typed) {
			boolean number = typed != null && typed.length == 1 && typed[0].strip().matches("[0-9]{1,4}");
			int place = number ? Integer.parseInt(typed[0].strip()) : Integer.MAX_VALUE;
			return new Chosen(value, place, number ? Integer.compare(place, now) : 0);
		}

	}

}
