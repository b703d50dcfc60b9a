package edu.wenzhou.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import edu.wenzhou.site.Browser.View;
import edu.wenzhou.site.Findings.Rule;

/**
 * One walk through all pages at all widths in both colour schemes, that writes down what
 * breaks a rule. Every width and scheme is a visit of its own; only axe, which takes the
 * most time, stays on a page and changes the window around it.
 * <p>
 * Playwright evaluates past the Content-Security-Policy, so axe sees the page as visitors
 * get it; what the page says and asks for is read before axe starts.
 */
final class Survey {

	private static final int MOST_REQUESTS = 4;

	/** What makes suggestions, on pages where one can type a search. */
	private static final String SUGGESTS = "/js/search-";

	private static final int MOST_BYTES = 60_000;

	private static final List<View> VIEWS = views(320, 768, 1280);

	private final Page page;

	private final FirstView first;

	private final UnaryOperator<String> address;

	private final Findings findings = new Findings();

	private final Map<String, Integer> filtered = new HashMap<>();

	private final List<String> log = new ArrayList<>();

	private Survey(Page page, UnaryOperator<String> address) {
		this.page = page;
		this.first = new FirstView(page);
		this.address = address;
	}

	/** Walks through the pages, and leaves sizes and times in a file. */
	static Findings of(Browser browser, Iterable<String> paths, UnaryOperator<String> address, Path log) {
		Findings[] findings = new Findings[1];
		browser.open(VIEWS.get(0), (page) -> {
			Survey survey = new Survey(page, address);
			paths.forEach(survey::walk);
			survey.writeLog(log);
			findings[0] = survey.findings;
		});
		return findings[0];
	}

	private static List<View> views(int... widths) {
		List<View> views = new ArrayList<>();
		for (int width : widths) {
			views.add(new View(width, ColorScheme.LIGHT));
			views.add(new View(width, ColorScheme.DARK));
		}
		return views;
	}

	private void walk(String path) {
		long start = System.nanoTime();
		List<View> views = views(path);
		for (View view : views) {
			resize(view);
			visit(path, view);
		}
		long visited = System.nanoTime();
		this.page.evaluate(AxeBuilder.getAxeScript());
		for (View view : views) {
			resize(view);
			Browser.check(this.page, "settle");
			note(Rule.AXE, (view.scheme() == ColorScheme.LIGHT) ? "axe" : "axeColours", path + " at " + view);
		}
		this.log.add("%s: %d requests, %d bytes; %d ms for visits, %d ms for axe".formatted(path,
				this.first.requests().size(), this.first.bytes(), millis(visited - start),
				millis(System.nanoTime() - visited)));
	}

	/**
	 * All views; for a list that was seen filtered in all of them, one view for each
	 * further choice, another one each time.
	 */
	private List<View> views(String path) {
		int choices = path.contains("?") ? this.filtered.merge(path.substring(0, path.indexOf('?')), 1, Integer::sum)
				: 0;
		return (choices < 2) ? VIEWS : List.of(VIEWS.get(choices % VIEWS.size()));
	}

	private void visit(String path, View view) {
		String where = path + " at " + view;
		this.first.expect(this.address.apply(path));
		this.page.navigate(this.address.apply(path));
		note(Rule.SHIFTS, "shifts", where);
		this.findings.addAll(Rule.REQUESTS, this.first.failures(), where);
		List<String> requests = this.first.requests();
		requests.stream()
			.filter((request) -> !request.startsWith(this.address.apply("/")) && !request.startsWith("data:"))
			.forEach((request) -> this.findings.add(Rule.REQUESTS, "asks elsewhere: " + request, where));
		if (requests.stream().filter((request) -> !request.contains(SUGGESTS)).count() > MOST_REQUESTS) {
			this.findings.add(Rule.BUDGET, "asks for " + requests, where);
		}
		long bytes = this.first.bytes();
		if (bytes >= MOST_BYTES) {
			this.findings.add(Rule.BUDGET, bytes + " bytes", where);
		}
		note(Rule.SIDEWAYS, "sideways", where);
		note(Rule.TARGETS, "smallTargets", where);
		note(Rule.LOST_TEXT, "lostText", where);
		if (view.scheme() == ColorScheme.LIGHT) {
			enlarge(view, where);
			Browser.check(this.page, "spaceText");
			note(Rule.SPACING, "lostText", where);
			Browser.check(this.page, "unspaceText");
		}
		this.findings.addAll(Rule.CONSOLE, this.first.console(), where);
	}

	/** Twice the letters, then twice the page, which is half the window. */
	private void enlarge(View view, String where) {
		List<String> usual = Browser.check(this.page, "rootSize");
		this.first.letters(32);
		if (usual.equals(Browser.check(this.page, "rootSize"))) {
			this.findings.add(Rule.ZOOM, "letters stay at " + usual, where);
		}
		note(Rule.ZOOM, "lostText", where + ", letters at 200 %");
		this.first.letters(16);
		if (view.width() / 2 >= 320) {
			this.page.setViewportSize(view.width() / 2, view.height() / 2);
			note(Rule.ZOOM, "lostText", where + ", zoomed to 200 %");
			resize(view);
		}
	}

	private void note(Rule rule, String check, String where) {
		this.findings.addAll(rule, Browser.check(this.page, check), where);
	}

	private void resize(View view) {
		this.page.setViewportSize(view.width(), view.height());
		this.page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(view.scheme()));
	}

	private static long millis(long nanos) {
		return nanos / 1_000_000;
	}

	private void writeLog(Path file) {
		try {
			Files.write(file, this.log);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
