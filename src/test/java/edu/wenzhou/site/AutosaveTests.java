package edu.wenzhou.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import edu.wenzhou.site.Browser.View;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What {@code form.js} does for somebody who writes. The page's clock stands still and is
 * moved by the tests.
 */
class AutosaveTests extends EditingTest {

	private static final View DESK = new View(1280, ColorScheme.LIGHT);

	private static final String SAVING = "正在自动保存…";

	@Test
	void savesTwoSecondsAfterTheLastChange() {
		writing((page, server) -> {
			page.fill("[name=title]", "一");
			page.clock().runFor(1500);
			page.fill("[name=title]", "一二");
			page.clock().runFor(1900);
			assertThat(status(page)).isEqualTo("有改动，还没有保存");
			page.clock().runFor(200);
			saved(page, server, 1);
			assertThat(server.saves().get(0)).containsEntry("title", "一二")
				.containsEntry("base", "5")
				.containsEntry("stamp", "1")
				.containsEntry("body", "<p>原文</p>")
				.containsEntry("kind", "a");
			assertThat(server.saves().get(0).get("tab")).hasSizeGreaterThan(20);
			assertThat(page.inputValue("[name=stamp]")).isEqualTo("2");
			assertThat(page.getAttribute("#saved", "aria-live")).as("not read out").isEqualTo("off");
			assertThat(local(page)).isEmpty();
			page.clock().runFor(20000);
			assertThat(server.saves()).hasSize(1);
		});
	}

	@Test
	void savesAfterFourSecondsWhileTypingGoesOn() {
		writing((page, server) -> {
			StringBuilder text = new StringBuilder();
			for (int second = 0; second < 4; second++) {
				page.fill("[name=title]", text.append("字").toString());
				page.clock().runFor(990);
				assertThat(server.saves()).isEmpty();
			}
			page.fill("[name=title]", text.append("字").toString());
			page.clock().runFor(100);
			saved(page, server, 1);
		});
	}

	@Test
	void theEditorAndChoicesAreSavedToo() {
		writing((page, server) -> {
			EditorTests.text(page).click();
			page.keyboard().press("Control+End");
			page.keyboard().type("更多");
			page.selectOption("[name=kind]", "b");
			page.clock().runFor(2100);
			saved(page, server, 1);
			assertThat(server.saves().get(0)).containsEntry("body", "<p>原文更多</p>").containsEntry("kind", "b");
		});
	}

	@Test
	void neverSavesWhileAWordIsBeingComposed() {
		writing((page, server) -> {
			page.focus("[name=title]");
			page.evaluate(
					"document.activeElement.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }))");
			page.fill("[name=title]", "wen zhou");
			page.clock().runFor(10000);
			assertThat(status(page)).isNotEqualTo(SAVING);
			assertThat(server.saves()).isEmpty();
			page.fill("[name=title]", "温州");
			page.evaluate(
					"document.activeElement.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true }))");
			page.clock().runFor(1);
			saved(page, server, 1);
			assertThat(server.saves().get(0)).containsEntry("title", "温州");
		});
	}

	@Test
	void whatFallsDueInTheMiddleOfAWordWaitsForItsEnd() {
		writing((page, server) -> {
			page.fill("[name=title]", "温");
			page.clock().runFor(1000);
			page.evaluate(
					"document.activeElement.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }))");
			page.clock().runFor(5000);
			assertThat(status(page)).isEqualTo("有改动，还没有保存");
			page.evaluate(
					"document.activeElement.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true }))");
			saved(page, server, 1);
		});
	}

	@Test
	void oneRequestAtATime() {
		writing((page, server) -> {
			List<Route> held = new ArrayList<>();
			server.onSave(held::add);
			page.fill("[name=title]", "一");
			page.clock().runFor(2100);
			page.waitForCondition(() -> held.size() == 1);
			page.fill("[name=title]", "二");
			page.clock().runFor(5000);
			assertThat(server.saves()).hasSize(1);
			server.onSave(server::accept);
			server.accept(held.get(0));
			page.waitForCondition(() -> "2".equals(page.inputValue("[name=stamp]")));
			assertThat(local(page)).as("what is not yet saved").contains("二");
			page.clock().runFor(2000);
			saved(page, server, 2);
			assertThat(server.saves().get(1)).containsEntry("title", "二").containsEntry("stamp", "2");
			assertThat(local(page)).isEmpty();
		});
	}

