package edu.wenzhou.site;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route.FulfillOptions;
import edu.wenzhou.site.Browser.View;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A page with a form to edit content, made up: the real scripts and styles from the
 * running site, under its real policy, around a server that does what the test says.
 */
abstract class EditingTest extends BrowserTest {

	static final String ROOT = "/staff/content/12/";

	static final String EDIT = ROOT + "edit";

	private static final Pattern TEXT = Pattern.compile("th:(data-text-[a-z-]+)=\"#\\{([a-z.-]+)}\"");

	/** Shows the page with that text in its editor. */
	void editing(View view, String body, BiConsumer<Page, EditingServer> use) {
		editing(view, body, (options) -> {
		}, use);
	}

	void editing(View view, String body, Consumer<NewContextOptions> more, BiConsumer<Page, EditingServer> use) {
		browser().open(view, more, (page) -> {
			EditingServer server = serve(page, body);
			page.navigate(address(EDIT));
			use.accept(page, server);
			assertThat(server.violations()).isEmpty();
		});
	}

	/**
	 * Puts the cursor into the text. 20 ms after it has the focus, the editor puts its
	 * own selection back; a key that moves the cursor before that would be in vain.
	 */
	static void enter(Page page) {
		page.locator("[role=textbox]").click();
		page.evaluate("() => new Promise((done) => setTimeout(done, 25))");
	}

	/** Puts the made-up server behind the addresses of the form. */
	EditingServer serve(Page page, String body) {
		String policy = get("/").headers().firstValue("Content-Security-Policy").orElseThrow();
		EditingServer server = new EditingServer();
		page.addInitScript("""
				addEventListener('securitypolicyviolation', (event) =>
					console.error(`violation: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`))""");
		page.onConsoleMessage((message) -> {
			if (message.text().startsWith("violation")) {
				server.violations().add(message.text());
			}
		});
		page.route(address(ROOT) + "**", (route) -> {
			String path = route.request().url().substring(address(ROOT).length());
			if ("GET".equals(route.request().method()) && path.startsWith("edit")) {
				route.fulfill(new FulfillOptions().setContentType("text/html; charset=utf-8")
					.setHeaders(Map.of("Content-Security-Policy", policy, "Content-Type", "text/html; charset=utf-8"))
					.setBody(html(server, body)));
			}
			else {
				server.answer(route, path);
			}
		});
		page.route(address("/staff/media/choose.json") + "*", server::shelf);
		page.route(Pattern.compile("/staff/media/(\\d+/file/480|file/[a-c]{64})$"), (route) -> route
			.fulfill(new FulfillOptions().setContentType("image/svg+xml")
				.setBody(
						"<svg xmlns='http://www.w3.org/2000/svg' width='40' height='30'><path d='M0 0h40v30z'/></svg>")));
		return server;
	}

	private String html(EditingServer server, String body) {
		return """
				<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8">
				<meta name="viewport" content="width=device-width, initial-scale=1"><title>编辑</title>
				<link rel="icon" href="/img/icon.svg"><link rel="stylesheet" href="/css/site.css">
				<link rel="stylesheet" href="/css/staff.css"><link rel="stylesheet" href="/css/editor.css"></head>
				<body class="staff"><main id="main_content" class="s-main">
				<div class="s-h"><h1>编辑</h1></div>
				<form class="e-form" method="post" action="%1$sedit" data-autosave="%1$sautosave" data-pulse="%1$spulse" data-account="7">
				<input type="hidden" name="_csrf" value="token-0"><input type="hidden" name="base" value="%2$s">
				<input type="hidden" name="stamp" value="%3$s"><input type="hidden" name="tab" value="">
				<div class="field"><label for="field-title">标题</label><input id="field-title" name="title" value="%4$s"></div>
				<div class="field"><label for="field-kind">类别</label><select id="field-kind" name="kind"><option value="a">甲</option><option value="b">乙</option></select></div>
				<div class="field has-err"><label for="field-body">正文</label><p class="hint" id="field-body_hint">写给读者看的话</p>
				<p class="err" id="field-body_error">请填写正文</p>
				<textarea id="field-body" name="body" data-rich required lang="zh-CN" rows="12" aria-describedby="field-body_hint field-body_error" aria-invalid="true">%5$s</textarea></div>
				<p id="saved" class="e-saved" role="status" %6$s></p><p id="others" class="e-saved" role="status"></p>
				<p class="e-act"><button class="btn" type="submit">保存</button></p></form></main>
				<script type="module" src="/js/form.js"></script><script type="module" src="/js/editor/editor.js"></script></body></html>
				"""
			.formatted(ROOT, server.base(), server.stamp(), server.title(),
					body.replace("&", "&amp;").replace("<", "&lt;"), texts());
	}

	/** The texts as the fragment hands them to the script. */
	static String texts() {
		try (Reader reader = Files.newBufferedReader(Path.of("src/main/resources/staff-messages.properties"))) {
			Properties messages = new Properties();
			messages.load(reader);
			Matcher texts = TEXT
				.matcher(Files.readString(Path.of("src/main/resources/templates/staff/fragments/autosave.html")));
			StringBuilder attributes = new StringBuilder();
			while (texts.find()) {
				attributes.append("%s=\"%s\" ".formatted(texts.group(1), messages.getProperty(texts.group(2))));
			}
			return attributes.toString();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
