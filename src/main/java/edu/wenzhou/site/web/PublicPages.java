package edu.wenzhou.site.web;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * All public pages and when each last changed. Each stands in both languages; paths are
 * without. Parts of lists, filtered lists, search results and files are not among them.
 */
public interface PublicPages {

	/**
	 * When the content of a page, or of what it shows, last changed in a way that readers
	 * notice; neither a new template nor a restart counts. To the second, as HTTP,
	 * sitemaps and feeds have it.
	 * @return nothing for a path that is no public page
	 */
	Optional<Instant> changed(String path);

	/** Those of the paths at which an item has its page. One SQL statement. */
	Map<String, PublicPage> items(Collection<String> paths);

	/** Those of some paths that are public pages now, in one statement. */
	Set<String> among(Collection<String> paths);

	/**
	 * Calls for each page, the fixed ones first, then those of items, the oldest first.
	 * However many there are, they are never all in memory.
	 */
	default void each(Consumer<PublicPage> consumer) {
		each(0, Long.MAX_VALUE, consumer);
	}

	/**
	 * The same for the pages whose numbers lie in a stretch.
	 * @param from the first number
	 * @param below the first number that is not meant any more
	 */
	void each(long from, long below, Consumer<PublicPage> consumer);

	/** What there is in a stretch of numbers, without reading it. One SQL statement. */
	Extent extent(long from, long below);

	/**
	 * A public page.
	 *
	 * @param number of the item that it is the page of, which it keeps when it moves; 0
	 * for a page that is always there
	 * @param path without language
	 * @param type of that item; null for a page that is always there
	 * @param changed see {@link PublicPages#changed}
	 * @param images addresses of the pictures in its content, without host
	 */
	record PublicPage(long number, String path, String type, Instant changed, List<String> images) {

	}

	/**
	 * What there is in a stretch of numbers.
	 *
	 * @param pages how many
	 * @param last the highest number
	 * @param changed when any of it last became something else or went away; finer than
	 * seconds, so that no two states have the same; null where there never was anything
	 */
	record Extent(long pages, long last, Instant changed) {

	}

}
