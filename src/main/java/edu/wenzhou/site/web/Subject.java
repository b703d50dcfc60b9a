package edu.wenzhou.site.web;

import java.time.Instant;
import java.util.List;

import edu.wenzhou.site.drawing.Theme;

/**
 * What a page is about, for those who do not read it as people do: search engines, and
 * whoever shows a link to it.
 *
 * @param kind what sort of page it is
 * @param article null for a page that is no article
 * @param things what it tells about; the first is its main subject
 * @param items the pages and places that a list leads to, in its order
 * @param pictures numbers of pictures in the library that show it, the leading one first
 * @param theme the drawing that stands for it
 */
public record Subject(Kind kind, Article article, List<Thing> things, List<Page.Crumb> items, List<Long> pictures,
		Theme theme) {

	/** A page of which nothing more is known. */
	static final Subject NONE = new Subject(Kind.PAGE, null, List.of(), List.of(), List.of(), Theme.COLLEGE);

	public Subject {
		things = List.copyOf(things);
		items = List.copyOf(items);
		pictures = List.copyOf(pictures);
	}

	/** A sort of page. */
	public enum Kind {

		PAGE, ABOUT, LIST

	}

	/**
	 * A text that was published on a day.
	 *
	 * @param published when
	 * @param section the heading that it stands under
	 * @param language of its text
	 * @param pictures addresses of those in it, without host
	 */
	public record Article(Instant published, String section, Language language, List<String> pictures) {

	}

}
