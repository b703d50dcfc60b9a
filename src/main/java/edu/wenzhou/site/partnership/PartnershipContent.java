package edu.wenzhou.site.partnership;

import edu.wenzhou.site.publishing.ContentType;
import edu.wenzhou.site.publishing.Kind;
import edu.wenzhou.site.staff.Section;
import edu.wenzhou.site.web.FixedPage;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How partnerships are edited. */
@Configuration(proxyBeanMethods = false)
class PartnershipContent {

	@Bean
	FixedPage partnershipsPage() {
		return FixedPage.at("/partnerships", "partnerships.title", "partnerships.lead", "partnership", "figure");
	}

	@Bean
	ContentType partnershipContentType() {
		return ContentType.of("partnership", Section.PARTNERSHIP, "partnership", "name")
			.lookAgainAfter(12)
			// Only one with a text has a page of its own
			.at((slug, values) -> "/partnerships" + (values.has("body_zh") ? "/" : "#") + slug)
			.text("name", Kind.LINE, true)
			.choice("kind", "kind", PartnershipKind.class, "staff.option.kind.", true)
			.list("regions", "region", "slug", "name_zh", "partnership_region", "region_id", true)
			.text("partners", Kind.LINES, false)
			.number("since", 1800, 2200, false)
			.reference("count", "count_fact_id", "fact", "code", "label_zh", false)
			.text("lead", Kind.LINES, false)
			.text("body", Kind.RICH, false)
			.quotes()
			.plain("slug", Kind.LINE, true)
			.number("position", 0, 100_000, true);
	}

}
