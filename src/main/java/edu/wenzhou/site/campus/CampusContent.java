package edu.wenzhou.site.campus;

import java.util.List;

import edu.wenzhou.site.publishing.ContentType;
import edu.wenzhou.site.publishing.Kind;
import edu.wenzhou.site.publishing.Problem;
import edu.wenzhou.site.publishing.Values;
import edu.wenzhou.site.staff.Section;
import edu.wenzhou.site.web.FixedPage;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How campuses are edited. */
@Configuration(proxyBeanMethods = false)
class CampusContent {

	@Bean
	FixedPage campusesPage() {
		return FixedPage.at("/campuses", "campuses.title", "campuses.description", "campus", "figure");
	}

	@Bean
	ContentType campusContentType() {
		return ContentType.of("campus", Section.CAMPUS, "campus", "name")
			.lookAgainAfter(12)
			.at((slug, values) -> "/campuses/" + slug)
			.text("name", Kind.LINE, true)
			.text("district", Kind.LINE, false)
			.text("address", Kind.LINE, false)
			.reference("area", "area_fact_id", "fact", "code", "label_zh", false)
			.decimal("latitude", -90, 90)
			.decimal("longitude", -180, 180)
			.text("lead", Kind.LINES, false)
			.text("body", Kind.RICH, false)
			.pictures("pictures", "campus_picture")
			.quotes()
			.plain("slug", Kind.LINE, true)
			.number("position", 0, 100_000, true)
			.rule(CampusContent::check);
	}

	private static List<Problem> check(Values values) {
		return (values.has("latitude") != values.has("longitude"))
				? List.of(Problem.of(values.has("latitude") ? "longitude" : "latitude", "staff.problem.coordinates"))
				: List.of();
	}

}
