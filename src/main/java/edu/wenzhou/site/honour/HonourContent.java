package edu.wenzhou.site.honour;

import edu.wenzhou.site.publishing.ContentType;
import edu.wenzhou.site.publishing.Importing;
import edu.wenzhou.site.publishing.Kind;
import edu.wenzhou.site.staff.Section;
import edu.wenzhou.site.web.FixedPage;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How honours are edited. */
@Configuration(proxyBeanMethods = false)
class HonourContent {

	@Bean
	FixedPage honoursPage() {
		return FixedPage.at("/honours", "honours.title", "honours.lead", "honour", "figure");
	}

	@Bean
	ContentType honourContentType() {
		return ContentType.of("honour", Section.HONOUR, "honour", "title")
			.at((slug, values) -> "/honours#" + slug)
			.importing(Importing.NEW_AND_CHANGED)
			.text("title", Kind.LINE, true)
			.text("detail", Kind.LINES, false)
			.choice("level", "level", HonourLevel.class, "staff.option.level.", false)
			.choice("category", "category", HonourCategory.class, "staff.option.category.", true)
			.text("awarding_body", Kind.LINE, false)
			.number("year", 1800, 2200, false)
			.reference("count", "count_fact_id", "fact", "code", "label_zh", false)
			.quotes()
			.plain("slug", Kind.LINE, true)
			.number("position", 0, 100_000, true);
	}

}
