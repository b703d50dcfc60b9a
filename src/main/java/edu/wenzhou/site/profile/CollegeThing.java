package edu.wenzhou.site.profile;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import edu.wenzhou.site.fact.Figure;
import edu.wenzhou.site.fact.FigureBook;
import edu.wenzhou.site.web.Thing;

/** The college as machines are told about it. */
public final class CollegeThing {

	private CollegeThing() {
	}

	/**
	 * What the college says of itself.
	 * @param predecessors the schools that it was made of, whose names it is still known
	 * by
	 */
	public static Thing of(CollegeProfile college, List<Predecessor> predecessors, FigureBook figures, Locale locale) {
		return Thing.of("CollegeOrUniversity", Thing.COLLEGE)
			.with("name", college.getName())
			.with("alternateName", otherNames(college, predecessors, locale))
			.with("url", Thing.page("/"))
			.with("description", figures.plain(college.getSummary()))
			.with("slogan", college.getMotto())
			.with("foundingDate", year(figures.of(college.getFoundedYear())))
			.with("address", Thing.address(college.getAddress(), null))
			.with("telephone", college.getTelephone())
			.with("email", college.getEmail());
	}

	/** Each once, and not the one that the page calls it by. */
	private static Set<String> otherNames(CollegeProfile college, List<Predecessor> predecessors, Locale locale) {
		Set<String> names = new LinkedHashSet<>();
		Stream.of(college.getShortName(), college.getName()).filter(Objects::nonNull).forEach((name) -> {
			names.add(name.in(locale));
			names.add(name.zh());
			names.add(name.en());
		});
		predecessors.forEach((school) -> names.add(school.getName().in(locale)));
		names.remove(null);
		names.remove(college.getName().in(locale));
		return names;
	}

	/** As ISO 8601 writes a year. */
	private static String year(Figure figure) {
		return (figure != null && figure.number() != null) ? "%04d".formatted(figure.number()) : null;
	}

}
