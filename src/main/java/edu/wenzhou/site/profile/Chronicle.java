package edu.wenzhou.site.profile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import edu.wenzhou.site.drawing.OpenEnd;
import edu.wenzhou.site.drawing.YearScale;
import edu.wenzhou.site.fact.Figure;
import edu.wenzhou.site.fact.FigureBook;

/**
 * The history in its three kinds: what has a year and so a place on the ruler, what has a
 * length and no place, and firsts that have neither.
 *
 * @param dated events with a year, the earliest first
 * @param joining the schools that were merged; those that joined last come first, so that
 * no line crosses another
 * @param lengths the longest first
 * @param firsts events without a year
 * @param scale of the ruler and of the lengths
 */
public record Chronicle(List<Dated> dated, List<Joining> joining, List<Length> lengths, List<HistoryEvent> firsts,
		YearScale scale) {

	/** A figure that is no such year has no place on the ruler. */
	private static final int EARLIEST = 1800;

	private static final int LATEST = 2200;

	/** Sorts the history out, its figures in the language of the book. */
	public static Chronicle of(List<HistoryEvent> events, List<Predecessor> predecessors, FigureBook figures) {
		List<Dated> dated = events.stream()
			.filter((event) -> event.getReach() == null)
			.map((event) -> dated(event, figures))
			.sorted(Comparator.comparing(Dated::place, Comparator.nullsLast(Comparator.naturalOrder())))
			.toList();
		List<Joining> joining = predecessors.stream()
			.map((school) -> new Joining(school, place(school.getEvent(), dated)))
			.sorted(Comparator.comparing(Joining::year, Comparator.nullsFirst(Comparator.reverseOrder())))
			.toList();
		List<Length> lengths = lengths(figures);
		int longest = lengths.stream().mapToInt((length) -> length.span().years() + 1).max().orElse(0);
		return new Chronicle(dated, joining, lengths,
				events.stream().filter((event) -> event.getReach() != null).toList(),
				YearScale.of(years(dated), longest));
	}

	/** The places on the ruler; empty where there is none. */
	public List<Integer> years() {
		return years(this.dated);
	}

	/** The schools that were merged in an event, in their own order. */
	public List<Predecessor> schoolsOf(HistoryEvent event) {
		return this.joining.stream()
			.map(Joining::school)
			.filter((school) -> school.getEvent().getId().equals(event.getId()))
			.toList();
	}

	/** The years in which the schools joined, as the drawing wants them. */
	public List<Integer> joins() {
		return this.joining.stream().map(Joining::year).toList();
	}

	private static List<Integer> years(List<Dated> dated) {
		return dated.stream().map(Dated::place).filter(Objects::nonNull).distinct().toList();
	}

	private static Dated dated(HistoryEvent event, FigureBook figures) {
		Figure figure = figures.of(event.getYearFact());
		Integer year = (figure != null) ? figure.number() : event.getYear();
		boolean hasPlace = year != null && year >= EARLIEST && year <= LATEST;
		return new Dated(event, (figure != null) ? figure.value() : String.valueOf(year), hasPlace ? year : null);
	}

	private static Integer place(HistoryEvent event, List<Dated> dated) {
		return dated.stream()
			.filter((candidate) -> candidate.event().getId().equals(event.getId()))
			.map(Dated::place)
			.filter(Objects::nonNull)
			.findFirst()
			.orElse(null);
	}

	/** Figures that count the same period share its line. */
	private static List<Length> lengths(FigureBook figures) {
		Map<String, Length> byPeriod = new LinkedHashMap<>();
		for (Figure figure : figures.all()) {
			Span.of(figure.period())
				.ifPresent((span) -> byPeriod
					.computeIfAbsent(figure.period(),
							(period) -> new Length(period, figure.lang(), span, new ArrayList<>()))
					.figures()
					.add(figure));
		}
		return byPeriod.values()
			.stream()
			.sorted(Comparator.comparing((Length length) -> length.span().years()).reversed())
			.toList();
	}

	/**
	 * An event with its year.
	 *
	 * @param year as it is shown
	 * @param place on the ruler, or null
	 */
	public record Dated(HistoryEvent event, String year, Integer place) {

	}

	/**
	 * A school that was merged.
	 *
	 * @param year in which that was, or null
	 */
	public record Joining(Predecessor school, Integer year) {

	}

	/**
	 * A length of time that the source does not date.
	 *
	 * @param period in its words
	 * @param lang the {@code lang} attribute that the words need, or null
	 * @param figures what is said of that time
	 */
	public record Length(String period, String lang, Span span, List<Figure> figures) {

		public int years() {
			return this.span.years();
		}

		public OpenEnd end() {
			return this.span.end();
		}

	}

}
