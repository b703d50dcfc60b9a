package edu.wenzhou.site.search;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

import edu.wenzhou.site.publishing.Expiry;
import edu.wenzhou.site.web.Language;

/**
 * What a search looks through: a condition on the columns of {@code search_document},
 * written by code of this package, and its parameters. Nobody searches without one, so
 * what visitors may find is said in one place.
 */
record Area(String condition, Map<String, ?> parameters) {

	/** What visitors see now, on pages of that language. */
	static Area published(Language language, Instant now) {
		return new Area("scope = 'PUBLIC' and (language = :language or only_one) and " + Expiry.CURRENT,
				Map.of("language", (language == Language.ENGLISH) ? "en" : "zh", "now", now.atOffset(ZoneOffset.UTC)));
	}

	/**
	 * What people wrote last, and what is public where that is another text: one or more
	 * entries an item.
	 */
	static Area desk() {
		return new Area("""
				(scope = 'DRAFT' or scope = 'PUBLIC' and item_id in (select i.id from content_item i
				  where i.published_revision_id is distinct from i.latest_revision_id))""", Map.of());
	}

	/**
	 * A part of it.
	 * @param more a condition of the same kind
	 */
	Area and(String more, Map<String, ?> others) {
		Map<String, Object> all = new HashMap<>(this.parameters);
		all.putAll(others);
		return new Area(this.condition + " and (" + more + ")", all);
	}

}
