package edu.wenzhou.site.web;

import java.time.Instant;
import java.util.List;

/**
 * What the layout says about a page; every public controller fills one in, by
 * {@link Pages}.
 *
 * @param path without language and query; decides the current menu item
 * @param title what the page is called, without the site's name
 * @param titleLang the {@code lang} attribute that the title needs; null where the page's
 * own language is right
 * @param documentTitle the same with the site's name, for the browser and search results
 * @param description one or two sentences for search results
 * @param canonical the one public address, query included where it names another page;
 * null for an error page and for what a search finds
 * @param alternates the canonical addresses in all languages, this one included; empty
 * for a page that search engines are to leave out
 * @param other the path of the page in the other language, the visitor's choices
 * included; null for an error page
 * @param crumbs the way from the front page, this page excluded; empty on the front page
 * @param changed when its content last changed, to the second; null where that is not
 * known
 * @param robots what search engines are asked to do with the page
 * @param subject what it is about, for machines
 */
public record Page(String path, String title, String titleLang, String documentTitle, String description,
		String canonical, List<Version> alternates, Version other, List<Crumb> crumbs, Instant changed, String robots,
		Subject subject) {

	/** Whether search engines are not asked to leave the page out. */
	public boolean indexed() {
		return !this.robots.startsWith(Pages.UNLISTED);
	}

	/** A step of the way to a page. */
	public record Crumb(String path, String title) {

	}

	/**
	 * The page in one language.
	 *
	 * @param language as in {@code hreflang}
	 */
	public record Version(String language, String address) {

	}

	/** Whether this is the page at that path, or one below it. */
	public boolean isWithin(String ancestor) {
		return this.path.equals(ancestor) || this.path.startsWith(ancestor + "/");
	}

}
