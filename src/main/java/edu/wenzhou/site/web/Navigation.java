package edu.wenzhou.site.web;

import java.util.List;

import org.springframework.stereotype.Component;

/**
 * The one menu, for header and footer. A new content type adds a line here and a message
 * {@code nav.<name>}.
 */
@Component("navigation")
public class Navigation {

	private static final List<Item> MAIN = List.of(new Item("about", "/about"), new Item("figures", "/about/figures"),
			new Item("history", "/about/history"), new Item("campuses", "/campuses"), new Item("schools", "/schools"),
			new Item("honours", "/honours"), new Item("partnerships", "/partnerships"), new Item("notices", "/notices"),
			new Item("sources", "/sources"));

	public List<Item> getItems() {
		return MAIN;
	}

	/**
	 * The item that a page belongs to, the most exact one; null on the front page and
	 * outside the menu.
	 */
	public Item current(Page page) {
		return MAIN.stream()
			.filter((item) -> page.isWithin(item.path()))
			.max((one, other) -> Integer.compare(one.path().length(), other.path().length()))
			.orElse(null);
	}

	/** A line of the menu; the message {@code nav.<name>} is its text. */
	public record Item(String name, String path) {

	}

}
