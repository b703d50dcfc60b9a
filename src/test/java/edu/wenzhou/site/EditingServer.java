package edu.wenzhou.site;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.Route.FulfillOptions;

/** What answers the form of an {@link EditingTest}. */
final class EditingServer {

	private final List<Map<String, String>> saves = new ArrayList<>();

	private final List<Map<String, String>> submissions = new ArrayList<>();

	private final List<String> violations = new ArrayList<>();

	private final List<String> searches = new ArrayList<>();

	private int stamp = 1;

	private int pulses;

	private String title = "旧标题";

	private Consumer<Route> onSave = this::accept;

	private Consumer<Route> onPulse = this::alive;

	void answer(Route route, String path) {
		Request request = route.request();
		switch (path) {
			case "autosave" -> {
				this.saves.add(fields(request));
				this.onSave.accept(route);
			}
			case "pulse" -> {
				this.pulses++;
				this.onPulse.accept(route);
			}
			case "edit" -> {
				this.submissions.add(fields(request));
				route.fulfill(new FulfillOptions().setContentType("text/html; charset=utf-8")
					.setBody("<!DOCTYPE html><html lang=zh-CN><title>好</title><p id=done>已保存"));
			}
			default -> route.fulfill(new FulfillOptions().setStatus(404));
		}
	}

	/** Saves, as the server does when all is well. */
	void accept(Route route) {
		this.stamp++;
		json(route, 200, "{\"base\":\"5\",\"stamp\":\"%d\",\"at\":\"10:32\"}".formatted(this.stamp));
	}

	void alive(Route route) {
		alive(route, "7", "[]");
	}

	void alive(Route route, String account, String others) {
		json(route, 200, "{\"token\":\"token-%d\",\"account\":%s,\"others\":%s,\"base\":\"5\",\"stamp\":\"%d\"}"
			.formatted(this.pulses, account, others, this.stamp));
	}

	void refuse(Route route, int status) {
		json(route, status, "{}");
	}

	static void json(Route route, int status, String body) {
		route.fulfill(
				new FulfillOptions().setStatus(status).setContentType("application/json; charset=utf-8").setBody(body));
	}

	/** Three pictures on two pages. */
	void shelf(Route route) {
		this.searches.add(route.request().url().replaceAll(".*\\?", ""));
		boolean second = route.request().url().contains("page=2");
		json(route, 200, "{\"items\":[%s],\"page\":%d,\"pages\":2}"
			.formatted(second ? picture('c', "第三张") : picture('a', "实训楼") + "," + picture('b', ""), second ? 2 : 1));
	}

	/** As the library describes one. */
	private static String picture(char one, String alt) {
		return """
				{"id":%1$d,"sha256":"%2$s","url":"%3$s","thumb":"/staff/media/%1$d/file/480","alt":"%4$s","width":640,"height":480}"""
			.formatted((int) one, String.valueOf(one).repeat(64), address(one), alt);
	}

	/** Of a file with a Chinese name and a blank in it. */
	static String address(char one) {
		return "/media/" + String.valueOf(one).repeat(64) + "/%E5%AE%9E%E8%AE%AD%20" + one + ".jpg";
	}

	private static Map<String, String> fields(Request request) {
		Map<String, String> fields = new LinkedHashMap<>();
		for (String pair : request.postData().split("&")) {
			String[] parts = pair.split("=", 2);
			fields.put(decoded(parts[0]), decoded(parts[1]));
		}
		return fields;
	}

	private static String decoded(String text) {
		return URLDecoder.decode(text, StandardCharsets.UTF_8);
	}

	void onSave(Consumer<Route> answer) {
		this.onSave = answer;
	}

	void onPulse(Consumer<Route> answer) {
		this.onPulse = answer;
	}

	/** What the autosaves sent. */
	List<Map<String, String>> saves() {
		return this.saves;
	}

	/** What the button sent. */
	List<Map<String, String>> submissions() {
		return this.submissions;
	}

	List<String> searches() {
		return this.searches;
	}

	List<String> violations() {
		return this.violations;
	}

	int pulses() {
		return this.pulses;
	}

	String base() {
		return "5";
	}

	String stamp() {
		return String.valueOf(this.stamp);
	}

	String title() {
		return this.title;
	}

	void setTitle(String title) {
		this.title = title;
	}

	/** Somebody else saves. */
	void movesOn() {
		this.stamp++;
	}

}