	@Test
	void aCopyIsKeptHereWithinASecondAndHoldsNoSecret() {
		writing((page, server) -> {
			page.evaluate(
					"""
							() => document.forms[0].insertAdjacentHTML('beforeend', '<input name="pin" type="password" value="geheim">')""");
			page.fill("[name=title]", "未存");
			page.clock().runFor(1000);
			assertThat(local(page)).contains("未存", "draft:7:/staff/content/12/edit")
				.doesNotContain("geheim", "token", "_csrf");
		});
	}

	@Test
	void somebodyElsesTextStopsIt() {
		writing((page, server) -> {
			server.onSave((route) -> EditingServer.json(route, 409,
					"{\"who\":\"李四\",\"at\":\"10:20\",\"href\":\"/staff/content/12/merge\"}"));
			page.fill("[name=title]", "我的");
			page.clock().runFor(2100);
			page.waitForSelector("#saved a");
			assertThat(status(page)).contains("李四 在 10:20 保存过").endsWith("比较两份文字");
			assertThat(page.getAttribute("#saved", "aria-live")).isEqualTo("polite");
			assertThat(page.getAttribute("#saved a", "href")).isEqualTo("/staff/content/12/merge");
			page.fill("[name=title]", "我的，更多");
			page.clock().runFor(60000);
			assertThat(server.saves()).hasSize(1);
			assertThat(local(page)).contains("我的，更多");
			page.click("button[type=submit]");
			page.waitForSelector("#done");
			assertThat(server.submissions()).singleElement()
				.satisfies((sent) -> assertThat(sent).containsEntry("title", "我的，更多").containsEntry("stamp", "1"));
		});
	}

	@Test
	void whoHasBeenSignedOutGoesOnAfterwards() {
		for (int status : List.of(401, 403, 302)) {
			writing((page, server) -> {
				server.onSave((route) -> refuse(server, route, status));
				server.onPulse((route) -> refuse(server, route, status));
				page.fill("[name=title]", "写着写着");
				page.clock().runFor(2100);
				page.waitForSelector("#saved a");
				assertThat(status(page)).contains("已经退出登录", "文字已留在这台电脑上");
				assertThat(page.getAttribute("#saved a", "href"))
					.isEqualTo("/staff/sign-in?next=%2Fstaff%2Fcontent%2F12%2Fedit");
				assertThat(page.getAttribute("#saved a", "target")).isEqualTo("_blank");
				assertThat(local(page)).contains("写着写着");
				server.onSave(server::accept);
				server.onPulse((route) -> server.alive(route, "8", "[]"));
				page.evaluate("dispatchEvent(new Event('focus'))");
				page.waitForCondition(() -> status(page).contains("另一个账号"));
				assertThat(server.saves()).hasSize(1);
				server.onPulse(server::alive);
				page.evaluate("dispatchEvent(new Event('focus'))");
				saved(page, server, 2);
				assertThat(server.saves().get(1)).containsEntry("title", "写着写着")
					.containsEntry("_csrf", "token-" + server.pulses());
				assertThat(local(page)).isEmpty();
			});
		}
	}

	private static void refuse(EditingServer server, Route route, int status) {
		if (status == 302) {
			route.fulfill(new Route.FulfillOptions().setStatus(302).setHeaders(Map.of("Location", "/staff/sign-in")));
		}
		else {
			server.refuse(route, status);
		}
	}

