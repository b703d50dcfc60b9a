package edu.wenzhou.site.web;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
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

	/** Those of some paths that are public pages now, in one statement. */
	Set<String> among(Collection<String> paths);

	/**
	 * Calls for each page, the fixed ones first, then those of items, the oldest first.
	 * However many there are, they are never all in memory.
	 */
	void each(Consumer<PublicPage> consumer);

	/**
	 * A public page.
	 *
	 * @param path without language
	 * @param type of the item that it is the page of; null for a page that is always
	 * there
	 * @param changed see {@link PublicPages#changed}
	 * @param images addresses of the pictures in its content, without host
	 */
	record PublicPage(String path, String type, Instant changed, List<String> images) {

	}

}
