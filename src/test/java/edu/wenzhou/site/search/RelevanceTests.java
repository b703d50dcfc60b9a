package edu.wenzhou.site.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import edu.wenzhou.site.WebTest;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What people type finds what they mean, on the page as they see it. */
class RelevanceTests extends WebTest {

	private static final Path CASES = Path.of("src/test/resources/search/relevance.csv");

	/** So many of a hundred have to come within the first three. */
	private static final double ENOUGH = 0.95;

	@Test
	void thePageThatIsMeantComesFirst() {
		List<Case> cases = cases();
		List<String> missed = new ArrayList<>();
		List<String> notFirst = new ArrayList<>();
		for (Case one : cases) {
			List<String> found = found(one);
			String what = "%s %s: %s instead of %s".formatted(one.language, one.query,
					found.subList(0, Math.min(4, found.size())), one.pages);
			if (found.stream().limit(3).noneMatch(one.pages::contains)) {
				missed.add(what);
			}
			if (one.within == 1 && (found.isEmpty() || !one.pages.contains(found.get(0)))) {
				notFirst.add(what);
			}
		}
		assertThat(cases).hasSizeGreaterThanOrEqualTo(60);
		assertThat(notFirst).as("has to be the first").isEmpty();
		assertThat(1 - (double) missed.size() / cases.size())
			.as("among the first three; missed are %s", String.join("\n", missed))
			.isGreaterThanOrEqualTo(ENOUGH);
	}

	/** The links of all that was found, without the language. */
	private List<String> found(Case one) {
		String prefix = one.language.equals("en") ? "/en" : "";
		String path = prefix + "/search?q=" + URLEncoder.encode(one.query, StandardCharsets.UTF_8);
		// Each from another place, so that none has asked too often
		String address = "198.51.100." + Math.floorMod(one.hashCode(), 250);
		return Jsoup.parse(send("GET", path, "X-Forwarded-For", address).body())
			.select("main .hits a")
			.eachAttr("href")
			.stream()
			.map((href) -> href.equals(prefix) ? "/" : href.substring(prefix.length()))
			.toList();
	}

	private static List<Case> cases() {
		try {
			return Files.readAllLines(CASES)
				.stream()
				.filter((line) -> !line.startsWith("#") && !line.isBlank())
				.map((line) -> line.split(";"))
				.map((cells) -> new Case(cells[0], cells[1], Integer.parseInt(cells[2]),
						Arrays.asList(cells[3].split("\\|"))))
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Something that people type.
	 *
	 * @param within 1 if it has to be the first, 3 if it has to be one of the first three
	 */
	private record Case(String language, String query, int within, List<String> pages) {

	}

}
