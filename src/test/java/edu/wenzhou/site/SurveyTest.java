package edu.wenzhou.site;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import edu.wenzhou.site.Findings.Rule;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Rules that hold for every page at every width, light and dark, as a browser sees it. A
 * class for each language, since together they take longer than all else.
 */
abstract class SurveyTest extends BrowserTest {

	/** One walk for all tests of a class. */
	private static final Map<Class<?>, Findings> WALKS = new HashMap<>();

	private Findings findings;

	@BeforeEach
	void surveyOnce() {
		this.findings = WALKS.computeIfAbsent(getClass(), (walk) -> Survey.of(browser(), edition(), this::address,
				Path.of("target", "browser-survey-" + walk.getSimpleName() + ".txt")));
		assertThat(edition()).hasSizeGreaterThan(30);
	}

	private List<String> edition() {
		return paths().stream().filter((path) -> path.matches("/en([/?].*)?") == isEnglish()).toList();
	}

	/** Which of the two editions is walked through. */
	abstract boolean isEnglish();

	@Test
	void nobodyIsShutOut() {
		assertThat(this.findings.of(Rule.AXE)).isEmpty();
	}

	@Test
	void noPageScrollsSideways() {
		assertThat(this.findings.of(Rule.SIDEWAYS)).isEmpty();
	}

	@Test
	void theConsoleStaysEmpty() {
		assertThat(this.findings.of(Rule.CONSOLE)).isEmpty();
	}

	@Test
	void noRequestFailsOrLeavesTheSite() {
		assertThat(this.findings.of(Rule.REQUESTS)).isEmpty();
	}

	@Test
	void theFirstViewIsLight() {
		assertThat(this.findings.of(Rule.BUDGET)).isEmpty();
	}

	@Test
	void everyTargetIsLargeEnoughToHit() {
		assertThat(this.findings.of(Rule.TARGETS)).isEmpty();
	}

	@Test
	void nothingMovesWhileAPageLoads() {
		assertThat(this.findings.of(Rule.SHIFTS)).isEmpty();
	}

	@Test
	void noTextIsCutOffOrCovered() {
		assertThat(this.findings.of(Rule.LOST_TEXT)).isEmpty();
	}

	@Test
	void textAtTwiceItsSizeLosesNothing() {
		assertThat(this.findings.of(Rule.ZOOM)).isEmpty();
	}

	@Test
	void textSpacedOutLosesNothing() {
		assertThat(this.findings.of(Rule.SPACING)).isEmpty();
	}

}