	@Test
	void triesAgainLaterAndLater() {
		writing((page, server) -> {
			server.onSave((route) -> server.refuse(route, 503));
			page.fill("[name=title]", "一");
			page.clock().runFor(2100);
			int tries = 1;
			for (int seconds : List.of(5, 10, 20, 40, 60, 60)) {
				int expected = tries;
				page.waitForCondition(() -> server.saves().size() == expected && status(page).startsWith("没有保存成功"));
				assertThat(status(page)).contains("文字已留在这台电脑上");
				page.fill("[name=title]", "改" + tries);
				page.clock().runFor(seconds * 1000 - 200);
				assertThat(server.saves()).hasSize(tries);
				page.clock().runFor(300);
				tries++;
				int next = tries;
				page.waitForCondition(() -> server.saves().size() == next);
			}
			page.waitForCondition(() -> status(page).startsWith("没有保存成功"));
			server.onSave(server::accept);
			page.clock().runFor(60000);
			saved(page, server, tries + 1);
			assertThat(server.saves().get(tries)).containsEntry("title", "改6");
		});
	}

	@Test
	void anAnswerThatDoesNotComeIsAFailure() {
		writing((page, server) -> {
			server.onSave((route) -> {
			});
			page.fill("[name=title]", "一");
			page.clock().runFor(2100);
			page.waitForCondition(() -> server.saves().size() == 1);
			page.clock().runFor(8000);
			page.waitForCondition(() -> status(page).startsWith("没有保存成功"));
		});
	}

	@Test
	void savesWhenTheNetworkIsBack() {
		writing((page, server) -> {
			server.onSave(Route::abort);
			page.context().setOffline(true);
			page.fill("[name=title]", "离线");
			page.clock().runFor(2100);
			page.waitForCondition(() -> status(page).startsWith("网络断了"));
			assertThat(local(page)).contains("离线");
			server.onSave(server::accept);
			page.context().setOffline(false);
			page.waitForCondition(() -> status(page).startsWith("已自动保存"));
			assertThat(server.saves()).last().satisfies((sent) -> assertThat(sent).containsEntry("title", "离线"));
		});
	}

	@Test
	void whatWasNotSavedIsOfferedAndRestored() {
		reopened((page, server) -> {
			assertThat(page.textContent(".e-found")).contains("还没有保存到网站", "恢复", "丢弃");
			assertThat(page.inputValue("[name=title]")).isEqualTo("旧标题");
			assertThat(EditorTests.value(page)).isEqualTo("<p>原文</p>");
			page.getByText("恢复").click();
			assertThat(page.inputValue("[name=title]")).isEqualTo("没存的标题");
			assertThat(page.inputValue("[name=kind]")).isEqualTo("b");
			assertThat(EditorTests.value(page)).isEqualTo("<p>没存的正文</p>");
			assertThat(EditorTests.text(page).textContent()).isEqualTo("没存的正文");
			assertThat(page.locator(".e-found").count()).isZero();
			page.clock().runFor(2100);
			saved(page, server, 1);
			assertThat(server.saves()).last()
				.satisfies((sent) -> assertThat(sent).containsEntry("title", "没存的标题").containsEntry("stamp", "1"));
			assertThat(local(page)).isEmpty();
		});
	}

	@Test
	void whatWasNotSavedIsKeptUntilSomebodyChooses() {
		reopened((page, server) -> {
			page.fill("[name=title]", "别的");
			page.clock().runFor(2100);
			page.waitForCondition(() -> status(page).startsWith("已自动保存"));
			page.reload();
			assertThat(page.textContent(".e-found")).contains("还没有保存到网站");
			page.getByText("丢弃").click();
			assertThat(local(page)).isEmpty();
			assertThat(page.inputValue("[name=title]")).isEqualTo("旧标题");
			page.reload();
			page.waitForCondition(() -> !page.inputValue("[name=tab]").isEmpty());
			assertThat(page.locator(".e-found").count()).isZero();
		});
	}

	/** Types, loses the window before anything is sent, and opens the page again. */
	private void reopened(BiConsumer<Page, EditingServer> use) {
		browser().open(DESK, (killed) -> {
			BrowserContext context = killed.context();
			EditingServer lost = serve(killed, "<p>原文</p>");
			lost.onSave(Route::abort);
			open(killed);
			killed.fill("[name=title]", "没存的标题");
			killed.selectOption("[name=kind]", "b");
			EditorTests.text(killed).click();
			killed.keyboard().press("Control+A");
			killed.keyboard().insertText("没存的正文");
			killed.clock().runFor(1500);
			// As when the machine is switched off: nobody is asked, no event comes
			killed.close(new Page.CloseOptions().setRunBeforeUnload(false));
			Page page = context.newPage();
			EditingServer server = serve(page, "<p>原文</p>");
			open(page);
			use.accept(page, server);
			assertThat(server.violations()).isEmpty();
		});
	}

