package edu.wenzhou.site;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What a page may weigh, compressed. */
class BudgetTests extends WebTest {

	private static final int STYLES = 25_000;

	private static final int SCRIPTS = 10_000;

	@Test
	void stylesAndScriptsStayWithinTheirBudgets() {
		Crawl crawl = Crawl.of(this::get);
		crawl.pages().forEach((path, page) -> {
			assertThat(weight(crawl, page, "link[rel=stylesheet]", "href")).as("style sheets of " + path)
				.isPositive()
				.isLessThan(STYLES);
			assertThat(weight(crawl, page, "script[src]", "src")).as("scripts of " + path).isLessThan(SCRIPTS);
		});
	}

	private static int weight(Crawl crawl, Document page, String elements, String attribute) {
		return page.select(elements)
			.eachAttr(attribute)
			.stream()
			.mapToInt((address) -> compressed(crawl.answers().get(address).body()))
			.sum();
	}

	private static int compressed(String text) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (OutputStream gzip = new GZIPOutputStream(bytes)) {
			gzip.write(text.getBytes(StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.size();
	}

}
