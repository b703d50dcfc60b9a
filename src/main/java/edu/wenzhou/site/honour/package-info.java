/** Titles, awards and platforms, by level and category. */
@ApplicationModule(allowedDependencies = { "fact", "publishing", "staff", "text", "web" })
package edu.wenzhou.site.honour;

import org.springframework.modulith.ApplicationModule;