	@Test
	void aCopyThatTheServerHasIsNotOffered() {
		writing((page, server) -> {
			page.evaluate(
					"""
							() => localStorage.setItem('draft:7:/staff/content/12/edit', JSON.stringify({ base: '5', stamp: '1', at: '10:00',
								tab: 'x', fields: { title: ['旧标题'], kind: ['a'], body: ['<p>原文 <a href="/a" rel="noopener">x</a></p>'] } }))""");
			EditingServer again = serve(page, "<p>原文 <a href=\"/a\">x</a></p>");
			open(page);
			assertThat(page.locator(".e-found").count()).isZero();
			assertThat(local(page)).isEmpty();
			assertThat(again.saves()).isEmpty();
		});
	}

	@Test
	void tellsWhoElseHasThePageOpen() {
		writing((page, server) -> {
			assertThat(page.textContent("#others")).isEmpty();
			server.onPulse((route) -> server.alive(route, "7",
					"[{\"name\":\"李四\",\"since\":\"10:20\"},{\"name\":\"<b>王五$&\",\"since\":\"10:25\"}]"));
			pulse(page, server);
			page.waitForCondition(() -> !page.textContent("#others").isEmpty());
			assertThat(page.textContent("#others")).isEqualTo("李四 10:20 起也打开着这一页；<b>王五$& 10:25 起也打开着这一页");
			page.evaluate(
					"""
							() => new MutationObserver(() => { window.changed = true; })
								.observe(document.getElementById('others'), { childList: true, characterData: true, subtree: true })""");
			pulse(page, server);
			pulse(page, server);
			assertThat(page.evaluate("window.changed")).isNull();
		});
	}

	@Test
	void tellsEarlyThatSomebodyElseHasSaved() {
		writing((page, server) -> {
			server.movesOn();
			pulse(page, server);
			page.waitForSelector("#saved a");
			assertThat(status(page)).contains("在别处保存过").endsWith("重新打开");
			page.fill("[name=title]", "一");
			page.clock().runFor(10000);
			assertThat(server.saves()).isEmpty();
		});
	}

	@Test
	void eachWindowHasAnIdOfItsOwn() {
		Set<String> tabs = new TreeSet<>();
		browser().open(DESK, (first) -> {
			Page second = first.context().newPage();
			for (Page page : List.of(first, second)) {
				serve(page, "<p>原文</p>");
				open(page);
				tabs.add(page.inputValue("[name=tab]"));
			}
		});
		assertThat(tabs).hasSize(2).doesNotContain("");
	}

	@Test
	void leavingIsAskedAboutOnlyWithUnsavedText() {
		writing((page, server) -> {
			List<String> asked = new ArrayList<>();
			// Playwright does not see what a page sends while it goes
			page.addInitScript("""
					const send = window.fetch;
					window.fetch = (address, options) => {
						if (options.keepalive) {
							sessionStorage.sent = options.body;
						}
						return send(address, options);
					};""");
			open(page);
			page.onDialog((dialog) -> {
				asked.add(dialog.type());
				dialog.accept();
			});
			page.fill("[name=title]", "一");
			page.clock().runFor(2100);
			saved(page, server, 1);
			page.reload();
			assertThat(asked).isEmpty();
			page.waitForCondition(() -> !page.inputValue("[name=tab]").isEmpty());
			page.click("[name=title]");
			page.keyboard().type("二");
			page.reload();
			assertThat(asked).containsExactly("beforeunload");
			assertThat(server.saves()).hasSize(1);
			assertThat((String) page.evaluate("sessionStorage.sent")).contains("title=%E6%97%A7").contains("%E4%BA%8C");
		});
	}

