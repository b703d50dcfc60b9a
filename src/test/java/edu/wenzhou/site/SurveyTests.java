package edu.wenzhou.site;

import edu.wenzhou.site.Findings.Rule;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Rules that hold for every page at every width, light and dark, as a browser sees it.
 */
class SurveyTests extends BrowserTest {

	private static Findings findings;

	@BeforeEach
	void surveyOnce() {
		if (findings == null) {
			findings = Survey.of(browser(), paths(), this::address);
		}
	}

	@Test
	void nobodyIsShutOut() {
		assertThat(findings.of(Rule.AXE)).isEmpty();
	}

	@Test
	void noPageScrollsSideways() {
		assertThat(findings.of(Rule.SIDEWAYS)).isEmpty();
	}

	@Test
	void theConsoleStaysEmpty() {
		assertThat(findings.of(Rule.CONSOLE)).isEmpty();
	}

	@Test
	void noRequestFailsOrLeavesTheSite() {
		assertThat(findings.of(Rule.REQUESTS)).isEmpty();
	}

	@Test
	void theFirstViewIsLight() {
		assertThat(findings.of(Rule.BUDGET)).isEmpty();
	}

	@Test
	void everyTargetIsLargeEnoughToHit() {
		assertThat(findings.of(Rule.TARGETS)).isEmpty();
	}

	@Test
	void nothingMovesWhileAPageLoads() {
		assertThat(findings.of(Rule.SHIFTS)).isEmpty();
	}

	@Test
	void noTextIsCutOffOrCovered() {
		assertThat(findings.of(Rule.LOST_TEXT)).isEmpty();
	}

	@Test
	void textAtTwiceItsSizeLosesNothing() {
		assertThat(findings.of(Rule.ZOOM)).isEmpty();
	}

	@Test
	void textSpacedOutLosesNothing() {
		assertThat(findings.of(Rule.SPACING)).isEmpty();
	}

}
