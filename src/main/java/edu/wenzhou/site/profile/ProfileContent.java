package edu.wenzhou.site.profile;

import java.util.List;
import java.util.stream.Stream;

import edu.wenzhou.site.publishing.ContentType;
import edu.wenzhou.site.publishing.Kind;
import edu.wenzhou.site.publishing.Problem;
import edu.wenzhou.site.publishing.Values;
import edu.wenzhou.site.staff.Section;
import edu.wenzhou.site.web.FixedPage;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How the college's profile, the about pages and the history are edited. */
@Configuration(proxyBeanMethods = false)
class ProfileContent {

	@Bean
	FixedPage aboutPage() {
		return FixedPage.at("/about", "about.title", null, "profile", "section", "figure");
	}

	@Bean
	FixedPage historyPage() {
		return FixedPage.at("/about/history", "history.title", "history.lead", "history", "predecessor", "figure");
	}

	@Bean
	FixedPage figuresPage() {
		return FixedPage.at("/about/figures", "figures.title", "figures.lead", "figure");
	}

	@Bean
	ContentType profileContentType() {
		return ContentType.of("profile", Section.PROFILE, "college_profile", "name")
			.single()
			.lookAgainAfter(12)
			.at((slug, values) -> "/about")
			.text("name", Kind.LINE, true)
			.quotesOf("name")
			.text("short_name", Kind.LINE, false)
			.quotesOf("short_name")
			.reference("founded_year", "founded_year_fact_id", "fact", "code", "label_zh", true)
			.reference("roots_year", "roots_year_fact_id", "fact", "code", "label_zh", true)
			.text("approving_authority", Kind.LINE, true)
			.quotesOf("approving_authority")
			.text("level", Kind.LINE, true)
			.quotesOf("level")
			.text("kind", Kind.LINE, true)
			.quotesOf("kind")
			.text("motto", Kind.LINE, true)
			.quotesOf("motto")
			.text("model_name", Kind.LINE, true)
			.quotesOf("model_name")
			.text("model_practice", Kind.LINES, false)
			.quotesOf("model_practice")
			.text("summary", Kind.LINES, true)
			.quotesOf("summary")
			.text("address", Kind.LINE, false)
			.plain("telephone", Kind.LINE, false)
			.plain("email", Kind.LINE, false)
			.plain("icp_number", Kind.LINE, false)
			.plain("police_number", Kind.LINE, false)
			.plain("slug", Kind.LINE, true)
			.rule((values) -> values.get("slug").equals("college") ? List.of()
					: List.of(Problem.of("slug", "staff.problem.slug.fixed", "college")));
	}

	@Bean
	ContentType sectionContentType() {
		return ContentType.of("section", Section.PROFILE, "profile_section", "title")
			.lookAgainAfter(12)
			.at((slug, values) -> "/about/" + slug)
			.reserved("history", "figures", "prospectus")
			.text("title", Kind.LINE, true)
			.text("lead", Kind.LINES, true)
			.text("body", Kind.RICH, true)
			.quotes()
			.choice("state", "state", State.class, "staff.option.state.", true)
			.plain("slug", Kind.LINE, true)
			.number("position", 0, 100_000, true);
	}

	@Bean
	ContentType historyContentType() {
		return ContentType.of("history", Section.HISTORY, "history_event", "title")
			.at((slug, values) -> "/about/history#" + slug)
			.text("title", Kind.LINE, true)
			.number("year", 1800, 2200, false)
			.reference("year_fact", "year_fact_id", "fact", "code", "label_zh", false)
			.text("reach", Kind.LINE, false)
			.text("text", Kind.LINES, true)
			.quotes()
			.plain("slug", Kind.LINE, true)
			.number("position", 0, 100_000, true)
			.rule(ProfileContent::checkYear);
	}

	@Bean
	ContentType predecessorContentType() {
		return ContentType.of("predecessor", Section.HISTORY, "predecessor", "name")
			.at((slug, values) -> "/about/history#" + slug)
			.text("name", Kind.LINE, true)
			.reference("event", "history_event_id", "history_event", "slug", "title_zh", true)
			.quotes()
			.plain("slug", Kind.LINE, true)
			.number("position", 0, 100_000, true);
	}

	/** An event has exactly one of the three. */
	private static List<Problem> checkYear(Values values) {
		long given = Stream.of("year", "year_fact", "reach_zh").filter(values::has).count();
		return (given == 1) ? List.of() : List.of(Problem.of("year", "staff.problem.history.year"));
	}

	/**
	 * Texts are whole, or have words that the college has to confirm: two of the states
	 * that figures have.
	 */
	private enum State {

		CONFIRMED, TO_CONFIRM

	}

}
