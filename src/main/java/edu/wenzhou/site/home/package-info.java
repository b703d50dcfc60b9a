/** The front page; may use every feature. */
@ApplicationModule(
		allowedDependencies = { "campus", "fact", "honour", "notice", "partnership", "profile", "school", "web" })
package edu.wenzhou.site.home;

import org.springframework.modulith.ApplicationModule;
