/**
 * Finding pages by words. Knows no feature: it looks through what is public, as
 * publishing tells it.
 */
@ApplicationModule(allowedDependencies = { "fact", "publishing", "text", "web" })
package edu.wenzhou.site.search;

import org.springframework.modulith.ApplicationModule;
