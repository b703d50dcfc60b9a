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
import java.util.Map;

import edu.wenzhou.site.WebTest;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** What people type finds what they mean, on the page as they see it. */
class RelevanceTests extends WebTest {

	private static final Path CASES = Path.of("src/test/resources/search/relevance.csv");

	/** So many of a hundred have to come within the first three. */
	private static final double ENOUGH = 0.95;

	/** As the headings in the file call them. */
	private static final List<String> KINDS = List.of("Full names", "Words of two characters", "Places",
			"Pinyin and initials", "Chinese and Latin, digits, widths, traditional characters",
			"Mistyped: what sounds the same, what looks the same, one too few", "English");

	@Autowired
	private JdbcClient jdbc;

	@Test
	void thePageThatIsMeantComesFirst() {
		List<Case> cases = cases();
		List<String> missed = new ArrayList<>();
		List<String> notFirst = new ArrayList<>();
		for (Case one : cases) {
			List<String> found = found(one.language, one.query);
			String what = "%s %s: %s instead of %s".formatted(one.language, one.query,
					found.subList(0, Math.min(4, found.size())), one.pages);
			if (found.stream().limit(3).noneMatch(one.pages::contains)) {
				missed.add(what);
			}
			if (one.within == 1 && (found.isEmpty() || !one.pages.contains(found.get(0)))) {
				notFirst.add(what);
			}
		}
		assertThat(cases).hasSizeGreaterThanOrEqualTo(60).doesNotHaveDuplicates();
		assertThat(cases.stream().map(Case::kind).distinct()).containsExactlyElementsOf(KINDS);
		assertThat(cases.stream().filter((one) -> one.kind.equals(KINDS.get(0)))).hasSizeGreaterThan(20)
			.allMatch((one) -> one.within == 1);
		assertThat(notFirst).as("has to be the first").isEmpty();
		assertThat(1 - (double) missed.size() / cases.size())
			.as("among the first three; missed are %s", String.join("\n", missed))
			.isGreaterThanOrEqualTo(ENOUGH);
	}

	/** Whatever has a name of its own, and not only what somebody thought of above. */
	@Test
	void whatIsCalledLikeTheQueryComesFirst() {
		List<String> notFirst = new ArrayList<>();
		List<Map<String, Object>> names = this.jdbc.sql("""
				select distinct language, title from search_document where scope = 'PUBLIC'
				and build = (select build from search_index)""").query().listOfRows();
		for (Map<String, Object> name : names) {
			String language = (String) name.get("language");
			String title = (String) name.get("title");
			// Several may have the same name
			List<String> paths = this.jdbc
				.sql("select path from search_document where scope = 'PUBLIC' and language = ? and ? = any (keys)")
				.params(language, Query.of(title).getKey())
				.query(String.class)
				.list();
			List<String> found = found(language, title);
			if (found.isEmpty() || !paths.contains(found.get(0))) {
				notFirst
					.add("%s: %s instead of %s".formatted(title, found.subList(0, Math.min(3, found.size())), paths));
			}
		}
		assertThat(names).hasSizeGreaterThan(250);
		assertThat(notFirst).isEmpty();
	}

	/** The links of all that was found, without the language. */
	private List<String> found(String language, String query) {
		String prefix = language.equals("en") ? "/en" : "";
		String path = prefix + "/search?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
		// Each from another place, so that none has asked too often
		String address = "198.51.100." + Math.floorMod(path.hashCode(), 250);
		return Jsoup.parse(send("GET", path, "X-Forwarded-For", address).body())
			.select("main .hits a")
			.eachAttr("href")
			.stream()
			.map((href) -> href.equals(prefix) ? "/" : href.substring(prefix.length()))
			.toList();
	}

	private static List<Case> cases() {
		try {
			List<Case> cases = new ArrayList<>();
			String kind = "";
			for (String line : Files.readAllLines(CASES)) {
				if (line.startsWith("#")) {
					kind = line.substring(2);
				}
				else if (!line.isBlank()) {
					String[] cells = line.split(";");
					cases.add(new Case(kind, cells[0], cells[1], Integer.parseInt(cells[2]),
							Arrays.asList(cells[3].split("\\|"))));
				}
			}
			return cases;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Something that people type.
	 *
	 * @param kind the heading that it stands under
	 * @param within 1 if it has to be the first, 3 if it has to be one of the first three
	 */
	private record Case(String kind, String language, String query, int within, List<String> pages) {

	}

}
