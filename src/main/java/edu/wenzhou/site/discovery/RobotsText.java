package edu.wenzhou.site.discovery;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import edu.wenzhou.site.web.CollegeProperties;
import edu.wenzhou.site.web.CollegeProperties.Discovery;
import edu.wenzhou.site.web.Language;

/**
 * What crawlers may fetch (RFC 9309). A crawler obeys the group that names it and no
 * other, so a group closes either everything or what all are asked to leave out.
 */
final class RobotsText {

	/** Each ends where the name ends: {@code /staffroom} would be another page. */
	private static final List<String> BACK_OFFICE = List.of("/staff$", "/staff?", "/staff/");

	/**
	 * In every language. The empty search page can be fetched: it says itself that it is
	 * not to be listed.
	 */
	private static final List<String> CLOSED = List.of("/preview/", "/search?", "/search/");

	private static final List<String> TRAINING = List.of("GPTBot", "ClaudeBot", "CCBot", "Google-Extended",
			"Applebot-Extended");

	private static final List<String> SEARCH = List.of("OAI-SearchBot", "Claude-SearchBot", "PerplexityBot");

	private static final List<String> USER_FETCH = List.of("ChatGPT-User", "Claude-User", "Perplexity-User");

	private RobotsText() {
	}

	/**
	 * Where the site is not to be found all may fetch its pages, since each says so
	 * itself and has to be read for that; crawlers that ask for something else than
	 * finding may not.
	 */
	static String of(CollegeProperties properties) {
		Discovery discovery = properties.discovery();
		List<String> lines = new ArrayList<>();
		close(lines, "Collects texts to train models with", TRAINING, discovery.ai().training() && discovery.index());
		close(lines, "Finds pages for assistants", SEARCH, discovery.ai().search() && discovery.index());
		close(lines, "Reads a page that a user of an assistant asks about", USER_FETCH,
				discovery.ai().userFetch() && discovery.index());
		lines.add("User-agent: *");
		BACK_OFFICE.forEach((path) -> lines.add("Disallow: " + path));
		CLOSED.forEach((path) -> Arrays.stream(Language.values())
			.forEach((language) -> lines.add("Disallow: " + language.address(path))));
		if (discovery.index()) {
			lines.add("");
			lines.add("Sitemap: " + properties.url(SitemapKind.STANDARD.path()));
		}
		return String.join("\n", lines) + "\n";
	}

	private static void close(List<String> lines, String what, List<String> crawlers, boolean allowed) {
		if (!allowed) {
			lines.add("# " + what);
			crawlers.forEach((crawler) -> lines.add("User-agent: " + crawler));
			lines.add("Disallow: /");
			lines.add("");
		}
	}

}
