package edu.wenzhou.site;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.google.gson.JsonObject;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;

/**
 * Listens to what a window asks for and says while it shows one page after the other,
 * each as a visitor's first: nothing is taken from a cache.
 */
final class FirstView {

	private final Map<String, String> asked = new LinkedHashMap<>();

	private final List<String> failed = new ArrayList<>();

	private final List<String> said = new ArrayList<>();

	private final Map<String, Long> bytes = new LinkedHashMap<>();

	private final Map<String, Long> iconSizes = new HashMap<>();

	private final Page page;

	private final CDPSession devtools;

	private String address;

	FirstView(Page page) {
		this.page = page;
		page.onConsoleMessage((message) -> {
			boolean errorPage = message.location().startsWith(this.address + ":")
					&& message.text().contains("status of 40");
			if (!errorPage) {
				this.said.add(message.type() + ": " + message.text());
			}
		});
		page.onPageError((error) -> this.said.add("exception: " + error));
		this.devtools = page.context().newCDPSession(page);
		this.devtools.on("Network.requestWillBeSent", (event) -> this.asked.put(text(event, "requestId"),
				event.getAsJsonObject("request").get("url").getAsString()));
		this.devtools.on("Network.loadingFinished", (event) -> asked(event)
			.ifPresent((url) -> this.bytes.merge(url, event.get("encodedDataLength").getAsLong(), Long::sum)));
		this.devtools.on("Network.loadingFailed",
				(event) -> asked(event).ifPresent((url) -> this.failed.add(text(event, "errorText") + " " + url)));
		this.devtools.on("Network.responseReceived", (event) -> {
			JsonObject response = event.getAsJsonObject("response");
			String url = text(response, "url");
			if (asked(event).isPresent() && !url.equals(this.address) && response.get("status").getAsInt() >= 400) {
				this.failed.add(response.get("status") + " " + url);
			}
		});
		this.devtools.send("Network.enable");
		JsonObject disabled = new JsonObject();
		disabled.addProperty("cacheDisabled", true);
		this.devtools.send("Network.setCacheDisabled", disabled);
	}

	/**
	 * The address of a request of this page; what the page before left is passed over.
	 */
	private Optional<String> asked(JsonObject event) {
		return Optional.ofNullable(this.asked.get(text(event, "requestId")));
	}

	private static String text(JsonObject event, String key) {
		return event.get(key).getAsString();
	}

	/** Forgets the page before. */
	void expect(String address) {
		this.address = address;
		this.asked.clear();
		this.failed.clear();
		this.said.clear();
		this.bytes.clear();
	}

	/** The letter size in the visitor's browser settings; 16 is usual. */
	void letters(int pixels) {
		JsonObject sizes = new JsonObject();
		sizes.addProperty("standard", pixels);
		JsonObject parameters = new JsonObject();
		parameters.add("fontSizes", sizes);
		this.devtools.send("Page.setFontSizes", parameters);
	}

	/** The addresses of all requests so far, with the icon, which comes when it likes. */
	List<String> requests() {
		Set<String> requests = new LinkedHashSet<>(this.asked.values());
		requests.addAll(icons());
		return List.copyOf(requests);
	}

	private List<String> icons() {
		return Browser.check(this.page, "icons");
	}

	/** Requests that failed, or whose answer is an error. */
	List<String> failures() {
		return List.copyOf(this.failed);
	}

	/** All that went to the console. */
	List<String> console() {
		return List.copyOf(this.said);
	}

	/** Compressed, with headers, as it came over the network; the icon as it is. */
	long bytes() {
		List<String> icons = icons();
		long others = this.bytes.entrySet()
			.stream()
			.filter((entry) -> !icons.contains(entry.getKey()))
			.mapToLong(Map.Entry::getValue)
			.sum();
		return others + icons.stream().mapToLong((icon) -> this.iconSizes.computeIfAbsent(icon, this::size)).sum();
	}

	private long size(String icon) {
		APIResponse answer = this.page.request().get(icon);
		if (!answer.ok()) {
			throw new AssertionError("the icon " + icon + " answers " + answer.status());
		}
		return answer.body().length;
	}

}
