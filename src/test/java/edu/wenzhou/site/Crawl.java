package edu.wenzhou.site;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Every page that a visitor can reach from the front page by links, with its answer.
 *
 * @param answers path, query included, to the answer
 * @param pages path to the parsed page, for answers that are HTML
 */
public record Crawl(Map<String, HttpResponse<String>> answers, Map<String, Document> pages) {

	public static Crawl of(Function<String, HttpResponse<String>> get) {
		Map<String, HttpResponse<String>> answers = new LinkedHashMap<>();
		Map<String, Document> pages = new LinkedHashMap<>();
		Deque<String> waiting = new ArrayDeque<>();
		waiting.add("/");
		while (!waiting.isEmpty()) {
			String path = waiting.remove();
			if (answers.containsKey(path)) {
				continue;
			}
			HttpResponse<String> answer = get.apply(path);
			answers.put(path, answer);
			if (!answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
				continue;
			}
			Document page = Jsoup.parse(answer.body());
			pages.put(path, page);
			for (Element link : page.select("a[href], link[rel=stylesheet][href], script[src], img[src]")) {
				String target = link.hasAttr("href") ? link.attr("href") : link.attr("src");
				if (target.startsWith("/")) {
					waiting.add(withoutFragment(target));
				}
			}
		}
		return new Crawl(answers, pages);
	}

	/** The pages that machines are told about: all but what a search finds. */
	public Map<String, Document> described() {
		Map<String, Document> described = new LinkedHashMap<>(this.pages);
		described.values().removeIf((page) -> page.select("link[rel=canonical]").isEmpty());
		return described;
	}

	static String withoutFragment(String target) {
		int hash = target.indexOf('#');
		return (hash < 0) ? target : target.substring(0, hash);
	}

	/**
	 * The page that a link on another page leads to, and the fragment in it; null without
	 * one.
	 */
	public Element target(String from, String href) {
		String path = withoutFragment(href);
		Document page = this.pages.get(path.isEmpty() ? from : path);
		String fragment = URI.create(href).getFragment();
		return (page == null || fragment == null) ? page : page.getElementById(fragment);
	}

}
