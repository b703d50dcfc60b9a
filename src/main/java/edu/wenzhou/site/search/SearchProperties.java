package edu.wenzhou.site.search;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the search, {@code college.search.*}.
 *
 * @param rebuild whether a start makes the whole index anew, whatever it is like
 * @param perMinute how many searches a network may make in a minute; of suggestions five
 * times as many
 */
@ConfigurationProperties("college.search")
record SearchProperties(@DefaultValue("false") boolean rebuild, @DefaultValue("300") int perMinute) {

	SearchProperties {
		if (perMinute < 1) {
			throw new IllegalArgumentException("college.search.per-minute must be 1 or more");
		}
	}

}
