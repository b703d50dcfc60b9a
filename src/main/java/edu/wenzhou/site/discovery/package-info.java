/**
 * How programs get to know the pages: sitemaps, robots.txt, feeds, Markdown, icons; and
 * what search engines, and those who share a link, learn of a page beside what people
 * read. Takes every date from {@link edu.wenzhou.site.web.PublicPages}. Of features it
 * knows those that it hands on whole, in feeds and in the map for assistants; pages say
 * themselves what they are about.
 */
@ApplicationModule(allowedDependencies = { "drawing", "fact", "media", "notice", "profile", "prospectus", "publishing",
		"text", "web" })
package edu.wenzhou.site.discovery;

import org.springframework.modulith.ApplicationModule;
