package edu.wenzhou.site.web;

import java.util.List;
import java.util.Set;

import edu.wenzhou.site.WebTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.thymeleaf.cache.ExpressionCacheKey;
import org.thymeleaf.spring6.SpringTemplateEngine;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the templates ask for is understood once, and compiled where it is asked often.
 */
class ExpressionTests extends WebTest {

	private static final List<String> PAGES = List.of("/", "/about", "/schools", "/schools/ai", "/honours",
			"/partnerships", "/campuses", "/history", "/about/figures", "/about/sources", "/notices", "/search?q=x",
			"/en");

	/**
	 * An expression is compiled when it has been evaluated so often; those of lists are
	 * sooner.
	 */
	private static final int COMPILED_AFTER = 100;

	@Autowired
	private SpringTemplateEngine engine;

	@Test
	void noPageDrivesOutTheExpressionsOfAnother() {
		assertThat(get("/").statusCode()).isEqualTo(200);
		Set<ExpressionCacheKey> first = Set.copyOf(cached());
		for (String page : PAGES) {
			get(page);
		}
		assertThat(cached()).hasSizeGreaterThan(500).containsAll(first);
	}

	private Set<ExpressionCacheKey> cached() {
		return this.engine.getCacheManager().getExpressionCache().keySet();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/schools/ai", "/about/figures", "/partnerships", "/en/honours" })
	void aPageStaysWhatItWasWhenItsExpressionsAreCompiled(String page) {
		// Other tests have asked for it often enough
		this.engine.getCacheManager().clearAllCaches();
		String interpreted = get(page).body();
		for (int i = 0; i < COMPILED_AFTER; i++) {
			get(page);
		}
		assertThat(get(page).body()).isEqualTo(interpreted);
	}

}