	@Test
	void theButtonSendsOnceAndSaysWhereTheFocusWas() {
		writing((page, server) -> {
			EditorTests.text(page).click();
			page.keyboard().type("新");
			page.evaluate("""
					() => {
						const button = document.querySelector('button[type=submit]');
						button.click();
						button.click();
					}""");
			page.waitForSelector("#done");
			assertThat(server.submissions()).singleElement()
				.satisfies((sent) -> assertThat(sent).containsEntry("focus", "field-body"));
			assertThat(local(page)).as("until the page says that it has arrived").contains("\"submitted\":true");
			server.movesOn();
			open(page);
			assertThat(page.locator(".e-found").count()).isZero();
			assertThat(local(page)).isEmpty();
		});
	}

	@Test
	void theButtonWaitsForASaveUnderWay() {
		writing((page, server) -> {
			List<Route> held = new ArrayList<>();
			server.onSave(held::add);
			page.fill("[name=title]", "一");
			page.clock().runFor(2100);
			page.waitForCondition(() -> held.size() == 1);
			page.click("button[type=submit]");
			assertThat(server.submissions()).isEmpty();
			server.accept(held.get(0));
			page.waitForSelector("#done");
			assertThat(server.submissions()).singleElement()
				.satisfies((sent) -> assertThat(sent).containsEntry("stamp", "2"));
		});
	}

	@Test
	void aBrowserThatKeepsNothingSavesAllTheSame() {
		browser().open(DESK, (page) -> {
			EditingServer server = serve(page, "<p>原文</p>");
			page.addInitScript(
					"Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }");
			open(page);
			page.fill("[name=title]", "一");
			page.clock().runFor(2100);
			saved(page, server, 1);
			server.onSave((route) -> server.refuse(route, 500));
			page.fill("[name=title]", "二");
			page.clock().runFor(2100);
			page.waitForCondition(() -> status(page).contains("文字没能留在这台电脑上"));
		});
	}

	/**
	 * Goes to the next pulse and not beyond it, since its answer comes in our time, not
	 * in that of the page: there it would be late.
	 */
	private static void pulse(Page page, EditingServer server) {
		int before = server.pulses();
		Object sent = page.evaluate("window.pulses");
		for (int second = 0; second < 31 && sent.equals(page.evaluate("window.pulses")); second++) {
			page.clock().runFor(1000);
		}
		page.waitForCondition(() -> server.pulses() > before);
	}

	/** Opens the page, its clock standing still. */
	private void writing(BiConsumer<Page, EditingServer> use) {
		browser().open(DESK, (page) -> {
			EditingServer server = serve(page, "<p>原文</p>");
			open(page);
			page.waitForCondition(() -> !"token-0".equals(page.inputValue("[name=_csrf]")));
			use.accept(page, server);
			assertThat(server.violations()).isEmpty();
			// A pulse may be under way, and its answer would come to a window that is
			// closed
			page.unrouteAll();
		});
	}

	private void open(Page page) {
		page.clock().install();
		page.addInitScript("""
				const ask = window.fetch;
				window.pulses = 0;
				window.fetch = (address, ...more) => {
					window.pulses += String(address).includes('pulse') ? 1 : 0;
					return ask(address, ...more);
				};""");
		page.navigate(address(EDIT));
		EditorTests.text(page).waitFor();
		page.waitForCondition(() -> !page.inputValue("[name=tab]").isEmpty());
		// Before the second pulse
		page.clock().pauseAt(((Number) page.evaluate("Date.now()")).longValue() + 10000);
	}

	private static void saved(Page page, EditingServer server, int times) {
		page.waitForCondition(() -> server.saves().size() == times);
		page.waitForCondition(() -> status(page).equals("已自动保存 10:32"));
	}

	private static String status(Page page) {
		return page.textContent("#saved");
	}

	/** All that is kept in the browser. */
	private static String local(Page page) {
		String all = (String) page.evaluate("JSON.stringify({ ...localStorage })");
		return "{}".equals(all) ? "" : all.replace("\\\"", "\"");
	}

}
