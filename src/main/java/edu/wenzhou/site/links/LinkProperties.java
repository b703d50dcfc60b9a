package edu.wenzhou.site.links;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whether and how much other sites are asked, {@code college.links.*}.
 *
 * @param checkElsewhere whether they are asked at all
 * @param most how many addresses in a night; the rest waits for the next one
 */
@ConfigurationProperties("college.links")
record LinkProperties(@DefaultValue("false") boolean checkElsewhere, @DefaultValue("2000") int most) {

	LinkProperties {
		if (most < 1) {
			throw new IllegalArgumentException("college.links.most must be at least 1");
		}
	}

}
