/**
 * What search engines, and those who share a link, get to know of a page beside what
 * people read. Knows no feature: pages say what they are about.
 */
@ApplicationModule(allowedDependencies = { "drawing", "text", "web" })
package edu.wenzhou.site.discovery;

import org.springframework.modulith.ApplicationModule;
