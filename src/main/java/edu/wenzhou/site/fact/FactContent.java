package edu.wenzhou.site.fact;

import java.util.List;

import edu.wenzhou.site.publishing.ContentType;
import edu.wenzhou.site.publishing.Kind;
import edu.wenzhou.site.publishing.Problem;
import edu.wenzhou.site.publishing.Values;
import edu.wenzhou.site.staff.Section;
import edu.wenzhou.site.web.FixedPage;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How figures are edited. */
@Configuration(proxyBeanMethods = false)
class FactContent {

	@Bean
	FixedPage sourcesPage() {
		return FixedPage.at("/sources", "sources.title", "sources.lead", "profile", "section", "history", "predecessor",
				"figure", "campus", "school", "honour", "partnership");
	}

	@Bean
	ContentType figureContent() {
		return ContentType.of(Figures.TYPE, Section.FACT, "fact", "label")
			.slug("code")
			.at((code, values) -> "/about/figures#" + code)
			.text("label", Kind.LINE, true)
			.choice("qualifier", "qualifier", Qualifier.class, "staff.option.qualifier.", true)
			.text("value", Kind.LINE, true)
			.text("unit", Kind.LINE, false)
			.text("period", Kind.LINE, false)
			.choice("group", "fact_group", FactGroup.class, "staff.option.group.", true)
			.plain("as_of", Kind.DATE, false)
			.plain("valid_until", Kind.DATE, false)
			.quotes()
			.choice("state", "state", FactState.class, "staff.option.state.", true)
			.plain("code", Kind.LINE, true)
			.number("position", 0, 100_000, true)
			.rule(FactContent::check);
	}

	/** No figure without a source. */
	private static List<Problem> check(Values values) {
		if (!values.has("sources")) {
			return List.of(Problem.of("sources", "staff.problem.figure.source"));
		}
		boolean dated = values.has("as_of") && values.has("valid_until");
		return (dated && values.get("valid_until").compareTo(values.get("as_of")) < 0)
				? List.of(Problem.of("valid_until", "staff.problem.figure.dates")) : List.of();
	}

}
