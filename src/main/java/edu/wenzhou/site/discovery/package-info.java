/**
 * How programs find the pages: sitemaps, robots.txt, feeds, Markdown, icons. Takes every
 * date from {@link edu.wenzhou.site.web.PublicPages}.
 */
@ApplicationModule(
		allowedDependencies = { "fact", "media", "notice", "profile", "prospectus", "publishing", "text", "web" })
package edu.wenzhou.site.discovery;

import org.springframework.modulith.ApplicationModule;
