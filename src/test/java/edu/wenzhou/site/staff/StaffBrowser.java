package edu.wenzhou.site.staff;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

import static org.assertj.core.api.Assertions.assertThat;

/** A browser: keeps cookies, sends forms as they stand on the page. */
public class StaffBrowser {

	private final Map<String, String> cookies = new LinkedHashMap<>();

	private final Site site;

	private final String address;

	/**
	 * Of somebody whom a proxy says to be at that place of the network.
	 */
	public StaffBrowser(Site site, String address) {
		this.site = site;
		this.address = address;
	}

	static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
	}

	/** Goes on at another node, with what it has. */
	public StaffBrowser at(Site other) {
		StaffBrowser browser = new StaffBrowser(other, this.address);
		browser.cookies.putAll(this.cookies);
		return browser;
	}

	public Map<String, String> cookies() {
		return this.cookies;
	}

	public HttpResponse<String> get(String path) {
		return remember(this.site.send("GET", path, BodyPublishers.noBody(), headers()));
	}

	public Document page(String path) {
		HttpResponse<String> answer = get(path);
		assertThat(answer.statusCode()).as(path).isEqualTo(200);
		return Jsoup.parse(answer.body());
	}

	/** Sends exactly these fields. */
	public HttpResponse<String> post(String path, String... fields) {
		return postWith(Map.of(), path, fields);
	}

	/** The same with further headers. */
	public HttpResponse<String> postWith(Map<String, String> more, String path, String... fields) {
		StringBuilder body = new StringBuilder();
		for (int i = 0; i < fields.length; i += 2) {
			body.append(body.isEmpty() ? "" : "&")
				.append(encoded(fields[i]))
				.append('=')
				.append(encoded(fields[i + 1]));
		}
		List<String> headers = new ArrayList<>(List.of(headers()));
		headers.addAll(List.of("Content-Type", "application/x-www-form-urlencoded"));
		more.forEach((name, value) -> headers.addAll(List.of(name, value)));
		return remember(
				this.site.send("POST", path, BodyPublishers.ofString(body.toString()), headers.toArray(String[]::new)));
	}

	/**
	 * Opens a page and sends the form on it that goes to that address, with these fields
	 * filled in. A field that is named several times gets all these values, as boxes that
	 * are ticked do.
	 */
	public HttpResponse<String> submit(String page, String action, String... fields) {
		Element form = page(page).selectFirst("form[method=post][action=" + action + "]");
		assertThat(form).as("form to " + action + " on " + page).isNotNull();
		return submit(form, fields);
	}

	public HttpResponse<String> submit(Element form, String... fields) {
		Map<String, List<String>> values = new LinkedHashMap<>();
		for (Element field : form.select("input[name], select[name], textarea[name]")) {
			Element selected = field.selectFirst("option[selected]");
			boolean unchecked = Set.of("checkbox", "radio").contains(field.attr("type")) && !field.hasAttr("checked");
			if (!unchecked) {
				values.computeIfAbsent(field.attr("name"), (name) -> new ArrayList<>()).add(switch (field.tagName()) {
					case "select" -> ((selected != null) ? selected : field.selectFirst("option")).attr("value");
					case "textarea" -> field.wholeText();
					default -> field.attr("value");
				});
			}
		}
		Set<String> filled = new HashSet<>();
		for (int i = 0; i < fields.length; i += 2) {
			assertThat(form.select("[name=" + fields[i] + "]")).as(fields[i]).isNotEmpty();
			if (filled.add(fields[i])) {
				values.put(fields[i], new ArrayList<>());
			}
			values.get(fields[i]).add(fields[i + 1]);
		}
		List<String> all = new ArrayList<>();
		values.forEach((name, some) -> some.forEach((value) -> all.addAll(List.of(name, value))));
		return post(form.attr("action"), all.toArray(String[]::new));
	}

	public HttpResponse<String> signIn(String name, String password) {
		return submit("/staff/sign-in", "/staff/sign-in", "name", name, "password", password);
	}

	/** The token that forms of this visitor carry. */
	public String token() {
		String page = get("/staff").statusCode() == 200 ? "/staff" : "/staff/sign-in";
		return page(page).selectFirst("input[name=_csrf]").attr("value");
	}

	private String[] headers() {
		List<String> headers = new ArrayList<>(List.of("X-Forwarded-For", this.address));
		if (!this.cookies.isEmpty()) {
			headers.add("Cookie");
			headers.add(String.join("; ",
					this.cookies.entrySet().stream().map((one) -> one.getKey() + "=" + one.getValue()).toList()));
		}
		return headers.toArray(String[]::new);
	}

	private HttpResponse<String> remember(HttpResponse<String> answer) {
		for (String cookie : answer.headers().allValues("Set-Cookie")) {
			String[] pair = cookie.split(";", 2)[0].split("=", 2);
			if (cookie.contains("Max-Age=0")) {
				this.cookies.remove(pair[0]);
			}
			else {
				this.cookies.put(pair[0], pair[1]);
			}
		}
		return answer;
	}

	/** Where requests go. */
	@FunctionalInterface
	public interface Site {

		HttpResponse<String> send(String method, String path, BodyPublisher body, String... headers);

	}

}
