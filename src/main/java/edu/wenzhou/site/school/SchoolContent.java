package edu.wenzhou.site.school;

import edu.wenzhou.site.publishing.ContentType;
import edu.wenzhou.site.publishing.Kind;
import edu.wenzhou.site.staff.Section;
import edu.wenzhou.site.web.FixedPage;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How schools are edited. */
@Configuration(proxyBeanMethods = false)
class SchoolContent {

	@Bean
	FixedPage schoolsPage() {
		return FixedPage.at("/schools", "schools.title", "schools.description", "school", "figure");
	}

	@Bean
	ContentType schoolContentType() {
		return ContentType.of("school", Section.SCHOOL, "school", "name")
			.lookAgainAfter(12)
			.at((slug, values) -> "/schools/" + slug)
			.text("name", Kind.LINE, true)
			.text("other_names", Kind.LINE, false)
			.plain("telephone", Kind.LINE, false)
			.text("lead", Kind.LINES, false)
			.text("body", Kind.RICH, false)
			.pictures("pictures", "school_picture")
			.quotes()
			.plain("slug", Kind.LINE, true)
			.number("position", 0, 100_000, true);
	}

}
