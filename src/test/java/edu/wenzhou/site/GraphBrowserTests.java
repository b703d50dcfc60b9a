package edu.wenzhou.site;

import java.util.ArrayList;
import java.util.List;

import com.microsoft.playwright.options.ColorScheme;
import edu.wenzhou.site.Browser.View;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A block of structured data is no script: the browser reads it, runs nothing of it, and
 * has nothing to report to the Content-Security-Policy.
 */
class GraphBrowserTests extends BrowserTest {

	private static final String HOSTILE = "</script><script>window.broken=1</script><img src=/x onerror=window.broken=1>";

	@Autowired
	private JdbcClient jdbc;

	@Test
	void theBrowserHasNothingToReport() {
		this.jdbc.sql("""
				insert into notice (slug, category, title_zh, body_zh, published_on)
				values ('test-graph', 'EVENT', :title, '<p>测试。</p>', timestamptz '2026-01-01 09:00+08')""")
			.param("title", HOSTILE)
			.update();
		try {
			for (String path : List.of("/", "/en/about/figures", "/schools/ai", "/notices", "/notices/test-graph")) {
				visit(path);
			}
		}
		finally {
			this.jdbc.sql("delete from notice where slug = 'test-graph'").update();
		}
	}

	private void visit(String path) {
		browser().open(new View(1280, ColorScheme.LIGHT), (page) -> {
			List<String> said = new ArrayList<>();
			page.onConsoleMessage((message) -> said.add(message.text()));
			page.onPageError(said::add);
			page.addInitScript("window.reports = []; addEventListener('securitypolicyviolation', "
					+ "(report) => window.reports.push(report.violatedDirective + ' ' + report.blockedURI));");
			page.navigate(address(path));
			assertThat(page.evaluate("window.reports")).as(path).isEqualTo(List.of());
			assertThat(said).as(path).isEmpty();
			assertThat(page.evaluate("window.broken")).as(path).isNull();
			assertThat(page.evaluate("document.querySelectorAll('script:not([src])').length")).isEqualTo(1);
			assertThat(page.evaluate("JSON.parse(document.querySelector('script[type=\"application/ld+json\"]')"
					+ ".textContent)['@graph'].length > 2"))
				.as(path)
				.isEqualTo(true);
			// The same words as a script would have been stopped, and reported
			page.evaluate("document.head.append(Object.assign(document.createElement('script'), "
					+ "{textContent: 'window.broken = 1'}))");
			assertThat((List<?>) page.evaluate("window.reports")).as(path).hasSize(1);
			assertThat(page.evaluate("window.broken")).as(path).isNull();
		});
	}

}
