package edu.wenzhou.site;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.sun.net.httpserver.HttpServer;
import edu.wenzhou.site.Browser.View;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The checks find what they are for, so that their silence about our pages means
 * something.
 */
class BrowserChecksTests extends BrowserTest {

	@Test
	void aWidePageIsFound() {
		shown("<p id=wide style='width: 400px'>wide</p>",
				(page) -> assertThat(Browser.check(page, "sideways")).singleElement().asString().contains("p#wide"));
	}

	@Test
	void lostTextIsFound() {
		shown("<div style='width: 50px; overflow: hidden; white-space: nowrap'>this line is cut off</div>",
				(page) -> assertThat(Browser.check(page, "lostText")).singleElement()
					.asString()
					.contains("cut off by"));
		shown("<p style='height: 8px; margin: 0'>one</p><p style='margin: 0'>two</p>",
				(page) -> assertThat(Browser.check(page, "lostText")).singleElement().asString().contains("lies on"));
		shown("<p style='margin-left: -40px'>gone</p>",
				(page) -> assertThat(Browser.check(page, "lostText")).singleElement().asString().contains("outside"));
		shown("<p>all is well</p><div style='width: 50px; overflow: auto; white-space: nowrap'>this line scrolls</div>",
				(page) -> assertThat(Browser.check(page, "lostText")).isEmpty());
	}

	@Test
	void smallTargetsAreFoundUnlessInASentenceOrApart() {
		String small = "<a href=/ style='display: inline-block; width: 10px; height: 10px; overflow: hidden'>x</a>";
		shown(small + small, (page) -> assertThat(Browser.check(page, "smallTargets")).hasSize(2));
		shown(small + "<p style='margin: 40px 0'>A <a href=/>b</a> or <a href=/>c</a> in a sentence</p>" + small,
				(page) -> assertThat(Browser.check(page, "smallTargets")).isEmpty());
	}

	@Test
	void aShiftIsFound() {
		String late = """
				setTimeout(() => document.body.prepend(Object.assign(document.createElement('p'), {textContent: 'late'})), 300);
				""";
		shown("<p>first</p><script>" + late + "</script>", (page) -> {
			page.getByText("late").waitFor();
			assertThat(Browser.check(page, "shifts")).isNotEmpty();
		});
	}

	@Test
	void axeSpeaksUp() {
		shown("<p style='color: #aaa'>pale</p><img src=/img/icon.svg>", (page) -> {
			page.evaluate(AxeBuilder.getAxeScript());
			assertThat(Browser.check(page, "axe")).anyMatch((found) -> found.startsWith("color-contrast at body > p"))
				.anyMatch((found) -> found.startsWith("image-alt at body > img"));
		});
	}

	/** A page that comes in two parts, as a busy server may send it. */
	@Test
	void aPageIsThereToItsEndAfterAClick() throws IOException {
		HttpServer slow = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		slow.createContext("/", (exchange) -> {
			exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
			exchange.sendResponseHeaders(200, 0);
			try (OutputStream out = exchange.getResponseBody()) {
				String path = exchange.getRequestURI().getPath();
				out.write("<!DOCTYPE html><title>Made up</title><a id=on href=%sx>on</a>".formatted(path)
					.getBytes(StandardCharsets.UTF_8));
				out.flush();
				LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
				out.write("<p id=end>%s</p>".formatted(path).getBytes(StandardCharsets.UTF_8));
			}
		});
		slow.start();
		try {
			browser().open(new View(320, ColorScheme.LIGHT), (page) -> {
				page.navigate("http://localhost:" + slow.getAddress().getPort() + "/");
				Browser.click(page, "#on");
				assertThat(page.locator("#end").allTextContents()).containsExactly("/x");
				Browser.press(page, "#on", "Enter");
				assertThat(page.locator("#end").allTextContents()).containsExactly("/xx");
			});
		}
		finally {
			slow.stop(0);
		}
	}

	@Test
	void whatAPageSaysAndAsksForIsHeard() {
		browser().open(new View(320, ColorScheme.LIGHT), (page) -> {
			FirstView first = new FirstView(page);
			first.expect(address(MADE_UP));
			make(page, "<p>x</p><script>console.info('hello')</script><script>missing()</script><img src=/nowhere.png>"
					+ "<img src=http://127.0.0.1:9/x.png>");
			assertThat(first.console()).contains("info: hello")
				.anyMatch((said) -> said.contains("missing is not defined"));
			assertThat(first.failures()).anyMatch((failed) -> failed.equals("404 " + address("/nowhere.png")))
				.anyMatch((failed) -> failed.endsWith(":9/x.png"));
			assertThat(first.requests()).contains(address(MADE_UP), address("/nowhere.png"));
			assertThat(first.bytes()).isPositive();
		});
	}

	@Test
	void focusThatIsUnseenCoveredOrTrappedIsFound() {
		shown("<a href=/ style='outline: none'>bare</a> <a href=/ style='outline: 2px solid #eee'>pale</a>", (page) -> {
			List<String> found = KeyboardTests.walk(page);
			assertThat(found).hasSize(2).allMatch((what) -> what.startsWith("focus is not seen"));
		});
		shown("<a href=/>hidden</a><div style='position: fixed; inset: 0; background: white'></div>",
				(page) -> assertThat(KeyboardTests.walk(page)).singleElement().asString().startsWith("covered"));
		shown("<a href=/ onkeydown='return false'>trap</a> <a href=/>never</a>",
				(page) -> assertThat(KeyboardTests.walk(page)).singleElement().asString().startsWith("not reached"));
		shown("<a href=/>well</a> <button>done</button>", (page) -> assertThat(KeyboardTests.walk(page)).isEmpty());
	}

	private void shown(String body, Consumer<Page> test) {
		browser().open(new View(320, ColorScheme.LIGHT), (page) -> {
			make(page, body);
			test.accept(page);
		});
	}

}
