package edu.wenzhou.site.publishing;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import edu.wenzhou.site.Crawl;
import edu.wenzhou.site.Generation;
import edu.wenzhou.site.staff.Role;
import edu.wenzhou.site.web.PublicPages;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** A page has one date: when what it shows last became something else. */
class PageDateTests extends PublishingTest {

	@Autowired
	private PublicPages pages;

	@Test
	void theListOfPagesIsWhatLinksLeadTo() {
		assertThat(dates().keySet()).containsExactlyInAnyOrderElementsOf(Crawl.of(this::get)
			.described()
			.keySet()
			.stream()
			.filter((path) -> !path.matches("/en(/.*)?|.*\\?.*"))
			.toList());
	}

	@Test
	void everyPageSaysItsDateInBothLanguages() {
		dates().forEach((path, date) -> {
			assertThat(date).as(path).isNotNull();
			assertThat(lastModified(path)).as(path).isEqualTo(date).isEqualTo(lastModified(english(path)));
		});
	}

	@Test
	void aPageThatIsNotFoundHasNoDate() {
		assertThat(get("/campuses/nowhere").headers().firstValue("Last-Modified")).isEmpty();
	}

	@Test
	void publishingDatesThePageAndWhatShowsItAnew() {
		long id = seeded("campus", "lucheng");
		assertThat(changedBy(() -> {
			Visitor editor = with(Role.EDITOR);
			edited(editor, id, "lead_zh", "一句新的导语。");
			assertThat(changedBy(() -> {
			})).as("a draft changes nothing").isEmpty();
			published(editor, with(Role.APPROVER), id);
		})).containsExactly("/", "/about/prospectus", "/campuses", "/campuses/lucheng", "/sources");
	}

	/** Its number stands in the texts of others. */
	@Test
	void aFigureDatesAnewWhateverNamesIt() {
		long id = seeded("figure", "students");
		Set<String> changed = changedBy(() -> {
			Visitor editor = with(Role.EDITOR);
			edited(editor, id, "value_zh", "13000", "value_en", "13,000");
			published(editor, with(Role.APPROVER), id);
		});
		assertThat(changed).contains("/", "/about", "/about/figures", "/about/overview")
			.doesNotContain("/schools/ai", "/campuses/lucheng");
	}

	@Test
	void whatIsWithdrawnDatesItsListAnew() {
		Visitor editor = with(Role.EDITOR);
		Visitor approver = with(Role.APPROVER);
		long id = created(editor, "notice");
		assertThat(changedBy(() -> {
			edited(editor, id, "title_zh", "样例", "category", "EVENT", "body_zh", "样例。", "slug", "page-date");
			published(editor, approver, id);
		})).containsExactly("/", "/notices", "/notices/page-date");
		assertThat(changedBy(
				() -> assertThat(approver.submit(path(id), path(id) + "/withdraw", "reason", "样例").statusCode())
					.isEqualTo(302)))
			.containsExactly("/", "/notices");
		assertThat(dates()).doesNotContainKey("/notices/page-date");
	}

	/**
	 * Paths whose date is another one after something than before; those that went away
	 * are not.
	 */
	private Set<String> changedBy(Runnable change) {
		// Dates have seconds
		this.jdbc.sql("update publication set changed_at = changed_at - interval '1 minute'").update();
		Generation.raise(this.jdbc);
		Map<String, Instant> before = dates();
		try {
			change.run();
			Set<String> changed = new TreeSet<>();
			dates().forEach((path, date) -> {
				if (!date.equals(before.get(path))) {
					changed.add(path);
				}
			});
			return changed;
		}
		finally {
			// What is new has its date already, and must not come to lie ahead
			this.jdbc.sql("""
					update publication set changed_at = changed_at + interval '1 minute'
					where changed_at < now() - interval '1 minute'""").update();
			Generation.raise(this.jdbc);
		}
	}

	private Map<String, Instant> dates() {
		Map<String, Instant> dates = new LinkedHashMap<>();
		this.pages.each((page) -> {
			assertThat(dates).as("once").doesNotContainKey(page.path());
			dates.put(page.path(), page.changed());
		});
		assertThat(List.copyOf(dates.keySet()).get(0)).isEqualTo("/");
		return dates;
	}

	private Instant lastModified(String path) {
		return ZonedDateTime
			.parse(get(path).headers().firstValue("Last-Modified").orElseThrow(() -> new AssertionError(path)),
					DateTimeFormatter.RFC_1123_DATE_TIME)
			.toInstant();
	}

	private static String english(String path) {
		return path.equals("/") ? "/en" : "/en" + path;
	}

}
