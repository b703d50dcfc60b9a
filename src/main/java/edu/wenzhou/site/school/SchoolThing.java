package edu.wenzhou.site.school;

import edu.wenzhou.site.fact.FigureBook;
import edu.wenzhou.site.web.Thing;

/** A school as machines are told about it. */
public final class SchoolThing {

	private SchoolThing() {
	}

	/** All that is known of it, figures in the language of the book. */
	public static Thing of(School school, FigureBook figures) {
		String path = "/schools/" + school.getSlug();
		return Thing.of("EducationalOrganization", path + "#school")
			.with("name", school.getName())
			.with("alternateName", school.getOtherNames())
			.with("url", Thing.page(path))
			.with("description", figures.plain(school.getLead()))
			.with("telephone", school.getTelephone())
			.with("parentOrganization", new Thing.Reference(Thing.COLLEGE));
	}

}
