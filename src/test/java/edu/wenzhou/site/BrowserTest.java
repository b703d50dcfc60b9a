package edu.wenzhou.site;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route.FulfillOptions;
import edu.wenzhou.site.Browser.View;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.server.PathContainer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/**
 * A test of the pages in a real browser. What that needs is written at {@link Chromium}.
 */
abstract class BrowserTest extends WebTest {

	/** An address that leads nowhere. */
	static final String NOWHERE = "/nowhere";

	/** The address of a page that a test makes up. */
	static final String MADE_UP = "/made-up";

	private static Browser browser;

	private static Crawl crawl;

	@RegisterExtension
	static final BeforeAllCallback START = (context) -> browser = context.getRoot()
		.getStore(Namespace.create(Browser.class))
		.computeIfAbsent(Browser.class, (key) -> new Browser(), Browser.class);

	@Autowired
	@Qualifier("requestMappingHandlerMapping")
	private RequestMappingHandlerMapping routes;

	@BeforeEach
	void crawlOnce() {
		if (crawl == null) {
			crawl = Crawl.of(this::get);
		}
	}

	Browser browser() {
		return browser;
	}

	/** Shows a page to a test. */
	void show(String path, View view, Consumer<Page> use) {
		browser.open(view, (page) -> {
			page.navigate(address(path));
			use.accept(page);
		});
	}

	/** Shows a page that only this test knows, free of the site's rules. */
	void make(Page page, String body) {
		page.route(address(MADE_UP),
				(route) -> route.fulfill(new FulfillOptions().setContentType("text/html; charset=utf-8")
					.setBody("<!DOCTYPE html><html lang=en><title>Made up</title><body>" + body)));
		page.navigate(address(MADE_UP));
	}

	/**
	 * Every page that a link leads to, each list as its form filters it, what a search
	 * finds and what it does not, and an error page of each edition.
	 */
	Set<String> paths() {
		Set<String> paths = new LinkedHashSet<>(crawl.pages().keySet());
		crawl.pages().forEach((path, page) -> page.select("form[method=get]:has(select)").forEach((form) -> {
			StringBuilder filtered = new StringBuilder(form.attr("action"));
			for (Element select : form.select("select")) {
				filtered.append((filtered.indexOf("?") < 0) ? '?' : '&')
					.append(select.attr("name"))
					.append('=')
					.append(select.selectFirst("option[value]:not([value=''])").attr("value"));
			}
			paths.add(filtered.toString());
		}));
		crawl.pages()
			.values()
			.forEach((page) -> page.select("form[method=get]:has(input[type=search])").forEach((form) -> {
				// Digits are in both languages
				paths.add(form.attr("action") + "?q=1999");
				paths.add(form.attr("action") + "?q=99999");
			}));
		paths.add(NOWHERE);
		if (paths.contains("/en")) {
			paths.add("/en" + NOWHERE);
		}
		return paths;
	}

	/** The first path of each route, and the error pages: one page of each template. */
	List<String> templates() {
		Map<String, String> first = new LinkedHashMap<>();
		paths().stream().filter((path) -> !path.contains("?")).forEach((path) -> first.putIfAbsent(route(path), path));
		return List.copyOf(first.values());
	}

	private String route(String path) {
		boolean english = path.startsWith("/en/");
		return this.routes.getHandlerMethods()
			.keySet()
			.stream()
			.flatMap((route) -> route.getPathPatternsCondition().getPatterns().stream())
			.filter((pattern) -> pattern.matches(PathContainer.parsePath(path)))
			.min(Comparator.naturalOrder())
			.map(PathPattern::getPatternString)
			.orElseGet(() -> english ? "/en" + route(path.substring(3)) : path);
	}

	static Crawl crawl() {
		return crawl;
	}

}
