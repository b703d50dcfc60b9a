package edu.wenzhou.site;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The one browser of all tests, a headless {@link Chromium}; started when a test first
 * asks for it, closed when the run ends.
 */
final class Browser implements AutoCloseable {

	/**
	 * As root Chromium has no sandbox. The others keep it from calling home at every
	 * start.
	 */
	private static final List<String> FLAGS = List.of("--no-sandbox", "--disable-gpu", "--disable-quic",
			"--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync");

	private static final Map<String, String> SCRIPTS = new ConcurrentHashMap<>();

	private final Playwright playwright;

	private final com.microsoft.playwright.Browser chromium;

	Browser() {
		BrowserType.LaunchOptions options = new BrowserType.LaunchOptions().setArgs(FLAGS);
		Chromium.find().ifPresent(options::setExecutablePath);
		// Otherwise it downloads three browsers here, wanted or not
		this.playwright = Playwright
			.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
		this.chromium = this.playwright.chromium().launch(options);
	}

	/** Opens a window, lets it be used and closes it. */
	void open(View view, Consumer<com.microsoft.playwright.Browser.NewContextOptions> more, Consumer<Page> use) {
		try (BrowserContext context = context(view, more)) {
			use.accept(page(context));
		}
	}

	/**
	 * A picture of a whole page, for people to look at. Chromium says now and then that
	 * it cannot ("Unable to capture screenshot"), and can when it is asked once more.
	 */
	static void picture(Page page, Path file) {
		Page.ScreenshotOptions whole = new Page.ScreenshotOptions().setFullPage(true).setPath(file);
		try {
			page.screenshot(whole);
		}
		catch (PlaywrightException ex) {
			page.screenshot(whole);
		}
	}

	private BrowserContext context(View view, Consumer<com.microsoft.playwright.Browser.NewContextOptions> more) {
		var options = new com.microsoft.playwright.Browser.NewContextOptions()
			.setViewportSize(view.width(), view.height())
			.setColorScheme(view.scheme())
			.setLocale("zh-CN");
		more.accept(options);
		return this.chromium.newContext(options);
	}

	private static Page page(BrowserContext context) {
		Page page = context.newPage();
		page.setDefaultTimeout(30000);
		return page;
	}

	void open(View view, Consumer<Page> use) {
		open(view, (options) -> {
		}, use);
	}

	/**
	 * A window in which no script runs. Buttons and links are pressed there by keyboard,
	 * {@code press(page, …, "Enter")}, or by a click that is forced: any other click
	 * waits for the page's next frames, and where scripts are off they came too late
	 * once.
	 */
	void openWithoutScripts(View view, Consumer<Page> use) {
		open(view, (options) -> options.setJavaScriptEnabled(false), use);
	}

	/**
	 * Opens a window in a browser of its own, which is then killed with all its processes
	 * and can say nothing any more.
	 */
	static void openAndKill(View view, Consumer<Page> use) {
		Set<Long> others = ProcessHandle.current().descendants().map(ProcessHandle::pid).collect(Collectors.toSet());
		try (Browser own = new Browser()) {
			use.accept(page(own.context(view, (options) -> {
			})));
			List<ProcessHandle> processes = ProcessHandle.current()
				.descendants()
				.filter((process) -> !others.contains(process.pid())
						&& process.info().command().orElse("").contains("chrom"))
				.toList();
			assertThat(processes).isNotEmpty();
			processes.forEach(ProcessHandle::destroyForcibly);
			processes.forEach((process) -> process.onExit().join());
		}
	}

	/**
	 * Clicks, and waits until the page that this leads to, if any, is there to its end:
	 * Playwright alone waits for its beginning, in which what is counted may not stand
	 * yet.
	 */
	static void click(Page page, String selector) {
		page.click(selector);
		page.waitForLoadState(LoadState.DOMCONTENTLOADED);
	}

	/** Presses a key, and waits as {@link #click} does. */
	static void press(Page page, String selector, String key) {
		page.press(selector, key);
		page.waitForLoadState(LoadState.DOMCONTENTLOADED);
	}

	/** What one of the checks in {@code checks.js} finds on a page. */
	static List<String> check(Page page, String check) {
		return ask(page, "checks", check);
	}

	/** What a function of a script in {@code src/test/resources/browser} answers. */
	static List<String> ask(Page page, String script, String function) {
		String code = SCRIPTS.computeIfAbsent(script,
				(name) -> "(check) => {\n" + resource("page") + resource(name) + "return checks[check]();\n}");
		List<?> answer = (List<?>) page.evaluate(code, function);
		return answer.stream().map(String::valueOf).toList();
	}

	private static String resource(String name) {
		try (InputStream in = Browser.class.getResourceAsStream("/browser/" + name + ".js")) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** What is wrong with a page in any of these windows. */
	static List<String> holds(Page page, List<View> views) {
		List<String> found = new ArrayList<>();
		page.evaluate(AxeBuilder.getAxeScript());
		for (View view : views) {
			page.setViewportSize(view.width(), view.height());
			page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(view.scheme()));
			check(page, "settle");
			for (String check : List.of("axe", "sideways", "smallTargets", "lostText")) {
				check(page, check).forEach((what) -> found.add(" at " + view + ": " + what));
			}
		}
		return found;
	}

	@Override
	public void close() {
		this.playwright.close();
	}

	/** A size of window in one of the two colour schemes. */
	record View(int width, ColorScheme scheme) {

		/** About as high as devices of that width are. */
		int height() {
			return (this.width < 700) ? 720 : (this.width < 1000) ? 1024 : 800;
		}

		@Override
		public String toString() {
			return this.width + " px, " + this.scheme.name().toLowerCase(Locale.ROOT);
		}

	}

}
