package edu.wenzhou.site.search;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * What the index holds of an item in one language, or of a page that is always there.
 *
 * @param draft whether it is what people wrote last, and not what is public
 * @param item null for a page that is always there
 * @param language {@code zh} or {@code en}
 * @param only whether the item has none in the other language
 * @param dated null for what has no date or gets that of its first publication
 * @param datable whether it has a date at all
 */
record SearchDocument(boolean draft, Long item, String language, boolean only, String type, String path, String title,
		String text, List<String> keys, Set<String> spellings, boolean datable, Instant dated, Instant changed,
		Instant expires, Vector head, Vector words) {

}
